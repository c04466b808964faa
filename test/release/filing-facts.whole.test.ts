// Elements and contexts of the exchange's taxonomy beside the facts of a summary: by standard, term and consolidation; and what an issuer says of them.
import { describe, expect, it } from 'vitest';
import { factsData } from '../../src/render/data/release-data.ts';
import { type SummaryDraft, summaryOf } from '../support/summary-project.ts';

/** Lines of facts.csv as `concept period`, with element and context, and the facts of facts.json. */
function factsOf(draft: SummaryDraft) {
  const { session, found } = summaryOf(draft);
  const [document, release, financials] = [session.merge().value, session.validate().value, session.derive().value];
  if (!document || !release || !financials) throw new Error(found.join('\n'));
  const files = new Map(factsData(document, release, financials).map(({ name, content }) => [name, content]));
  const rows = (files.get('facts.csv') ?? '')
    .slice(1)
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(','));
  const name = (concept: string, period: string, measure = 'amount') => {
    const row = rows.find((each) => each[3] === concept && each[5] === period && each[4] === measure);
    return row?.slice(0, 2).join(' ');
  };
  return { name, rows, json: JSON.parse(files.get('facts.json') ?? '{}'), found };
}

describe('facts for a filing', () => {
  it.each([
    [[], 'q3', 'sales.total', '2026part', 'NetSales CurrentAccumulatedQ3Duration_ConsolidatedMember_ResultMember'],
    [[], 'q3', 'sales.total', '2025part', 'NetSales PriorAccumulatedQ3Duration_ConsolidatedMember_ResultMember'],
    [[], 'q3', 'sales.total', '2026fy', 'NetSales CurrentYearDuration_ConsolidatedMember_ForecastMember'],
    [[], 'q3', 'assets.total', '2025fy', 'TotalAssets PriorYearInstant_ConsolidatedMember_ResultMember'],
    [[], 'q3', 'assets.total', '2026part', 'TotalAssets CurrentAccumulatedQ3Instant_ConsolidatedMember_ResultMember'],
    [[], 'q1', 'profit.per-share', '2026part', 'NetIncomePerShare CurrentAccumulatedQ1Duration_ConsolidatedMember_ResultMember'],
    [
      [],
      'half',
      'profit.owners',
      '2026part',
      'ProfitAttributableToOwnersOfParent CurrentAccumulatedQ2Duration_ConsolidatedMember_ResultMember',
    ],
    [[], 'year', 'sales.total', '2027fy', 'NetSales NextYearDuration_ConsolidatedMember_ForecastMember'],
    [[], 'year', 'cash.closing', '2026fy', 'CashAndEquivalentsEndOfPeriod CurrentYearInstant_ConsolidatedMember_ResultMember'],
    [
      [],
      'half',
      'dividend.interim',
      '2026fy',
      'DividendPerShare CurrentYearDuration_NonConsolidatedMember_SecondQuarterMember_ResultMember',
    ],
    [[], 'half', 'dividend.year-end', '2026fy', 'DividendPerShare CurrentYearDuration_NonConsolidatedMember_YearEndMember_ForecastMember'],
    [[], 'half', 'dividend.total', '2025fy', 'DividendPerShare PriorYearDuration_NonConsolidatedMember_AnnualMember_ResultMember'],
    [[], 'q3', 'shares.average', '2026part', 'AverageNumberOfShares CurrentAccumulatedQ3Duration_NonConsolidatedMember_ResultMember'],
    [['consolidated: no'], 'q3', 'profit.net', '2026part', 'NetIncome CurrentAccumulatedQ3Duration_NonConsolidatedMember_ResultMember'],
    [
      ['standard: ifrs'],
      'q3',
      'comprehensive.total',
      '2026part',
      'TotalComprehensiveIncomeIFRS CurrentAccumulatedQ3Duration_ConsolidatedMember_ResultMember',
    ],
    [
      ['revenue: operating-revenue'],
      'q3',
      'sales.total',
      '2026part',
      'OperatingRevenues CurrentAccumulatedQ3Duration_ConsolidatedMember_ResultMember',
    ],
  ] as const)('%s %s: %s at %s', (issuer, term, concept, period, wanted) => {
    expect(factsOf({ issuer, term }).name(concept, period)).toBe(`tse-ed-t:${wanted}`);
  });

  it('names changes by their own element', () => {
    const { name, json } = factsOf({ term: 'q3' });
    expect(name('sales.total', '2026part', 'change')).toBe(
      'tse-ed-t:ChangeInNetSales CurrentAccumulatedQ3Duration_ConsolidatedMember_ResultMember',
    );
    expect(json.changes[0]).toMatchObject({ concept: 'sales.total', period: '2026part', from: '2025part', unit: 'percent' });
  });

  it('leaves what nobody named without a name', () => {
    const { name, json } = factsOf({ issuer: ['standard: ifrs'], term: 'q3' });
    expect(name('assets.total', '2026part')).toBe(' ');
    expect(json.facts.find((fact: { concept: string }) => fact.concept === 'assets.total').filing).toBeUndefined();
  });

  it('says of names that were not seen that they were not', () => {
    const { json, rows } = factsOf({ term: 'year' });
    const dividend = json.facts.find(
      (fact: { concept: string; period: string }) => fact.concept === 'dividend.total' && fact.period === '2026fy',
    );
    expect(dividend.filing).toMatchObject([{ unverified: true }]);
    expect(rows.filter(([, , unverified, concept]) => unverified === 'yes' && concept === 'sales.total')).toEqual([]);
  });

  it('takes what an issuer completes', () => {
    const own = 'elements:\n  assets.total: {element: TotalAssetsIFRS}\n  sales.total: {element: SalesIFRS}\n';
    const { name, found } = factsOf({ issuer: ['standard: ifrs'], term: 'q3', files: { 'taxonomy.yaml': own } });
    expect(found).toEqual([]);
    expect(name('assets.total', '2026part')).toBe('tse-ed-t:TotalAssetsIFRS CurrentAccumulatedQ3Instant_ConsolidatedMember_ResultMember');
    expect(name('sales.total', '2026part')).toMatch(/^tse-ed-t:SalesIFRS /);
  });

  it.each([
    [
      'elements: {assets.totl: {element: TotalAssets}}',
      'validate/unknown-concept data/umi/taxonomy.yaml:1 concept assets.totl is not known',
    ],
    [
      'elements: {assets.total: {element: "Total Assets"}}',
      'validate/wrong-type data/umi/taxonomy.yaml:1 "Total Assets" is not the name of an element',
    ],
    ['elements: {assets.total: {elment: TotalAssets}}', 'validate/unknown-key data/umi/taxonomy.yaml:1 key elment is not known here'],
  ])('%s is an error', (taxonomy, told) => {
    const { found } = summaryOf({ term: 'q3', files: { 'taxonomy.yaml': taxonomy } });
    expect(found).toEqual([told]);
  });
});

describe('an issuer of forty accounts', () => {
  it('types no label for thirty of them', () => {
    const ofDictionary = (
      'assets.cash assets.receivable assets.electronic assets.products assets.work-in-process assets.materials assets.buildings assets.land assets.goodwill ' +
      'assets.software assets.securities assets.deferred-tax liabilities.payable liabilities.short-term-borrowings liabilities.current-borrowings ' +
      'liabilities.income-taxes liabilities.bonuses liabilities.long-term-borrowings liabilities.retirement equity.capital equity.surplus equity.retained ' +
      'equity.treasury equity.translation equity.minority cost.sales income.interest expense.interest tax.current extraordinary.impairment'
    ).split(' ');
    const ofIssuer = Array.from({ length: 10 }, (_, index) => `own.account-${String.fromCharCode(97 + index)}`);
    const concepts = ofIssuer.map((id) => `${id}: {labels: {ja: ${id}の残高, en: Balance of ${id}}}`).join('\n');
    const rows = [...ofDictionary, ...ofIssuer].map((id) => `  - concept: ${id}`).join('\n');
    const statement = `kind: statement\ncaptions: {ja: [], en: []}\nsummary: {ja: 表, en: Table}\nstub: {ja: "", en: ""}\nscale: million\ncolumns: [{id: now, period: balances, measure: amount}]\nrows:\n${rows}\n`;
    const facts = [...ofDictionary, ...ofIssuer].map((id, index) => `  ${id}: ${index + 1}`).join('\n');
    const period = `start: 2025-04-01\nend: 2025-06-30\nfiscal: {year: 2026, quarter: 1}\nfacts:\n${facts}\n`;
    const { found, tablesIn } = summaryOf({
      term: 'q1',
      concepts,
      files: { 'statements/balances.yaml': statement, 'periods/balances.yaml': period },
      roles: { balances: 'balances' },
      layout: '{{table "balances"}}',
    });
    expect(found).toEqual([]);
    for (const lang of ['ja', 'en']) {
      const labels = tablesIn(lang)
        .get('balances')
        ?.rows.map(({ label }) => label.map(({ text }) => text).join(''));
      expect(labels).toHaveLength(40);
      expect(labels?.filter((label) => label === '')).toEqual([]);
    }
    expect(ofDictionary).toHaveLength(30);
    expect(new Set(ofDictionary).size).toBe(30);
  });
});
