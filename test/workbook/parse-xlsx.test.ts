// Cells of a workbook are read as its program shows them; files that are none, or that would cost too much, are refused.
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decimalOf, parseXlsx } from '../../src/workbook/open/parse-xlsx.ts';
import { shown, withPart, xlsxOf } from '../support/workbook-files.ts';

const cellsOf = (...row: Parameters<typeof xlsxOf>[0][string]['rows'][number]) =>
  parseXlsx(xlsxOf({ S: { rows: [row] } })).sheets[0]?.cells.map(({ kind, value, percent }) => [kind, value, percent]);

describe('numbers', () => {
  const cases: readonly (readonly [number, string])[] = [
    [0.1 + 0.2, '0.3'],
    [1.1 * 3, '3.3'],
    [7844256.1 + 0.2, '7844256.3'],
    [1234.56 + 2e-13, '1234.56'],
    [-193782, '-193782'],
    [39038343, '39038343'],
    [123456789012345, '123456789012345'],
    [1234567890123456, '1234567890123460'],
    [1e21, '1000000000000000000000'],
    [1.5e-7, '0.00000015'],
    [-0.5, '-0.5'],
    [100, '100'],
    [0, '0'],
    [-0, '0'],
    [0.05, '0.05'],
    [999999999999999.9, '1000000000000000'],
  ];
  it.each(cases)('%d is %s', (value, text) => {
    expect(decimalOf(value)).toBe(text);
    expect(cellsOf(value)).toEqual([['number', text, false]]);
  });
});

describe('cells', () => {
  it('are what they are: texts, percentages, days, errors, answers, formulas with and without a value', () => {
    expect(
      cellsOf('△1,234', shown(0.236, '0.0%'), shown(45930, 'yyyy-mm-dd'), { t: 'e', v: 0x17 }, { t: 'b', v: true }, shown(3, '0', '1+2'), {
        t: 'n',
        f: 'A1+1',
      }),
    ).toEqual([
      ['text', '△1,234', false],
      ['number', '0.236', true],
      ['date', '2025-09-30', false],
      ['error', '#REF!', false],
      ['boolean', 'TRUE', false],
      ['number', '3', false],
      ['uncomputed', '', false],
    ]);
  });

  it('a sign % in the words of a format makes no percentage', () => {
    expect(cellsOf(shown(23.6, '0.0"%"'))).toEqual([['number', '23.6', false]]);
  });

  it('have their sheets, merged areas, and what is hidden', () => {
    const book = parseXlsx(
      xlsxOf({
        損益: {
          rows: [
            ['a', 1],
            ['b', 2],
          ],
          merged: ['A1:A2'],
          hiddenRows: [1],
          hiddenColumns: [1],
        },
        secret: { rows: [[1]], hidden: true },
      }),
    );
    expect(
      book.sheets.map(({ name, hidden, merged, hiddenRows, hiddenColumns }) => ({ name, hidden, merged, hiddenRows, hiddenColumns })),
    ).toEqual([
      { name: '損益', hidden: false, merged: [{ fromRow: 0, toRow: 1, fromColumn: 0, toColumn: 0 }], hiddenRows: [1], hiddenColumns: [1] },
      { name: 'secret', hidden: true, merged: [], hiddenRows: [], hiddenColumns: [] },
    ]);
  });

  it('leave readings of kanji aside', () => {
    const file = withPart(xlsxOf({ S: { rows: [['x']] } }), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(
        /<c r="A1"[^>]*>.*?<\/c>/,
        '<c r="A1" t="inlineStr"><is><t>売上高</t><rPh sb="0" eb="3"><t>ウリアゲダカ</t></rPh></is></c>',
      ),
    );
    expect(parseXlsx(file).sheets[0]?.cells[0]?.value).toBe('売上高');
  });
});

describe('a workbook from anywhere', () => {
  const sound = xlsxOf({ S: { rows: [['a', 1]] } });

  it('has its macros and its links to other files told, and neither read', () => {
    const file = withPart(
      withPart(sound, 'xl/vbaProject.bin', () => 'macro'),
      'xl/externalLinks/externalLink1.xml',
      () => '<x/>',
    );
    const { ignored, sheets } = parseXlsx(file);
    expect(ignored).toEqual(['holds macros, and they are not run', expect.stringMatching(/^is linked to another file/)]);
    expect(sheets[0]?.cells).toHaveLength(2);
  });

  const refused: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
    ['text', () => Buffer.from('a,b\n1,2\n'), /is no \.xlsx file/],
    ['nothing', () => new Uint8Array(), /is no \.xlsx file/],
    ['an older workbook', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /older kind, or one that a password protects/],
    ['an archive of something else', () => zipSync({ 'a.txt': new Uint8Array(3) }), /is no workbook/],
    ['a binary workbook', () => zipSync({ 'xl/workbook.bin': new Uint8Array(3) }), /another kind: save it as \.xlsx/],
    ['a workbook of OpenDocument', () => zipSync({ 'content.xml': new Uint8Array(3) }), /another kind: save it as \.xlsx/],
    ['half a file', () => sound.subarray(0, sound.length / 2), /is broken/],
    ['a file that unpacks to a hundred million bytes', () => bomb(100_000_000), /unpacks to 100\d{6} bytes/],
    ['one that says it unpacks to less', () => lying(bomb(100_000_000)), /unpacks to more than/],
    [
      'entities',
      () => withPart(sound, 'xl/workbook.xml', (xml) => xml.replace('<workbook', '<!DOCTYPE x [<!ENTITY a "b">]><workbook')),
      /declares XML entities/,
    ],
    [
      'more files than any workbook has',
      () => zipSync(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`xl/media/${i}`, new Uint8Array(1)]))),
      /holds 2001 files/,
    ],
  ];
  it.each(refused)('is refused: %s', (_, file, message) => {
    expect(() => parseXlsx(file())).toThrow(message);
  });

  it('may have a cell in the last row and column without costing what lies between', () => {
    const far = withPart(sound, 'xl/worksheets/sheet1.xml', (xml) =>
      xml
        .replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>7</v></c></row></sheetData>')
        .replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>'),
    );
    expect(parseXlsx(far).sheets[0]?.cells.at(-1)).toMatchObject({ row: 1048575, column: 16383, value: '7' });
  });

  function bomb(size: number): Uint8Array {
    return withPart(sound, 'xl/sharedStrings.xml', () => ' '.repeat(size));
  }

  /** The sizes that the directory tells, made small. */
  function lying(file: Uint8Array): Uint8Array {
    const bytes = Buffer.from(file);
    for (let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1'))
      bytes.writeUInt32LE(10, at + 24);
    return bytes;
  }
});
