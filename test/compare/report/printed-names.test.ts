// Turn the builds of both samples into the names of their facts, cells and texts: as they are printed, in either language.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printedNames } from '../../../src/compare/report/printed-names.ts';
import type { BuildRecord, FigureRecord } from '../../../src/model/build-record.ts';
import { parseRecord } from '../../../src/project/read-record.ts';

function recordOf(name: string): BuildRecord {
  const read = (file: string) => readFileSync(`test/earlier/0.1.0/${name}/${file}`, 'utf8');
  return parseRecord({ figures: read('figures.json'), document: read('document.json') }, name);
}

const iij = recordOf('iij-2q02');
const aoba = recordOf('aoba-2026h1');
const [ofIij, ofAoba] = [printedNames(iij), printedNames(aoba)];

function cell({ figures }: BuildRecord, lang: string, statement: string, fact: string, column: string): FigureRecord {
  const found = figures.figures.find(
    (figure) =>
      figure.lang === lang &&
      figure.fact === fact &&
      figure.place.kind === 'cell' &&
      figure.place.statement === statement &&
      figure.place.column === column,
  );
  if (!found) throw new Error(`no figure ${fact} in ${statement} ${column}`);
  return found;
}

describe('a fact is named', () => {
  it.each<readonly [fact: string, lang: string, label: string | undefined]>([
    ['revenue.equipment@2q02', 'ja', '機器販売'],
    ['revenue.equipment@2q02', 'en', 'Equipment sales'],
    // A period that no table prints has the same row.
    ['revenue.equipment@1q99', 'en', 'Equipment sales'],
    ['revenue.rank@2q02', 'en', undefined],
  ])('by its row: %s in %s', (fact, lang, label) => {
    expect(ofIij.concept(fact, lang)).toBe(label);
  });

  it.each<readonly [fact: string, lang: string, label: string | undefined]>([
    ['sales.total@2026h1', 'ja', '売上高'],
    ['sales.total@2026h1', 'en', 'Net sales'],
    ['profit.operating@2026h1', 'en', 'Operating profit'],
    ['assets.cash@2026h1', 'ja', '現金及び預金'],
    // Its row says その他, and its group which.
    ['assets.other-current@2026h1', 'ja', '流動資産 / その他'],
    ['assets.other-current@2026h1', 'en', 'Current assets / Other'],
    ['sales.instruments@2026h1', 'ja', undefined],
  ])('by its column where rows are periods: %s in %s', (fact, lang, label) => {
    expect(ofAoba.concept(fact, lang)).toBe(label);
  });

  it('by the words round it where no table prints it', () => {
    expect(ofAoba.quoted('sales.instruments@2026h1', 'ja')).toEqual({
      lang: 'ja',
      text: '…と工場排水向けの全窒素・全りん計が伸び、売上高は9,462百万円（前年同四半期比8.4%増）となりました。',
    });
    expect(ofAoba.quoted('sales.instruments@2026h1', 'en')?.lang).toBe('en');
    expect(ofAoba.quoted('no.such@2026h1', 'en')).toBeUndefined();
  });

  it('with its period', () => {
    expect(ofIij.period('revenue.total@2q02', 'en')).toBe('Three months ended September 30, 2002');
    expect(ofAoba.period('sales.total@2026h1', 'ja')).toBe('2026年3月期第2四半期');
    expect(ofAoba.period('guidance.sales@release', 'ja')).toBeUndefined();
  });
});

describe('a cell is named', () => {
  it('by table, row and column, in the language of the reader', () => {
    const figure = cell(iij, 'ja', 'operations', 'revenue.equipment@2q02', 'current-share');
    expect(ofIij.place(figure, 'ja')).toEqual([
      '四半期連結損益計算書（米国会計基準未監査）',
      '機器販売',
      '前年同四半期比較 / 対営業収益 %',
    ]);
    expect(ofIij.place(figure, 'en')[1]).toBe('Equipment sales');
  });

  it('with the heads that stand over several columns', () => {
    expect(ofIij.place(cell(iij, 'en', 'operations', 'revenue.equipment@2q02', 'current-jpy'), 'en')[2]).toBe(
      'Year-over-year Comparison / Sept 30, 2002 / JPY',
    );
    expect(ofIij.place(cell(iij, 'en', 'operations', 'revenue.equipment@1q02', 'quarter-jpy'), 'en')[2]).toBe(
      'Sequential Comparison / Jun 30, 2002 / JPY',
    );
  });

  it('where rows are periods', () => {
    const figure = cell(aoba, 'ja', 'results', 'sales.total@2026h1', 'sales');
    expect(ofAoba.place(figure, 'ja')).toEqual(['（1）連結経営成績（累計）', '2026年3月期第2四半期', '売上高 / 百万円']);
    expect(ofAoba.place(figure, 'en')).toEqual([
      '(1) Consolidated operating results (cumulative)',
      'Six months ended September 30, 2025',
      'Net sales / JPY million',
    ]);
  });

  it('by a heading where its caption only names periods, or there is none', () => {
    expect(ofIij.table('balance-sheet', 'en')).toBe('CONSOLIDATED BALANCE SHEETS (UNAUDITED)');
    expect(ofIij.table('contracts', 'en')).toBe('Table 1. Number of Contracts');
    expect(ofAoba.table('income', 'en')).toMatch(/^\(2\) Consolidated statements of income/);
    expect(ofAoba.table('nowhere', 'en')).toBeUndefined();
  });
});

describe('a record that nobody here wrote', () => {
  it('may have languages, tables and columns that nobody knows', () => {
    const strange: BuildRecord = {
      figures: { ...aoba.figures, givens: [], figures: aoba.figures.figures.map((figure) => ({ ...figure, lang: 'tlh' })) },
      document: { ...aoba.document, texts: aoba.document.texts.map((text) => ({ ...text, lang: 'tlh' })) },
    };
    const names = printedNames(strange);
    expect(names.concept('assets.cash@2026h1', 'en')).toBe('現金及び預金');
    const [figure] = strange.figures.figures;
    expect(figure && names.place(figure, 'ja')).toEqual(['（1）連結経営成績（累計）', '2026年3月期第2四半期', 'sales']);
  });

  it('costs no more than it has entries', () => {
    const [text] = aoba.document.texts.filter(({ kind }) => kind === 'label');
    const [figure] = aoba.figures.figures;
    if (!text || !figure) throw new Error('the sample has a table');
    const rows = Array.from({ length: 5_000 }, (_, row) => row);
    const started = performance.now();
    const names = printedNames({
      figures: {
        ...aoba.figures,
        figures: rows.map((row) => ({
          ...figure,
          fact: `c${row}@p`,
          id: row,
          place: { kind: 'cell', statement: 's', row, column: `c${row}` },
        })),
        givens: rows.map((row) => ({ given: `column.s.c${row}`, value: '', at: figure.at })),
      },
      document: {
        ...aoba.document,
        texts: rows.map((row) => ({ ...text, statement: 's', id: `x.r${row}.label`, text: 'その他', spans: [] })),
      },
    });
    expect(names.concept('c4999@p', 'ja')).toBe('その他');
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('a period that no calendar has', () => {
  it.each([
    '2002-13-40 to 2002-00-00',
    '9999-99-99 to 0000-00-00',
    '2003-01-01 to 2002-01-01',
    '2002-02-31 to 2002-02-31',
    '0000-01-01 to 9999-12-31',
  ])('is named all the same: %s', (days) => {
    const at = { file: 'a', line: 1 };
    const names = printedNames({
      ...aoba,
      figures: { ...aoba.figures, givens: [{ given: 'period.p', value: `${days}, year 2002, quarter 2`, at }] },
    });
    for (const lang of ['ja', 'en']) expect(typeof names.periodNamed('p', lang)).toBe('string');
  });
});
