// What two languages print in one place: replaced figures are told with both places, and what stands otherwise without being wrong is not.
import { describe, expect, it } from 'vitest';
import { checkWords, told } from '../support/check-words.ts';

const total = '{{amount "revenue.total" in="million"}}';
const goods = '{{amount "revenue.goods" in="million"}}';
const costs = '{{amount "costs.total" in="million"}}';
const staff = '{{amount "costs.staff" in="million"}}';
const before = (figure: string): string => figure.replace(' in=', ' period="prior-quarter" in=');
const change = (concept: string): string => `{{change "${concept}" from="prior-quarter"}}`;

/** What is told of places, shortly: what one language prints, and the other. */
const places = (ja: string, en: string): readonly string[] =>
  told({ ja, en }).flatMap(
    (line) => /(?:prints|one of them) .+ where .+|wrong direction$/.exec(line)?.[0] ?? (line.startsWith('check/lang') ? [line] : []),
  );

const faults: Readonly<Record<string, readonly [string, string, RegExp]>> = {
  'another concept': [
    `売上高は${goods}（前期比${change('revenue.total')}）。`,
    `Revenues were ${total}, ${change('revenue.total')}.`,
    /another concept/,
  ],
  'another concept in a sentence of one figure': [`売上高は${goods}。`, `Revenues were ${total}.`, /another concept/],
  'another period': [
    `売上高は${total}（前期比${change('revenue.total')}）。`,
    `Revenues were ${before(total)}, ${change('revenue.total')}.`,
    /another period/,
  ],
  'the period of the comparison for that of the figure': [
    `売上高は${total}、前期は${total}。`,
    `Revenues were ${total}, after ${before(total)}.`,
    /another period/,
  ],
  'the change of another concept': [
    `費用は${costs}、${change('revenue.total')}の変動。`,
    `Costs of ${costs} changed: ${change('costs.total')}.`,
    /another concept/,
  ],
  'a concept that stands elsewhere in the section': [
    `売上高は${total}（前期比${change('revenue.total')}）。\n\n- 製品は${total}の内数（${change('revenue.goods')}）。`,
    `Revenues were ${total}, ${change('revenue.total')}.\n\n- Goods were ${goods}: ${change('revenue.goods')}.`,
    /another concept/,
  ],
  'two that are exchanged in items': [
    `- 製品は${staff}の変動${change('revenue.goods')}。\n- 人件費は${goods}の変動${change('costs.staff')}。`,
    `- Goods were ${goods}: ${change('revenue.goods')}.\n- Staff was ${staff}: ${change('costs.staff')}.`,
    /another concept/,
  ],
  'another date': ['発表日は{{date "announced"}}です。', 'The day of announcement is {{date "current.end"}}.', /another date/],
  'the end of another period': [
    '{{period "current" style="end"}}の業績です。',
    'Results of {{date "prior-quarter.end"}}.',
    /another (?:date|period)/,
  ],
  'a cell of a table of words': [
    `| 項目 | 額 |\n| --- | --- |\n| 売上高 | ${total} |\n| 費用 | ${total} |`,
    `| Item | Amount |\n| --- | --- |\n| Revenues | ${total} |\n| Costs | ${costs} |`,
    /another concept/,
  ],
  'a note': [`<dfn>注:</dfn> 費用は${staff}です。`, `<dfn>Note:</dfn> Costs were ${costs}.`, /another concept/],
  'a heading': [`### 売上高${goods}`, `### Revenues of ${total}`, /another concept/],
  'words of direction': [`現金が${staff}増加しました。`, `Cash fell by ${staff}.`, /wrong direction/],
};

const harmless: Readonly<Record<string, readonly [string, string]>> = {
  'a figure more in one language': [`売上高は${total}。`, `On costs of ${costs}, revenues were ${total}.`],
  'a figure more at the end': [`売上高は${total}。`, `Revenues were ${total}, after ${before(total)}.`],
  'the base in one language for the change in the other': [
    `売上高は${total}（前期比${change('revenue.total')}）。`,
    `Revenues were ${total}, compared to ${before(total)}.`,
  ],
  'the base for the amount, with one change': [
    `売上高は${total}（前期比${change('revenue.total')}）。`,
    `Revenues saw ${change('revenue.total')} from ${before(total)}.`,
  ],
  'sentences in another order': [`売上高は${total}。費用は${costs}。`, `Costs were ${costs}. Revenues were ${total}.`],
  'items in another order': [`- 売上高は${total}。\n- 費用は${costs}。`, `- Costs were ${costs}.\n- Revenues were ${total}.`],
  'a paragraph that is split': [`売上高は${total}。費用は${costs}。`, `Revenues were ${total}.\n\nCosts were ${costs}.`],
  'a sentence in the next paragraph': [
    `売上高は${total}。人件費は${staff}。\n\n費用は${costs}。`,
    `Revenues were ${total}.\n\nStaff was ${staff}. Costs were ${costs}.`,
  ],
  'items for sentences': [`売上高は${total}。費用は${costs}。`, `The quarter:\n\n- Revenues ${total}\n- Costs ${costs}`],
  'another scale': [`売上高は{{amount "revenue.total" in="oku"}}。`, `Revenues were ${total}.`],
  'dollars in one language': [`売上高は${total}。`, `Revenues were ${total} ({{usd "revenue.total" in="million"}}).`],
  'dollars for yen': [`売上高は${total}。`, 'Revenues were {{usd "revenue.total" in="million"}}.'],
  'a word of direction for a change': [
    `売上高は前期比${change('revenue.total')}。`,
    'Revenues saw {{direction "revenue.total" from="prior-quarter"}}.',
  ],
  'days of announcement': ['{{date "announced"}}', '{{date "announced"}}'],
  'a date for the period that it ends': ['{{period "current" style="end"}}の業績です。', 'Results as of {{date "current.end"}}.'],
  'a date more': ['次回の発表です。', 'The next results are due on {{date "next-results"}}.'],
  'different matters, both in one place': [
    `売上高は${total}（製品は${goods}）。`,
    `Of revenues of ${total}, ${before(costs)} went into costs.`,
  ],
  'words of direction that are far': [
    `人件費が増えましたが、現金は${staff}です。`,
    `Cash fell in the quarter to reach the amount of ${staff}.`,
  ],
};

describe('in places that correspond', () => {
  it.each(Object.entries(faults))('%s is told once, with both places', (_, [ja, en, says]) => {
    const found = places(ja, en);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toMatch(says);
    const [finding] = checkWords({ ja, en }).filter(({ code, severity }) => code === 'check/languages' && severity === 'error');
    expect([finding?.at?.file, finding?.related?.[0]?.at.file]).toEqual(['narrative.ja.md', 'narrative.en.md']);
  });

  it.each(Object.entries(harmless))('%s is nothing', (_, [ja, en]) => {
    expect(places(ja, en)).toEqual([]);
  });

  it('names both figures and says what to do', () => {
    const [finding] = checkWords({ ja: `売上高は${goods}。`, en: `Revenues were ${total}.` }).filter(
      ({ severity }) => severity === 'error',
    );
    expect(finding?.message).toMatch(
      /^the Japanese prints revenue\.goods@1q01 \(.+円\) where the English prints revenue\.total@1q01 \(JPY.+\): another concept$/,
    );
    expect(finding?.hints).toHaveLength(2);
  });

  it('is read in linear time', () => {
    const many = (figure: string): string => Array.from({ length: 400 }, () => `- ${figure}。`).join('\n');
    const begun = performance.now();
    places(many(goods), many(total));
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});
