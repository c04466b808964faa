// An amount with what stands in brackets behind it: its change, its dollars.
import { describe, expect, it } from 'vitest';
import { told } from '../support/check-words.ts';

const total = '{{amount "revenue.total" in="million"}}';
const found = (lang: 'ja' | 'en', text: string): readonly string[] =>
  told({ [lang]: text }).filter((line) => line.startsWith('check/figures'));

describe('what stands right behind an amount', () => {
  it.each([
    ['en', `Revenues were ${total} ({{usd "ebitda.adjusted" in="million"}}).`],
    ['en', `Revenues were ${total}, {{change "revenue.goods" from="prior-quarter"}}.`],
    ['en', `Revenues were ${total} ({{change "costs.total" from="prior-quarter"}}).`],
    ['en', `Revenues were ${total} ({{usd "revenue.total" period="prior-quarter" in="million"}}).`],
    ['ja', `売上高は${total}（前期比{{change "costs.total" from="prior-quarter"}}）。`],
    ['ja', `売上高は${total}（同{{change "revenue.goods" from="prior-quarter"}}）。`],
  ] as const)('is told where it is of another fact: %s %s', (lang, text) => {
    expect(found(lang, text)).toHaveLength(1);
  });

  it.each([
    ['en', `Revenues were ${total} ({{usd "revenue.total" in="million"}}), {{change "revenue.total" from="prior-quarter"}}.`],
    ['en', `Revenues were ${total}, and goods saw {{change "revenue.goods" from="prior-quarter"}}.`],
    [
      'en',
      'Revenues went up from {{amount "revenue.total" period="prior-quarter" in="million"}}, {{change "revenue.total" from="prior-quarter"}}.',
    ],
    ['en', `Revenues were ${total} (goods: {{change "revenue.goods" from="prior-quarter"}}).`],
    ['en', `Revenues were ${total} ({{amount "revenue.goods" in="million"}} of it goods).`],
    ['ja', `売上高は${total}（前期比{{change "revenue.total" from="prior-quarter"}}）。`],
    ['ja', `売上高は${total}（うち製品は{{change "revenue.goods" from="prior-quarter"}}）。`],
  ] as const)('is nothing where it is of the same, or named: %s %s', (lang, text) => {
    expect(found(lang, text)).toEqual([]);
  });
});
