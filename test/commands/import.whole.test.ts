// Turn workbooks into what they would change in the period files of a project, and with --write into those characters of the files.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inProjectFolder } from '../support/mini-project.ts';
import { runCommand } from '../support/run-command.ts';
import { projectRoot } from '../support/sample.ts';
import { type GivenCell, shown, withPart, xlsxOf } from '../support/workbook-files.ts';

const { root, edit } = inProjectFolder();
const period = 'data/mini/periods/1q01.yaml';
const text = () => readFileSync(join(root, period), 'utf8');
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(root, name), content);
const map = readFileSync(join(projectRoot, 'test/support/import-map.yaml'), 'utf8');

/** The trial balance of the map, with other figures at the places given. */
function balance(
  other: { readonly deposits?: GivenCell; readonly staff?: GivenCell; readonly rows?: readonly (readonly GivenCell[])[] } = {},
) {
  const rows: readonly (readonly GivenCell[])[] = [
    ['コード', '科目', '前期', '当期'],
    [null, '資産'],
    [1110, '現金', 1, shown(150000000, '#,##0,')],
    [1120, '普通預金', 2, other.deposits ?? 250000000],
    [null, 'その他', 3, 5000],
    [5100, '人件費', 4, other.staff ?? 650125000],
    ...(other.rows ?? []),
    [null, '合計', 0, 1],
  ];
  return xlsxOf({ 試算表: { rows } });
}

const imports = (...args: readonly string[]) => runCommand(['import', 'book.xlsx', '--map', 'map.yaml', '--period', '1q01', ...args], root);

describe('kessan import', () => {
  const before = text();
  beforeAll(() => put('map.yaml', map));
  afterEach(() => put(period, before));

  it('tells what would change, with its line and its cells, and writes nothing', async () => {
    put('book.xlsx', balance({ deposits: 250000000 + 0.1 + 0.2, staff: '△1,234' }));
    const { code, out, err } = await imports();
    expect([code, err]).toEqual([0, expect.stringContaining('warning: book.xlsx 試算表: no row is named "借入金"')]);
    expect(out).toContain(`assets.cash@1q01: 400,000 -> 400,000.0003  ${period}:`);
    expect(out).toContain('< 試算表!D3 + 試算表!D4');
    expect(out).toContain('costs.staff@1q01: 650,125 -> (1.234)');
    expect(out).toContain('facts that the workbook does not give');
    expect(out).toContain('revenue.goods@1q01: stays 1,200,500');
    expect(out).toContain('nothing was written; --write does');
    expect(text()).toBe(before);
  });

  it('writes with --write those characters alone', async () => {
    put('book.xlsx', balance({ staff: 650126000 }));
    edit(period, (typed) => typed.replace('costs.staff: 650,125', 'costs.staff:   "650,125"   # as the ledger closes'));
    const typed = text();
    const { code, out } = await imports('--write');
    expect([code, out]).toEqual([0, expect.stringContaining(`wrote ${period}`)]);
    expect(text()).toBe(typed.replace('"650,125"', '"650,126"').replace('assets.other: 600,000', 'assets.other: 5'));
  });

  it('adds what is not typed after the concept before it', async () => {
    put('book.xlsx', balance());
    edit(period, (typed) => typed.replace(/ {2}costs\.staff: .*\n/, ''));
    const { out } = await imports('--write');
    expect(out).toContain(`costs.staff@1q01: no figure -> 650,125  ${period}, added`);
    expect(text()).toMatch(/costs\.goods: 900,000\n {2}costs\.staff: 650,125\n {2}costs\.depreciation/);
  });

  it('tells in JSON the same, whole', async () => {
    put('book.xlsx', balance({ staff: 1000 }));
    const { out } = await imports('--format', 'json');
    const told = JSON.parse(out);
    expect(told.changes).toContainEqual({
      fact: 'costs.staff@1q01',
      old: '650,125',
      now: '1',
      cells: ['試算表!D6'],
      hidden: [],
      at: expect.objectContaining({ file: period }),
    });
    expect(told.written).toEqual([]);
  });

  it.each([
    ['an error cell', { staff: { t: 'e', v: 0x17 } }, '試算表!D6: is the error #REF!'],
    ['a formula that was never computed', { staff: { t: 'n', f: 'D3+D4' } }, '試算表!D6: is a formula that was never computed, =D3+D4'],
    ['a day', { staff: shown(45930, 'yyyy-mm-dd') }, '試算表!D6: is a date, 2025-09-30'],
    ['one label twice', { rows: [[5100, '人件費', 1, 1]] }, '試算表!6: "人件費" is the label of rows 6 and 7'],
  ] as const)('refuses to write %s', async (_, other, told) => {
    put('book.xlsx', balance(other as Parameters<typeof balance>[0]));
    const { code, err, out } = await imports('--write');
    expect([code, err]).toEqual([1, expect.stringContaining(`error: book.xlsx ${told}`)]);
    expect(out).toContain('nothing was written');
    expect(text()).toBe(before);
  });

  it('lists rows that the map does not name', async () => {
    put('book.xlsx', balance({ rows: [[9999, '雑費', 1, 2]] }));
    const { out } = await imports();
    expect(out).toContain('rows with figures that the map does not name (1)\n  試算表!7: 9999 雑費');
  });

  it('compares totals of the workbook with those that the release comes to', async () => {
    put('map.yaml', map.replace('ignore: [合計]', 'ignore: []').replace('rows:\n', 'rows:\n      合計: costs.total\n'));
    put('book.xlsx', balance());
    const { out } = await imports();
    put('map.yaml', map);
    expect(out).toContain('costs.total@1q01: comes to 1,550,125, and 試算表!D7 is 0.001');
  });

  it('tells macros and links, and reads neither', async () => {
    put(
      'book.xlsx',
      withPart(
        withPart(balance(), 'xl/vbaProject.bin', () => 'x'),
        'xl/externalLinks/externalLink1.xml',
        () => '<x/>',
      ),
    );
    const { err } = await imports();
    expect(err).toContain('holds macros, and they are not run');
    expect(err).toContain('is linked to another file');
  });

  it('reads CSV', async () => {
    put('試算表.csv', '\uFEFFコード,科目,前期,当期\r\n1110,現金,0,"400,000,000"\r\n5100,人件費,0,△5\r\n');
    const { code, out } = await runCommand(['import', '試算表.csv', '--map', 'map.yaml', '--period', '1q01'], root);
    expect([code, out]).toEqual([0, expect.stringContaining('costs.staff@1q01: 650,125 -> (0.005)')]);
    expect(out).toContain('1 figure is as typed');
  });

  it('drafts a map from labels and heads, which can be read', async () => {
    put(
      'book.xlsx',
      xlsxOf({
        PL: {
          rows: [
            ['(Thousands of yen)'],
            ['', '2001-06-30', 'June 30, 2001 (%)'],
            ['Goods', 1200500, shown(0.5, '0%')],
            ['人件費', 650126, shown(0.5, '0%')],
            ['Sundries', 3, null],
          ],
        },
      }),
    );
    const { code, out } = await runCommand(['import', 'book.xlsx', '--draft-map'], root);
    expect([code, out]).toEqual([
      0,
      [
        '# yaml-language-server: $schema=.kessan/schema/map.json',
        '# Which figures of book.xlsx are which facts: a draft by labels and heads. Compare each line, and complete those in comments.',
        'issuer: mini',
        'sheets:',
        '  PL:',
        '    labels: A',
        '    heads: 2',
        '    columns:',
        '      "2001-06-30": "1q01"',
        '      # "June 30, 2001 (%)": percentages',
        '    scale: thousand',
        '    rows:',
        '      Goods: revenue.goods',
        '      人件費: costs.staff',
        '      # Sundries: which concept?',
        '',
      ].join('\n'),
    ]);
    put('drafted.yaml', out);
    const ran = await runCommand(['import', 'book.xlsx', '--map', 'drafted.yaml'], root);
    expect([ran.code, ran.out]).toEqual([0, expect.stringContaining('costs.staff@1q01: 650,125 -> 650,126')]);
  });

  it.each([
    [
      'nothing known',
      {
        S: {
          rows: [
            ['', 'x'],
            ['Sundries', 1],
            ['More', 2],
          ],
        },
      },
    ],
    ['percentages alone', { S: { rows: [['Goods', shown(0.5, '0%')]] } }],
    ['nothing', { S: { rows: [['words']] }, T: { rows: [] } }],
  ])('drafts a map of a workbook with %s that can be completed', async (_, book) => {
    put('book.xlsx', xlsxOf(book));
    const { code, out } = await runCommand(['import', 'book.xlsx', '--draft-map', '--period', '1q01'], root);
    put('drafted.yaml', out);
    const ran = await runCommand(['import', 'book.xlsx', '--map', 'drafted.yaml'], root);
    expect([code, ran.code, ran.err]).toEqual([0, 1, expect.stringContaining('error: book.xlsx: ')]);
  });

  it('drafts a map that can be read whatever labels and heads hold', async () => {
    const rows = [
      ['', 'First\nhalf', 'First\nhalf'],
      ['Goods', 1, 2],
      ['a: "b" # {c}\u2028\u202e', 3, 4],
      ['- x', 5, 6],
      ['その他', 7, 8],
      ['その他', 9, 10],
    ];
    put('book.xlsx', xlsxOf({ "it's #1": { rows } }));
    const { code, out } = await runCommand(['import', 'book.xlsx', '--draft-map', '--period', '1q01'], root);
    put('drafted.yaml', out.replace(/^( *)# (".*"|'.*'|[^:]*): which concept\?.*$/gm, '$1$2: costs.goods'));
    const ran = await runCommand(['import', 'book.xlsx', '--map', 'drafted.yaml'], root);
    expect([code, out]).toEqual([0, expect.stringContaining('B: "1q01" # First half')]);
    expect(ran.err).not.toContain('drafted.yaml:');
  });

  it.each([
    ['no map', ['book.xlsx'], 'give --map <file>, or begin one: kessan import book.xlsx --draft-map'],
    ['no workbook', ['none.xlsx', '--map', 'map.yaml'], 'none.xlsx is missing'],
    ['a map that is not there', ['book.xlsx', '--map', 'none.yaml'], 'none.yaml is missing'],
    ['no such period', ['book.xlsx', '--map', 'map.yaml', '--period', '1q02'], "no period '1q02'"],
    ['a draft that is to be written', ['book.xlsx', '--draft-map', '--write'], 'takes neither --map nor --write'],
    ['no such issuer', ['book.xlsx', '--draft-map', '--issuer', 'maxi'], "no issuer 'maxi' with a release: known here: mini"],
    ['something else than a workbook', ['map.yaml', '--map', 'map.yaml'], 'map.yaml is no .xlsx file'],
  ])('refuses %s', async (_, args, told) => {
    const { code, err } = await runCommand(['import', ...args], root);
    expect([code, err]).toEqual([2, expect.stringContaining(told)]);
  });

  it('tells the faults of a map at their places', async () => {
    put('wrong.yaml', map.replace('costs.staff', 'costs.stuff'));
    const { code, err } = await runCommand(['import', 'book.xlsx', '--map', 'wrong.yaml'], root);
    expect([code, err]).toEqual([1, expect.stringContaining('concept costs.stuff is not known\n  wrong.yaml:16:22')]);
    expect(err).toContain('did you mean costs.staff?');
  });
});
