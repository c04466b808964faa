// The form of a year of an issuer without subsidiaries, under Japanese standards: words, rows and heads in both languages, of which it types none.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildSample } from '../support/sample.ts';

const typed: Readonly<Record<string, string>> = {
  'data/moto/concepts.yaml': `{}`,
  'data/moto/issuer.yaml': `format: 1
id: moto
names: {ja: 株式会社もとはる, en: "Motoharu Co., Ltd."}
short-names: {ja: もとはる, en: Motoharu}
standard: j-gaap
consolidated: no
currency: JPY
scale: million
regime: truncate
change: {policy: nm, limit: 1000, text: ―}
fiscal-naming: ends
negative: {ja: triangle, en: parentheses}
nil: {ja: ―, en: "–"}
contacts:
  {code: "0147", exchange-ja: 東, exchange-en: Tokyo, web: www.motoharu.example, tel-ja: 03-0000-0147, tel-en: +81-3-0000-0147,
   representative-title-ja: 代表取締役社長, representative-name-ja: 本春　光, representative-title-en: President, representative-name-en: Hikaru Motoharu,
   contact-title-ja: 取締役管理部長, contact-name-ja: 中山　望, contact-title-en: Director, contact-name-en: Nozomi Nakayama}`,
  'data/moto/periods/2018fy.yaml': `start: 2017-04-01
end: 2018-03-31
fiscal: {year: 2018, quarter: 4}
facts: {sales.total: "1,078", profit.operating: 224, profit.ordinary: 232, profit.net: 149,
  cash-flow.operating: 100, cash-flow.investing: (50), cash-flow.financing: (30), cash.closing: 400,
  dividend.first: "-", dividend.interim: 0.00, dividend.third: "-", dividend.year-end: 18.00, dividend.total: 18.00, dividend.amount: 71, dividend.payout: 45.8%, dividend.on-equity: 5.1%,
  profit.per-share: 36.72, profit.diluted-per-share: 36.71, ratio.return-on-equity: 11.1%, ratio.return-on-assets: 14.2%, shares.average: "3,955,800",
  assets.total: "1,850", net-assets.total: "1,498", equity.ratio: 80.5%, equity.per-share: 343.81, equity.own: "1,490", shares.issued: "4,100,000", shares.treasury: "144,200", result.equity-method: "-"}`,
  'data/moto/periods/2019fy.yaml': `start: 2018-04-01
end: 2019-03-31
fiscal: {year: 2019, quarter: 4}
previous: 2018fy
facts: {sales.total: "1,230", profit.operating: 249, profit.ordinary: 245, profit.net: 158,
  cash-flow.operating: 120, cash-flow.investing: (60), cash-flow.financing: (40), cash.closing: 420,
  dividend.first: "-", dividend.interim: 0.00, dividend.third: "-", dividend.year-end: 18.00, dividend.total: 18.00, dividend.amount: 71, dividend.payout: 45.8%, dividend.on-equity: 5.1%,
  profit.per-share: 39.27, profit.diluted-per-share: 39.25, shares.average: "3,955,800",
  assets.total: "1,600", net-assets.total: "1,367", equity.per-share: 343.81, equity.own: "1,360", shares.issued: "4,100,000", shares.treasury: "144,200", result.equity-method: "-"}`,
  'data/moto/periods/2020fy.yaml': `start: 2019-04-01
end: 2020-03-31
fiscal: {year: 2020, quarter: 4}
previous: 2019fy
facts: {sales.total: "1,300", profit.operating: 250, profit.ordinary: 250, profit.net: 160, profit.per-share: 40.00, dividend.first: "-", dividend.interim: 0.00, dividend.third: "-", dividend.year-end: 20.00, dividend.total: 20.00, dividend.payout: 50.0%}`,
  'data/moto/releases/2019fy/narrative.en.md': `## Cautions {#cautions}

<p class="explanation">Statements about the future rest on assumptions.</p>`,
  'data/moto/releases/2019fy/narrative.ja.md': `## 業績予想 {#cautions}

<p class="explanation">将来の記述は前提に基づきます。</p>`,
  'data/moto/releases/2019fy/release.yaml': `layout: tanshin
titles:
  ja: 2019年3月期決算短信〔日本基準〕（非連結）
  en: Non-Consolidated Financial Results for the Fiscal Year Ended March 31, 2019 [Japanese GAAP]
announced: {ja: 2019-05-10, en: 2019-05-10}
dates: {shareholders-meeting: 2019-06-25, filing: 2019-06-26, dividend-payment: 2019-06-26}
flags: {fasf-member: yes, supplementary-materials: no, results-briefing: no, policies-by-standards: no, policies-otherwise: no, estimates-changed: no, restatements: no}
periods: {current: 2019fy, prior-year: 2018fy, next-year: 2020fy}`,
};

const root = mkdtempSync(join(tmpdir(), 'kessan-year-'));
for (const [file, text] of Object.entries(typed)) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), `${text}\n`);
}
afterAll(() => rmSync(root, { recursive: true }));

describe('a year that is not consolidated', () => {
  it('has its heads, its rows and its notes in both languages, without a finding', async () => {
    // Findings of any kind fail the build.
    const { document } = await buildSample({ root, issuer: 'moto', release: '2019fy' });
    const blocks = (lang: string) =>
      document.parts.filter((part) => part.lang === lang).flatMap(({ sections }) => sections.flatMap((section) => section.blocks));
    const words = (inlines: readonly { readonly text: string }[]): string => inlines.map(({ text }) => text).join('');
    const headings = (lang: string) => blocks(lang).flatMap((block) => (block.kind === 'heading' ? [words(block.inlines)] : []));
    const table = (lang: string, statement: string) =>
      blocks(lang).flatMap((block) =>
        block.kind === 'table' && block.statement === statement
          ? block.rows.map(({ label, cells }) =>
              [words(label), ...cells.map((cell) => (cell ? cell.prefix + cell.core + cell.suffix : ''))].join(' '),
            )
          : [],
      );
    const heads = (lang: string, statement: string) =>
      blocks(lang).flatMap((block) =>
        block.kind === 'table' && block.statement === statement ? block.heads.map(({ pieces }) => words(pieces.flat())) : [],
      );
    expect(headings('ja')).toEqual([
      '2019年3月期　決算短信〔日本基準〕（非連結）',
      '1．2019年3月期の業績（2018年4月1日～2019年3月31日）',
      '2．配当の状況',
      '3．2020年3月期の業績予想（2019年4月1日～2020年3月31日）',
      '※　注記事項',
    ]);
    expect(headings('en').slice(1)).toEqual([
      '1. Non-consolidated Financial Results for the Fiscal Year Ended March 31, 2019 (from April 1, 2018 to March 31, 2019)',
      '2. Dividends',
      '3. Forecast of Non-consolidated Financial Results for the Fiscal Year Ending March 31, 2020 (from April 1, 2019 to March 31, 2020)',
      'Notes',
    ]);
    expect(heads('ja', 'results')).toEqual(expect.arrayContaining(['売上高', '営業利益', '経常利益', '当期純利益', '百万円', '％']));
    expect(table('ja', 'results')).toEqual(['2019年3月期 1,230 14.1 249 11.2 245 5.6 158 6.0', '2018年3月期 1,078  224  232  149 ']);
    expect(table('en', 'cash-flows-summary')).toEqual([
      'Fiscal year ended March 31, 2019 120 (60) (40) 420',
      'Fiscal year ended March 31, 2018 100 (50) (30) 400',
    ]);
    // Ratios of this year follow from its amounts and those of the year before; those of the year before were published.
    expect(table('ja', 'per-share')).toEqual(['2019年3月期 39.27 39.25 11.1 14.2 20.2', '2018年3月期 36.72 36.71 11.1 14.2 20.8']);
    expect(table('en', 'position')).toEqual([
      'As of March 31, 2019 1,600 1,367 85.0 343.81',
      'As of March 31, 2018 1,850 1,498 80.5 343.81',
    ]);
    // A line of the form names two periods, each beside its number.
    expect(table('ja', 'shares')).toEqual([
      '①　期末発行済株式数（自己株式を含む） 2019年3月期 4,100,000 2018年3月期 4,100,000',
      '②　期末自己株式数 2019年3月期 144,200 2018年3月期 144,200',
      '③　期中平均株式数 2019年3月期 3,955,800 2018年3月期 3,955,800',
    ]);
    expect(table('en', 'shares')[2]).toBe(
      '(iii) Average number of shares during period Fiscal year ended Mar 31, 2019 3,955,800 Fiscal year ended Mar 31, 2018 3,955,800',
    );
    expect(table('ja', 'dividends')).toEqual([
      '2018年3月期 ― 0.00 ― 18.00 18.00 71 45.8 5.1',
      '2019年3月期 ― 0.00 ― 18.00 18.00 71 45.8 5.1',
      '2020年3月期（予想） ― 0.00 ― 20.00 20.00  50.0 ',
    ]);
    expect(table('ja', 'forecast')).toEqual(['通期 1,300 5.7 250 0.4 250 2.0 160 1.3 40.00']);
    const texts = (lang: string) => blocks(lang).flatMap((block) => (block.kind === 'paragraph' ? [words(block.inlines)] : []));
    expect(texts('ja')).toEqual(
      expect.arrayContaining([expect.stringContaining('（参考）持分法投資損益'), expect.stringContaining('（参考）自己資本')]),
    );
    expect(texts('ja').join()).not.toMatch(/連結|包括利益/);
    expect(texts('en').join()).not.toMatch(/[Cc]omprehensive income|\bConsolidated/);
  });
});
