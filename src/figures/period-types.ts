// Turn statements, formulas and relations into what each concept is measured at: the end of a period, or all of it, as far as they tell.

import type { Expression } from '../model/expression.ts';
import type { PeriodType, Relation } from '../model/release.ts';
import type { FigureSources } from './figure-sources.ts';

/** By concept; one that nothing tells of is left out. */
export type PeriodTypes = ReadonlyMap<string, PeriodType>;

/** Concepts that tell of one another. */
interface Link {
  /** `sum`: a total and its parts; `equal`: measured alike, all of them; `per-share`: what is divided by shares. */
  readonly kind: 'sum' | 'equal' | 'per-share';
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
  const links = [...sumsOf(release), ...release.relations.flatMap(equalNames), ...perShareOf(release)];
  /** Gives a type to those that have none, and returns them. */
  const learn = (type: PeriodType, concepts: readonly string[]): readonly string[] => {
    const learned = concepts.filter((concept) => !found.has(concept));
    for (const concept of learned) found.set(concept, type);
    return learned;
  };

  /** Balances that a period opens with: with what moves them they make up the closing one. */
  const openings = new Set<string>();
  for (const { check, left, right } of release.relations) {
    if (check === 'balance') learn('instant', [...(plainTerms(left) ?? []), ...(plainTerms(right) ?? [])]);
    learn('instant', openedBy(left, right));
    if (left.kind === 'concept' && right.kind === 'previous') openings.add(left.concept);
  }
  const matrixSums = [...release.statements.values(), ...release.unprinted.values()].flatMap(({ sums }) => sums ?? []);
  for (const { concept, sum, at } of matrixSums) learn('instant', openedBy({ kind: 'concept', concept, at }, sum));
  for (const { id, formula } of release.concepts.values()) {
    if (formula?.kind !== 'previous' || formula.of.kind !== 'concept') continue;
    learn('instant', [formula.of.concept, id]);
    openings.add(id);
  }
  const isRoll = (parts: readonly string[]): boolean => parts.some((part) => openings.has(part));
  const isA = (type: PeriodType) => (concept: string) => found.get(concept) === type;
  const [isInstant, isDuration] = [isA('instant'), isA('duration')];

  settle(links, ({ kind, total, parts }) => {
    if (kind === 'per-share') return [];
    if (kind === 'equal') return [total, ...parts].some(isInstant) ? learn('instant', [total, ...parts]) : [];
    if (isInstant(total)) return parts.some(isDuration) || isRoll(parts) ? [] : learn('instant', parts);
    return parts.every(isInstant) ? learn('instant', [total]) : [];
  });
  for (const { left, right } of release.relations) if (openedBy(left, right).length > 0) learn('duration', movesOf(right));
  for (const { concept, sum, at } of matrixSums)
    if (openedBy({ kind: 'concept', concept, at }, sum).length > 0) learn('duration', movesOf(sum));
  settle(links, ({ kind, total, parts }) => {
    if (kind === 'per-share') return parts.some(isDuration) ? learn('duration', [total]) : [];
    if (kind === 'sum' && isRoll(parts)) return learn('duration', parts);
    const tells = isDuration(total) || (parts.some(isDuration) && !isInstant(total) && !parts.some(isInstant));
    return tells ? learn('duration', [total, ...parts]) : [];
  });
  return found;
}

/** Asks every link what it tells, and those of a concept again when something is learned of it. */
function settle(links: readonly Link[], ask: (link: Link) => readonly string[]): void {
  const byConcept = new Map<string, Link[]>();
  for (const link of links) {
    for (const concept of new Set([link.total, ...link.parts])) {
      const known = byConcept.get(concept);
      if (known) known.push(link);
      else byConcept.set(concept, [link]);
    }
  }
  const ahead = [...links];
  const waiting = new Set(links);
  for (const link of ahead) {
    waiting.delete(link);
    for (const concept of ask(link)) {
      for (const other of byConcept.get(concept) ?? []) {
        if (!waiting.has(other)) ahead.push(other);
        waiting.add(other);
      }
    }
  }
}

/** Of statements' trees, and of formulas that add and subtract concepts of one period. */
function sumsOf({ concepts, statements, unprinted }: Sources): readonly Link[] {
  const trees = [...statements.values(), ...unprinted.values()].flatMap(({ rows }) =>
    rows.flatMap(({ concept, of }) =>
      concept && of?.length ? [{ kind: 'sum' as const, total: concept, parts: of.map((part) => part.concept) }] : [],
    ),
  );
  const matrices = [...statements.values(), ...unprinted.values()].flatMap(({ sums }) =>
    (sums ?? []).flatMap(({ concept, sum }) => {
      const parts = plainTerms(sum);
      return parts?.length ? [{ kind: 'sum' as const, total: concept, parts }] : [];
    }),
  );
  const formulas = [...concepts.values()].flatMap(({ id, formula }) => {
    const parts = formula && plainTerms(formula);
    return parts?.length ? [{ kind: 'sum' as const, total: id, parts }] : [];
  });
  return [...trees, ...matrices, ...formulas];
}

/** Concepts that a relation holds equal, or that add up on its two sides. */
function equalNames({ check, left, right }: Relation): readonly Link[] {
  if (check !== 'parts' && check !== 'cash-roll' && check !== 'balance') return [];
  const [one, other] = [plainTerms(left), plainTerms(right)];
  const [total, ...parts] = [...(one ?? []), ...(other ?? [])];
  return one && other && total !== undefined ? [{ kind: 'equal', total, parts }] : [];
}

/** Formulas that divide a result by shares. */
function perShareOf({ concepts }: Sources): readonly Link[] {
  return [...concepts.values()].flatMap(({ id, unit, formula }) =>
    unit === 'per-share' && formula?.kind === 'binary' && formula.op === '/' && formula.left.kind === 'concept'
      ? [{ kind: 'per-share' as const, total: id, parts: [formula.left.concept] }]
      : [],
  );
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
