// Turn a fact into all that is known of it: where it comes from, where it is printed, what is made against it, what it is tied to.
import { controlledFigure, holdsControl } from '../check/figures/controls.ts';
import { tryRelations } from '../check/figures/try-relations.ts';
import { isWaived } from '../check/waivers.ts';
import { factKey, parseFactReference, releasePeriod } from '../figures/fact-key.ts';
import { figureReason } from '../figures/figure-reason.ts';
import { presentedOtherwise } from '../figures/presented-otherwise.ts';
import { beforeSplits } from '../figures/splits.ts';
import type { Document, Figure } from '../model/document.ts';
import type { Exact } from '../model/exact.ts';
import { expressionText } from '../model/expression.ts';
import type { Fact, FactKey, Financials, Treatment } from '../model/financials.ts';
import { type Lang, type PerLang, perLang } from '../model/language.ts';
import { figurePages, type Layout } from '../model/page.ts';
import { plainLabel } from '../model/plain-label.ts';
import type { Control, Release, ReportedFact } from '../model/release.ts';
import type { Span } from '../model/span.ts';
import type { Unit } from '../model/unit.ts';
import { type CellName, cellNames } from './printed-cells.ts';

/** A fact with all that it was made of. */
export interface Origin {
  readonly fact: FactKey;
  readonly origin: Fact['origin'];
  readonly unit: Unit;
  /** In base units. */
  readonly value: Exact;
  /** High end of a range, likewise; `value` is its low end. */
  readonly upper?: Exact;
  /** There is no value yet: `value` says nothing. */
  readonly undecided?: true;
  /** Restated for a split of shares: new shares for one old one, what it was before, in base units, and where the split is typed. */
  readonly restated?: { readonly ratio: Exact; readonly before: Exact; readonly at: Span };
  /** What the release of its period printed, in base units, where it is presented otherwise since; why, and where that is typed. */
  readonly released?: { readonly value: Exact; readonly because: string; readonly at: Span };
  /** There is no total of amounts before and after a split: where that is typed. */
  readonly split?: Span;
  /** As typed, for figures that a person typed. */
  readonly typed?: string;
  /** Formula, for computed ones. */
  readonly formula?: string;
  /** Where a stated figure was taken from, and the facts that it rests on. */
  readonly source?: string;
  readonly restsOn?: readonly string[];
  readonly at: Span;
  readonly inputs: readonly Origin[];
}

/** One place where a figure is printed. */
export interface PrintedPlace {
  /** Index in the document's figures. */
  readonly figure: number;
  readonly fact: FactKey;
  readonly measure: Figure['measure'];
  readonly against?: FactKey;
  readonly lang: Lang;
  /** Physical pages, from 1. */
  readonly pages: readonly number[];
  readonly text: string;
  /** A cell by the words that it stands under and beside, as they are printed in its language. */
  readonly where: ({ readonly statement: string } & CellName) | { readonly section: string };
  readonly at: Span;
  readonly exact: Exact;
  readonly printed: string;
  readonly treatment: Treatment;
  /** Why it is not plain rounding. */
  readonly why?: string;
}

/** A relation that the fact takes part in, itself or through a figure computed from it. */
export interface RelationState {
  readonly relation: string;
  readonly check: string;
  readonly period: string;
  readonly left: { readonly text: string; readonly value: Exact };
  readonly right: { readonly text: string; readonly value: Exact };
  readonly difference: Exact;
  readonly tolerance: Exact;
  readonly holds: boolean;
  readonly waived: boolean;
  readonly at: Span;
}

/** A control that holds the fact, or a figure computed from it. */
export interface ControlState {
  readonly fact: FactKey;
  readonly measure: Control['measure'];
  /** As typed. */
  readonly control: string;
  /** What the figure comes to in the control's units; undefined when there is none. */
  readonly actual?: Exact;
  readonly holds: boolean;
  readonly at: Span;
}

export interface Explanation {
  readonly fact: FactKey;
  readonly labels: PerLang<string>;
  readonly origin: Origin;
  /** Every place that prints this fact: its amount, its dollars, its share of another, its change. */
  readonly printed: readonly PrintedPlace[];
  /** Every place that prints another fact as a share of this one, or as compared with it. */
  readonly madeAgainst: readonly PrintedPlace[];
  /** Facts whose formula names it. */
  readonly usedBy: readonly FactKey[];
  /** Stated facts that rest on it, to be confirmed when it changes. */
  readonly restedOnBy: readonly FactKey[];
  readonly relations: readonly RelationState[];
  readonly controls: readonly ControlState[];
}

/** What the stages made of the release. */
export interface Explained {
  readonly release: Release;
  readonly financials: Financials;
  readonly document: Document;
  readonly layout: Layout | undefined;
}

export function explainFact(fact: Fact, composed: Explained): Explanation {
  const { release, financials, document } = composed;
  const labels = release.concepts.get(fact.concept)?.labels;
  const made = document.figures.filter((figure) => figure.against === fact.key && figure.fact !== fact.key);
  const touched = dependents(fact.key, financials);
  const place = placing(composed);
  return {
    fact: fact.key,
    labels: perLang(release.languages, (lang) => plainLabel(labels?.[lang]?.value)),
    origin: originOf(fact, release, financials),
    printed: document.figures.filter((figure) => figure.fact === fact.key).map(place),
    madeAgainst: made.map(place),
    usedBy: [...financials.facts.values()].filter((other) => other.inputs.includes(fact.key)).map((other) => other.key),
    restedOnBy: statedOn(new Set([fact.key]), release),
    relations: relationStates(release, financials)
      .filter(({ inputs }) => inputs.some((key) => touched.has(key)))
      .map(({ inputs, ...state }) => state),
    controls: controlStates(release, financials).filter((state) => touched.has(state.fact)),
  };
}

function originOf(fact: Fact, release: Release, financials: Financials): Origin {
  const reported = reportedFact(fact, release);
  const was = presentedOtherwise(fact, release);
  return {
    fact: fact.key,
    origin: fact.origin,
    unit: fact.unit,
    value: fact.value,
    ...(fact.upper && { upper: fact.upper }),
    ...(fact.undecided && { undecided: true as const }),
    ...(fact.restated && { restated: { ratio: fact.restated.ratio, before: beforeSplits(fact.value, fact), at: fact.restated.at } }),
    ...(was && { released: { value: was.value, because: was.because, at: was.at } }),
    ...(fact.split && { split: fact.split }),
    ...(fact.origin === 'computed' ? { formula: fact.formula } : reported && { typed: reported.text }),
    ...(reported?.source === undefined ? {} : { source: reported.source }),
    ...(reported?.restsOn === undefined ? {} : { restsOn: reported.restsOn }),
    at: fact.at,
    inputs: fact.inputs.flatMap((key) => {
      const input = financials.facts.get(key);
      return input && key !== fact.key ? [originOf(input, release, financials)] : [];
    }),
  };
}

/** The figure as typed; undefined for computed facts. */
export function reportedFact(fact: Fact, release: Release): ReportedFact | undefined {
  if (fact.origin === 'computed') return undefined;
  return (release.periods.get(fact.period)?.facts ?? release.spec.stated).get(fact.concept);
}

/** Writes a figure of the document as a place. */
export function placing({ financials, document, layout }: Explained): (figure: Figure) => PrintedPlace {
  const cells = cellNames(document);
  const pages = layout ? figurePages(layout) : new Map<number, readonly number[]>();
  return (figure) => {
    const { id, fact, measure, against, lang, text, place, at, exact, printed, decimals, treatment } = figure;
    const why = figureReason(figure, financials);
    return {
      figure: id,
      fact,
      measure,
      ...(against === undefined ? {} : { against }),
      lang,
      pages: pages.get(id) ?? [],
      text,
      where:
        place.kind === 'prose'
          ? { section: place.section }
          : { statement: place.statement, ...(cells.get(id) ?? { row: '', column: place.column }) },
      at,
      exact,
      printed: printed.toFixed(decimals),
      treatment,
      ...(why === undefined ? {} : { why }),
    };
  };
}

/** Labels without their markup and break points. */

/** The fact and everything computed from it, however far. */
function dependents(key: FactKey, financials: Financials): ReadonlySet<FactKey> {
  const found = new Set([key]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const fact of financials.facts.values()) if (fact.inputs.some((input) => found.has(input))) found.add(fact.key);
  }
  return found;
}

/** Every relation at every period, with the facts that its sides name. */
export function relationStates(
  release: Release,
  financials: Financials,
): readonly (RelationState & { readonly inputs: readonly FactKey[] })[] {
  return tryRelations(release, financials).map((trial) => {
    const { relation, period, left, right, difference, tolerance, holds } = trial;
    return {
      relation: relation.name,
      check: relation.check,
      period: period.id,
      left: { text: expressionText(relation.left), value: left.value },
      right: { text: expressionText(relation.right), value: right.value },
      difference,
      tolerance,
      holds,
      waived: isWaived(trial, release),
      at: relation.at,
      inputs: [...left.inputs, ...right.inputs],
    };
  });
}

export function controlStates(release: Release, financials: Financials): readonly ControlState[] {
  return [...release.periods.values()].flatMap((period) =>
    period.controls.map((control) => {
      const actual = controlledFigure(control, release, financials);
      const { measure, text, at } = control;
      const fact = factKey(control.concept, control.period);
      return { fact, measure, control: text, ...(actual ? { actual } : {}), holds: holdsControl(control, release, financials), at };
    }),
  );
}

/** Stated facts that say that they rest on one of these. */
export function statedOn(keys: ReadonlySet<FactKey>, release: Release): readonly FactKey[] {
  const current = release.spec.periods.get('current')?.value ?? '';
  const rests = (stated: ReportedFact, period: string) =>
    (stated.restsOn ?? []).map(parseFactReference).some(({ concept, period: at = period }) => keys.has(factKey(concept, at)));
  return [
    ...[...release.periods.values()].flatMap((period) =>
      [...period.facts.values()].filter((stated) => rests(stated, period.id)).map((stated) => factKey(stated.concept, period.id)),
    ),
    ...[...release.spec.stated.values()].filter((stated) => rests(stated, current)).map((stated) => factKey(stated.concept, releasePeriod)),
  ];
}
