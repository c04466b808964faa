// Turn two versions that may have several PDFs into the pairs that are compared, file by file.
import { UsageError } from '../model/finding.ts';
import type { FileRecord } from '../model/release-files.ts';
import { say } from '../model/say.ts';
import { readForeignText } from '../pdf/engine/read-pdf.ts';
import { UnreadablePdf } from '../pdf/engine/reader-process.ts';
import type { FoundFile, FoundVersion } from './compare-versions.ts';

/** Two files of one content. */
export interface FilePair {
  /** Name of the newer of the two without its ending, where there are several pairs. */
  readonly name: string;
  readonly old: FoundVersion;
  readonly now: FoundVersion;
}

/**
 * Builds of several PDFs: those that hold the same languages, whole or their summary; what is left on both sides is divided otherwise and
 * is compared as one file each, page after page. A PDF of its own: the file of the build that says most of what it says. At least one pair.
 */
export async function pairedFiles(old: FoundVersion, now: FoundVersion): Promise<readonly FilePair[]> {
  if (old.isBuild && now.isBuild) return pairedBuilds(old, now);
  const one = async (build: FoundVersion, other: FoundVersion): Promise<FoundVersion> =>
    build.files ? filesAsOne(build, [await likest(build.files, other)]) : build;
  const [before, after] = [await one(old, now), await one(now, old)];
  return [{ name: 'release', old: before, now: after }];
}

/** What tells a file from the others of its release. */
const holds = ({ record }: FoundFile): string => `${record.summary ? 'summary' : 'whole'} ${record.languages.join(' ')}`;

/** Of each kind there are files on one side that answer to none of the other, or there are none. */
const kinds = [
  { isOf: ({ record }: FoundFile) => !record.summary, name: 'release' },
  { isOf: ({ record }: FoundFile) => record.summary === true, name: 'release.summary' },
] as const;

function pairedBuilds(old: FoundVersion, now: FoundVersion): readonly FilePair[] {
  const [before, after] = [old.files ?? [], now.files ?? []];
  if (before.length <= 1 && after.length <= 1) {
    const only = (version: FoundVersion): FoundVersion => (version.files?.[0] ? filesAsOne(version, [version.files[0]]) : version);
    return [{ name: 'release', old: only(old), now: only(now) }];
  }
  const alike = after.flatMap((file) => {
    const same = before.find((each) => holds(each) === holds(file));
    return same ? [{ old: same, now: file }] : [];
  });
  const pairs = alike.map(
    (pair): FilePair => ({ name: nameOf(pair.now), old: filesAsOne(old, [pair.old]), now: filesAsOne(now, [pair.now]) }),
  );
  const [gone, come]: [string[], string[]] = [[], []];
  for (const { isOf, name } of kinds) {
    const left = (files: readonly FoundFile[], side: 'old' | 'now') =>
      files.filter((file) => isOf(file) && !alike.some(({ [side]: paired }) => paired === file));
    const [one, other] = [left(before, 'old'), left(after, 'now')];
    // A build that names no files is one, of all languages.
    const wholeOf = (version: FoundVersion, rest: readonly FoundFile[]) =>
      rest.length > 0 || (version.files === undefined && name === 'release') ? divided(version, rest) : undefined;
    const [a, b] = [wholeOf(old, one), wholeOf(now, other)];
    if (a && b) pairs.push({ name: other.length === 1 && other[0] ? nameOf(other[0]) : name, old: a, now: b });
    else {
      gone.push(...one.map(({ record }) => record.file));
      come.push(...other.map(({ record }) => record.file));
    }
  }
  const [first, ...others] = pairs;
  // Summaries of one against whole files of the other: nothing compared must not look like nothing changed.
  if (!first) throw new UsageError(say`no file of ${old.name} answers to one of ${now.name}: compare two PDF files of them`);
  return [{ ...first, old: { ...first.old, unpaired: gone }, now: { ...first.now, unpaired: come } }, ...others];
}

const nameOf = ({ record }: FoundFile): string => record.file.replace(/\.pdf$/, '');

/** Files of a build that the other one has not: what stands in all of them, and their names. */
function divided(build: FoundVersion, files: readonly FoundFile[]): FoundVersion {
  const names = files.map(({ record }) => record.file);
  return files.length > 0 ? { ...filesAsOne(build, files), division: names } : { ...build, division: ['release.pdf'] };
}

/** A build as if it had these of its files alone: their pages follow one another. */
function filesAsOne({ files: _, name, ...build }: FoundVersion, files: readonly FoundFile[]): FoundVersion {
  const [first, ...others] = files;
  if (!first) throw new Error('paired-files: a file is compared');
  const { record, pdf } = first;
  const all = files.map((each) => each.record);
  const only: FileRecord = {
    ...record,
    languages: [...new Set(all.flatMap(({ languages }) => languages))],
    pages: all.flatMap(({ pages }) => pages),
  };
  return {
    ...build,
    name: `${name} (${all.map(({ file }) => file).join(', ')})`,
    pdf,
    file: record.file,
    only,
    ...(others.length > 0 && { more: others.map((each) => each.pdf) }),
  };
}

/** The very file, or the one whose text has most in common with it. */
async function likest(files: readonly FoundFile[], { name, pdf }: FoundVersion): Promise<FoundFile> {
  const [first, ...others] = files;
  if (!first) throw new Error('paired-files: a build has a file');
  const same = files.find((file) => Buffer.compare(file.pdf, pdf) === 0);
  if (same || others.length === 0) return same ?? first;
  const wanted = gramsOf(await textOf(pdf, name));
  let [best, most] = [first, -1];
  for (const file of files) {
    const own = gramsOf(await textOf(file.pdf, file.record.file));
    let shared = 0;
    for (const gram of own) if (wanted.has(gram)) shared++;
    // Twice what both say, of what each says: a summary says all that the whole does not need, and lacks the rest.
    const likeness = (2 * shared) / Math.max(1, own.size + wanted.size);
    if (likeness > most) [best, most] = [file, likeness];
  }
  return best;
}

async function textOf(pdf: Uint8Array, name: string): Promise<string> {
  try {
    return (await readForeignText(pdf)).join('');
  } catch (error) {
    if (error instanceof UnreadablePdf) throw new UsageError(say`${name} cannot be read: ${error.message}`);
    throw error;
  }
}

/** Characters that a stretch of text is recognised by. */
const gramLength = 5;

/** Every stretch of the text without its white space, each once. */
function gramsOf(text: string): ReadonlySet<string> {
  const plain = text.replace(/\s+/gu, '');
  const grams = new Set<string>();
  for (let at = 0; at + gramLength <= plain.length; at++) grams.add(plain.slice(at, at + gramLength));
  return grams;
}
