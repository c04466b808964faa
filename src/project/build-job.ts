// Turn one release of many into its published files, or into why there are none: what a worker process is asked for again and again.
import { type Finding, UsageError } from '../model/finding.ts';
import { BoundedMemory } from '../model/memory.ts';
import type { ReleasePlace } from '../model/sources.ts';
import { textsOfFinding } from '../model/tell-finding.ts';
import { Session } from '../session.ts';
import { buildRelease, type Extras, openInDraft } from './build-release.ts';
import { isCurrent } from './current-build.ts';
import { outFolder } from './find-release.ts';
import { PublishError } from './publish.ts';
import { publishBuild } from './publish-build.ts';

/** One release that is to be built. Plain data: it goes from one process to another. */
export interface BuildJob {
  readonly place: ReleasePlace;
  readonly extras: Extras;
  /** Builds nothing where what is published is of the same files by the same program. */
  readonly ifStale: boolean;
}

/** What became of a job. */
export type JobEnd =
  | {
      readonly kind: 'built';
      readonly findings: readonly Finding[];
      /** Of a draft, what is still to be changed or confirmed. */
      readonly open?: readonly Finding[];
      readonly pages: number;
      readonly files: readonly OutputFile[];
    }
  /** What is published is what a build would make. */
  | { readonly kind: 'current' }
  /** Nothing was written: one of the findings is an error. */
  | { readonly kind: 'errors'; readonly findings: readonly Finding[] }
  /** The files could not be read or written; some may have been replaced before. */
  | { readonly kind: 'fault'; readonly message: string; readonly published: readonly string[] };

/** The texts that an end has for people. */
export function textsOfEnd(end: JobEnd): readonly string[] {
  if ('findings' in end) return end.findings.flatMap(textsOfFinding);
  return end.kind === 'fault' ? [end.message] : [];
}

/** A file that was published: its name in the release's folder, and its size. */
export interface OutputFile {
  readonly file: string;
  readonly bytes: number;
}

/** MB of results that the jobs of one process share: faces, layouts, records of the issuers that come again. */
const memoryMegabytes = 24;

const memory = new BoundedMemory(memoryMegabytes);

/** Never throws for what a user can mend; a fault of ours goes on up. */
export async function buildJob({ place, extras, ifStale }: BuildJob): Promise<JobEnd> {
  try {
    const session = new Session({ place }, { memory });
    const folder = outFolder(place);
    if (ifStale && extras.attach !== true && isCurrent(session, folder, extras)) return { kind: 'current' };
    const { value: built, findings } = await buildRelease(session, extras);
    if (!built) return { kind: 'errors', findings };
    await publishBuild(folder, built.outputs);
    const files = [...built.outputs].map(([file, content]) => ({ file, bytes: Buffer.byteLength(content) }));
    const open = openInDraft(session);
    return { kind: 'built', findings, ...(open.length > 0 && { open }), pages: built.layout.pages.length, files };
  } catch (fault) {
    if (!(fault instanceof UsageError || fault instanceof PublishError)) throw fault;
    return { kind: 'fault', message: fault.message, published: fault instanceof PublishError ? fault.published : [] };
  }
}
