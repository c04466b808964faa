// Turn the heads, figures and words of a table of the earlier release into its columns, and tell which cell each of the words stands in.
import type { FigureRecord, RunRecord, TextRecord } from '../model/build-record.ts';
import type { Table } from '../model/document.ts';
import { dataLimits } from '../model/limits.ts';

/** Words of the record in a cell. */
export interface CellWords {
  readonly text: TextRecord;
  /** As the record counts rows. */
  readonly row: number;
  /** From 0, the labels left out. */
  readonly column: number;
  /** The figure that they stand behind, such as a unit or the mark of a note; absent for words in the place of a figure. */
  readonly behind?: FigureRecord;
}

/** What the columns of a table are found from. */
export interface ColumnSources {
  readonly figures: readonly FigureRecord[];
  readonly words: readonly CellWords[];
  /** Columns that stand under heads; none where the table has no heads. */
  readonly headed: number;
  /** The head of one column alone, from 0. */
  readonly headOf: (column: number) => TextRecord | undefined;
  readonly later: Table | undefined;
  readonly runsOf: (text: TextRecord | undefined) => readonly RunRecord[];
}

/** Texts of cells are named by row and column; a record may be from anybody: no table of ours is wider. */
export function cellWords(texts: readonly TextRecord[], figures: readonly FigureRecord[]): readonly CellWords[] {
  const marked = new Map<number, FigureRecord[]>();
  for (const figure of [...figures].sort((a, b) => leftOf(a) - leftOf(b))) {
    if (figure.place.kind !== 'cell' || figure.mark === undefined) continue;
    const known = marked.get(figure.place.row);
    if (known) known.push(figure);
    else marked.set(figure.place.row, [figure]);
  }
  const placed = texts.flatMap((text) => {
    const [row, column] = (/\.r(\d+)\.c(\d+)$/.exec(text.id) ?? []).slice(1).map(Number);
    const fits = row !== undefined && column !== undefined && column >= 1 && column <= dataLimits.columns;
    return fits ? [{ text, row, column: column - 1 }] : [];
  });
  return placed
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map((words): CellWords => {
      // Figures go by their marks from the left, as the words do.
      const inRow = marked.get(words.row) ?? [];
      const own = inRow.findIndex(({ mark }) => mark === words.text.text);
      const [behind] = own < 0 ? [] : inRow.splice(own, 1);
      return behind ? { ...words, behind } : words;
    });
}

const leftOf = ({ places: [first] }: FigureRecord): number => first?.x ?? 0;

/** As many as heads, figures and words ask for; figures that do not fill them stand in those of the corrected table, or where they are nearest. */
export function columnsOf(sources: ColumnSources): Table['columns'] {
  const { words, headed, later } = sources;
  const own = figureColumns(sources);
  const count = Math.max(headed, own.length, lastOf(words) + 1 + (headed === 0 ? rightOfWords(own, sources) : 0));
  if (own.length === count) return own.map(({ column }) => column);
  const ids = new Set(later?.columns.map(({ id }) => id));
  if (later && later.columns.length === count && own.every(({ column }) => ids.has(column.id))) return later.columns;
  return placedColumns(own, count, sources);
}

/** A column with figures. */
interface FigureColumn {
  readonly column: Table['columns'][number];
  /** Middle of its first figure. */
  readonly x: number;
  readonly rows: ReadonlySet<number>;
  /** Where words behind one of its figures tell that it stands. */
  readonly index: number | undefined;
}

/** From the left. */
function figureColumns({ figures, words }: ColumnSources): readonly FigureColumn[] {
  const found = new Map<string, FigureColumn & { readonly rows: Set<number> }>();
  const told = new Map(
    words.flatMap(({ behind, column }) => (behind?.place.kind === 'cell' ? [[behind.place.column, column] as const] : [])),
  );
  for (const { place, measure, places } of figures) {
    if (place.kind !== 'cell' || measure === 'times') continue;
    const known = found.get(place.column);
    const [first] = places;
    if (known) known.rows.add(place.row);
    else
      found.set(place.column, {
        column: { id: place.column, measure },
        x: first ? first.x + first.width / 2 : 0,
        rows: new Set([place.row]),
        index: told.get(place.column),
      });
  }
  return [...found.values()].slice(0, dataLimits.columns).sort((a, b) => a.x - b.x);
}

const lastOf = (words: readonly CellWords[]): number => Math.max(-1, ...words.map(({ column }) => column));

/** Columns of figures to the right of the last column that has words. */
function rightOfWords(own: readonly FigureColumn[], { words, runsOf }: ColumnSources): number {
  const last = lastOf(words);
  if (last < 0) return 0;
  const ends = words.filter(({ column }) => column === last).flatMap(({ text }) => runsOf(text).map(({ x, width }) => x + width));
  const end = Math.max(0, ...ends);
  return own.filter(({ x, index }) => (index === undefined ? x > end : index > last)).length;
}

function placedColumns(own: readonly FigureColumn[], count: number, { words, headOf, runsOf }: ColumnSources): Table['columns'] {
  const columns = Array.from({ length: count }, (_, index): Table['columns'][number] => ({ id: `blank.${index}`, measure: 'amount' }));
  const middles = columns.map((_, index) => {
    const [run] = runsOf(headOf(index));
    return run ? run.x + run.width / 2 : undefined;
  });
  const told = new Set(own.flatMap(({ index }) => index ?? []));
  /** No figure stands in a cell that has words in its place. */
  const isFree = (index: number, { rows, index: known }: FigureColumn) =>
    known === undefined
      ? !told.has(index) && !words.some(({ column, row, behind }) => column === index && !behind && rows.has(row))
      : known === index;
  let from = 0;
  own.forEach((figures, place) => {
    // Those after it need a column each.
    const last = count - (own.length - place);
    const free = columns.flatMap((_, index) => (index >= from && index <= last && isFree(index, figures) ? [index] : []));
    const distance = (index: number) => Math.abs((middles[index] ?? Number.POSITIVE_INFINITY) - figures.x);
    const best = free.reduce((nearest, index) => (distance(index) < distance(nearest) ? index : nearest), free[0] ?? from);
    columns[best] = figures.column;
    from = best + 1;
  });
  return columns;
}
