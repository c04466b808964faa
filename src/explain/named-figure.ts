// Turn a figure's name as typed on the command line into its concept and period, or into the names that may have been meant.
import { factKey, parseFactReference } from '../figures/fact-key.ts';
import type { Financials } from '../model/financials.ts';
import { UsageError } from '../model/finding.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { Release } from '../model/release.ts';
import { say, sayAll } from '../model/say.ts';

interface FactName {
  readonly concept: string;
  /** Period id, or `release` for facts of the release's own; undefined when the argument names none. */
  readonly period?: string;
}

/** Names that are told when none is near. */
const mostSuggestions = 6;

/** A concept of that whole name wins; else what follows the last `@` or `.` is a period or a role. */
export function findFact(argument: string, release: Release, financials: Financials): FactName {
  if (release.concepts.has(argument)) return { concept: argument };
  const typed = parseFactReference(argument);
  const dot = argument.lastIndexOf('.');
  const { concept, period: named } =
    typed.period === undefined && dot >= 0 ? { concept: argument.slice(0, dot), period: argument.slice(dot + 1) } : typed;
  if (named === undefined || !release.concepts.has(concept)) throw new UsageError(unknownConcept(argument, release));
  const period = release.spec.periods.get(named)?.value ?? named;
  if (!financials.facts.has(factKey(concept, period))) {
    const known = [...financials.facts.values()].filter((fact) => fact.concept === concept).map((fact) => fact.period);
    const words = known.length > 0 ? say`it has figures at ${sayAll(known, ', ')}` : 'it has none at all';
    throw new UsageError(say`no figure of ${concept} at '${named}': ${words}`);
  }
  return { concept, period };
}

function unknownConcept(argument: string, release: Release): string {
  const ids = [...release.concepts.keys()];
  const bare = argument.replace(/@.*$/, '');
  const shorter = bare.replace(/\.[^.]*$/, '');
  const last = bare.split('.').at(-1) ?? bare;
  const near = [nearestName(bare, ids), nearestName(shorter, ids)];
  const alike = ids.filter((id) => id.includes(bare) || id.split('.').includes(last) || id.startsWith(`${bare.split('.')[0]}.`));
  const names = [...new Set([...near.filter((name) => name !== undefined), ...alike])].slice(0, mostSuggestions);
  return say`no concept '${argument}'${names.length > 0 ? say`; near it: ${sayAll(names, ', ')}` : ''}`;
}
