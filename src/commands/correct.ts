// Turn the command to correct a build into the papers of the correction, written to a folder, or into what keeps them from being written.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Papers } from '../correct/make-correction.ts';
import { language } from '../language/languages.ts';
import type { Difference, Differences } from '../model/difference.ts';
import { isError } from '../model/finding.ts';
import { inLang, type Lang } from '../model/language.ts';
import { say } from '../model/say.ts';
import { type ReleasePlace, releaseName } from '../model/sources.ts';
import { endReaders } from '../pdf/engine/read-pdf.ts';
import { type Corrected, correctRelease } from '../project/correct-release.ts';
import { readEarlierBuild } from '../project/earlier-manifest.ts';
import { findRelease, outFolder } from '../project/find-release.ts';
import { publishIn } from '../project/publish.ts';
import { Session } from '../session.ts';
import { type Console, exit, progress } from './console.ts';
import { type Format, findingsAsJson, reportFindings } from './report-findings.ts';

export interface CorrectOptions {
  readonly format: Format;
  /** Folder of the build that is corrected. */
  readonly against: string;
  /** Folder for the papers instead of `out/<issuer>/<release>/correction`. */
  readonly out?: string;
}

/** Nothing is written unless every difference from the earlier build is explained by an edit. */
export async function correct(name: string, options: CorrectOptions, console: Console): Promise<number> {
  const earlier = readEarlierBuild(options.against, console.cwd);
  // A correction looks like what it corrects.
  const place = findRelease(name, console.cwd, earlier.manifest.style);
  const { watch, end } = progress(console, name);
  const corrected = await correctRelease(new Session({ place }, { watch }), earlier, options.against).finally(endReaders);
  end();
  const target = options.out ?? join(outFolder(place), 'correction');
  const { papers } = corrected;
  const left = papers ? earlierPapers(target, papers.files) : [];
  if (papers) await publishIn(target, papers.files);
  if (options.format === 'json') console.out(`${JSON.stringify(asJson(releaseName(place), corrected, target), null, 2)}\n`);
  else tell(place, corrected, target, console);
  for (const file of left) console.err(say`${name}: ${join(target, file)} is of an earlier correction: it is left there\n`);
  return papers ? exit.done : exit.errors;
}

/** Papers that an earlier correction left in the folder under names that this one does not use: it was in other files, or languages. */
function earlierPapers(target: string, files: ReadonlyMap<string, unknown>): readonly string[] {
  if (!existsSync(target) || !statSync(target).isDirectory()) return [];
  return readdirSync(target)
    .filter((file) => /^(?:notice|marked)(?:\.[a-z-]{2,20})?\.(?:pdf|html)$/.test(file) && !files.has(file))
    .sort();
}

/** Most unexplained differences that are listed one by one. */
const mostListed = 20;

function tell(place: ReleasePlace, { findings, differences, papers }: Corrected, target: string, console: Console): void {
  const release = releaseName(place);
  reportFindings(findings, place.root, console);
  const unexplained = classOf(differences, 'unexplained');
  for (const { summary } of unexplained.slice(0, mostListed)) console.err(`unexplained: ${summary}\n`);
  if (unexplained.length > mostListed) console.err(say`and ${unexplained.length - mostListed} more\n`);
  if (unexplained.length > 0)
    console.err(say`${release}: ${unexplained.length} differences that no edit explains; look at them with kessan diff\n`);
  else if (differences && !papers && !findings.some(isError))
    console.err(say`${release}: prints what the earlier build prints: there is nothing to correct\n`);
  if (!differences || !papers) {
    console.err(say`${release}: nothing written\n`);
    return;
  }
  const { ordered, consequential, text } = differences.counts;
  console.out(`${release}: ${ordered} ordered, ${consequential} consequential, ${text} in words\n`);
  for (const { summary } of classOf(differences, 'ordered')) console.out(`  ordered: ${summary}\n`);
  const { notice, marked, clean } = papers.pages;
  console.out(`notice ${notice} pages, marked release ${marked}, clean release ${clean}\n`);
  for (const line of [...unchanged(papers), ...dataLines(papers)]) console.out(`  ${line}\n`);
  for (const [file, content] of papers.files) console.out(`  ${join(target, file)}  ${Buffer.byteLength(content)} bytes\n`);
}

/** Languages without a notice of their own. */
function unchanged({ languages, marked }: Papers): readonly string[] {
  const others = marked.document.languages.filter((lang) => !languages.includes(lang));
  return others.map((lang) => say`nothing changed in ${language(lang).name}: the notice has no part in it`);
}

/** What the notice says of numerical data, once where it says the same in every language. */
function dataLines({ languages, numericalData: { told, follows, why } }: Papers): readonly string[] {
  const lineIn = (lang: Lang): string => {
    const word = inLang(told, lang) ? 'corrected' : 'not corrected';
    return why === undefined
      ? word
      : `${word}, as correction.yaml says (${why}); the figures say ${inLang(follows, lang) ? 'corrected' : 'not corrected'}`;
  };
  const same = new Set(languages.map(lineIn)).size === 1;
  if (same) return languages.slice(0, 1).map((lang) => `numerical data ${lineIn(lang)}`);
  return languages.map((lang) => `numerical data in the ${language(lang).name} notice: ${lineIn(lang)}`);
}

const classOf = (differences: Differences | undefined, name: Difference['class']): readonly Difference[] =>
  (differences?.changes ?? []).filter((change) => change.class === name);

/** The working copy of a correction: what was ordered, what follows from it and how, and what no edit explains. */
function asJson(release: string, { findings, differences, papers }: Corrected, target: string): object {
  return {
    release,
    findings: findingsAsJson(findings),
    ordered: classOf(differences, 'ordered'),
    consequential: classOf(differences, 'consequential'),
    text: classOf(differences, 'text'),
    unexplained: classOf(differences, 'unexplained'),
    ...(papers && { languages: papers.languages, numericalData: papers.numericalData }),
    ...(papers ? { pages: papers.pages, files: [...papers.files.keys()].map((file) => join(target, file)) } : { files: [] }),
  };
}
