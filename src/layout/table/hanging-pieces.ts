// Turn the pieces of a head into pieces that hang: what one bracket holds over several lines starts behind the bracket, line below line.
import type { OwnedInline } from '../paragraph/line.ts';

/** A piece of a head, in the unit of the measure that it was made with. */
export interface HeadPiece {
  readonly inlines: readonly OwnedInline[];
  /** Where a line that begins with it starts, behind the bracket that an earlier piece opened: 0 for all others. */
  readonly hang: number;
}

const closers: ReadonlyMap<string, string> = new Map([
  ['（', '）'],
  ['(', ')'],
  ['〔', '〕'],
  ['［', '］'],
  ['[', ']'],
]);

/** Pieces in their order, empty ones left out; `width` is that of a line. */
export function hangingPieces(
  pieces: readonly (readonly OwnedInline[])[],
  width: (inlines: readonly OwnedInline[]) => number,
): readonly HeadPiece[] {
  let open: { readonly closer: string; readonly hang: number } | undefined;
  return pieces.flatMap((inlines): readonly HeadPiece[] => {
    const [first] = inlines;
    if (!first) return [];
    const text = inlines.map(({ inline }) => inline.text).join('');
    const hang = open?.hang ?? 0;
    if (open) {
      if (text.includes(open.closer)) open = undefined;
    } else {
      const [bracket = ''] = text;
      const closer = closers.get(bracket);
      if (closer && !text.includes(closer)) open = { closer, hang: width([{ ...first, inline: { ...first.inline, text: bracket } }]) };
    }
    return [{ inlines, hang }];
  });
}
