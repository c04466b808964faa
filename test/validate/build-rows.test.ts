// Turn trees of rows into lists: depths, what each total sums, which rules are drawn.
import { describe, expect, it } from 'vitest';
import { files, loadFixture } from '../support/fixture.ts';

/** Rows of a statement as `depth kind concept = parts rule`. */
function rowsOf(rows: string, kind = 'statement'): string[] {
  const content = `
kind: ${kind}
captions: {ja: [], en: []}
summary: {ja: 表, en: Table}
stub: {ja: "", en: ""}
columns: [{id: jpy, period: current, measure: amount}]
heads: {ja: [{head: 円, column: jpy}], en: [{head: JPY, column: jpy}]}
rows:
${rows}`;
  const { listed, release } = loadFixture({ file: files.position, content });
  if (!release) return [...listed];
  return (release.statements.get('position')?.rows ?? []).map(({ depth, kind: rowKind, concept, of, rule, labels }) => {
    const parts = of ? ` = ${of.map((part) => `${part.weight < 0 ? '-' : '+'}${part.concept}`).join(' ')}` : '';
    return `${depth} ${rowKind} ${concept ?? labels?.en?.value}${parts}${rule === 'none' ? '' : ` [${rule}]`}`;
  });
}

describe('buildRows', () => {
  it('indents rows below their head and puts the total at the depth of the head, or among the rows', () => {
    const group = (total: string) => `
  - head: {ja: 資産, en: Assets}
    rows: [{concept: assets.cash}, {concept: assets.other}]
    total: ${total}`;
    const rows = ['0 head Assets', '1 item assets.cash', '1 item assets.other'];
    expect(rowsOf(group('{concept: assets.total}'))).toEqual([...rows, '0 total assets.total = +assets.cash +assets.other [total]']);
    expect(rowsOf(group('{concept: assets.total, level: in, rule: grand}'))).toEqual([
      ...rows,
      '1 total assets.total = +assets.cash +assets.other [grand]',
    ]);
    expect(rowsOf(group('{concept: assets.total}'), 'statistics')).toEqual([...rows, '0 total assets.total = +assets.cash +assets.other']);
  });

  it('does not indent a group without a head', () => {
    expect(rowsOf('  - {rows: [{concept: assets.cash}, {concept: assets.other}], total: {concept: assets.total}}')).toEqual([
      '0 item assets.cash',
      '0 item assets.other',
      '0 total assets.total = +assets.cash +assets.other [total]',
    ]);
  });

  it('sums inner totals, not their parts, and the parts of inner groups without a total', () => {
    const rows = rowsOf(`
  - head: {ja: 全, en: All}
    rows:
      - head: {ja: 売上, en: Revenues}
        rows: [{concept: revenue.goods}, {concept: revenue.services}]
        total: {concept: revenue.total}
      - head: {ja: 費用, en: Costs}
        rows: [{concept: costs.goods, weight: -1}, {concept: costs.staff, weight: -1}]
    total: {concept: result.operating}`);
    expect(rows.at(-1)).toBe('0 total result.operating = +revenue.total -costs.goods -costs.staff [total]');
    expect(rows.filter((row) => row.startsWith('2'))).toEqual([
      '2 item revenue.goods',
      '2 item revenue.services',
      '2 item costs.goods',
      '2 item costs.staff',
    ]);
  });

  it('leaves out of a total what a subtotal beside it sums, and what has no weight', () => {
    const rows = rowsOf(`
  - head: {ja: 費用, en: Costs}
    rows:
      - {concept: costs.goods}
      - {concept: costs.staff}
      - {concept: costs.total, of: [costs.goods, costs.staff]}
      - {concept: tax.income}
      - {concept: costs.depreciation, weight: 0}
    total: {concept: result.net, weight: -1}`);
    expect(rows.at(-1)).toBe('0 total result.net = +costs.total +tax.income [total]');
    expect(rows[3]).toBe('1 item costs.total = +costs.goods +costs.staff [total]');
  });

  it('takes a minus before a part of a computed row for subtraction', () => {
    const rows = rowsOf(
      '  - {concept: revenue.total}\n  - {concept: costs.total}\n  - {concept: result.operating, of: [revenue.total, "- costs.total"]}',
    );
    expect(rows[2]).toBe('0 item result.operating = +revenue.total -costs.total [total]');
  });
});
