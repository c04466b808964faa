// Turn a corrected release and the build that it corrects into the papers of the correction; an unexplained difference stops it.

import { join } from 'node:path';
import { compareBuilds } from '../compare/compare-builds.ts';
import { changesOf } from '../correct/changes-of.ts';
import { makeCorrection, type Papers } from '../correct/make-correction.ts';
import { languageCodes } from '../language/languages.ts';
import { loadCorrection } from '../load/load-correction.ts';
import type { Changes, CorrectionSpec } from '../model/correction.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Difference, Differences } from '../model/difference.ts';
import type { Lang } from '../model/language.ts';
import type { CorrectionStyle } from '../model/style.ts';
import type { ReleasePlace } from '../pipeline.ts';
import { validateCorrection } from '../validate/validate-correction.ts';
import { type Console, exit, progress } from './console.ts';
import { readEarlierBuild } from './earlier-manifest.ts';
import { findRelease, UsageError } from './find-release.ts';
import { inTheme } from './in-theme.ts';
import { type Built, isError, makeBuild } from './make-build.ts';
import { readBuiltPdf } from './open-version.ts';
import { publish } from './publish.ts';
import { readRecord, readRecordIn } from './read-record.ts';
import { recordedVersion } from './recorded-version.ts';
import { outFolder, releaseName } from './release-folders.ts';
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
  const { folder, manifest, altered } = readEarlierBuild(options.against, console.cwd);
  // A correction looks like what it corrects.
  const place = inTheme(findRelease(name, console.cwd), manifest.style);
  if (manifest.issuer !== place.issuer || manifest.release !== place.release) {
    throw new UsageError(
      `${options.against} is a build of ${manifest.issuer}/${manifest.release}, not of ${place.issuer}/${place.release}`,
    );
  }
  const record = readRecordIn(folder, options.against);
  const { watch, end } = progress(console, name);
  const { findings: found, built } = await makeBuild(place, watch);
  const findings = [...found];
  const spec = correctionOf(place, built?.release.languages ?? languageCodes, findings);
  const style = built && styleOf(built, findings);
  const outcome: Outcome = { release: releaseName(place), findings };
  if (!built || !spec || !style || findings.some(isError)) return told({ ...outcome, failed: true }, place, options, console, end);

  const pdf = readBuiltPdf(folder, options.against);
  const now = readRecord((file) => outputText(built, file), 'this build');
  const old = await recordedVersion(options.against, pdf, record, altered);
  const differences = compareBuilds(old, await recordedVersion(name, built.pdf, now, []));
  const changes = changesOf(differences, record, now);
  if (differences.counts.unexplained > 0 || !corrects(changes))
    return told({ ...outcome, differences, failed: true }, place, options, console, end);
  const papers = await papersOf(built, spec, changes, style, findings);
  if (!papers) return told({ ...outcome, differences, failed: true }, place, options, console, end);
  const target = options.out ?? join(outFolder(place), 'correction');
  publish(new Map([...papers.files].map(([file, content]) => [join(target, file), content])));
  return told({ ...outcome, differences, changes, papers, target, failed: false }, place, options, console, end);
}

interface Outcome {
  readonly release: string;
  readonly findings: readonly Diagnostic[];
  readonly differences?: Differences;
  readonly changes?: Changes;
  readonly papers?: Papers;
  readonly target?: string;
}

function papersOf(
  built: Built,
  spec: CorrectionSpec,
  changes: Changes,
  style: CorrectionStyle,
  findings: Diagnostic[],
): Promise<Papers | undefined> {
  return makeCorrection(built, spec, changes, style, (finding) => findings.push(finding));
}

const corrects = ({ figures, removed, texts }: Changes): boolean => figures.size + removed.length + texts.length > 0;

function correctionOf(
  { root, issuer, release }: ReleasePlace,
  languages: readonly Lang[],
  findings: Diagnostic[],
): CorrectionSpec | undefined {
  const file = loadCorrection(root, issuer, release, (finding) => findings.push(finding));
  return file && validateCorrection(file, languages, (finding) => findings.push(finding));
}

/** A layout without a notice issues no corrections. */
function styleOf({ release, sources }: Built, findings: Diagnostic[]): CorrectionStyle | undefined {
  const { correction } = release.style;
  if (correction) return correction;
  findings.push({
    severity: 'error',
    code: 'validate/missing-key',
    message: 'the style has no key correction: it does not say how corrections look',
    at: sources.style.locate([], true),
    hints: ['add correction: {excerpt-limit: …, underline: {offset: …, thickness: …}, marked: {ja: …, en: …}}, and a notice.hbs beside it'],
  });
  return undefined;
}

function outputText({ outputs }: Built, file: string): string | undefined {
  const content = outputs.get(file);
  return typeof content === 'string' ? content : undefined;
}

/** Most unexplained differences that are listed one by one. */
const mostListed = 20;

function told(
  outcome: Outcome & { readonly failed: boolean },
  place: ReleasePlace,
  { format }: CorrectOptions,
  console: Console,
  end: () => unknown,
): number {
  end();
  const { release, findings, differences, papers, target, failed } = outcome;
  if (format === 'json') {
    console.out(`${JSON.stringify(asJson(outcome), null, 2)}\n`);
    return failed ? exit.errors : exit.done;
  }
  reportFindings(findings, place.root, console);
  const unexplained = classOf(differences, 'unexplained');
  for (const { summary } of unexplained.slice(0, mostListed)) console.err(`unexplained: ${summary}\n`);
  if (unexplained.length > mostListed) console.err(`and ${unexplained.length - mostListed} more\n`);
  if (unexplained.length > 0)
    console.err(`${release}: ${unexplained.length} differences that no edit explains; look at them with kessan diff\n`);
  else if (differences && !papers && !findings.some(isError))
    console.err(`${release}: prints what the earlier build prints: there is nothing to correct\n`);
  if (failed || !differences || !papers) {
    console.err(`${release}: nothing written\n`);
    return exit.errors;
  }
  const { ordered, consequential, text } = differences.counts;
  console.out(`${release}: ${ordered} ordered, ${consequential} consequential, ${text} in words\n`);
  for (const { summary } of classOf(differences, 'ordered')) console.out(`  ordered: ${summary}\n`);
  const { notice, marked, clean } = papers.pages;
  console.out(`notice ${notice} pages, marked release ${marked}, clean release ${clean}\n`);
  for (const [file, content] of papers.files) console.out(`  ${join(target ?? '', file)}  ${Buffer.byteLength(content)} bytes\n`);
  return exit.done;
}

const classOf = (differences: Differences | undefined, name: Difference['class']): readonly Difference[] =>
  (differences?.changes ?? []).filter((change) => change.class === name);

/** The working copy of a correction: what was ordered, what follows from it and how, and what no edit explains. */
function asJson({ release, findings, differences, papers, target }: Outcome): object {
  return {
    release,
    findings: findingsAsJson(findings),
    ordered: classOf(differences, 'ordered'),
    consequential: classOf(differences, 'consequential'),
    text: classOf(differences, 'text'),
    unexplained: classOf(differences, 'unexplained'),
    ...(papers ? { pages: papers.pages, files: [...papers.files.keys()].map((file) => join(target ?? '', file)) } : { files: [] }),
  };
}
