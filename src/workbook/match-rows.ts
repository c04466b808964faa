// Turn the named rows of a sheet and the lines of its map into which row is of which concept; what fits none, or several, is told.
import type { MappedRow, SheetMap } from '../model/import-map.ts';
import { nearestName } from '../model/nearest-name.ts';
import { quoted } from '../model/printable.ts';
import type { Concept } from '../model/release.ts';
import { say, sayAll } from '../model/say.ts';
import { foldedText } from './folded-text.ts';
import { placeIn, type Remark } from './remark.ts';

/** A row of a sheet. */
export interface NamedRow {
  /** From 0. */
  readonly row: number;
  /** Label and code, from left to right. */
  readonly labels: readonly string[];
  /** The same as they are compared. */
  readonly keys: readonly string[];
  /** One of the columns that are read holds something. */
  readonly hasFigure: boolean;
}

export interface MatchedRows {
  readonly matches: readonly { readonly row: NamedRow; readonly mapped: MappedRow }[];
  /** With figures, and in no line of the map. */
  readonly unmapped: readonly NamedRow[];
  readonly remarks: readonly Remark[];
}

export function matchRows(rows: readonly NamedRow[], map: SheetMap, concepts: ReadonlyMap<string, Concept>, sheet: string): MatchedRows {
  const remarks: Remark[] = [];
  const named = new Map<string, MappedRow[]>();
  for (const mapped of map.rows) {
    const key = foldedText(mapped.name);
    named.set(key, [...(named.get(key) ?? []), mapped]);
  }
  const ignored = new Set(map.ignore.map(foldedText));
  const byKey = new Map<string, NamedRow[]>();
  for (const row of rows) {
    for (const key of new Set(row.keys)) {
      const known = byKey.get(key);
      if (known) known.push(row);
      else byKey.set(key, [row]);
    }
  }
  const taken = new Map<NamedRow, MappedRow>();
  let sought = 0;
  for (const [key, lines] of named) {
    const [line] = lines;
    if (!line) continue;
    const bearing = byKey.get(key) ?? [];
    // A heading of the same words has no figures.
    const withFigures = bearing.filter(({ hasFigure }) => hasFigure);
    if (withFigures.length === 0) {
      const near =
        bearing.length === 0 && ++sought <= mostSought ? nearestName(line.name, new Set(rows.flatMap(({ labels }) => labels))) : undefined;
      remarks.push({
        severity: 'warning',
        place: placeIn(sheet),
        message:
          bearing.length > 0
            ? say`row ${quoted(line.name)} has no figure in the columns that are read`
            : say`no row is named ${quoted(line.name)}`,
        ...(near !== undefined && { hint: say`did you mean ${near}?` }),
      });
      continue;
    }
    for (const mapped of lines) {
      const own = chosen(withFigures, mapped, byKey, lines);
      if (own.length === 1 && own[0]) {
        const other = taken.get(own[0]);
        if (other && other !== mapped && other.concept !== mapped.concept) remarks.push(twice(own[0], mapped, other, sheet));
        else taken.set(own[0], mapped);
      } else remarks.push(own.length === 0 ? nowhere(mapped, sheet) : several(own, mapped, sheet));
    }
  }
  const matches = rows.flatMap((row) => {
    const mapped = taken.get(row) ?? (row.hasFigure ? ofConcept(row, concepts, map) : undefined);
    return mapped ? [{ row, mapped }] : [];
  });
  const used = new Set(matches.map(({ row }) => row));
  const bearsName = (row: NamedRow) => row.keys.some((key) => named.has(key));
  const unmapped = rows.filter((row) => row.hasFigure && !used.has(row) && !bearsName(row) && !row.keys.some((key) => ignored.has(key)));
  return { matches, unmapped, remarks };
}

/** Names that a likely one is sought for: a sheet that lacks more of them is another sheet. */
const mostSought = 50;

/** A row whose label is the id of a concept needs no line. */
function ofConcept({ labels }: NamedRow, concepts: ReadonlyMap<string, Concept>, map: SheetMap): MappedRow | undefined {
  const concept = labels.find((label) => concepts.has(label));
  if (concept === undefined || map.ignore.includes(concept)) return undefined;
  return { name: concept, concept, reversed: false, at: map.at };
}

/** The rows that one line of the map means. */
function chosen(
  rows: readonly NamedRow[],
  { row, under }: MappedRow,
  byKey: ReadonlyMap<string, readonly NamedRow[]>,
  lines: readonly MappedRow[],
): readonly NamedRow[] {
  if (row !== undefined) return rows.filter((each) => each.row === row - 1);
  if (under === undefined) return rows;
  // The nearest heading above, of all that lines of this name know.
  const headings = [...new Set(lines.flatMap((line) => (line.under === undefined ? [] : [line.under])))].flatMap((heading) =>
    (byKey.get(foldedText(heading)) ?? []).map((each) => ({ heading, row: each.row })),
  );
  const headingOf = (each: NamedRow) => headings.filter((one) => one.row < each.row).reduce((a, b) => (b.row > a.row ? b : a), noHeading);
  const below = rows.filter((each) => headingOf(each).heading === under);
  // With one heading known, the next row of the name may stand under another one: the first is meant.
  return new Set(headings.map(({ heading }) => heading)).size === 1 ? below.slice(0, 1) : below;
}

const noHeading = { heading: '', row: -1 };

function several(rows: readonly NamedRow[], { name }: MappedRow, sheet: string): Remark {
  const numbers = rows.map(({ row }) => row + 1);
  return {
    severity: 'error',
    place: placeIn(sheet, String(numbers[0])),
    message: say`${quoted(name)} is the label of rows ${sayAll(numbers.slice(0, -1), ', ')} and ${numbers.at(-1)}`,
    hint: say`say which: {concept: …, under: <label of the heading above>}, or {concept: …, row: ${numbers[0]}}; a list has a line for each`,
  };
}

function nowhere({ name, under, row }: MappedRow, sheet: string): Remark {
  const where = row !== undefined ? say`is not on row ${row}` : say`stands under no row ${quoted(under ?? '')}`;
  return { severity: 'error', place: placeIn(sheet), message: say`${quoted(name)} ${where}`, hint: 'compare the map and the sheet' };
}

function twice({ row }: NamedRow, mapped: MappedRow, other: MappedRow, sheet: string): Remark {
  return {
    severity: 'error',
    place: placeIn(sheet, String(row + 1)),
    message: say`is ${mapped.concept} by ${quoted(mapped.name)} and ${other.concept} by ${quoted(other.name)}`,
    hint: 'take one of the two lines out of the map',
  };
}
