// Turn the inlines of a block into its letters, each with the face that our layout prints it in.

import { language } from '../../../src/language/languages.ts';
import { ties } from '../../../src/layout/paragraph/ties.ts';
import type { Inline } from '../../../src/model/document.ts';
import type { Lang } from '../../../src/model/language.ts';
import type { GlyphRun } from '../../../src/model/page.ts';

/** A character of the source that is no space. */
export interface Letter {
  readonly text: string;
  /** Id of the face that sets it. */
  readonly face: string;
  readonly sup: boolean;
  /** White space as the source has it between the letter before and this one; '' for none. */
  readonly before: string;
  /** The gap before it is no word space: what follows a run-in heading. */
  readonly apart: boolean;
  /** A line ends before it because the source says so. */
  readonly forced: boolean;
  /** What a line's end before it costs in our setting: 0 where nothing ties the two, `Infinity` where it is forbidden. */
  readonly tied: number;
}

/** A character of a set text. */
export interface Written {
  readonly text: string;
  readonly face: string;
}

/** Characters that glyph runs print, spaces left out. */
export const writtenIn = (runs: readonly GlyphRun[]): readonly Written[] =>
  runs.flatMap(({ font, glyphs }) => glyphs.flatMap(({ text }) => [...text].filter(isInk).map((each) => ({ text: each, face: font }))));

const isInk = (text: string): boolean => !/[\s\u200b\u00ad]/u.test(text);

/** Width and form of dashes do not tell characters apart: faces lack some, and maps of fonts name others. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−△▲]/gu, '-')
    .replace(/[〜～~]/gu, '~');

/** Letters of texts one after the other, faces taken from the glyphs that print them. */
export function lettersOf(
  texts: readonly { readonly inlines: readonly Inline[]; readonly gapAfter?: boolean }[],
  written: readonly Written[],
  lang: Lang,
): readonly Letter[] {
  const letters: Letter[] = [];
  let at = 0;
  let before = '';
  let forced = false;
  let apart = false;
  for (const { inlines, gapAfter } of texts) {
    for (const inline of inlines) {
      if (inline.lineBreak) forced = true;
      for (const text of inline.text) {
        if (!isInk(text)) {
          if (/\s/u.test(text)) before += text;
          continue;
        }
        // A hyphen that ends a line of a parted word is ours and not the source's.
        while (written[at] && fold(written[at]?.text ?? '') !== fold(text) && fold(written[at]?.text ?? '') === '-') at++;
        const glyph = written[at++];
        if (!glyph || fold(glyph.text) !== fold(text))
          throw new Error(`the layout prints '${glyph?.text ?? ''}' where the text has '${text}'`);
        letters.push({ text, face: glyph.face, sup: inline.sup === true, before, apart, forced, tied: 0 });
        before = '';
        forced = false;
        apart = false;
      }
    }
    if (gapAfter) {
      before = ' ';
      apart = true;
    }
  }
  return withTies(letters, lang);
}

/** Figures with their units and words that stay together, by the rule that our own composition follows. */
function withTies(letters: readonly Letter[], lang: Lang): readonly Letter[] {
  const found = ties(wordsOf(letters), language(lang).typesetting.ties);
  let offset = 0;
  return letters.map((letter) => {
    const at = offset + letter.before.length;
    offset = at + letter.text.length;
    const costs = found.flatMap(({ start, end, joints }) => (at > start && at < end ? [joints.get(at) ?? Number.POSITIVE_INFINITY] : []));
    return { ...letter, tied: Math.max(0, ...costs) };
  });
}

/** Text of letters, spaces as in the source. */
export const wordsOf = (letters: readonly Letter[]): string => letters.map(({ before, text }) => before + text).join('');

/** Text of a stretch as an engine wants it: `joint` says what stands between a letter and the one before it. */
export const joined = (
  stretch: readonly Letter[],
  joint: (letter: Letter, before: Letter | undefined) => string,
  escaped = (text: string): string => text,
): string =>
  stretch.map((letter, index) => (letter.apart || letter.forced ? '' : joint(letter, stretch[index - 1])) + escaped(letter.text)).join('');

/** Stretches of letters that one face sets in one way. */
export function stretchesOf(letters: readonly Letter[]): readonly (readonly Letter[])[] {
  const stretches: Letter[][] = [];
  for (const letter of letters) {
    const open = stretches.at(-1);
    const last = open?.at(-1);
    if (open && last && last.face === letter.face && last.sup === letter.sup && !letter.apart && !letter.forced) open.push(letter);
    else stretches.push([letter]);
  }
  return stretches;
}
