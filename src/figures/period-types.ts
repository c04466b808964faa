// Turn statements, formulas and relations into what each concept is measured at: the end of a period, or all of it, as far as they tell.

import type { Expression } from '../model/expression.ts';
import type { PeriodType, Relation } from '../model/release.ts';
import type { FigureSources } from './figure-sources.ts';

/** By concept; one that nothing tells of is left out. */
export type PeriodTypes = ReadonlyMap<string, PeriodType>;

/** A total and the parts that it is a signed sum of. */
interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

type Sources = Pick<FigureSources, 'concepts' | 'statements' | 'unprinted' | 'relations'>;

/**
 * What a concept says itself goes first. Then both sides of a balance are instants, and all that they sum up; what equals the same figure
 * of the period before, moved by others, is an instant, and those others are durations; so are the sums that durations enter.
 */
export function periodTypesOf(release: Sources): PeriodTypes {
  const found = new Map<string, PeriodType>();
  for (const { id, periodType } of release.concepts.values()) if (periodType) found.set(id, periodType);
  const sums = sumsOf(release);
  const equals = release.relations.flatMap(equalNames);
  const learn = (concept: string, type: PeriodType): boolean => {
    if (found.has(concept)) return false;
    found.set(concept, type);
    return true;
  };

  /** Balances that a period opens with: with what moves them they make up the closing one. */
  const openings = new Set<string>();
  for (const { check, left, right } of release.relations) {
    if (check === 'balance') for (const concept of [...(plainTerms(left) ?? []), ...(plainTerms(right) ?? [])]) learn(concept, 'instant');
    for (const concept of openedBy(left, right)) learn(concept, 'instant');
    if (left.kind === 'concept' && right.kind === 'previous') openings.add(left.concept);
  }
  for (const { id, formula } of release.concepts.values()) {
    if (formula?.kind !== 'previous' || formula.of.kind !== 'concept') continue;
    learn(formula.of.concept, 'instant');
    learn(id, 'instant');
    openings.add(id);
  }
  const isRoll = (parts: readonly string[]): boolean => parts.some((part) => openings.has(part));
  const isA = (type: PeriodType) => (concept: string) => found.get(concept) === type;
  settle(() => {
    let more = false;
    for (const { total, parts } of sums) {
      if (isA('instant')(total) && !parts.some(isA('duration')) && !isRoll(parts))
        for (const part of parts) more = learn(part, 'instant') || more;
      if (parts.every(isA('instant'))) more = learn(total, 'instant') || more;
    }
    for (const [one, other] of equals) {
      if (isA('instant')(one)) more = learn(other, 'instant') || more;
      if (isA('instant')(other)) more = learn(one, 'instant') || more;
    }
    return more;
  });

  for (const { left, right } of release.relations)
    if (openedBy(left, right).length > 0) for (const moved of movesOf(right)) learn(moved, 'duration');
  settle(() => {
    let more = false;
    for (const { total, parts } of sums) {
      if (isRoll(parts)) for (const part of parts) more = learn(part, 'duration') || more;
      else if (isA('duration')(total) || (parts.some(isA('duration')) && !parts.some(isA('instant')) && !isA('instant')(total))) {
        more = learn(total, 'duration') || more;
        for (const part of parts) more = learn(part, 'duration') || more;
      }
    }
    for (const [one, other] of equals) {
      if (isA('duration')(one)) more = learn(other, 'duration') || more;
      if (isA('duration')(other)) more = learn(one, 'duration') || more;
    }
    for (const { id, unit, formula } of release.concepts.values()) {
      const result = formula?.kind === 'binary' && formula.op === '/' && formula.left.kind === 'concept' ? formula.left.concept : '';
      if (unit === 'per-share' && isA('duration')(result)) more = learn(id, 'duration') || more;
    }
    return more;
  });
  return found;
}

/** Until nothing more is learned. */
function settle(pass: () => boolean): void {
  while (pass());
}

/** Of statements' trees, and of formulas that add and subtract concepts of one period. */
function sumsOf({ concepts, statements, unprinted }: Sources): readonly Sum[] {
  const trees = [...statements.values(), ...unprinted.values()].flatMap(({ rows }) =>
    rows.flatMap(({ concept, of }) => (concept && of?.length ? [{ total: concept, parts: of.map((part) => part.concept) }] : [])),
  );
  const formulas = [...concepts.values()].flatMap(({ id, formula }) => {
    const parts = formula && plainTerms(formula);
    return parts?.length ? [{ total: id, parts }] : [];
  });
  return [...trees, ...formulas];
}

/** Pairs of concepts that a relation holds equal, or that add up on its two sides. */
function equalNames({ check, left, right }: Relation): readonly (readonly [string, string])[] {
  if (check !== 'parts' && check !== 'cash-roll' && check !== 'balance') return [];
  const [one, other] = [plainTerms(left), plainTerms(right)];
  const [first] = one ?? [];
  return one && other && first !== undefined ? [...one, ...other].map((name) => [first, name] as const) : [];
}

/** The concepts of a signed sum of nothing else; undefined for any other formula. */
function plainTerms(expression: Expression): readonly string[] | undefined {
  const names: string[] = [];
  for (const term of termsOf(expression)) {
    if (term.kind !== 'concept') return undefined;
    names.push(term.concept);
  }
  return names;
}

/** The instant that a relation moves: the left side, where the right holds it as of the period before. */
function openedBy(left: Expression, right: Expression): readonly string[] {
  if (left.kind !== 'concept') return [];
  const opening = termsOf(right).flatMap((term) => (term.kind === 'previous' && term.of.kind === 'concept' ? [term.of.concept] : []));
  if (opening.includes(left.concept)) return [left.concept];
  // Cash that opens a period is what closed the one before under another name.
  return right.kind === 'previous' && opening.length > 0 ? [left.concept, ...opening] : [];
}

const movesOf = (right: Expression): readonly string[] => termsOf(right).flatMap((term) => (term.kind === 'concept' ? [term.concept] : []));

/** The terms of a signed sum, the first last; a sum of many is deep on its left. */
function termsOf(expression: Expression): readonly Expression[] {
  const terms: Expression[] = [];
  let rest = expression;
  for (; rest.kind === 'binary' && (rest.op === '+' || rest.op === '-'); rest = rest.left) terms.push(...termsOf(rest.right));
  return [...terms, ...(rest.kind === 'negate' ? termsOf(rest.of) : [rest])];
}
