// Turn a concept's name into its explanation, or a supposed value into what would change; writes nothing.

import { type Explained, explainFact } from '../explain/explain-fact.ts';
import { findFact } from '../explain/find-fact.ts';
import { impactOfValue } from '../explain/impact-of-value.ts';
import { withValue } from '../explain/with-value.ts';
import { type Composed, compose, suppose } from '../pipeline.ts';
import { type Console, exit, progress } from './console.ts';
import { findRelease } from './find-release.ts';
import { inTheme } from './in-theme.ts';
import { printExplanation } from './print-explanation.ts';
import { printImpact } from './print-impact.ts';
import { type Format, findingsAsJson, reportFindings } from './report-findings.ts';

export interface ExplainOptions {
  readonly format: Format;
  /** A theme of the layout instead of the one that the release names: its pages are told. */
  readonly style?: string;
  /** A value as typed in a data file: tells what it would change. */
  readonly impact?: string;
}

/** A release with errors is explained as far as its stages get: that is when one asks. */
export function explain(name: string, concept: string, options: ExplainOptions, console: Console): number {
  const place = inTheme(findRelease(name, console.cwd), options.style);
  const { watch, end } = progress(console, name);
  const { sources, release, findings: early } = compose(place, 'validate', watch);
  const stopped = !sources || !release;
  watch('layout');
  const before: Composed = stopped ? { findings: early } : suppose(sources, release);
  end();
  const findings = [...early, ...(stopped ? [] : before.findings)];
  const code = findings.some((finding) => finding.severity === 'error') ? exit.errors : exit.done;
  if (options.format === 'text') reportFindings(findings, place.root, console);
  if (stopped || !before.financials || !before.document) {
    if (options.format === 'json') console.out(`${JSON.stringify({ findings: findingsAsJson(findings) }, null, 2)}\n`);
    return exit.errors;
  }
  const { financials, document, layout } = before;
  const explained: Explained = { release, financials, document, layout };
  const asked = findFact(concept, release, financials);
  if (options.impact !== undefined) {
    const supposed = withValue(explained, asked, options.impact);
    const impact = impactOfValue(supposed, { ...explained, findings: before.findings }, suppose(sources, supposed.release));
    console.out(options.format === 'json' ? `${JSON.stringify(impact, null, 2)}\n` : printImpact(impact, release));
    return code;
  }
  const facts = [...financials.facts.values()].filter(
    (fact) => fact.concept === asked.concept && (asked.period === undefined || fact.period === asked.period),
  );
  const explanations = facts.map((fact) => explainFact(fact, explained));
  if (options.format === 'json') console.out(`${JSON.stringify({ explanations, findings: findingsAsJson(findings) }, null, 2)}\n`);
  else console.out(explanations.map((explanation) => printExplanation(explanation, release)).join('\n'));
  return code;
}
