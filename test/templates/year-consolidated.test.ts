// The form of a consolidated year under Japanese standards, with its statement of changes in equity: made of data alone, without a layout of its own.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type LintSample, lintSample } from '../support/lint-sample.ts';

/** What every statement with both years begins with. */
const bothYears = (ja: string, en: string, at: 'over' | 'end') => `kind: statement
captions: {ja: [], en: []}
unit: {ja: （単位：百万円）, en: (Millions of yen)}
summary: {ja: ${ja}。単位は百万円。△はマイナスを表す。, en: "${en} in millions of yen. Figures in parentheses are negative."}
stub: {ja: "", en: ""}
scale: million
columns: [{id: prior-year, period: prior-year, measure: amount}, {id: current, period: current, measure: amount}]
heads:
  ja:
${
  at === 'end'
    ? `    - {head: '前連結会計年度|（{{date "prior-year.end"}}）', column: prior-year}
    - {head: '当連結会計年度|（{{date "current.end"}}）', column: current}`
    : `    - {head: '前連結会計年度|（自　{{date "prior-year.start"}}|至　{{date "prior-year.end"}}）', column: prior-year}
    - {head: '当連結会計年度|（自　{{date "current.start"}}|至　{{date "current.end"}}）', column: current}`
}
  en:
    - {head: '${at === 'end' ? 'As of' : 'Fiscal year ended'} |{{date "prior-year.end"}}', column: prior-year}
    - {head: '${at === 'end' ? 'As of' : 'Fiscal year ended'} |{{date "current.end"}}', column: current}
rows:
`;

const matrix = (period: string, ja: string) => `kind: statement
orientation: matrix
period: ${period}
captions: {ja: ['${ja}（自　{{date "${period}.start"}}　至　{{date "${period}.end"}}）'], en: ['Fiscal year ended {{date "${period}.end"}}']}
unit: {ja: （単位：百万円）, en: (Millions of yen)}
summary: {ja: 連結株主資本等変動計算書。単位は百万円。△はマイナスを表す。, en: "Consolidated statement of changes in net assets in millions of yen. Figures in parentheses are negative."}
stub: {ja: "", en: ""}
scale: million
`;

/** Balances of a year's end; dividends and shares are those of every year. */
const ends = (
  cash: number,
  receivable: number,
  land: number,
  payable: number,
  loans: number,
  retained: number,
  treasury: string,
  held = '120,000',
) =>
  `assets.cash: "${cash}", assets.notes-and-accounts-receivable: "${receivable}", assets.land: "${land}", liabilities.payable: "${payable}",
  liabilities.long-term-borrowings: "${loans}", equity.capital: "1,000", equity.surplus: 600, equity.retained: "${retained}", equity.treasury: "${treasury}",
  shares.issued: "20,000,000", shares.treasury: "${held}"`;

const typed: Readonly<Record<string, string>> = {
  'data/haru/issuer.yaml': `format: 1
id: haru
names: {ja: 株式会社はるかぜ, en: "Harukaze Co., Ltd."}
short-names: {ja: はるかぜ, en: Harukaze}
standard: j-gaap
currency: JPY
scale: million
regime: round
change: {policy: nm, limit: 1000, text: {ja: －, en: –}}
fiscal-naming: ends
negative: {ja: triangle, en: parentheses}
nil: {ja: －, en: –}
contacts:
  {code: "0155", exchange-ja: 東, exchange-en: Tokyo, web: www.harukaze.example, tel-ja: 03-0000-0155, tel-en: +81-3-0000-0155,
   representative-title-ja: 代表取締役社長, representative-name-ja: 春日　翠, representative-title-en: President, representative-name-en: Midori Kasuga,
   contact-title-ja: 取締役経理部長, contact-name-ja: 風間　亮, contact-title-en: Director, contact-name-en: Ryo Kazama}
relations:
  - {name: assets equal liabilities and net assets, check: balance, left: assets.total, right: liabilities-and-net-assets.total}`,
  'data/haru/members.yaml': `equity:
  equity.capital: {}
  equity.surplus: {}
  equity.retained: {}
  equity.treasury: {}
  equity.shareholders: {of: [equity.capital, equity.surplus, equity.retained, equity.treasury]}
  equity.securities-valuation: {}
  equity.translation: {}
  equity.oci: {of: [equity.securities-valuation, equity.translation]}
  equity.minority: {}
  net-assets.total: {of: [equity.shareholders, equity.oci, equity.minority]}`,
  'data/haru/concepts.yaml': `profit.per-share: {formula: profit.owners / shares.average}
equity.own: {formula: equity.shareholders + equity.oci}
equity.per-share: {formula: equity.own / (shares.issued - shares.treasury)}
dividend.total: {formula: dividend.interim + dividend.year-end}
cash.opening: {formula: previous(assets.cash)}
cash-flow.before-tax: {period-type: duration, labels: {ja: 税金等調整前当期純利益, en: Profit before income taxes}}
comprehensive.securities: {period-type: duration, labels: {ja: その他有価証券評価差額金, en: Valuation difference on available-for-sale securities}}
comprehensive.foreign: {period-type: duration, labels: {ja: 為替換算調整勘定, en: Foreign currency translation adjustment}}
change.dividends: {members: {equity.retained: cash-flow.dividends}}
change.profit: {members: {equity.retained: profit.owners}, period-type: duration, labels: {ja: 親会社株主に帰属する当期純利益, en: Profit attributable to owners of parent}}
change.treasury-purchase: {members: {equity.treasury: cash-flow.treasury-purchase}}
change.other-items: {members: {equity.securities-valuation: comprehensive.securities, equity.translation: comprehensive.foreign, equity.minority: profit.minority + cash-flow.minority-dividends}}
change.total: {members: equity}`,
  'data/haru/statements/balance-sheet.yaml': `${bothYears('連結貸借対照表', 'Consolidated balance sheets', 'end')}  - head: {ja: 資産の部, en: Assets}
    rows:
      - head: {ja: 流動資産, en: Current assets}
        rows: [{concept: assets.cash}, {concept: assets.notes-and-accounts-receivable}]
        total: {concept: assets.current, level: in}
      - head: {ja: 固定資産, en: Non-current assets}
        rows: [{concept: assets.land}]
        total: {concept: assets.noncurrent, level: in}
    total: {concept: assets.total, level: in, rule: grand}
  - head: {ja: 負債の部, en: Liabilities}
    rows: [{concept: liabilities.payable}, {concept: liabilities.long-term-borrowings}]
    total: {concept: liabilities.total, level: in}
  - head: {ja: 純資産の部, en: Net assets}
    rows:
      - head: {ja: 株主資本, en: Shareholders’ equity}
        rows: [{concept: equity.capital}, {concept: equity.surplus}, {concept: equity.retained}, {concept: equity.treasury}]
        total: {concept: equity.shareholders, level: in}
      - head: {ja: その他の包括利益累計額, en: Accumulated other comprehensive income}
        rows: [{concept: equity.securities-valuation}, {concept: equity.translation}]
        total: {concept: equity.oci, level: in}
      - concept: equity.minority
    total: {concept: net-assets.total, level: in}
  - {concept: liabilities-and-net-assets.total, of: [liabilities.total, net-assets.total], rule: grand}`,
  'data/haru/statements/income.yaml': `${bothYears('連結損益計算書', 'Consolidated statements of income', 'over')}  - concept: sales.total
  - concept: cost.sales
  - {concept: profit.gross, of: [sales.total, -cost.sales]}
  - concept: cost.selling-and-administrative
  - {concept: profit.operating, of: [profit.gross, -cost.selling-and-administrative]}
  - concept: income.interest
  - concept: expense.interest
  - {concept: profit.ordinary, of: [profit.operating, income.interest, -expense.interest]}
  - {concept: profit.before-tax, of: [profit.ordinary]}
  - concept: tax.current
  - {concept: profit.net, of: [profit.before-tax, -tax.current]}
  - concept: profit.minority
  - {concept: profit.owners, of: [profit.net, -profit.minority], rule: grand}`,
  'data/haru/statements/comprehensive-income.yaml': `${bothYears('連結包括利益計算書', 'Consolidated statements of comprehensive income', 'over')}  - {concept: profit.net, tied: {statement: income}}
  - head: {ja: その他の包括利益, en: Other comprehensive income}
    rows: [{concept: comprehensive.securities}, {concept: comprehensive.foreign}]
    total: {concept: comprehensive.other, level: in}
  - {concept: comprehensive.total, of: [profit.net, comprehensive.other], rule: grand}`,
  'data/haru/statements/cash-flows.yaml': `${bothYears('連結キャッシュ・フロー計算書', 'Consolidated statements of cash flows', 'over')}  - head: {ja: 営業活動によるキャッシュ・フロー, en: Cash flows from operating activities}
    rows: [{concept: cash-flow.before-tax}, {concept: cash-flow.other-operating}, {concept: cash-flow.taxes-paid}]
    total: {concept: cash-flow.operating, level: in}
  - head: {ja: 投資活動によるキャッシュ・フロー, en: Cash flows from investing activities}
    rows: [{concept: cash-flow.tangible-purchase}]
    total: {concept: cash-flow.investing, level: in}
  - head: {ja: 財務活動によるキャッシュ・フロー, en: Cash flows from financing activities}
    rows: [{concept: cash-flow.borrowings-repaid}, {concept: cash-flow.dividends}, {concept: cash-flow.minority-dividends}, {concept: cash-flow.treasury-purchase}]
    total: {concept: cash-flow.financing, level: in}
  - {concept: cash.change, of: [cash-flow.operating, cash-flow.investing, cash-flow.financing]}
  - concept: cash.opening
  - {concept: cash.closing, of: [cash.change, cash.opening], rule: grand}`,
  'data/haru/statements/equity.yaml': `${matrix('current', '当連結会計年度')}columns:
  - head: {ja: 株主資本, en: Shareholders’ equity}
    columns:
      - {member: equity.capital, head: {ja: 資本金, en: Share |capital}}
      - {member: equity.surplus, head: {ja: 資本|剰余金, en: Capital |surplus}}
      - {member: equity.retained, head: {ja: 利益|剰余金, en: Retained |earnings}}
      - {member: equity.treasury, head: {ja: 自己|株式, en: Treasury |shares}}
      - {member: equity.shareholders, head: {ja: 株主資本|合計, en: Total}}
  - head: {ja: その他の包括利益累計額, en: Accumulated other comprehensive income}
    columns:
      - {member: equity.securities-valuation, head: {ja: その他有価証券|評価差額金, en: Valuation |difference}}
      - {member: equity.translation, head: {ja: 為替換算|調整勘定, en: Translation |adjustment}}
      - {member: equity.oci, head: {ja: 合計, en: Total}}
  - {member: equity.minority, head: {ja: 非支配|株主持分, en: Non-controlling |interests}}
  - {member: net-assets.total, head: {ja: 純資産|合計, en: Total |net assets}}
rows:
  - {balance: opening, labels: {ja: 当期首残高, en: Balance at beginning of period}}
  - head: {ja: 当期変動額, en: Changes during period}
    rows: [{concept: change.dividends}, {concept: change.profit}, {concept: change.treasury-purchase}, {concept: change.other-items}]
    total: {concept: change.total, level: in}
  - {balance: closing, labels: {ja: 当期末残高, en: Balance at end of period}, rule: grand}`,
  'data/haru/statements/equity-prior.yaml': `${matrix('prior-year', '前連結会計年度')}like: equity`,
  'data/haru/periods/2017fy.yaml': `{start: 2016-04-01, end: 2017-03-31, fiscal: {year: 2017, quarter: 4}, facts: {${ends(1200, 3000, 4800, 2100, 3000, 2000, '(50)', '100,000')},
  equity.securities-valuation: 120, equity.translation: 30, equity.minority: 200}}`,
  'data/haru/periods/2018fy.yaml': `{start: 2017-04-01, end: 2018-03-31, fiscal: {year: 2018, quarter: 4}, previous: 2017fy, facts: {${ends(1260, 3140, 5000, 2185, 3000, 2300, '(60)')},
  equity.securities-valuation: 150, equity.translation: 10, equity.minority: 215,
  sales.total: "10,000", cost.sales: "7,000", cost.selling-and-administrative: "2,350", income.interest: 10, expense.interest: 20, tax.current: 220, profit.minority: 20,
  comprehensive.securities: 30, comprehensive.foreign: (20), result.equity-method: "-", profit.diluted-per-share: "-", shares.average: "19,890,000",
  cash-flow.before-tax: 640, cash-flow.other-operating: (60), cash-flow.taxes-paid: (200), cash-flow.tangible-purchase: (150), cash-flow.borrowings-repaid: (55),
  cash-flow.dividends: (100), cash-flow.minority-dividends: (5), cash-flow.treasury-purchase: (10),
  dividend.first: "-", dividend.interim: 2.50, dividend.third: "-", dividend.year-end: 3.00, dividend.amount: 109, dividend.payout: 27.3%, dividend.on-equity: 2.8%}}`,
  'data/haru/periods/2019fy.yaml': `{start: 2018-04-01, end: 2019-03-31, fiscal: {year: 2019, quarter: 4}, previous: 2018fy, facts: {${ends(1285, 3515, 5100, 2390, 2940, 2630, '(60)')},
  equity.securities-valuation: 140, equity.translation: 25, equity.minority: 235,
  sales.total: "11,000", cost.sales: "7,650", cost.selling-and-administrative: "2,620", income.interest: 12, expense.interest: 22, tax.current: 245, profit.minority: 25,
  comprehensive.securities: (10), comprehensive.foreign: 15, result.equity-method: "-", profit.diluted-per-share: "-", shares.average: "19,880,000",
  cash-flow.before-tax: 720, cash-flow.other-operating: (80), cash-flow.taxes-paid: (230), cash-flow.tangible-purchase: (200), cash-flow.borrowings-repaid: (60),
  cash-flow.dividends: (120), cash-flow.minority-dividends: (5), cash-flow.treasury-purchase: "-",
  dividend.first: "-", dividend.interim: 3.00, dividend.third: "-", dividend.year-end: 3.50, dividend.amount: 129, dividend.payout: 28.7%, dividend.on-equity: 3.1%}}`,
  'data/haru/periods/2020fy.yaml': `{start: 2019-04-01, end: 2020-03-31, fiscal: {year: 2020, quarter: 4}, previous: 2019fy,
  facts: {sales.total: "11,500", profit.operating: 780, profit.ordinary: 770, profit.owners: 480, shares.average: "19,880,000",
  dividend.first: "-", dividend.interim: 3.50, dividend.third: "-", dividend.year-end: 3.50, dividend.payout: 29.0%}}`,
  'data/haru/releases/2019fy/release.yaml': `layout: tanshin
titles:
  ja: 2019年3月期決算短信〔日本基準〕（連結）
  en: Consolidated Financial Results for the Fiscal Year Ended March 31, 2019 [Japanese GAAP]
announced: {ja: 2019-05-10, en: 2019-05-10}
dates: {shareholders-meeting: undecided, filing: 2019-06-26, dividend-payment: 2019-06-26}
flags: {fasf-member: yes, supplementary-materials: no, results-briefing: no, consolidation-changed: no, policies-by-standards: no, policies-otherwise: no,
  estimates-changed: no, restatements: no}
parts: [attachment, contents, comprehensive-income, equity, cash-flows, notes, per-share-note]
periods: {current: 2019fy, prior-year: 2018fy, next-year: 2020fy}`,
  'data/haru/releases/2019fy/narrative.ja.md': `## 予想 {#cautions}
<p class="explanation">将来の記述は前提に基づきます。{{page "ja-outlook"}}ページをご覧ください。</p>

## 成績 {#results}
売上高は{{amount "sales.total" in="million"}}（前期比{{change "sales.total" from="prior-year"}}）となりました。

## 財政 {#position}
純資産は{{amount "net-assets.total" in="million"}}となりました。

## 資金 {#cash-flows}
現金及び現金同等物は{{amount "cash.closing" in="million"}}となりました。

## 見通し {#outlook}
売上高{{amount "sales.total" period="next-year" in="million"}}を見込んでおります。

## 配当 {#distribution}
当期の配当は{{per-share "dividend.total"}}です。

## 基準 {#standards}
日本基準を適用しております。`,
  'data/haru/releases/2019fy/narrative.en.md': `## Forecast {#cautions}
<p class="explanation">Statements about the future rest on assumptions. See page {{page "en-outlook"}}.</p>

## Results {#results}
Net sales came to {{amount "sales.total" in="million"}}, {{change "sales.total" from="prior-year"}} from the previous fiscal year.

## Position {#position}
Net assets came to {{amount "net-assets.total" in="million"}}.

## Cash {#cash-flows}
Cash and cash equivalents came to {{amount "cash.closing" in="million"}}.

## Outlook {#outlook}
Net sales of {{amount "sales.total" period="next-year" in="million"}} are expected.

## Dividends {#distribution}
Dividends for this fiscal year are {{per-share "dividend.total"}}.

## Standards {#standards}
The Group applies Japanese standards.`,
};

const root = mkdtempSync(join(tmpdir(), 'kessan-consolidated-'));
for (const [file, text] of Object.entries(typed)) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), `${text}\n`);
}
afterAll(() => rmSync(root, { recursive: true }));

// Findings of any kind fail the build.
let sample: Promise<LintSample> | undefined;
const linted = (): Promise<LintSample> => {
  sample ??= lintSample({ root, issuer: 'haru', release: '2019fy' });
  return sample;
};

/** Rows of a table as printed, label first. */
async function rowsOf(lang: string, statement: string): Promise<readonly string[]> {
  const { built } = await linted();
  return built.document.parts
    .filter((part) => part.lang === lang)
    .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
    .flatMap((block) => (block.kind === 'table' && block.statement === statement ? block.rows : []))
    .map(({ label, cells }) =>
      [label.map(({ text }) => text).join(''), ...cells.map((cell) => (cell ? cell.prefix + cell.core + cell.suffix : ''))].join(' '),
    );
}

describe('a consolidated year under Japanese standards', () => {
  it('has its changes in net assets as a matrix, the year before and this one', async () => {
    expect(await rowsOf('ja', 'equity')).toEqual([
      '当期首残高 1,000 600 2,300 △60 3,840 150 10 160 215 4,215',
      '当期変動額          ',
      '剰余金の配当   △120  △120     △120',
      '親会社株主に帰属する当期純利益   450  450     450',
      '自己株式の取得    － －     －',
      '株主資本以外の項目の当期変動額（純額）      △10 15 5 20 25',
      '当期変動額合計 － － 330 － 330 △10 15 5 20 355',
      '当期末残高 1,000 600 2,630 △60 4,170 140 25 165 235 4,570',
    ]);
    expect((await rowsOf('en', 'equity-prior')).slice(-2)).toEqual([
      'Total changes during period – – 300 (10) 290 30 (20) 10 15 315',
      'Balance at end of period 1,000 600 2,300 (60) 3,840 150 10 160 215 4,215',
    ]);
  });

  it('computes its ratios with the balances of both ends of each year', async () => {
    expect(await rowsOf('ja', 'per-share')).toEqual(['2019年3月期 22.64 － 10.8 7.5 6.6', '2018年3月期 20.11 － 10.4 7.0 6.5']);
    expect(await rowsOf('en', 'position')).toEqual([
      'As of March 31, 2019 9,900 4,570 43.8 218.06',
      'As of March 31, 2018 9,400 4,215 42.6 201.21',
    ]);
  });

  it('has a summary of two pages in each language, and quiet pages', async () => {
    const { built, said } = await linted();
    for (const lang of ['ja', 'en']) expect(built.layout.pages.filter((page) => page.class === `${lang}-summary`)).toHaveLength(2);
    expect([...said].filter((each) => each.startsWith('error'))).toEqual([]);
    const words = JSON.stringify(built.document.parts);
    expect(words).toContain('未定');
    expect(words).toContain('連結株主資本等変動計算書');
    expect(words).toContain('statements of changes in net assets');
  });
});
