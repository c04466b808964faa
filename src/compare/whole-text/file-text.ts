// Turn the pages of a file into one text that runs through all of them, cut into the words that a comparison keeps whole, each with its place.
import { isFullWidth, printedCharacters } from '../../language/characters.ts';
import { readingForm, withLigatures } from '../../language/reading-forms.ts';
import type { Box } from '../../model/difference.ts';
import type { PdfPage, PdfWord } from '../../pdf/engine/pdf-page.ts';
import { splitWords } from '../words.ts';
import type { HeadWords } from './running-heads.ts';

/** What the file says of a page that was not read. */
export interface TextPages {
  readonly pages: readonly (PdfPage | undefined)[];
  /** Of each page; stands for the words of one that was not read. */
  readonly digests?: readonly string[];
}

/** Tokens are the words that are compared; words are those of the reader, one of which may be a whole line of Japanese. */
export class FileText {
  /** Words in their reading form, joined as they are read: no space between lines of Japanese, no hyphen where a word is broken. */
  readonly text: string;
  /** Of each token: what decides whether two are the same. */
  readonly keys: readonly string[];
  /** Offsets in the text at which each token begins and ends. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Offsets at which a hyphen stands that may only part a word at a line's end. */
  readonly hyphens: readonly number[];
  /** Of each page, the index of its first token; with one more, the number of all. */
  readonly firstOfPage: Int32Array;
  readonly #pages: TextPages['pages'];
  /** Of each word: its offset in the text, its page, its index on the page, and whether it begins a line. */
  readonly #offsets: Int32Array;
  readonly #pageOf: Uint16Array;
  readonly #indexOf: Int32Array;
  readonly #lines: Uint8Array;
  readonly #places: Float32Array;
  /** Words whose characters are not those of their reading form. */
  readonly #formed: Int32Array;
  #kept: { readonly page: number; readonly words: readonly PdfWord[] } | undefined;

  constructor({ pages, digests }: TextPages, heads: HeadWords) {
    const joined = joinWords(pages, heads);
    this.#pages = pages;
    this.text = joined.text;
    this.hyphens = joined.hyphens;
    this.#offsets = Int32Array.from(joined.offsets);
    this.#pageOf = Uint16Array.from(joined.pageOf);
    this.#indexOf = Int32Array.from(joined.indexOf);
    this.#lines = Uint8Array.from(joined.lines);
    this.#places = Float32Array.from(joined.places);
    this.#formed = Int32Array.from(joined.formed);
    const known = new Map<string, string>();
    const keys: string[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    const first = new Int32Array(pages.length + 1);
    pages.forEach((page, index) => {
      first[index] = keys.length;
      const [from, to] = [joined.pageStarts[index] ?? 0, joined.pageStarts[index + 1] ?? joined.text.length];
      if (!page) {
        keys.push(`\u0000${digests?.[index] ?? index}`);
        starts.push(from);
        ends.push(from);
        return;
      }
      for (const { key, start, text } of splitWords(joined.text.slice(from, to))) {
        const kept = known.get(key) ?? key;
        if (kept === key) known.set(key, key);
        keys.push(kept);
        starts.push(from + start);
        ends.push(from + start + text.length);
      }
    });
    first[pages.length] = keys.length;
    this.keys = keys;
    this.starts = Int32Array.from(starts);
    this.ends = Int32Array.from(ends);
    this.firstOfPage = first;
  }

  /** Index of the page, from 0, on which a token begins. */
  pageOf(token: number): number {
    return lastNotAfter(this.firstOfPage, token, this.firstOfPage.length - 1);
  }

  /** Index of the reader's word in which a token begins. */
  wordOf(token: number): number {
    return lastNotAfter(this.#offsets, this.starts[token] ?? 0, this.#offsets.length);
  }

  /** Whether a token begins a word of the reader, and a line. */
  beginsWord(token: number): boolean {
    return this.#offsets[this.wordOf(token)] === this.starts[token];
  }

  /** True at the end of the text too. */
  beginsLine(token: number): boolean {
    if (token >= this.keys.length) return true;
    const word = this.wordOf(token);
    return this.#offsets[word] === this.starts[token] && this.#lines[word] === 1;
  }

  /** True at the end of the text too. */
  beginsPage(token: number): boolean {
    return token >= this.keys.length || this.firstOfPage[this.pageOf(token)] === token;
  }

  /** Number of the reader's words. */
  get words(): number {
    return this.#offsets.length;
  }

  /** Where a word of the reader stands. */
  placeOf(word: number): Box {
    const [places, at] = [this.#places, word * 4];
    const [x = 0, y = 0] = [places[at], places[at + 1]];
    return { page: (this.#pageOf[word] ?? 0) + 1, x, y, width: places[at + 2] ?? 0, height: places[at + 3] ?? 0 };
  }

  /** The reader's words of a page, from 0. */
  wordsOfPage(page: number): readonly number[] {
    const [from, to] = [page, page + 1].map((each) => firstNotBelow(this.#pageOf, each)) as [number, number];
    return Array.from({ length: to - from }, (_, index) => from + index);
  }

  /** A word of the reader in its reading form. */
  readWord(word: number): string {
    return this.text.slice(...this.#range(word)).trimEnd();
  }

  /** For people: as the file names the characters, but for those that only look like what is meant. */
  shownText(from: number, to: number): string {
    return printedCharacters(withLigatures(this.rawText(from, to)));
  }

  /** As the file names the characters, from one offset to another. */
  rawText(from: number, to: number): string {
    let [text, at] = ['', from];
    for (let word = lastNotAfter(this.#offsets, from, this.#offsets.length); word < this.words && at < to; word++) {
      const [start, end] = this.#range(word);
      const raw = this.#wordAt(word)?.text ?? '';
      const stop = Math.min(to, end);
      if (at > start && at >= end) continue;
      const read = this.text.slice(start, end);
      const inside = read.endsWith(' ') ? read.slice(0, -1) : read;
      if (raw.length === inside.length) text += raw.slice(at - start, stop - start) + (stop === end && inside !== read ? ' ' : '');
      else text += at === start && stop === end && !hyphened.test(raw) ? raw + read.slice(inside.length) : this.text.slice(at, stop);
      at = stop;
    }
    return text.trim();
  }

  /** A token as the file names its characters. */
  rawToken(token: number): string {
    return this.rawText(this.starts[token] ?? 0, this.ends[token] ?? 0);
  }

  /** Whether any word between two tokens, the last excluded, is named by other characters than those of its reading form. */
  hasForms(from: number, to: number): boolean {
    if (to <= from || this.#formed.length === 0) return false;
    const next = this.#formed[firstNotBelow(this.#formed, this.wordOf(from))];
    return next !== undefined && next <= this.wordOf(to - 1);
  }

  /** Boxes of the words between two tokens, the last excluded; of a word of which only a part is meant, that part. */
  boxesOf(from: number, to: number): readonly Box[] {
    if (to <= from) return [];
    const [start, end] = [this.starts[from] ?? 0, this.ends[to - 1] ?? 0];
    const boxes: Box[] = [];
    for (let word = this.wordOf(from); word < this.words && (this.#offsets[word] ?? 0) < end; word++) {
      const [a, b] = this.#range(word);
      const length = Math.max(1, this.text.slice(a, b).trimEnd().length);
      const [left, right] = [Math.max(0, start - a) / length, Math.min(1, (end - a) / length)];
      const place = this.placeOf(word);
      if (right > left) boxes.push({ ...place, x: place.x + left * place.width, width: (right - left) * place.width });
    }
    return boxes;
  }

  #range(word: number): readonly [number, number] {
    return [this.#offsets[word] ?? 0, this.#offsets[word + 1] ?? this.text.length];
  }

  #wordAt(word: number): PdfWord | undefined {
    const page = this.#pageOf[word] ?? 0;
    if (this.#kept?.page !== page) this.#kept = { page, words: this.#pages[page]?.words ?? [] };
    return this.#kept.words[this.#indexOf[word] ?? 0];
  }
}

/** The last index whose value is not above; values rise. */
function lastNotAfter(values: Int32Array, value: number, length: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** Values rise. */
function firstNotBelow(values: Uint16Array | Int32Array, value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface JoinedWords {
  readonly text: string;
  readonly hyphens: readonly number[];
  readonly pageStarts: readonly number[];
  readonly offsets: readonly number[];
  readonly pageOf: readonly number[];
  readonly indexOf: readonly number[];
  readonly lines: readonly number[];
  readonly places: readonly number[];
  readonly formed: readonly number[];
}

/** A soft hyphen is the reader's mark of a hyphen at a line's end. */
const hyphened = /\u00ad/;
/** A hyphen that ends a line, of a word that goes on. */
const broken = /\p{L}[-\u2010]$/u;

function joinWords(pages: TextPages['pages'], heads: HeadWords): JoinedWords {
  const pieces: string[] = [];
  const joined = { hyphens: [] as number[], pageStarts: [] as number[], offsets: [] as number[], pageOf: [] as number[] };
  const more = { indexOf: [] as number[], lines: [] as number[], places: [] as number[], formed: [] as number[] };
  let length = 0;
  let last: PdfWord | undefined;
  const put = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
  };
  pages.forEach((page, pageIndex) => {
    // What a page begins with is a word of its own: a page may be put in before it.
    if (length > 0) put(' ');
    joined.pageStarts.push(length);
    last = undefined;
    page?.words.forEach((word, index) => {
      if (heads[pageIndex]?.has(index)) return;
      const line = last === undefined || !isOnLine(last, word);
      const between = last === undefined ? '' : spaceBetween(last, word, line);
      if (line && last && broken.test(last.text) && /^\p{Ll}/u.test(word.text)) {
        // The hyphen and the space after it are left out, and remembered.
        const piece = pieces.pop() ?? '';
        length -= piece.length;
        put(piece.slice(0, -1));
        joined.hyphens.push(length);
      } else put(between);
      joined.offsets.push(length);
      joined.pageOf.push(pageIndex);
      more.indexOf.push(index);
      more.lines.push(line ? 1 : 0);
      more.places.push(word.x, word.y, word.width, word.height);
      const read = readingForm(word.text);
      if (read !== word.text) more.formed.push(joined.offsets.length - 1);
      const parts = read.split('\u00ad');
      parts.forEach((part, at) => {
        if (at > 0) joined.hyphens.push(length);
        put(part);
      });
      last = word;
    });
  });
  return { text: pieces.join(''), ...joined, ...more };
}

/** On one line, words stand side by side: a part of the lower of them, at least, is level with the other, as of a comma. */
function isOnLine(a: PdfWord, b: PdfWord): boolean {
  const common = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return common > Math.min(a.height, b.height) / 4;
}

/** Share of the height of digits up to which there is no space between them. */
const narrow = 0.25;
const ofFigure = /^[\d.,%△▲()+\u2212-]+$/;

/** Japanese has no space at a line's end, nor beside a word of another script; far from each other on a line, words are cells of a table. */
function spaceBetween(last: PdfWord, word: PdfWord, line: boolean): string {
  const [gap, size] = [Math.abs(word.x - last.x - last.width), Math.max(last.height, word.height)];
  // Readers part digits of a figure that were set one by one.
  if (!line && gap < size * narrow && ofFigure.test(last.text) && ofFigure.test(word.text)) return '';
  if (!line && gap > size) return ' ';
  return isFullWidth(withLigatures(last.text).at(-1)) || isFullWidth(withLigatures(word.text)[0]) ? '' : ' ';
}
