import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { jsonSchemas } from '../../src/validate/json-schemas.ts';
import { files, loadFixture, withEdit } from '../support/fixture.ts';
import { periodTable, periodTableFile, placePeriodTable } from '../support/period-table.ts';

const added = (content = periodTable) => loadFixture({ file: periodTableFile, content }, placePeriodTable);

/** The table with one stretch of it replaced. */
function edited(from: string, to: string) {
  expect(periodTable.split(from)).toHaveLength(2);
  return added(periodTable.replace(from, () => to)).listed;
}

describe('a table with periods as rows', () => {
  it('asks for one figure per cell, in the order of its rows, and for none where it is blank', () => {
    const { listed, release } = added();
    expect(listed).toEqual([]);
    const spec = release?.statements.get('terms');
    expect(
      spec?.columns.map(({ id, period, measure, of, from, only, regime, decimals }) => [
        id,
        period,
        measure,
        of ?? from ?? '',
        only,
        regime,
        decimals,
      ]),
    ).toEqual([
      ['1.sales', '1q01', 'amount', '', 'revenue.total', 'round', 0],
      ['1.growth', '1q01', 'change', '4q00', 'revenue.total', 'round', 1],
      ['1.staff', '1q01', 'percent-of', 'revenue.total', 'costs.staff', 'truncate', 1],
      ['2.sales', '4q00', 'amount', '', 'revenue.total', 'round', 0],
      ['2.staff', '4q00', 'percent-of', 'revenue.total', 'costs.staff', 'truncate', 1],
    ]);
    expect(spec?.rows.map((row) => row.concept)).toEqual(['revenue.total', 'costs.staff']);
    expect(spec?.grid?.columns.map((column) => column.id)).toEqual(['sales', 'growth', 'staff']);
    expect(spec?.grid?.rows.map((row) => row.columns)).toEqual([
      ['1.sales', '1.growth', '1.staff'],
      ['2.sales', undefined, '2.staff'],
    ]);
  });

  it('refuses what does not fit together, at its place', () => {
    expect(edited('blank: [growth]', 'blank: [grwth, growth]')).toEqual([
      expect.stringMatching(
        /^validate\/unknown-column \S+:16:\d+ «grwth» column grwth is not one of this statement \| did you mean growth\?$/,
      ),
    ]);
    expect(edited(', blank: [growth]', '')).toEqual([expect.stringMatching(/^validate\/missing-key .*a row with changes has no key from/)]);
    expect(edited(' of: revenue.total,', '')).toEqual([
      expect.stringMatching(/^validate\/missing-key .*a column of percent-of has no key of/),
    ]);
    expect(edited('{id: sales, concept: revenue.total}', '{id: sales, concept: revenue.total, of: costs.staff}')).toEqual([
      expect.stringMatching(/^validate\/unknown-key \S+ «of» key of is for percent-of, not for amount/),
    ]);
    expect(edited('concept: costs.staff,', 'concept: costs.stuff,')).toEqual([
      expect.stringMatching(/^validate\/unknown-concept \S+ «costs.stuff» concept costs.stuff is not known \| did you mean costs.staff\?/),
    ]);
    expect(edited('{id: growth, concept', '{id: sales, concept')).toEqual(
      expect.arrayContaining([expect.stringMatching(/^validate\/duplicate \S+ «sales» column sales is given twice/)]),
    );
    expect(edited('period: prior-quarter, labels', 'period: prior-quater, labels')).toEqual([
      expect.stringMatching(
        /^validate\/unknown-period \S+ «prior-quater» period prior-quater is not known \| did you mean prior-quarter\?/,
      ),
    ]);
  });

  it('is known to editors beside tables with concepts as rows', () => {
    const schema = z.fromJSONSchema(jsonSchemas().statement as Parameters<typeof z.fromJSONSchema>[0]);
    expect(schema.safeParse(parse(periodTable)).success).toBe(true);
    expect(schema.safeParse(parse(periodTable.replace('period: current, ', ''))).success).toBe(false);
  });

  it('knows no other orientation', () => {
    expect(
      edited('periods-as-rows', 'periods-as-row').some((line) =>
        /«periods-as-row» .*not one of concepts-as-rows, periods-as-rows/.test(line),
      ),
    ).toBe(true);
  });
});

describe('the name of a fiscal year', () => {
  it('is checked against the dates, by the year that it begins in', () => {
    expect(loadFixture().listed).toEqual([]);
    expect(loadFixture(withEdit(files.current, 'year: 2001', 'year: 2002')).listed).toEqual([
      'validate/date data/mini/periods/1q01.yaml:3:16 «2002» quarter 1 that ends on 2001-06-30 belongs to fiscal year 2001, not 2002 | fiscal years are named after the year that they begin in: fiscal-naming in issuer.yaml | one that is not of twelve months gives its first and last day as start and end under fiscal',
    ]);
  });

  it('or by the year that it ends in, where the issuer says so', () => {
    const ends = withEdit(files.issuer, 'negative: parentheses', 'fiscal-naming: ends\nnegative: parentheses');
    expect(loadFixture(ends).listed).toEqual([
      expect.stringContaining('quarter 1 that ends on 2001-06-30 belongs to fiscal year 2002, not 2001'),
      expect.stringContaining('quarter 4 that ends on 2001-03-31 belongs to fiscal year 2001, not 2000'),
    ]);
    expect(
      loadFixture(ends, withEdit(files.current, 'year: 2001', 'year: 2002'), withEdit(files.prior, 'year: 2000', 'year: 2001')).listed,
    ).toEqual([]);
  });
});
