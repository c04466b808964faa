// Turn pages into tables as they were set: figures of each row by column, its label, and the sections whose points stand in line.
import type { BodyRow, FigureCell, Table } from '../model/document.ts';
import type { GlyphRun, Page } from '../model/page.ts';
import type { ElementPlace } from './index-elements.ts';
import type { LintInput, PageFinding } from './lint-rule.ts';
import { type Mark, marksOf } from './text-lines.ts';

/** One line of figures of a row; a table split by columns sets a row in several. -1 is the label, beside the first. */
export interface SetTableRow {
  readonly row: BodyRow;
  readonly index: number;
  readonly page: Page;
  readonly y: number;
  readonly size: number;
  readonly columns: ReadonlyMap<number, readonly GlyphRun[]>;
}

export interface SetTable {
  readonly table: Table;
  readonly rows: readonly SetTableRow[];
  /** Left and right edge of its frame. */
  readonly left: number;
  readonly right: number;
}

const cache = new WeakMap<LintInput, readonly SetTable[]>();

type OpenRow = { row: BodyRow; page: Page; y: number; size: number; columns: Map<number, GlyphRun[]> };
type OpenTable = { rows: Map<string, OpenRow>; labels: Map<string, OpenRow>; left: number; right: number };

/** Tables as they stand on the pages; a table on several pages is one. */
export function setTables(input: LintInput): readonly SetTable[] {
  const known = cache.get(input);
  if (known) return known;
  const found = new Map<Table, OpenTable>();
  for (const page of input.layout.pages) {
    for (const run of page.items) {
      const place = placeOf(run, input);
      if (!place?.table || !place.row || run.kind !== 'glyphs' || run.sup) continue;
      const frame = page.frames.find(({ element }) => element === place.table?.id);
      const left = frame?.x ?? 0;
      const table = found.get(place.table) ?? { rows: new Map(), labels: new Map(), left, right: left + (frame?.width ?? 0) };
      found.set(place.table, table);
      addRun(table, run, place.row, place.column ?? -1, page);
    }
  }
  const tables = [...found].map(([table, { rows, labels, left, right }]) => {
    const alone = [...labels].filter(([key, label]) => !joinLabel(rows, key, label)).map(([, label]) => label);
    const all = [...rows.values(), ...alone].map((row) => ({ ...row, index: table.rows.indexOf(row.row) }));
    const pageOf = ({ page }: OpenRow): number => page.index;
    return { table, left, right, rows: all.sort((a, b) => pageOf(a) - pageOf(b) || a.y - b.y) };
  });
  cache.set(input, tables);
  return tables;
}

/** Figures of a row on one baseline are one line of it; its label waits until these are known. */
function addRun({ rows, labels }: OpenTable, run: GlyphRun, row: BodyRow, column: number, page: Page): void {
  const key = `${row.id}|${page.index}`;
  const line = column < 0 ? key : `${key}|${run.y.toFixed(1)}`;
  const lines = column < 0 ? labels : rows;
  const open = lines.get(line) ?? { row, page, y: run.y, size: run.size, columns: new Map<number, GlyphRun[]>() };
  lines.set(line, open);
  open.columns.set(column, [...(open.columns.get(column) ?? []), run]);
}

/** The label belongs to the highest line of its row's figures on its page; false when there is none. */
function joinLabel(rows: ReadonlyMap<string, OpenRow>, key: string, label: OpenRow): boolean {
  const lines = [...rows].filter(([line]) => line.startsWith(`${key}|`)).map(([, row]) => row);
  const first = lines.sort((a, b) => a.y - b.y)[0];
  first?.columns.set(-1, label.columns.get(-1) ?? []);
  return first !== undefined;
}

export function placeOf(item: Page['items'][number], { elements }: LintInput): ElementPlace | undefined {
  return item.kind === 'glyphs' && 'element' in item.owner ? elements.get(item.owner.element) : undefined;
}

/** A finding in a row. */
export const at = (row: SetTableRow, x: number, message: string): PageFinding => ({ page: row.page, x, y: row.y, message, at: row.row.at });

/** Digits and the nil dash: what ends at the digit edge. */
export const isCore = (mark: Mark): boolean => /[\d–]/.test(mark.text);

export const marksIn = (runs: readonly GlyphRun[], { fonts }: LintInput): readonly Mark[] => runs.flatMap((run) => marksOf(run, fonts));

/** Right edge of the last digit of a cell. */
export function digitEdge(runs: readonly GlyphRun[], input: LintInput): number | undefined {
  // What marks a note behind a figure is none of its digits.
  const ofFigure = runs.filter(({ figure }) => figure !== undefined);
  return marksIn(ofFigure, input).findLast(isCore)?.right;
}

/** The digit edge that most cells of a column share, but for those that lack decimals of their section. */
export function columnEdges({ table, rows }: SetTable, input: LintInput): ReadonlyMap<string, number> {
  const sections = sectionsOf(table);
  const edges = new Map<string, Map<string, number>>();
  for (const row of rows) {
    for (const [column, runs] of row.columns) {
      const edge = column >= 0 ? digitEdge(runs, input) : undefined;
      if (edge === undefined || endsShort(table, sections.get(row.row) ?? [], row.row, column)) continue;
      const counts = edges.get(`${column}|${row.page.index}`) ?? new Map<string, number>();
      edges.set(`${column}|${row.page.index}`, counts);
      counts.set(edge.toFixed(2), (counts.get(edge.toFixed(2)) ?? 0) + 1);
    }
  }
  return new Map([...edges].map(([key, counts]) => [key, Number([...counts].sort((a, b) => b[1] - a[1])[0]?.[0])]));
}

export const edgeOf = (edges: ReadonlyMap<string, number>, row: SetTableRow, column: number): number =>
  edges.get(`${column}|${row.page.index}`) ?? 0;

/** Rows between rules and section heads, by each of their rows: where decimal points stand in line. A total stands alone. */
export function sectionsOf(table: Table): ReadonlyMap<BodyRow, readonly BodyRow[]> {
  const sections = new Map<BodyRow, BodyRow[]>();
  let open: BodyRow[] = [];
  for (const row of table.rows) {
    if (row.kind === 'head' || row.rule !== 'none' || open.at(-1)?.rule !== 'none') open = [];
    open.push(row);
    sections.set(row, open);
  }
  return sections;
}

/** Digits that a cell prints after its point. */
const fractionOf = (cell: FigureCell | undefined): number => /\.(\d+)$/.exec(cell?.core ?? '')?.[1]?.length ?? 0;

/**
 * Two rows or more of the section print a point in columns of this one's measure: whole numbers keep to the points too. The points
 * of one row alone have none to stand below: its figures keep to the digits.
 */
export function pointed({ columns }: Table, rows: readonly BodyRow[], column: number): boolean {
  const measure = columns[column]?.measure;
  const hasPoint = (row: BodyRow): boolean => row.cells.some((cell, other) => columns[other]?.measure === measure && fractionOf(cell) > 0);
  return rows.filter(hasPoint).length > 1;
}

/** A cell that lacks decimals beside others of its section and column ends before the digit edge. */
export function endsShort(table: Table, rows: readonly BodyRow[], row: BodyRow, column: number): boolean {
  const own = fractionOf(row.cells[column]);
  if (!pointed(table, rows, column) || own >= mostFraction(rows, column)) return false;
  return own > 0 || !wholesOnEdge(table, column);
}

const mostFraction = (rows: readonly BodyRow[], column: number): number => Math.max(0, ...rows.map((row) => fractionOf(row.cells[column])));

/** Whole numbers of this one's measure would end on two edges of a column if they kept to the points of their sections: they do not. */
export function wholesOnEdge(table: Table, column: number): boolean {
  const alike = table.columns.flatMap(({ measure }, other) => (measure === table.columns[column]?.measure ? [other] : []));
  const sections = new Set(sectionsOf(table).values());
  return alike.some((other) => {
    const ends = [...sections]
      .filter((rows) => rows.some(({ cells }) => /\d/.test(cells[other]?.core ?? '') && fractionOf(cells[other]) === 0))
      .map((rows) => (pointed(table, rows, other) ? mostFraction(rows, other) : 0));
    return new Set(ends).size > 1;
  });
}
