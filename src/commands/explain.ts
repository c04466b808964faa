// Turn the name of a concept or of a flag into its explanation, or supposed values into what would change; writes nothing.
import { explainFlag } from '../explain/explain-flag.ts';
import { isError } from '../model/finding.ts';
import { explainable, explainFigures, impactOf } from '../project/explain-figures.ts';
import { findRelease } from '../project/find-release.ts';
import { Session } from '../session.ts';
import { type Console, exit, progress } from './console.ts';
import { askedOf } from './given-values.ts';
import { printExplanation, printFlag } from './print-explanation.ts';
import { printImpact } from './print-impact.ts';
import { type Format, findingsAsJson, reportFindings } from './report-findings.ts';

export interface ExplainOptions {
  readonly format: Format;
  /** A theme of the layout instead of the one that the release names: its pages are told. */
  readonly style?: string;
  /** Values as typed in a data file, or files of them: tells what they would change together. */
  readonly impact?: readonly string[];
}

/** A release with errors is explained as far as its stages get: that is when one asks. */
export function explain(name: string, words: readonly string[], options: ExplainOptions, console: Console): number {
  const asked = askedOf(words, options.impact ?? [], console.cwd);
  const place = findRelease(name, console.cwd, options.style);
  const { watch, end } = progress(console, name);
  const session = new Session({ place }, { watch });
  const { value: explained, findings } = explainable(session);
  end();
  const json = options.format === 'json';
  const told = json ? findingsAsJson(findings) : [];
  if (!json) reportFindings(findings, place.root, console);
  if (!explained) {
    if (json) console.out(`${JSON.stringify({ findings: told }, null, 2)}\n`);
    return exit.errors;
  }
  const { release } = explained;
  if ('values' in asked) {
    const impact = impactOf(session, explained, asked.values);
    end();
    console.out(json ? `${JSON.stringify(impact, null, 2)}\n` : printImpact(impact, release));
  } else {
    const flag = explainFlag(asked.figure, explained);
    if (flag) {
      console.out(json ? `${JSON.stringify({ flag, findings: told }, null, 2)}\n` : printFlag(flag));
      return findings.some(isError) ? exit.errors : exit.done;
    }
    const explanations = explainFigures(explained, asked.figure);
    if (json) console.out(`${JSON.stringify({ explanations, findings: told }, null, 2)}\n`);
    else console.out(explanations.map((explanation) => printExplanation(explanation, release)).join('\n'));
  }
  return findings.some(isError) ? exit.errors : exit.done;
}
