// Turn the texts and figures of a table of the earlier release into the table that it printed: its grid of heads, its columns and its rows.
import type { FigureRecord, TextRecord } from '../model/build-record.ts';
import type { BodyRow, HeadCell, Table } from '../model/document.ts';
import { dataLimits } from '../model/limits.ts';
import { type CellWords, cellWords, columnsOf } from './earlier-columns.ts';
import { type EarlierElement, type EarlierRelease, tableName } from './earlier-elements.ts';

/** A table whose words and figures are still those of the record. */
export interface EarlierTable {
  readonly id: string;
  readonly statement: string;
  readonly style: Table['style'];
  readonly summary: string;
  readonly captions: readonly TextRecord[];
  readonly unit: TextRecord | undefined;
  readonly headRows: number;
  /** `text` is undefined for an empty head. */
  readonly heads: readonly (Omit<HeadCell, 'pieces' | 'at'> & { readonly text: TextRecord | undefined })[];
  readonly columns: Table['columns'];
  readonly rows: readonly EarlierRow[];
}

export interface EarlierRow extends Pick<BodyRow, 'id' | 'kind' | 'depth' | 'rule' | 'heads'> {
  /** Undefined for a row without words. */
  readonly label: TextRecord | undefined;
  /** One a column; undefined for a cell without a figure. */
  readonly cells: readonly (FigureRecord | undefined)[];
  /** One a column: words in the place of a figure, or behind one; undefined for none. */
  readonly words: readonly (TextRecord | undefined)[];
}

/**
 * Heads tile the grid, so that the place of each tells how far it reaches. `later` is the table of the corrected release that stands for it,
 * where there is one: it tells of blank columns, and of rows whose form was not recorded; `rowOf` gives its row for a label.
 */
export function earlierTable(
  element: EarlierElement,
  { cells, runs }: EarlierRelease,
  later: Table | undefined,
  rowOf: (label: TextRecord) => BodyRow | undefined,
): EarlierTable {
  const { id, texts } = element;
  const [first] = texts;
  const statement = first?.statement ?? '';
  const figures = first ? (cells.get(tableName(statement, first.lang)) ?? []) : [];
  const heads = headGrid(
    id,
    texts.filter(({ kind }) => kind === 'head'),
  );
  const runsOf = (text: TextRecord | undefined) => (runs.get(text?.id ?? '') ?? []).map(({ run }) => run);
  const words = cellWords(
    texts.filter(({ kind }) => kind === 'item'),
    figures,
  );
  const headOf = (column: number) => heads.cells.find((head) => head.column === column + 1 && head.colSpan === 1)?.text;
  const columns = columnsOf({ figures, words, headed: heads.columns, headOf, later, runsOf });
  const summary = texts.find(({ kind }) => kind === 'summary');
  const labels = texts.filter(({ kind }) => kind === 'label');
  return {
    id,
    statement,
    style: summary?.table ?? later?.style ?? 'statement',
    summary: summary?.text ?? '',
    captions: texts.filter(({ kind }) => kind === 'caption'),
    unit: texts.find(({ kind }) => kind === 'unit'),
    headRows: heads.rows,
    heads: heads.cells,
    columns,
    rows: withSections(rowsOf({ table: id, labels, figures, words, columns }, rowOf, (label) => runsOf(label)[0]?.x ?? 0)),
  };
}

interface HeadGrid {
  readonly rows: number;
  readonly cells: EarlierTable['heads'];
  /** Columns after the stub that stand under heads. */
  readonly columns: number;
}

function headGrid(table: string, texts: readonly TextRecord[]): HeadGrid {
  // A record may be from anybody: no table of ours is wider.
  const placed = [...new Map(texts.map((text) => [text.id, text])).values()].flatMap((text) => {
    const [row, column] = (/\.h(\d+)\.(\d+)$/.exec(text.id) ?? []).slice(1).map(Number);
    const fits = row !== undefined && column !== undefined && Math.max(row, column) <= dataLimits.columns;
    return fits ? [{ text, row, column }] : [];
  });
  if (placed.length === 0) return { rows: 0, cells: [], columns: 0 };
  const rows = Math.max(...placed.map(({ row }) => row)) + 1;
  const over = placed.filter(({ column }) => column > 0);
  const columns = Math.max(0, ...over.map(({ column }) => column));
  // Row by row from the top: a head ends where the next of its row begins, and with the head above it.
  const cells: EarlierTable['heads'][number][] = [];
  for (const { text, row, column } of [...over].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const next = Math.min(columns + 1, ...over.filter((each) => each.row === row && each.column > column).map((each) => each.column));
    const above = cells.filter((each) => each.row < row && each.column <= column && column < each.column + each.colSpan).at(-1);
    const end = above ? Math.min(next, above.column + above.colSpan) : next;
    cells.push({ id: text.id, row, column, rowSpan: 1, colSpan: end - column, text });
  }
  const reaching = cells.map((cell) => {
    const below = cells.some((each) => each.row > cell.row && each.column >= cell.column && each.column < cell.column + cell.colSpan);
    return below ? cell : { ...cell, rowSpan: rows - cell.row };
  });
  const stub = placed.find(({ column }) => column === 0)?.text;
  const stubCell = { id: stub?.id ?? `${table}.h0.0`, row: 0, column: 0, rowSpan: rows, colSpan: 1, text: stub };
  return { rows, cells: [stubCell, ...reaching].sort((a, b) => a.row - b.row || a.column - b.column), columns };
}

type BareRow = Omit<EarlierRow, 'heads'>;

/** What the rows of a table are made from. */
interface RowSources {
  readonly table: string;
  readonly labels: readonly TextRecord[];
  readonly figures: readonly FigureRecord[];
  readonly words: readonly CellWords[];
  readonly columns: Table['columns'];
}

function rowsOf(
  { table, labels, figures, words, columns }: RowSources,
  rowOf: (label: TextRecord) => BodyRow | undefined,
  leftOf: (label: TextRecord) => number,
): readonly BareRow[] {
  const byRow = new Map<number, Map<string, FigureRecord>>();
  for (const figure of figures) {
    if (figure.place.kind !== 'cell') continue;
    const { row, column } = figure.place;
    const known = byRow.get(row) ?? new Map<string, FigureRecord>();
    byRow.set(row, known.set(column, figure));
  }
  const byIndex = new Map(labels.map((label) => [Number(/\.r(\d+)\.label$/.exec(label.id)?.[1] ?? 0), label]));
  const depths = depthsByLeft(labels, rowOf, leftOf);
  return [...new Set([...byRow.keys(), ...byIndex.keys(), ...words.map(({ row }) => row)])]
    .sort((a, b) => a - b)
    .map((index): BareRow => {
      const label = byIndex.get(index);
      const own = byRow.get(index);
      const inRow = new Map(words.filter(({ row }) => row === index).map(({ column, text }) => [column, text]));
      const form = label && (label.row ?? rowOf(label));
      const left = label && leftOf(label);
      return {
        id: `${table}.r${index}`,
        kind: form?.kind ?? (own || inRow.size > 0 ? 'item' : 'head'),
        depth: form?.depth ?? (left === undefined ? 0 : (depths.get(left) ?? 0)),
        rule: form?.rule ?? 'none',
        label,
        cells: columns.map(({ id }) => own?.get(id)),
        words: columns.map((_, column) => inRow.get(column)),
      };
    });
}

/** How deep labels stand that begin at a place: as those of known rows, or, where none is known, one deeper than those left of them. */
function depthsByLeft(
  labels: readonly TextRecord[],
  rowOf: (label: TextRecord) => BodyRow | undefined,
  leftOf: (label: TextRecord) => number,
): ReadonlyMap<number, number> {
  const known = new Map<number, number>();
  for (const label of labels) {
    const form = label.row ?? rowOf(label);
    if (form) known.set(leftOf(label), form.depth);
  }
  const lefts = [...new Set(labels.map(leftOf))].sort((a, b) => a - b);
  let last = -1;
  return new Map(
    lefts.map((left) => {
      last = known.get(left) ?? last + 1;
      return [left, last];
    }),
  );
}

/** Every row with the heads that are open above it: one of its depth closes a section, and a sum of that depth still belongs to it. */
function withSections(rows: readonly BareRow[]): readonly EarlierRow[] {
  const open: BareRow[] = [];
  return rows.map((row) => {
    const isSum = row.kind === 'total' || row.rule !== 'none';
    const isOver = (head: BareRow) => row.depth < head.depth || (row.depth === head.depth && !isSum);
    for (let last = open.at(-1); last && isOver(last); last = open.at(-1)) open.pop();
    const heads = open.map(({ id }) => id);
    if (row.kind === 'head') open.push(row);
    else if (open.at(-1)?.depth === row.depth) open.pop();
    return { ...row, heads };
  });
}
