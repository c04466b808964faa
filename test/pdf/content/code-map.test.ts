// Turn CMaps, ours and others', into codes and texts, and hold what a subset writes against what is read of it.
import { describe, expect, it } from 'vitest';
import { readCharacterMap, readCodeMap, twoBytes } from '../../../src/pdf/content/code-map.ts';
import { codesFor, mixedCodeMap } from '../../../src/pdf/subset/glyph-codes.ts';

describe('codes', () => {
  it('of one and two bytes are told by their first', () => {
    const { length, glyph } = readCodeMap(mixedCodeMap(700));
    expect([0x20, 0x7e, 0xff, 0x01, 0x1f].map(length)).toEqual([1, 1, 1, 2, 2]);
    expect([0x41, 0xff, 0x100, 0x2bb].map(glyph)).toEqual([0x41, 0xff, 0x100, 0x2bb]);
  });

  it('name the glyphs that a CMap says', () => {
    const { length, glyph } = readCodeMap(
      '1 begincodespacerange\n<8000> <80FF>\nendcodespacerange 1 begincidrange\n<8000> <80ff> 128\nendcidrange',
    );
    expect([length(0x80), glyph(0x8001), glyph(7)]).toEqual([2, 129, 7]);
    expect([twoBytes.length(0x41), twoBytes.glyph(9)]).toEqual([2, 9]);
  });

  it('are of two bytes throughout where one subset has more than both lengths name', () => {
    const [few, many] = [codesFor(0x2000), codesFor(0x2001)];
    expect([few.predefined, few.bytes(0x41), few.bytes(0x100), few.digits(0xff)]).toEqual([undefined, 'A', '\x01\x00', 'ff']);
    expect([many.predefined, many.bytes(0x41), many.digits(0xff)]).toEqual(['Identity-H', '\0A', '00ff']);
  });
});

describe('texts of codes', () => {
  it.each<readonly [string, string, readonly (readonly [number, string])[]]>([
    [
      'each for itself',
      '1 beginbfchar\n<0001> <58f2>\n<02><00660069>\nendbfchar',
      [
        [1, '売'],
        [2, 'fi'],
      ],
    ],
    [
      'a range that counts up',
      '1 beginbfrange\n<20> <22> <0041>\nendbfrange',
      [
        [0x20, 'A'],
        [0x21, 'B'],
        [0x22, 'C'],
      ],
    ],
    [
      'a range that lists them',
      '1 beginbfrange\n<0100> <0102> [<58F2> <4E0a>\n<D842DF9F>]\nendbfrange',
      [
        [0x100, '売'],
        [0x101, '上'],
        [0x102, '𠮟'],
      ],
    ],
    ['a list that is too short', '1 beginbfrange <0100> <0103> [<58f2>] endbfrange', [[0x100, '売']]],
    [
      'a range beyond its first byte, which ends there',
      '1 beginbfrange <01fe> <02ff> <0041> endbfrange',
      [
        [0x1fe, 'A'],
        [0x1ff, 'B'],
      ],
    ],
    ['nothing outside of blocks', '<0001> <0041>', []],
  ])('%s', (_, cmap, texts) => {
    expect([...readCharacterMap(cmap)]).toEqual(texts);
  });
});
