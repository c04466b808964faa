// Sentences that a seed of errors brought to light, with others like them: faults by their code, and harmless ones beside them.
import { describe, expect, it } from 'vitest';
import { findingsIn } from '../support/sentence-findings.ts';

type Row = readonly ['en' | 'ja', string];

const faults: Readonly<Record<string, readonly Row[]>> = {
  'check/figures-together': [
    ['en', 'aoba: Total assets saw [direction assets.total from=year-end] of [amount move.liabilities in=million sign=magnitude].'],
    ['en', 'aoba: Net assets saw [direction net-assets.total from=year-end] of [amount liabilities.total in=million].'],
    ['en', 'aoba: Net assets [direction net-assets.total from=year-end form=verb] by [amount dividend.paid in=million].'],
    ['en', 'aoba: Net sales [direction sales.total from=prior-year form=verb] to [amount profit.operating in=million].'],
    ['en', 'aoba: Net sales [change sales.total from=prior-year form=verb] to [amount sales.total@prior-year in=million].'],
    [
      'en',
      'iij: The margin saw [direction gross-margin from=prior-year] from [percent gross-margin@prior-quarter] in [period prior-quarter].',
    ],
    ['en', 'iij: Total revenues [change revenue.total from=prior-year form=verb] from [amount revenue.total@prior-quarter in=million].'],
    [
      'en',
      'iij: IIJ recorded a foreign exchange gain of [amount result.foreign-exchange in=million as=gain] on monetary assets due to the depreciation of the yen in [period current], compared to a loss of [amount result.other@prior-year in=million as=loss] in [period prior-year].',
    ],
    [
      'en',
      'iij: International backbone costs were [amount backbone.international@prior-year in=million], [change backbone.international from=prior-year] compared to [period prior-year].',
    ],
    [
      'ja',
      'aoba: 純資産は前連結会計年度末に比べ[amount dividend.paid in=million sign=magnitude][direction net-assets.total from=year-end]しました。',
    ],
    ['ja', 'aoba: 総資産は[amount move.liabilities in=million sign=magnitude]の[direction assets.total from=year-end]となりました。'],
    ['ja', 'aoba: 売上高は前年同期の[amount profit.operating@prior-year in=million]から[direction sales.total from=prior-year]しました。'],
    ['ja', 'aoba: 前年同期比[change sales.total from=prior-year]の[amount profit.operating in=million]となりました。'],
  ],
  'check/named-concept': [
    ['ja', 'iij: [outcome result.operating]は[amount result.equity-method in=million sign=magnitude]となった。'],
    ['en', 'iij: IIJ reported an [outcome result.operating] of [amount result.net in=million sign=magnitude] in [period current].'],
    ['en', 'iij: The [outcome result.operating] for [period current] was [amount result.net in=million sign=magnitude].'],
    ['ja', 'aoba: 純資産は[amount dividend.paid in=million]となりました。'],
    ['ja', 'aoba: 純資産は[amount move.long-term-borrowings in=million]となりました。'],
    ['en', 'iij: Total revenues were [amount capex in=million].'],
    ['ja', 'aoba: - 測定機器事業：[amount sales.services in=million]\n- 計測サービス事業：[amount sales.instruments in=million]'],
    ['en', 'aoba: - Instruments: [amount sales.services in=million]\n- Services: [amount sales.instruments in=million]'],
  ],
  'check/period-word': [
    [
      'en',
      'iij: Subscribers reached [number market.adsl-subscribers@prior-year in=million decimals=1] at the end of [date current.end style=month].',
    ],
    ['en', 'iij: Total revenues were [amount revenue.total@prior-year in=million] for [period current].'],
    ['en', 'iij: The Company continues to expect positive operating income for full [period prior-year style=fiscal-year].'],
    [
      'en',
      'iij: Total revenues for the first half of [period current style=fiscal-year] grew by [percent revenue.first-half-growth] compared to the first half of [period current style=fiscal-year].',
    ],
    ['en', 'iij: In conjunction with the [period prior-quarter] earnings announcement, IIJ will hold a webcasted conference.'],
    ['en', 'iij: Revenues for the second half of [period current style=fiscal-year] grew by [percent revenue.first-half-growth].'],
    ['ja', 'iij: [period current style=fiscal-year]下期の売上高は、前年比[percent revenue.first-half-growth]の伸びを達成。'],
    ['ja', 'iij: [period prior-year style=fiscal-year]通期の営業損益の黒字を見込んでいる。'],
    ['ja', 'iij: [period prior-year style=fiscal-year]下期には回復を見込んでいる。'],
    ['en', 'iij: IIJ expects a recovery in the second half of [period prior-year style=fiscal-year].'],
    [
      'ja',
      'iij: [period current style=quarter]の売上高は、[period current style=quarter]に比べ[change revenue.total from=prior-year]となった。',
    ],
  ],
  'check/date': [
    ['en', 'iij: IIJ publishes it in its [period next] earnings release, presently scheduled for [date fiscal-year-end].'],
    ['en', 'iij: IIJ publishes it in its [period next] earnings release, presently scheduled for [date conference-call].'],
    ['en', 'iij: On [date next-results style=short] at 9:00 am (EST), the Company will host a conference call to discuss the results.'],
    ['en', 'aoba: Semi-annual report to be filed on: [date dividend-payment]; dividends to be paid from: [date dividend-payment]'],
    ['en', 'aoba: Scheduled date to commence dividend payments: [date filing]; the report is due on [date filing]'],
    ['en', 'aoba: Scheduled date to file semi-annual securities report: [date dividend-payment]'],
    ['en', 'aoba: Date of filing of the quarterly report: [date dividend-payment]'],
    ['en', 'aoba: Dividend payments are scheduled to start on [date filing].'],
    ['ja', 'aoba: 半期報告書提出予定日　[date filing]　　配当支払開始予定日　[date filing]'],
    ['ja', 'iij: カンファレンス・コールの様子を[date next-results]23:00よりインターネット上で公開しております。'],
  ],
  'check/direction-word': [
    [
      'en',
      'iij: Costs saw [change costs.general-and-administrative from=prior-year] in [period current]. This drop compared to [period prior-year] was a result of personnel.',
    ],
    ['en', 'iij: Total revenues [change revenue.total from=prior-year form=verb]. The decline was due to SI.'],
    ['ja', 'aoba: 売上高は前年同期比[change sales.total from=prior-year]となりました。この減少は、計測サービスによるものです。'],
  ],
  'check/duration': [
    [
      'en',
      'iij: Total revenues of the year before were [amount revenue.total@prior-year in=million] ([change revenue.total@prior-year from=current]).',
    ],
    ['ja', 'aoba: 前年同期の売上高は[direction sales.total@prior-year from=current]しました。'],
  ],
};

const harmless: readonly Row[] = [
  ['en', 'aoba: Total assets saw [direction assets.total from=year-end] of [amount move.assets in=million sign=magnitude].'],
  ['en', 'aoba: Net sales [direction sales.total from=prior-year form=verb] to [amount sales.total in=million].'],
  [
    'en',
    'aoba: Net sales [direction sales.total from=prior-year form=verb] from [amount sales.total@prior-year in=million] to [amount sales.total in=million].',
  ],
  [
    'en',
    'aoba: Net sales saw [change sales.total from=prior-year] to [amount sales.total in=million], of which [amount sales.services in=million] came from services.',
  ],
  [
    'en',
    'iij: International backbone costs fell from [amount backbone.international@prior-year in=million], [change backbone.international from=prior-year].',
  ],
  [
    'en',
    'iij: Total revenues were [amount revenue.total in=million], compared to guidance of between [amount guidance.revenue-low in=million] and [amount guidance.revenue-high in=million].',
  ],
  [
    'ja',
    'aoba: 純資産は前連結会計年度末に比べ[amount move.net-assets in=million sign=magnitude][direction net-assets.total from=year-end]しました。',
  ],
  ['ja', 'aoba: 前年同期比[change sales.total from=prior-year]の[amount sales.total in=million]となりました。'],
  [
    'ja',
    'aoba: 売上高は[amount sales.total@prior-year in=million]から[amount sales.total in=million]へ[direction sales.total from=prior-year]しました。',
  ],
  ['en', 'iij: IIJ reported an [outcome result.operating] of [amount result.operating in=million sign=magnitude] in [period current].'],
  ['en', 'iij: The [outcome result.net] per ADS was [amount result.net-per-ads decimals=2].'],
  ['ja', 'aoba: 配当金は[amount dividend.paid in=million]となりました。'],
  ['en', 'iij: Capital expenditure was [amount capex in=million].'],
  ['ja', 'aoba: - 計測サービス事業：[amount sales.services in=million]\n- 測定機器事業：[amount sales.instruments in=million]'],
  ['en', 'aoba: The facility allows borrowings of up to [amount move.long-term-borrowings in=million sign=magnitude].'],
  ['en', 'iij: The Company continues to expect positive operating income for full [period current style=fiscal-year].'],
  ['ja', 'iij: [period current style=fiscal-year]下期には回復を見込んでいる。'],
  ['en', 'iij: IIJ expects a recovery in the second half of [period current style=fiscal-year].'],
  ['en', 'iij: IIJ plans to pay dividends for full [period prior-year style=fiscal-year].'],
  [
    'en',
    'iij: Costs in [period current], compared to costs in [period prior-year], fell, and revenues in [period current] grew from [period prior-quarter].',
  ],
  ['en', 'iij: Total revenues for the second half of [period current style=fiscal-year] are expected to grow.'],
  ['ja', 'iij: [period current style=fiscal-year]下期の売上高は、[period prior-year style=fiscal-year]通期の実績を上回る見込みとなった。'],
  ['en', 'iij: IIJ publishes it in its [period next] earnings release, presently scheduled for [date next-results].'],
  ['en', 'iij: On [date announced.en style=short] at 9:00 am (EST), the Company will host a conference call to discuss the results.'],
  ['en', 'aoba: Semi-annual report to be filed on: [date filing]; dividends to be paid from: [date dividend-payment]'],
  ['en', 'aoba: Scheduled date to file semi-annual securities report: [date filing]'],
  ['en', 'aoba: Scheduled date to commence dividend payments: [date dividend-payment]'],
  ['en', 'aoba: The record date for dividend payments: [date current.end]'],
  ['ja', 'aoba: 半期報告書提出予定日　[date filing]　　配当支払開始予定日　[date dividend-payment]'],
  ['en', 'iij: Total revenues [change revenue.total from=prior-year form=verb]. The decline in prices was steady.'],
  ['en', 'iij: Total revenues [change revenue.total from=prior-year form=verb]. The increase was due to SI.'],
  ['ja', 'aoba: 売上高は前年同期比[change sales.total from=prior-year]となりました。この円安の影響で仕入は減少しました。'],
];

describe('kinds that seeds brought to light', () => {
  for (const [code, rows] of Object.entries(faults)) {
    it.each(rows)(`${code}: %s %s`, (lang, sentence) => {
      expect(findingsIn(lang, sentence).map((line) => line.split(' ')[0])).toContain(code);
    });
  }

  it.each(harmless)('stay quiet where it is so: %s %s', (lang, sentence) => {
    expect(findingsIn(lang, sentence)).toEqual([]);
  });
});
