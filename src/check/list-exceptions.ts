// Turn what a release prints or accepts against the rules into one line each: plugs, overrides, waivers and figures presented otherwise than they were released, with rule or reason.
import { amountsOf } from '../figures/digits.ts';
import { openText } from '../figures/ends.ts';
import { factKey } from '../figures/fact-key.ts';
import { reasonOf } from '../figures/figure-reason.ts';
import { presentedOtherwise } from '../figures/presented-otherwise.ts';
import { inPrintedUnits } from '../figures/scale.ts';
import type { Cell, Financials, Treatment } from '../model/financials.ts';
import type { Release } from '../model/release.ts';
import { say } from '../model/say.ts';

type AdjustmentKind = Exclude<Treatment, 'plain'>;

/** A printed figure that is not the plain rounding of its exact value. */
export interface AdjustmentLine {
  /** A plug moves a unit so that a column foots; an override is written by a person, and so is a change as published or a dash for one that is not comparable. */
  readonly kind: AdjustmentKind;
  /** Statement id, or `prose`. */
  readonly where: string;
  /** Key of the fact, `concept@period`. */
  readonly fact: string;
  /** Column id, or the measure of a figure in prose. */
  readonly column: string;
  /** In printed units, to six decimals. */
  readonly exact: string;
  /** Rounded half-up alone, in printed units. */
  readonly plain: string;
  /** As printed, in printed units. */
  readonly printed: string;
  /** The reason of the override, or the rule. */
  readonly why: string;
  /** All of it in one line. */
  readonly text: string;
}

/** Cells in order of statement, then the overrides of figures that only prose prints. */
export function listAdjustments(financials: Financials): AdjustmentLine[] {
  const where = new Map<Cell, string>();
  for (const statement of financials.statements.values()) {
    for (const row of statement.rows) for (const cell of row.cells) if (cell) where.set(cell, statement.id);
  }
  const cells = financials.adjustments.map((cell) =>
    line(
      cell.treatment === 'plain' ? 'plug' : cell.treatment,
      where.get(cell) ?? '',
      cell.fact,
      cell.column.id,
      [cell.exact.toFixed(6), cell.plain.toFixed(cell.decimals), cell.printed.toFixed(cell.decimals)],
      cell.override?.why ?? (cell.told && reasonOf(cell.told)),
    ),
  );
  const prose = financials.proseOverrides.map((override) => {
    const { plain, print, decimals } = override;
    const exact = override.exact.toFixed(override.exactDecimals);
    return line(
      'override',
      'prose',
      factKey(override.concept, override.period),
      override.measure,
      [exact, plain.toFixed(decimals), print.toFixed(decimals)],
      override.why,
    );
  });
  return [...cells, ...prose];
}

function line(
  kind: AdjustmentKind,
  where: string,
  fact: string,
  column: string,
  values: readonly [string, string, string],
  reason: string | undefined,
): AdjustmentLine {
  const [exact, plain, printed] = values;
  const why = reason ?? 'its column must foot';
  return {
    kind,
    where,
    fact,
    column,
    exact,
    plain,
    printed,
    why,
    text: say`${kind} ${where} ${fact} ${column}: exact ${exact}, plain ${plain}, printed ${printed} (${why})`,
  };
}

/** A relation that may fail, accepted with a reason. */
export interface WaiverLine {
  /** The check, without its stage, and the relation's name. */
  readonly check: string;
  /** Name of the relation in issuer.yaml. */
  readonly relation: string;
  /** Id of the period at which it may fail. */
  readonly period: string;
  /** Left less right, in the issuer's scale. */
  readonly difference: string;
  /** The reason, as typed. */
  readonly why: string;
  /** All of it in one line. */
  readonly text: string;
}

/** In the order of release.yaml. */
export function listWaivers({ issuer, spec: release }: Release): WaiverLine[] {
  return release.waivers.map(({ check, relation, period, difference, why }) => {
    const typed = inPrintedUnits(difference, 'money', issuer.scale).toString();
    const text = say`waiver ${check} ${period}, "${relation}": ${typed} ${issuer.scale} ${issuer.currency} (${why})`;
    return { check, relation, period, difference: typed, why, text };
  });
}

/** A figure of an earlier period that is presented otherwise than the release of that period printed it. */
export interface RestatementLine {
  /** Key of the fact, `concept@period`. */
  readonly fact: string;
  /** As it was released, and as it is presented, in the issuer's scale or the concept's. */
  readonly released: string;
  readonly presented: string;
  /** The reason, as typed. */
  readonly why: string;
  /** All of it in one line. */
  readonly text: string;
}

/** In the order of its facts. */
export function listRestatements(release: Release, financials: Financials): RestatementLine[] {
  return [...financials.facts.values()].flatMap((fact): RestatementLine[] => {
    const was = presentedOtherwise(fact, release);
    if (!was) return [];
    const { digits, unit } = amountsOf(fact.unit, release, release.concepts.get(fact.concept)?.scale);
    const [released, presented] = [digits(was.value), openText(fact, digits)];
    const text = say`restated ${fact.key}: released as ${released}, presented as ${presented}${unit} (${was.because})`;
    return [{ fact: fact.key, released, presented, why: was.because, text }];
  });
}
