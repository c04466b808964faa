// Turn the figures of a workbook and those of a release into what would change in which data file, what is the same, and what neither gives.

import { factKey } from '../figures/fact-key.ts';
import { cellPeriod } from '../figures/matrix-cells.ts';
import { inBaseUnits, inPrintedUnits, lastDigit, typedDecimals } from '../figures/scale.ts';
import { mannerLike, mannerOf, typedText } from '../figures/typed-manner.ts';
import type { Exact } from '../model/exact.ts';
import type { FactKey, Financials } from '../model/financials.ts';
import { forFirst } from '../model/language.ts';
import type { Concept, Period, Release, ReportedFact } from '../model/release.ts';
import type { Span } from '../model/span.ts';
import type { ColumnSpec, RowSpec } from '../model/statement-spec.ts';
import { isFault, parseOpenFigure } from '../validate/parse-typed.ts';
import type { HiddenDigits, ImportedFigure } from './sum-figures.ts';

/** A figure that a data file has otherwise, or not at all. */
export interface FigureChange {
  readonly fact: FactKey;
  /** As it is typed; undefined for one that is not. */
  readonly old: string | undefined;
  /** As it would be typed. */
  readonly now: string;
  /** Cells that it comes from. */
  readonly cells: readonly string[];
  /** Of these, cells that show another figure than they hold. */
  readonly hidden: readonly HiddenDigits[];
  /** Where it is typed, or the file in which it would be. */
  readonly at: Span | undefined;
  /** The edit of the file. */
  readonly edit: FileEdit;
  /** What it would be in the release. */
  readonly reported: ReportedFact;
}

/** A value of a data file, by its place, or by its key and the keys that it stands after. */
export type FileEdit =
  | { readonly file: string; readonly at: Span; readonly value: string }
  | { readonly file: string; readonly path: readonly string[]; readonly after: readonly string[]; readonly value: string };

/** A figure that a release computes, and a workbook has otherwise. */
export interface ComputedDifference {
  readonly fact: FactKey;
  /** In the scale of the concept. */
  readonly workbook: string;
  /** What the release would come to with the figures of the workbook. */
  readonly release: string;
  readonly cells: readonly string[];
}

/** A figure that is typed, or would have to be, and that the workbook does not give. */
export interface MissingFigure {
  readonly fact: FactKey;
  /** As it is typed; undefined for one that is not. */
  readonly typed: string | undefined;
}

export interface ComparedFigures {
  readonly changes: readonly FigureChange[];
  /** Figures that stand in the data files already. */
  readonly same: number;
  /** Figures that the release computes. */
  readonly computed: readonly ImportedFigure[];
  readonly missing: readonly MissingFigure[];
}

/** `files` are those of the periods by their ids. */
export function compareFigures(
  figures: readonly ImportedFigure[],
  release: Release,
  financials: Financials | undefined,
  files: ReadonlyMap<string, { readonly file: string }>,
): ComparedFigures {
  const order = [...release.concepts.keys()];
  const placeOf = new Map(order.map((id, index) => [id, index]));
  const sorted = [...figures].sort((a, b) => (placeOf.get(a.concept) ?? 0) - (placeOf.get(b.concept) ?? 0));
  const changes: FigureChange[] = [];
  const computed: ImportedFigure[] = [];
  let same = 0;
  for (const figure of sorted) {
    const { concept: id, period: periodId, cells } = figure;
    const [concept, period, file] = [release.concepts.get(id), release.periods.get(periodId), files.get(periodId)?.file];
    if (!concept || !period || file === undefined) throw new Error(`compare-figures: ${factKey(id, periodId)} is no figure of the project`);
    const typed = typedFigure(period, concept);
    const fact = factKey(id, periodId);
    if (!typed && isComputed(fact, concept, release, financials)) {
      computed.push(figure);
      continue;
    }
    const value = inBaseUnits(figure.value, concept.unit, concept.scale);
    const controlled =
      typed?.control &&
      figure.open === undefined &&
      !isOpen(typed) &&
      holdsControl(figure.value, typed.text, inPrintedUnits(typed.value, concept.unit, concept.scale));
    const isTyped = typed && (isOpen(typed) || figure.open !== undefined ? typed.text === figure.open : isSame(typed, figure, value));
    // A workbook that was exported holds what a split of shares made of the figure.
    const shown = financials?.facts.get(fact);
    const isRestated = shown?.restated !== undefined && shown.value.equals(value);
    if (controlled || isTyped || isRestated) {
      same++;
      continue;
    }
    const texts = neighbours(period, concept, release);
    const negative = forFirst(release.issuer.negative, release.languages);
    const manner = typed ? mannerLike(typed.text, texts, negative) : mannerOf(texts, concept.decimals, negative);
    const now = figure.open ?? typedText({ value: figure.value, nil: figure.nil, percent: concept.unit === 'ratio' }, manner);
    const edit: FileEdit = typed
      ? { file: typed.at.file, at: typed.at, value: now }
      : { file, path: ['facts', id], after: order.slice(0, placeOf.get(id)), value: now };
    const open = figure.open === undefined ? {} : openParts(figure.open, concept);
    const reported = { concept: id, value, nil: figure.nil, ...open, text: now, at: typed?.at ?? { file, line: 1, column: 1, length: 1 } };
    changes.push({ fact, old: typed?.text, now, cells, hidden: figure.hidden, at: typed?.at, edit, reported });
  }
  return { changes, same, computed, missing: missingFigures(figures, release, financials) };
}

const isOpen = ({ undecided, upper }: Pick<ReportedFact, 'undecided' | 'upper'>): boolean => undecided !== undefined || upper !== undefined;

const isSame = (typed: Pick<ReportedFact, 'nil' | 'value'>, { nil }: ImportedFigure, value: Exact): boolean =>
  typed.nil === nil && typed.value.equals(value);

/** That it is undecided, or the high end of its range in base units. */
function openParts(open: string, { unit, scale }: Concept): Pick<ReportedFact, 'undecided' | 'upper'> {
  const figure = parseOpenFigure(open);
  if (isFault(figure)) throw new Error(`compare-figures: ${open} was read as a figure that is open`);
  return { ...(figure.undecided && { undecided: true as const }), ...(figure.upper && { upper: inBaseUnits(figure.upper, unit, scale) }) };
}

/** Fact or control, in base units. */
function typedFigure(
  period: Period,
  concept: Concept,
): (Pick<ReportedFact, 'value' | 'nil' | 'undecided' | 'upper' | 'text' | 'at'> & { readonly control?: true }) | undefined {
  const fact = period.facts.get(concept.id);
  if (fact) return fact;
  const control = period.controls.find((each) => each.concept === concept.id && each.measure === 'amount');
  if (!control) return undefined;
  const { text, at, undecided, upper } = control;
  const open = { ...(undecided && { undecided }), ...(upper && { upper: inBaseUnits(upper, concept.unit, concept.scale) }) };
  return { value: inBaseUnits(control.value, concept.unit, concept.scale), nil: text === '-', ...open, text, at, control: true };
}

/** A control says a computed figure at so many decimals, rounded or cut off. */
function holdsControl(figure: Exact, text: string, control: Exact): boolean {
  const decimals = typedDecimals(text);
  return figure.round(decimals).equals(control) || figure.truncate(decimals).equals(control);
}

function isComputed(fact: FactKey, concept: Concept, release: Release, financials: Financials | undefined): boolean {
  if (financials?.facts.get(fact)?.origin === 'computed' || concept.formula) return true;
  return [...release.statements.values(), ...release.unprinted.values()].some(({ rows }) =>
    rows.some((row) => row.concept === concept.id && row.of !== undefined),
  );
}

/** Texts of the same period, those of the same unit first. */
function neighbours(period: Period, { unit }: Concept, { concepts }: Release): readonly string[] {
  const facts = [...period.facts.values()];
  const alike = facts.filter(({ concept }) => concepts.get(concept)?.unit === unit);
  return [...alike, ...facts.filter((fact) => !alike.includes(fact))].map(({ text }) => text);
}

/** Whether an amount of this period stands in the cell; some cells of a row hold words. */
function prints(row: RowSpec, column: ColumnSpec, period: string, { periods }: Release): boolean {
  if (column.measure !== 'amount' || column.only !== undefined || row.cells?.get(column.id)?.words) return false;
  return cellPeriod(row, column, periods) === period;
}

/** Of the periods that the workbook gives figures of: those that are typed, and those that statements of the release print and nothing computes. */
function missingFigures(
  figures: readonly ImportedFigure[],
  release: Release,
  financials: Financials | undefined,
): readonly MissingFigure[] {
  const given = new Set(figures.map(({ concept, period }) => factKey(concept, period)));
  // Of a concept with members, a matrix prints those.
  const ofMembers = new Set([...release.concepts.values()].flatMap(({ member }) => (member ? [member.concept] : [])));
  return [...new Set(figures.map(({ period }) => period))].flatMap((id) => {
    const period = release.periods.get(id);
    const printed = [...release.statements.values()].flatMap(({ rows, columns }) =>
      rows.flatMap((row) => (row.concept !== undefined && columns.some((column) => prints(row, column, id, release)) ? [row.concept] : [])),
    );
    const wanted = [...release.concepts.values()].filter(
      (concept) =>
        period?.facts.has(concept.id) ||
        (printed.includes(concept.id) && !ofMembers.has(concept.id) && !isComputed(factKey(concept.id, id), concept, release, financials)),
    );
    return wanted
      .map(({ id: concept }) => ({ fact: factKey(concept, id), typed: period?.facts.get(concept)?.text }))
      .filter(({ fact }) => !given.has(fact));
  });
}

/** Totals of the workbook that are others than those which the release comes to, by a unit of the last digit or more. */
export function computedDifferences(
  computed: readonly ImportedFigure[],
  release: Release,
  financials: Financials | undefined,
): readonly ComputedDifference[] {
  const negative = forFirst(release.issuer.negative, release.languages);
  return computed.flatMap(({ concept: id, period, value, nil, open, cells }): readonly ComputedDifference[] => {
    const fact = financials?.facts.get(factKey(id, period));
    const concept = release.concepts.get(id);
    // What is undecided, or has two ends, is no figure that another could miss.
    if (!fact || !concept || open !== undefined || isOpen(fact)) return [];
    const own = inPrintedUnits(fact.value, concept.unit, concept.scale);
    if (own.sub(value).abs().compare(lastDigit(concept.decimals)) < 0) return [];
    const written = (amount: Exact, isNil: boolean) =>
      typedText({ value: amount, nil: isNil, percent: concept.unit === 'ratio' }, mannerOf([], concept.decimals, negative));
    return [{ fact: fact.key, workbook: written(value, nil), release: written(own.round(Math.max(concept.decimals, 4)), fact.nil), cells }];
  });
}
