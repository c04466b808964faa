// Turn a release into findings only: every stage before rendering runs, and nothing is written.
import { compose } from '../pipeline.ts';
import { type Console, exit, progress } from './console.ts';
import { findRelease } from './find-release.ts';
import { listAdjustments } from './list-adjustments.ts';
import { type Format, findingsAsJson, reportFindings } from './report-findings.ts';

export interface CheckOptions {
  readonly format: Format;
}

/** Lists findings, then every figure that is not the plain rounding of its exact value, with its reason. */
export function check(names: readonly string[], options: CheckOptions, console: Console): number {
  const places = names.map((name) => findRelease(name, console.cwd));
  let code: number = exit.done;
  const results: object[] = [];
  for (const place of places) {
    const name = `${place.issuer}/${place.release}`;
    const { watch, end } = progress(console, name);
    const composed = compose(place, 'layout', watch);
    end();
    const failed = composed.findings.some((finding) => finding.severity === 'error');
    if (failed) code = exit.errors;
    const adjustments = composed.financials ? listAdjustments(composed.financials) : [];
    if (options.format === 'text') {
      reportFindings(composed.findings, place.root, console);
      if (!failed) {
        for (const line of adjustments) console.out(`${line.text}\n`);
        console.out(
          `${name}: ${composed.document?.figures.length ?? 0} figures on ${composed.layout?.pages.length ?? 0} pages, ${adjustments.length} plugs and overrides\n`,
        );
      }
    }
    results.push({ release: name, findings: findingsAsJson(composed.findings), adjustments: adjustments.map(({ text, ...rest }) => rest) });
  }
  if (options.format === 'json') console.out(`${JSON.stringify(results, null, 2)}\n`);
  return code;
}
