// Texts in which nothing was found, and each thing that a check reads of them, changed: it is found although the words are the same.
import { describe, expect, it } from 'vitest';
import { textKeys } from '../../src/check/text-key.ts';
import type { TypedText } from '../../src/check/typed-text.ts';
import type { Block, Bound, Document, Figure } from '../../src/model/document.ts';
import { Exact } from '../../src/model/exact.ts';
import { BoundedMemory } from '../../src/model/memory.ts';
import type { Concept, Period, Release } from '../../src/model/release.ts';
import { told, type Words } from '../support/check-words.ts';
import { formula } from '../support/formula.ts';
import { smallFinancials, smallRelease } from '../support/merge-fixture.ts';

/** The release with another concept, or with what another period is. */
const withConcept = (id: string, change: Partial<Concept>): Partial<Release> => ({
  concepts: new Map(smallRelease.concepts).set(id, { ...(smallRelease.concepts.get(id) as Concept), ...change }),
});
const withPeriod = (id: string, change: Partial<Period>): Partial<Release> => ({
  periods: new Map([...smallRelease.periods].map(([key, period]) => [key, key === id ? { ...period, ...change } : period])),
});

/** The figures of a document, changed. */
const withFigures =
  (change: (figure: Figure) => Figure) =>
  (document: Document): Document => ({ ...document, figures: document.figures.map(change) });

const grew = 'Revenues increased by {{change "revenue.total" from="prior-quarter" form="bare"}}.';
const loss = 'the operating loss was {{amount "result.operating" in="million"}}';
const shownNegative = (document: Document): Document => withTexts(document, (text) => (text.endsWith('%') ? `(-)${text}` : text));
const negative = (document: Document): Document =>
  withFigures((figure) => ({ ...figure, printed: figure.printed.abs().neg() }))(shownNegative(document));
const ratio = smallRelease.concepts.get('margin.gross') as Concept;
const otherMargin = (document: Document): Document =>
  withFigures((figure) => ({ ...figure, fact: 'margin.other@1q01' }))(negative(document));
const withoutOutcomes: Partial<Release> = {
  concepts: new Map([...smallRelease.concepts].map(([id, { outcomes: _, ...concept }]) => [id, concept])),
};
const swappedEnds = new Map(
  [...smallRelease.periods].map(([id, period]) => [id, { ...period, end: id === '1q01' ? '2001-03-31' : '2001-06-30' }]),
);
const bounds: readonly Bound[] = [
  { by: 'date', iso: '2001-06-30' },
  { by: 'date', iso: '2001-03-31' },
  { by: 'period', period: '1q01' },
  { by: 'period', period: '4q00' },
  { by: 'rate' },
  { by: 'issuer' },
  { by: 'direction', fact: 'revenue.total@1q01', against: 'revenue.total@4q00', movement: 'up' },
  { by: 'direction', fact: 'costs.total@1q01', against: 'costs.total@4q00', movement: 'up' },
  { by: 'conjunction', fact: 'revenue.total@1q01' },
  { by: 'outcome', fact: 'result.operating@1q01', sign: 'loss' },
  { by: 'outcome', fact: 'result.operating@1q01', sign: 'gain' },
];

/** A document whose runs print another text. */
function withTexts(document: Document, change: (text: string) => string): Document {
  const block = (each: Block): Block =>
    'inlines' in each ? { ...each, inlines: each.inlines.map((inline) => ({ ...inline, text: change(inline.text) })) } : each;
  const parts = document.parts.map((part) => ({
    ...part,
    sections: part.sections.map((section) => ({ ...section, blocks: section.blocks.map(block) })),
  }));
  return { ...document, parts };
}

const labels = (text: string) => ({ ja: { value: text, at }, en: { value: text, at } });
const improved = 'EBITDA improved by {{change "ebitda.adjusted" from="prior-quarter" form="bare"}}.';
const rate = '{{percent "margin.gross"}}';
const yearBefore = '前年同期比{{change "revenue.total" from="prior-quarter" form="bare"}}';
const turned = { 'revenue.total@1q01': 1_000_000_000, 'revenue.total@4q00': 1_250_000_000 };
const at = { file: 'concepts.yaml', line: 1, column: 1, length: 1 };

const current = (period: string): Partial<Release> => {
  const role = smallRelease.spec.periods.get('current');
  if (!role) throw new Error('the small issuer has a period');
  return { spec: { ...smallRelease.spec, periods: new Map(smallRelease.spec.periods).set('current', { ...role, value: period }) } };
};
const share = (period: string): string => `{{share "costs.staff" of="revenue.total" period="${period}"}}`;
/** The share of one period is higher. */
const withShares = (higher: string) =>
  withFigures((figure) =>
    figure.measure === 'percent-of' ? { ...figure, exact: Exact.of(figure.fact.endsWith(higher) ? 2 : 1) } : figure,
  );

/** Words in which nothing is wrong, and the one thing that is otherwise the second time; the document stays as it is merged the first time. */
const cases: Readonly<Record<string, readonly [sound: Words, changed: Words]>> = {
  'that a sentence takes a sign upon itself': [
    { en: 'Taxes fell by {{amount "tax.income" sign="magnitude"}}.', tamper: withFigures(({ asserted: _, ...figure }) => figure) },
    { tamper: (document) => document },
  ],
  'what the label of a concept says': [
    { en: 'Taxes fell by {{amount "tax.income"}}.' },
    { release: withConcept('tax.income', { labels: labels('Change in taxes') }) },
  ],
  'the formula of a concept': [
    { en: 'Taxes fell by {{amount "tax.income"}}.' },
    { release: withConcept('tax.income', { formula: formula('tax.income - previous(tax.income)') }) },
  ],
  'a fact of a period that the text does not print': [
    { en: 'Revenues rose to {{amount "revenue.total"}}.' },
    { facts: { 'revenue.total@4q00': 2_000_000_000 } },
  ],
  'how long another period is': [
    { en: 'Revenues fell to {{amount "revenue.total"}}.', release: withPeriod('4q00', { start: '2000-04-01' }) },
    { release: withPeriod('4q00', {}) },
  ],
  'which period the release is of': [
    { en: 'They were {{amount "revenue.total" period="4q00"}} in the previous quarter.', release: current('1q01') },
    { release: current('4q00') },
  ],
  'the exact value of a share': [
    { en: `The share rose to ${share('1q01')} from ${share('4q00')}.`, tamper: withShares('1q01') },
    { tamper: withShares('4q00') },
  ],
  'the fact of a change': [{ en: grew }, { facts: { 'revenue.total@1q01': 1_000_000_000 } }],
  'the fact that it is compared with': [{ en: grew }, { facts: { 'revenue.total@4q00': 2_000_000_000 } }],
  'the fact of a word by a helper': [{ en: 'By {{direction "revenue.total" from="prior-quarter"}} they increased.' }, { facts: turned }],
  'the fact that such a word compares with': [
    { en: 'By {{direction "revenue.total" from="prior-quarter"}} they increased.' },
    { facts: { 'revenue.total@4q00': 2_000_000_000 } },
  ],
  'what a rise of the concept is': [
    { en: improved, release: withConcept('ebitda.adjusted', { better: 'higher' }) },
    { release: withConcept('ebitda.adjusted', { better: 'lower' }) },
  ],
  'the sign of an amount': [{ en: loss }, { facts: { 'result.operating@1q01': 49_375_000 } }],
  'the names of its outcomes': [
    { en: 'Its shortfall was {{amount "result.operating" in="million"}}' },
    { release: withConcept('result.operating', { outcomes: { gain: labels('shortfall'), loss: labels('loss') } }) },
  ],
  'that it has outcomes': [
    { en: 'the operating income was {{amount "result.operating" in="million"}}', release: withoutOutcomes },
    { release: { concepts: smallRelease.concepts } },
  ],
  'the unit of a concept': [
    { en: `Sales grew by ${rate}.`, release: withConcept('margin.other', { ...ratio, unit: 'count' }), tamper: otherMargin },
    { release: withConcept('margin.other', ratio) },
  ],
  'the printed sign of a figure': [{ en: `Sales grew by ${rate}.`, tamper: shownNegative }, { tamper: negative }],
  'the measure of a figure': [
    { en: grew, tamper: withFigures((figure) => ({ ...figure, measure: 'percent-of' })), facts: turned },
    { tamper: (document) => document },
  ],
  'the fact of a figure': [
    { en: grew },
    { tamper: withFigures((figure) => ({ ...figure, fact: 'costs.total@4q00', against: 'costs.total@1q01' })) },
  ],
  'what a figure is compared with': [
    { en: grew, facts: { 'revenue.services@1q01': 2_000_000_000 } },
    { tamper: withFigures((figure) => ({ ...figure, against: 'revenue.services@1q01' })) },
  ],
  'a literal that is gone': [{ en: 'ISO 9001 holds.', literals: ['name | ISO 9001'], from: 'issuer' }, { literals: [] }],
  'a literal of another kind': [
    { en: grew.replace('increased', 'decreased'), literals: ['word | decreased'] },
    { literals: ['count | decreased'] },
  ],
  'a literal that stands nowhere now': [{ en: 'ISO 9001 holds.', literals: ['name | ISO 9001'] }, { en: 'It holds.' }],
  'what a literal says of a fact': [
    { en: 'at 7% of sales', literals: ['count | 7% | market.users | 4.2'] },
    { literals: ['count | 7% | market.users | 4.3'] },
  ],
  'an erratum that is listed': [{ en: 'Crossway grew.' }, { errata: ['Crossway | Crosswave'] }],
  'a correction that stands nowhere now': [{ en: 'Crosswave grew.', errata: ['Crossway | Crosswave'] }, { en: 'It grew.' }],
  'the period of a figure': [
    { en: '{{amount "revenue.total" in="million"}} in {{period "current"}}' },
    { tamper: withFigures((figure) => ({ ...figure, fact: 'revenue.total@4q00' })) },
  ],
  'the day on which a period ends': [
    { en: '{{amount "revenue.total" in="million"}} in {{date "1q01.end"}}' },
    { release: { periods: swappedEnds } },
  ],
  'the quarter of a period': [
    { ja: yearBefore, release: withPeriod('4q00', { quarter: 1, fiscalYear: 2000 }) },
    { release: withPeriod('4q00', { quarter: 4 }) },
  ],
  'the year of a period': [
    { ja: yearBefore, release: withPeriod('4q00', { quarter: 1, fiscalYear: 2000 }) },
    { release: withPeriod('4q00', { quarter: 1, fiscalYear: 1999 }) },
  ],
  'the period before a period': [
    { ja: '前期比{{change "revenue.total" from="prior-quarter" form="bare"}}' },
    { release: withPeriod('1q01', { previous: '3q00' }) },
  ],
};

describe('a text in which nothing was found is read again when something else is otherwise:', () => {
  it.each(Object.keys(cases))('%s', (name) => {
    const [sound, changed] = cases[name] ?? [{}, {}];
    let merged: Document | undefined;
    const keep = (document: Document): Document => {
      merged = document;
      return (sound.tamper ?? ((each) => each))(document);
    };
    expect(told({ ...sound, tamper: keep })).toEqual([]);
    const rewritten = changed.en !== undefined || changed.ja !== undefined;
    const tamper = (document: Document): Document =>
      (changed.tamper ?? sound.tamper ?? ((each) => each))(rewritten ? document : (merged ?? document));
    const found = told({ ...sound, ...changed, tamper });
    expect(found).not.toEqual([]);
    for (const each of found) expect(each).toMatch(/^check\//);
    expect(told(sound)).toEqual([]);
  });
});

describe('the key of a text', () => {
  const text: TypedText = {
    lang: 'en',
    text: 'grew 3%',
    typed: 'grew \ufffc\ufffc',
    runs: [{ inline: { text: '3%', at, figure: 0 }, start: 5, end: 7 }],
  };
  const figure = {
    fact: 'revenue.total@1q01',
    measure: 'change',
    against: 'revenue.total@4q00',
    exact: Exact.of(3),
    printed: Exact.of(3),
  } as Figure;
  const sources = { release: smallRelease, financials: smallFinancials, document: { figures: [figure] } };
  const memory = new BoundedMemory(1);
  const keyOf = (given: Partial<TypedText> = {}, from: Partial<typeof sources> = {}) =>
    textKeys({ ...sources, ...from }, memory)({ ...text, ...given });

  it('is the same for the same words elsewhere', () => {
    const moved = { ...at, line: 9 };
    expect(keyOf({ runs: [{ inline: { text: '3%', at: moved, figure: 0 }, start: 5, end: 7 }] })).toBe(keyOf());
    const literal = { kind: 'name' as const, text: 'ISO 9001', why: 'a name', from: 'issuer' as const };
    const listed = (line: number) => ({ release: { ...smallRelease, literals: [{ ...literal, at: { ...at, line } }] } });
    expect(keyOf({}, listed(1))).toBe(keyOf({}, listed(2)));
  });

  it('is another for another language, other words, and words by another hand', () => {
    const others = [
      { lang: 'ja' },
      { text: 'grew 4%' },
      { typed: 'grew 3%' },
      { runs: [] },
      { runs: [{ inline: { text: '3%', at, figure: 0 }, start: 4, end: 7 }] },
      { runs: [{ inline: { text: '3%', at, figure: 1 }, start: 5, end: 7 }] },
      ...bounds.map((bound) => ({ runs: [{ inline: { text: '3%', at, bound }, start: 5, end: 7 }] })),
    ];
    expect(new Set([keyOf(), ...others.map((other) => keyOf(other))]).size).toBe(others.length + 1);
  });
});
