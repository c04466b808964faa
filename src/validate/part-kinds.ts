// Turn the parts of a release into kinds of results that a memory keeps: what each is called, and what it holds by estimate.
import type { ChartSpec } from '../model/chart.ts';
import type { Literal } from '../model/exceptions.ts';
import type { PerLang } from '../model/language.ts';
import type { Kind } from '../model/memory.ts';
import type { Concept, Control, Form, Issuer, Period, Relation, Release, ReleaseSpec } from '../model/release.ts';
import type { NarrativeSection, YamlFile } from '../model/sources.ts';
import type { StatementSpec } from '../model/statement-spec.ts';
import type { Style } from '../model/style.ts';
import type { Taxonomy } from '../model/taxonomy.ts';
import type { Member } from './build-members.ts';
import { partKind } from './part.ts';

/** Bytes of a value with its texts, its place and what it stands in. */
const valueBytes = 400;

export const partKinds = {
  issuer: partKind<Issuer>('issuer', ({ abbreviations, contacts }) => valueBytes * (10 + 2 * abbreviations.size + contacts.size)),
  relations: partKind<readonly Relation[]>('relations', ({ length }) => 4 * valueBytes * length),
  headings: partKind<ReadonlyMap<string, Concept>>('headings', ({ size }) => valueBytes * size),
  concepts: partKind<ReadonlyMap<string, Concept>>('concepts', ({ size }) => 3 * valueBytes * size),
  members: partKind<ReadonlyMap<string, Member>>('members', ({ size }) => 2 * valueBytes * size),
  memberConcepts: partKind<ReadonlyMap<string, Concept>>('member-concepts', ({ size }) => 2 * valueBytes * size),
  /** Its values and places are those of other files. */
  accounts: partKind<YamlFile>('accounts', ({ text }) => 10_000 + 4 * text.length),
  narrative: partKind<ReadonlyMap<string, NarrativeSection>>('narrative', ({ size }) => 64 * size),
  spec: partKind<ReleaseSpec>('spec', ({ stated, overrides, waivers, errata }) => {
    return valueBytes * (20 + stated.size + 2 * overrides.length + waivers.length + errata.length);
  }),
  statement: partKind<StatementSpec | undefined>('statement', (spec) => {
    return (
      valueBytes * (spec ? 10 + spec.columns.length + spec.rows.length + (spec.grid?.rows.length ?? 0) + 2 * (spec.sums?.length ?? 0) : 0)
    );
  }),
  taxonomy: partKind<Taxonomy>('taxonomy', ({ entries }) => valueBytes * entries.size),
  chart: partKind<ChartSpec | undefined>(
    'chart',
    (chart) => valueBytes * (chart ? 10 + 2 * chart.periods.length + 4 * chart.series.length : 0),
  ),
  controls: partKind<readonly Control[]>('controls', ({ length }) => valueBytes * length),
  period: partKind<Period | undefined>('period', (period) => valueBytes * (period ? 2 + period.facts.size + period.controls.length : 0)),
  families: partKind<ReadonlySet<string>>('families', ({ size }) => 64 * size),
  literals: partKind<readonly Literal[]>('literals', ({ length }) => valueBytes * length),
};

/** What has no places, and finds nothing in the files that it is made of. */
export const silentKinds = {
  narratives: { name: 'validate/narratives', bytes: () => 200 } satisfies Kind<PerLang<ReadonlyMap<string, NarrativeSection>>>,
  /** With what a release adds to it. */
  period: { name: 'validate/controlled-period', bytes: ({ controls }) => 200 + 8 * controls.length } satisfies Kind<Period>,
  /** Its block styles have some twenty fields each. */
  style: {
    name: 'validate/style',
    bytes: ({ blocks }) => 5000 + sum(Object.values(blocks).map(({ size }) => size)) * valueBytes,
  } satisfies Kind<Style>,
  /** Its parts are kept, and counted, on their own. */
  release: { name: 'validate/release', bytes: () => 500 } satisfies Kind<Release>,
  /** Its values and places are those of other files. */
  taxonomy: { name: 'validate/taxonomy-file', bytes: () => 10_000 } satisfies Kind<YamlFile>,
  form: { name: 'validate/form', bytes: () => 200 } satisfies Kind<Form>,
  untargeted: { name: 'validate/untargeted', bytes: () => 300 } satisfies Kind<ReleaseSpec>,
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
