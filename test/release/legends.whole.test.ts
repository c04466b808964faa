// Turn edits of what a release says of itself (titles, captions, units, standards, rounding rules) into what must be told of them, and what must not.
import { describe, expect, it } from 'vitest';
import { findingsAfter, type Row, toldBy } from '../support/edited-rows.ts';

/** What is told of an edit, after others that come before it. */
const told = (row: Row, ...before: readonly Row[]): readonly string[] => {
  const [first = row, ...rest] = [...before, row];
  return toldBy(findingsAfter(first, ...rest));
};

const titleJa = '2026年3月期第2四半期決算短信〔日本基準〕（連結）';

describe('a title', () => {
  it.each<readonly [...Row, found: string]>([
    ['iij', 'release.yaml', 'Ended September 30, 2002', 'Ended November 30, 2002', 'check/title release.yaml'],
    ['iij', 'release.yaml', 'Ended September 30, 2002', 'Ended Setpember 30, 2002', 'check/title release.yaml'],
    ['iij', 'release.yaml', 'Ended September 30, 2002', 'Ended June 30, 2002', 'check/title release.yaml'],
    ['iij', 'release.yaml', 'the 2nd Quarter 2002', 'the Third Quarter 2002', 'check/title release.yaml'],
    ['iij', 'release.yaml', '第2四半期（7-9月）', '第２四半期（9-7月）', 'check/title release.yaml'],
    ['iij', 'release.yaml', '第2四半期（7-9月）', '第三四半期（7-9月）', 'check/title release.yaml'],
    ['iij', 'release.yaml', '第2四半期（7-9月）', '中間期（7-9月）', 'check/title release.yaml'],
    ['aoba', 'release.yaml', 'Six Months', 'Nine Months', 'check/title release.yaml'],
    ['aoba', 'release.yaml', 'Six Months', 'Three Months', 'check/title release.yaml'],
    ['aoba', 'release.yaml', 'Six Months Ended', 'Fiscal Year Ended', 'check/title release.yaml'],
    ['aoba', 'release.yaml', 'Six Months Ended', 'Third Quarter Ended', 'check/title release.yaml'],
    ['aoba', 'release.yaml', 'September 30, 2025', 'December 30, 2025', 'check/title release.yaml'],
    ['aoba', 'release.yaml', titleJa, '2026年3月期第三四半期決算短信〔日本基準〕（連結）', 'check/title release.yaml'],
    ['aoba', 'release.yaml', titleJa, '2026年3月期下期決算短信〔日本基準〕（連結）', 'check/title release.yaml'],
    ['aoba', 'release.yaml', titleJa, '2026年3月期決算短信〔日本基準〕（連結）', 'check/title release.yaml'],
    ['aoba', 'release.yaml', titleJa, '2026年3月期通期決算短信〔日本基準〕（連結）', 'check/title release.yaml'],
    ['aoba', 'release.yaml', titleJa, '令和七年三月期第2四半期決算短信〔日本基準〕（連結）', 'check/title release.yaml'],
    ['aoba', 'release.yaml', titleJa, '2026年3月期第2四半期（九か月）決算短信〔日本基準〕（連結）', 'check/title release.yaml'],
    ['aoba', 'release.yaml', titleJa, '2026年3月期第2四半期決算短信〔日本基準〕（非連結）', 'check/title release.yaml'],
    ['aoba', 'release.yaml', 'Consolidated Financial Results for', 'Non-consolidated Financial Results for', 'check/title release.yaml'],
    [
      'aoba',
      'en.hbs',
      '<br>for the {{period "current" style="title"}}',
      '<br>for the Nine Months Ended {{date "current.end"}}',
      'check/title en.hbs',
    ],
    [
      'aoba',
      'ja.hbs',
      '{{#words "title"}}{{period "current" style="title"}}',
      '{{#words "title"}}{{period "prior-year" style="title"}}',
      'check/title ja.hbs',
    ],
  ])('%s %s: %s, not %s', (sample, file, from, to, found) => {
    expect(told([sample, file, from, to])).toContain(found);
  });

  it.each<Row>([
    ['iij', 'release.yaml', 'the 2nd Quarter 2002 Ended September 30, 2002', 'the Second Quarter 2002, Ended September 30, 2002'],
    ['iij', 'release.yaml', 'IIJ Announces Results of the 2nd Quarter 2002 Ended September 30, 2002', 'IIJ Announces 2Q02 Results'],
    ['iij', 'release.yaml', 'the 2nd Quarter 2002 Ended September 30, 2002', 'the Three Months Ended September 30, 2002'],
    ['iij', 'release.yaml', '第2四半期（7-9月）', '第２四半期（７～９月）'],
    ['iij', 'release.yaml', '2002年度第2四半期（7-9月）', '二〇〇二年度第二四半期'],
    ['aoba', 'release.yaml', titleJa, '２０２６年３月期　第２四半期（中間期）決算短信〔日本基準〕（連結）'],
    ['aoba', 'release.yaml', titleJa, '令和八年三月期第二四半期決算短信〔日本基準〕（連結）'],
    ['aoba', 'release.yaml', titleJa, '2026年3月期上期決算短信〔日本基準〕（連結）'],
    ['aoba', 'release.yaml', titleJa, '決算短信〔日本基準〕（連結）（六か月間）'],
    [
      'aoba',
      'release.yaml',
      'Consolidated Financial Results for the Six Months Ended',
      'Consolidated Financial Results for the First Half Ended',
    ],
    [
      'aoba',
      'release.yaml',
      'the Six Months Ended September 30, 2025',
      'the Six Months Ended September 30, 2025 (Fiscal Year Ending March 31, 2026)',
    ],
    ['aoba', 'release.yaml', 'the Six Months Ended September 30, 2025', 'the Six-Month Period Ended 30 September 2025'],
    ['aoba', 'release.yaml', 'the Six Months Ended September 30, 2025', 'the Second Quarter (April-September 2025)'],
  ])('%s %s: %s, or %s', (...row) => {
    expect(told(row)).toEqual([]);
  });
});

describe('a standard', () => {
  it.each<readonly [...Row, found: string]>([
    ['aoba', 'issuer.yaml', 'standard: j-gaap', 'standard: ifrs', 'check/standard release.yaml'],
    ['aoba', 'issuer.yaml', 'standard: j-gaap', 'standard: banana', 'validate/wrong-type issuer.yaml'],
    ['aoba', 'issuer.yaml', 'standard: j-gaap', 'standard: IFRS', 'validate/wrong-type issuer.yaml'],
    [
      'iij',
      'ja.hbs',
      '連結貸借対照表（{{issuer "standard" style="full"}}未監査）',
      '連結貸借対照表（日本基準未監査）',
      'check/standard ja.hbs',
    ],
    ['aoba', 'release.yaml', '〔日本基準〕', '［ＩＦＲＳ］', 'check/standard release.yaml'],
    ['aoba', 'release.yaml', '[Japanese GAAP]', '(Based on U.S. GAAP)', 'check/standard release.yaml'],
    ['aoba', 'ja.hbs', '〔{{issuer "standard"}}〕', '〔米国基準〕', 'check/standard ja.hbs'],
    ['aoba', 'en.hbs', '[{{issuer "standard"}}]', '[IFRS]', 'check/standard en.hbs'],
    ['aoba', 'en.hbs', '{{else}}balance sheets{{/if}}', '{{else}}balance sheets (IFRS){{/if}}', 'check/standard en.hbs'],
    ['aoba', 'statements/income.yaml', 'ja: [], en: []', 'ja: [（修正国際基準）], en: []', 'check/standard income.yaml'],
    [
      'iij',
      'statements/operations.yaml',
      'ja: 四半期連結損益計算書。',
      'ja: 連結損益計算書（日本基準）。',
      'check/standard operations.yaml',
    ],
    [
      'iij',
      'narrative.en.md',
      'IIJ achieved this',
      'The statements are prepared in conformity with accounting principles generally accepted in Japan. IIJ achieved this',
      'check/standard narrative.en.md',
    ],
    [
      'aoba',
      'narrative.ja.md',
      'セグメントの業績は次のとおりです。',
      '四半期連結財務諸表は国際会計基準（IFRS）に準拠して作成しております。',
      'check/standard narrative.ja.md',
    ],
    [
      'aoba',
      'narrative.en.md',
      'The segments performed as follows.',
      'The consolidated financial statements have been prepared in accordance with IFRS.',
      'check/standard narrative.en.md',
    ],
  ])('%s %s: %s, not %s', (sample, file, from, to, found) => {
    expect(told([sample, file, from, to])).toContain(found);
  });

  it.each<Row>([
    ['aoba', 'narrative.ja.md', 'セグメントの業績は次のとおりです。', '当社グループは国際会計基準（IFRS）の任意適用を検討しております。'],
    ['aoba', 'narrative.ja.md', 'セグメントの業績は次のとおりです。', '当面は日本基準に基づき四半期連結財務諸表を作成する方針であります。'],
    ['aoba', 'narrative.ja.md', 'セグメントの業績は次のとおりです。', '海外子会社は国際財務報告基準に準拠して財務諸表を作成しております。'],
    [
      'aoba',
      'narrative.en.md',
      'The segments performed as follows.',
      'The Group is considering the adoption of IFRS for its consolidated statements.',
    ],
    [
      'aoba',
      'narrative.en.md',
      'The segments performed as follows.',
      'Overseas subsidiaries prepare their statements in accordance with U.S. GAAP.',
    ],
    ['aoba', 'release.yaml', '[Japanese GAAP]', '[J-GAAP]'],
    ['aoba', 'release.yaml', '[Japanese GAAP]', '(Based on Japanese GAAP)'],
    ['aoba', 'release.yaml', '〔日本基準〕', '［日本会計基準］'],
    ['iij', 'ja.hbs', '連結損益計算書（{{issuer "standard" style="full"}}未監査）', '連結損益計算書（米国基準、未監査）'],
    ['iij', 'ja.hbs', '連結損益計算書（{{issuer "standard" style="full"}}未監査）', '連結損益計算書（米国会計基準未監査）'],
    ['iij', 'en.hbs', 'CONSOLIDATED STATEMENTS OF OPERATIONS (UNAUDITED)', 'CONSOLIDATED STATEMENTS OF OPERATIONS (U.S. GAAP, UNAUDITED)'],
  ])('%s %s: %s, or %s', (...row) => {
    expect(told(row)).toEqual([]);
  });
});

describe('a unit', () => {
  it.each<readonly [...Row, found: string]>([
    ['aoba', 'statements/income.yaml', 'scale: million', 'scale: thousand', 'check/unit-line income.yaml'],
    ['aoba', 'statements/income.yaml', '（単位：百万円）', '（単位：千円）', 'check/unit-line income.yaml'],
    ['aoba', 'statements/income.yaml', '（単位：百万円）', '（単位：円）', 'check/unit-line income.yaml'],
    ['aoba', 'statements/income.yaml', '(Millions of yen)', '(Thousands of yen)', 'check/unit-line income.yaml'],
    ['aoba', 'statements/income.yaml', '(Millions of yen)', '(Millions of U.S. dollars)', 'check/unit-line income.yaml'],
    ['aoba', 'statements/income.yaml', '(Millions of yen)', '(JPY in billions)', 'check/unit-line income.yaml'],
    ['aoba', 'statements/income.yaml', 'in millions of yen, fractions', 'in thousands of yen, fractions', 'check/unit-line income.yaml'],
    ['aoba', 'statements/income.yaml', '単位は百万円、百万円未満', '単位は億円、百万円未満', 'check/unit-line income.yaml'],
    ['aoba', 'statements/income.yaml', 'stub: {ja: ""', 'stub: {ja: （千円）', 'check/unit-line income.yaml'],
    [
      'aoba',
      'statements/results.yaml',
      '{head: 売上高, over: [{head: 百万円,',
      '{head: 売上高, over: [{head: 千円,',
      'check/unit-line results.yaml',
    ],
    [
      'aoba',
      'statements/results.yaml',
      'over: [{head: JPY million, column: sales}',
      'over: [{head: JPY thousand, column: sales}',
      'check/unit-line results.yaml',
    ],
    [
      'aoba',
      'statements/results.yaml',
      '{head: ％, column: sales-change}',
      '{head: 百万円, column: sales-change}',
      'check/unit-line results.yaml',
    ],
    [
      'aoba',
      'statements/results.yaml',
      '{head: 百万円, column: operating}',
      '{head: ％, column: operating}',
      'check/unit-line results.yaml',
    ],
    [
      'aoba',
      'statements/forecast.yaml',
      '{head: 円　銭, column: per-share}',
      '{head: 百万円, column: per-share}',
      'check/unit-line forecast.yaml',
    ],
    [
      'aoba',
      'statements/position.yaml',
      '{head: 百万円, column: assets}',
      '{head: 円　銭, column: assets}',
      'check/unit-line position.yaml',
    ],
    ['aoba', 'statements/per-share.yaml', 'summary:', 'unit: {ja: （百万円）, en: (JPY)}\nsummary:', 'check/unit-line per-share.yaml'],
    ['aoba', 'en.hbs', '{{else}}s of income{{/if}}', '{{else}}s of income (Thousands of yen){{/if}}', 'check/unit-line en.hbs'],
    [
      'iij',
      'statements/operations.yaml',
      'JPY/千円単位、USD/千米ドル単位',
      'JPY/百万円単位、USD/千米ドル単位',
      'check/unit-line operations.yaml',
    ],
    [
      'iij',
      'statements/operations.yaml',
      'JPY/千円単位、USD/千米ドル単位',
      'JPY/千円単位、USD/百万米ドル単位',
      'check/unit-line operations.yaml',
    ],
    ['iij', 'statements/cash-flows.yaml', 'Expressed in Thousands of', 'Expressed in Millions of', 'check/unit-line cash-flows.yaml'],
    ['iij', 'statements/other.yaml', '(JPY in millions)', '(JPY in thousands)', 'check/unit-line other.yaml'],
    ['iij', 'statements/other.yaml', 'ja: （百万円）', 'ja: （億円）', 'check/unit-line other.yaml'],
    ['iij', 'statements/contracts.yaml', 'ja: [表 1. 契約数]', 'ja: [表 1. 契約数（百万円）]', 'check/unit-line contracts.yaml'],
  ])('%s %s: %s, not %s', (sample, file, from, to, found) => {
    expect(told([sample, file, from, to])).toContain(found);
  });

  it.each<Row>([
    ['aoba', 'statements/income.yaml', '(Millions of yen)', '(JPY million)'],
    ['aoba', 'statements/income.yaml', '(Millions of yen)', '(In millions of yen)'],
    ['aoba', 'statements/income.yaml', '(Millions of yen)', '"(Unit: million yen)"'],
    ['aoba', 'statements/income.yaml', '(Millions of yen)', '(¥ million)'],
    ['aoba', 'statements/income.yaml', '(Millions of yen)', '(Millions)'],
    ['aoba', 'statements/income.yaml', '（単位：百万円）', '単位 百万円'],
    ['aoba', 'statements/income.yaml', '（単位：百万円）', '（百万円）'],
    ['aoba', 'statements/income.yaml', '（単位：百万円）', '（金額の単位：百万円、△は損失）'],
    ['aoba', 'statements/results.yaml', '{head: 売上高, over: [{head: 百万円,', '{head: 売上高, over: [{head: （百万円）,'],
    ['aoba', 'statements/per-share.yaml', 'summary:', 'unit: {ja: （円）, en: (Yen)}\nsummary:'],
    ['aoba', 'statements/shares.yaml', 'heads: {ja', 'unit: {ja: （株）, en: (Number of shares)}\nheads: {ja'],
    ['aoba', 'statements/shares.yaml', 'heads: {ja', 'unit: {ja: （株）, en: (In thousands)}\nheads: {ja'],
    ['aoba', 'statements/results.yaml', '（％表示は、対前年同四半期増減率）', '（百万円、％表示は、対前年同四半期増減率）'],
    ['iij', 'statements/operations.yaml', 'JPY/千円単位、USD/千米ドル単位', '千円および千米ドル'],
    ['iij', 'statements/operations.yaml', 'Except for Per Share and ADS Data', 'Except for Per Share Data in Yen'],
    ['iij', 'statements/other.yaml', '(JPY in millions)', '(Millions of Japanese yen)'],
    ['iij', 'statements/bandwidth.yaml', '(Unit: Giga bits per second)', '(Gbps)'],
  ])('%s %s: %s, or %s', (...row) => {
    expect(told(row)).toEqual([]);
  });
});

describe('a rounding rule', () => {
  it.each<readonly [...Row, found: string]>([
    ['aoba', 'ja.hbs', '（百万円未満切捨て）', '（百万円未満四捨五入）', 'check/legend ja.hbs'],
    ['aoba', 'ja.hbs', '（百万円未満切捨て）', '（百万円未満切上げ）', 'check/legend ja.hbs'],
    ['aoba', 'ja.hbs', '（百万円未満切捨て）', '（千円未満切捨て）', 'check/legend ja.hbs'],
    [
      'aoba',
      'en.hbs',
      'Amounts less than one million yen are rounded down',
      'Amounts are rounded to the nearest million yen',
      'check/legend en.hbs',
    ],
    [
      'aoba',
      'en.hbs',
      'Amounts less than one million yen are rounded down',
      'Amounts less than one million yen are rounded off',
      'check/legend en.hbs',
    ],
    [
      'aoba',
      'en.hbs',
      'Amounts less than one million yen are rounded down',
      'Amounts are rounded up to millions of yen',
      'check/legend en.hbs',
    ],
    ['aoba', 'statements/income.yaml', '百万円未満切捨て', '百万円未満四捨五入', 'check/legend income.yaml'],
    ['aoba', 'statements/income.yaml', 'fractions cut off', 'rounded to the nearest million', 'check/legend income.yaml'],
    ['aoba', 'statements/income.yaml', '（単位：百万円）', '（単位：百万円、四捨五入）', 'check/legend income.yaml'],
    [
      'aoba',
      'narrative.ja.md',
      'セグメントの業績は次のとおりです。',
      '（注）記載金額は四捨五入して表示しております。',
      'check/legend narrative.ja.md',
    ],
    ['aoba', 'issuer.yaml', 'regime: truncate', 'regime: round', 'check/legend income.yaml'],
    ['iij', 'narrative.ja.md', '景気の低迷が続く中、', '（千円未満切捨て）景気の低迷が続く中、', 'check/legend narrative.ja.md'],
    ['iij', 'narrative.en.md', 'IIJ achieved this', 'Dollar amounts are truncated. IIJ achieved this', 'check/legend narrative.en.md'],
    ['iij', 'narrative.en.md', 'IIJ achieved this', 'Percentages are rounded down. IIJ achieved this', 'check/legend narrative.en.md'],
  ])('%s %s: %s, not %s', (sample, file, from, to, found) => {
    expect(told([sample, file, from, to])).toContain(found);
  });

  it.each<Row>([
    ['aoba', 'ja.hbs', '（百万円未満切捨て）', '（百万円未満は切り捨てて表示しております）'],
    ['aoba', 'ja.hbs', '（百万円未満切捨て）', '（注）記載金額は百万円未満を切り捨て、比率は小数点第二位を四捨五入'],
    ['aoba', 'ja.hbs', '（百万円未満切捨て）', '（百万円未満切捨て。四捨五入ではない）'],
    ['aoba', 'en.hbs', 'Amounts less than one million yen are rounded down', 'Amounts are rounded down to millions of yen'],
    ['aoba', 'en.hbs', 'Amounts less than one million yen are rounded down', 'Amounts are rounded down to the nearest million yen'],
    ['aoba', 'en.hbs', 'Amounts less than one million yen are rounded down', 'Fractions of a million yen are discarded'],
    [
      'aoba',
      'en.hbs',
      'Amounts less than one million yen are rounded down',
      'Amounts are truncated, not rounded to the nearest million yen',
    ],
    [
      'aoba',
      'en.hbs',
      'Amounts less than one million yen are rounded down',
      'Amounts are truncated and percentages are rounded to one decimal',
    ],
    ['aoba', 'en.hbs', 'Amounts less than one million yen are rounded down', 'Totals may not add up due to rounding'],
    ['iij', 'narrative.en.md', 'IIJ achieved this', 'Dollar amounts are rounded to the nearest thousand dollars. IIJ achieved this'],
    ['iij', 'narrative.en.md', 'IIJ achieved this', 'Several details have been omitted. IIJ achieved this'],
    ['iij', 'narrative.ja.md', '景気の低迷が続く中、', '（百万円未満四捨五入）景気の低迷が続く中、'],
    ['iij', 'narrative.ja.md', '景気の低迷が続く中、', '不採算事業を切り捨てて、'],
    ['iij', 'narrative.ja.md', '景気の低迷が続く中、', '円高の懸念や人民元の切り上げ観測の中、'],
    ['aoba', 'narrative.en.md', 'The segments performed as follows.', 'Power was cut off for a day. The segments performed as follows.'],
    ['aoba', 'narrative.en.md', 'The segments performed as follows.', 'The cut-off date of the amounts is the closing day.'],
  ])('%s %s: %s, or %s', (...row) => {
    expect(told(row)).toEqual([]);
  });
});

describe('a caption or a heading', () => {
  it.each<readonly [...Row, found: string]>([
    ['iij', 'statements/operations.yaml', 'For the Three Months Ended', 'For the Six Months Ended', 'check/caption operations.yaml'],
    ['iij', 'statements/operations.yaml', 'For the Three Months Ended', 'For the Years Ended', 'check/caption operations.yaml'],
    [
      'iij',
      'statements/operations.yaml',
      `ja:\n    - '{{period "current" style="end"}}、`,
      `ja:\n    - '６ヶ月間、`,
      'check/caption operations.yaml',
    ],
    [
      'iij',
      'statements/cash-flows.yaml',
      'Ended {{period "current" style="end"}}',
      'Ended {{period "next" style="end"}}',
      'check/caption cash-flows.yaml',
    ],
    ['iij', 'en.hbs', 'STATEMENTS OF OPERATIONS (UNAUDITED)', 'STATEMENTS OF OPERATIONS, THIRD QUARTER', 'check/caption en.hbs'],
    ['iij', 'periods/2q02.yaml', 'start: 2002-07-01', 'start: 2001-10-01', 'validate/date 2q02.yaml'],
    [
      'aoba',
      'statements/results.yaml',
      'en: [(1) Consolidated operating results (cumulative)]',
      'en: ["(1) Consolidated operating results, nine months"]',
      'check/caption results.yaml',
    ],
    [
      'aoba',
      'statements/results.yaml',
      '（１）連結経営成績（累計）',
      '（１）連結経営成績（第3四半期連結累計期間）',
      'check/caption results.yaml',
    ],
    ['aoba', 'statements/income.yaml', 'for six months in millions', 'for three months in millions', 'check/caption income.yaml'],
    [
      'aoba',
      'ja.hbs',
      '（第{{period "current" style="ordinal"}}四半期連結累計期間）',
      '（第三四半期連結累計期間）',
      'check/caption ja.hbs',
    ],
    [
      'aoba',
      'ja.hbs',
      '{{#words "results"}}１．{{period "current" style="term"}}',
      '{{#words "results"}}１．{{period "full-year" style="term"}}第三四半期',
      'check/caption ja.hbs',
    ],
    [
      'aoba',
      'en.hbs',
      '{{period "current" style="title"}} (from {{date "current.start"}} to {{date "current.end"}})',
      '{{period "current" style="title"}} (from {{date "prior-year.start"}} to {{date "full-year.end"}})',
      'check/caption en.hbs',
    ],
    [
      'aoba',
      'en.hbs',
      '(from {{date "full-year.start"}} to {{date "full-year.end"}}){{/if}}',
      '(from {{date "current.start"}} to {{date "current.end"}}){{/if}}',
      'check/caption en.hbs',
    ],
    ['aoba', 'en.hbs', '{{date "dividend-payment"}}', '{{date "filing"}}', 'check/date en.hbs'],
    ['aoba', 'ja.hbs', '{{date "dividend-payment"}}', '{{date "filing"}}', 'check/date ja.hbs'],
  ])('%s %s: %s, not %s', (sample, file, from, to, found) => {
    expect(told([sample, file, from, to])).toContain(found);
  });

  it.each<Row>([
    ['iij', 'statements/operations.yaml', 'For the Three Months Ended', 'Quarters Ended'],
    [
      'iij',
      'statements/operations.yaml',
      `'For the Three Months Ended {{period "current" style="end"}}, {{period "prior-year" style="end"}} and`,
      `'Three Months Ended {{date "current.end"}}, {{period "prior-year" style="end"}} and`,
    ],
    ['iij', 'en.hbs', 'STATEMENTS OF OPERATIONS (UNAUDITED)', 'STATEMENTS OF OPERATIONS (UNAUDITED), {{period "current"}}'],
    [
      'iij',
      'en.hbs',
      'Overview of {{period "current" style="label"}} Results',
      'Overview of {{period "current" style="label"}} and {{period "next" style="label"}} Results',
    ],
    ['aoba', 'statements/results.yaml', '（１）連結経営成績（累計）', '（１）連結経営成績（中間連結会計期間）'],
    ['aoba', 'ja.hbs', '（第{{period "current" style="ordinal"}}四半期連結累計期間）', '（中間連結会計期間）'],
    ['aoba', 'ja.hbs', '{{words "kind"}}財務諸表及び', '中間連結財務諸表及び'],
    ['aoba', 'en.hbs', '. {{words "kind"}} Financial Statements', '. Interim Consolidated Financial Statements'],
    ['aoba', 'en.hbs', '1. Overview of Operating Results and Others', '1. Overview of the First Half'],
    ['aoba', 'ja.hbs', '（３）{{words "group"}}業績予想などの将来予測情報に関する説明', '（３）下期の見通し'],
    ['iij', 'ja.hbs', '}}概況{{', '}}概況と下期の見通し{{'],
  ])('%s %s: %s, or %s', (...row) => {
    expect(told(row).filter((line) => !line.startsWith('check/unbound-figure'))).toEqual([]);
  });
});

describe('a typed table', () => {
  const table = (head: string, call: string) =>
    `The segments performed as follows.\n\n| Segment | ${head} |\n|---|---:|\n| Instruments | {{amount "sales.instruments" ${call}}} |\n`;
  const from = 'The segments performed as follows.';

  it.each([
    ['Net sales (Thousands of yen)', 'in="million" currency="bare"'],
    ['Net sales (JPY million)', 'in="thousand" currency="bare"'],
    ['Net sales (Millions of U.S. dollars)', 'in="million" currency="bare"'],
  ])('names in its head, %s, the unit of the amounts below: %s', (head, call) => {
    expect(told(['aoba', 'narrative.en.md', from, table(head, call)])).toContain('check/unit-line narrative.en.md');
  });

  it.each([
    ['Net sales (Millions of yen)', 'in="million" currency="bare"'],
    ['Net sales (JPY thousand)', 'in="thousand" currency="bare"'],
    ['Net sales', 'in="million" currency="bare"'],
    ['Net sales (in words)', 'in="million"'],
  ])('may say %s over %s', (head, call) => {
    expect(told(['aoba', 'narrative.en.md', from, table(head, call)])).toEqual([]);
  });
});

describe('a literal', () => {
  const literal = (kind: string, text: string) => `literals:\n  - {kind: ${kind}, text: "${text}", why: a note of another matter}`;

  it('of the issuer that says that digits are no figure does not say that they are right', () => {
    const fault: Row = ['iij', 'statements/operations.yaml', 'For the Three Months Ended', 'For the Six Months Ended'];
    expect(told(fault, ['iij', 'issuer.yaml', 'literals:', literal('period', 'Six Months Ended')])).toEqual([
      'check/caption operations.yaml',
    ]);
  });

  it('of the kind word sets words free', () => {
    const fault: Row = [
      'aoba',
      'narrative.en.md',
      'The segments performed as follows.',
      'The Group’s statements are presented under IFRS.',
    ];
    expect(told(fault)).toEqual(['check/standard narrative.en.md']);
    expect(told(fault, ['aoba', 'issuer.yaml', 'literals:', literal('word', 'presented under IFRS')])).toEqual([]);
    expect(told(fault, ['aoba', 'issuer.yaml', 'literals:', literal('name', 'IFRS')])).toEqual([]);
    expect(told(fault, ['aoba', 'issuer.yaml', 'literals:', literal('period', 'IFRS')])).toEqual(['check/standard narrative.en.md']);
  });

  it('of the release sets words free whatever its kind', () => {
    const fault: Row = [
      'aoba',
      'en.hbs',
      'Amounts less than one million yen are rounded down',
      'Amounts in millions of yen are rounded off',
    ];
    const release = 'controls:';
    expect(told(fault, ['aoba', 'release.yaml', release, `${literal('unit', 'rounded off')}\ncontrols:`])).toEqual([]);
  });
});

describe('labels of rows', () => {
  it('name the unit of their own figures', () => {
    const label = (ja: string) => `- {concept: sales.total, labels: {ja: 売上高（${ja}）, en: Net sales}}`;
    expect(told(['aoba', 'statements/income.yaml', '- concept: sales.total', label('千円')])).toContain('check/unit-line income.yaml');
    expect(told(['aoba', 'statements/income.yaml', '- concept: sales.total', label('百万円')])).toEqual([]);
  });
});

describe('a legend of changes or of signs', () => {
  it.each<readonly [...Row, found: string]>([
    ['aoba', 'statements/results.yaml', '（％表示は、対前年同四半期増減率）', '（％表示は、対前期増減率）', 'check/legend results.yaml'],
    ['aoba', 'statements/results.yaml', '増減率は対前年同四半期', '増減率は対前四半期', 'check/legend results.yaml'],
    [
      'aoba',
      'statements/results.yaml',
      'indicate changes from the same period of the previous year',
      'indicate changes from the previous fiscal year',
      'check/legend results.yaml',
    ],
    [
      'iij',
      'statements/operations.yaml',
      '四半期連結損益計算書。',
      '四半期連結損益計算書。△はマイナスを表す。',
      'check/legend operations.yaml',
    ],
    [
      'aoba',
      'en.hbs',
      'million yen are rounded down; △ denotes a negative figure',
      'million yen are rounded down; figures in parentheses are negative',
      'check/legend en.hbs',
    ],
    ['aoba', 'issuer.yaml', 'negative: triangle', 'negative: parentheses', 'check/legend results.yaml'],
  ])('%s %s: %s, not %s', (sample, file, from, to, found) => {
    expect(told([sample, file, from, to])).toContain(found);
  });

  it.each<Row>([
    ['aoba', 'statements/results.yaml', '（％表示は、対前年同四半期増減率）', '（％表示は対前年同期増減率）'],
    ['aoba', 'statements/results.yaml', 'indicate changes from the same period of the previous year', 'indicate year-on-year changes'],
    ['aoba', 'statements/forecast.yaml', '（％表示は、対前期増減率）', '（％表示は、通期は対前期、四半期は対前年同四半期増減率）'],
    [
      'aoba',
      'statements/forecast.yaml',
      'Percentages indicate changes from the previous fiscal year',
      'Percentages indicate year-on-year changes',
    ],
    ['aoba', 'en.hbs', '△ denotes a negative figure', '△ stands for losses'],
    ['iij', 'statements/operations.yaml', '括弧内の金額と比率はマイナスを表す。', '括弧内はマイナスの金額と比率。'],
  ])('%s %s: %s, or %s', (...row) => {
    expect(told(row)).toEqual([]);
  });
});

describe('a layout that names the standard by the issuer', () => {
  it('prints the one that issuer.yaml says', () => {
    expect(told(['iij', 'issuer.yaml', 'standard: us-gaap', 'standard: ifrs'])).toEqual([]);
  });
});
