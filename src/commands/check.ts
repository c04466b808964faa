// Turn releases into findings only: every stage before rendering runs; nothing is written but the tie-out book, where it is asked for.
import { join } from 'node:path';
import { oneSidedTables } from '../check/languages/one-sided-tables.ts';
import { type Finding, isError } from '../model/finding.ts';
import type { Memory } from '../model/memory.ts';
import { say } from '../model/say.ts';
import { type ReleasePlace, released, releaseName } from '../model/sources.ts';
import { type Checked, checkRelease } from '../project/check-release.ts';
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
  /** Lists in text every plug, override and waiver, and what one language alone prints. */
  readonly verbose: boolean;
  /** A theme of the layout instead of the one that the release names. */
  readonly style?: string;
  /** Renders the release and holds its pages against the typographic rules. */
  readonly pages: boolean;
  /** Whatever nobody has checked, or was checked and says something else by now, is an error. */
  readonly reviewed: boolean;
}

/** Lists findings, then in one line how much was printed, and how much of it against the rules; all of that by itself where it is asked for. */
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
  const checked = await checkRelease(new Session({ place }, { watch, memory }), options);
  const { notes, adjustments, waivers, restatements, composed } = checked;
  const unsigned = options.reviewed && composed ? (await import('../project/review-release.ts')).unreviewed(place, composed) : [];
  const findings = [...checked.findings, ...unsigned];
  end();
  if (options.format === 'text') {
    reportFindings(findings, place.root, console);
    if (composed) console.out(`${options.verbose ? listed(checked) : ''}${name}: ${summary(composed, checked)}\n`);
  }
  const book = options.report && composed ? await writeBook(composed, notes, place) : undefined;
  if (book !== undefined && options.format === 'text') console.out(`  ${book}\n`);
  if (!composed && options.report && options.format === 'text') console.err(say`${name}: no tie-out book written\n`);
  return {
    code: findings.some(isError) ? exit.errors : exit.done,
    result: {
      ...released(place),
      findings: findingsAsJson([...findings, ...notes]),
      adjustments: adjustments.map(({ text, ...rest }) => rest),
      waivers: waivers.map(({ text, ...rest }) => rest),
      restatements: restatements.map(({ text, ...rest }) => rest),
      ...(book === undefined ? {} : { report: book }),
    },
  };
}

/** Everything that is no finding, a line each. */
const listed = ({ adjustments, waivers, restatements, notes }: Checked): string =>
  [...[...adjustments, ...waivers, ...restatements].map(({ text }) => text), ...notes.map(({ message }) => `note ${message}`)]
    .map((line) => `${line}\n`)
    .join('');

/** `1389 figures on 15 pages, 26 plugs and overrides`, then waivers and notes where there are any, and tables of one language by name. */
function summary({ document, layout }: Composed, { adjustments, waivers, restatements, notes }: Checked): string {
  const ofData = adjustments.filter(({ kind }) => kind === 'published' || kind === 'incomparable').length;
  const counts = [
    `${document.figures.length} figures on ${layout.pages.length} pages`,
    `${adjustments.length - ofData} plugs and overrides`,
    ...(ofData > 0 ? [`${ofData} changes as published or not comparable`] : []),
  ];
  if (waivers.length > 0) counts.push(`${waivers.length} ${waivers.length === 1 ? 'waiver' : 'waivers'}`);
  if (restatements.length > 0) counts.push(`${restatements.length} restated`);
  if (notes.length > 0) counts.push(`${notes.length} ${notes.length === 1 ? 'note' : 'notes'} on what one language prints alone`);
  for (const { statement, languages } of oneSidedTables(document)) counts.push(`table ${statement} in ${languages} only`);
  return counts.join(', ');
}

/** Writes the book whole, and answers where. */
async function writeBook(composed: Composed, notes: readonly Finding[], place: ReleasePlace): Promise<string> {
  const { release, financials, document, layout } = composed;
  const file = join(outFolder(place), 'tie-out.html');
  const { bookedReview } = await import('../project/review-release.ts');
  const review = bookedReview(place, composed);
  await publish(new Map([[file, renderTieOut(release, financials, document, layout, notes, review)]]));
  return file;
}
