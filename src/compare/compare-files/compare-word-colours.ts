// Turn the words of two pages into those that are printed in another colour, and those that are printed at the same place.
import type { Box } from '../../model/difference.ts';
import { folded, type PdfWord } from '../../pdf/engine/pdf-page.ts';
import { colourWords, otherColour } from './colour-words.ts';
import type { LookChange } from './look-change.ts';

/** Points by which a word may stand elsewhere and be the same; and be drawn with the same letters, which readers measure otherwise. */
const samePlace = 0.6;
const sameLetters = 3;

export function compareWordColours(
  oldPage: number,
  old: readonly PdfWord[],
  newPage: number,
  now: readonly PdfWord[],
): readonly LookChange[] {
  return pairsOf(old, now, samePlace).flatMap(([one, two]): readonly LookChange[] => {
    if (!otherColour(one.colour, two.colour)) return [];
    const [before, after] = [colourWords(one.colour ?? -1), colourWords(two.colour ?? -1)];
    return [{ kind: 'colour', what: 'words', before, after, old: boxOf(oldPage, one), new: boxOf(newPage, two), text: two.text }];
  });
}

/** Boxes on the new page. */
export function sameWords(page: number, old: readonly PdfWord[], now: readonly PdfWord[]): readonly Box[] {
  return pairsOf(old, now, sameLetters).flatMap(([one, two]) =>
    isNear(one, two, sameLetters) ? [boxOf(page, one), boxOf(page, two)] : [],
  );
}

/** In their order where both pages have the same words; else the same word at the same place. */
function pairsOf(old: readonly PdfWord[], now: readonly PdfWord[], most: number): readonly (readonly [PdfWord, PdfWord])[] {
  if (old.length === now.length && old.every(({ text }, index) => text === now[index]?.text))
    return old.map((word, index) => [word, now[index] as PdfWord] as const);
  const places = new Map<string, PdfWord[]>();
  for (const word of now) {
    const key = folded(word.text);
    const known = places.get(key);
    if (known) known.push(word);
    else places.set(key, [word]);
  }
  // A word that occurs a thousand times on both pages is looked for among its first ones.
  return old.flatMap((word) => {
    const other = places
      .get(folded(word.text))
      ?.slice(0, 200)
      .find((each) => isNear(word, each, most));
    return other ? [[word, other] as const] : [];
  });
}

function isNear(a: PdfWord, b: PdfWord, most: number): boolean {
  const [right, bottom] = [a.x + a.width - b.x - b.width, a.y + a.height - b.y - b.height];
  return [a.x - b.x, a.y - b.y, right, bottom].every((length) => Math.abs(length) <= most);
}

const boxOf = (page: number, { x, y, width, height }: PdfWord): Box => ({ page, x, y, width, height });
