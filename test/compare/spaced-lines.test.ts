// Turn two pages into the lines that hold the same words at other places on the line: others are no business of this comparison.
import { describe, expect, it } from 'vitest';
import { spacedLines } from '../../src/compare/spaced-lines.ts';
import type { PdfPage } from '../../src/pdf/engine/pdf-page.ts';

type Word = readonly [text: string, x: number, y: number, width?: number, letters?: number];

const page = (...words: readonly Word[]): PdfPage => ({
  width: 595,
  height: 842,
  words: words.map(([text, x, y, width = 20, letters = 12]) => ({ text, x, y, width, height: 10, letters })),
});

const line: readonly Word[] = [
  ['Net', 70, 100],
  ['sales', 95, 100],
  ['rose', 120, 100],
];

describe('lines that are spaced otherwise', () => {
  it.each<[string, readonly Word[], readonly (readonly [number, number])[]]>([
    ['the same line is none', line, []],
    [
      'a word two hundredths to the right',
      [
        ['Net', 70, 100],
        ['sales', 95.02, 100],
        ['rose', 120, 100],
      ],
      [[70, 70]],
    ],
    [
      'letters that stand otherwise in a word as wide as it was',
      [
        ['Net', 70, 100],
        ['sales', 95, 100, 20, 12.02],
        ['rose', 120, 100],
      ],
      [[70, 70]],
    ],
    [
      'a word drawn wider',
      [
        ['Net', 70, 100],
        ['sales', 95, 100, 20.01],
        ['rose', 120, 100],
      ],
      [[70, 70]],
    ],
    [
      'a reader that rounds',
      [
        ['Net', 70, 100],
        ['sales', 95.004, 100],
        ['rose', 120, 100],
      ],
      [],
    ],
    [
      'another word is told as text',
      [
        ['Net', 70, 100],
        ['profit', 95.5, 100],
        ['rose', 120.5, 100],
      ],
      [],
    ],
    ['a word more is told as text', [...line, ['again', 145, 100]], []],
    ['a line that went down is told as moved', line.map(([text, x]): Word => [text, x + 1, 114]), []],
    ['the whole line to the right', line.map(([text, x]): Word => [text, x + 1, 100]), [[70, 71]]],
  ])('%s', (_, now, found) => {
    expect(spacedLines(1, page(...line), 1, page(...now)).map(({ old, new: is }) => [old.x, is.x])).toEqual(found);
  });

  it('of two lines with the same words each has its own partner', () => {
    const twice = (shift: number) => page(...line, ...line.map(([text, x]): Word => [text, x + shift, 130]));
    expect(spacedLines(1, twice(0), 1, twice(2))).toEqual([
      { old: { page: 1, x: 70, y: 130, width: 70, height: 10 }, new: { page: 1, x: 72, y: 130, width: 70, height: 10 } },
    ]);
  });
});
