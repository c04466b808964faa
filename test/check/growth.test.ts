// Texts and literals that would take for ever if a pattern of check or language went back over what it had read.
import { describe, expect, it } from 'vitest';
import { literalPlaces } from '../../src/check/literal-places.ts';
import type { TypedText } from '../../src/check/typed-text.ts';
import { numberWords, splitSentences } from '../../src/language/text-pieces.ts';
import type { Literal } from '../../src/model/exceptions.ts';
import { timeTaken } from '../support/time-taken.ts';

const at = { file: 'a.md', line: 1, column: 1, length: 1 };
const typed = (text: string): TypedText => ({
  lang: 'en',
  text,
  typed: text,
  runs: [{ inline: { text, at }, start: 0, end: text.length }],
});
const reference = (text: string): Literal => ({ kind: 'reference', text, why: '', from: 'release', at });

function milliseconds(use: () => void): number {
  const taken = timeTaken();
  use();
  return taken();
}

describe('a reference of many numbers', () => {
  it.each(['#'.repeat(30), `${'#.'.repeat(30)}#x`, `${'#1'.repeat(20)}x`, `${'# '.repeat(30)}x`])('%s is sought in one go', (pattern) => {
    for (const text of ['1'.repeat(10_000), '1.'.repeat(5_000), '1 '.repeat(5_000), '11 1.1'.repeat(1_600)])
      expect(milliseconds(() => literalPlaces(typed(text), [reference(pattern)]))).toBeLessThan(500);
  });

  it('stands for whole numbers', () => {
    const places = (text: string, pattern: string) =>
      literalPlaces(typed(text), [reference(pattern)]).map(({ start, end }) => text.slice(start, end));
    expect(places('see Table 12 and Table 3.', 'Table #')).toEqual(['Table 12', 'Table 3']);
    expect(places('from 10 to 200', '# to #')).toEqual(['10 to 200']);
    expect(places('page 7', '#')).toEqual(['7']);
  });
});

describe('a text of ten thousand characters', () => {
  const shapes = ['1', '1,', '1 ', 'one ', 'one-', 'ONE HUNDRED ', 'hundred-', '(A. ', '. ', '.', '(', ' ', 'a', '"', '! '];
  const wide = ['一', '第一', '百万', '四半期', '。', '（あ。', '１', '，'];
  it.each([...shapes.map((shape) => ['en', shape] as const), ...wide.map((shape) => ['ja', shape] as const)])(
    'in %s of %j is read at once',
    (lang, shape) => {
      const text = shape.repeat(Math.ceil(10_000 / shape.length));
      expect(milliseconds(() => numberWords(text, lang))).toBeLessThan(700);
      expect(milliseconds(() => splitSentences([{ text, at }], lang))).toBeLessThan(700);
    },
  );

  it('ends a sentence outside brackets only, however often they are opened', () => {
    const sentences = splitSentences([{ text: 'A (b. C) d. E. (F. G. H.) I', at }], 'en').map((runs) =>
      runs.map(({ text }) => text).join(''),
    );
    expect(sentences).toEqual(['A (b. C) d. ', 'E. ', '(F. G. H.) ', 'I']);
  });
});
