// Turn the end of a job and its files into the bytes that are stored for whoever asked, and back.
import { isMapping } from '../model/mapping.ts';
import { learnSayings, type Sayings, sayingsIn } from '../model/say.ts';
import { type JobEnd, textsOfEnd } from '../project/build-job.ts';
import type { StoppedJob } from '../project/build-pool.ts';
import { type NamedFile, PackedFilesError, packFiles, unpackFiles } from './packed-files.ts';

/** What a worker hands back. */
export interface JobResult {
  readonly end: JobEnd | StoppedJob;
  /** `issuer/release`; absent where the bundle could not be opened. */
  readonly name?: string;
  /** The files of a build, in the order in which they are published; none where nothing was built. */
  readonly files: readonly NamedFile[];
}

/** How the texts of an end were made, which whoever asked may want in another language. */
function sayingsOf(end: JobResult['end']): Sayings {
  return sayingsIn(end.kind === 'stopped' ? [end.why] : textsOfEnd(end));
}

export const packResult = ({ end, files, name }: JobResult): Uint8Array =>
  packFiles({ format: 1, end, ...(name !== undefined && { name }), sayings: sayingsOf(end) }, files);

/** Throws `PackedFilesError` for bytes that are no result. */
export function openResult(bytes: Uint8Array): JobResult {
  const { head, files } = unpackFiles(bytes);
  const end = head.end as JobResult['end'] | undefined;
  if (head.format !== 1 || typeof end !== 'object' || end === null || !kinds.has(end.kind)) throw new PackedFilesError('it is no result');
  if (isSayings(head.sayings)) learnSayings(head.sayings);
  return { end, files, ...(typeof head.name === 'string' && { name: head.name }) };
}

/** Workers of another version may say otherwise how they made their texts, or not at all: these are then told as they are. */
function isSayings(value: unknown): value is Sayings {
  const texts = (list: unknown) => Array.isArray(list) && list.every((each) => typeof each === 'string');
  const isValue = (each: unknown) => typeof each === 'string' || (isMapping(each) && typeof each.word === 'string');
  const isSaid = (said: unknown) =>
    isMapping(said) &&
    ('names' in said
      ? isMapping(said.names) && texts(Object.values(said.names))
      : texts(said.parts) && Array.isArray(said.values) && said.values.every(isValue));
  return Array.isArray(value) && value.every((entry) => Array.isArray(entry) && typeof entry[0] === 'string' && isSaid(entry[1]));
}

const kinds: ReadonlySet<string> = new Set<JobResult['end']['kind']>(['built', 'current', 'errors', 'fault', 'stopped']);
