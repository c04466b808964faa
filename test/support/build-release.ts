// Turn a few lines of text into a typed release, so that a test of the arithmetic shows its figures and nothing else.
import { Exact } from '../../src/model/exact.ts';
import type { Override, Waiver } from '../../src/model/exceptions.ts';
import type { Expression } from '../../src/model/expression.ts';
import type { ChangePolicy, Concept, Control, Period, Relation, Release, ReportedFact, TypedRounding } from '../../src/model/release.ts';
import type { Span } from '../../src/model/span.ts';
import type { ColumnSpec, Measure, Regime, RowSpec, StatementSpec } from '../../src/model/statement-spec.ts';
import type { Style } from '../../src/model/style.ts';
import { type Scale, scales, type Unit } from '../../src/model/unit.ts';
import { formula } from './formula.ts';

export interface ConceptDraft {
  readonly unit?: Unit;
  readonly scale?: Scale;
  readonly decimals?: number;
  readonly typed?: TypedRounding;
  readonly label?: string;
  readonly formula?: string;
}

export interface PeriodDraft {
  readonly previous?: string;
  /** Concept → figure as typed. */
  readonly facts: Readonly<Record<string, string>>;
  /** Concept → figure, each from a source named `source`. */
  readonly stated?: Readonly<Record<string, string>>;
  readonly restsOn?: Readonly<Record<string, readonly string[]>>;
  /** `concept` or `concept translated` → figure. */
  readonly controls?: Readonly<Record<string, string>>;
}

export interface StatementDraft {
  /** `period amount`, `period translated`, `period percent-of base`, `period change from`; then ` decimals N` and ` regime R` if need be. */
  readonly columns: readonly string[];
  /** One line a row: `concept`, `~concept` with its sign reversed, `total = a + b - c`. What follows a `|` is not read. */
  readonly rows: string;
  readonly scale?: Scale;
  readonly decimals?: number;
  readonly blank?: Readonly<Record<string, readonly Measure[]>>;
  /** Concept → `statement concept` that it prints like. */
  readonly tied?: Readonly<Record<string, string>>;
}

export interface ReleaseDraft {
  readonly regime?: Regime;
  readonly change?: ChangePolicy;
  readonly rate?: string;
  readonly concepts?: Readonly<Record<string, ConceptDraft>>;
  readonly periods: Readonly<Record<string, PeriodDraft>>;
  readonly statements?: Readonly<Record<string, StatementDraft>>;
  /** Statements of the issuer that the release does not print. */
  readonly unprinted?: Readonly<Record<string, StatementDraft>>;
  readonly stated?: Readonly<Record<string, string>>;
  readonly restsOn?: Readonly<Record<string, readonly string[]>>;
  /** `where | concept | period measure [of or from] | exact | print`. */
  readonly overrides?: readonly string[];
  /** `check | name | left | right`. */
  readonly relations?: readonly string[];
  /** `check | name | period | difference`. */
  readonly waivers?: readonly string[];
}

/** Concepts that only statements, facts and relations name are money in thousands. */
export function buildRelease(draft: ReleaseDraft): Release {
  const regime = draft.regime ?? 'foot';
  const specs = (drafts: ReleaseDraft['statements'] = {}) =>
    new Map(Object.entries(drafts).map(([id, each]) => [id, statement(id, each, regime)] satisfies [string, StatementSpec]));
  const statements = specs(draft.statements);
  const unprinted = specs(draft.unprinted);
  const concepts = allConcepts(draft, [...statements.values(), ...unprinted.values()]);
  const periods = new Map(Object.entries(draft.periods).map(([id, each]) => [id, period(id, each, concepts)] satisfies [string, Period]));
  const [current] = periods.keys();
  return {
    form: { standard: 'us-gaap', consolidated: 'yes', term: 'half', halfYear: 'interim', printedScale: 'million' },
    leftOut: new Set(),
    decidingFlags: new Set(),
    languages: ['ja', 'en'],
    issuer: {
      id: 'sample',
      names: label('Sample'),
      shortNames: label('Sample'),
      standard: { value: 'us-gaap', at: span('issuer.yaml', 1) },
      currency: 'JPY',
      translation: 'USD',
      scale: 'thousand',
      regime,
      change: draft.change ?? { policy: 'signed', text: 'n.m.' },
      fiscalNaming: 'starts',
      negative: 'parentheses',
      nil: '-',
      abbreviations: new Map(),
      contacts: new Map(),
      at: span('issuer.yaml', 1),
    },
    concepts,
    headings: new Map(),
    statements,
    charts: new Map(),
    pictures: new Map(),
    unprinted,
    periods,
    spec: {
      id: 'release',
      layout: 'plain',
      announced: { ja: { value: '2002-11-13', at: span('release.yaml', 1) }, en: { value: '2002-11-12', at: span('release.yaml', 1) } },
      dates: new Map(),
      flags: new Map(),
      parts: [],
      dateReasons: new Map(),
      titles: label('Results'),
      ...(draft.rate === undefined ? {} : { rate: { value: exact(draft.rate), at: span('release.yaml', 2) } }),
      periods: new Map(current === undefined ? [] : [['current', { value: current, at: span('release.yaml', 3) }]]),
      targets: new Map(),
      stated: new Map(
        Object.entries(draft.stated ?? {}).map(([id, text], index) => {
          const restsOn = draft.restsOn?.[id];
          return [id, { ...reported(id, text, concepts, 'release.yaml', 10 + index), source: 'source', ...(restsOn ? { restsOn } : {}) }];
        }),
      ),
      overrides: (draft.overrides ?? []).map(override),
      waivers: (draft.waivers ?? []).map(waiver),
      errata: [],
      at: span('release.yaml', 1),
    },
    relations: (draft.relations ?? []).map(relation),
    literals: [],
    narratives: { ja: new Map(), en: new Map() },
    templates: new Map(),
    // Derivation and checks never look at the style.
    style: {} as Style,
  };
}

export function span(file: string, line: number): Span {
  return { file, line, column: 1, length: 1 };
}

export function exact(text: string): Exact {
  const value = Exact.parse(text);
  if (!value) throw new Error(`build-release: no number: ${text}`);
  return value;
}

/** `(1,234.5)` → -1234.5 */
export function figure(text: string): Exact {
  const value = exact(text.replace(/[(),%]/g, ''));
  return text.startsWith('(') ? value.neg() : value;
}

function label(text: string) {
  return { ja: { value: text, at: span('issuer.yaml', 1) }, en: { value: text, at: span('issuer.yaml', 1) } };
}

function statement(id: string, draft: StatementDraft, regime: Regime): StatementSpec {
  const lines = draft.rows.trim().split('\n');
  const rows = lines.map((line, index): RowSpec => {
    const [name = '', parts] = (line.split(' | ')[0] ?? '').trim().split(' = ');
    const concept = name.replace('~', '');
    const at = span(`statements/${id}.yaml`, index + 10);
    const [leader, leading = concept] = draft.tied?.[concept]?.split(' ') ?? [];
    return {
      kind: parts === undefined ? 'item' : 'total',
      depth: 0,
      concept,
      negate: name.startsWith('~'),
      ...(parts === undefined ? {} : { of: signedSum(parts) }),
      italic: false,
      percentSign: false,
      rule: 'none',
      blank: draft.blank?.[concept] ?? [],
      ...(leader === undefined ? {} : { tied: { statement: leader, concept: leading, at } }),
      at,
    };
  });
  const texts = { ja: [], en: [] };
  return {
    id,
    kind: 'statement',
    captions: texts,
    summary: label(id),
    stub: label(''),
    scale: draft.scale ?? 'thousand',
    decimals: draft.decimals ?? 0,
    columns: draft.columns.map((text, index) => column(text, index, draft.decimals ?? 0, regime, id)),
    heads: texts,
    rows,
    at: span(`statements/${id}.yaml`, 1),
  };
}

function signedSum(text: string): readonly { concept: string; weight: 1 | -1 }[] {
  return [...` + ${text}`.matchAll(/ ([+-]) ([a-z0-9.-]+)/g)].map((match) => ({
    concept: match[2] ?? '',
    weight: match[1] === '-' ? -1 : 1,
  }));
}

function column(text: string, index: number, decimals: number, regime: Regime, statement: string): ColumnSpec {
  const [period = '', measure = '', other] = text.split(' ');
  const percentage = measure === 'percent-of' || measure === 'change';
  return {
    id: text,
    period,
    measure: measure as Measure,
    ...(measure === 'percent-of' ? { of: other ?? '' } : {}),
    ...(measure === 'change' ? { from: other ?? '' } : {}),
    decimals: Number(/decimals (\d)/.exec(text)?.[1] ?? (percentage ? 1 : decimals)),
    regime: (/regime (\w+)/.exec(text)?.[1] as Regime | undefined) ?? regime,
    at: span(`statements/${statement}.yaml`, index + 2),
  };
}

function allConcepts(draft: ReleaseDraft, statements: readonly StatementSpec[]): Map<string, Concept> {
  const names = new Set(Object.keys(draft.concepts ?? {}));
  for (const statement of statements) {
    for (const row of statement.rows)
      for (const each of [row.concept ?? '', ...(row.of ?? []).map((part) => part.concept)]) names.add(each);
  }
  for (const period of Object.values(draft.periods)) for (const name of Object.keys({ ...period.facts, ...period.stated })) names.add(name);
  for (const name of Object.keys(draft.stated ?? {})) names.add(name);
  return new Map(
    [...names].map((id, index) => {
      const given = draft.concepts?.[id] ?? {};
      const unit = given.unit ?? 'money';
      const expression: { formula?: Expression } = given.formula === undefined ? {} : { formula: formula(given.formula) };
      const concept: Concept = {
        id,
        unit,
        scale: given.scale ?? (unit === 'money' ? 'thousand' : 'one'),
        decimals: given.decimals ?? 0,
        ...(given.typed && { typed: given.typed }),
        better: 'neutral',
        labels: label(given.label ?? id),
        ...expression,
        at: span('concepts.yaml', index + 1),
      };
      return [id, concept];
    }),
  );
}

function period(id: string, draft: PeriodDraft, concepts: ReadonlyMap<string, Concept>): Period {
  const file = `periods/${id}.yaml`;
  const facts = new Map<string, ReportedFact>();
  for (const [concept, text] of Object.entries(draft.facts)) facts.set(concept, reported(concept, text, concepts, file, facts.size + 5));
  for (const [concept, text] of Object.entries(draft.stated ?? {})) {
    const restsOn = draft.restsOn?.[concept];
    facts.set(concept, { ...reported(concept, text, concepts, file, facts.size + 5), source: 'source', ...(restsOn ? { restsOn } : {}) });
  }
  return {
    id,
    start: '2002-07-01',
    end: '2002-09-30',
    fiscalYear: 2002,
    quarter: 2,
    ...(draft.previous === undefined ? {} : { previous: draft.previous }),
    facts,
    controls: Object.entries(draft.controls ?? {}).map(([key, text], index): Control => {
      const [concept = '', measure = 'amount', from] = key.split(' ');
      const compared = from === undefined ? {} : { from };
      const value = figure(text);
      return { concept, period: id, measure: measure as Control['measure'], ...compared, value, text, at: span(file, 500 + index) };
    }),
    at: span(file, 1),
  };
}

function reported(concept: string, text: string, concepts: ReadonlyMap<string, Concept>, file: string, line: number): ReportedFact {
  const nil = text === '-';
  if (text === 'undecided') return { concept, value: Exact.zero, nil, undecided: true, text, at: span(file, line) };
  const [low, high] = text.split('..');
  if (high !== undefined) {
    const ends = [low ?? '', high].map((end) => reported(concept, end, concepts, file, line).value);
    return { concept, value: ends[0] ?? Exact.zero, nil, ...(ends[1] && { upper: ends[1] }), text, at: span(file, line) };
  }
  const power = text.includes('%') ? -2 : scales[concepts.get(concept)?.scale ?? 'thousand'];
  const typed = nil ? Exact.zero : figure(text);
  const value = power < 0 ? typed.div(Exact.of(100)) : typed.mul(Exact.of(10n ** BigInt(power)));
  return { concept, value, nil, text, at: span(file, line) };
}

function override(text: string, index: number): Override {
  const [where = '', concept = '', place = '', recorded = '', print = ''] = text.split(' | ');
  const [period = '', measure = '', other] = place.split(' ');
  return {
    where,
    concept,
    period,
    measure: measure as Measure,
    ...(measure === 'percent-of' && other !== undefined ? { of: other } : {}),
    ...(measure === 'change' && other !== undefined ? { from: other } : {}),
    exact: exact(recorded),
    exactDecimals: recorded.split('.')[1]?.length ?? 0,
    exactAt: span('release.yaml', 100 + index),
    print: exact(print),
    printAt: span('release.yaml', 100 + index),
    why: 'so printed',
    at: span('release.yaml', 100 + index),
  };
}

function relation(text: string, index: number): Relation {
  const [check = '', name = '', left = '', right = ''] = text.split(' | ');
  return { check: check as Relation['check'], name, left: formula(left), right: formula(right), at: span('issuer.yaml', 100 + index) };
}

function waiver(text: string, index: number): Waiver {
  const [check = '', name = '', period = '', difference = ''] = text.split(' | ');
  return { check, relation: name, period, difference: exact(difference), why: 'known', at: span('release.yaml', 200 + index) };
}
