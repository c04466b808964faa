// Turn a release that changes from one document to the next into documents: what is recalled is what would be made.
import { describe, expect, it } from 'vitest';
import { derive } from '../../src/derive/derive.ts';
import { contentKey } from '../../src/model/content-key.ts';
import type { Block, Document } from '../../src/model/document.ts';
import { Exact } from '../../src/model/exact.ts';
import type { Financials } from '../../src/model/financials.ts';
import { BoundedMemory } from '../../src/model/memory.ts';
import type { Release } from '../../src/model/release.ts';
import type { NarrativeSection } from '../../src/model/sources.ts';
import type { Span } from '../../src/model/span.ts';
import { mergeRelease, releaseOf, smallRelease, templatesOf } from '../support/merge-fixture.ts';

const layout = `<section class="part" title="{{words "part"}}">
<section class="page {{lang}}-text">
<h1>{{issuer "short-name"}}</h1>
{{words "head"}}
{{narrative "lead"}}
{{#only "en"}}{{narrative "quoted"}}{{narrative "placing"}}{{/only}}
{{table "position"}}
<p>See {{page "{{lang}}"}}</p>
</section>
</section>`.replace('See {{page "{{lang}}"}}', 'End');

const templates = {
  release: layout,
  shared: 'Shared words of {{issuer "name"}}.',
  ja: '{{#words "part"}}決算{{/words}}{{#words "head"}}<p class="notice">概要</p>{{/words}}',
  en: '{{#words "part"}}Results{{/words}}{{#words "head"}}<p class="notice">Overview</p>{{/words}}',
};

const lead = `Revenues were {{amount "revenue.total" in="million"}}, {{change "revenue.total" from="prior-quarter"}}, costs {{percent "margin.gross"}}<sup>(1)</sup><sup>*</sup>, an {{direction "revenue.total" from="prior-quarter"}}.

### Outlook of EBITDA and IR {.run-in}

On {{date "announced"}} {{outcome "result.operating"}} of {{amount "result.operating" in="thousand"}} in {{period "current" style="term"}} at {{rate}} yen, {{#if (issuer "contacts.note")}}<b>as before</b>{{else}}<b>as before</b>{{/if}} so.

- Users {{number "market.users" in="million"}}, revenues {{change "revenue.total" from="prior-quarter" form="improvement"}}
- Call {{issuer "contacts.tel"}} or see [the table](#balance).
- EBITDA {{change "ebitda.adjusted" from="prior-quarter"}}, staff {{share "costs.staff" of="revenue.total"}} {{#each sections}}{{this}} {{/each}}

<p class="notice">Noted</p>

<dfn>(1)</dfn> A note of the IR.`;

const texts = {
  ja: { lead: '売上高は{{amount "revenue.total" in="million"}}であります。\n\n電話 {{issuer "contacts.tel"}}' },
  en: {
    lead,
    quoted: 'Words: {{> shared}}',
    placing:
      'Above.\n\n<section>\n{{table "operations" id="balance"}}\n</section>\n\nBelow {{amount "assets.cash"}}.\n\n<dfn>(1)</dfn> Another note.\n\n<dfn>*</dfn> A third.',
  },
};

const abbreviations = new Map([
  ['IR', { ja: place('投資家情報'), en: place('investor relations') }],
  ['EBITDA', { ja: place('利益'), en: place('earnings') }],
]);

const prior = smallRelease.periods.get('4q00');
const capital = prior?.facts.get('equity.capital');
if (!prior || !capital) throw new Error('the small issuer has no capital');
const other = smallRelease.concepts.get('assets.other');
if (!other) throw new Error('the small issuer has no other assets');
/** Words that the profile sets otherwise than they are typed. */
const named = new Map(smallRelease.concepts).set('assets.other', { ...other, labels: { ...other.labels, en: place('Other -- "assets"') } });
const nilCapital = { ...prior, facts: new Map(prior.facts).set('equity.capital', { ...capital, value: Exact.zero, nil: true }) };

const base: Release = releaseOf({
  ...texts,
  templates,
  release: {
    issuer: { ...smallRelease.issuer, abbreviations, contacts: new Map(smallRelease.issuer.contacts).set('note', place('')) },
    concepts: named,
    periods: new Map(smallRelease.periods).set('4q00', nilCapital),
  },
});
const baseFinancials = derive(base, () => {});

function place(value: string): { readonly value: string; readonly at: Span } {
  return { value, at: { file: 'issuer.yaml', line: 1, column: 1, length: 1 } };
}

interface State {
  readonly release: Release;
  readonly financials: Financials;
}

const before: State = { release: base, financials: baseFinancials };

/** The base with another release, and the figures that follow from it. */
const derived = (change: Partial<Release>): State => {
  const release = { ...base, ...change };
  return { release, financials: derive(release, () => {}) };
};
/** The base with another release that has the same figures. */
const said = (change: Partial<Release>): State => ({ release: { ...base, ...change }, financials: baseFinancials });

const inSection = (id: string, change: (section: NarrativeSection) => NarrativeSection): Partial<Release> => {
  const en = new Map(base.narratives.en);
  const section = en.get(id);
  if (!section) throw new Error(`no section ${id}`);
  return { narratives: { ...base.narratives, en: en.set(id, change(section)) } };
};

const inTemplate = (name: keyof typeof templates, from: string, to: string): Partial<Release> => {
  if (!templates[name].includes(from)) throw new Error(`no ${from} in ${name}`);
  return { templates: templatesOf({ ...templates, [name]: templates[name].replace(from, to) }) };
};

const moved = (at: Span, by = 1): Span => ({ ...at, line: at.line + by });
const { issuer, spec, concepts, periods, style, statements } = base;

const period = (change: (period: NonNullable<ReturnType<typeof periods.get>>) => Partial<NonNullable<ReturnType<typeof periods.get>>>) => {
  const current = periods.get('1q01');
  if (!current) throw new Error('no period');
  return { periods: new Map(periods).set('1q01', { ...current, ...change(current) }) };
};

const fact = (id: string, value: bigint) =>
  period(({ facts }) => {
    const known = facts.get(id);
    if (!known) throw new Error(`no fact ${id}`);
    return { facts: new Map(facts).set(id, { ...known, value: Exact.of(value) }) };
  });

const concept = (id: string, change: object) => {
  const known = concepts.get(id);
  if (!known) throw new Error(`no concept ${id}`);
  return { concepts: new Map(concepts).set(id, { ...known, ...change }) };
};

const statement = (change: object) => {
  const known = statements.get('position');
  if (!known) throw new Error('no statement');
  return { statements: new Map(statements).set('position', { ...known, ...change }) };
};

const contact = (value: string, by = 0) => {
  const tel = issuer.contacts.get('tel');
  if (!tel) throw new Error('no contact');
  return { issuer: { ...issuer, contacts: new Map(issuer.contacts).set('tel', { value, at: moved(tel.at, by) }) } };
};

const enBlocks = new Map(style.blocks.en);
enBlocks.delete('p.notice');

const edits: Readonly<Record<string, State>> = {
  'a figure of the text': derived(fact('revenue.services', 310250000n)),
  'a figure whose digits stay and whose value moves': derived(fact('revenue.services', 300250001n)),
  'a figure of a table': derived(fact('assets.cash', 399999000n)),
  'a label of a concept': derived(concept('assets.cash', { labels: { ja: place('預金'), en: place('Deposits') } })),
  'a label of a concept, of the same statements': said(concept('assets.cash', { labels: { ja: place('預金'), en: place('Deposits') } })),
  'the names of an outcome': derived(
    concept('result.operating', {
      outcomes: { gain: { ja: place('益'), en: place('gain') }, loss: { ja: place('損'), en: place('deficit') } },
    }),
  ),
  'what is good news': derived(concept('revenue.total', { better: 'lower' })),
  'decimals of a concept': derived(concept('market.users', { decimals: 0 })),
  'negatives of the issuer': derived({ issuer: { ...issuer, negative: 'triangle' } }),
  'the dash of a nil': derived({ issuer: { ...issuer, nil: '---' } }),
  'negatives of each language': derived({ issuer: { ...issuer, negative: { ja: 'triangle', en: 'minus' } } }),
  'the calendar': derived({ issuer: { ...issuer, calendar: 'era' } }),
  'what is not comparable': derived({
    spec: { ...spec, incomparable: [{ concept: 'revenue.total', period: '1q01', why: 'counted otherwise', at: spec.at }] },
  }),
  'why it is not': derived({
    spec: { ...spec, incomparable: [{ concept: 'revenue.total', period: '1q01', why: 'restated', at: spec.at }] },
  }),
  'the policy of changes': derived({ issuer: { ...issuer, change: { policy: 'nm', beyond: Exact.one, text: 'n/a' } } }),
  'the regime': derived({ issuer: { ...issuer, regime: 'truncate' } }),
  'a name of the issuer': said({ issuer: { ...issuer, shortNames: { ja: place('ミ工'), en: place('Works') } } }),
  'a contact': said(contact('03-1111-1111')),
  'the place of a contact': said(contact('03-0000-0000', 3)),
  'a condition that writes the same from another place': said({
    issuer: { ...issuer, contacts: new Map(issuer.contacts).set('note', place('yes')) },
  }),
  'an abbreviation': said({ issuer: { ...issuer, abbreviations: new Map([['IR', { ja: place('情報'), en: place('relations') }]]) } }),
  'another abbreviation': said({
    issuer: { ...issuer, abbreviations: new Map([['EBITDA', { ja: place('利益'), en: place('earnings') }]]) },
  }),
  'the rate': derived({ spec: { ...spec, rate: { value: Exact.of(125n), at: spec.at } } }),
  'the day of the announcement': said({ spec: { ...spec, announced: { ja: place('2001-08-11'), en: place('2001-08-12') } } }),
  'an override that is taken out': derived({ spec: { ...spec, overrides: spec.overrides.slice(0, 1) } }),
  'an override that nobody prints': derived({
    spec: { ...spec, overrides: spec.overrides.map((each) => (each.where === 'prose' ? { ...each, measure: 'amount' } : each)) },
  }),
  'a role of a period': derived({ spec: { ...spec, periods: new Map(spec.periods).set('prior-quarter', place('1q01')) } }),
  'the end of a period': derived(period(() => ({ end: '2001-06-29' }))),
  'the quarter of a period': derived(period(() => ({ quarter: 3 }))),
  'a caption': derived(statement({ captions: { ja: [place('表 2')], en: [place('Table 2')] } })),
  'the place of a statement': derived(statement({ rows: statements.get('position')?.rows.map((row) => ({ ...row, at: moved(row.at) })) })),
  'the profile': said({ style: { ...style, profile: 'verbatim' } }),
  'a class that is gone': said({ style: { ...style, blocks: { ...style.blocks, en: enBlocks } } }),
  'one language less': said({ languages: ['en'] }),
  'a word of a section': said(inSection('lead', (section) => ({ ...section, text: section.text.replace('Noted', 'Seen') }))),
  'a figure more in another part': said({
    narratives: {
      ...base.narratives,
      ja: new Map([['lead', { ...section('lead', 'ja'), text: `${section('lead', 'ja').text} {{rate}}{{amount "assets.cash"}}` }]]),
    },
  }),
  'spaces in an expression': said(inSection('lead', (section) => ({ ...section, text: section.text.replace('{{rate}}', '{{  rate }}') }))),
  'a comment between paragraphs': said(
    inSection('lead', (section) => ({ ...section, text: section.text.replace('\n\n### ', '\n\n{{!-- heading --}}\n### ') })),
  ),
  'what words follow from': said(
    inSection('lead', (section) => ({
      ...section,
      text: section.text.replace('direction "revenue.total"', 'direction "revenue.services"'),
    })),
  ),
  'a block more before a note': said(inSection('quoted', (section) => ({ ...section, text: `${section.text}\n\nMore.` }))),
  'a figure more before others': said(
    inSection('lead', (section) => ({ ...section, text: `{{amount "assets.cash"}} of cash.\n\n${section.text}` })),
  ),
  'a block less': said(inSection('lead', (section) => ({ ...section, text: section.text.replace('<p class="notice">Noted</p>', '') }))),
  'a mark less': said(inSection('lead', (section) => ({ ...section, text: section.text.replace('<sup>(1)</sup>', '') }))),
  'a line above': said(inSection('lead', (section) => ({ ...section, line: section.line + 4 }))),
  'a line above what is placed': said(inSection('placing', (section) => ({ ...section, line: section.line + 4 }))),
  'a line above what is quoted': said(inSection('quoted', (section) => ({ ...section, line: section.line + 4 }))),
  'a line above and a contact that moved': said({
    ...inSection('lead', (section) => ({ ...section, line: section.line + 4 })),
    ...contact('03-0000-0000', 2),
  }),
  'another file': said(inSection('lead', (section) => ({ ...section, file: 'other.md' }))),
  'the name of a section': said({
    narratives: { ...base.narratives, en: new Map([...(base.narratives.en ?? []), ['spare', { ...section('lead'), id: 'spare' }]]) },
  }),
  'a section without text': said(inSection('lead', (section) => ({ ...section, text: '' }))),
  'an unknown concept': said(inSection('lead', (section) => ({ ...section, text: section.text.replace('revenue.total', 'revenue.al') }))),
  'an abbreviation used before': said(inTemplate('en', 'Overview', 'Overview of IR')),
  'a table of one language': said({
    ...inTemplate('release', '{{narrative "placing"}}{{/only}}', '{{/only}}{{narrative "placing"}}'),
    narratives: {
      ...base.narratives,
      ja: new Map([...(base.narratives.ja ?? []), ['placing', { ...section('lead', 'ja'), id: 'placing', text: '以上' }]]),
    },
  }),
  'words of the layout': said(inTemplate('en', 'Overview', 'Outlook')),
  'a line above words of the layout': said(inTemplate('en', '{{#words "head"}}', '\n{{#words "head"}}')),
  'words that another section quotes': said(inTemplate('shared', 'Shared', 'Common')),
  'a comment above words that another section quotes': said(inTemplate('shared', 'Shared', '{{!-- more --}}\nShared')),
  'a line above words that another section quotes': said(inTemplate('shared', 'Shared', '\n\nShared')),
  'a broken layout': said(inTemplate('shared', 'Shared', '{{#if}}')),
  'a section taken out of the layout': said(inTemplate('release', '{{narrative "placing"}}', '')),
  'a section for all languages': said(
    inTemplate('release', '{{#only "en"}}{{narrative "quoted"}}', '{{narrative "quoted"}}{{#only "en"}}'),
  ),
  'a group round a section': said(inTemplate('release', '{{narrative "lead"}}', '<section class="notes">{{narrative "lead"}}</section>')),
  'a paragraph above a table': said(inTemplate('release', '{{table "position"}}', '<p>New</p>\n{{table "position"}}')),
};

function section(id: string, lang = 'en'): NarrativeSection {
  const found = base.narratives[lang]?.get(id);
  if (!found) throw new Error(`no section ${id}`);
  return found;
}

const anew = ({ release, financials }: State) => mergeRelease(release, financials);

describe('a document that is recalled', () => {
  it('is made without findings at first, so that every part of it can be kept', () => {
    expect(anew(before).findings).toEqual([]);
    expect(anew(before).document.figures.length).toBeGreaterThan(40);
  });

  it.each(Object.entries(edits))('is what would be made after another: %s', (_, after) => {
    const fresh = anew(after);
    // An edit that changes nothing would prove nothing.
    expect(fresh).not.toEqual(anew(before));
    const memory = new BoundedMemory(50);
    for (const state of [before, after, before, after, before]) {
      expect(mergeRelease(state.release, state.financials, memory)).toEqual(anew(state));
    }
  });

  it('is what would be made, edit after edit in one memory', () => {
    const memory = new BoundedMemory(50);
    for (const state of [...Object.values(edits), ...Object.values(edits).reverse()]) {
      expect(mergeRelease(state.release, state.financials, memory)).toEqual(anew(state));
    }
  });
});

const blocksIn = ({ parts }: Document): readonly Block[] => parts.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks));
const recalled = (after: State) => {
  const memory = new BoundedMemory(50);
  const first = mergeRelease(before.release, before.financials, memory).document;
  for (const block of blocksIn(first)) contentKey(block);
  return { first, second: mergeRelease(after.release, after.financials, memory).document };
};
/** Ids of the blocks that are other objects than before. */
const others = ({ first, second }: ReturnType<typeof recalled>): readonly string[] => {
  const known = new Set(blocksIn(first));
  return blocksIn(second).flatMap((block) => (known.has(block) ? [] : [block.id]));
};

describe('what did not change', () => {
  it('is the same sections and figures, whatever objects it is asked of', () => {
    const { first, second } = recalled({ release: { ...base }, financials: { ...baseFinancials } });
    expect(others({ first, second })).toEqual([]);
    const sections = ({ parts }: Document) => parts.flatMap((part) => part.sections);
    expect(sections(second).every((each, index) => each === sections(first)[index])).toBe(true);
    expect(second.figures.every((figure, index) => figure === first.figures[index])).toBe(true);
  });

  it('is the same blocks where figures stand on other lines of their file', () => {
    const lines = period(({ facts }) => ({ facts: new Map([...facts].map(([id, each]) => [id, { ...each, at: moved(each.at) }])) }));
    expect(others(recalled(derived(lines)))).toEqual([]);
  });

  it('is the same figures of a section where a figure changed that it does not print', () => {
    const { first, second } = recalled(edits['a figure of a table'] as State);
    const figuresOf = ({ figures }: Document) => figures.filter(({ place }) => place.kind === 'prose' && place.section === 'lead');
    expect(figuresOf(first).length).toBeGreaterThan(8);
    expect(figuresOf(second).every((figure, index) => figure === figuresOf(first)[index])).toBe(true);
  });

  it('is the same blocks where one word changed in another', () => {
    expect(others(recalled(edits['a word of a section'] as State))).toHaveLength(1);
  });

  it('is the same blocks where a figure moved by less than is printed', () => {
    const made = recalled(edits['a figure whose digits stay and whose value moves'] as State);
    expect(others(made)).toEqual([]);
    const exact = ({ figures }: Document) => figures.map((figure) => figure.exact.toString());
    expect(exact(made.second)).not.toEqual(exact(made.first));
  });

  it('is blocks of the same key where only their place moved, and the same objects elsewhere', () => {
    const made = recalled(edits['a line above'] as State);
    const keys = (document: Document) => blocksIn(document).map(contentKey);
    expect(keys(made.second)).toEqual(keys(made.first));
    expect(others(made).length).toBeGreaterThan(3);
    expect(others(made).length).toBeLessThan(blocksIn(made.first).length);
  });
});
