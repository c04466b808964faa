// Turn values into what stands in the file, and read it back.
import { describe, expect, it } from 'vitest';
import { pdfName, type WrittenValue } from '../../../src/pdf/writing/pdf-writer.ts';
import { nameTree, written, writtenDict } from '../../../src/pdf/writing/write-value.ts';

describe('a value stands in the file', () => {
  it.each<readonly [string, WrittenValue, string]>([
    ['nothing', null, 'null'],
    ['a truth', true, 'true'],
    ['a number', 841.89, '841.89'],
    ['a number of more decimals than anybody sees', 1.23456789, '1.234568'],
    ['a number next to nothing', -1e-9, '0'],
    ['ASCII', 'Notes 1', '(Notes 1)'],
    ['nothing said', '', '()'],
    ['what would end a string', 'a) \\ (b\n', '(a\\) \\\\ \\(b\\n)'],
    ['other characters, in UTF-16', '売é', '(\xfe\xff\x58\xf2\x00\xe9)'],
    ['a character beyond the first plane', '𠮟', '(\xfe\xff\xd8\x42\xdf\x9f)'],
    ['UTF-16 with bytes that would end a string', '⠩尀', '(\xfe\xff\\(\\)\\\\\x00)'],
    ['bytes', Uint8Array.of(0, 255), '<00ff>'],
    ['a name', pdfName('text/csv'), '/text#2Fcsv'],
    ['a moment', new Date('2002-11-13T00:00:00Z'), '(D:20021113000000Z)'],
    ['an object of the file', { number: 12 }, '12 0 R'],
    ['a list', [1, 'a', [pdfName('B')]], '[1(a)[/B]]'],
    ['a dictionary, without what is not there', { A: 1, B: undefined, C: {} }, '<</A 1/C<<>>>>'],
  ])('as %s', (_, value, text) => {
    expect(written(value)).toBe(text);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e21])('never as %d', (value) => {
    expect(() => writtenDict({ A: value })).toThrow('is no number of a PDF');
  });
});

it('names are in the order of their bytes: those in UTF-16 come last', () => {
  const names = ['売', 'b', 'B', 'é', 'a'];
  expect(nameTree(names.map((name, i) => [name, i]))).toEqual({ Names: ['B', 2, 'a', 4, 'b', 1, 'é', 3, '売', 0] });
});
