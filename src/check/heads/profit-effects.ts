// Turn the sums of statements and formulas into what each concept does to a result: adds to it, or is taken off.
import type { Expression } from '../../model/expression.ts';
import type { Lang } from '../../model/language.ts';
import type { Concept, Release } from '../../model/release.ts';
import type { StatementSpec } from '../../model/statement-spec.ts';
import { namesResult } from './sign-sense.ts';

type Weight = 1 | -1;

/** A sum that a concept is a part of, in signs of facts. */
interface Part {
  readonly of: string;
  readonly weight: Weight;
}

/** Sums steeper than this are none that a statement has. */
const deepest = 12;

/**
 * By concept, asked one at a time: what a positive fact of it does to the first result that it is summed into; undefined where it
 * is summed into none. Statements of cash flows add back what results hold, and are left out.
 */
export function profitEffects(release: Release, isCashFlows: (spec: StatementSpec) => boolean): (concept: string) => Weight | undefined {
  const parts = new Map<string, Part[]>();
  const add = (concept: string, part: Part): void => {
    parts.set(concept, [...(parts.get(concept) ?? []), part]);
  };
  for (const spec of [...release.statements.values(), ...release.unprinted.values()]) {
    if (isCashFlows(spec)) continue;
    for (const [concept, part] of partsOf(spec)) add(concept, part);
  }
  for (const { id, formula } of release.concepts.values()) {
    if (formula) for (const [concept, weight] of summed(formula, 1)) add(concept, { of: id, weight });
  }
  const isResult = (id: string): boolean => {
    const concept = release.concepts.get(id);
    return concept !== undefined && release.languages.some((lang) => namesResult(labelOf(concept, lang), lang));
  };
  const effect = (concept: string, depth: number): Weight | undefined => {
    if (depth > deepest) return undefined;
    for (const { of, weight } of parts.get(concept) ?? []) {
      if (isResult(of)) return weight;
      const further = effect(of, depth + 1);
      if (further !== undefined) return (weight * further) as Weight;
    }
    return undefined;
  };
  const known = new Map<string, Weight | undefined>();
  return (concept) => {
    if (!known.has(concept)) known.set(concept, effect(concept, 0));
    return known.get(concept);
  };
}

/** What a positive printed figure of a row does to the last sum of its statement; undefined for a row that is summed into none. */
export function weightInStatement({ rows }: StatementSpec, concept: string): Weight | undefined {
  let weight: Weight | undefined;
  let part = concept;
  for (let depth = 0; depth < deepest; depth++) {
    const sum = rows.find(({ concept: id, of }) => id !== part && of?.some((each) => each.concept === part));
    const found = sum?.of?.find((each) => each.concept === part)?.weight;
    if (sum?.concept === undefined || found === undefined) break;
    weight = ((weight ?? 1) * found) as Weight;
    part = sum.concept;
  }
  return weight;
}

const labelOf = ({ labels }: Concept, lang: Lang): string => labels[lang]?.value ?? '';

function partsOf({ rows }: StatementSpec): readonly (readonly [string, Part])[] {
  const negated = new Set(rows.flatMap(({ concept, negate }) => (negate && concept !== undefined ? [concept] : [])));
  const sign = (concept: string): Weight => (negated.has(concept) ? -1 : 1);
  return rows.flatMap(({ concept: sum, of = [] }) =>
    sum === undefined
      ? []
      : of.map(({ concept, weight }) => [concept, { of: sum, weight: (weight * sign(concept) * sign(sum)) as Weight }] as const),
  );
}

/** Concepts that a formula adds or subtracts; what it multiplies or divides, or takes from another period, is none. */
function summed(formula: Expression, weight: Weight): readonly (readonly [string, Weight])[] {
  switch (formula.kind) {
    case 'concept':
      return [[formula.concept, weight]];
    case 'negate':
      return summed(formula.of, -weight as Weight);
    case 'binary':
      if (formula.op === '+') return [...summed(formula.left, weight), ...summed(formula.right, weight)];
      return formula.op === '-' ? [...summed(formula.left, weight), ...summed(formula.right, -weight as Weight)] : [];
    default:
      return [];
  }
}
