import { describe, expect, it } from 'vitest';
import { type FileEdit, findingsOf } from '../support/edited-release.ts';

const aoba = (...edits: readonly FileEdit[]) => findingsOf('aoba', '2026h1', edits);
const iij = (...edits: readonly FileEdit[]) => findingsOf('iij', '2q02', edits);
const codes = (lines: readonly string[]) => [...new Set(lines.map((line) => line.split(' ')[0]))];
/** Digits typed in a head or caption are words that a literal must list; what they say is tried without it. */
const besidesDigits = (lines: readonly string[]) => lines.filter((line) => !line.startsWith('check/unbound-figure'));

const operations = 'statements/operations.yaml';
const balance = 'statements/balance-sheet.yaml';
const forecast = 'statements/forecast.yaml';
const results = 'statements/results.yaml';
const dividends = 'statements/dividends.yaml';
const ofPeriod = (file: string, id: string, from: string, to: string): FileEdit => [
  file,
  `{id: ${id}, period: ${from},`,
  `{id: ${id}, period: ${to},`,
];
const ofConcept = (file: string, id: string, from: string, to: string): FileEdit => [
  file,
  `{id: ${id}, concept: ${from}`,
  `{id: ${id}, concept: ${to}`,
];

describe('columns under one head that names a period', () => {
  it.each<[string, FileEdit[]]>([
    ['dollars of another period', [ofPeriod(balance, 'current-usd', 'current', 'prior-year')]],
    ['yen of another period', [ofPeriod(operations, 'current-jpy', 'current', 'prior-quarter')]],
    [
      'shares exchanged, which heads of one language do not name',
      [
        ofPeriod(operations, 'current-share', 'current', 'prior-quarter'),
        ofPeriod(operations, 'quarter-share', 'prior-quarter', 'current'),
      ],
    ],
    [
      'amounts of two groups exchanged',
      [ofPeriod(balance, 'current-jpy', 'current', 'prior-quarter'), ofPeriod(balance, 'quarter-jpy', 'prior-quarter', 'current')],
    ],
    [
      'shares of two groups exchanged',
      [ofPeriod(balance, 'current-share', 'current', 'prior-quarter'), ofPeriod(balance, 'quarter-share', 'prior-quarter', 'current')],
    ],
    ['a typed head of a quarter that one column is not of', [[operations, 'head: Year-over-year Comparison', 'head: First Quarter']]],
  ])('%s are told', (_, edits) => {
    expect(codes(iij(...edits))).toContain('check/head-period');
  });

  it('are told in both languages, and a share where no head over it speaks', () => {
    const lines = iij(
      ofPeriod(operations, 'current-share', 'current', 'prior-quarter'),
      ofPeriod(operations, 'quarter-share', 'prior-quarter', 'current'),
    );
    expect(lines).toEqual([
      'check/head-period operations.yaml:20 column current-share of operations is percentages of 1q02 (2002-04-01 to 2002-06-30), stands beside column current-jpy of 2q02 (2002-07-01 to 2002-09-30), and no head over it names a period',
      'check/head-period operations.yaml:25 column quarter-share of operations is percentages of 2q02 (2002-07-01 to 2002-09-30), stands beside column quarter-jpy of 1q02 (2002-04-01 to 2002-06-30), and no head over it names a period',
      'check/head-period operations.yaml:48 the head "Sept 30, 2002" of operations says "Sept 30, 2002", and the columns under it are of 2q02 (2002-07-01 to 2002-09-30) and 1q02 (2002-04-01 to 2002-06-30)',
      'check/head-period operations.yaml:62 the head "Jun 30, 2002" of operations says "Jun 30, 2002", and the columns under it are of 1q02 (2002-04-01 to 2002-06-30) and 2q02 (2002-07-01 to 2002-09-30)',
    ]);
  });

  const group = (ja: string): FileEdit => [operations, 'head: 前年同四半期比較', `head: ${ja}`];
  const english = (en: string): FileEdit => [operations, 'head: Year-over-year Comparison', `head: ${en}`];
  it.each<[string, FileEdit[]]>([
    ['a length of all', [english('Three Months Ended')]],
    ['a quarter of all', [english('Second Quarter')]],
    ['two days', [english('September 30, 2002 and 2001')]],
    ['two fiscal years', [english('Fiscal 2002 and Fiscal 2001')]],
    ['a quarter of all in Japanese', [group('第２四半期')]],
    ['current and previous', [group('当四半期及び前年同四半期')]],
    ['no word of a period', [english('Consolidated')]],
    ['a name of the period, where nearer heads name the others', [english('Fiscal 2002 second quarter results')]],
    [
      'a share that its own head names',
      [[operations, '- {head: 対営業|収益 %, column: current-share}', '- {head: 当四半期|対営業|収益 %, column: current-share}']],
    ],
  ])('%s raises nothing', (_, edits) => {
    expect(besidesDigits(iij(...edits))).toEqual([]);
  });
});

describe('captions that name a period twice', () => {
  const named = 'For the Three Months Ended {{period "current" style="end"}}, {{period "prior-year" style="end"}}';
  const current = '{{period "current" style="end"}}';
  const onCaptions = (lines: readonly string[]) => lines.filter((line) => line.startsWith('check/caption'));

  it('are told with the period that goes unnamed', () => {
    expect(onCaptions(iij([operations, named, `For the Three Months Ended ${current}, ${current}`]))).toEqual([
      'check/caption operations.yaml:9 the caption says "Sept 30, 2002" twice, and does not name 2q01 (2001-07-01 to 2001-09-30), of which a column of operations is',
    ]);
  });

  it.each<[string, FileEdit]>([
    ['by helpers in Japanese', [operations, `'${current}、`, `'{{period "prior-year" style="end"}}、`]],
    ['typed', [operations, named, 'For the Three Months Ended September 30, 2002, September 30, 2002']],
    ['of a balance sheet', [balance, `As of ${current}`, 'As of {{period "prior-quarter" style="end"}}']],
    ['of cash flows', ['statements/cash-flows.yaml', `'${current}、`, `'{{period "prior-quarter" style="end"}}、`]],
    [
      'by dates',
      [balance, `As of ${current}, {{period "prior-year" style="end"}}`, 'As of {{date "current.end"}}, {{date "current.end"}}'],
    ],
  ])('%s', (_, edit) => {
    expect(codes(onCaptions(iij(edit)))).toEqual(['check/caption']);
  });

  it.each<[string, FileEdit]>([
    ['in another order', [operations, named, `For the Three Months Ended {{period "prior-year" style="end"}}, ${current}`]],
    ['each once, one again', [balance, `As of ${current}`, `As of ${current} (unaudited for ${current})`]],
    ['two of three', [operations, named, `For the Three Months Ended ${current}`]],
    ['by dates', [operations, named, 'For the Three Months Ended {{date "current.end"}}, {{date "prior-year.end"}}']],
  ])('raise nothing %s', (_, edit) => {
    expect(besidesDigits(iij(edit))).toEqual([]);
  });
});

describe('columns of a table of periods', () => {
  const sales = '{head: Net sales, over: [{head: JPY million, column: sales}, {head: "%", column: sales-change}]}';
  it.each<[string, FileEdit[]]>([
    ['another dividend under 第１四半期末', [ofConcept(dividends, 'first', 'dividend.first', 'dividend.year-end')]],
    ['another dividend under 合計', [ofConcept(dividends, 'total', 'dividend.total', 'dividend.interim')]],
    ['another dividend under 期末', [ofConcept(dividends, 'year-end', 'dividend.year-end', 'dividend.third')]],
    ['no dividend', [ofConcept(dividends, 'third', 'dividend.third', 'sales.total')]],
    [
      'sales and ordinary profit exchanged',
      [ofConcept(forecast, 'sales', 'sales.total', 'profit.ordinary'), ofConcept(forecast, 'ordinary', 'profit.ordinary', 'sales.total')],
    ],
    ['a change of another concept', [ofConcept(forecast, 'sales-change', 'sales.total', 'profit.ordinary')]],
    ['a change of a profit', [ofConcept(results, 'owners-change', 'profit.owners', 'profit.operating')]],
    [
      'a change of another concept under words that name none',
      [
        ofConcept(forecast, 'sales-change', 'sales.total', 'profit.ordinary'),
        [forecast, '{head: 売上高, over:', '{head: 主な指標, over:'],
        [forecast, '{head: Net sales, over:', '{head: Key figure, over:'],
      ],
    ],
    [
      'amounts twice under words that name none',
      [
        ofConcept(dividends, 'third', 'dividend.third', 'dividend.first'),
        [dividends, '{head: 第３四半期末, over:', '{head: その他の配当, over:'],
        [dividends, '{head: Third |quarter-end, over:', '{head: Other, over:'],
      ],
    ],
  ])('%s is told', (_, edits) => {
    expect(codes(aoba(...edits))).toContain('check/head-concept');
  });

  it.each<[string, FileEdit[]]>([
    ['changes of their own', [[forecast, sales, '{head: Net sales, column: sales}\n    - {head: "Change (%)", column: sales-change}']]],
    [
      'other words for dividends',
      [
        [dividends, '{head: First |quarter-end, over:', '{head: 1Q end, over:'],
        [dividends, '{head: Fiscal |year-end, over:', '{head: Final, over:'],
      ],
    ],
    ['中間 and 期末', [[dividends, '{head: 第２四半期末, over:', '{head: 中間, over:']]],
    ['a whole year', [[dividends, '{head: 合計, over:', '{head: 年間, over:']]],
    ['a general word', [[forecast, '{head: Net sales, over:', '{head: Total, over:']]],
    ['heads of the whole', [[dividends, 'head: Annual dividends per share', 'head: Dividends']]],
  ])('%s raises nothing', (_, edits) => {
    expect(besidesDigits(aoba(...edits))).toEqual([]);
  });
});

describe('shares that no head names', () => {
  /** A table of three shares as a release types it in two languages. */
  const shares = (columns: readonly string[]): FileEdit[] => {
    const all = [
      '  - {id: current, period: current, measure: amount}',
      '  - {id: prior-quarter, period: prior-quarter, measure: amount}',
      '  - {id: prior-year, period: prior-year, measure: amount}',
    ];
    const heads = [
      '    - {period: current, style: label, column: current}',
      '    - {period: prior-quarter, style: label, column: prior-quarter}',
      '    - {period: prior-year, style: label, column: prior-year}',
    ];
    const [id, period] = ['id', 'period'].map((key) => (column: string) => new RegExp(`${key}: ([a-z-]+)`).exec(column)?.[1] ?? '');
    const headOf = (column: string) =>
      column.includes('percent-of')
        ? `    - {head: "%", column: ${id?.(column)}}`
        : `    - {period: ${period?.(column)}, style: label, column: ${id?.(column)}}`;
    return [
      ['statements/bandwidth.yaml', all.join('\n'), columns.join('\n')],
      ['statements/bandwidth.yaml', heads.join('\n'), columns.map(headOf).join('\n')],
    ];
  };
  const amount = (role: string) => `  - {id: ${role}, period: ${role}, measure: amount}`;
  const share = (role: string, name = role) => `  - {id: ${name}-share, period: ${role}, measure: percent-of, of: bandwidth.total}`;
  const lines = (...columns: readonly string[]) => iij(...shares(columns));

  it.each([
    ['after their amounts', [amount('current'), share('current'), amount('prior-year'), share('prior-year')]],
    ['before their amounts', [share('current'), amount('current'), share('prior-year'), amount('prior-year')]],
    ['after all amounts', [amount('current'), amount('prior-year'), share('current'), share('prior-year')]],
    ['of the last amounts alone', [amount('prior-year'), amount('current'), share('current')]],
  ])('raise nothing %s', (_, columns) => {
    expect(lines(...columns)).toEqual([]);
  });

  it.each([
    ['one of another period', [amount('current'), share('prior-year', 'current'), amount('prior-year'), share('prior-year')]],
    ['two exchanged', [amount('current'), share('prior-year', 'current'), amount('prior-year'), share('current', 'prior-year')]],
    ['the last', [amount('current'), share('current'), amount('prior-year'), share('current', 'prior-year')]],
  ])('are told: %s', (_, columns) => {
    expect(codes(lines(...columns))).toEqual(['check/head-period']);
  });
});
