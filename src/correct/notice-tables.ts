// Turn a table that reads differently into two: as it was printed and as it is corrected, whole or in an excerpt of its changed rows.
import type { TextRecord } from '../model/build-record.ts';
import type { Correction } from '../model/correction.ts';
import type { BodyRow, FigureCell, Inline, Table } from '../model/document.ts';
import { cellRuns } from '../model/document-texts.ts';
import type { Span } from '../model/span.ts';
import { type EarlierElement, type EarlierRelease, lineStarts } from './earlier-elements.ts';
import { type EarlierTable, earlierTable } from './earlier-table.ts';
import { columnsDiffer, excerptOf } from './excerpt-rows.ts';
import type { NoticeWriter } from './notice-writer.ts';
import type { Wordings } from './wordings.ts';

export interface NoticeTables {
  /** Undefined for a table that was not there. */
  readonly before: Table | undefined;
  /** Undefined for a table that is no longer there. */
  readonly after: Table | undefined;
  /** Rows were left out that did not change. */
  readonly excerpt: boolean;
  /** Elements that changed, the first first, for their pages. */
  readonly changedThen: readonly string[];
  readonly changedNow: readonly string[];
}

/** What the tables of a notice are made with. */
export interface TableSetting {
  readonly correction: Correction;
  readonly earlier: EarlierRelease;
  readonly wordings: Wordings;
  readonly writer: NoticeWriter;
  /** Changed rows up to which a table is shown in an excerpt. */
  readonly excerptLimit: number;
  /** Where the layout asks for the tables. */
  readonly at: Span;
}

/** Undefined for a table in which nothing changed; `whole` shows it all the same, as for one that changed places. One side may be missing. */
export function noticeTables(
  old: EarlierElement | undefined,
  now: Table | undefined,
  setting: TableSetting,
  whole = false,
): NoticeTables | undefined {
  const { correction, earlier, wordings } = setting;
  const rowsById = new Map(now?.rows.map((row) => [`${row.id}.label`, row]));
  const table = old && earlierTable(old, earlier, now, ({ id }) => rowsById.get(wordings.laterOf(id) ?? ''));
  const changes = new TableChanges(correction, wordings);
  const then = table && changes.inEarlier(table);
  const today = now && changes.inLater(now);
  const isChanged = [then, today].some((side) => side !== undefined && side.elements.length > 0);
  if (!isChanged && !whole) return undefined;
  const inRows = table && now && !whole && !columnsDiffer(table, now, wordings);
  const rows = inRows ? excerptOf(table, now, wordings, then?.rows ?? new Set(), today?.rows ?? new Set()) : undefined;
  // Of a small table with another head or caption the rows are shown, changed or not.
  const isSmall = table !== undefined && table.rows.length <= setting.excerptLimit;
  const excerpt = rows !== undefined && rows.changed <= setting.excerptLimit && rows.leavesOut && (rows.changed > 0 || !isSmall);
  return {
    before: table && beforeTable(table, now, excerpt ? rows.earlier : undefined, changes, setting),
    after: now && afterTable(now, excerpt ? rows.later : undefined, setting),
    excerpt,
    changedThen: then?.elements ?? [],
    changedNow: today?.elements ?? [],
  };
}

interface ChangedElements {
  /** Ids of cells, heads, captions and labels. */
  readonly elements: readonly string[];
  /** Ids of rows. */
  readonly rows: ReadonlySet<string>;
}

class TableChanges {
  readonly #correction: Correction;
  readonly #wordings: Wordings;
  /** Figures of the earlier release that changed or are gone. */
  readonly #figuresThen: ReadonlySet<number>;

  constructor(correction: Correction, wordings: Wordings) {
    const { figures, removed } = correction.changes;
    this.#correction = correction;
    this.#wordings = wordings;
    this.#figuresThen = new Set([...removed, ...[...figures.values()].flatMap((figure) => figure ?? [])].map(({ id }) => id));
  }

  hadFigure(id: number): boolean {
    return this.#figuresThen.has(id);
  }

  inEarlier({ captions, unit, heads, rows, id }: EarlierTable): ChangedElements {
    const isChanged = (text: TextRecord | undefined) => text !== undefined && this.#wordings.changeOfEarlier(text.id) !== undefined;
    const texts = [...captions, ...(unit ? [unit] : []), ...heads.flatMap(({ text }) => text ?? [])].filter(isChanged);
    const changed = rows.map((row) => ({
      row: row.id,
      elements: [
        ...row.cells.flatMap((figure, index) =>
          (figure && this.hadFigure(figure.id)) || isChanged(row.words[index]) ? [`${row.id}.c${index + 1}`] : [],
        ),
        ...(row.label && isChanged(row.label) ? [row.label.id] : []),
      ],
    }));
    return elementsOf(
      texts.map((text) => text.id),
      changed,
      id,
    );
  }

  inLater({ captions, unit, heads, rows, id }: Table): ChangedElements {
    const { figures } = this.#correction.changes;
    const isChanged = (text: string) => this.#wordings.changeOf(text) !== undefined;
    const texts = [...captions, ...(unit ? [unit] : []), ...heads].map((text) => text.id).filter(isChanged);
    const changed = rows.map((row) => ({
      row: row.id,
      elements: [
        ...row.cells.flatMap((cell) =>
          cell && (cell.figure === undefined ? isChanged(cell.id) : figures.has(cell.figure) || isChanged(cell.id)) ? [cell.id] : [],
        ),
        ...[`${row.id}.label`].filter(isChanged),
      ],
    }));
    return elementsOf(texts, changed, id);
  }
}

function elementsOf(
  texts: readonly string[],
  changed: readonly { readonly row: string; readonly elements: readonly string[] }[],
  table: string,
): ChangedElements {
  const elements = [...texts, ...changed.flatMap((row) => row.elements)];
  return {
    elements: elements.length > 0 ? [...elements, table] : [],
    rows: new Set(changed.filter((row) => row.elements.length > 0).map(({ row }) => row)),
  };
}

function afterTable(table: Table, rows: ReadonlySet<string> | undefined, { writer, wordings }: TableSetting): Table {
  const id = writer.nextId();
  const rename = (inner: string): string => id + inner.slice(table.id.length);
  const text = (own: string, inlines: readonly Inline[]) => writer.after(wordings.after(own, inlines));
  const { anchor: _anchor, unit, ...rest } = table;
  return {
    ...rest,
    id,
    whole: true,
    captions: table.captions.map((caption) => ({ id: rename(caption.id), inlines: text(caption.id, caption.inlines) })),
    ...(unit ? { unit: { id: rename(unit.id), inlines: text(unit.id, unit.inlines) } } : {}),
    heads: table.heads.map((head) => ({
      ...head,
      id: rename(head.id),
      pieces: cutAt(text(head.id, head.pieces.flat()), edgesOf(head.pieces)),
    })),
    rows: table.rows
      .filter((row) => rows?.has(row.id) ?? true)
      .map((row) => ({
        ...row,
        id: rename(row.id),
        label: text(`${row.id}.label`, row.label),
        cells: row.cells.map((cell) => cell && writer.cellAfter(wordsMarked(cell, wordings), rename(cell.id))),
        heads: row.heads.map(rename),
      })),
  };
}

/** What reads differently of the words and the mark of a cell is marked. */
function wordsMarked(cell: FigureCell, wordings: Wordings): FigureCell {
  const runs = cellRuns(cell);
  if (runs.length === 0) return cell;
  const marked = cutAt(wordings.after(cell.id, runs.flat()), edgesOf(runs));
  const [words, mark] = cell.words ? marked : [undefined, ...marked];
  return { ...cell, ...(cell.words && { words: words ?? [] }), ...(cell.mark && { mark: mark ?? [] }) };
}

/** From the record of the earlier release; heads break where those of the corrected table do if they say the same, else where they did. */
function beforeTable(
  table: EarlierTable,
  now: Table | undefined,
  rows: ReadonlySet<string> | undefined,
  changes: TableChanges,
  { writer, wordings, earlier, at }: TableSetting,
): Table {
  const id = writer.nextId();
  const rename = (inner: string): string => id + inner.slice(table.id.length);
  const text = (record: TextRecord): readonly Inline[] => writer.before(wordings.before(record));
  const headsNow = new Map(now?.heads.map((head) => [head.id, head.pieces]));
  const piecesOf = (record: TextRecord | undefined): readonly (readonly Inline[])[] => {
    if (!record) return [];
    const later = headsNow.get(wordings.laterOf(record.id) ?? '');
    const words = later?.flat().map((inline) => inline.text);
    return later && words?.join('') === record.text
      ? cutAt(text(record), edgesOf(later))
      : cutAt(text(record), lineStarts(earlier, record));
  };
  return {
    kind: 'table',
    id,
    class: now?.class ?? '',
    lang: writer.lang,
    at,
    whole: true,
    statement: table.statement,
    style: table.style,
    captions: table.captions.map((caption) => ({ id: rename(caption.id), inlines: text(caption) })),
    ...(table.unit ? { unit: { id: rename(table.unit.id), inlines: text(table.unit) } } : {}),
    summary: table.summary,
    headRows: table.headRows,
    heads: table.heads.map(({ text: record, ...head }) => ({ ...head, id: rename(head.id), pieces: piecesOf(record), at })),
    columns: table.columns,
    rows: table.rows
      .filter((row) => rows?.has(row.id) ?? true)
      .map((row): BodyRow => {
        const own = rename(row.id);
        return {
          id: own,
          kind: row.kind,
          depth: row.depth,
          rule: row.rule,
          label: row.label ? text(row.label) : [],
          cells: row.cells.map((figure, index): FigureCell | undefined => {
            const id = `${own}.c${index + 1}`;
            const record = row.words[index];
            const words = record && text(record);
            if (figure) return { ...writer.cellBefore(figure, id, changes.hadFigure(figure.id)), ...(words && { mark: words }) };
            return words && { id, prefix: '', core: record.text, suffix: '', decimals: 0, words, at };
          }),
          heads: row.heads.map(rename),
          at,
        };
      }),
  };
}

/** Where each piece after the first begins. */
function edgesOf(pieces: readonly (readonly Inline[])[]): readonly number[] {
  let end = 0;
  return pieces.slice(0, -1).map((piece) => {
    end += piece.reduce((sum, { text }) => sum + text.length, 0);
    return end;
  });
}

/** The same runs in pieces that begin at these offsets. */
function cutAt(inlines: readonly Inline[], edges: readonly number[]): readonly (readonly Inline[])[] {
  const pieces: Inline[][] = [[]];
  let [start, next] = [0, 0];
  for (const inline of inlines) {
    const end = start + inline.text.length;
    let from = start;
    for (let edge = edges[next]; edge !== undefined && edge < end; edge = edges[++next]) {
      if (edge > from) pieces.at(-1)?.push({ ...inline, text: inline.text.slice(from - start, edge - start) });
      pieces.push([]);
      from = Math.max(from, edge);
    }
    pieces.at(-1)?.push({ ...inline, text: inline.text.slice(from - start) });
    start = end;
  }
  return pieces.filter((piece) => piece.length > 0);
}
