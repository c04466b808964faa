// Turn other values for typed figures into the release that has them, or into all that is wrong with them, each with its place.

import { typedFigures } from '../check/figures/typed-figures.ts';
import { sameOpen } from '../figures/ends.ts';
import { factKey } from '../figures/fact-key.ts';
import { typedDecimals } from '../figures/scale.ts';
import type { Fact, FactKey } from '../model/financials.ts';
import { UsageError } from '../model/finding.ts';
import type { Release, ReportedFact } from '../model/release.ts';
import { say, sayAll } from '../model/say.ts';
import type { Span } from '../model/span.ts';
import { baseValue, openParts, percentFault } from '../validate/build-fact.ts';
import { isFault, parseOpenFigure } from '../validate/parse-typed.ts';
import { type Explained, reportedFact } from './explain-fact.ts';
import { findFact } from './named-figure.ts';

/** A figure and what is supposed for it, as they were typed. */
export interface GivenValue {
  /** `concept@period`, with the id or the role of a period; the concept alone where it has one figure. */
  readonly figure: string;
  /** As a data file writes it: `15,356,276`, `(1,592)`, `23.6%`, `-` for nil. */
  readonly value: string;
  /** Where it was typed, for messages: `values.yaml:3:15`, or the argument itself. */
  readonly place?: string;
}

/** One typed figure and the value that is supposed for it. */
export interface SupposedValue {
  readonly fact: FactKey;
  /** As it stands in its file. */
  readonly typed: string;
  /** As supposed. */
  readonly supposed: string;
  /** Where the figure is typed. */
  readonly at: Span;
}

/** Several values at once: a correction moves the figures that make up for it too. */
export interface Supposition {
  /** In the order in which they were given. */
  readonly values: readonly SupposedValue[];
  /** The release with all of them. */
  readonly release: Release;
}

/** Refuses, as wrong usage, all values that cannot be supposed: of no figure, of a computed one, of one twice, of none, and what stands there already. */
export function withValues(explained: Explained, given: readonly GivenValue[]): Supposition {
  const found = new Map<FactKey, SupposedValue & { readonly place: string }>();
  const faults: string[] = [];
  let { release } = explained;
  for (const each of given) {
    try {
      const { fact, reported, value } = supposedValue(explained, each);
      const place = each.place ?? `${each.figure}=${each.value}`;
      const before = found.get(fact.key);
      if (before) throw new UsageError(say`${fact.key} has a value already, ${before.supposed} (${before.place}): give it one`);
      found.set(fact.key, { fact: fact.key, typed: reported.text, supposed: each.value, at: reported.at, place });
      release = replaced(release, fact.period, value);
    } catch (fault) {
      if (!(fault instanceof UsageError)) throw fault;
      faults.push(each.place === undefined ? fault.message : say`${each.place}: ${fault.message}`);
    }
  }
  if (faults.length > 0) throw new UsageError(faults.join('\n'));
  if (found.size === 0) throw new UsageError('no value is supposed');
  return { values: [...found.values()].map(({ place: _place, ...value }) => value), release };
}

/** A figure, as it is typed and as it would be. */
interface Supposable {
  readonly fact: Fact;
  readonly reported: ReportedFact;
  readonly value: ReportedFact;
}

function supposedValue(explained: Explained, { figure: name, value: text }: GivenValue): Supposable {
  const { release, financials } = explained;
  const { concept: id, period: named } = findFact(name, release, financials);
  const concept = release.concepts.get(id);
  if (!concept) throw new Error(`supposed-values: ${id} is no concept`);
  const known = [...financials.facts.values()].filter((each) => each.concept === id);
  // A concept with one figure needs no period.
  const period = named ?? (known.length === 1 ? known[0]?.period : undefined);
  if (period === undefined)
    throw new UsageError(
      say`a value is supposed for one period: ${sayAll(
        known.map((each) => each.key),
        ', ',
      )}`,
    );
  const fact = financials.facts.get(factKey(id, period));
  const reported = fact && reportedFact(fact, release);
  if (!fact || !reported) throw new UsageError(computedFault(factKey(id, period), fact, explained));
  const figure = parseOpenFigure(text);
  const fault = isFault(figure) ? figure : percentFault(figure, concept);
  if (isFault(figure) || fault) throw new UsageError(fault ? say`${fault.message}; ${fault.hint}` : '');
  const { undecided: _undecided, upper: _upper, ...kept } = reported;
  const value: ReportedFact = { ...kept, value: baseValue(figure, concept), nil: figure.nil, ...openParts(figure, concept), text };
  if (same(reported, value)) {
    const { file, line, column } = reported.at;
    throw new UsageError(say`${fact.key} is ${reported.text} already (${file}:${line}:${column}): nothing would change`);
  }
  return { fact, reported, value };
}

function computedFault(key: FactKey, fact: Fact | undefined, { financials }: Explained): string {
  const typed = typedFigures([key], financials).map((each) => `  ${each.key} (${each.at.file}:${each.at.line})`);
  return say`${key} is computed, as ${fact?.formula ?? ''}; suppose a value for one of its figures:\n${typed.join('\n')}`;
}

/** The same figure, however it is grouped; 29.7 is not as fine as 29.70. */
const same = (a: ReportedFact, b: ReportedFact): boolean =>
  sameOpen(a, b) && a.nil === b.nil && typedDecimals(a.text) === typedDecimals(b.text);

function replaced(release: Release, period: string, fact: ReportedFact): Release {
  const known = release.periods.get(period);
  if (!known) return { ...release, spec: { ...release.spec, stated: new Map(release.spec.stated).set(fact.concept, fact) } };
  const altered = { ...known, facts: new Map(known.facts).set(fact.concept, fact) };
  return { ...release, periods: new Map(release.periods).set(period, altered) };
}
