// Turn a release as it stands and as supposed into everything that differs: cells, sentences, overrides, relations, pages.
import { splitSentences } from '../language/text-pieces.ts';
import type { Document, Figure } from '../model/document.ts';
import { documentTexts } from '../model/document-texts.ts';
import type { Exact } from '../model/exact.ts';
import type { FactKey, Financials } from '../model/financials.ts';
import type { Finding } from '../model/finding.ts';
import type { Lang } from '../model/language.ts';
import type { Layout } from '../model/page.ts';
import {
  type ControlState,
  controlStates,
  type Explained,
  type PrintedPlace,
  placing,
  type RelationState,
  relationStates,
  statedOn,
} from './explain-fact.ts';
import type { Supposed } from './named-figure.ts';
import { masked, sentenceText, type WordChange, wordChanges } from './word-changes.ts';

/** One figure that would print another text. */
export interface FigureChange extends Omit<PrintedPlace, 'text' | 'printed' | 'exact' | 'why' | 'lang'> {
  /** Languages that print it; a cell stands in both tables. */
  readonly langs: readonly Lang[];
  readonly before: string;
  /** Undefined when the sentence would be refused instead. */
  readonly after?: string;
}

/** One sentence whose words, not only figures, would change. */
export interface SentenceChange {
  readonly lang: Lang;
  readonly block: string;
  readonly before: string;
  readonly after: string;
  readonly words: readonly WordChange[];
}

export interface Impact {
  readonly fact: FactKey;
  readonly typed: string;
  readonly supposed: string;
  /** Facts whose value changes, the supposed one first. */
  readonly facts: readonly { readonly fact: FactKey; readonly before: Exact; readonly after: Exact }[];
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
  readonly pages: { readonly before: number; readonly after: number };
}

const lapseCodes: readonly Finding['code'][] = ['derive/override-lapsed', 'derive/override-idle', 'check/waiver'];

/** What the stages make of the release with the supposed value; no document where its layout cannot be read. */
export interface SupposedResults {
  readonly financials: Financials;
  readonly document: Document | undefined;
  readonly layout: Layout | undefined;
  readonly findings: readonly Finding[];
}

export function impactOfValue(
  supposed: Supposed,
  before: Explained & { readonly findings: readonly Finding[] },
  after: SupposedResults,
): Impact {
  const { release } = supposed;
  const { financials } = after;
  const figures = figureChanges(before, after.document);
  const cells = (measure: Figure['measure']) => figures.filter((change) => change.measure === measure && 'statement' in change.where);
  const changed = [...before.financials.facts.values()].flatMap((fact) => {
    const now = financials.facts.get(fact.key);
    return now && !now.value.equals(fact.value) ? [{ fact: fact.key, before: fact.value, after: now.value }] : [];
  });
  const known = new Set(before.findings.map(identity));
  const fresh = after.findings.filter((finding) => !known.has(identity(finding)));
  const lapses = fresh.filter(({ code }) => lapseCodes.includes(code));
  const pairs = turned(
    relationStates(before.release, before.financials),
    relationStates(release, financials),
    (state) => `${state.relation} ${state.period}`,
  );
  const breaks = pairs.filter(({ holds }) => !holds);
  const broken = new Set<string>([...breaks.map(({ check }) => `check/${check}`), 'check/control']);
  return {
    fact: supposed.fact.key,
    typed: supposed.typed,
    supposed: supposed.text,
    facts: [...changed].sort((a, b) => Number(b.fact === supposed.fact.key) - Number(a.fact === supposed.fact.key)),
    amounts: cells('amount'),
    changes: cells('change'),
    percentages: cells('percent-of'),
    dollars: cells('translated'),
    prose: figures.filter(({ where }) => 'section' in where),
    sentences: after.document ? sentenceChanges(before.document, after.document) : [],
    lapses,
    breaks: breaks.map(({ inputs, ...state }) => state),
    mends: pairs.filter(({ holds }) => holds).map(({ inputs, ...state }) => state),
    controls: turned(
      controlStates(before.release, before.financials),
      controlStates(release, financials),
      ({ fact, measure }) => `${fact} ${measure}`,
    ),
    confirm: statedOn(new Set(changed.map(({ fact }) => fact)), release),
    findings: fresh.filter((finding) => !lapses.includes(finding) && !broken.has(finding.code)),
    pages: { before: before.layout?.pages.length ?? 0, after: after.layout?.pages.length ?? 0 },
  };
}

const identity = (finding: Finding): string => `${finding.code} ${finding.message}`;

/** States of now whose verdict was another before. */
function turned<T extends { readonly holds: boolean }>(
  before: readonly T[],
  after: readonly T[],
  name: (state: T) => string,
): readonly T[] {
  const verdicts = new Map(before.map((state) => [name(state), state.holds]));
  return after.filter((state) => (verdicts.get(name(state)) ?? state.holds) !== state.holds);
}

/** Figures are matched by the place in their source, not by number: a refused one would shift all after it. */
function figureChanges(before: Explained, after: Document | undefined): readonly FigureChange[] {
  const now = new Map(named(after?.figures ?? []));
  const place = placing(before);
  const found = new Map<string, FigureChange>();
  for (const [name, figure] of named(before.document.figures)) {
    const text = now.get(name)?.text;
    if (text === figure.text) continue;
    const { text: _, printed, exact, why, lang, ...rest } = place(figure);
    const merged = figure.place.kind === 'cell' ? `${JSON.stringify(figure.place)} ${figure.text} ${text ?? ''}` : name;
    const twin = found.get(merged);
    if (twin) found.set(merged, { ...twin, langs: [...twin.langs, lang], pages: [...twin.pages, ...rest.pages] });
    else found.set(merged, { ...rest, langs: [lang], before: figure.text, ...(text === undefined ? {} : { after: text }) });
  }
  return [...found.values()];
}

/** A name for each figure that does not depend on any value: its language, its place, and which of those it is. */
function named(figures: readonly Figure[]): readonly (readonly [string, Figure])[] {
  const seen = new Map<string, number>();
  return figures.map((figure) => {
    const { lang, place, at } = figure;
    const name = `${lang} ${JSON.stringify(place)} ${at.file}:${at.line}:${at.column}`;
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return [`${name} ${count}`, figure] as const;
  });
}

function sentenceChanges(before: Document, after: Document): readonly SentenceChange[] {
  const now = new Map(documentTexts(after).map((text) => [text.id, text]));
  return documentTexts(before).flatMap(({ id, lang, inlines }) => {
    const other = now.get(id);
    if (!other || masked(inlines) === masked(other.inlines)) return [];
    const [old, supposed] = [splitSentences(inlines, lang), splitSentences(other.inlines, lang)];
    // Sentences that cannot be paired are shown as the whole text.
    const pairs =
      old.length === supposed.length
        ? old.map((sentence, index) => [sentence, supposed[index] ?? []] as const)
        : [[inlines, other.inlines] as const];
    return pairs
      .filter(([a, b]) => masked(a) !== masked(b))
      .map(([a, b]) => ({
        lang,
        block: id,
        before: sentenceText(a).trim(),
        after: sentenceText(b).trim(),
        words: wordChanges(masked(a), masked(b), lang),
      }));
  });
}
