// Turn what a sentence asks for into the figure that it prints: as a statement prints it, as an override says, or rounded as the issuer rounds.
import type { Figure } from '../model/document.ts';
import type { Exact } from '../model/exact.ts';
import type { FactKey, Financials, Treatment } from '../model/financials.ts';
import type { Override, Release } from '../model/release.ts';
import type { Scale } from '../model/unit.ts';
import { changeWords } from './change-words.ts';
import { factsOfOverride } from './compared-fact.ts';
import { type FactQuestion, measureFacts, type NoFigure } from './measure-figure.ts';
import { factSign, findCell, indexCells } from './printed-cells.ts';
import { plainRounding, regimeOf } from './rounding.ts';
import { inBaseUnits, inPrintedUnits } from './scale.ts';

/** What a sentence asks for. */
export interface ProseQuestion extends Omit<FactQuestion, 'scale'> {
  readonly decimals: number;
  /** What amounts and dollars are written in; percentages and multiples have none. */
  readonly scale?: Scale;
  /** The statement whose figure is wanted; undefined for any. */
  readonly statement?: string;
}

/** A figure of a sentence before it is put into words. */
export interface ProseFigure {
  readonly fact: FactKey;
  readonly measure: Figure['measure'];
  /** The base, or the compared fact. */
  readonly against?: FactKey;
  /** In printed units, with the sign of the fact. */
  readonly exact: Exact;
  /** What is printed, likewise, whatever the sentence makes of its sign. */
  readonly printed: Exact;
  readonly decimals: number;
  readonly treatment: Treatment;
  /** The override that it is printed by, with its reason. */
  readonly override?: Override;
  /** What the statement that prints this change has instead of a number: the number stands nowhere, and no sentence may print it. */
  readonly statementWords?: string;
  /** What a table would have instead of this change by the issuer's policy; a sentence may still print the number. */
  readonly tableWords?: string;
}

export type ProseAnswer = { readonly kind: 'figure'; readonly figure: ProseFigure } | NoFigure;

/** Answers what the sentences of one release ask. */
export type AskFigure = (question: ProseQuestion) => ProseAnswer;

/** `financials` as derive made them: a figure that a statement prints is repeated, its plugs and overrides included. */
export function proseFigures(release: Release, financials: Financials): AskFigure {
  const cells = indexCells(financials);
  return (question) => {
    const { fact, measure, against, decimals, scale, statement } = question;
    const measured = measureFacts({ ...question, scale: scale ?? 'one' }, release);
    if (measured.kind !== 'exact') return measured;
    const { exact } = measured;
    const words = measure === 'change' && against ? changeWords(exact, fact.value, against.value, release.issuer.change) : undefined;
    const asked = { fact: fact.key, measure, decimals, ...(against ? { against: against.key } : {}) };
    const figure = { ...asked, exact, ...(words === undefined ? {} : { tableWords: words }) };

    const overridden = proseOverride(question, financials);
    if (overridden) return { kind: 'figure', figure: { ...figure, ...overridden, treatment: 'override' } };

    const found = findCell(cells, { ...asked, scale, statement });
    if (!found) {
      const printed = plainRounding(exact, decimals, regimeOf({ measure, regime: release.issuer.regime }));
      return { kind: 'figure', figure: { ...figure, printed, treatment: 'plain' } };
    }
    const { cell } = found;
    const repeated = {
      printed: factSign(found, cell.printed),
      treatment: cell.treatment,
      ...(cell.override ? { override: cell.override } : {}),
      ...(cell.text === undefined ? {} : { statementWords: cell.text }),
    };
    return { kind: 'figure', figure: { ...figure, ...repeated } };
  };
}

/** The override of a figure that only prose prints, in the sentence's scale, if it can be printed there with these decimals. */
function proseOverride(question: ProseQuestion, financials: Financials): { override: Override; printed: Exact } | undefined {
  const { fact, measure, against, decimals, scale } = question;
  for (const override of financials.proseOverrides) {
    const named = factsOfOverride(override, financials.facts);
    if (override.measure !== measure || named.fact !== fact.key || named.against !== against?.key) continue;
    const printed = scale ? inPrintedUnits(inBaseUnits(override.print, fact.unit, override.scale), fact.unit, scale) : override.print;
    if (printed.round(decimals).equals(printed)) return { override, printed };
  }
  return undefined;
}
