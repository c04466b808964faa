// A map leads from sheets, heads and labels to figures; what it does not lead to, or to two things at once, is told.
import { describe, expect, it } from 'vitest';
import { readBook } from '../support/read-book.ts';
import { shown } from '../support/workbook-files.ts';

const sheet = (...rows: Parameters<typeof shown>[] | (readonly (string | number | null | ReturnType<typeof shown>)[])[]) => ({
  S: { rows: rows as readonly (readonly (string | number | null | ReturnType<typeof shown>)[])[] },
});
const map = (...lines: readonly string[]) => ['S:', ...lines.map((line) => `  ${line}`)].join('\n');
const plain = map('columns: {Now: now}', 'rows: {Cash: assets.cash, Receivables: assets.receivable}');

describe('columns', () => {
  const body = [
    ['Cash', 1, 2],
    ['Receivables', 3, 4],
  ] as const;
  it('are found by their heads, wherever they stand', () => {
    expect(readBook(sheet(['Title'], [], ['', 'Then', ' Ｎｏｗ '], ...body), plain).figures).toEqual({
      'assets.cash@now': '2',
      'assets.receivable@now': '4',
    });
    expect(readBook(sheet(['', 'Now'], ['Cash', 1]), map('columns: {Now: now}', 'rows: {Cash: assets.cash}')).told).toEqual([]);
  });

  it('are found by letters, and by days', () => {
    const lettered = map('columns: {B: then, C: now}', 'rows: {Cash: assets.cash}');
    expect(readBook(sheet(...body), lettered).figures).toEqual({ 'assets.cash@then': '1', 'assets.cash@now': '2' });
    const dated = map('columns: {"2025-09-30": now}', 'rows: {Cash: assets.cash}');
    expect(readBook(sheet(['', shown(45930, 'yyyy"年"m"月"d"日"')], ['Cash', 7]), dated).figures).toEqual({ 'assets.cash@now': '7' });
  });

  it('a head of several rows is found by the row that is named', () => {
    const named = map('heads: 2', 'columns: {B: now}', 'rows: {Cash: assets.cash}');
    expect(readBook(sheet(['', 'B', 'x'], ['', 'x', 'B'], ['Cash', 1, 2]), named).figures).toEqual({ 'assets.cash@now': '2' });
  });

  it.each([
    ['that is not there', sheet(['', 'Then'], ['Cash', 1]), 'error S no column is headed "Now"'],
    ['that stands twice', sheet(['', 'Now', 'Now'], ['Cash', 1, 2]), 'error S columns B, C are headed "Now"'],
    [
      'merged over two columns',
      { S: { ...sheet(['', 'Now', null], ['Cash', 1, 2]).S, merged: ['B1:C1'] } },
      'error S columns B, C are headed "Now"',
    ],
    [
      'in another sheet',
      {
        T: {
          rows: [
            ['', 'Now'],
            ['Cash', 1],
          ],
        },
      },
      'error  no sheet is named "S"',
    ],
  ] as const)('a head %s is told', (_, book, told) => {
    expect(readBook(book, plain).told).toContain(told);
  });

  it('under heads over one another are named by both', () => {
    const rows = [
      ['', 'Then', null, 'Now', null],
      ['', 'Debit', 'Credit', 'Debit', 'Credit'],
      ['Cash', 1, 2, 3, 4],
    ];
    const both = map('columns: {Now / Debit: now, Then / Credit: then}', 'rows: {Cash: assets.cash}');
    expect(readBook({ S: { rows, merged: ['B1:C1', 'D1:E1'] } }, both)).toMatchObject({
      figures: { 'assets.cash@now': '3', 'assets.cash@then': '2' },
      told: [],
    });
  });

  it('of the period that is asked for are read alone', () => {
    const both = map('columns: {Then: then, Now: now}', 'rows: {Cash: assets.cash}');
    const book = sheet(['', 'Then', 'Now'], ['Cash', 1, 2]);
    expect(readBook(book, both, 'now').figures).toEqual({ 'assets.cash@now': '2' });
    const given = map('columns: {Now: given}', 'rows: {Cash: assets.cash}');
    expect(readBook(book, given, 'then').figures).toEqual({ 'assets.cash@then': '2' });
    expect(readBook(book, given).told).toEqual([expect.stringContaining('is of the period that --period names, and none is named')]);
  });

  it('that are hidden are read and told, as are rows and sheets', () => {
    const book = {
      S: {
        rows: [
          ['', 'Now'],
          ['Cash', 1],
        ],
        hiddenColumns: [1],
        hiddenRows: [1],
        hidden: true as const,
      },
    };
    const { figures, told } = readBook(book, map('columns: {Now: now}', 'rows: {Cash: assets.cash}'));
    expect(figures).toEqual({ 'assets.cash@now': '1' });
    expect(told).toEqual([
      expect.stringContaining('S is a hidden sheet'),
      expect.stringContaining('S!B is a hidden column'),
      expect.stringContaining('S!2 is a hidden row, "Cash"'),
    ]);
  });
});

describe('rows', () => {
  it('are found by label or code, however the label is indented or spread', () => {
    const codes = map('labels: [A, B]', 'columns: {C: now}', 'rows: {"1110": assets.cash, 売掛金: assets.receivable}');
    expect(readBook(sheet([1110, '現　金', 1], [1120, '　売 掛 金', 2]), codes).figures).toEqual({
      'assets.cash@now': '1',
      'assets.receivable@now': '2',
    });
    const levels = map('columns: {D: now}', 'rows: {Cash: assets.cash}');
    expect(readBook(sheet(['Assets'], [null, 'Current'], [null, null, 'Cash', 5]), levels).figures).toEqual({ 'assets.cash@now': '5' });
  });

  it('need no line where they have the id of a concept', () => {
    expect(readBook(sheet(['assets.cash', 5], ['no.such', 6]), map('columns: {B: now}'))).toMatchObject({
      figures: { 'assets.cash@now': '5' },
      unmapped: ['S!2 no.such'],
    });
  });

  it('of no line are listed, but for those to be ignored and those without figures', () => {
    const ignoring = map('columns: {B: now}', 'rows: {Cash: assets.cash}', 'ignore: [Total]');
    expect(readBook(sheet(['Cash', 1], ['Current assets'], ['Other', 2], ['Total', 3]), ignoring).unmapped).toEqual(['S!3 Other']);
  });

  it('that are not there are told, with the nearest name', () => {
    expect(
      readBook(sheet(['Cash', 1], ['Receivable', 2]), map('columns: {B: now}', 'rows: {Cash: assets.cash, Receivables: assets.receivable}'))
        .told,
    ).toEqual(['warning S no row is named "Receivables"']);
  });

  const twice = sheet(['Current'], ['Other', 1], ['Fixed'], ['Other', 2]);
  it('of one name are told, and told apart by the heading over them or by their rows', () => {
    expect(readBook(twice, map('columns: {B: now}', 'rows: {Other: assets.other}')).told).toEqual([
      'error S!2 "Other" is the label of rows 2 and 4',
    ]);
    const under = map(
      'columns: {B: now}',
      'rows:',
      '  Other: [{concept: assets.other, under: Current}, {concept: liabilities.other, under: Fixed}]',
    );
    expect(readBook(twice, under)).toMatchObject({ figures: { 'assets.other@now': '1', 'liabilities.other@now': '2' }, told: [] });
    const rows = map('columns: {B: now}', 'rows: {Other: {concept: assets.other, row: 4}}');
    expect(readBook(twice, rows).figures).toEqual({ 'assets.other@now': '2' });
    const lost = map('columns: {B: now}', 'rows: {Other: {concept: assets.other, under: Nothing}}');
    expect(readBook(twice, lost).told).toEqual(['error S "Other" stands under no row "Nothing"']);
  });

  it('a heading of the same words does no harm', () => {
    expect(readBook(sheet(['Cash'], ['Cash', 1]), map('columns: {B: now}', 'rows: {Cash: assets.cash}'))).toMatchObject({
      figures: { 'assets.cash@now': '1' },
      told: [],
    });
  });

  it('of a merged label, and merged figures, are told', () => {
    const label = {
      S: {
        rows: [
          ['Cash', 1],
          [null, 2],
        ],
        merged: ['A1:A2'],
      },
    };
    expect(readBook(label, map('columns: {B: now}', 'rows: {Cash: assets.cash}')).told).toEqual([
      expect.stringContaining('S!A1:A2 is one merged label for 2 rows'),
    ]);
    const figures = {
      S: {
        rows: [
          ['Cash', 1],
          ['Receivables', null],
        ],
        merged: ['B1:B2'],
      },
    };
    expect(readBook(figures, map('columns: {B: now}', 'rows: {Cash: assets.cash}')).told).toEqual([
      expect.stringContaining('S!B1 is merged over rows 1 to 2'),
    ]);
  });
});

describe('figures', () => {
  const of = (cell: Parameters<typeof sheet>[0][number], row: string, ...more: readonly string[]) =>
    readBook(sheet(['x', cell as never]), map('columns: {B: now}', `rows: {x: ${row}}`, ...more));

  it.each([
    ['assets.cash', 1234567, 'scale: one', '1234.567'],
    ['assets.cash', 1234, 'scale: thousand', '1234'],
    ['assets.cash', 1234, 'scale: million', '1234000'],
    ['assets.cash', 12.3, 'scale: oku', '1230000'],
    ['assets.cash', 0.1 + 0.2, 'scale: one', '0.0003'],
    ['assets.cash', '△1,234', 'scale: thousand', '-1234'],
    ['assets.cash', '（１，２３４）', 'scale: thousand', '-1234'],
    ['assets.cash', '―', 'scale: thousand', '-'],
    ['shares', 30000, 'scale: thousand', '30000'],
    ['{concept: shares, scale: thousand}', 30000, 'scale: million', '30000000'],
    ['eps', 29.74, 'scale: million', '29.74'],
    ['margin', '23.6%', 'scale: million', '23.6'],
    ['{concept: margin, scale: one}', 0.236, 'scale: million', '23.6'],
    ['{concept: margin, scale: percent}', 23.6, 'scale: million', '23.6'],
    ['{concept: assets.cash, sign: reversed}', 5, 'scale: thousand', '-5'],
    ['assets.cash', 1234567, 'digits: round', '1234567'],
    ['assets.cash', 1234.5, 'digits: round', '1235'],
    ['assets.cash', -1234.5, 'digits: truncate', '-1234'],
  ] as const)('%s from %s with %s: %s', (row, cell, rule, value) => {
    expect(Object.values(of(cell as never, row, rule).figures)).toEqual([value]);
  });

  it('shown in percent are ratios, and only those', () => {
    expect(of(shown(0.236, '0.0%') as never, 'margin').figures).toEqual({ 'margin@now': '23.6' });
    expect(of(0.236 as never, 'margin').told).toEqual(['error S!B1 0.236 has no sign %, and margin is a ratio']);
    expect(of(shown(0.236, '0.0%') as never, 'assets.cash').told).toEqual(['error S!B1 23.6% is a percentage, and assets.cash is none']);
  });

  it.each([
    [{ t: 'e', v: 0x07 }, 'error S!B1 is the error #DIV/0!'],
    [{ t: 'n', f: 'A1' }, 'error S!B1 is a formula that was never computed, =A1'],
    [shown(45930, 'yyyy-mm-dd'), 'error S!B1 is a date, 2025-09-30, and a figure is wanted'],
    ['soon', 'error S!B1 "soon" is no figure'],
  ] as const)('%j is told', (cell, told) => {
    expect(of(cell as never, 'assets.cash').told).toContain(told);
  });

  it('as shown are taken where the map says so', () => {
    expect(of(shown(1234.56, '#,##0') as never, 'assets.cash', 'digits: shown').figures).toEqual({ 'assets.cash@now': '1235' });
    expect(of(shown(1234.56, '#,##0') as never, 'assets.cash').figures).toEqual({ 'assets.cash@now': '1234.56' });
  });

  it('of two sheets are the same, or told', () => {
    const maps = 'S:\n  columns: {B: now}\n  rows: {Cash: assets.cash}\nT:\n  columns: {B: now}\n  rows: {Cash: assets.cash}';
    const book = (other: number) => ({ S: { rows: [['Cash', 1]] }, T: { rows: [['Cash', other]] } });
    expect(readBook(book(1), maps)).toMatchObject({ figures: { 'assets.cash@now': '1' }, told: [] });
    expect(readBook(book(2), maps).told).toEqual(['error T!B1 assets.cash@now is 2 here and 1 in S!B1']);
  });
});

describe('a trial balance', () => {
  const book = sheet(
    ['科目', '借方', '貸方'],
    ['現金', 100, null],
    ['普通預金', 250, null],
    ['小口現金', null, 5],
    ['買掛金', null, 90],
    ['売上高', 10, 700],
  );
  const balance = map(
    'columns: {借方: now, 貸方: {period: now, sign: reversed}}',
    'reverse: [liabilities.*, sales]',
    'rows: {現金: assets.cash, 普通預金: assets.cash, 小口現金: assets.cash, 買掛金: liabilities.payable, 売上高: sales}',
  );

  it('has several accounts in one line, debits and credits with their signs', () => {
    expect(readBook(book, balance)).toMatchObject({
      figures: { 'assets.cash@now': '345', 'liabilities.payable@now': '90', 'sales@now': '690' },
      told: [],
    });
  });

  it('may take an account off a line', () => {
    const less = map('columns: {借方: now}', 'rows: {普通預金: assets.cash, 現金: {concept: assets.cash, sign: reversed}}');
    expect(readBook(book, less).figures).toEqual({ 'assets.cash@now': '150' });
  });
});

describe('CSV', () => {
  const csv = '科目,"当期 (千円)"\r\n現金,"1,234"\r\n売掛金,△5\r\n';
  const csvMap = 'book:\n  columns: {"当期 (千円)": now}\n  rows: {現金: assets.cash, 売掛金: assets.receivable}';
  const figures = { 'assets.cash@now': '1234', 'assets.receivable@now': '-5' };

  it('is read in UTF-8, with a mark and without, and in UTF-16', () => {
    expect(readBook(csv, csvMap).figures).toEqual(figures);
    expect(readBook(`\uFEFF${csv}`, csvMap).figures).toEqual(figures);
    expect(readBook(Buffer.from(`\uFEFF${csv}`, 'utf16le'), csvMap).figures).toEqual(figures);
  });

  it('is read in Shift_JIS, as Excel saves it in Japan', () => {
    const bytes = Buffer.from([...'1,'].map((c) => c.charCodeAt(0)).concat([0x8c, 0xbb, 0x8b, 0xe0, 0x2c, 0x31, 0x32, 0x0a]));
    expect(readBook(bytes, '"*":\n  columns: {C: now}\n  rows: {現金: assets.cash}').figures).toEqual({ 'assets.cash@now': '12' });
  });
});

describe('a map', () => {
  it.each([
    ['S:\n  columns: {B: nwo}\n  rows: {Cash: assets.cash}', 3, 'period nwo is not known'],
    ['S:\n  columns: {B: now}\n  rows: {Cash: assets.csah}', 4, 'concept assets.csah is not known'],
    ['S:\n  columns: {B: now}\n  rows:\n    Cash: {concpet: assets.cash}', 5, 'key concpet is not known here'],
    ['S:\n  columns: {B: now}\n  scale: thousands', 4, 'is "thousands", not one of'],
    ['S:\n  columns: {B: now}\n  rows: {Cash: {concept: assets.cash, row: x}}', 4, 'x is not the number of a row'],
    ['S:\n  columns: {B: now}\n  reverse: [liability.*]', 4, 'liability.* is no concept'],
    ['S:\n  rows: {Cash: assets.cash}', 2, 'has no key columns'],
  ])('%j has its fault on line %d: %s', (text, line, message) => {
    expect(readBook(sheet(['Cash', 1]), text).faults.map((fault) => [fault.at?.line, fault.message])).toEqual([
      [line, expect.stringContaining(message)],
    ]);
  });
});
