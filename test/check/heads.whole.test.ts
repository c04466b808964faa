import { describe, expect, it } from 'vitest';
import { type FileEdit, findingsOf } from '../support/edited-release.ts';

const aoba = (...edits: readonly FileEdit[]) => findingsOf('aoba', '2026h1', edits);
const iij = (...edits: readonly FileEdit[]) => findingsOf('iij', '2q02', edits);
const codes = (lines: readonly string[]) => [...new Set(lines.map((line) => line.split(' ')[0]))];

const income = 'statements/income.yaml';
const results = 'statements/results.yaml';
const shares = 'templates/tanshin/statements/shares.yaml';
const assets = 'statements/balance-sheet-assets.yaml';
const currentJa = `当第{{period "current" style="ordinal"}}四半期連結累計期間|（自　{{date "current.start"}}|至　{{date "current.end"}}）`;
const currentEn = `Six months ended |{{date "current.end"}}`;
const priorEn = `Six months ended |{{date "prior-year.end"}}`;
/** Digits typed in a head are words that a literal must list; what the heads say is tried without it. */
const onHeads = (lines: readonly string[]) => lines.filter((line) => !line.startsWith('check/unbound-figure'));

describe('a head that names another period than its column prints', () => {
  it('is told with the words, the column and its period', () => {
    expect(onHeads(aoba([income, currentEn, 'Three months ended |{{date "current.end"}}']))).toEqual([
      'check/head-period income.yaml:20 the head "Three months ended September 30, 2025" of income says "Three months", and column current under it is of 2026h1 (2025-04-01 to 2025-09-30)',
    ]);
  });

  it.each<[string, FileEdit[]]>([
    ['nine months', [[income, currentEn, 'Nine months ended |{{date "current.end"}}']]],
    ['a fiscal year', [[income, currentEn, 'Fiscal year ended |{{date "current.end"}}']]],
    ['a quarter', [[income, currentEn, 'Quarter ended |{{date "current.end"}}']]],
    ['the day of another period', [[income, priorEn, 'Six months ended |{{date "year-end.end"}}']]],
    ['a day typed', [[income, priorEn, 'Six months ended |September 30, 2023']]],
    ['a month typed', [[income, priorEn, 'Six months to |September 2025']]],
    ['another quarter in Japanese', [[income, currentJa, '当第３四半期連結累計期間']]],
    ['前 over this year', [[income, currentJa, '前第２四半期連結累計期間']]],
    [
      'a quarter of three months',
      [[income, currentJa, '当第２四半期連結会計期間|（自　{{date "current.start"}}|至　{{date "current.end"}}）']],
    ],
    ['a whole year in Japanese', [[income, currentJa, '当連結会計年度']]],
    ['another fiscal year', [[income, currentJa, '2025年３月期第２四半期']]],
    ['an era', [[income, currentJa, '令和６年９月期']]],
    ['the prior period as the current', [[income, priorEn, 'Current period']]],
    ['the current one as the prior', [[income, currentEn, 'Prior year']]],
    [
      'two columns exchanged',
      [
        [income, '{id: prior-year, period: prior-year,', '{id: prior-year, period: current,'],
        [income, '{id: current, period: current,', '{id: current, period: prior-year,'],
      ],
    ],
    ['a balance sheet of another day', [[assets, 'As of {{date "current.end"}}', 'As of {{date "prior-year.end"}}']]],
    [
      '当 over the last year’s end',
      [[assets, '前連結会計年度|（{{date "year-end.end"}}）', '当第２四半期連結会計期間|（{{date "year-end.end"}}）']],
    ],
    ['a row of another period', [[results, `- period: prior-year\n    from: year-before`, `- period: year-before\n    from: year-before`]]],
    [
      'a row label in Japanese',
      [
        [
          results,
          `labels: {ja: '{{period "prior-year" style="term"}}', en: '{{period "prior-year" style="term"}}'}`,
          `labels: {ja: '{{period "current" style="term"}}', en: '{{period "prior-year" style="term"}}'}`,
        ],
      ],
    ],
    [
      'a row label in English',
      [
        [
          results,
          `labels: {ja: '{{period "prior-year" style="term"}}', en: '{{period "prior-year" style="term"}}'}`,
          `labels: {ja: '{{period "prior-year" style="term"}}', en: 'Nine months ended {{date "prior-year.end"}}'}`,
        ],
      ],
    ],
    ['a forecast of a half', [['statements/forecast.yaml', 'en: Full year', 'en: First half']]],
    ['a forecast of a half in Japanese', [['statements/forecast.yaml', '{ja: 通期, en: Full year}', '{ja: 上期, en: Full year}']]],
  ])('%s is an error', (_, edits) => {
    expect(codes(aoba(...edits))).toContain('check/head-period');
  });

  it.each<[string, FileEdit[]]>([
    [
      'periods under period heads',
      [['statements/bandwidth.yaml', '{id: current, period: current,', '{id: current, period: prior-quarter,']],
    ],
    [
      'comparisons exchanged',
      [
        [
          'statements/operations.yaml',
          '{id: year-change, period: current, measure: change, from: prior-year}',
          '{id: year-change, period: current, measure: change, from: prior-quarter}',
        ],
        [
          'statements/operations.yaml',
          '{id: quarter-change, period: current, measure: change, from: prior-quarter}',
          '{id: quarter-change, period: current, measure: change, from: prior-year}',
        ],
      ],
    ],
    ['the wrong word of a comparison', [['statements/operations.yaml', '対前年同|四半期 %', '対前|四半期 %']]],
    ['the wrong word in English', [['statements/operations.yaml', 'QOQ |Chg %', 'YOY |Chg %']]],
  ])('%s is an error of a filer in America too', (_, edits) => {
    expect(codes(iij(...edits))).toContain('check/head-period');
  });

  it.each<[string, FileEdit[]]>([
    ['six months in other words', [[income, currentEn, 'For the six-month period ended |{{date "current.end"}}']]],
    ['6 months', [[income, currentEn, '6 months to |{{date "current.end"}}']]],
    ['a first half', [[income, currentEn, 'First half ended |{{date "current.end"}}']]],
    ['from a day to a day', [[income, currentEn, '{{date "current.start"}} to |{{date "current.end"}}']]],
    ['the current period', [[income, currentEn, 'Current period']]],
    ['the prior year', [[income, priorEn, 'Prior year']]],
    ['no word of a period', [[income, currentEn, 'Consolidated']]],
    ['the second quarter', [[income, currentEn, 'Second quarter (cumulative)']]],
    ['中間', [[income, currentJa, '当中間連結会計期間|（自　{{date "current.start"}}|至　{{date "current.end"}}）']]],
    ['上期', [[income, currentJa, '当上期']]],
    ['６か月', [[income, currentJa, '当期（６か月累計）']]],
    ['a fiscal year’s name', [[income, currentJa, '2026年３月期|第２四半期']]],
    ['a month of the end', [[income, currentJa, '2025年９月期']]],
    ['an era', [[income, currentJa, '（自　令和７年４月１日|至　令和７年９月30日）']]],
    ['前年同期', [[income, `前第{{period "prior-year" style="ordinal"}}四半期連結累計期間`, '前年同期']]],
    ['a balance sheet of a quarter', [[assets, `当第{{period "current" style="ordinal"}}四半期連結会計期間`, '当中間連結会計期間']]],
    ['the end of a year', [[assets, '前連結会計年度|', '前連結会計年度末|']]],
    ['a generated period', [[income, `{head: '${currentEn}', column: current}`, '{period: current, style: term, column: current}']]],
    ['no head at all', [[income, `{head: '${currentEn}', column: current}`, '{column: current}']]],
  ])('%s raises nothing', (_, edits) => {
    expect(onHeads(aoba(...edits))).toEqual([]);
  });
});

describe('a table of words', () => {
  const inserted = (ja: string): FileEdit => [
    'releases/2026h1/narrative.ja.md',
    '\n## 財政状態に関する説明',
    `\n${ja}\n\n## 財政状態に関する説明`,
  ];
  const table = (rows: string, head = '| 項目 | 当第２四半期連結累計期間 | 前年同期 |') => `${head}\n|---|---|---|\n${rows}`;
  const amounts = (concept: string) => `{{amount "${concept}" in="million"}} | {{amount "${concept}" period="prior-year" in="million"}} |`;
  const aobaChecked = (ja: string) => onHeads(aoba(inserted(ja))).filter((line) => !line.startsWith('check/literal'));

  it.each([
    ['check/label-sign', table(`| 営業損失 | ${amounts('profit.operating')}`)],
    ['check/head-concept', table(`| 経常利益 | ${amounts('profit.operating')}`)],
    ['check/head-period', table(`| 営業利益 | ${amounts('profit.operating')}`, '| 項目 | 前年同期 | 当第２四半期連結累計期間 |')],
    ['check/head-period', table(`| 営業利益 | ${amounts('profit.operating')}`, '| 項目 | 当第３四半期連結累計期間 | 前年同期 |')],
  ])('raises %s as a statement does', (code, ja) => {
    expect(codes(aobaChecked(ja))).toEqual([code]);
  });

  it('raises nothing where it is right', () => {
    expect(
      aobaChecked(
        table(
          `| 売上高 | ${amounts('sales.total')}\n| 営業利益 | ${amounts('profit.operating')}\n| 特別損失 | ${amounts('extraordinary.losses')}`,
        ),
      ),
    ).toEqual([]);
  });
});

describe('a head that names another concept than it stands over', () => {
  const operating = '{head: Operating profit, over:';
  const ordinary = '{head: Ordinary profit, over:';

  it('is told with the concept that is printed', () => {
    expect(aoba([results, operating, '{head: Recurring profit, over:'])).toEqual([
      'check/head-concept results.yaml:29 "Recurring profit" heads column operating of results, which prints profit.operating (Operating profit)',
    ]);
  });

  it.each<[string, FileEdit[]]>([
    [
      'two heads exchanged',
      [
        [results, operating, '{head: Ordinary  profit, over:'],
        [results, ordinary, operating],
      ],
    ],
    [
      'two heads in Japanese',
      [
        [results, '{head: 営業利益, over:', '{head: 経常　利益, over:'],
        [results, '{head: 経常利益, over:', '{head: 営業利益, over:'],
      ],
    ],
    [
      'the amounts alone exchanged',
      [
        [results, '{id: sales, concept: sales.total}', '{id: sales, concept: profit.operating}'],
        [results, '{id: operating, concept: profit.operating}', '{id: operating, concept: sales.total}'],
      ],
    ],
    ['one head twice', [[results, operating, ordinary]]],
    ['total assets over net assets', [['statements/position.yaml', '{head: 純資産, over:', '{head: 総資産, over:']]],
    ['issued shares over treasury shares', [[shares, '②　期末自己株式数', '②　期末発行済株式数']]],
    [
      'a row’s own label',
      [[income, '  - {concept: profit.gross,', '  - {concept: profit.gross, labels: {ja: 営業利益, en: Gross profit},']],
    ],
    [
      'labels of two concepts exchanged in one language',
      [
        ['concepts.yaml', '{ja: 営業利益, en: Operating profit}', '{ja: 営業利益, en: Ordinary profit}'],
        ['concepts.yaml', '{ja: 経常利益, en: Ordinary profit}', '{ja: 経常利益, en: Operating profit}'],
      ],
    ],
    [
      'labels of assets exchanged in one language',
      [['concepts.yaml', '{ja: 流動資産合計, en: Total current assets}', '{ja: 固定資産合計, en: Total current assets}']],
    ],
    [
      'concepts exchanged under a release’s own names',
      [
        [shares, '- concept: shares.issued', '- concept: shares.treasury'],
        [shares, '- concept: shares.treasury\n    labels: {ja: ②', '- concept: shares.issued\n    labels: {ja: ②'],
      ],
    ],
  ])('%s is an error', (_, edits) => {
    expect(codes(aoba(...edits))).toContain('check/head-concept');
  });

  it.each<[string, FileEdit[]]>([
    ['a usual name of the same', [[results, operating, '{head: Operating income, over:']]],
    ['a name with both outcomes', [[results, operating, '{head: Operating profit (loss), over:']]],
    ['another case', [[results, operating, '{head: OPERATING PROFIT, over:']]],
    ['the name of another form', [[results, '親会社株主に帰属|する四半期純利益', '四半期純利益']]],
    ['the name of another period', [[results, '親会社株主に帰属|する四半期純利益', '親会社株主に帰属|する中間純利益']]],
    ['no usual name', [[results, operating, '{head: Result of the business, over:']]],
    ['sales in other words', [[results, '{head: Net sales, over:', '{head: Revenue, over:']]],
    ['the same words as another row', [['concepts.yaml', '{ja: 受取利息, en: Interest income}', '{ja: その他, en: Other}']]],
    [
      'a row’s own label with the concept’s name in it',
      [[income, '  - {concept: profit.gross,', '  - {concept: profit.gross, labels: {ja: 売上総利益（粗利）, en: Gross profit (margin)},']],
    ],
    [
      'no head over a concept',
      [
        [
          results,
          '{head: Operating profit, over: [{head: JPY million, column: operating}, {head: "%", column: operating-change}]}',
          '{column: operating}\n    - {column: operating-change}',
        ],
      ],
    ],
  ])('%s raises nothing', (_, edits) => {
    expect(aoba(...edits)).toEqual([]);
  });
});

describe('a head that names another currency than its column prints', () => {
  const usd = '{id: current-usd, period: current, measure: translated}';
  const jpy = '{id: current-jpy, period: current, measure: amount}';
  const operations = 'statements/operations.yaml';

  it('is told once a language', () => {
    expect(
      iij(
        [operations, usd, '{id: current-usd, period: current, measure: amount}'],
        [operations, jpy, '{id: current-jpy, period: current, measure: translated}'],
      ).filter((line) => line.startsWith('check/head-currency')),
    ).toEqual([
      'check/head-currency operations.yaml:34 the head "USD" of operations names USD, and column current-usd under it is in JPY',
      'check/head-currency operations.yaml:35 the head "JPY" of operations names JPY, and column current-jpy under it is in USD',
      'check/head-currency operations.yaml:51 the head "USD" of operations names USD, and column current-usd under it is in JPY',
      'check/head-currency operations.yaml:52 the head "JPY" of operations names JPY, and column current-jpy under it is in USD',
    ]);
    expect(
      codes(aoba([results, '{head: Ordinary profit, over: [{head: JPY million,', '{head: Ordinary profit, over: [{head: USD million,'])),
    ).toContain('check/head-currency');
  });

  it('raises nothing in other right words', () => {
    expect(
      aoba([results, '{head: Ordinary profit, over: [{head: JPY million,', '{head: Ordinary profit, over: [{head: Millions of yen,']),
    ).toEqual([]);
    expect(aoba([results, '{head: Ordinary profit, over: [{head: JPY million,', '{head: Ordinary profit, over: [{head: Amount,'])).toEqual(
      [],
    );
  });
});
