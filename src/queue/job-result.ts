// Turn the end of a job and its files into the bytes that are stored for whoever asked, and back.
import type { JobEnd } from '../project/build-job.ts';
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

export const packResult = ({ end, files, name }: JobResult): Uint8Array =>
  packFiles({ format: 1, end, ...(name !== undefined && { name }) }, files);

/** Throws `PackedFilesError` for bytes that are no result. */
export function openResult(bytes: Uint8Array): JobResult {
  const { head, files } = unpackFiles(bytes);
  const end = head.end as JobResult['end'] | undefined;
  if (head.format !== 1 || typeof end !== 'object' || end === null || !kinds.has(end.kind)) throw new PackedFilesError('it is no result');
  return { end, files, ...(typeof head.name === 'string' && { name: head.name }) };
}

const kinds: ReadonlySet<string> = new Set<JobResult['end']['kind']>(['built', 'current', 'errors', 'fault', 'stopped']);
