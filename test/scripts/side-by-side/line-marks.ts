// Turn set lines into the marks and lines that the typographic rules read: bodies, spaces of the source, gaps between letters.

import { closing, type Mark, middle, opening, type TextLine } from '../../../src/lint/text-lines.ts';
import type { GlyphRun, Page } from '../../../src/model/page.ts';
import { naturalWidths } from './natural-widths.ts';
import type { SetLetter, SetLine } from './set-lines.ts';

/** A letter and the body that it takes, from left to right in points. */
export interface Body {
  readonly letter: SetLetter;
  readonly left: number;
  readonly right: number;
}

/** Bodies of a line: punctuation with a blank half takes half an em (JLREQ 3.1.2), letters their natural width. */
export function bodiesOf({ letters }: SetLine): readonly Body[] {
  return letters.map((letter, index) => {
    const { x, size, stretch, shares, advance } = letter.glyph;
    const isLigature = shares === 0 || letters[index + 1]?.glyph.shares === 0;
    const own = naturalWidths(letter.face).advance(letter.text) * stretch;
    if (own >= 0.9) {
      if (opening.includes(letter.text)) return { letter, left: x + (own - 0.5) * size, right: x + own * size };
      if (closing.includes(letter.text)) return { letter, left: x, right: x + 0.5 * size };
      if (middle.includes(letter.text)) return { letter, left: x + (own / 2 - 0.25) * size, right: x + (own / 2 + 0.25) * size };
    }
    return { letter, left: x, right: x + (isLigature ? advance * stretch : own) * size };
  });
}

/** The line as the rules of the lint read it; where the source has a space, a mark stands for it. */
export function textLineOf(line: SetLine, page: Page): TextLine {
  const { block, y } = line;
  const bodies = bodiesOf(line);
  const marks = bodies.flatMap(({ letter, left, right }, index): readonly Mark[] => {
    const { x, size } = letter.glyph;
    const run: GlyphRun = {
      kind: 'glyphs',
      font: letter.face,
      size,
      x,
      y,
      width: right - left,
      glyphs: [],
      offsets: [],
      owner: { element: block.id },
      lang: block.lang,
    };
    const common = { size, sup: letter.sup, id: 0, run };
    const before = bodies[index - 1];
    const spaceAt = (at: number): Mark => ({ ...common, text: ' ', left: at, right: at, x: at });
    const space = before && letter.before !== '' ? [spaceAt(before.right)] : [];
    const swallowed = line.swallows && index === bodies.length - 1 ? [spaceAt(right)] : [];
    return [...space, { ...common, text: letter.text, left, right, x }, ...swallowed];
  });
  const { first, last } = line;
  return {
    page: { ...page, index: line.page },
    place: block.place,
    y,
    marks,
    first,
    last,
    left: block.left,
    right: block.left + block.measure,
  };
}

/** White between two neighbours of a line, in em of the text. */
export interface Gap {
  readonly before: Body;
  readonly after: Body;
  readonly em: number;
  readonly kind: 'space' | 'solid';
}

/** Gaps of a line; those around raised marks and behind a run-in heading are left out. */
export function gapsOf(line: SetLine): readonly Gap[] {
  const bodies = bodiesOf(line);
  return bodies.flatMap((after, index): readonly Gap[] => {
    const before = bodies[index - 1];
    if (!before || after.letter.apart || after.letter.sup || before.letter.sup) return [];
    const em = (after.left - before.right) / line.block.size;
    return [{ before, after, em, kind: after.letter.before === '' ? 'solid' : 'space' }];
  });
}

/** How far the letters of a line stand from their natural places on average, in em; undefined for a line without words. */
export function letterSpacing(line: SetLine): number | undefined {
  const found = gapsOf(line).flatMap(({ before, after, kind }) => {
    const [a, b] = [before.letter, after.letter];
    if (kind !== 'solid' || a.face !== b.face || b.inserted || a.glyph.shares === 0 || b.glyph.shares === 0) return [];
    const { advance, kerning } = naturalWidths(a.face);
    const kern = kerning(a.text, b.text);
    return kern === undefined ? [] : [(b.glyph.x - a.glyph.x) / a.glyph.size - (advance(a.text) + kern) * a.glyph.stretch];
  });
  return found.length > 0 ? mean(found) : undefined;
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
