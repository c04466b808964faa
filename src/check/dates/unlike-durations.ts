// Turn printed comparisons and differences of figures that were measured over unlike durations into findings.

import { periodOf } from '../../figures/fact-key.ts';
import type { FigureSources } from '../../figures/figure-sources.ts';
import { type PeriodTypes, periodTypesOf } from '../../figures/period-types.ts';
import { areOfOneLength } from '../../language/calendar.ts';
import { type Expression, firstConcept } from '../../model/expression.ts';
import type { FactKey } from '../../model/financials.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { say } from '../../model/say.ts';
import type { Span } from '../../model/span.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { isSaid, lengthOf, type PeriodPair } from './period-lengths.ts';

/** A half year's sales less those of a whole year are no figure, and their change is none; balances at two days are compared as they are. */
export const unlikeDurations: DocumentCheck = {
  code: 'check/duration',
  severity: 'error',
  run: (printed) => {
    const compared = comparisons(printed);
    if (compared.length === 0 && !hasUnlikePrevious(printed.release)) return [];
    const types = periodTypesOf(printed.release);
    return [...unlikeComparisons(compared, types), ...unlikeFormulas(printed, types)];
  },
};

/** A concept printed in comparison with another period, and where. */
interface Comparison extends PeriodPair {
  readonly concept: string;
  readonly at: Span;
}

/** Every figure and word that compares periods of unlike length, whatever it measures. */
function comparisons({ release, financials, document, texts }: Printed): readonly Comparison[] {
  const compare = (fact: FactKey, against: FactKey | undefined, at: Span): readonly Comparison[] => {
    if (against === undefined || against === fact) return [];
    const pair = unlikePair(release, periodOf(fact), periodOf(against));
    const concept = pair && financials.facts.get(fact)?.concept;
    return pair && concept !== undefined ? [{ ...pair, concept, at }] : [];
  };
  const words = texts.flatMap(({ runs }) =>
    runs.flatMap(({ inline: { bound, at } }) => (bound?.by === 'direction' ? compare(bound.fact, bound.against, at) : [])),
  );
  return [...document.figures.flatMap(({ fact, against, at }) => compare(fact, against, at)), ...words];
}

/** Two periods of unlike length of which neither says why. */
function unlikePair({ periods }: FigureSources, one: string, other: string): PeriodPair | undefined {
  const [now, before] = [periods.get(one), periods.get(other)];
  if (!now || !before || now === before || areOfOneLength(now, before) || isSaid({ now, before })) return undefined;
  return { now, before };
}

/** Other places that are shown beside the first; more would bury it. */
const mostShown = 5;

/** One finding for each pair of periods: what is wrong is the period, wherever it is printed. */
function unlikeComparisons(compared: readonly Comparison[], types: PeriodTypes): FindingDetails[] {
  const byPair = new Map<string, Comparison[]>();
  for (const each of compared) {
    if (types.get(each.concept) !== 'duration') continue;
    const key = `${each.now.id} ${each.before.id}`;
    byPair.set(key, [...(byPair.get(key) ?? []), each]);
  }
  return [...byPair.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { concept, now, before, at } = first;
    return [
      {
        message: say`${concept} of ${now.id}, ${lengthOf(now)}, is compared with that of ${before.id}, ${lengthOf(before)}`,
        at,
        related: [
          { at: before.dated?.start ?? before.at, message: say`${before.id} is from ${before.start} to ${before.end}` },
          ...others.slice(0, mostShown).map((other) => ({ at: other.at, message: say`${other.concept} is compared with it here` })),
        ],
        hints: comparisonHints,
      },
    ];
  });
}

const comparisonHints = [
  'compare it with a period of the same length',
  'if the concept is measured at the end of a period and not over it, say so in concepts.yaml: period-type: instant',
  'where the length of the fiscal year changed, say so in the file of the period that is not of the usual one: irregular: why',
];

const hasUnlikePrevious = (release: FigureSources): boolean =>
  [...release.periods.values()].some(({ id, previous }) => previous !== undefined && unlikePair(release, id, previous) !== undefined);

/** Formulas behind printed figures, each once. */
function unlikeFormulas({ release, financials, document }: Printed, types: PeriodTypes): FindingDetails[] {
  const seen = new Set<FactKey>();
  const told = new Set<string>();
  const found: FindingDetails[] = [];
  const ahead = document.figures.flatMap(({ fact, against, at }) =>
    (against === undefined ? [fact] : [fact, against]).map((key) => ({ key, at })),
  );
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const { key, at } = next;
    if (seen.has(key)) continue;
    seen.add(key);
    const fact = financials.facts.get(key);
    if (!fact || fact.inputs.length === 0) continue;
    ahead.push(...fact.inputs.map((input) => ({ key: input, at })));
    const { formula: own, usually } = release.concepts.get(fact.concept) ?? {};
    const formula = own ?? usually;
    if (!formula) continue;
    for (const { now, before, does, at: place } of unlikeOperations(formula, fact.period, release, types)) {
      if (told.has(fact.concept)) break;
      told.add(fact.concept);
      found.push({
        message: say`the formula of ${fact.concept} ${does} figures over unlike durations: ${now.id} is ${lengthOf(now)}, and ${before.id} is ${lengthOf(before)}`,
        at: place,
        related: [{ at, message: say`${key} is printed here` }],
        hints: formulaHints,
      });
    }
  }
  return found;
}

const formulaHints = [
  'previous(x) is x of the period that the current one names as previous: print the difference as a change from a period of the same length',
  'for a quarter by itself, give it a file in periods/ that says what it is the rest of: stand-alone: {of: a longer period, less: its beginning}',
  'where the length of the fiscal year changed, say so in the file of the period that is not of the usual one: irregular: why',
];

/** A subtraction or division of durations of unlike length. */
interface UnlikeOperation extends PeriodPair {
  readonly does: 'subtracts' | 'divides';
  readonly at: Span;
}

function unlikeOperations(formula: Expression, period: string, release: FigureSources, types: PeriodTypes): readonly UnlikeOperation[] {
  const found: UnlikeOperation[] = [];
  /** The period over which an expression is measured; undefined where it is not measured over one. */
  const walk = (expression: Expression, at: string): string | undefined => {
    switch (expression.kind) {
      case 'number':
      case 'printed':
      case 'at':
        return undefined;
      case 'concept':
        return types.get(expression.concept) === 'duration' ? at : undefined;
      case 'previous': {
        const previous = release.periods.get(at)?.previous;
        return previous === undefined ? undefined : walk(expression.of, previous);
      }
      case 'negate':
      case 'unsplit':
        return walk(expression.of, at);
      case 'binary': {
        const [left, right] = [walk(expression.left, at), walk(expression.right, at)];
        const { op } = expression;
        const pair = (op === '-' || op === '/') && left !== undefined && right !== undefined && unlikePair(release, left, right);
        const place = firstConcept(expression.right)?.at ?? firstConcept(expression.left)?.at;
        if (pair && place) found.push({ ...pair, does: op === '-' ? 'subtracts' : 'divides', at: place });
        return op === '/' && right !== undefined ? undefined : (left ?? right);
      }
    }
  };
  walk(formula, period);
  return found;
}
