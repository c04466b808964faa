// Turn a release into findings only: every stage before rendering runs; nothing is written but the tie-out book, where it is asked for.
import { join } from 'node:path';
import { listAdjustments } from '../check/list-adjustments.ts';
import { listWaivers } from '../check/list-waivers.ts';
import type { Diagnostic, Report } from '../model/diagnostic.ts';
import { type Composed, compose, type ReleasePlace, type Watch } from '../pipeline.ts';
import { renderTieOut } from '../render/tie-out/render-tie-out.ts';
import { type Console, exit, progress } from './console.ts';
import { eachRelease, type ReleaseOutcome } from './each-release.ts';
import { findRelease } from './find-release.ts';
import { inTheme } from './in-theme.ts';
import { publish } from './publish.ts';
import { outFolder, released, releaseName } from './release-folders.ts';
import { type Format, findingsAsJson, reportFindings } from './report-findings.ts';

export interface CheckOptions {
  readonly format: Format;
  /** Writes `out/<issuer>/<release>/tie-out.html` for a release without errors. */
  readonly report: boolean;
  /** A theme of the layout instead of the one that the release names. */
  readonly style?: string;
  /** Renders the release and holds its pages against the typographic rules. */
  readonly pages: boolean;
}

/** Lists findings, then every figure that is not the plain rounding of its exact value with its reason, every relation that may fail, then what one language alone prints. */
export async function check(names: readonly string[], options: CheckOptions, console: Console): Promise<number> {
  const places = names.map((name) => inTheme(findRelease(name, console.cwd), options.style));
  const { code, results } = await eachRelease(places, console, (place) => checkOne(place, options, console));
  if (options.format === 'json') console.out(`${JSON.stringify(results, null, 2)}\n`);
  return code;
}

async function checkOne(place: ReleasePlace, options: CheckOptions, console: Console): Promise<ReleaseOutcome> {
  const name = releaseName(place);
  const { watch, end } = progress(console, name);
  const composed = compose(place, 'layout', watch);
  const findings = [...composed.findings];
  if (options.pages && !findings.some(isError)) await lintRelease(composed, watch, (finding) => findings.push(finding));
  end();
  const failed = findings.some(isError);
  const adjustments = composed.financials ? listAdjustments(composed.financials) : [];
  const waivers = composed.release ? listWaivers(composed.release) : [];
  if (options.format === 'text') {
    reportFindings(findings, place.root, console);
    if (!failed) {
      for (const line of [...adjustments, ...waivers]) console.out(`${line.text}\n`);
      for (const { message } of composed.notes ?? []) console.out(`note ${message}\n`);
      console.out(
        `${name}: ${composed.document?.figures.length ?? 0} figures on ${composed.layout?.pages.length ?? 0} pages, ${adjustments.length} plugs and overrides, ${count(waivers.length)}\n`,
      );
    }
  }
  const book = options.report && !failed ? writeBook(composed, place) : undefined;
  if (book !== undefined && options.format === 'text') console.out(`  ${book}\n`);
  if (failed && options.report && options.format === 'text') console.err(`${name}: no tie-out book written\n`);
  return {
    code: failed ? exit.errors : exit.done,
    result: {
      ...released(place),
      findings: findingsAsJson([...findings, ...(composed.notes ?? [])]),
      adjustments: adjustments.map(({ text, ...rest }) => rest),
      waivers: waivers.map(({ text, ...rest }) => rest),
      ...(book === undefined ? {} : { report: book }),
    },
  };
}

const count = (waivers: number): string => `${waivers} ${waivers === 1 ? 'waiver' : 'waivers'}`;

const isError = (finding: Diagnostic): boolean => finding.severity === 'error';

/** Writes the release's file twice in memory, and lints the pages and the file. */
async function lintRelease({ sources, release, financials, document, layout }: Composed, watch: Watch, report: Report): Promise<void> {
  if (!sources || !release || !financials || !document || !layout) throw new Error('check: a release without errors has every result');
  watch('render');
  const { renderPdf } = await import('../render/pdf/render-pdf.ts');
  const write = () => renderPdf(document, layout, sources.fontMetrics, sources.fonts);
  const [pdf, again] = [await write(), await write()];
  watch('verify');
  const { lintPages } = await import('../lint/lint-pages.ts');
  await lintPages(document, layout, release.style, sources.fontMetrics, pdf, report, { release, financials, again });
}

/** Writes the book whole, and answers where. */
function writeBook({ release, financials, document, layout }: Composed, place: ReleasePlace): string {
  if (!release || !financials || !document || !layout) throw new Error('check: a release without errors has every result');
  const file = join(outFolder(place), 'tie-out.html');
  publish(new Map([[file, renderTieOut(release, financials, document, layout)]]));
  return file;
}
