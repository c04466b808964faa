// Turn the pieces of a head cell into text that knows its owner: measured and set alike.
import type { HeadCell } from '../../model/document.ts';
import type { OwnedInline } from '../paragraph/line.ts';

/** Inlines count over all pieces. */
export function ownPieces({ id, pieces }: HeadCell): readonly (readonly OwnedInline[])[] {
  let index = 0;
  return pieces.map((piece) => piece.map((inline) => ({ inline, owner: id, index: index++ })));
}
