// Turn stretches that two files have in common into pairs of the reader's words, each with where it stood and where it stands.
import type { Box } from '../../model/difference.ts';
import type { FileText } from './file-text.ts';
import type { Gap } from './text-gaps.ts';

/** A word of the new file, and the word of the old one in which it begins. */
export interface WordPair {
  readonly old: Box;
  readonly new: Box;
  /** Both begin with the same letter, so that their places say by how much it moved. */
  readonly whole: boolean;
  /** It stands at another place of its page, in another size, or in another line of its paragraph. */
  readonly moved: boolean;
}

/** Both texts, which know where their words stand. */
interface Texts {
  readonly old: FileText;
  readonly now: FileText;
}

/** Points by which a word may be read elsewhere and still stand where it stood. */
const sameLength = 0.3;

/** In the order of the new file; a stretch whose tokens are not as many in both is a word that is broken, and pairs by its beginning. */
export function wordPairs(old: FileText, now: FileText, stretches: readonly Gap[]): readonly WordPair[] {
  const pairs: WordPair[] = [];
  const texts = { old, now };
  for (const {
    old: [a, b],
    new: [c, d],
  } of stretches) {
    const count = b - a === d - c ? d - c : Math.min(1, d - c);
    for (let index = 0; index < count; index++) {
      const [i, j] = [a + index, c + index];
      // A page that was not read has no words.
      if (now.starts[j] === now.ends[j]) continue;
      const isWord = now.beginsWord(j);
      if (!isWord && index > 0 && now.wordOf(j) === now.wordOf(j - 1) && old.wordOf(i) === old.wordOf(i - 1)) continue;
      pairs.push(pairOf(texts, i, j));
    }
  }
  return pairs;
}

function pairOf(texts: Texts, i: number, j: number): WordPair {
  const { old, now } = texts;
  const [oldWord, newWord] = [old.wordOf(i), now.wordOf(j)];
  const [was, is] = [old.placeOf(oldWord), now.placeOf(newWord)];
  const whole = old.beginsWord(i) && now.beginsWord(j);
  const far = (a: number, b: number) => Math.abs(a - b) > sameLength;
  const alike = whole && old.readWord(oldWord) === now.readWord(newWord);
  const resized = alike && (far(was.height, is.height) || far(was.width, is.width));
  const shifted = whole ? far(was.x, is.x) || far(was.y, is.y) : far(was.y, is.y) || old.beginsWord(i) !== now.beginsWord(j);
  return new PairOfTexts(texts, oldWord, newWord, whole, shifted || resized);
}

/** Hundreds of thousands of pairs are kept, and their places are made anew each time that they are asked for. */
class PairOfTexts implements WordPair {
  readonly whole: boolean;
  readonly moved: boolean;
  readonly #texts: Texts;
  readonly #old: number;
  readonly #new: number;

  constructor(texts: Texts, old: number, now: number, whole: boolean, moved: boolean) {
    this.#texts = texts;
    this.#old = old;
    this.#new = now;
    this.whole = whole;
    this.moved = moved;
  }

  get old(): Box {
    return this.#texts.old.placeOf(this.#old);
  }

  get new(): Box {
    return this.#texts.now.placeOf(this.#new);
  }
}

/** `page 3`, `pages 3 to 5`, `pages 3, 5`: rising. */
export function describePages(pages: readonly number[]): string {
  const [first = 0, last = first] = [pages[0], pages.at(-1)];
  if (pages.length <= 1) return `page ${first}`;
  if (last - first === pages.length - 1) return `pages ${first} to ${last}`;
  const told = pages.slice(0, 5).join(', ');
  return pages.length > 5 ? `pages ${told} and ${pages.length - 5} more` : `pages ${told}`;
}
