// Turn periods of other lengths, formulas and comparisons over them, and stand-alone quarters into what is told of them.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { periodLengths } from '../../src/check/dates/period-lengths.ts';
import { factKey } from '../../src/figures/fact-key.ts';
import { periodTypesOf } from '../../src/figures/period-types.ts';
import { composeSample, projectRoot } from '../support/sample.ts';
import { compose } from '../support/stages.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A file, what stands in it, and what stands there instead; without the text that stands there, the file is new. */
type Edit = readonly [file: string, from: string, to: string];

const period = (id: string) => `data/aoba/periods/${id}.yaml`;
const concepts = 'data/aoba/concepts.yaml';
const english = 'data/aoba/releases/2026h1/narrative.en.md';
const japanese = 'data/aoba/releases/2026h1/narrative.ja.md';

function composeEdited(edits: readonly Edit[], issuer = 'aoba', name = '2026h1') {
  const root = temporaryFolder('durations');
  mkdirSync(join(root, 'data'));
  cpSync(join(projectRoot, 'data', issuer), join(root, 'data', issuer), { recursive: true });
  for (const folder of ['templates', 'fonts']) cpSync(join(projectRoot, folder), join(root, folder), { recursive: true });
  for (const [file, from, to] of edits) {
    const text = from === '' ? '' : readFileSync(join(root, file), 'utf8');
    if (from !== '' && text.split(from).length !== 2) throw new Error(`${file}: ${from} does not stand there once`);
    writeFileSync(join(root, file), from === '' ? to : text.replace(from, () => to));
  }
  const composed = compose({ root, issuer, release: name }, 'layout');
  rmSync(root, { recursive: true });
  return composed;
}

const findings = (edits: readonly Edit[], issuer?: string, name?: string) =>
  composeEdited(edits, issuer, name).findings.map(({ code, message, at }) => `${code} ${at?.file.split('/').at(-1)}: ${message}`);

const sold = 'Net sales came to {{amount "sales.total" in="million"}}, {{change "sales.total" from="prior-year"}}';

describe('durations that are not of one length', () => {
  it.each<[string, readonly Edit[], string]>([
    [
      'a prior year of three months',
      [[period('2025h1'), 'start: 2024-04-01', 'start: 2024-07-01']],
      'check/duration 2025h1.yaml: 2025h1 is 3 months (92 days), from 2024-07-01 to 2024-09-30, and 2026h1',
    ],
    [
      'the year before that',
      [[period('2024h1'), 'start: 2023-04-01', 'start: 2023-06-01']],
      'check/duration 2024h1.yaml: 2024h1 is 4 months (122 days)',
    ],
    [
      'a year of nine months beside one of twelve',
      [[period('2025fy'), 'start: 2024-04-01', 'start: 2024-07-01']],
      'check/duration 2025fy.yaml: 2025fy is 9 months (274 days)',
    ],
    [
      'a half year of which a whole year is taken',
      [
        [
          concepts,
          'sales.instruments: {',
          'move.sales: {formula: sales.total - previous(sales.total), labels: {ja: 増減, en: Change}}\nsales.instruments: {',
        ],
        [english, sold, `${sold}, a difference of {{amount "move.sales" in="million" sign="table"}}`],
      ],
      'check/duration concepts.yaml: the formula of move.sales subtracts figures over unlike durations: 2026h1 is 6 months',
    ],
    [
      'a growth that is divided',
      [
        [
          concepts,
          'sales.instruments: {',
          'growth: {unit: ratio, formula: profit.operating / previous(profit.operating) - 1, labels: {ja: 伸び率, en: Growth}}\nsales.instruments: {',
        ],
        [english, sold, `${sold} ({{percent "growth"}})`],
      ],
      'check/duration concepts.yaml: the formula of growth divides figures over unlike durations',
    ],
    [
      'a change from a whole year in a sentence',
      [
        [
          english,
          '{{change "sales.total" from="prior-year"}} from the same period',
          '{{change "sales.total" from="year-end"}} from the same period',
        ],
      ],
      'check/duration narrative.en.md: sales.total of 2026h1, 6 months (183 days), is compared with that of 2025fy, 12 months (365 days)',
    ],
    [
      'a direction',
      [[japanese, '{{direction "assets.total" from="year-end"}}', '{{direction "profit.ordinary" from="year-end"}}']],
      'check/duration narrative.ja.md: profit.ordinary of 2026h1',
    ],
    [
      'a row of a table',
      [['data/aoba/statements/results.yaml', 'period: current\n    from: prior-year', 'period: current\n    from: year-end']],
      'check/duration results.yaml: sales.total of 2026h1',
    ],
  ])('are told: %s', (_what, edits, message) => {
    expect(findings(edits).join('\n')).toContain(message);
  });

  it('are told of an issuer of quarters too', () => {
    const third = findings([['data/iij/periods/2q02.yaml', 'quarter: 2}', 'quarter: 3}']], 'iij', '2q02');
    expect(third.join('\n')).toContain(
      'check/duration 2q02.yaml: 2q02 ends on 2002-09-30 with quarter 3 of a fiscal year that closes in month 12; that of 2q01, 1q02, 3q02 closes in month 3',
    );
    const found = findings([['data/iij/periods/2q01.yaml', 'start: 2001-07-01', 'start: 2001-04-01']], 'iij', '2q02');
    expect(found.filter((each) => each.includes('check/duration 2q01.yaml: 2q01 is 6 months (183 days)'))).toHaveLength(1);
    expect(
      findings([['data/iij/releases/2q02/release.yaml', 'prior-quarter: 1q02', 'prior-quarter: 2q01']], 'iij', '2q02').join('\n'),
    ).toContain('check/duration release.yaml: prior-quarter is 2q01');
  });

  it.each<[string, readonly Edit[]]>([
    ['nothing', []],
    ['a change of balances from the end of the year', [[english, sold, `${sold}. Cash: {{change "assets.cash" from="year-end"}}`]]],
    [
      'a formula that no page prints',
      [
        [
          concepts,
          'sales.instruments: {',
          'move.sales: {formula: sales.total - previous(sales.total), labels: {ja: 増減, en: Change}}\nsales.instruments: {',
        ],
      ],
    ],
    [
      'a difference of balances',
      [
        [
          concepts,
          'sales.instruments: {',
          'move.land: {formula: assets.land - previous(assets.land), labels: {ja: 増減, en: Change}}\nsales.instruments: {',
        ],
        [english, sold, `${sold} ({{amount "move.land" in="million" sign="table"}})`],
      ],
    ],
    ['the days of a leap year', [[period('2024h1'), 'start: 2023-04-01', 'start: 2023-04-02']]],
    ['a year of 53 weeks', [[period('2025fy'), 'start: 2024-04-01', 'start: 2024-03-26']]],
    [
      'a first half of five months that says why',
      [[period('2025h1'), 'start: 2024-04-01', 'start: 2024-05-01\nirregular: the company was founded on 1 May 2024']],
    ],
    [
      'a year of nine months that says why',
      [[period('2025fy'), 'start: 2024-04-01', 'start: 2024-07-01\nirregular: the fiscal year began in July until 2024']],
    ],
  ])('are not seen in %s', (_what, edits) => {
    expect(findings(edits).filter((each) => each.startsWith('check/duration'))).toEqual([]);
  });
});

const first = `start: 2025-04-01
end: 2025-06-30
fiscal: {year: 2026, quarter: 1}
facts: {sales.total: "7,100,000", cost.sales: "4,600,000", cost.selling-and-administrative: "2,100,000", assets.land: "1"}
`;
const second = `start: 2025-07-01
end: 2025-09-30
fiscal: {year: 2026, quarter: 2}
stand-alone: {of: 2026h1, less: 2026q1}
`;

describe('a stand-alone quarter', () => {
  const quarters: readonly Edit[] = [
    [period('2026q1'), '', first],
    [period('2026q2'), '', second],
  ];

  it('is the half less the quarter before it, and its balances are those of the half', () => {
    const { findings: found, financials } = composeEdited(quarters);
    expect(found).toEqual([]);
    const fact = (concept: string) => financials?.facts.get(factKey(concept, '2026q2'));
    expect(fact('sales.total')?.value.toString()).toBe('8256276000');
    expect(fact('sales.total')?.formula).toBe('sales.total@2026h1 - sales.total@2026q1');
    expect(fact('sales.total')?.inputs).toEqual(['sales.total@2026h1', 'sales.total@2026q1']);
    expect(fact('profit.operating')?.value.toString()).toBe('820754000');
    expect(fact('profit.operating')?.formula).toBe('profit.gross - cost.selling-and-administrative');
    expect(fact('assets.cash')?.formula).toBe('assets.cash@2026h1');
    // What does not add up over time is typed, or is not there.
    expect(fact('shares.average')).toBeUndefined();
    expect(fact('profit.per-share')).toBeUndefined();
  });

  it('takes a concept that says that it is measured over a period', () => {
    const { financials } = composeEdited([
      [period('2026q1'), '', first.replace('{sales', '{orders: "400", sales')],
      [period('2026q2'), '', second],
      [period('2026h1'), 'facts:\n', 'facts:\n  orders: 1,000\n'],
      [concepts, 'sales.instruments: {', 'orders: {period-type: duration, labels: {ja: 受注高, en: Orders}}\nsales.instruments: {'],
    ]);
    expect(financials?.facts.get('orders@2026q2')?.value.toString()).toBe('600000');
  });

  it.each<[string, readonly Edit[], string]>([
    [
      'typed beside what it is computed as',
      [
        [period('2026q1'), '', first],
        [period('2026q2'), '', `${second}facts: {sales.total: "8,256,277"}\n`],
      ],
      'derive/fact-reported-and-computed 2026q2.yaml: sales.total@2026q2 is typed as 8,256,277',
    ],
    [
      'of days that are not the rest',
      [
        [period('2026q1'), '', first.replace('06-30', '05-31')],
        [period('2026q2'), '', second],
      ],
      'check/duration 2026q2.yaml: 2026q2 is not 2026h1 less 2026q1: 2026q1 ends on 2025-05-31',
    ],
    [
      'of itself',
      [[period('2026q2'), '', second.replace('2026q1', '2026q2')]],
      'validate/unknown-period 2026q2.yaml: period 2026q2 cannot be 2026h1 less 2026q2',
    ],
    ['of a period that there is not', [[period('2026q2'), '', second]], 'validate/unknown-period 2026q2.yaml: period 2026q1 is not known'],
  ])('is told where it is %s', (_what, edits, message) => {
    expect(findings(edits).join('\n')).toContain(message);
  });
});

describe('days of a fiscal year', () => {
  it.each<[string, Edit, string]>([
    [
      'six months in a first quarter',
      [period('2026h1'), 'quarter: 2}', 'quarter: 1}'],
      'the period is 6 months long, from 2025-04-01 to 2025-09-30, and ends with quarter 1',
    ],
    ['a year that ends with its third quarter', [period('2025fy'), 'quarter: 4}', 'quarter: 3}'], 'the period is 12 months long'],
    ['an end without a start', [period('2025fy'), 'quarter: 4}', 'quarter: 4, end: 2025-03-31}'], 'fiscal has no key start'],
    [
      'a year that ends before its half',
      [period('2026h1'), 'quarter: 2}', 'quarter: 2, start: 2025-04-01, end: 2025-08-31}'],
      "the fiscal year ends on 2025-08-31, before the period's last day",
    ],
    [
      'a year that is named after another',
      [period('2026h1'), 'quarter: 2}', 'quarter: 2, start: 2025-04-01, end: 2025-12-31}'],
      'belongs to fiscal year 2025, not 2026',
    ],
  ])('are told: %s', (_what, edit, message) => {
    expect(findings([edit]).join('\n')).toContain(message);
  });

  it('refuse a quarter its number where a whole year has none', () => {
    const edit: Edit = [english, sold, `${sold} in the {{period "full-year" style="ordinal"}} quarter`];
    expect(findings([edit]).join('\n')).toContain('2026fy, from 2025-04-01 to 2026-03-31, is no quarter and has no number of one');
  });
});

describe('the day of the exchange rate', () => {
  const text = 'data/iij/releases/2q02/narrative.en.md';
  const noted = 'the approximate exchange rate on {{date "current.end"}}';
  const dated = (day: string): Edit => ['data/iij/releases/2q02/release.yaml', 'rate: 121.74\n', `rate: 121.74\nrate-date: ${day}\n`];

  it.each<[string, readonly Edit[], string]>([
    [
      'a date of another period',
      [[text, noted, 'the approximate exchange rate on {{date "prior-quarter.end"}}']],
      'the rate is of 2002-09-30, and the sentence says June 30, 2002',
    ],
    ['the day of the period where the rate is of a Friday', [dated('2002-09-27')], 'the rate is of 2002-09-27, and the sentence says'],
    [
      'a rate of the quarter before',
      [dated('2002-06-28')],
      'rate-date is 2002-06-28, and 2q02, whose figures the rate translates, ends on 2002-09-30',
    ],
  ])('is told: %s', (_what, edits, message) => {
    expect(findings(edits, 'iij', '2q02').join('\n')).toContain(message);
  });

  it.each<[string, readonly Edit[]]>([
    ['the last of the period', [dated('2002-09-30')]],
    ['written by its name', [dated('2002-09-30'), [text, noted, 'the approximate exchange rate on {{date "rate-date"}}']]],
    [
      'not that of a date of the next sentence',
      [[text, `${noted}.`, 'the approximate exchange rate. It was not used on {{date "prior-quarter.end"}}.']],
    ],
  ])('is right: %s', (_what, edits) => {
    expect(findings(edits, 'iij', '2q02')).toEqual([]);
  });
});

it('lets a release of a half call the end of the last year, of which it prints balances, its prior year', () => {
  const { release, financials } = composeSample({ root: projectRoot, issuer: 'aoba', release: '2026h1' }, 'derive');
  if (!release || !financials) throw new Error('no release');
  const named = (role: string, id: string) => {
    const periods = new Map(release.spec.periods).set(role, { value: id, at: release.spec.at });
    return periodLengths.run({ ...release, spec: { ...release.spec, periods } }, financials).map(({ message }) => message);
  };
  expect(named('prior-year', '2025fy')).toEqual([]);
  // Of this one it prints sales.
  expect(named('prior-year', '2026fy').join()).toContain('2026fy is 12 months (365 days)');
});

it('knows balances from what moves them, by statements and relations', () => {
  const types = (issuer: string, name: string) => {
    const { release: made } = composeSample({ root: projectRoot, issuer, release: name }, 'validate');
    if (!made) throw new Error('no release');
    return periodTypesOf(made);
  };
  const [quarters, halves] = [types('iij', '2q02'), types('aoba', '2026h1')];
  for (const id of ['assets.cash', 'liabilities.payable', 'equity.total', 'cash.opening', 'cash.closing'])
    expect(quarters.get(id)).toBe('instant');
  for (const id of ['revenue.si', 'result.net', 'result.net-per-share', 'cash-flow.receivable', 'cash.change'])
    expect(quarters.get(id)).toBe('duration');
  for (const id of ['assets.land', 'equity.retained', 'equity.own', 'equity.oci']) expect(halves.get(id)).toBe('instant');
  for (const id of ['sales.services', 'profit.owners', 'comprehensive.total', 'dividend.paid']) expect(halves.get(id)).toBe('duration');
  // The dictionary of accounts says it of these, where nothing else does.
  expect(['shares.issued', 'equity.ratio', 'shares.average'].map((id) => halves.get(id))).toEqual(['instant', 'instant', 'duration']);
  expect(halves.has('move.assets')).toBe(false);
});
