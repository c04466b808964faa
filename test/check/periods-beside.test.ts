// Names of periods by helpers before an amount, and beside another name or a day of the same period.
import { describe, expect, it } from 'vitest';
import { told } from '../support/check-words.ts';
import { findingsIn } from '../support/sentence-findings.ts';

const total = '{{amount "revenue.total" in="million"}}';
const before = '{{amount "revenue.total" period="prior-quarter" in="million"}}';
const [now, then] = ['{{period "current"}}', '{{period "prior-quarter"}}'];
const found = (lang: 'ja' | 'en', text: string): readonly string[] =>
  told({ [lang]: text }).filter((line) => line.startsWith('check/period-word '));

describe('the name of a period before an amount', () => {
  it.each([
    ['en', `Revenues for ${then} were ${total}.`],
    ['en', `Total revenues of ${now} were ${before}.`],
    ['en', `Revenues at the end of ${then} came to approximately ${total}.`],
    ['en', `- In ${then}, total revenues were ${total}.`],
    ['en', `In ${now}, revenues grew as expected to ${before}.`],
    ['en', `<dfn>Note:</dfn> ${then}: ${total}; ${now}: ${total}`],
    ['en', `As of {{date "prior-quarter.end"}}: ${total}`],
    ['en', `### Revenues of ${then} were ${total}`],
    ['ja', `${then}の売上高は${total}となりました。`],
    ['ja', `- {{period "prior-quarter" style="end"}}における売上高は${total}。`],
    ['ja', `${then}の${total}を計上しました。`],
    ['ja', `{{date "prior-quarter.end"}}現在の残高は${total}です。`],
    ['ja', `- ${now}：${before}`],
    ['ja', `<dfn>注:</dfn> ${then}の{{outcome "result.operating"}}は{{amount "result.operating" in="million"}}です。`],
  ] as const)('of another period is told: %s %s', (lang, text) => {
    expect(found(lang, text)).toHaveLength(1);
  });

  it.each([
    ['en', `Revenues for ${now} were ${total}, compared to ${before} in ${then}.`],
    ['en', `Revenues of ${now} were ${total}; those of ${then} were ${before}.`],
    ['en', `In ${now}, revenues rose from ${before} to ${total}.`],
    ['en', `In ${now}, the board expects revenues of the last quarter were ${before}.`],
    ['en', `The increase over that of ${then} was ${total}.`],
    ['en', `Compared to ${then}: ${total}`],
    ['en', `In {{period "current" style="fiscal-year"}}, revenues were ${total}.`],
    ['en', `As of {{date "current.end"}}: ${total}`],
    ['en', `In ${now}, we opened two offices. Before that, revenues were ${before}.`],
    ['ja', `${now}の売上高は${total}（${then}は${before}）となりました。`],
    ['ja', `${now}の売上高は${before}から増加しました。`],
    ['ja', `${then}の予想売上高は${total}でした。`],
    ['ja', `${now}の前期売上高は${before}です。`],
    ['ja', `${now}は好調で、売上高は${total}です。`],
    ['ja', `{{period "current" style="fiscal-year"}}の売上高は${total}。`],
    ['ja', `${now}は${before}に対し増加しました。`],
  ] as const)('of its own, or of something else, is nothing: %s %s', (lang, text) => {
    expect(found(lang, text)).toEqual([]);
  });
});

describe('two names that stand together', () => {
  it.each([
    ['en', `The {{period "prior-quarter" style="ordinal"}} quarter ended {{date "current.end"}} was firm.`],
    ['en', `Results of {{period "prior-quarter" style="quarter"}} ({{period "current" style="months"}})`],
    ['en', `The fiscal year to {{date "current.end"}} (“{{period "prior-quarter" style="fiscal-year"}}”) was firm.`],
    ['ja', `第{{period "prior-quarter" style="ordinal"}}四半期（{{date "current.start"}}～{{date "current.end"}}）`],
    ['ja', `### {{period "current" style="quarter"}}（{{period "prior-quarter" style="months"}}）の業績`],
  ] as const)('of two periods are told: %s %s', (lang, text) => {
    expect(found(lang, text)).toHaveLength(1);
  });

  it.each([
    ['en', `The {{period "current" style="ordinal"}} quarter ended {{date "current.end"}} was firm.`],
    ['en', `Results of {{period "current" style="quarter"}} ({{period "current" style="months"}})`],
    ['en', `Results of ${now} (${then})`],
    ['en', `It was announced on {{date "announced"}} (${now}).`],
    ['en', `{{period "current" style="part"}} of FY{{period "current" style="year"}}`],
    ['ja', `第{{period "current" style="ordinal"}}四半期（{{date "current.start"}}～{{date "current.end"}}）`],
    ['ja', `{{period "current" style="quarter"}}（{{period "current" style="months"}}）の業績`],
    ['ja', `次回の発表は{{date "next-results"}}（${now}）`],
  ] as const)('of one are nothing: %s %s', (lang, text) => {
    expect(found(lang, text)).toEqual([]);
  });
});

describe('in the samples', () => {
  it.each([
    ['en', 'iij: Income tax expense for [period prior-quarter] was [amount tax.income in=million].'],
    ['en', 'aoba: Net sales for [period prior-year style=term] were [amount sales.total in=million].'],
    ['ja', 'iij: [period prior-quarter style=quarter]の売上高は[amount revenue.total in=oku]。'],
    ['ja', 'aoba: [date year-end.end]現在の総資産は[amount assets.total in=million]です。'],
  ] as const)('the other period is told: %s %s', (lang, sentence) => {
    expect(findingsIn(lang, sentence).join('\n')).toMatch(/period-word/);
  });

  it.each([
    ['en', 'iij: Income tax expense for [period current] was [amount tax.income in=million].'],
    ['en', 'aoba: Net sales for [period prior-year style=term] were [amount sales.total@prior-year in=million].'],
    ['ja', 'aoba: [date year-end.end]現在の総資産は[amount assets.total@year-end in=million]です。'],
    ['ja', 'aoba: [period full-year style=term]の売上高は[amount sales.total@full-year in=million]を見込んでおります。'],
  ] as const)('its own is nothing: %s %s', (lang, sentence) => {
    expect(findingsIn(lang, sentence)).toEqual([]);
  });
});
