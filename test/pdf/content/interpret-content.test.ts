// Turn small pieces of content into events, and hold the places of glyphs against the arithmetic of the standard.
import { describe, expect, it } from 'vitest';
import { type ContentEvent, interpretContent } from '../../../src/pdf/content/interpret-content.ts';
import type { PageFont } from '../../../src/pdf/content/page-fonts.ts';
import type { ShownGlyph } from '../../../src/pdf/content/text-state.ts';
import { PdfFault } from '../../../src/pdf/objects/pdf-value.ts';

/** Codes 1 and 2 say a and b; every glyph is half an em wide. */
const composite: PageFont = {
  codeLength: () => 2,
  texts: new Map([
    [1, 'a'],
    [2, 'b'],
  ]),
  width: () => 500,
};
const simple: PageFont = {
  codeLength: () => 1,
  texts: new Map([
    [0x61, 'a'],
    [0x20, ' '],
  ]),
  width: () => 500,
};
const fonts = new Map([
  ['F1', composite],
  ['F2', simple],
]);

const eventsOf = (content: string): readonly ContentEvent[] => [...interpretContent(content, fonts, () => {})];
const glyphsOf = (content: string): readonly ShownGlyph[] =>
  eventsOf(content).flatMap((event) => (event.kind === 'glyphs' ? event.glyphs : []));
/** Text, x, y of each glyph. */
const placesOf = (content: string) => glyphsOf(content).map(({ text, x, y }) => [text, Number(x.toFixed(6)), Number(y.toFixed(6))]);

describe('glyphs', () => {
  it.each<[string, string, readonly (readonly [string | undefined, number, number])[]]>([
    [
      'move by their widths',
      'BT /F1 10 Tf 20 30 Td [<00010002>]TJ ET',
      [
        ['a', 20, 30],
        ['b', 25, 30],
      ],
    ],
    [
      'move by adjustments of thousandths of an em',
      'BT /F1 10 Tf [<0001>-200<0002>]TJ ET',
      [
        ['a', 0, 0],
        ['b', 7, 0],
      ],
    ],
    [
      'have spacing between them',
      'BT /F1 10 Tf 0.5 Tc <00010002> Tj ET',
      [
        ['a', 0, 0],
        ['b', 5.5, 0],
      ],
    ],
    [
      'stand where Td leads from the start of the line before',
      'BT /F1 10 Tf 5 5 Td <0001> Tj 1 -12 Td <0002> Tj ET',
      [
        ['a', 5, 5],
        ['b', 6, -7],
      ],
    ],
    [
      'begin lines by leading',
      "BT /F1 10 Tf 0 -12 TD <0001> Tj T* <0002> Tj (\\000\\001) ' ET",
      [
        ['a', 0, -12],
        ['b', 0, -24],
        ['a', 0, -36],
      ],
    ],
    ['stand where matrices lead', '2 0 0 2 10 10 cm BT /F1 10 Tf 1 0 0 -1 3 4 Tm 1 Ts <0001> Tj ET', [['a', 16, 16]]],
    [
      'are stretched, and spaced at spaces of one byte',
      'BT /F2 10 Tf 50 Tz 1 Tw (a a) Tj ET',
      [
        ['a', 0, 0],
        [' ', 2.5, 0],
        ['a', 5.5, 0],
      ],
    ],
    [
      'take spacing from the operator that has it',
      'BT /F2 10 Tf 12 TL 3 1 (a a) " ET',
      [
        ['a', 0, -12],
        [' ', 6, -12],
        ['a', 15, -12],
      ],
    ],
    [
      'go back to what was saved',
      'q 1 0 0 1 50 50 cm BT /F1 20 Tf ET Q BT /F1 10 Tf <00010001> Tj ET',
      [
        ['a', 0, 0],
        ['a', 5, 0],
      ],
    ],
    ['without a text say nothing', 'BT /F1 10 Tf <0009> Tj ET', [[undefined, 0, 0]]],
  ])('%s', (_, content, places) => {
    expect(placesOf(content)).toEqual(places);
  });

  it('have their size and advance in the space of the page', () => {
    const [glyph] = glyphsOf('3 0 0 2 0 0 cm BT /F1 10 Tf <0001> Tj ET');
    expect([glyph?.size, glyph?.advance]).toEqual([20, 15]);
  });
});

describe('events', () => {
  it('tell of marked content with its number and its replacement', () => {
    expect(eventsOf('/P << /MCID 3 >> BDC /Span << /ActualText <feff2212> >> BDC EMC EMC /Artifact BMC EMC EMC')).toEqual([
      { kind: 'begin', tag: 'P', id: 3 },
      { kind: 'begin', tag: 'Span', replacement: '−' },
      { kind: 'end' },
      { kind: 'end' },
      { kind: 'begin', tag: 'Artifact' },
      { kind: 'end' },
      { kind: 'end' },
    ]);
  });

  it('tell of what is painted, and not of paths that only clip', () => {
    expect(eventsOf('0 0 9 9 re 0 0 9 9 re f 0 0 9 9 re n 1 1 m 2 2 l S f /X1 Do /S1 sh')).toEqual([
      { kind: 'paint', pieces: 2 },
      { kind: 'paint', pieces: 1 },
      { kind: 'paint', pieces: 1 },
      { kind: 'paint', pieces: 1 },
    ]);
  });

  it('tell of colours in any space by red, green and blue', () => {
    const colours = eventsOf('0.5 g 1 0 0 rg 0 1 0 0.25 k').map((event) => (event.kind === 'colour' ? event.rgb : undefined));
    expect(colours).toEqual([
      [0.5, 0.5, 0.5],
      [1, 0, 0],
      [0.75, 0, 0.75],
    ]);
  });

  it.each([
    ['q '.repeat(100), 'nested deeper'],
    ['/P BMC '.repeat(100), 'nested deeper'],
    ['BI /W 1 ID x EI', 'holds a picture'],
    ['[<0001>', 'ends inside'],
  ])('end in a fault where the content is not ours: %.20s', (content, message) => {
    expect(() => eventsOf(content)).toThrow(PdfFault);
    expect(() => eventsOf(content)).toThrow(message);
  });
});
