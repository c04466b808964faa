import { describe, expect, it } from 'vitest';
import { derive } from '../../src/derive/derive.ts';
import type { Table } from '../../src/model/document.ts';
import type { Lang } from '../../src/model/language.ts';
import type { Release } from '../../src/model/release.ts';
import { loadFixture } from '../support/fixture.ts';
import { blocksOf, mergePage } from '../support/merge-fixture.ts';
import { periodTable, periodTableFile, placePeriodTable } from '../support/period-table.ts';

function merged(lang: Lang): { readonly table: Table; readonly release: Release; readonly figures: readonly string[] } {
  const { release } = loadFixture({ file: periodTableFile, content: periodTable }, placePeriodTable);
  if (!release) throw new Error('the small issuer does not load');
  const financials = derive(release, ({ message }) => {
    throw new Error(message);
  });
  const { statements } = release;
  const page = mergePage('{{table "terms"}}', lang, {
    release: { statements },
    financials: { statements: financials.statements, facts: financials.facts },
  });
  expect(page.findings).toEqual([]);
  const table = blocksOf(page)[0];
  if (table?.kind !== 'table') throw new Error('no table');
  const figures = page.document.figures.map((figure) => {
    if (figure.place.kind !== 'cell') throw new Error('not a cell');
    return `${figure.fact} ${figure.measure} ${figure.against ?? '-'} ${figure.place.row}.${figure.place.column} ${figure.text}`;
  });
  return { table, release, figures };
}

describe('the rows of a table of periods', () => {
  it('are the periods by name, with the concepts across', () => {
    // Revenue 1,500.75 on 1,250 million; staff 650.125 of it: 43.3200…% and 40%.
    expect(
      merged('en').table.rows.map((row) => [row.label.map((inline) => inline.text).join(''), ...row.cells.map((cell) => cell?.core ?? '')]),
    ).toEqual([
      ['Three months ended June 30, 2001', '1,501', '20.1', '43.3'],
      ['Before', '1,250', '', '40.0'],
    ]);
    expect(merged('ja').table.rows.map((row) => row.label.map((inline) => inline.text).join(''))).toEqual([
      '2002年3月期第1四半期',
      '前四半期',
    ]);
  });

  it('name the fact of every figure and its place in the printed grid', () => {
    expect(merged('en').figures).toEqual([
      'revenue.total@1q01 amount - 0.sales 1,501',
      'revenue.total@1q01 change revenue.total@4q00 0.growth 20.1',
      'costs.staff@1q01 percent-of revenue.total@1q01 0.staff 43.3',
      'revenue.total@4q00 amount - 1.sales 1,250',
      'costs.staff@4q00 percent-of revenue.total@4q00 1.staff 40.0',
    ]);
  });

  it('have as many cells as the head has columns', () => {
    const { table } = merged('en');
    expect(table.columns.map((column) => `${column.id}:${column.measure}`)).toEqual(['sales:amount', 'growth:change', 'staff:percent-of']);
    for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length);
  });
});
