// Turn a workbook and the concepts of an issuer into a first map of it, as text: what is sure is written, what is not stands in comments.

import { language } from '../language/languages.ts';
import { dataLimits } from '../model/limits.ts';
import { refusedCharacters, shortened } from '../model/printable.ts';
import type { Release } from '../model/release.ts';
import type { Scale } from '../model/unit.ts';
import { cellFigure, isFault } from './cell-figure.ts';
import { foldedText } from './folded-text.ts';
import { headedPeriod } from './head-periods.ts';
import { type LabelConcepts, labelConcepts } from './label-concepts.ts';
import { gridOf, type SheetGrid } from './sheet-grid.ts';
import { columnLetters, type Workbook, type WorkbookCell } from './workbook.ts';

/** Rows from the top by whose words the column of labels is found. */
const judgedRows = 500;

/** Rows of a sheet that are drafted. */
const mostRows = 300;

/** `name` is the file's; `schema` its first line; `period` that which figures without a period are of. */
export function draftMap(
  workbook: Workbook,
  name: string,
  issuer: string,
  release: Release,
  { schema, period }: { readonly schema: string; readonly period: string | undefined },
): string {
  const concepts = labelConcepts(release);
  const lines = [
    schema,
    `# Which figures of ${remark(name)} are which facts: a draft by labels and heads. Compare each line, and complete those in comments.`,
    `issuer: ${text(issuer)}`,
    'sheets:',
  ];
  let some = false;
  for (const sheet of workbook.sheets) {
    const drafted = draftSheet(gridOf(sheet), concepts, release, period);
    if (drafted) lines.push(`  ${text(sheet.name)}:`, ...drafted.map((line) => `    ${line}`));
    some ||= drafted !== undefined;
    if (!drafted) lines.push(`  # ${text(sheet.name)}: no column of figures beside labels was found`);
  }
  if (!some) lines[3] = 'sheets: {}';
  return `${lines.join('\n')}\n`;
}

/** A column of figures, and what stands over it. */
interface FigureColumn {
  readonly column: number;
  /** Row of the first figure. */
  readonly first: number;
  readonly figures: number;
  /** Most of its figures are percentages. */
  readonly percent: boolean;
}

function draftSheet(grid: SheetGrid, concepts: LabelConcepts, release: Release, period: string | undefined): readonly string[] | undefined {
  const columns = figureColumns(grid);
  const labels = labelColumn(grid, concepts, columns);
  if (labels === undefined) return undefined;
  const right = columns.filter(({ column }) => column > labels && !isCode(grid, column, labels));
  if (right.length === 0) return undefined;
  const first = Math.min(...right.map((each) => each.first));
  const heads = right.map((each) => headOver(grid, each.column, first));
  const lines = [`labels: ${columnLetters(labels)}`];
  const headRow = heads.find((head) => head)?.row;
  if (headRow !== undefined) lines.push(`heads: ${headRow + 1}`);
  lines.push('columns:');
  let given = false;
  right.forEach((each, index) => {
    const head = heads[index];
    const unique = head && heads.filter((other) => other && foldedText(other.value) === foldedText(head.value)).length === 1;
    const key = head && unique ? text(head.kind === 'date' ? head.value : head.value.trim()) : columnLetters(each.column);
    const words = headsOver(grid, each.column, first);
    const note = unique || !head ? '' : ` # ${remark(head.value)}`;
    if (each.percent) lines.push(`  # ${key}: percentages`);
    else {
      const named = headedPeriod(words, release);
      if (named !== undefined) lines.push(`  ${key}: ${text(named)}${note}`);
      else if (!given) {
        given = true;
        lines.push(`  ${key}: ${period === undefined ? 'given # the period that --period names' : text(period)}${note}`);
      } else lines.push(`  # ${key}: of which period?${note}`);
    }
  });
  // Of percentages alone nothing can be read.
  if (right.every(({ percent }) => percent)) return undefined;
  const scale = scaleIn(grid, first, release);
  if (scale !== undefined) lines.push(`scale: ${scale}`);
  const rows = draftRows(grid, labels, right, first, concepts, release);
  return [...lines, rows.every((row) => row.trimStart().startsWith('#')) ? 'rows: {}' : 'rows:', ...rows];
}

function figureColumns(grid: SheetGrid): readonly FigureColumn[] {
  const found = new Map<number, { first: number; figures: number; percents: number }>();
  for (const cell of grid.sheet.cells) {
    const figure = cellFigure(cell, 'held');
    if (isFault(figure) || !isFigure(cell)) continue;
    const known = found.get(cell.column) ?? { first: cell.row, figures: 0, percents: 0 };
    found.set(cell.column, { first: known.first, figures: known.figures + 1, percents: known.percents + (figure.percent ? 1 : 0) });
  }
  return [...found]
    .map(([column, { first, figures, percents }]) => ({ column, first, figures, percent: percents * 2 > figures }))
    .sort((a, b) => a.column - b.column);
}

/** A number, or a text that is one: a dash alone may be anything. */
function isFigure(cell: WorkbookCell): boolean {
  if (cell.kind !== 'number' && cell.kind !== 'text') return false;
  const figure = cellFigure(cell, 'held');
  return !isFault(figure) && (cell.kind === 'number' || !figure.nil);
}

/** The column with the most labels that name concepts; without any, the one with the most words on the left of figures. */
function labelColumn(grid: SheetGrid, concepts: LabelConcepts, columns: readonly FigureColumn[]): number | undefined {
  // A label has a figure on its right; a head has not.
  const lastFigure = new Map(grid.sheet.cells.flatMap((cell) => (isFigure(cell) ? [[cell.row, cell.column] as const] : [])));
  const scores = new Map<number, { named: number; words: number }>();
  for (const { row, column, kind, value } of grid.sheet.cells) {
    if (kind !== 'text' || row >= judgedRows || !/\p{L}/u.test(value) || (lastFigure.get(row) ?? -1) <= column) continue;
    const known = scores.get(column) ?? { named: 0, words: 0 };
    scores.set(column, { named: known.named + (concepts.conceptsOf(value).length > 0 ? 1 : 0), words: known.words + 1 });
  }
  const last = Math.max(-1, ...columns.map(({ column }) => column));
  const usable = [...scores].filter(([column]) => column < last);
  const best = usable.sort(([a, one], [b, other]) => other.named - one.named || other.words - one.words || a - b)[0];
  return best?.[0];
}

/** Codes of accounts: whole numbers in a column before or right behind the labels, under a head that names no period, each once. */
function isCode(grid: SheetGrid, column: number, labels: number): boolean {
  if (column !== labels + 1) return false;
  const values = grid.sheet.cells.filter((cell) => cell.column === column && cell.kind === 'number').map(({ value }) => value);
  return values.length > 2 && new Set(values).size === values.length && values.every((value) => /^\d{3,6}$/.test(value)) && rising(values);
}

const rising = (values: readonly string[]): boolean =>
  values.every((value, index) => index === 0 || Number(value) > Number(values[index - 1]));

/** The nearest cell with words over a column, that of a merged head included. */
function headOver(grid: SheetGrid, column: number, first: number): WorkbookCell | undefined {
  return cellsOver(grid, column, first)[0];
}

/** Words over a column, the nearest first. */
function headsOver(grid: SheetGrid, column: number, first: number): readonly string[] {
  return cellsOver(grid, column, first).map(({ value }) => value);
}

function cellsOver(grid: SheetGrid, column: number, first: number): readonly WorkbookCell[] {
  const found: WorkbookCell[] = [];
  for (let row = first - 1; row >= Math.max(0, first - 8); row--) {
    const area = grid.mergedAt(row, column);
    const cell = area ? grid.cell(area.fromRow, area.fromColumn) : grid.cell(row, column);
    if (cell && (cell.kind === 'text' || cell.kind === 'date') && !found.includes(cell)) found.push(cell);
  }
  return found;
}

/** The one scale that a line over the figures names: thousands of yen. */
function scaleIn(grid: SheetGrid, first: number, release: Release): Scale | undefined {
  const texts = grid.sheet.cells
    .filter(({ row, kind }) => row <= first && kind === 'text')
    .map(({ value }) => value.slice(0, 200).normalize('NFKC'));
  const scales = new Set(
    release.languages.flatMap((lang) =>
      texts.flatMap((line) =>
        language(lang)
          .legends.units(line)
          .flatMap(({ currency, scale }) => (currency === 'translated' || scale === undefined ? [] : [scale])),
      ),
    ),
  );
  return scales.size === 1 ? [...scales][0] : undefined;
}

interface DraftRow {
  readonly row: number;
  readonly label: string;
  /** The label of the nearest row above that has no figures. */
  readonly under: string;
  readonly concepts: readonly string[];
}

function draftRows(
  grid: SheetGrid,
  labels: number,
  columns: readonly FigureColumn[],
  first: number,
  concepts: LabelConcepts,
  release: Release,
): readonly string[] {
  const read = new Set(columns.map(({ column }) => column));
  const rows: DraftRow[] = [];
  let under = '';
  for (const row of grid.rows) {
    const cell = grid.cell(row, labels);
    if (!cell || (cell.kind !== 'text' && cell.kind !== 'number')) continue;
    const label = cell.value.trim();
    if (grid.cellsOf(row).some(({ column }) => read.has(column)) && row >= first)
      rows.push({ row, label, under, concepts: concepts.conceptsOf(label) });
    else under = label;
  }
  const own = nearestStatement(rows, release);
  const lines: string[] = [];
  const done = new Set<string>();
  for (const each of rows.slice(0, mostRows)) {
    const key = foldedText(each.label);
    if (done.has(key)) continue;
    done.add(key);
    const alike = rows.filter((other) => foldedText(other.label) === key);
    const best = (row: DraftRow) => row.concepts.filter((concept) => own.has(concept))[0] ?? row.concepts[0];
    if (each.label.length > dataLimits.keyCharacters)
      lines.push(`  # row ${each.row + 1}: a label too long for a map: ${remark(each.label)}`);
    else if (each.concepts.length === 0)
      lines.push(`  # ${text(each.label)}: which concept?${alike.length > 1 ? ` rows ${alike.map(({ row }) => row + 1).join(', ')}` : ''}`);
    else if (alike.length === 1) {
      const others = each.concepts.filter((concept) => concept !== best(each));
      lines.push(`  ${text(each.label)}: ${text(best(each) ?? '')}${others.length > 0 ? ` # or ${others.slice(0, 5).join(', ')}` : ''}`);
    } else {
      const specs = alike.map((row, index) => {
        const mine = row.concepts.filter((each) => own.has(each));
        const concept = mine[index] ?? mine[0] ?? row.concepts[index] ?? best(row) ?? '';
        const place =
          new Set(alike.map((other) => other.under)).size === alike.length && row.under !== ''
            ? `under: ${text(row.under)}`
            : `row: ${row.row + 1}`;
        return `{concept: ${text(concept)}, ${place}}`;
      });
      lines.push(`  ${text(each.label)}: [${specs.join(', ')}] # compare: one label, several rows`);
    }
  }
  return lines;
}

/** Concepts of the statement that most of the rows are of. */
function nearestStatement(rows: readonly DraftRow[], release: Release): ReadonlySet<string> {
  const named = new Set(rows.flatMap(({ concepts }) => concepts));
  const statements = [...release.statements.values(), ...release.unprinted.values()].map(
    ({ rows: own }) => new Set(own.flatMap(({ concept }) => concept ?? [])),
  );
  const counts = statements.map((own) => [...own].filter((concept) => named.has(concept)).length);
  const most = Math.max(0, ...counts);
  return (most > 0 && statements[counts.indexOf(most)]) || new Set();
}

/** A text as YAML has it: in quotes unless it is a plain word of letters. */
function text(value: string): string {
  if (/^[\p{L}][\p{L}\p{N}._-]*$/u.test(value) && !/^(?:true|false|null|yes|no|on|off)$/i.test(value)) return value;
  // What no data file may hold nobody sees in a label either.
  const legible = refusedCharacters(value).reduceRight(
    (out, { offset, length }) => out.slice(0, offset) + out.slice(offset + length),
    value,
  );
  return JSON.stringify(legible);
}

/** Words behind a #, on one line. */
function remark(words: string): string {
  return shortened(words.replace(/\s+/g, ' ').trim());
}
