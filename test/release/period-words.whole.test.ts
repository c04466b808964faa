// Turn edits of words that say what figures are of (days, quarters, years, lengths, headings) into what must be told, and what must not.
import { describe, expect, it } from 'vitest';
import { findingsAfter, type Row, toldBy } from '../support/edited-rows.ts';

/** Digits typed in a head are words that a literal must list; what the words say is tried without it. */
const told = (...rows: readonly [Row, ...Row[]]): readonly string[] =>
  toldBy(findingsAfter(...rows).filter(({ code, severity }) => code !== 'check/unbound-figure' && severity !== 'note'));

const titleJa = '2026年3月期第2四半期決算短信';
const titleEn = '2nd Quarter 2002 Ended September 30, 2002';

describe('a title', () => {
  it.each<readonly [...Row, found: string]>([
    ['aoba', 'release.yaml', titleJa, '2026年3月期期末決算短信', 'check/title release.yaml'],
    ['aoba', 'release.yaml', titleJa, '2026年3月期年度決算短信', 'check/title release.yaml'],
    ['aoba', 'release.yaml', titleJa, '期末決算短信', 'check/title release.yaml'],
    ['iij', 'release.yaml', '2002年度第2四半期（7-9月）の決算発表', '2002年度期末決算発表', 'check/title release.yaml'],
    ['iij', 'release.yaml', '2002年度第2四半期（7-9月）', '2002年度通期（7-9月）', 'check/title release.yaml'],
    ['iij', 'release.yaml', titleEn, '2nd Quarter 2003 Ended September 30, 2002', 'check/title release.yaml'],
    ['iij', 'release.yaml', titleEn, 'Second Quarter of 2001 Ended September 30, 2002', 'check/title release.yaml'],
    ['iij', 'release.yaml', titleEn, 'Year 2002 Ended September 30, 2002', 'check/title release.yaml'],
    [
      'aoba',
      'release.yaml',
      'Consolidated Financial Results for the Six Months Ended September 30, 2025',
      'Year-End Consolidated Financial Results',
      'check/title release.yaml',
    ],
  ])('%s %s: %s, not %s', (sample, file, from, to, found) => {
    expect(told([sample, file, from, to])).toContain(found);
  });

  it.each<Row>([
    ['aoba', 'release.yaml', titleJa, '2026年3月期第2四半期（中間期）決算短信'],
    ['aoba', 'release.yaml', titleJa, '2026年3月期中間決算短信'],
    ['aoba', 'release.yaml', titleJa, '2026年3月期第2四半期末決算短信'],
    ['iij', 'release.yaml', titleEn, 'Second Quarter of 2002 Ended September 30, 2002'],
    ['iij', 'release.yaml', titleEn, '2nd Quarter of the Fiscal Year Ending March 31, 2003'],
    ['iij', 'release.yaml', '2002年度第2四半期（7-9月）の決算発表', '2002年度第2四半期四半期決算'],
  ])('%s %s: %s, or %s', (...row) => {
    expect(told(row)).toEqual([]);
  });
});

const assets = 'statements/balance-sheet-assets.yaml';
const income = 'statements/income.yaml';
const instantHead = '四半期連結会計期間|（{{date "current.end"}}）';
const cumulativeHead =
  '当第{{period "current" style="ordinal"}}四半期連結累計期間|（自　{{date "current.start"}}|至　{{date "current.end"}}）';

describe('a day, a quarter by itself, or all since the year began', () => {
  it.each<readonly [...Row, found: string]>([
    ['aoba', assets, instantHead, '四半期連結累計期間|（{{date "current.end"}}）', 'check/head-period balance-sheet-assets.yaml'],
    ['aoba', assets, instantHead, '四半期累計期間', 'check/head-period balance-sheet-assets.yaml'],
    [
      'aoba',
      assets,
      'As of {{date "current.end"}}',
      'Six months ended {{date "current.end"}}',
      'check/head-period balance-sheet-assets.yaml',
    ],
    ['aoba', income, 'Six months ended |{{date "current.end"}}', 'As of {{date "current.end"}}', 'check/head-period income.yaml'],
    ['aoba', income, cumulativeHead, '当第{{period "current" style="ordinal"}}四半期連結会計期間', 'check/head-period income.yaml'],
    ['aoba', income, cumulativeHead, '{{date "current.end"}}現在', 'check/head-period income.yaml'],
    ['aoba', 'ja.hbs', '四半期連結累計期間）', '四半期連結会計期間）', 'check/head-period ja.hbs'],
    ['aoba', 'ja.hbs', '{{else}}貸借対照表{{/if}}', '{{else}}貸借対照表（第２四半期連結累計期間）{{/if}}', 'check/head-period ja.hbs'],
    ['aoba', 'en.hbs', '{{else}}balance sheets{{/if}}', '{{else}}balance sheets (cumulative){{/if}}', 'check/head-period en.hbs'],
  ])('%s %s: %s, not %s', (sample, file, from, to, found) => {
    expect(told([sample, file, from, to])).toContain(found);
  });

  it.each<Row>([
    ['aoba', assets, instantHead, '四半期連結会計期間末|（{{date "current.end"}}）'],
    ['aoba', assets, instantHead, '四半期会計期間|（{{date "current.end"}}現在）'],
    ['aoba', assets, 'As of {{date "current.end"}}', '{{date "current.end"}}'],
    ['aoba', income, cumulativeHead, '当第{{period "current" style="ordinal"}}四半期連結累計期間'],
    ['aoba', income, 'Six months ended |{{date "current.end"}}', 'Six-month period ended |{{date "current.end"}}'],
    ['aoba', 'ja.hbs', '{{else}}貸借対照表{{/if}}', '{{else}}貸借対照表（第２四半期連結会計期間末）{{/if}}'],
    ['aoba', 'en.hbs', '{{else}}balance sheets{{/if}}', '{{else}}balance sheets as of the end of the period{{/if}}'],
  ])('%s %s: %s, or %s', (...row) => {
    expect(told(row)).toEqual([]);
  });
});

describe('a heading that a helper words', () => {
  it.each<readonly [...Row, found: string]>([
    [
      'iij',
      'us-filer/ja.hbs',
      '"summary"}}{{period "current" style="quarter"}}',
      '"summary"}}{{period "prior-quarter" style="quarter"}}',
      'check/caption ja.hbs',
    ],
    [
      'iij',
      'us-filer/ja.hbs',
      '{{period "current" style="months"}}{{/if}}）の決算発表 要約',
      '{{period "prior-quarter" style="months"}}{{/if}}）の決算発表 要約',
      'check/caption ja.hbs',
    ],
    [
      'iij',
      'us-filer/en.hbs',
      'FY{{period "current" style="year"}} Results Summary',
      'FY{{period "prior-year" style="year"}} Results Summary',
      'check/caption en.hbs',
    ],
    [
      'iij',
      'us-filer/en.hbs',
      '{{period "current" style="part"}} of {{/unless}}FY{{period "current" style="year"}} Operating',
      '{{period "prior-quarter" style="part"}} of {{/unless}}FY{{period "prior-quarter" style="year"}} Operating',
      'check/caption en.hbs',
    ],
    [
      'iij',
      'us-filer/en.hbs',
      'Overview of {{period "current" style="label"}}',
      'Overview of {{period "prior-year" style="label"}}',
      'check/caption en.hbs',
    ],
    [
      'aoba',
      'tanshin/ja.hbs',
      '{{#words "results"}}１．{{period "current" style="term"}}',
      '{{#words "results"}}１．{{period "prior-year" style="term"}}',
      'check/caption ja.hbs',
    ],
  ])('%s %s: %s, not %s', (sample, file, from, to, found) => {
    expect(told([sample, file, from, to])).toContain(found);
  });

  it.each<Row>([
    [
      'iij',
      'us-filer/en.hbs',
      'Overview of {{period "current" style="label"}} Results',
      'Overview of {{period "current" style="label"}} Results against {{period "prior-year" style="label"}}',
    ],
    ['iij', 'us-filer/en.hbs', 'Overview of {{period "current" style="label"}} Results', 'Overview of Results'],
    [
      'iij',
      'us-filer/ja.hbs',
      '"summary"}}{{period "current" style="quarter"}}（',
      '"summary"}}{{period "prior-year" style="quarter"}}と比べた{{period "current" style="quarter"}}（',
    ],
    ['aoba', 'tanshin/ja.hbs', '"dividends"}}２．配当の状況', '"dividends"}}２．配当の状況（{{period "full-year" style="term"}}）'],
  ])('%s %s: %s, or %s', (...row) => {
    expect(told(row)).toEqual([]);
  });
});

describe('a length typed beside the name of a period', () => {
  const three = 'the three months ended {{period "current" style="end"}}';
  const share = 'IIJ achieved this';
  const sales = 'セグメントの業績は次のとおりです。';
  it.each<readonly [...Row, found: string]>([
    ['iij', 'narrative.en.md', three, 'the year ended {{period "current" style="end"}}', 'check/caption narrative.en.md'],
    ['iij', 'narrative.en.md', three, 'the fiscal year ended {{date "current.end"}}', 'check/caption narrative.en.md'],
    ['iij', 'narrative.en.md', three, 'the half-year ended {{period "current" style="end"}}', 'check/caption narrative.en.md'],
    ['iij', 'narrative.en.md', three, 'the six months ended {{period "current" style="end"}}', 'check/caption narrative.en.md'],
    ['aoba', 'narrative.ja.md', sales, '{{period "current" style="end"}}に終了した会計年度', 'check/caption narrative.ja.md'],
    ['aoba', 'narrative.ja.md', sales, '{{period "current" style="end"}}に終了した12か月', 'check/caption narrative.ja.md'],
  ])('%s %s: %s, not %s', (sample, file, from, to, found) => {
    expect(told([sample, file, from, to])).toContain(found);
  });

  it.each<Row>([
    ['iij', 'narrative.en.md', three, 'the quarter ended {{period "current" style="end"}}'],
    ['iij', 'narrative.en.md', three, 'the three-month period ended {{period "current" style="end"}}'],
    ['iij', 'narrative.en.md', share, 'The fiscal year ending {{date "fiscal-year-end"}} goes on. IIJ achieved this'],
    ['aoba', 'narrative.ja.md', sales, '{{date "year-end.end"}}に終了した会計年度に続きます。'],
    ['aoba', 'narrative.ja.md', sales, '{{date "current.end"}}に終了した四半期の業績は次のとおりです。'],
  ])('%s %s: %s, or %s', (...row) => {
    expect(told(row)).toEqual([]);
  });
});

describe('a legend of negative figures', () => {
  const summary = 'Figures in parentheses are negative.';
  it.each<readonly [...Row, found: string]>([
    ['iij', 'operations.yaml', summary, 'Figures with △ are negative.', 'check/legend operations.yaml'],
    ['iij', 'operations.yaml', summary, 'Negative figures are marked with △.', 'check/legend operations.yaml'],
    ['iij', 'operations.yaml', '括弧内の金額と比率はマイナスを表す。', '△を付した金額は負の数値。', 'check/legend operations.yaml'],
    ['aoba', income, '△ denotes', 'Parentheses denote', 'check/legend income.yaml'],
    ['aoba', income, '△はマイナスを表す', 'マイナスは（ ）で表示', 'check/legend income.yaml'],
  ])('%s %s: %s, not %s', (sample, file, from, to, found) => {
    expect(told([sample, file, from, to])).toContain(found);
  });

  it.each<Row>([
    ['iij', 'operations.yaml', summary, 'Negative figures are shown in parentheses.'],
    ['iij', 'operations.yaml', summary, 'Losses are within parentheses.'],
    ['aoba', income, '△ denotes', 'The △ mark denotes'],
    ['aoba', income, '△はマイナスを表す', 'マイナスは△で表示'],
  ])('%s %s: %s, or %s', (...row) => {
    expect(told(row)).toEqual([]);
  });
});
