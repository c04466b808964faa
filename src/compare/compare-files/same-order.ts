// Turn a file that another program wrote anew into one whose words are read in the order of the first: the same words at the same places.
import { readingForm } from '../../language/reading-forms.ts';
import type { PdfPage, PdfWord } from '../../pdf/engine/pdf-page.ts';
import type { PageMatch } from '../align-pages.ts';
import type { Version } from '../version.ts';
import { isRedrawn } from './is-redrawn.ts';

/** Points by which a word may be read elsewhere. */
const samePlace = 1;
/** Points of a cell in which a word is looked for. */
const cell = 4;

/** Pages on which every word of the old version stands where it stood, and no other does; all others stay as they are read. */
export function inSameOrder(old: Version, now: Version, matches: readonly PageMatch[]): Version {
  if (!isRedrawn(old, now)) return now;
  const partners = new Map(matches.flatMap(({ old: i, new: j }) => (i === undefined || j === undefined ? [] : [[j, i] as const])));
  const pages = now.pages.map((page, index) => {
    const [before, after] = [old.pages[partners.get(index) ?? -1], page];
    const words = before && after && reordered(before.words, after.words);
    return words && after ? new ReorderedPage(after, words) : page;
  });
  return { ...now, pages };
}

/** Undefined where the words are in the same order already, or are not the same. */
function reordered(old: readonly PdfWord[], now: readonly PdfWord[]): readonly PdfWord[] | undefined {
  if (old.length !== now.length || old.every((word, index) => isSame(word, now[index] as PdfWord))) return undefined;
  const places = new Map<string, PdfWord[]>();
  for (const word of now) {
    const key = `${Math.floor(word.x / cell)} ${Math.floor(word.y / cell)}`;
    const known = places.get(key);
    if (known) known.push(word);
    else places.set(key, [word]);
  }
  const words: PdfWord[] = [];
  for (const word of old) {
    const near = [-1, 0, 1].flatMap((right) =>
      [-1, 0, 1].map((down) => places.get(`${Math.floor(word.x / cell) + right} ${Math.floor(word.y / cell) + down}`) ?? []),
    );
    const list = near.find((each) => each.some((other) => isSame(word, other)));
    const index = list?.findIndex((other) => isSame(word, other)) ?? -1;
    const [other] = list?.splice(index, 1) ?? [];
    if (!other) return undefined;
    words.push(other);
  }
  return words;
}

function isSame(a: PdfWord, b: PdfWord): boolean {
  const isNear = [a.x - b.x, a.y - b.y, a.width - b.width].every((length) => Math.abs(length) <= samePlace);
  return isNear && readingForm(a.text) === readingForm(b.text);
}

/** A page as it was read, but for the order of its words. */
class ReorderedPage implements PdfPage {
  readonly words: readonly PdfWord[];
  readonly #page: PdfPage;

  constructor(page: PdfPage, words: readonly PdfWord[]) {
    this.#page = page;
    this.words = words;
    if (page.reducedTo !== undefined) this.reducedTo = page.reducedTo;
    if (page.said) this.said = page.said;
  }

  readonly reducedTo?: number;
  readonly said?: NonNullable<PdfPage['said']>;

  get width(): number {
    return this.#page.width;
  }

  get height(): number {
    return this.#page.height;
  }

  get bitmap(): PdfPage['bitmap'] {
    return this.#page.bitmap;
  }

  get colours(): PdfPage['colours'] {
    return this.#page.colours;
  }

  get shapes(): PdfPage['shapes'] {
    return this.#page.shapes;
  }
}
