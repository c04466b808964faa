// Turn the texts of a table's cells into text that knows its owner: measured and set alike, each once.
import type { BodyRow, FigureCell, HeadCell } from '../../model/document.ts';
import type { OwnedInline } from '../paragraph/line.ts';
import { ownedBy } from '../paragraph/own.ts';

const pieces = new WeakMap<HeadCell, readonly (readonly OwnedInline[])[]>();

/** The pieces of a head, inlines counted over all of them. */
export function ownPieces(head: HeadCell): readonly (readonly OwnedInline[])[] {
  let owned = pieces.get(head);
  if (!owned) {
    let from = 0;
    owned = head.pieces.map((piece) => {
      from += piece.length;
      return ownedBy(piece, head.id, from - piece.length);
    });
    pieces.set(head, owned);
  }
  return owned;
}

/** The label of a row. */
export const ownLabel = ({ id, label }: BodyRow): readonly OwnedInline[] => ownedBy(label, `${id}.label`);

const figures = new WeakMap<FigureCell, Map<string, readonly OwnedInline[]>>();

/** A part of a figure. */
export function ownFigure(text: string, cell: FigureCell): readonly OwnedInline[] {
  let parts = figures.get(cell);
  if (!parts) {
    parts = new Map();
    figures.set(cell, parts);
  }
  let owned = parts.get(text);
  if (!owned) {
    const { id, at, figure, changed } = cell;
    owned = [{ inline: { text, at, ...(figure !== undefined && { figure }), ...(changed && { changed }) }, owner: id }];
    parts.set(text, owned);
  }
  return owned;
}

/** What ends at the digit edge: the figure with its sign, or the words in its place. */
export const ownCore = (cell: FigureCell): readonly OwnedInline[] =>
  cell.words ? ownedBy(cell.words, cell.id) : ownFigure(cell.prefix + cell.core, cell);

/** The note mark behind it all; empty where there is none. */
export const ownMark = ({ id, mark, words }: FigureCell): readonly OwnedInline[] => (mark ? ownedBy(mark, id, words?.length ?? 0) : []);
