import { describe, expect, it } from 'vitest';
import type { Block, Table } from '../../src/model/document.ts';
import { Exact } from '../../src/model/exact.ts';
import type { Cell } from '../../src/model/financials.ts';
import type { Lang } from '../../src/model/language.ts';
import { inLang } from '../../src/model/language.ts';
import { blocksOf, listed, mergePage, type Pieces, smallFinancials, smallRelease } from '../support/merge-fixture.ts';

const note = '<p><dfn>(1)</dfn> x</p>';

function table(statement: string, lang: Lang = 'en', more: Omit<Pieces, 'templates'> = {}): Table {
  const block: Block | undefined = blocksOf(mergePage(`{{table "${statement}"}}${note}`, lang, more))[0];
  if (block?.kind !== 'table') throw new Error('no table');
  return block;
}

const words = (inlines: readonly { readonly text: string }[]) => inlines.map((inline) => inline.text).join('');

describe('the head of a table', () => {
  it('is a grid row by row, the stub at column 0 over all rows, upper leaves down to the last', () => {
    const { headRows, heads } = table('operations', 'ja');
    expect(headRows).toBe(2);
    expect(heads.map(({ id, rowSpan, colSpan, pieces }) => `${id} ${rowSpan}x${colSpan} ${pieces.map(words).join('|')}`)).toEqual([
      'ja.1.h0.0 2x1 ',
      'ja.1.h0.1 1x3 2001年6月期',
      'ja.1.h0.4 1x2 2001年3月期',
      'ja.1.h0.6 2x1 増減|%',
      'ja.1.h1.1 1x1 USD',
      'ja.1.h1.2 1x1 JPY',
      'ja.1.h1.3 1x1 対売上高|%',
      'ja.1.h1.4 1x1 JPY',
      'ja.1.h1.5 1x1 対売上高|%',
    ]);
  });

  it('covers every place of the grid exactly once', () => {
    const { headRows, heads, columns } = table('operations');
    const taken = heads.flatMap(({ row, column, rowSpan, colSpan }) =>
      Array.from({ length: rowSpan * colSpan }, (_, i) => `${row + Math.floor(i / colSpan)}.${column + (i % colSpan)}`),
    );
    expect(taken).toHaveLength(headRows * (columns.length + 1));
    expect(new Set(taken).size).toBe(taken.length);
  });

  it('names periods as asked', () => {
    expect(table('position', 'ja').heads.map(({ pieces }) => pieces.map(words).join())).toEqual(['科目', 'USD', '1Q01', '4Q00']);
  });
});

describe('the body of a table', () => {
  it('has a chain of section heads above every row, totals included', () => {
    const { rows } = table('operations');
    expect(
      rows.map(({ id, kind, label, heads }) => `${id.slice(5)} ${kind} ${words(label)} <${heads.map((head) => head.slice(5)).join('>')}>`),
    ).toEqual([
      'r0 head Revenues: <>',
      'r1 item Goods(1) <r0>',
      'r2 item Services <r0>',
      'r3 total Total revenues <r0>',
      'r4 head Costs: <>',
      'r5 item Cost of goods <r4>',
      'r6 item Staff <r4>',
      'r7 total Total costs <r4>',
      'r8 item Operating income (loss) <>',
      'r9 item Less: income tax <>',
      'r10 item Net income (loss) <>',
      'r11 item Net income (loss) per share <>',
    ]);
  });

  it('prints cells in three pieces, percent signs where the row asks for them, and blanks', () => {
    const { rows } = table('operations');
    const cells = (row: number) => rows[row]?.cells.map((cell) => (cell ? `${cell.prefix}·${cell.core}·${cell.suffix}` : 'blank'));
    expect(cells(1)).toEqual(['·10,004·', '·1,200,500·', '·80.0·%', '·1,000,000·', '·80.0·%', expect.stringMatching(/^·20\.\d·%$/)]);
    expect(cells(2)?.slice(0, 3)).toEqual(['·2,502·', '·300,250·', '·20.0·']);
    expect(cells(10)?.slice(1, 3)).toEqual(['(·50,400·)', '(·3.4·%)']);
    expect(cells(11)).toEqual(['blank', '(·5,040.00·)', 'blank', expect.stringMatching(/^\(?·-?[\d,]+\.\d\d·\)?$/), 'blank', 'blank']);
    expect(cells(0)).toEqual(Array(6).fill('blank'));
  });

  it('gives every cell its place and its figure', () => {
    const merged = mergePage(`{{table "operations"}}${note}`);
    const [block] = blocksOf(merged);
    const cell = block?.kind === 'table' ? block.rows[1]?.cells[5] : undefined;
    expect(cell?.id).toBe('en.1.r1.c6');
    expect(merged.document.figures[cell?.figure ?? -1]).toMatchObject({
      id: cell?.figure,
      fact: 'revenue.goods@1q01',
      against: 'revenue.goods@4q00',
      measure: 'change',
      lang: 'en',
      place: { kind: 'cell', statement: 'operations', row: 1, column: 'change' },
    });
  });

  it('prints nil, n.m. and the negative style of the issuer', () => {
    expect(table('operations').rows[9]?.cells[3]).toMatchObject({ prefix: '', core: '–', suffix: '' });
    // Operating income turned into a loss.
    expect(table('operations').rows[8]?.cells[5]).toMatchObject({ prefix: '', core: 'n.m.', suffix: '' });
    const issuer = { ...smallRelease.issuer, negative: 'triangle' as const };
    expect(table('operations', 'ja', { release: { issuer } }).rows[8]?.cells[1]).toMatchObject({ prefix: '△', core: '49,375', suffix: '' });
  });

  it('prints what the cell says, not what could be rounded again', () => {
    const statement = smallFinancials.statements.get('position');
    if (!statement) throw new Error('the small issuer has one');
    const changed = (cell: Cell | undefined): Cell | undefined => cell && { ...cell, printed: Exact.of(-12345), treatment: 'plug' };
    const rows = statement.rows.map((row) => ({ ...row, cells: row.cells.map(changed) }));
    const statements = new Map([['position', { ...statement, rows }]]);
    const [row] = table('position', 'en', { financials: { statements } }).rows;
    expect(row?.cells[0]).toMatchObject({ prefix: '(', core: '12,345', suffix: ')' });
  });
});

describe('words round a table', () => {
  it('may hold markup and helpers', () => {
    const { captions, unit, summary } = table('operations', 'ja');
    expect(captions.map(({ id, inlines }) => `${id} ${words(inlines)}`)).toEqual([
      'ja.1.caption.0 2001年6月期、2001年3月期',
      'ja.1.caption.1 （千円、千米ドル）',
    ]);
    expect(unit).toBeUndefined();
    expect(summary).toMatch(/^損益計算書。/);
    expect(words(table('position').unit?.inlines ?? [])).toBe('(Thousands of JPY and USD)');
  });

  it('keep the place of the data file', () => {
    const [caption] = table('operations').captions;
    expect(caption?.inlines[0]?.at).toMatchObject({ file: 'data/mini/statements/operations.yaml', line: 4 });
  });

  it('end lines of a head at bars that were typed for it, and print the others', () => {
    const statement = smallFinancials.statements.get('position');
    const name = { value: 'A|B Inc.', at: { file: 'issuer.yaml', line: 1, column: 1, length: 8 } };
    if (!statement) throw new Error('the small issuer has one');
    const heads = inLang(statement.spec.heads, 'en').map((head) => ({ ...head, text: 'One\\|two|{{issuer "name"}}', over: [] }));
    const spec = { ...statement.spec, heads: { ja: heads, en: heads } };
    const statements = new Map([['position', { ...statement, spec }]]);
    const issuer = { ...smallRelease.issuer, names: { ja: name, en: name } };
    const merged = mergePage('{{table "position"}}', 'en', { release: { issuer }, financials: { statements } });
    const [block] = blocksOf(merged);
    const pieces = block?.kind === 'table' ? block.heads[1]?.pieces.map((piece) => piece.map(({ text }) => text).join('')) : [];
    expect(pieces).toEqual(['One|two', 'A|B Inc.']);
  });

  it('name periods and days, and are no templates', () => {
    const spec = smallRelease.statements.get('position');
    const statement = smallFinancials.statements.get('position');
    if (!spec || !statement) throw new Error('the small issuer has one');
    const at = { file: 'position.yaml', line: 3, column: 5, length: 2 };
    const summarised = (text: string) => {
      const value = { value: text, at: { ...at, length: text.length } };
      const statements = new Map([['position', { ...statement, spec: { ...spec, summary: { ja: value, en: value } } }]]);
      return mergePage('{{table "position"}}', 'en', { financials: { statements } });
    };
    const named = summarised('At {{date "current.end"}}, {{period "current" style="label"}} at {{rate}}, {{issuer "name"}}.');
    expect(named.findings).toEqual([]);
    expect(blocksOf(named)[0]).toMatchObject({ summary: 'At June 30, 2001, 1Q01 at 120.00, Mini Works Inc..' });
    for (const text of [
      'Total {{amount "assets.total"}}.',
      'Net {{#each statements}}x{{/each}} sales',
      '{{#if (issuer "name")}}x{{/if}}',
      '{{issuer (issuer "name")}}',
      '{{period current}}',
      '{{! gone }}x',
      '{{> page}}',
      '{{this}}',
      '{{{issuer "name"}}}',
    ]) {
      const [first] = listed(summarised(text).findings);
      expect(first, text).toMatch(
        /^merge\/template position\.yaml:3:\d+\+\d+ words of a data file may hold names only \| write \{\{period/,
      );
    }
  });
});

it('a table of no statement is reported', () => {
  expect(listed(mergePage('{{table "operatoins"}}').findings)).toEqual([
    'merge/unknown-statement page.hbs:2:1+22 unknown statement operatoins | did you mean operations?',
  ]);
});
