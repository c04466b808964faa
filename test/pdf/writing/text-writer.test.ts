// Turn a few runs into operators, and read them back: what stands where, and what is not said twice.
import { describe, expect, it } from 'vitest';
import { interpretContent } from '../../../src/pdf/content/interpret-content.ts';
import { ValueReader } from '../../../src/pdf/objects/read-value.ts';
import { ContentBuilder } from '../../../src/pdf/writing/content-builder.ts';
import { literal, TextWriter } from '../../../src/pdf/writing/text-writer.ts';

describe('a string of bytes', () => {
  it.each([
    ['letters', 'abc', '(abc)'],
    ['parentheses in pairs', '(1,592)', '((1,592))'],
    ['one that opens', '(1', '(\\(1)'],
    ['one that closes first', ')(', '(\\)\\()'],
    ['what escapes', '\\', '(\\\\)'],
    ['the end of a line, which readers would change', '\r\n', '(\\r\n)'],
  ])('stands in content: %s', (_, bytes, written) => {
    expect(literal(bytes)).toBe(written);
  });

  it('is read back whole, whatever its bytes', () => {
    for (let lead = 0; lead < 256; lead++) {
      for (const rest of ['(', ')', '\\', '\r', '\n', '1', String.fromCharCode(lead)]) {
        const bytes = String.fromCharCode(lead) + rest;
        expect(new ValueReader(literal(bytes)).value()).toEqual({ string: bytes });
      }
    }
  });
});

/** Text at a place, in one piece of the content. */
const piece = (content: ContentBuilder, x: number, y: number, shown: string, size = 9): void =>
  content.textPiece('P', {
    y,
    set: (text) => {
      text.choose('F1', size);
      text.moveTo(x, y);
      text.show([shown]);
    },
  });

const linesOf = (write: (content: ContentBuilder) => void): readonly string[] => {
  const lines: string[] = [];
  write(new ContentBuilder(lines));
  return lines;
};

describe('content', () => {
  it('begins a text object for every height, and goes on in it at the same', () => {
    const lines = linesOf((content) => {
      piece(content, 20, 30, 'a');
      piece(content, 60.25, 30, 'b');
      piece(content, 20, 18, 'c');
      content.end();
    });
    expect(lines.filter((line) => /^(BT|ET)$/.test(line))).toEqual(['BT', 'ET', 'BT', 'ET']);
    expect(lines.filter((line) => line.endsWith(' Td'))).toEqual(['20 30 Td', '40.25 0 Td', '20 18 Td']);
    expect(lines.filter((line) => line.endsWith(' Tf'))).toEqual(['/F1 9 Tf']);
  });

  it('has places that a reader adds up to those that were asked for', () => {
    const places: [number, number][] = Array.from({ length: 400 }, (_, i) => [
      10.3337 + 1.0371 * (i % 20),
      700.1 - 12.96 * Math.floor(i / 20),
    ]);
    const lines = linesOf((content) => {
      for (const [x, y] of places) piece(content, x, y, 'a');
      content.end();
    });
    const found = [
      ...interpretContent(lines.join('\n'), new Map([['F1', { codeLength: () => 1, texts: new Map(), width: () => 500 }]]), () => {}),
    ]
      .flatMap((event) => (event.kind === 'glyphs' ? event.glyphs : []))
      .map(({ x, y }) => [x, y]);
    expect(found.length).toBe(places.length);
    found.forEach(([x, y], i) => {
      expect(Math.abs(x! - places[i]![0])).toBeLessThan(0.00051);
      // Heights are never added up: those of a row are equal to the bit.
      expect(y).toBe(Number(places[i]![1].toFixed(3)));
    });
  });

  it('paints outside of text objects, in black again', () => {
    const lines = linesOf((content) => {
      content.textPiece('P', {
        y: 5,
        set: (text) => {
          text.fill('0.5 g');
          text.moveTo(1, 5);
          text.show(['a']);
        },
      });
      content.artifact('layout', '0 0 1 1 re\nf');
      content.end();
    });
    expect(lines).toEqual([
      'BT',
      '/P<</MCID 0>>BDC',
      '0.5 g',
      '1 5 Td',
      '[(a)]TJ',
      'EMC',
      '0 g',
      'ET',
      '/Artifact<</Type/Layout>>BDC',
      '0 0 1 1 re\nf',
      'EMC',
    ]);
  });

  it('writes numbers as short as they are', () => {
    const lines: string[] = [];
    const text = new TextWriter(lines);
    text.open(1);
    text.space(0.1506);
    text.space(-0.011);
    text.space(0);
    text.moveTo(-0.25, 0.0004);
    expect(lines).toEqual(['BT', '.151 Tc', '-.011 Tc', '0 Tc', '-.25 0 Td']);
  });

  it('scales glyphs once for all that are scaled alike, and back, and a reader finds them where they were put', () => {
    const lines: string[] = [];
    const text = new TextWriter(lines);
    text.open(9);
    text.choose('F1', 10);
    for (const [x, factor] of [
      [10, 1],
      [30, 1.013],
      [50, 1.013],
      [70, 0.985],
      [90, 1],
    ] as const) {
      text.stretch(factor);
      text.moveTo(x, 9);
      text.show(['ab', -100, 'c']);
    }
    text.close();
    expect(lines.filter((line) => line.endsWith(' Tz'))).toEqual(['101.3 Tz', '98.5 Tz', '100 Tz']);
    const face = { codeLength: () => 1 as const, texts: new Map<number, string>(), width: () => 500 };
    const glyphs = [...interpretContent(lines.join('\n'), new Map([['F1', face]]), () => {})].flatMap((event) =>
      event.kind === 'glyphs' ? event.glyphs : [],
    );
    const places = glyphs.map(({ x }) => Number(x.toFixed(3)));
    // Advances of half an em and an adjustment of a tenth, both as many times as wide.
    expect(places.slice(0, 3)).toEqual([10, 15, 21]);
    expect(places.slice(3, 6)).toEqual([30, 35.065, 41.143]);
    expect(places.slice(6, 9)).toEqual([50, 55.065, 61.143]);
    expect(places.slice(9, 12)).toEqual([70, 74.925, 80.835]);
    expect(places.slice(12)).toEqual([90, 95, 101]);
  });
});
