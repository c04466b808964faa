// Turn a statement's rows, concepts or periods, into body rows: labels, figure cells split for alignment, and the section heads above each.

import { comparedOfCell } from '../figures/compared-fact.ts';
import { splitFigure } from '../figures/digits.ts';
import { isPercentage } from '../figures/measures.ts';
import { language } from '../language/languages.ts';
import type { BodyRow, FigureCell, Inline } from '../model/document.ts';
import type { Cell, Statement, StatementRow } from '../model/financials.ts';
import { inLang, type Lang } from '../model/language.ts';
import type { Concept, Issuer } from '../model/release.ts';
import type { Located } from '../model/span.ts';
import type { GridRow, PeriodGrid, RowSpec } from '../model/statement-spec.ts';
import { labelInlines } from './label-inlines.ts';
import type { Merging } from './merging.ts';
import { setInlines } from './set-inlines.ts';

export function tableRows(merging: Merging, statement: Statement, lang: Lang, tableId: string): readonly BodyRow[] {
  const heads = new SectionHeads();
  return statement.rows.map((row, index) => {
    const { spec } = row;
    const id = `${tableId}.r${index}`;
    const above = heads.above(spec, id);
    return {
      id,
      kind: spec.kind,
      depth: spec.depth,
      rule: spec.rule,
      label: rowLabel(merging, row, lang, statement.id),
      cells: row.cells.map((cell, column) => {
        if (!cell) return undefined;
        const place = { statement: statement.id, row: index, column: cell.column.id };
        return figureCell(merging, cell, { place, id: `${id}.c${column + 1}`, lang, percentSign: spec.percentSign });
      }),
      heads: above,
      at: spec.at,
    };
  });
}

/** Follows the section heads that are open while the rows go by. */
class SectionHeads {
  readonly #open: { readonly id: string; readonly depth: number; readonly concepts: Set<string> }[] = [];

  /** Ids of the heads above a row, outermost first. The total of a section closes it and still belongs to it. */
  above(row: RowSpec, id: string): readonly string[] {
    while (this.#open.length > 0 && !this.#holds(row)) this.#open.pop();
    const ids = this.#open.map((head) => head.id);
    if (row.concept !== undefined) for (const head of this.#open) head.concepts.add(row.concept);
    if (row.kind === 'head') this.#open.push({ id, depth: row.depth, concepts: new Set() });
    else if (row.depth === this.#open.at(-1)?.depth) this.#open.pop();
    return ids;
  }

  #holds(row: RowSpec): boolean {
    const head = this.#open.at(-1);
    if (!head || row.depth > head.depth) return true;
    return row.depth === head.depth && (row.of ?? []).some(({ concept }) => head.concepts.has(concept));
  }
}

function rowLabel(merging: Merging, row: StatementRow, lang: Lang, statement: string): readonly Inline[] {
  const { spec } = row;
  const concept = merging.release.concepts.get(spec.concept ?? '');
  const label: Located<string> | undefined =
    spec.labels?.[lang] ??
    ((spec.followSign || concept?.followSign) && concept ? followedLabel(row, concept, merging.release.issuer, lang) : undefined) ??
    concept?.labels[lang];
  const inlines = label ? labelInlines(merging, label, lang, statement) : [];
  const styled = spec.italic ? inlines.map((inline) => ({ ...inline, italic: true as const })) : inlines;
  if (!spec.note) return styled;
  return [
    ...styled,
    ...setInlines(merging, [{ text: inLang(spec.note, lang).value, at: inLang(spec.note, lang).at, sup: true }], lang, 'name'),
  ];
}

/** The name of the outcome that all amounts of the row have; undefined where they differ, or where there is none. */
function followedLabel(
  { spec, cells }: StatementRow,
  { outcomes }: Concept,
  { negative }: Issuer,
  lang: Lang,
): Located<string> | undefined {
  const signs = new Set(
    cells.flatMap((cell) =>
      cell && !isPercentage(cell.measure) && !cell.printed.isZero ? [cell.printed.sign * (spec.negate ? -1 : 1)] : [],
    ),
  );
  const [sign] = signs;
  if (!outcomes || sign === undefined || signs.size > 1) return undefined;
  const { value, at } = inLang(sign > 0 ? outcomes.gain : outcomes.loss, lang);
  // In a sentence it begins with a small letter.
  const name = value.charAt(0).toUpperCase() + value.slice(1);
  // A name that was given with the mark has it already.
  const mark = sign < 0 ? (language(lang).labels.lossMarks?.[negative] ?? '') : '';
  return { value: name.endsWith(mark) ? name : name + mark, at };
}

/** As it heads a row without words of its own. */
function periodName(merging: Merging, { period: id, at }: GridRow, lang: Lang): readonly Inline[] {
  const period = merging.release.periods.get(id);
  if (!period) return [];
  return setInlines(
    merging,
    [{ text: language(lang).dates.period(period, 'term'), at, bound: { by: 'period', period: id } }],
    lang,
    'name',
  );
}

export function periodRows(merging: Merging, statement: Statement, grid: PeriodGrid, lang: Lang, tableId: string): readonly BodyRow[] {
  const cells = new Map<string, Cell>();
  for (const row of statement.rows) for (const cell of row.cells) if (cell) cells.set(cell.column.id, cell);
  return grid.rows.map((row, index) => {
    const id = `${tableId}.r${index}`;
    return {
      id,
      kind: 'item',
      depth: 0,
      rule: 'none',
      label: row.labels ? labelInlines(merging, inLang(row.labels, lang), lang, statement.id) : periodName(merging, row, lang),
      cells: grid.columns.map((column, place) => {
        const cell = cells.get(row.columns[place] ?? '');
        const at = { statement: statement.id, row: index, column: column.id };
        // The unit stands over every column: no figure repeats it.
        return cell && figureCell(merging, cell, { place: at, id: `${id}.c${place + 1}`, lang, percentSign: false });
      }),
      heads: [],
      at: row.at,
    };
  });
}

/** Where the cell stands in the table, and how its row prints it. */
interface Setting {
  /** Statement, row and column as the table prints them. */
  readonly place: { readonly statement: string; readonly row: number; readonly column: string };
  readonly id: string;
  readonly lang: Lang;
  /** Prints `%` after percentages. */
  readonly percentSign: boolean;
}

function figureCell(merging: Merging, cell: Cell, { place, id, lang, percentSign }: Setting): FigureCell {
  const { issuer } = merging.release;
  const { decimals } = cell;
  const percent = percentSign && isPercentage(cell.measure);
  const words = cell.text ?? (cell.nil ? issuer.nil : undefined);
  const parts =
    words === undefined ? splitFigure(cell.printed, decimals, issuer.negative, percent) : { prefix: '', core: words, suffix: '' };
  const against = comparedOfCell(cell);
  const figure = merging.place({
    fact: cell.fact,
    measure: cell.measure,
    ...(against === undefined ? {} : { against }),
    exact: cell.exact,
    printed: cell.printed,
    decimals,
    treatment: cell.treatment,
    text: parts.prefix + parts.core + parts.suffix,
    lang,
    place: { kind: 'cell', ...place },
    at: cell.at,
  });
  return { id, ...parts, decimals, figure: figure.id, at: cell.at };
}
