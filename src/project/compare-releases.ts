// Turn two releases of one issuer that report on different periods into their comparison, and two builds of any kind into a blackline to read.
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { blacklineDocument } from '../compare/periods/blackline-document.ts';
import { compareReleases, type RecordedRelease } from '../compare/periods/compare-releases.ts';
import { releasePeriods } from '../compare/periods/release-periods.ts';
import { blacklinePage, type SetIn, setBlackline } from '../compare/periods/set-blackline.ts';
import type { BuildRecord } from '../model/build-record.ts';
import { type Finding, isError, type Report, UsageError } from '../model/finding.ts';
import type { Lang } from '../model/language.ts';
import type { ReleaseComparison } from '../model/release-comparison.ts';
import { say } from '../model/say.ts';
import { Session } from '../session.ts';
import { readBack } from '../verify/read-back.ts';
import type { FoundVersion } from './compare-versions.ts';
import { releaseIn } from './find-release.ts';
import { parseRecord } from './read-record.ts';

/** Undefined for versions of one release, for those of two issuers, and for files without a record: they are compared as versions. */
export function compareDifferentReleases(old: FoundVersion, now: FoundVersion): ReleaseComparison | undefined {
  const [was, is] = [old.of, now.of];
  if (!was || !is || was.issuer !== is.issuer || was.release === is.release) return undefined;
  const [before, after] = [recorded(old), recorded(now)];
  const [period, next] = [before, after].map(({ record }) => releasePeriods(record).current);
  return period === next ? undefined : compareReleases(before, after);
}

/** The same of any two builds, versions of one release too; refuses files without a record as wrong usage. */
export function compareAsReleases(old: FoundVersion, now: FoundVersion): ReleaseComparison {
  for (const { name, written } of [old, now])
    if (!written) throw new UsageError(say`${name} is no build and no release: a blackline is made of what builds recorded of themselves`);
  return compareReleases(recorded(old), recorded(now));
}

function recorded({ name, written, altered }: FoundVersion): RecordedRelease {
  if (!written) throw new Error('compare-releases: a build has a record');
  return { name, record: parseRecord(written, name), altered };
}

/** What a blackline is set in: the release itself, as it was built now or as it lies in a project. */
export interface BlacklineStyle extends SetIn {
  /** For messages. */
  readonly name: string;
}

/** The PDF of the blackline; refuses, as wrong usage, a style that cannot set it. */
export async function blacklineFile(old: FoundVersion, now: FoundVersion, style: BlacklineStyle): Promise<Uint8Array> {
  const { release } = style;
  const all = compareAsReleases(old, now);
  const languages = all.languages.filter(({ lang }) => Object.hasOwn(release.style.blocks, lang));
  const cannot = (why: string) => new UsageError(say`the blackline cannot be set in the style of ${style.name}: ${why}`);
  const { record } = recorded(now);
  if (!languages.some(({ lang }) => isDated(record, lang))) throw cannot('it was announced in none of its languages');
  const page = (lang: Lang) => blacklinePage(release.style, lang);
  const document = blacklineDocument({ ...all, languages }, recorded(old).record, record, page);
  const findings: Finding[] = [];
  const report: Report = (finding) => findings.push(finding);
  const set = await setBlackline(document, style, report);
  if (set) await readBack(set.pdf, document, set.layout, report);
  const [first] = findings.filter(isError);
  if (!set || first) throw cannot(first?.message ?? 'no reason is known');
  return set.pdf;
}

/** A record of anybody's may give any day, or none. */
function isDated({ figures }: BuildRecord, lang: Lang): boolean {
  return figures.givens.some(({ given, value }) => given === `announced.${lang}` && /^\d{4}-\d{2}-\d{2}$/.test(value));
}

/** Of a build in a folder: the release of its manifest in the project of `root`, if it is there and has no errors. */
export function styleOfRelease({ of }: FoundVersion, root: string): BlacklineStyle | undefined {
  if (!of) return undefined;
  const name = `${of.issuer}/${of.release}`;
  if ([of.issuer, of.release].some((folder) => folder !== basename(folder) || folder === '..')) return undefined;
  if (!existsSync(join(root, 'data', of.issuer, 'releases', of.release, 'release.yaml'))) return undefined;
  const session = new Session({ place: releaseIn(root, name, of.style) });
  const [sources, release] = [session.load().value, session.validate().value];
  return sources && release && { name, sources, release };
}
