// Turn the issuer's relations into findings where they fail: one check for each kind, both sides at every period, and the typed figures behind them.

import { amountsOf } from '../../figures/digits.ts';
import type { FigureSources } from '../../figures/figure-sources.ts';
import { inReports } from '../../language/languages.ts';
import { Exact } from '../../model/exact.ts';
import { type Expression, expressionText, firstConcept } from '../../model/expression.ts';
import type { Fact, Financials } from '../../model/financials.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Period, RelationKind } from '../../model/release.ts';
import { say, sayAll, sayName } from '../../model/say.ts';
import type { Located } from '../../model/span.ts';
import type { FigureCheck } from '../check-shapes.ts';
import { isWaived } from '../waivers.ts';
import { likelySlips } from './likely-slips.ts';
import { type Trial, tryRelation } from './try-relations.ts';

/** What holds for relations of each kind, and what to do where one of them fails. The code is `check/` and the kind. */
const adviceByKind: Readonly<Record<RelationKind, (period: Period) => string>> = {
  // Assets equal liabilities, minority interests and equity, at every date, to the last digit.
  balance: ({ end }) => say`compare the balance sheet of ${end} line by line`,
  // Opening cash and the flows of the period come to closing cash, and that is the cash of the balance sheet.
  'cash-roll': ({ id }) => say`compare the cash flows of ${id} line by line, then the cash of its balance sheet`,
  // What a period opens with is what the period before closed with.
  'previous-period': ({ id, previous = 'the one before' }) =>
    say`compare period ${id} with ${previous}; a reclassification is told in a waiver, with its reason`,
  // The deficit, or another account of equity, moves between two dates by what the period earned or lost.
  'equity-roll': ({ id }) =>
    say`compare the result of ${id} with the accounts of equity at both ends of the period; a dividend or a correction belongs in the relation`,
  // A figure outside the accounting standard equals figures of the statements and the differences that are stated for it.
  'explained-difference': ({ id }) => say`compare ${id} with the note that explains the difference; state what else the figure leaves out`,
  // Parts were each rounded or cut on their own: together they may miss their total by what that leaves open of every figure that takes part.
  parts: ({ id }) =>
    say`compare the parts of ${id} with their total; each part may be off by half of the unit that it is typed in, one that is cut off may lack all of it`,
};

export const relationChecks: readonly FigureCheck[] = (Object.keys(adviceByKind) as RelationKind[]).map((kind) => ({
  code: `check/${kind}`,
  severity: 'error',
  run: (release, financials) => failedRelations(kind, adviceByKind[kind], release, financials),
}));

const two = Exact.of(2);

/** Figures that are shown one by one beside a failure; more would bury it, and are told by their lines. */
const mostShown = 12;

/** What is said of each relation of a kind that fails, at each period where it does; `advice` says what to do there. */
function failedRelations(
  kind: RelationKind,
  advice: (period: Period) => string,
  release: FigureSources,
  financials: Financials,
): readonly FindingDetails[] {
  return release.relations
    .filter((relation) => relation.check === kind)
    .flatMap((relation) => {
      const trials = [...release.periods.values()].flatMap((period) => tryRelation(relation, period, release, financials));
      const holding = trials.filter((trial) => trial.holds).map((trial) => trial.period.id);
      const failed = trials.filter((trial) => !trial.holds && !isWaived(trial, release));
      return failed.map((trial) => describe(trial, holding, advice, release));
    });
}

function describe(trial: Trial, holding: readonly string[], advice: (period: Period) => string, release: FigureSources): FindingDetails {
  const { relation, period, left, right, figures, tolerance, difference } = trial;
  // The scale of what a side names first is the one that the reader thinks in.
  const leader = release.concepts.get(firstConcept(relation.left)?.concept ?? '');
  const amounts = amountsOf(leader?.unit ?? 'money', release, leader?.scale);
  const grain = figures.find((fact) => left.inputs.length === 1 && fact.key === left.inputs[0])?.halfUnit ?? Exact.zero;
  const sides = [
    say`${sideText(relation.left, release)} ${amounts.digits(left.value)}`,
    say`${sideText(relation.right, release)} ${atGrain(right.value, grain.mul(two), amounts.digits)}`,
  ];
  const more = tolerance.isZero ? '' : say`, more than the ${amounts.digits(tolerance)} that coarse figures explain`;
  const slips = likelySlips(difference, figures, amounts.digits);
  const first = slips[0]?.fact ?? sideAlone(trial) ?? figures.find((fact) => fact.period === period.id) ?? figures[0];
  const others = figures.filter((fact) => fact !== first);
  const few = others.length <= mostShown;
  const shown = few ? others : slips.map(({ fact }) => fact).filter((fact) => fact !== first);
  const sound = holding.length === 0 ? '' : say`; the relation holds for ${sayAll(holding, ' and ')}`;
  return {
    message: say`${relation.name}: for ${period.id}, ${sayAll(sides, ' and ')} differ by ${amounts.digits(difference.abs())}${amounts.unit}${more}`,
    at: first?.at ?? relation.at,
    ...(first
      ? {
          label: say`${slips.length > 1 ? 'one of the likeliest' : slips.length > 0 ? 'the likeliest' : 'one of the figures that take part'}: ${first.key}`,
        }
      : {}),
    related: [
      ...shown.map((fact) => ({ at: fact.at, message: fact.key })),
      { at: relation.at, message: 'the relation' },
      ...others.filter((fact) => !shown.includes(fact)).map((fact) => ({ at: fact.at, message: fact.key, folded: true as const })),
    ],
    hints: [
      say`${advice(period)}${sound}`,
      ...slips.map((slip) => slip.words),
      ...(few ? [] : [say`${figures.length} typed figures take part: ${linesOf(figures)}`]),
    ],
  };
}

/** Beside a coarse figure, the finer value as the coarse one would be typed, then whole: `672 (671.95)`. */
function atGrain(value: Exact, unit: Exact, digits: (value: Exact) => string): string {
  const coarse = unit.isZero ? value : value.div(unit).round().mul(unit);
  return coarse.equals(value) ? digits(value) : say`${digits(coarse)} (${digits(value)})`;
}

/** The figure that one side consists of: the other side was computed, this one was typed to agree with it. */
function sideAlone({ left, right, figures }: Trial): Fact | undefined {
  const typed = (inputs: readonly string[]) => (inputs.length === 1 ? figures.find((fact) => fact.key === inputs[0]) : undefined);
  return typed(left.inputs) ?? typed(right.inputs);
}

/** Lines of typed figures by file: `data/x/periods/2q02.yaml 10-25, 28`. */
function linesOf(figures: readonly Fact[]): string {
  const byFile = new Map<string, number[]>();
  for (const { at } of figures) byFile.set(at.file, [...(byFile.get(at.file) ?? []), at.line]);
  return sayAll(
    [...byFile].map(([file, lines]) => say`${file} ${ranges(lines.sort((a, b) => a - b))}`),
    '; ',
  );
}

function ranges(lines: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && line <= last[1] + 1) last[1] = line;
    else runs.push([line, line]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}

/** The label of a concept standing alone, else the formula. */
function sideText(side: Expression, release: FigureSources): string {
  if (side.kind !== 'concept') return expressionText(side);
  const labels = release.concepts.get(side.concept)?.labels;
  if (!labels) return side.concept;
  const name = inSentence(inReports(labels));
  sayName(name, labels, inSentence);
  return name;
}

/** A label without its markup. A message is lower case, an abbreviation stays as it is. */
function inSentence({ value }: Located<string>): string {
  const text = value.replace(/<[^>]*>|\|/g, '');
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
