// Names of concepts typed before amounts, and what follows an amount.
import { describe, expect, it } from 'vitest';
import { told } from '../support/check-words.ts';
import { findingsIn } from '../support/sentence-findings.ts';

describe('the name of another concept before an amount', () => {
  it.each([
    ['en', 'iij: Sales and marketing expenses were [amount revenue.value-added in=million] in [period current].'],
    ['en', 'iij: - General and administrative expenses: [amount costs.sales-and-marketing in=million]'],
    ['en', 'iij: Research and development amounted to [amount costs.general-and-administrative in=million].'],
    ['en', 'aoba: Total assets at the end of the period were [amount net-assets.total in=million].'],
    ['en', 'aoba: Net assets were [amount liabilities.total in=million].'],
    ['en', 'aoba: As a result, operating profit came to [amount profit.ordinary in=million as=gain].'],
    ['en', 'aoba: Net sales of [amount profit.operating in=million as=gain] were recorded.'],
    ['en', 'aoba: <dfn>Note:</dfn> Retained earnings were [amount net-assets.total in=million].'],
    ['ja', 'aoba: 売上高は[amount profit.operating in=million as=gain]となりました。'],
    ['ja', 'aoba: 当期末の総資産は[amount net-assets.total in=million]となりました。'],
    ['ja', 'aoba: 第[period current style=ordinal]四半期連結会計期間末の負債は[amount net-assets.total in=million]となりました。'],
    ['ja', 'aoba: - 営業利益：[amount profit.ordinary in=million as=gain]'],
    ['ja', 'aoba: この結果、経常利益[amount profit.operating in=million as=gain]を計上しました。'],
    ['ja', 'iij: 一般管理費は[amount costs.sales-and-marketing in=million]となった。'],
  ] as const)('is told: %s %s', (lang, sentence) => {
    expect(findingsIn(lang, sentence).join('\n')).toMatch(/check\/named-concept/);
  });

  it.each([
    ['en', 'iij: Sales and marketing expenses were [amount costs.sales-and-marketing in=million] in [period current].'],
    ['en', 'iij: Revenues were [amount revenue.si in=million].'],
    ['en', 'iij: Operating loss was [amount result.operating in=million as=loss].'],
    ['en', 'iij: Net loss per ADS was [amount result.net-per-ads decimals=2].'],
    ['en', 'iij: Equipment was bought, and revenues were [amount revenue.equipment in=million].'],
    ['en', 'aoba: Instruments: net sales came to [amount sales.instruments in=million].'],
    ['en', 'aoba: Profit came to [amount profit.owners in=million as=gain].'],
    ['en', 'aoba: Total assets were [amount move.assets in=million sign=magnitude] higher than at the end of the previous fiscal year.'],
    ['en', 'aoba: Overseas operating profit came to [amount profit.ordinary in=million as=gain].'],
    ['en', 'aoba: The plan of net sales was [amount sales.total@full-year in=million].'],
    ['en', 'aoba: Net sales: [amount sales.total in=million]'],
    ['ja', 'aoba: 機器事業の売上高は[amount sales.instruments in=million]となりました。'],
    ['ja', 'aoba: 売上高は[amount sales.services in=million]となりました。'],
    ['ja', 'aoba: 現金及び預金は[amount move.cash in=million as=gain]増加しました。'],
    ['ja', 'aoba: 総資産は[amount assets.total in=million]となりました。'],
    ['ja', 'aoba: 当期純利益は[amount profit.owners in=million as=gain]となりました。'],
    ['ja', 'iij: 売上高は[amount guidance.revenue-low in=oku]-[amount guidance.revenue-high in=oku]となる見込み。'],
    ['ja', 'iij: 営業費用は[amount costs.total in=million]となった。'],
  ] as const)('is nothing where it may be its own: %s %s', (lang, sentence) => {
    expect(findingsIn(lang, sentence)).toEqual([]);
  });

  it('is free where a literal says so', () => {
    const text = 'Operating income was {{amount "revenue.total" in="million"}}.';
    expect(told({ en: text })).toHaveLength(1);
    expect(told({ en: text, literals: ['word | Operating income'] })).toEqual([]);
  });
});

describe('what follows an amount', () => {
  it.each([
    ['en', 'iij: Costs were [amount costs.total in=million] in [period current], [change revenue.total from=prior-year].'],
    ['en', 'iij: Revenues were [amount revenue.total in=million] ([usd revenue.total in=million]), [change costs.total from=prior-year].'],
    [
      'en',
      'iij: Costs saw [change backbone.domestic from=prior-year] compared to [period prior-year] and [change revenue.total from=prior-quarter] compared to [period prior-quarter].',
    ],
    [
      'en',
      'iij: It was [amount result.other in=million as=loss] in [period current], compared to [amount result.foreign-exchange@prior-year in=million as=loss] in [period prior-year].',
    ],
    ['en', 'aoba: It was [amount net-assets.total in=million], [direction assets.total from=year-end].'],
    [
      'ja',
      'iij: それは[number bandwidth.total]（前期比[change bandwidth.total from=prior-quarter]、前年同期比[change revenue.total from=prior-year]）。',
    ],
    [
      'ja',
      'aoba: それは[amount profit.ordinary in=million as=gain]（前年同四半期は[amount profit.operating@prior-year in=million as=gain]）でした。',
    ],
  ] as const)('is told where it is of another concept: %s %s', (lang, sentence) => {
    expect(findingsIn(lang, sentence).join('\n')).toMatch(/check\/figures-together/);
  });

  it.each([
    ['en', 'iij: Costs and revenues saw [change costs.total from=prior-year] and [change revenue.total from=prior-year], respectively.'],
    [
      'en',
      'iij: It was [amount result.other in=million as=loss], compared to a foreign exchange loss of [amount result.foreign-exchange@prior-year in=million as=loss].',
    ],
    ['en', 'iij: It was [amount revenue.total in=million], compared to [amount guidance.revenue-low in=million] expected.'],
    [
      'en',
      'iij: Costs were [amount costs.total in=million] in [period current], and revenues showed [change revenue.total from=prior-year].',
    ],
    ['ja', 'aoba: それは[amount profit.ordinary in=million as=gain]（営業利益は[amount profit.operating in=million as=gain]）でした。'],
    [
      'ja',
      'iij: それは[number bandwidth.total]（前期比[change bandwidth.total from=prior-quarter]、売上高は前年同期比[change revenue.total from=prior-year]）。',
    ],
  ] as const)('is nothing where words name it: %s %s', (lang, sentence) => {
    expect(findingsIn(lang, sentence)).toEqual([]);
  });
});
