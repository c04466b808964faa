// Turn a release as it stands and as supposed into everything that differs: cells, sentences, overrides, relations, pages.
import { type OpenValue, sameOpen } from '../figures/ends.ts';
import type { Document, Figure } from '../model/document.ts';
import type { Exact } from '../model/exact.ts';
import type { Fact, FactKey, Financials } from '../model/financials.ts';
import type { Finding } from '../model/finding.ts';
import type { Layout } from '../model/page.ts';
import type { Span } from '../model/span.ts';
import { type ControlState, controlStates, type Explained, type RelationState, relationStates, statedOn } from './explain-fact.ts';
import { type FigureChange, figureChanges } from './figure-changes.ts';
import { type SentenceChange, sentenceChanges } from './sentence-changes.ts';
import type { SupposedValue, Supposition } from './supposed-values.ts';

export interface Impact {
  /** In the order in which they were given. */
  readonly supposed: readonly SupposedValue[];
  /** Facts whose value changes, the supposed ones first. */
  readonly facts: readonly FactChange[];
  /** Cells of tables: amounts and changes, percentages and dollars; prose after them. */
  readonly amounts: readonly FigureChange[];
  readonly changes: readonly FigureChange[];
  readonly percentages: readonly FigureChange[];
  readonly dollars: readonly FigureChange[];
  readonly prose: readonly FigureChange[];
  readonly sentences: readonly SentenceChange[];
  /** Overrides and waivers that lapse or are not needed any more. */
  readonly lapses: readonly Finding[];
  /** Relations and controls that hold now and would not, and the other way round. */
  readonly breaks: readonly RelationState[];
  readonly mends: readonly RelationState[];
  readonly controls: readonly ControlState[];
  /** Stated facts that rest on what changes. */
  readonly confirm: readonly FactKey[];
  /** Everything else that the stages would say and do not say now. */
  readonly findings: readonly Finding[];
  /** What is wrong now and would stay so, with the figures that it would have. */
  readonly stays: {
    readonly relations: readonly RelationState[];
    readonly controls: readonly ControlState[];
    /** Everything else. */
    readonly findings: readonly Finding[];
  };
  /** What the stages say now and would not say any more, but for relations and controls. */
  readonly settled: readonly Finding[];
  readonly pages: { readonly before: number; readonly after: number };
}

/** A fact with another value; undefined on the side where it cannot be computed. */
export interface FactChange {
  readonly fact: FactKey;
  /** In base units. */
  readonly before?: Exact;
  readonly after?: Exact;
  /** Where either is undecided or a range: all of both, in base units; the values beside it are low ends, or say nothing. */
  readonly open?: { readonly before?: OpenValue; readonly after?: OpenValue };
}

const lapseCodes: readonly Finding['code'][] = ['derive/override-lapsed', 'derive/override-idle', 'check/waiver'];

/** What the stages make of the release with the supposed value; no document where its layout cannot be read. */
export interface SupposedResults {
  readonly financials: Financials;
  readonly document: Document | undefined;
  readonly layout: Layout | undefined;
  readonly findings: readonly Finding[];
}

export function impactOfValues(
  { values, release }: Supposition,
  before: Explained & { readonly findings: readonly Finding[] },
  after: SupposedResults,
): Impact {
  const { financials } = after;
  const figures = figureChanges(before, after.document && { release, financials, document: after.document, layout: after.layout });
  const cells = (measure: Figure['measure']) => figures.filter((change) => change.measure === measure && 'statement' in change.where);
  const order = new Map(values.map(({ fact }, index) => [fact, index]));
  const facts = factChanges(before.financials, financials).toSorted(
    (a, b) => (order.get(a.fact) ?? values.length) - (order.get(b.fact) ?? values.length),
  );
  const [known, found] = [before.findings, after.findings].map((findings) => new Set(findings.map(identity))) as [Set<string>, Set<string>];
  const fresh = after.findings.filter((finding) => !known.has(identity(finding)));
  const lapses = fresh.filter(({ code }) => lapseCodes.includes(code));
  const relations = turned(
    relationStates(before.release, before.financials),
    relationStates(release, financials),
    ({ at, period }) => `${placeOf(at)} ${period}`,
  );
  const controls = turned(controlStates(before.release, before.financials), controlStates(release, financials), ({ at }) => placeOf(at));
  const breaks = relations.other.filter(({ holds }) => !holds);
  const unsettled = relations.same.filter(({ holds, waived }) => !holds && !waived);
  const held = new Set<string>([...[...breaks, ...unsettled].map(({ check }) => `check/${check}`), 'check/control']);
  const besides = (findings: readonly Finding[]) => findings.filter((finding) => !lapses.includes(finding) && !held.has(finding.code));
  return {
    supposed: values,
    facts,
    amounts: cells('amount'),
    changes: [...cells('change'), ...cells('difference')],
    percentages: cells('percent-of'),
    dollars: cells('translated'),
    prose: figures.filter(({ where }) => 'section' in where),
    sentences: after.document ? sentenceChanges(before.document, after.document) : [],
    lapses,
    breaks: breaks.map(bare),
    mends: relations.other.filter(({ holds }) => holds).map(bare),
    controls: controls.other,
    confirm: statedOn(new Set(facts.map(({ fact }) => fact)), release),
    findings: besides(fresh),
    stays: {
      relations: unsettled.map(bare),
      controls: controls.same.filter(({ holds }) => !holds),
      findings: besides(after.findings.filter((finding) => known.has(identity(finding)))),
    },
    settled: settledBy(before.findings, found, [...relations.other, ...unsettled]),
    pages: { before: before.layout?.pages.length ?? 0, after: after.layout?.pages.length ?? 0 },
  };
}

/** A nil that becomes a zero prints something else too. */
function factChanges(before: Financials, after: Financials): readonly FactChange[] {
  return [...new Set([...before.facts.keys(), ...after.facts.keys()])].flatMap((key) => {
    const [then, now] = [before.facts.get(key), after.facts.get(key)];
    if (then && now && sameOpen(then, now) && then.nil === now.nil) return [];
    const open = [then, now].some((fact) => fact?.undecided || fact?.upper);
    return [
      {
        fact: key,
        ...(then && { before: then.value }),
        ...(now && { after: now.value }),
        ...(open && { open: { ...(then && { before: openValue(then) }), ...(now && { after: openValue(now) }) } }),
      },
    ];
  });
}

function openValue({ value, upper, undecided }: Fact): OpenValue {
  return { value, ...(upper && { upper }), ...(undecided && { undecided }) };
}

const bare = ({ inputs: _inputs, ...state }: RelationState & { readonly inputs: readonly FactKey[] }): RelationState => state;

/** Relations that hold again or stay broken, and controls, are told as such. */
function settledBy(before: readonly Finding[], found: ReadonlySet<string>, relations: readonly RelationState[]): readonly Finding[] {
  const told = new Set<string>([...relations.map(({ check }) => `check/${check}`), 'check/control']);
  return before.filter((finding) => !found.has(identity(finding)) && !told.has(finding.code));
}

const placeOf = ({ file, line, column }: Span): string => `${file}:${line}:${column}`;

const identity = (finding: Finding): string => `${finding.code} ${finding.message}`;

/** States of now, apart by whether their verdict is another than before. */
function turned<T extends { readonly holds: boolean }>(
  before: readonly T[],
  after: readonly T[],
  name: (state: T) => string,
): { readonly other: readonly T[]; readonly same: readonly T[] } {
  const verdicts = new Map(before.map((state) => [name(state), state.holds]));
  const isOther = (state: T) => (verdicts.get(name(state)) ?? state.holds) !== state.holds;
  return { other: after.filter(isOther), same: after.filter((state) => !isOther(state)) };
}
