// The first page of a published third quarter in both languages, made by a new issuer that types figures and answers, and no layout, table or heading.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildSample, type WholeRelease } from '../support/sample.ts';

/** All that the issuer types, by file: thousands of its ledger of which the page prints the millions, so that changes are those of the page. */
const typed: Readonly<Record<string, string>> = {
  'data/moto/issuer.yaml': `id: moto
names: {ja: 株式会社もとはる, en: "Motoharu Co., Ltd."}
short-names: {ja: もとはる, en: Motoharu}
standard: j-gaap
currency: JPY
scale: thousand
regime: truncate
change: {policy: nm, limit: 1000, text: ―}
fiscal-naming: ends
calendar: {ja: era, en: western}
negative: triangle
nil: ―
contacts:
  {code: "0147", exchange-ja: 東, exchange-en: Tokyo, web: www.motoharu.example, tel-ja: 03-0000-0147, tel-en: +81-3-0000-0147,
   representative-title-ja: 代表取締役社長, representative-name-ja: 本春　光, representative-title-en: President, representative-name-en: Hikaru Motoharu,
   contact-title-ja: 取締役管理部長, contact-name-ja: 中山　望, contact-title-en: Director, contact-name-en: Nozomi Nakayama}`,
  'data/moto/concepts.yaml': '{}',
  'data/moto/periods/2018q3.yaml': `{start: 2017-04-01, end: 2017-12-31, fiscal: {year: 2018, quarter: 3},
facts: {sales.total: "1,078,900", profit.operating: "224,600", profit.ordinary: "232,400", profit.owners: "149,500", comprehensive.total: "302,600",
  profit.per-share: 36.72, profit.diluted-per-share: 36.71, shares.average: "4,079,500"},
changes: {sales.total: {value: 14.2, from: 2017q3, source: &there the release of the third quarter of the year before}, profit.operating: {value: 15.9, from: 2017q3, source: *there},
  profit.ordinary: {value: 17.9, from: 2017q3, source: *there}, profit.owners: {value: 18.2, from: 2017q3, source: *there}, comprehensive.total: {value: 149.6, from: 2017q3, source: *there}}}`,
  'data/moto/periods/2018fy.yaml': `{start: 2017-04-01, end: 2018-03-31, fiscal: {year: 2018, quarter: 4},
facts: {assets.total: "1,850,300", net-assets.total: "1,498,200", equity.own: "1,492,100", equity.ratio: 80.6%, equity.per-share: 366.08,
  shares.issued: "4,100,000", shares.treasury: "24,400",
  dividend.first: "-", dividend.interim: 0.00, dividend.third: "-", dividend.year-end: 18.00, dividend.total: 18.00}}`,
  'data/moto/periods/2019q3.yaml': `{start: 2018-04-01, end: 2018-12-31, fiscal: {year: 2019, quarter: 3},
facts: {sales.total: "1,230,100", profit.operating: "249,100", profit.ordinary: "245,700", profit.owners: "158,500", comprehensive.total: "106,800",
  profit.per-share: 39.27, profit.diluted-per-share: 39.25, shares.average: "4,023,500", shares.issued: "4,100,000", shares.treasury: "144,200",
  assets.total: "1,600,700", net-assets.total: "1,367,400", equity.own: "1,360,200", equity.ratio: 85.0%, equity.per-share: 343.81}}`,
  'data/moto/periods/2019fy.yaml': `{start: 2018-04-01, end: 2019-03-31, fiscal: {year: 2019, quarter: 4},
facts: {dividend.first: "-", dividend.interim: 0.00, dividend.third: "-", dividend.year-end: 20.00, dividend.total: 20.00}}`,
  'data/moto/releases/2019q3/release.yaml': `layout: tanshin
titles:
  ja: 平成31年3月期第3四半期決算短信〔日本基準〕（連結）
  en: Consolidated Financial Results for the Nine Months Ended December 31, 2018 [Japanese GAAP]
announced: {ja: 2019-01-31, en: 2019-01-31}
dates: {filing: 2019-02-14}
flags: {fasf-member: yes, supplementary-materials: no, results-briefing: no, dividend-forecast-revised: no, no-forecast: yes, net-assets-per-share: yes,
  consolidation-changed: no, special-accounting: no, policies-by-standards: no, policies-otherwise: no, estimates-changed: no, restatements: no, review: no}
periods: {current: 2019q3, prior-year: 2018q3, year-end: 2018fy, full-year: 2019fy, year-before: 2017q3}`,
  'data/moto/releases/2019q3/narrative.ja.md': `## 業績予想 {#cautions}
<p class="explanation">業績予想は開示しておりません。</p>`,
  'data/moto/releases/2019q3/narrative.en.md': `## Forecast {#cautions}
<p class="explanation">No forecast is disclosed.</p>`,
};

const root = mkdtempSync(join(tmpdir(), 'kessan-first-page-'));
for (const [file, text] of Object.entries(typed)) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), `${text}\n`);
}
afterAll(() => rmSync(root, { recursive: true }));

const build = (): Promise<WholeRelease> => buildSample({ root, issuer: 'moto', release: '2019q3' });

/** The cells of a table as printed, a row after the other, behind its label. */
const printed = ({ document }: WholeRelease, lang: string, statement: string): readonly string[] =>
  document.parts
    .filter((part) => part.lang === lang)
    .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
    .flatMap((block) => (block.kind === 'table' && block.statement === statement ? block.rows : []))
    .map(({ label, cells }) =>
      [label.map(({ text }) => text).join(''), ...cells.map((cell) => (cell ? cell.prefix + cell.core + cell.suffix : ''))].join(' '),
    );

describe('a published first page', () => {
  it('takes fewer than sixty lines', () => {
    const lines = Object.values(typed).join('\n').split('\n');
    expect(lines.length).toBeLessThan(60);
  });

  it('prints every cell, in both languages', async () => {
    const whole = await build();
    const rows = (lang: string, statement: string) => printed(whole, lang, statement);
    expect(rows('ja', 'results')).toEqual([
      '31年3月期第3四半期 1,230 14.0 249 10.9 245 5.7 158 6.0',
      '30年3月期第3四半期 1,078 14.2 224 15.9 232 17.9 149 18.2',
    ]);
    expect(rows('ja', 'per-share')).toEqual(['31年3月期第3四半期 39.27 39.25', '30年3月期第3四半期 36.72 36.71']);
    expect(rows('ja', 'position')).toEqual(['31年3月期第3四半期 1,600 1,367 85.0 343.81', '30年3月期 1,850 1,498 80.6 366.08']);
    expect(rows('ja', 'dividends')).toEqual(['30年3月期 ― 0.00 ― 18.00 18.00', '31年3月期 ― 0.00 ―  ', '31年3月期（予想）    20.00 20.00']);
    // Of a quarter the balances stand beside those of the year's end, and the average beside that of the year before.
    expect(rows('ja', 'shares')).toEqual([
      '①　期末発行済株式数（自己株式を含む） 31年3月期3Q 4,100,000 30年3月期 4,100,000',
      '②　期末自己株式数 31年3月期3Q 144,200 30年3月期 24,400',
      '③　期中平均株式数（四半期累計） 31年3月期3Q 4,023,500 30年3月期3Q 4,079,500',
    ]);
    expect(rows('en', 'shares')[2]).toBe(
      '(iii) Average number of shares during period Nine months ended Dec 31, 2018 4,023,500 Nine months ended Dec 31, 2017 4,079,500',
    );
    // The same figures stand in the English part behind its own labels.
    const figures = (lang: string, statement: string) => rows(lang, statement).map((row) => row.split(' '));
    for (const [statement, columns] of [
      ['results', 8],
      ['per-share', 2],
      ['position', 4],
      ['dividends', 5],
    ] as const) {
      const behind = (lang: string) => figures(lang, statement).map((row) => row.slice(-columns));
      expect(behind('en')).toEqual(behind('ja'));
    }
  });

  it('prints its remarks and its head, and nothing of a forecast', async () => {
    const { document } = await build();
    const texts = JSON.stringify(document.parts[0]);
    const words = [...texts.matchAll(/"text":"([^"]*)"/g)].map(([, text]) => text).join('');
    for (const said of [
      '平成31年3月期　第3四半期決算短信〔日本基準〕（連結）',
      '四半期報告書提出予定日',
      '平成31年2月14日',
      '（注）包括利益　31年3月期第3四半期　106百万円（△64.7%）　　30年3月期第3四半期　302百万円（149.6%）',
      '（参考）自己資本　31年3月期第3四半期　1,360百万円　　30年3月期　1,492百万円',
      '（百万円未満切捨て）',
    ])
      expect(words).toContain(said);
    expect(words).not.toContain('業績予想（');
  });
});
