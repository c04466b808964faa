// Turn a table with changed cells into two: as it was printed and as it is corrected, whole or in an excerpt of its changed rows.
import type { FigureRecord } from '../model/build-record.ts';
import type { ChangedText, Correction } from '../model/correction.ts';
import type { BodyRow, Inline, Table } from '../model/document.ts';
import { changedInlines } from './changed-inlines.ts';
import type { NoticeWriter } from './notice-writer.ts';

export interface NoticeTables {
  readonly before: Table;
  readonly after: Table;
  /** Rows were left out that did not change. */
  readonly excerpt: boolean;
  /** First element of the corrected release that changed. */
  readonly first: string;
}

/** Undefined for a table in which nothing changed. */
export function noticeTables(table: Table, writer: NoticeWriter, correction: Correction, excerptLimit: number): NoticeTables | undefined {
  const { changes } = correction;
  const texts = new Map(changes.texts.flatMap((text) => (text.id === undefined ? [] : [[text.id, text] as const])));
  const removed = removedRows(table, correction);
  const changed = table.rows.filter(
    (row) => texts.has(`${row.id}.label`) || row.cells.some((cell) => cell && changes.figures.has(cell.figure)),
  );
  const heads = table.heads.filter(({ id }) => texts.has(id));
  const captions = [...table.captions, ...(table.unit ? [table.unit] : [])].filter(({ id }) => texts.has(id));
  const first =
    captions[0]?.id ?? heads[0]?.id ?? changed[0]?.cells.find((cell) => cell && changes.figures.has(cell.figure))?.id ?? changed[0]?.id;
  if (first === undefined && removed.length === 0) return undefined;
  const excerpt = changed.length + removed.length <= excerptLimit && changed.length < table.rows.length;
  const kept = excerpt ? withHeads(table, changed) : table.rows;
  return {
    before: beforeTable(table, kept, removed, texts, writer),
    after: afterTable(table, kept, texts, writer),
    excerpt,
    first: first ?? table.id,
  };
}

/** Changed rows and the section heads above them. */
function withHeads(table: Table, changed: readonly BodyRow[]): readonly BodyRow[] {
  const wanted = new Set(changed.flatMap((row) => [row.id, ...row.heads]));
  return table.rows.filter(({ id }) => wanted.has(id));
}

function afterTable(table: Table, rows: readonly BodyRow[], texts: ReadonlyMap<string, ChangedText>, writer: NoticeWriter): Table {
  const text = (id: string, inlines: readonly Inline[]) =>
    writer.after(texts.has(id) ? changedInlines(texts.get(id)?.before, inlines, table.lang).after : inlines);
  return renamed(table, writer.nextId(), text, (rename) =>
    rows.map((row) => ({
      ...row,
      id: rename(row.id),
      label: text(`${row.id}.label`, row.label),
      cells: row.cells.map((cell) => cell && writer.cellAfter(cell, rename(cell.id))),
      heads: row.heads.map(rename),
    })),
  );
}

function beforeTable(
  table: Table,
  rows: readonly BodyRow[],
  removed: readonly RemovedRow[],
  texts: ReadonlyMap<string, ChangedText>,
  writer: NoticeWriter,
): Table {
  const text = (id: string, inlines: readonly Inline[]): readonly Inline[] => {
    const changed = texts.get(id);
    if (!changed) return writer.after(inlines);
    return writer.before(changedInlines(changed.before, inlines, table.lang).before);
  };
  return renamed(table, writer.nextId(), text, (rename) => {
    const known = rows.flatMap((row): readonly BodyRow[] => {
      const cells = row.cells.map((cell) => cell && writer.cellBefore(cell, rename(cell.id)));
      const label = text(`${row.id}.label`, row.label);
      // A row that is new was not there.
      if (label.length === 0 && cells.every((cell) => cell === undefined)) return [];
      return [{ ...row, id: rename(row.id), label, cells, heads: row.heads.map(rename) }];
    });
    return removed.reduce((all, { index, label, figures }) => {
      const id = `${rename(table.id)}.gone${index}`;
      const cells = table.columns.map((column, at) => {
        const figure = figures.find(({ place }) => place.kind === 'cell' && place.column === column.id);
        return figure && writer.cellOf(figure, `${id}.c${at + 1}`);
      });
      const words = writer.before(changedInlines(label?.before, [], table.lang).before);
      const row: BodyRow = { id, kind: 'item', depth: 0, rule: 'none', label: words, cells, heads: [], at: table.at };
      return all.toSpliced(Math.min(index, all.length), 0, row);
    }, known);
  });
}

/** A row that the corrected release no longer prints. */
interface RemovedRow {
  /** Its index in the earlier table. */
  readonly index: number;
  readonly label: ChangedText | undefined;
  readonly figures: readonly FigureRecord[];
}

function removedRows(table: Table, { changes }: Correction): readonly RemovedRow[] {
  const rows = new Map<number, FigureRecord[]>();
  for (const figure of changes.removed) {
    const { place, lang } = figure;
    if (place.kind !== 'cell' || place.statement !== table.statement || lang !== table.lang) continue;
    rows.set(place.row, [...(rows.get(place.row) ?? []), figure]);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([index, figures]) => {
      const label = changes.texts.find(
        ({ id, lang, before }) =>
          id === undefined && lang === table.lang && before?.statement === table.statement && before.id.endsWith(`.r${index}.label`),
      );
      return { index, label, figures };
    });
}

/** The table under another id, with everything in it named after it. */
function renamed(
  table: Table,
  id: string,
  text: (id: string, inlines: readonly Inline[]) => readonly Inline[],
  rows: (rename: (id: string) => string) => readonly BodyRow[],
): Table {
  const rename = (inner: string): string => id + inner.slice(table.id.length);
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
      pieces: headPieces(head.pieces, text(head.id, head.pieces.flat())),
    })),
    rows: rows(rename),
  };
}

/** Where the words stayed the same so do the places where they may break. */
function headPieces(before: readonly (readonly Inline[])[], inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const left = [...inlines];
  const pieces = before.map((piece) => {
    let length = piece.reduce((sum, { text }) => sum + text.length, 0);
    const taken: Inline[] = [];
    for (let next = left[0]; next && length > 0; next = left[0]) {
      taken.push(next);
      left.shift();
      length -= next.text.length;
    }
    return taken;
  });
  return left.length === 0 ? pieces.filter((piece) => piece.length > 0) : [inlines];
}
