// Turn two versions that may have several PDFs into the pairs that are compared, file by file.
import { UsageError } from '../model/finding.ts';
import type { FileRecord } from '../model/release-files.ts';
import { say, sayWord } from '../model/say.ts';
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
 * Builds of several PDFs: those that hold the same languages, whole or their summary. A PDF of its own: the file of the build that says
 * most of what it says. At least one pair.
 */
export async function pairedFiles(old: FoundVersion, now: FoundVersion): Promise<readonly FilePair[]> {
  if (old.isBuild && now.isBuild) return pairedBuilds(old, now);
  const one = async (build: FoundVersion, other: FoundVersion): Promise<FoundVersion> =>
    build.files ? oneFile(build, await likest(build.files, other)) : build;
  const [before, after] = [await one(old, now), await one(now, old)];
  return [{ name: 'release', old: before, now: after }];
}

/** What tells a file from the others of its release. */
const holds = ({ languages, summary }: FileRecord): string => `${summary ? sayWord('summary') : sayWord('whole')} ${languages.join(' ')}`;

function pairedBuilds(old: FoundVersion, now: FoundVersion): readonly FilePair[] {
  const [before, after] = [old.files ?? [], now.files ?? []];
  if (before.length <= 1 && after.length <= 1) {
    const only = (version: FoundVersion): FoundVersion => (version.files?.[0] ? oneFile(version, version.files[0]) : version);
    return [{ name: 'release', old: only(old), now: only(now) }];
  }
  const [names, others] = [before, after].map((files) => files.map(({ record }) => holds(record)));
  const pairs = after.flatMap((file): FilePair[] => {
    const same = before[names?.indexOf(holds(file.record)) ?? -1];
    return same ? [{ name: file.record.file.replace(/\.pdf$/, ''), old: oneFile(old, same), now: oneFile(now, file) }] : [];
  });
  const alone = [
    ...before.filter(({ record }) => !others?.includes(holds(record))).map(({ record }) => say`${record.file} of ${old.name}`),
    ...after.filter(({ record }) => !names?.includes(holds(record))).map(({ record }) => say`${record.file} of ${now.name}`),
  ];
  if (pairs.length === 0 || alone.length > 0) {
    const which = alone.length > 0 ? alone.join(', ') : say`the files of ${old.name} and ${now.name}`;
    throw new UsageError(
      say`the builds divide the release into files otherwise: nothing answers to ${which}; compare two PDF files of them`,
    );
  }
  return pairs;
}

function oneFile({ files: _, name, altered, ...build }: FoundVersion, { record, pdf }: FoundFile): FoundVersion {
  return { ...build, name: `${name} (${record.file})`, pdf, file: record.file, only: record, altered };
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
