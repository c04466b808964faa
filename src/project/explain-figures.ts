// Turn the name of a figure into where it comes from and where it is printed, or supposed values into what would change.
import { type Explained, type Explanation, explainFact } from '../explain/explain-fact.ts';
import { type Impact, impactOfValues } from '../explain/impact-of-values.ts';
import { findFact } from '../explain/named-figure.ts';
import { type GivenValue, withValues } from '../explain/supposed-values.ts';
import type { Finding } from '../model/finding.ts';
import type { Session, Stage } from '../session.ts';

/** What can be explained of a release: with errors as far as its stages get, for that is when one asks; without a document nothing. */
export function explainable(session: Session): Stage<Explained> {
  const [release, financials] = [session.validate().value, session.derive().value];
  const [document, layout] = [session.merge().value, session.layout().value];
  const value = release && financials && document && { release, financials, document, layout };
  return { value, findings: findingsOf(session) };
}

/** Every figure of `concept`, or the one of `concept@period`. Refuses, as wrong usage, a name that is no figure. */
export function explainFigures(explained: Explained, name: string): readonly Explanation[] {
  const asked = findFact(name, explained.release, explained.financials);
  const facts = [...explained.financials.facts.values()].filter(
    ({ concept, period }) => concept === asked.concept && (asked.period === undefined || period === asked.period),
  );
  return facts.map((fact) => explainFact(fact, explained));
}

/** What these values, typed as in data files, would change together. Refuses, as wrong usage, figures that are computed, and values that are none. */
export function impactOf(session: Session, explained: Explained, given: readonly GivenValue[]): Impact {
  const supposition = withValues(explained, given);
  const after = session.suppose(supposition.release);
  const financials = after.derive().value;
  if (!financials) throw new Error('explain-figures: a validated release has figures');
  const [document, layout] = [after.merge().value, after.layout().value];
  const results = { financials, document, layout, findings: findingsOf(after) };
  return impactOfValues(supposition, { ...explained, findings: findingsOf(session) }, results);
}

/** Those of all stages, but no notes. */
function findingsOf(session: Session): readonly Finding[] {
  const stages = [session.load(), session.validate(), session.derive(), session.check(), session.merge(), session.layout()];
  return stages.flatMap(({ findings }) => findings).filter(({ severity }) => severity !== 'note');
}
