// Turn the statements and formulas of a release into which concept is a part of which, and which stand in one statement.
import { rowConcepts } from '../../figures/matrix-cells.ts';
import type { Expression } from '../../model/expression.ts';
import type { Financials } from '../../model/financials.ts';
import type { Release } from '../../model/release.ts';

export interface ConceptParts {
  /** Whether the first is a part of the second, or of a part of it. */
  readonly isPart: (part: string, whole: string) => boolean;
  /** Whether the first is worked out from the second by its own formula. */
  readonly isMadeOf: (made: string, source: string) => boolean;
  /** Whether a statement prints both. */
  readonly standTogether: (one: string, other: string) => boolean;
}

export function conceptParts({ concepts }: Pick<Release, 'concepts'>, { statements }: Pick<Financials, 'statements'>): ConceptParts {
  const parts = new Map<string, Set<string>>();
  const sources = new Map<string, ReadonlySet<string>>();
  const printed: ReadonlySet<string>[] = [];
  const add = (whole: string, part: string): void => {
    parts.set(whole, (parts.get(whole) ?? new Set()).add(part));
  };
  for (const { spec } of statements.values()) {
    const columns = (spec.grid?.columns ?? []).map(({ concept }) => concept);
    printed.push(new Set([...spec.rows.flatMap(rowConcepts), ...columns]));
    for (const { concept, sum } of spec.sums ?? []) for (const part of conceptsIn(sum)) if (part !== concept) add(concept, part);
    for (const { concept, of = [] } of spec.rows) if (concept !== undefined) for (const part of of) add(concept, part.concept);
  }
  for (const { id, formula, member } of concepts.values()) {
    for (const part of member?.parts ?? []) add(id, part);
    if (!formula) continue;
    const named = new Set(conceptsIn(formula));
    sources.set(id, named);
    for (const part of named) add(id, part);
  }
  const isPart = (part: string, whole: string): boolean => {
    const seen = new Set<string>();
    const left = [whole];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      for (const each of parts.get(next) ?? []) {
        if (each === part) return true;
        if (!seen.has(each)) left.push(each);
        seen.add(each);
      }
    }
    return false;
  };
  return {
    isPart,
    isMadeOf: (made, source) => sources.get(made)?.has(source) === true,
    standTogether: (one, other) => printed.some((together) => together.has(one) && together.has(other)),
  };
}

function conceptsIn(formula: Expression): readonly string[] {
  switch (formula.kind) {
    case 'number':
      return [];
    case 'concept':
    case 'at':
    case 'printed':
      return [formula.concept];
    case 'previous':
    case 'unsplit':
    case 'negate':
      return conceptsIn(formula.of);
    case 'binary':
      return [...conceptsIn(formula.left), ...conceptsIn(formula.right)];
  }
}
