// Turn releases into findings only: every stage before rendering runs; nothing is written but the tie-out book, where it is asked for.
import { join } from 'node:path';
import { isError } from '../model/finding.ts';
import type { Memory } from '../model/memory.ts';
import { type ReleasePlace, released, releaseName } from '../model/sources.ts';
import { checkRelease } from '../project/check-release.ts';
import { findRelease, outFolder } from '../project/find-release.ts';
import { publish } from '../project/publish.ts';
import { renderTieOut } from '../render/tie-out/render-tie-out.ts';
import { type Composed, Session } from '../session.ts';
import { type Console, exit, progress } from './console.ts';
import { eachRelease, type ReleaseOutcome } from './each-release.ts';
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
  const places = names.map((name) => findRelease(name, console.cwd, options.style));
  const { code, results } = await eachRelease(places, console, (place, memory) => checkOne({ place, memory }, options, console));
  if (options.format === 'json') console.out(`${JSON.stringify(results, null, 2)}\n`);
  return code;
}

async function checkOne(
  { place, memory }: { readonly place: ReleasePlace; readonly memory: Memory },
  options: CheckOptions,
  console: Console,
): Promise<ReleaseOutcome> {
  const name = releaseName(place);
  const { watch, end } = progress(console, name);
  const { findings, notes, adjustments, waivers, composed } = await checkRelease(new Session({ place }, { watch, memory }), options);
  end();
  if (options.format === 'text') {
    reportFindings(findings, place.root, console);
    if (composed) {
      for (const line of [...adjustments, ...waivers]) console.out(`${line.text}\n`);
      for (const { message } of notes) console.out(`note ${message}\n`);
      const { document, layout } = composed;
      console.out(
        `${name}: ${document.figures.length} figures on ${layout.pages.length} pages, ${adjustments.length} plugs and overrides, ${count(waivers.length)}\n`,
      );
    }
  }
  const book = options.report && composed ? writeBook(composed, place) : undefined;
  if (book !== undefined && options.format === 'text') console.out(`  ${book}\n`);
  if (!composed && options.report && options.format === 'text') console.err(`${name}: no tie-out book written\n`);
  return {
    code: findings.some(isError) ? exit.errors : exit.done,
    result: {
      ...released(place),
      findings: findingsAsJson([...findings, ...notes]),
      adjustments: adjustments.map(({ text, ...rest }) => rest),
      waivers: waivers.map(({ text, ...rest }) => rest),
      ...(book === undefined ? {} : { report: book }),
    },
  };
}

const count = (waivers: number): string => `${waivers} ${waivers === 1 ? 'waiver' : 'waivers'}`;

/** Writes the book whole, and answers where. */
function writeBook({ release, financials, document, layout }: Composed, place: ReleasePlace): string {
  const file = join(outFolder(place), 'tie-out.html');
  publish(new Map([[file, renderTieOut(release, financials, document, layout)]]));
  return file;
}
