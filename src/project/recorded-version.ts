// Turn a build of ours into one side of a comparison: what it remembers, and the words that its PDF is read back as.

import type { Version } from '../compare/version.ts';
import type { BuildRecord } from '../model/build-record.ts';
import { pagesOf } from './open-version.ts';

/**
 * Pictures are left out: bytes that their manifest vouches for show what was recorded. The file is read in a process of its own all
 * the same: an earlier build lies in a folder that anybody may have written.
 */
export async function recordedVersion(name: string, pdf: Uint8Array, record: BuildRecord, altered: readonly string[]): Promise<Version> {
  return { name, pages: await pagesOf({ name, pdf }), record, altered };
}
