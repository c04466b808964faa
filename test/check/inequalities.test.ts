// Figures that are more or less than what they are by definition can be, beside those that are not.
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { derive } from '../../src/derive/derive.ts';
import type { Finding } from '../../src/model/finding.ts';
import { buildRelease, type ReleaseDraft } from '../support/build-release.ts';

function run(draft: ReleaseDraft): readonly Finding[] {
  const release = buildRelease(draft);
  const found: Finding[] = [];
  const financials = derive(release, (finding) => found.push(finding));
  check(release, financials, (finding) => found.push(finding));
  return found;
}

const codes = (draft: ReleaseDraft) => run(draft).map(({ code }) => code);
const fault = ['check/inequality'];
const share = (label: string) => ({ unit: 'per-share', decimals: 2, label }) as const;
const count = (label: string) => ({ unit: 'count', label }) as const;
const ratio = (label: string) => ({ unit: 'ratio', decimals: 1, label }) as const;

const pairs = [
  ['１株当たり四半期純利益', '潜在株式調整後１株当たり四半期純利益'],
  ['基本的１株当たり当期利益（円）', '希薄化後１株当たり当期利益（円）'],
  ['1株あたり当期損失', '希薄化後1株あたり当期損失'],
  ['Basic earnings per share', 'Diluted earnings per share'],
  ['Basic Net Loss Per Share', 'Diluted Net Loss Per Share'],
  ['Earnings per share', 'Fully diluted earnings per share'],
  ['Net income per ADS – basic', 'Net income per ADS – diluted'],
  ['Net income per share, assuming no dilution', 'Net income per share, assuming dilution'],
] as const;

describe('diluted figures per share', () => {
  const draft = (basic: string, diluted: string, [a, b]: readonly [string, string] = pairs[0]): ReleaseDraft => ({
    concepts: { b: share(a), d: share(b) },
    periods: { now: { facts: { b: basic, d: diluted } } },
  });

  it.each(pairs)('are known in each language: %s, %s', (...labels) => {
    expect(codes(draft('29.74', '31.20', labels))).toEqual(fault);
    expect(codes(draft('29.74', '29.74', labels))).toEqual([]);
  });

  it.each([
    ['29.74', '29.74', true],
    ['29.74', '29.12', true],
    ['29.74', '-', true],
    ['-', '29.74', true],
    ['29.74', '29.75', false],
    ['29.74', '297.40', false],
    ['29.74', '(29.74)', false],
    ['(17.18)', '(17.18)', true],
    ['(17.18)', '-', true],
    ['(17.18)', '(16.90)', false],
    ['(17.18)', '(17.90)', false],
    ['(17.18)', '17.18', false],
    ['0.00', '0.00', true],
    ['0.00', '0.10', false],
  ])('basic %s, diluted %s', (basic, diluted, holds) => {
    expect(codes(draft(basic, diluted))).toEqual(holds ? [] : fault);
  });

  it.each([
    ['888,569', '29.74', true],
    ['888,569', '29.75', false],
    // 29.7486 prints 29.75 rounded and 29.74 cut.
    ['888,750', '29.75', true],
    ['888,750', '29.74', true],
    ['888,750', '29.76', false],
    ['(513,196)', '(17.17)', true],
    ['(513,196)', '(17.18)', true],
    ['(513,196)', '(17.16)', false],
  ])('beside basic ones of %s for 29,875,140 shares: %s', (result, diluted, holds) => {
    const { concepts } = draft('', '');
    const basic = { ...share('Basic earnings per share'), formula: 'result / shares' };
    const found = run({
      concepts: { ...concepts, b: basic, d: share('Diluted earnings per share'), shares: count('Average number of shares') },
      periods: { now: { facts: { result, shares: '29,875,140', d: diluted } } },
    });
    expect(found.map(({ code }) => code)).toEqual(holds ? [] : fault);
    if (!holds) expect(found[0]).toMatchObject({ at: { file: 'periods/now.yaml' } });
  });

  it('say both figures, where they stand, and how to say that it is so', () => {
    expect(run(draft('29.74', '31.20'))).toMatchObject([
      {
        message: 'd@now is 31.2 beside b@now 29.74: diluted earnings per share are at most the basic ones',
        at: { file: 'periods/now.yaml', line: 6 },
        related: [{ at: { file: 'periods/now.yaml', line: 5 }, message: 'b@now' }],
        hints: [
          'compare the figures with their sources',
          expect.stringContaining('relation: "d at most b", period: now, difference: "1.46"'),
        ],
      },
    ]);
  });

  it('are compared with those of the same thing', () => {
    const facts = { all: '10.00', going: '20.00', ads: '0.05', 'all-d': '9.90', 'going-d': '19.80', 'ads-d': '0.05', paid: '5.00' };
    const several = (more: Readonly<Record<string, string>>): ReleaseDraft => ({
      concepts: {
        all: share('Basic net income per share'),
        going: share('Basic income from continuing operations per share'),
        ads: share('Basic net income per ADS'),
        'all-d': share('Diluted net income per share'),
        'going-d': share('Diluted income from continuing operations per share'),
        'ads-d': share('Diluted net income per ADS'),
        paid: share('Dividends per share'),
      },
      periods: { now: { facts: { ...facts, ...more } } },
    });
    expect(codes(several({}))).toEqual([]);
    expect(codes(several({ 'all-d': '10.10' }))).toEqual(fault);
    expect(codes(several({ 'going-d': '20.10' }))).toEqual(fault);
    expect(codes(several({ 'ads-d': '0.06' }))).toEqual(fault);
  });

  it('are compared with none where several could be meant', () => {
    const quarterly = { b: share(pairs[0][0]), d: share(pairs[0][1]), d2: share(pairs[0][1]) };
    expect(codes({ concepts: quarterly, periods: { now: { facts: { b: '9.00', d: '8.00', d2: '12.00' } } } })).toEqual([]);
  });

  it('may be excused by a waiver, which lapses with the figure', () => {
    const waived = (diluted: string, difference = '1460') => ({
      ...draft('29.74', diluted),
      waivers: [`inequality | d at most b | now | ${difference}`],
    });
    expect(codes(waived('31.20'))).toEqual([]);
    expect(codes(waived('31.30'))).toEqual(['check/inequality', 'check/waiver']);
    expect(codes(waived('29.70'))).toEqual(['check/waiver']);
  });
});

describe('shares', () => {
  const draft = (
    facts: Readonly<Record<string, string>>,
    labels = ['期末発行済株式数（自己株式を含む）', '期末自己株式数', '期中平均株式数'],
  ): ReleaseDraft => ({
    concepts: Object.fromEntries(['issued', 'own', 'average'].map((name, index) => [name, count(labels[index] ?? '')])),
    periods: {
      now: { previous: 'before', facts: { issued: '30,000,000', own: '124,963', average: '29,875,140', ...facts } },
      before: { facts: { issued: '30,000,000', own: '124,800' } },
    },
  });

  it.each([
    [{}, true],
    [{ own: '0', average: '29,950,000' }, true],
    [{ own: '30,000,000', average: '20,000,000' }, false],
    [{ own: '31,000,000', average: '29,000,000' }, false],
    [{ average: '29,875,037' }, true],
    [{ average: '29,875,200' }, true],
    [{ average: '29,905,076' }, false],
    [{ average: '29,845,000' }, false],
    [{ average: '30,000,000' }, false],
    [{ average: '2,987,514' }, false],
    [{ issued: '60,000,000', average: '45,000,000' }, true],
    [{ average: '(29,875,140)' }, false],
  ])('%o', (facts, holds) => {
    const found = codes(draft(facts as Readonly<Record<string, string>>));
    // An average that has lost its treasury shares is out of range, whatever was meant.
    expect([...new Set(found)]).toEqual(holds ? [] : fault);
  });

  it('that are the issuer’s own no more, and an average that does not tell so, are asked for', () => {
    expect(codes(draft({ own: '-' }))).toEqual(['check/average-shares']);
  });

  it.each(['29,875,201', '29,875,036', '29,857,140', '29,905,075'])(
    'that were %s on average may have been: a person is asked',
    (average) => {
      expect(codes(draft({ average }))).toEqual(['check/average-shares']);
    },
  );

  it.each([
    [['Issued shares, including treasury shares', 'Treasury shares', 'Average number of shares']],
    [['Number of shares issued (including treasury stock)', 'Number of treasury stock', 'Weighted average shares outstanding']],
    [['発行済株式総数', '自己株式数', '期中平均発行済株式総数']],
  ])('are known by other labels: %s', (labels) => {
    expect(codes(draft({}, labels))).toEqual([]);
    expect(codes(draft({ own: '30,000,001', average: '29,000,000' }, labels))).toEqual(fault);
    expect(codes(draft({ average: '29,976,000' }, labels))).toEqual(fault);
  });

  it('without treasury shares are the outstanding ones themselves', () => {
    const net = (average: string): ReleaseDraft => ({
      concepts: { out: count('発行済株式数（自己株式を除く）'), average: count('期中平均株式数') },
      periods: { now: { previous: 'before', facts: { out: '29,875,037', average } }, before: { facts: { out: '29,875,200' } } },
    });
    const asked = ['check/average-shares'];
    expect([codes(net('29,875,100')), codes(net('29,875,201')), codes(net('29,875,000'))]).toEqual([[], asked, asked]);
    expect([codes(net('29,950,000')), codes(net('29,785,100'))]).toEqual([fault, fault]);
  });

  it('bound an average from above only where nobody says how many the issuer holds', () => {
    const some = (average: string): ReleaseDraft => ({
      concepts: { issued: count('Shares issued'), average: count('Average number of shares') },
      periods: { now: { previous: 'before', facts: { issued: '22,480', average } }, before: { facts: { issued: '22,480' } } },
    });
    expect([codes(some('22,100')), codes(some('22,480')), codes(some('22,481'))]).toEqual([[], [], fault]);
  });

  it('that could be are counted beside those that are', () => {
    const average = (diluted: string): ReleaseDraft => ({
      concepts: { a: count('Average number of shares'), d: count('Diluted average number of shares') },
      periods: { now: { facts: { a: '1,000', d: diluted } } },
    });
    expect([codes(average('1,000')), codes(average('1,010')), codes(average('990'))]).toEqual([[], [], fault]);
  });
});

describe('a part and its whole', () => {
  it.each([
    ['現金及び預金', '流動資産合計', '資産合計'],
    ['現金及び現金同等物の期末残高', '流動資産', '総資産'],
    ['Cash and cash equivalents', 'Total current assets', 'Total assets'],
    ['Cash, End of Period', 'Current assets', 'Total assets'],
  ])('of assets: %s, %s, %s', (cash, current, total) => {
    const draft = (a: string, b: string, c: string): ReleaseDraft => ({
      concepts: { cash: { label: cash }, current: { label: current, scale: 'million' }, total: { label: total } },
      periods: { now: { facts: { cash: a, current: b, total: c } } },
    });
    expect(codes(draft('400', '1', '1,000'))).toEqual([]);
    expect(codes(draft('1,000', '1', '1,000'))).toEqual([]);
    expect(codes(draft('1,002', '1', '1,001'))).toEqual(fault);
    expect(codes(draft('400', '3', '1,000'))).toEqual(fault);
    expect(codes(draft('(400)', '1', '1,000'))).toEqual(fault);
  });

  it.each([
    ['自己資本比率', '100.0%', true],
    ['自己資本比率', '100.1%', false],
    ['自己資本比率', '(3.2)%', true],
    ['Equity-to-asset ratio', '506.0%', false],
    ['売上総利益率', '109.0%', false],
    ['粗利益率', '11.0%', true],
    ['Gross margin ratio for SI', '(2.0)%', true],
    ['Gross profit margin', '110%', false],
    ['SI売上高に占める運用保守の割合', '101%', false],
    ['SI売上高に占める運用保守の割合', '(1)%', false],
    ['Share of recurring fees in SI revenues', '120%', false],
    ['Share of recurring fees in SI revenues', '0%', true],
    ['構成比', '100%', true],
    ['CATVインターネット市場シェア', '500%', false],
    ['Share of the CATV Internet market', '50%', true],
    ['IIJメディアコミュニケーションズに対する持株比率', '501%', false],
    ['Ownership of AIH', '126.7%', false],
    ['月額単位バックボーンコストの低下率（前年同期比）', '650%', false],
    ['Decline of the monthly unit backbone cost on the year', '65%', true],
    ['Decline of the monthly unit backbone cost on the year', '(5)%', true],
    // These may be more than all.
    ['減益率', '150%', true],
    ['Decline in profit', '150%', true],
    ['配当性向', '130.0%', true],
    ['Payout ratio', '130.0%', true],
    ['流動比率', '250.0%', true],
    ['原価率', '104.0%', true],
    ['前年同期に対する割合', '143.3%', true],
    ['自己資本当期純利益率', '120.0%', true],
    ['Revenue growth', '170%', true],
    ['進捗率', '103%', true],
  ])('of a hundred: %s %s', (label, value, holds) => {
    expect(codes({ concepts: { it: ratio(label) }, periods: { now: { facts: { it: value } } } })).toEqual(holds ? [] : fault);
  });

  it.each([
    ['１株当たり配当金', '(18.00)', false],
    ['Dividends per share', '(18.00)', false],
    ['Dividends per share', '18.00', true],
    ['Dividends per share', '-', true],
    ['１株当たり純資産', '(18.00)', true],
    ['Basic earnings per share after preferred dividends', '(18.00)', true],
  ])('of what is paid: %s %s', (label, value, holds) => {
    expect(codes({ concepts: { it: share(label) }, periods: { now: { facts: { it: value } } } })).toEqual(holds ? [] : fault);
  });

  it('is known by its id where its label is only a date', () => {
    const draft = (interim: string): ReleaseDraft => ({
      concepts: { 'dividend.interim': share('第２四半期末') },
      periods: { now: { facts: { 'dividend.interim': interim } } },
    });
    expect([codes(draft('18.00')), codes(draft('(18.00)'))]).toEqual([[], fault]);
  });

  it.each([
    ['売上高見込み（下限）', '売上高見込み（上限）'],
    ['Expected revenues (low end)', 'Expected revenues (high end)'],
  ])('of a range: %s, %s', (low, high) => {
    const draft = (a: string, b: string): ReleaseDraft => ({
      concepts: { low: { label: low }, high: { label: high }, other: { label: 'Maximum loan' } },
      periods: { now: { facts: { other: '1' } } },
      stated: { low: a, high: b },
    });
    expect([codes(draft('10,500', '11,000')), codes(draft('10,500', '10,500')), codes(draft('11,500', '11,000'))]).toEqual([[], [], fault]);
  });
});
