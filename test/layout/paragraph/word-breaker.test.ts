// Turn texts of every kind of character into places where a line may end: the same as the package tells, reading letter by letter.
import fc from 'fast-check';
import LineBreaker from 'linebreak';
import { describe, expect, it } from 'vitest';
import { WordBreaker } from '../../../src/layout/paragraph/word-breaker.ts';

function breaks(breaker: LineBreaker): readonly (readonly [number, boolean])[] {
  const found: (readonly [number, boolean])[] = [];
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) found.push([next.position, next.required]);
  return found;
}

const alike = (text: string) => expect(breaks(new WordBreaker(text))).toEqual(breaks(new LineBreaker(text)));

describe('WordBreaker', () => {
  it.each([
    '',
    'a',
    'word',
    'Revenues of JPY12.3 million, up 3%-point; (see note 4) and/or K-Opticom.',
    '売上高はJPY12百万円（前年同期比3％増）となりました。IIJグループのVPNサービス',
    'line one\nline two\r\nline three\r',
    'ab\u05d0cd-ef\u05d0-gh\u05d0ab-cd',
    'a\u0301b \u{1f1ef}\u{1f1f5}\u{1f1ef}x \u{1f468}\u200d\u{1f469} \u2060x\u00a0y\u202fz',
    'é\u00adclair caf\u00e9s \ud800 lone \udc00halves',
  ])('breaks %j as the package does', alike);

  it('breaks any text as the package does, whatever was read before', () => {
    const pieces = [
      'a',
      'Z',
      'word',
      ' ',
      '  ',
      '-',
      '/',
      '1',
      '12.5',
      ',',
      '(',
      ')',
      '“',
      '年',
      'ー',
      'っ',
      '。',
      '\n',
      '\r',
      '\u05d0',
      '\u0301',
      '\u200b',
      '\u200d',
      '\u{1f1ef}',
      '\ud83d',
      '%',
      '$',
      '\u2014',
      '\u00a0',
      '\u1100\u1161',
      '@',
      '[',
      '`',
      '{',
    ];
    const texts = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 30 });
    fc.assert(
      fc.property(texts, (parts) => void alike(parts.join(''))),
      { seed: 1, numRuns: 3000 },
    );
  });
});
