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
  // Most pages are printed in one colour.
  const first = old[0]?.colour;
  if ([old, now].every((words) => words.every(({ colour }) => colour === first))) return [];
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
    const key = keyOf(word, 0, 0);
    const known = places.get(key);
    if (known) known.push(word);
    else places.set(key, [word]);
  }
  return old.flatMap((word) => {
    for (const right of [0, -1, 1]) {
      for (const down of [0, -1, 1]) {
        const other = places
          .get(keyOf(word, right, down))
          ?.slice(0, mostInCell)
          .find((each) => isNear(word, each, most));
        if (other) return [[word, other] as const];
      }
    }
    return [];
  });
}

/** Points of a cell in which a word is looked for, larger than any distance that is asked for; and words of one cell that are looked at. */
const cell = 8;
const mostInCell = 20;

const keyOf = ({ text, x, y }: PdfWord, right: number, down: number): string =>
  `${Math.floor(x / cell) + right} ${Math.floor(y / cell) + down} ${folded(text)}`;

function isNear(a: PdfWord, b: PdfWord, most: number): boolean {
  const [right, bottom] = [a.x + a.width - b.x - b.width, a.y + a.height - b.y - b.height];
  return [a.x - b.x, a.y - b.y, right, bottom].every((length) => Math.abs(length) <= most);
}

const boxOf = (page: number, { x, y, width, height }: PdfWord): Box => ({ page, x, y, width, height });
