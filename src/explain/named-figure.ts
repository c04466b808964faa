// Turn a figure's name as typed on the command line into its concept and period, and another value for it into the release with that value.

import { typedFigures } from '../check/figures/typed-figures.ts';
import { factKey, parseFactReference } from '../figures/fact-key.ts';
import type { Fact, Financials } from '../model/financials.ts';
import { UsageError } from '../model/finding.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { Release, ReportedFact } from '../model/release.ts';
import { baseValue, percentFault } from '../validate/build-fact.ts';
import { isFault, parseFigure } from '../validate/parse-typed.ts';
import { type Explained, reportedFact } from './explain-fact.ts';

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
    const words = known.length > 0 ? `it has figures at ${known.join(', ')}` : 'it has none at all';
    throw new UsageError(`no figure of ${concept} at '${named}': ${words}`);
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
  return `no concept '${argument}'${names.length > 0 ? `; near it: ${names.join(', ')}` : ''}`;
}

/** One typed figure and the value that is supposed for it. */
export interface Supposed {
  readonly fact: Fact;
  /** As it stands in its file. */
  readonly typed: string;
  /** As supposed. */
  readonly text: string;
  /** The release with the supposed value. */
  readonly release: Release;
}

/** Refuses a computed figure, and says which typed ones it comes from. */
export function withValue({ release, financials }: Explained, { concept: id, period: named }: FactName, text: string): Supposed {
  const concept = release.concepts.get(id);
  if (!concept) throw new Error(`named-figure: ${id} is no concept`);
  const known = [...financials.facts.values()].filter((each) => each.concept === id);
  // A concept with one figure needs no period.
  const period = named ?? (known.length === 1 ? known[0]?.period : undefined);
  if (period === undefined) throw new UsageError(`a value is supposed for one period: ${known.map((each) => each.key).join(', ')}`);
  const fact = financials.facts.get(factKey(id, period));
  const reported = fact && reportedFact(fact, release);
  if (!fact || !reported) {
    const typed = typedFigures([factKey(id, period)], financials).map((each) => `  ${each.key} (${each.at.file}:${each.at.line})`);
    throw new UsageError(
      `${factKey(id, period)} is computed, as ${fact?.formula ?? ''}; suppose a value for one of its figures:\n${typed.join('\n')}`,
    );
  }
  const figure = parseFigure(text);
  const fault = isFault(figure) ? figure : percentFault(figure, concept);
  if (isFault(figure) || fault) throw new UsageError(fault ? `${fault.message}; ${fault.hint}` : '');
  const value: ReportedFact = { ...reported, value: baseValue(figure, concept), nil: figure.nil, text };
  return { fact, typed: reported.text, text, release: replaced(release, period, value) };
}

function replaced(release: Release, period: string, fact: ReportedFact): Release {
  const known = release.periods.get(period);
  if (!known) return { ...release, spec: { ...release.spec, stated: new Map(release.spec.stated).set(fact.concept, fact) } };
  const altered = { ...known, facts: new Map(known.facts).set(fact.concept, fact) };
  return { ...release, periods: new Map(release.periods).set(period, altered) };
}
