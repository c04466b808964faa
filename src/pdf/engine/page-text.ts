// Turn an open page into its text as the reader gives it, or into its words with their boxes.
import { readingLimits } from '../../model/limits.ts';
import { say } from '../../model/say.ts';
import { type Replaced, type Replacing, takeReplacements } from './drawn-text.ts';
import { mendSwapped } from './mend-swapped.ts';
import { type PdfEngine, withMemory, withPage, withText } from './pdf-engine.ts';
import { folded, type PdfWord, type SaidOtherwise } from './pdf-page.ts';
import { type Point, placing } from './placing.ts';
import { type Ink, TextInks } from './text-inks.ts';

/** In reading order, with the reader's own white space. */
export function pageText(engine: PdfEngine, page: number, index: number): string {
  return withText(engine, page, index, (text) => {
    const count = engine._FPDFText_CountChars(text);
    if (count <= 0) return '';
    return withMemory(engine, (count + 1) * 2, (units) => {
      const length = engine._FPDFText_GetText(text, 0, count, units);
      if (length <= 0) return '';
      const read = new TextDecoder('utf-16le').decode(engine.HEAPU8.subarray(units, units + (length - 1) * 2));
      return hyphenMarks.reduce((words, mark) => words.replaceAll(String.fromCodePoint(mark), '-'), read);
    });
  });
}

/** The reader's own marks for a hyphen at a line's end, which are hyphens again. */
const hyphenMarks: readonly number[] = [0x0002, 0xfffe];

/** Words of a page, and where the file says others of them than are drawn. */
export interface PageWords {
  readonly words: readonly PdfWord[];
  readonly said: readonly SaidOtherwise[];
}

/**
 * Words in the order of the reader, as they are drawn; as the file says them (ActualText) on a page with glyphs that have no meaning of
 * their own. Throws where a page has more characters than are read.
 */
export function pageWords(engine: PdfEngine, document: number, page: number, index: number, height: number): PageWords {
  const replaced = takeReplacements(engine, page);
  const drawn = readWords(engine, page, index, height, replaced);
  if (drawn.read === new Set(replaced.values()).size) return drawn;
  // Its tags are taken from the page that is open: it is opened anew.
  const { words } = withPage(engine, document, index, (again) => readWords(engine, again, index, height, new Map()));
  return { words, said: drawn.said.map((each) => ({ ...each, isSaid: true })) };
}

/** `read`: how many of the tags have glyphs that mean something. */
function readWords(
  engine: PdfEngine,
  page: number,
  index: number,
  height: number,
  replaced: Replaced,
): PageWords & { readonly read: number } {
  return withText(engine, page, index, (text) => {
    const count = engine._FPDFText_CountChars(text);
    if (count > readingLimits.characters)
      throw new Error(say`page ${index + 1} has ${count} characters, and ${readingLimits.characters} are read`);
    const place = placing(engine, page, height);
    return withMemory(engine, 32, (box) => {
      const words: PdfWord[] = [];
      const inks = new TextInks(engine, text);
      const drawn = new Map<Replacing, Open>();
      let open: Open | undefined;
      let last: Edges | undefined;
      for (let i = 0; i < count; i++) {
        const character = characterOf(engine._FPDFText_GetUnicode(text, i));
        if (character === undefined) continue;
        const replacing = replaced.size > 0 ? replaced.get(engine._FPDFText_GetTextObject(text, i)) : undefined;
        const tag = replacing && (drawn.get(replacing) ?? nothing(inks.of(i)));
        if (tag) {
          drawn.set(replacing, tag);
          tag.text += character;
        }
        const isSpace = character.trim() === '';
        const edges = isSpace ? undefined : edgesOf(engine, text, i, box);
        if (open && (isSpace || (edges && last && endsWord(open.text, last, character, edges)))) {
          words.push(closed(open, place));
          open = undefined;
        }
        if (isSpace) continue;
        open ??= nothing(inks.of(i));
        open.text += character;
        last = edges ?? last;
        if (!edges) continue;
        reachTo(open, edges);
        if (tag) reachTo(tag, edges);
      }
      if (open) words.push(closed(open, place));
      const tags = [...drawn].map(([{ said }, { text: glyphs, ...edges }]) => ({
        ...closed({ text: '', ...edges }, place),
        drawn: glyphs,
        said,
      }));
      const said = tags.filter((tag, index) => !saysDrawn(tag, tags[index - 1], tags[index + 1]));
      return {
        words: words.map(mended),
        said: said.map(({ text: _text, letters: _letters, colour: _colour, piece: _piece, ...other }) => other),
        read: drawn.size,
      };
    });
  });
}

/** What a tag has in the place of glyphs, and the glyphs. */
interface Said {
  readonly drawn: string;
  readonly said: string;
}

/** What is said is what is drawn, by itself or together with its neighbour where a hyphen at a line's end parts a word that is said whole. */
function saysDrawn(tag: Said, before: Said | undefined, after: Said | undefined): boolean {
  if (folded(tag.said) === folded(tag.drawn)) return true;
  return (after !== undefined && saysWhole(tag, after)) || (before !== undefined && saysWhole(before, tag));
}

const endsInHyphen = /[-\u2010\u00ad]$/;

function saysWhole(start: Said, end: Said): boolean {
  if (!endsInHyphen.test(start.drawn) || end.said.trim() !== '') return false;
  const joined = [`${start.drawn}${end.drawn}`, `${start.drawn.slice(0, -1)}${end.drawn}`];
  return joined.some((drawn) => folded(drawn) === folded(start.said));
}

/** Characters without a meaning are none; a hyphen at a line's end is a soft one, which may only part the word there. */
function characterOf(code: number): string | undefined {
  if (hyphenMarks.includes(code)) return '\u00ad';
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return String.fromCodePoint(code);
}

/** A box in units of the page. */
interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Undefined where a character has no box. `box` is room for four numbers. */
function edgesOf(engine: PdfEngine, text: number, index: number, box: number): Edges | undefined {
  if (engine._FPDFText_GetCharBox(text, index, box, box + 8, box + 16, box + 24) === 0) return undefined;
  // One by one: this is asked for every character of a file.
  const [numbers, at] = [engine.HEAPF64, box >> 3];
  return { left: numbers[at]!, top: numbers[at + 3]!, right: numbers[at + 1]!, bottom: numbers[at + 2]! };
}

/** Letters of scripts that part words by spaces. */
const spacedLetter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u;
/** Share of the height of letters from which the space between them parts words. */
const space = 0.38;
/** Heights of letters by which a letter lies before the one before it when it stands in another cell. */
const back = 3;

/** The reader puts no space between lines that are set close together, nor everywhere between words that are set without one. */
function endsWord(text: string, last: Edges, character: string, next: Edges): boolean {
  if (text.endsWith('\u00ad')) return false;
  const [lower, higher] = [next.top < last.bottom, next.bottom > last.top];
  if (lower || higher) return next.right < last.left;
  const height = Math.max(last.top - last.bottom, next.top - next.bottom);
  // The reader has gone on with another cell of the line, and has seen no space.
  if (next.right < last.left - back * height) return true;
  return next.left - last.right > space * height && spacedLetter.test(text) && spacedLetter.test(character);
}

/** A word that may go on: every character reaches further, in units of the page. */
interface Open extends Edges, Ink {
  text: string;
  /** Left edges of its letters, each as often as it comes, and how many these are. */
  weighed: number;
  weight: number;
  count: number;
}

const nothing = (ink: Ink): Open => ({
  text: '',
  left: Infinity,
  top: -Infinity,
  right: -Infinity,
  bottom: Infinity,
  weighed: 0,
  weight: 0,
  count: 0,
  colour: ink.colour,
  piece: ink.piece,
});

function reachTo(open: Open, { left, top, right, bottom }: Edges): void {
  open.count++;
  open.weight += open.count;
  open.weighed += open.count * left;
  open.left = Math.min(open.left, left, right);
  open.right = Math.max(open.right, left, right);
  open.top = Math.max(open.top, top, bottom);
  open.bottom = Math.min(open.bottom, top, bottom);
}

/** Pages are turned by quarters, so two corners of a box are two corners of its place. */
function closed({ text, left, top, right, bottom, weighed, weight, colour, piece }: Open, place: (x: number, y: number) => Point): PdfWord {
  if (left > right) return { text, x: 0, y: 0, width: 0, height: 0, colour, piece };
  const [[x, y], [otherX, otherY]] = [place(left, top), place(right, bottom)];
  return {
    text,
    x: Math.min(x, otherX),
    y: Math.min(y, otherY),
    width: Math.abs(otherX - x),
    height: Math.abs(otherY - y),
    letters: weighed / weight - left,
    colour,
    piece,
  };
}

function mended(word: PdfWord): PdfWord {
  const text = mendSwapped(word.text);
  return text === word.text ? word : { ...word, text };
}
