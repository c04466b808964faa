// Turn a corrected release and the build that it corrects into the papers of the correction; an unexplained difference stops it.

import { compareBuilds } from '../compare/compare-builds.ts';
import { changesOf } from '../correct/changes-of.ts';
import { checkNotice } from '../correct/check-notice.ts';
import { makeCorrection, type Papers } from '../correct/make-correction.ts';
import { loadCorrection } from '../load/load.ts';
import type { Announced, Changes, CorrectionSpec } from '../model/correction.ts';
import type { Differences } from '../model/difference.ts';
import { figuresOf } from '../model/file-content.ts';
import { type Finding, isError, type Report, UsageError } from '../model/finding.ts';
import { inLang, type Lang, perLang } from '../model/language.ts';
import type { ReleaseSpec } from '../model/release.ts';
import { say } from '../model/say.ts';
import { type ReleasePlace, releaseName } from '../model/sources.ts';
import type { Span } from '../model/span.ts';
import type { CorrectionStyle } from '../model/style.ts';
import type { Session } from '../session.ts';
import { validateCorrection } from '../validate/validate-correction.ts';
import { readBack } from '../verify/read-back.ts';
import { type Build, buildRelease } from './build-release.ts';
import { readWholePdfs, versionOfBuild } from './compare-versions.ts';
import { announcedBefore, correctionFile, renderCorrections } from './earlier-corrections.ts';
import type { EarlierBuild } from './earlier-manifest.ts';
import { parseRecord, readWritten } from './read-record.ts';
import { recordedVersion } from './read-versions.ts';

/** What a correction comes to. */
export interface Corrected {
  readonly findings: readonly Finding[];
  /** Undefined when the release, or what is said about its correction, has errors. */
  readonly differences?: Differences;
  /** Undefined unless every difference from the earlier build follows from an edit, and there is one. */
  readonly papers?: Papers;
}

/** `earlier` is the build that is corrected, `name` as its user named it; refuses one of another release or in another style. Nothing is written. */
export async function correctRelease(session: Session, earlier: EarlierBuild, name: string): Promise<Corrected> {
  const { place } = session;
  if (!place) throw new Error('correct-release: a correction is read beside its release');
  refuseOther(session, earlier, name);
  const record = parseRecord(readWritten(earlier.folder, name), name);
  const { value: build, findings: found } = await buildRelease(session);
  const findings = [...found];
  const report: Report = (finding) => findings.push(finding);
  const languages = session.load().value?.languages;
  const spec = languages && correctionOf(place, languages, report, build?.release.spec.announced);
  const style = build && styleOf(build, report);
  if (!build || !spec || !style || findings.some(isError)) return { findings };

  const now = parseRecord(versionOfBuild('this build', build).written, 'this build');
  const old = await recordedVersion(name, readWholePdfs(earlier.folder, name, earlier.manifest), record, earlier.altered);
  const differences = compareBuilds(old, await recordedVersion(releaseName(place), wholePdfs(build), now, []));
  const changes = changesOf(differences, record, now);
  if (differences.counts.unexplained > 0 || !corrects(changes)) return { findings, differences };
  const before = announcedBefore(earlier.folder, record);
  const announced = { ...before, earlier: earlierOf(spec, before.earlier, report) };
  if (findings.some(isError)) return { findings, differences };
  const papers = await makeCorrection(build, { spec, changes, differences, announced, style, old: record, now }, report);
  if (papers) checkNotice(differences, { before: record, after: now }, papers.notice.document, report);
  for (const { files, document: whole } of papers ? [papers.notice, papers.marked] : [])
    for (const file of files) await readBack(file.pdf, file.document, file.layout, report, session.memory, figuresOf(file, whole));
  if (!papers || findings.some(isError)) return { findings, differences };
  const own = perLang(papers.languages, (lang) => inLang(spec.date, lang).value);
  const corrections = renderCorrections(announced, own, build.outputs.get('manifest.json') ?? '');
  return { findings, differences, papers: { ...papers, files: new Map([...papers.files, [correctionFile, corrections]]) } };
}

const wholePdfs = ({ pdfs }: Build): readonly Uint8Array[] => pdfs.filter(({ of }) => !of.summary).map(({ pdf }) => pdf);

/** The corrections that correction.yaml lists, or those that the build tells of: which it lists too; none goes out after this one. */
function earlierOf({ date, earlier: listed }: CorrectionSpec, known: Announced['earlier'], report: Report): Announced['earlier'] {
  for (const days of known) {
    for (const [lang, day] of Object.entries(days)) {
      const own = date[lang];
      if (!own || day === undefined) continue;
      const refuse = (message: string, at: Span, hint: string) =>
        report({ severity: 'error', code: 'validate/date', message, at, hints: [hint] });
      if (listed && !listed.value.some((each) => each[lang] === day))
        refuse(
          say`the build that is corrected went out with the correction of ${day}, which is not listed`,
          listed.at,
          say`add {${lang}: ${day}}`,
        );
      if (own.value < day)
        refuse(
          say`the notice is of ${own.value}, and the correction that it follows went out on ${day}`,
          own.at,
          'give the day of this notice',
        );
    }
  }
  return listed?.value ?? known;
}

/** A correction is of the same release, and looks like what it corrects. */
function refuseOther(session: Session, { manifest }: EarlierBuild, name: string): void {
  const { place } = session;
  if (place && (manifest.issuer !== place.issuer || manifest.release !== place.release))
    throw new UsageError(say`${name} is a build of ${manifest.issuer}/${manifest.release}, not of ${place.issuer}/${place.release}`);
  if (manifest.draft)
    throw new UsageError(say`${name} is a draft, and nobody has published what it says: name the build that is corrected`);
  const style = session.load().value?.theme;
  if (manifest.style !== undefined && style !== undefined && manifest.style !== style)
    throw new UsageError(say`${name} was built in the style ${manifest.style}, and this release is set in ${style}`);
}

const corrects = ({ figures, removed, texts, pictures }: Changes): boolean =>
  figures.size + removed.length + texts.length + pictures.length > 0;

function correctionOf(
  { root, issuer, release }: ReleasePlace,
  languages: readonly Lang[],
  report: Report,
  announced: ReleaseSpec['announced'] | undefined,
): CorrectionSpec | undefined {
  const file = loadCorrection(root, issuer, release, report);
  return file && validateCorrection(file, languages, report, announced);
}

/** A layout without a notice issues no corrections. */
function styleOf({ release, sources }: Build, report: Report): CorrectionStyle | undefined {
  const { correction } = release.style;
  if (correction) return correction;
  report({
    severity: 'error',
    code: 'validate/missing-key',
    message: 'the style has no key correction: it does not say how corrections look',
    at: sources.style.locate([], true),
    hints: ['add correction: {excerpt-limit: …, underline: {offset: …, thickness: …}, marked: {ja: …, en: …}}, and a notice.hbs beside it'],
  });
  return undefined;
}
