// Turn a release and one other value for a typed figure into the release with that value; files stay as they are.
import { typedFigures } from '../check/typed-figures.ts';
import { factKey } from '../figures/fact-key.ts';
import type { Fact } from '../model/financials.ts';
import type { Release, ReportedFact } from '../model/release.ts';
import { UsageError } from '../model/usage-error.ts';
import { baseValue, percentFault } from '../validate/build-fact.ts';
import { isFault, parseFigure } from '../validate/parse-figure.ts';
import { type Explained, reportedFact } from './explain-fact.ts';
import type { FactName } from './find-fact.ts';

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
  if (!concept) throw new Error(`with-value: ${id} is no concept`);
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
