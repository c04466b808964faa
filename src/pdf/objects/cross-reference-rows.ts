// Turn the rows of a stream of cross-references into the objects that they name, each with where it stands (ISO 32000-1, 7.5.8).
import { fileLimits as limits } from '../../model/limits.ts';
import { PdfFault } from './pdf-value.ts';

/** Where an object stands: in the file, or at an index of an object stream. */
export type Place = { readonly offset: number } | { readonly stream: number; readonly index: number };

/** One row: its object, and its place; undefined for one that is free, or of a kind that nobody knows. */
export interface CrossReference {
  readonly number: number;
  readonly place: Place | undefined;
}

/** `widths` is /W; `ranges` are the pairs of /Index, absent where the rows count from 0. Throws `PdfFault` for rows of no form. */
export function* crossReferenceRows(
  rows: Uint8Array,
  widths: readonly number[],
  ranges?: readonly number[],
): Generator<CrossReference, void, undefined> {
  const [type = 0, where = 0, index = 0] = widths;
  const row = type + where + index;
  if (!(row > 0 && row < 32) || rows.length / row > limits.objects) throw new PdfFault('the cross-references are of an unknown form');
  const field = (at: number, width: number, absent: number): number => {
    let value = width === 0 ? absent : 0;
    for (let i = 0; i < width; i++) value = value * 256 + (rows[at + i] ?? 0);
    return value;
  };
  const pairs = ranges ?? [0, Math.floor(rows.length / row)];
  let at = 0;
  for (let r = 0; r + 1 < pairs.length; r += 2) {
    const [first, count] = [pairs[r] ?? 0, pairs[r + 1] ?? 0];
    for (let n = 0; n < count && at + row <= rows.length; n++, at += row) {
      const [kind, second, third] = [field(at, type, 1), field(at + type, where, 0), field(at + type + where, index, 0)];
      yield { number: first + n, place: kind === 1 ? { offset: second } : kind === 2 ? { stream: second, index: third } : undefined };
    }
  }
}
