// Turn the folder of what was approved of a release into bytes.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildLimits } from '../model/limits.ts';
import { UsageError } from '../model/usage-error.ts';
import { readInside } from '../project/read-given.ts';

/** Bytes by file name, in order of name; undefined when nothing was approved yet. */
export function readApproved(folder: string): ReadonlyMap<string, Uint8Array> | undefined {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const names = readdirSync(folder)
    .filter((name) => /^[^.].*\.(?:txt|png)$/.test(name))
    .sort();
  if (names.length > buildLimits.approvedFiles)
    throw new UsageError(`${folder} holds ${names.length} approved files, and at most ${buildLimits.approvedFiles} are read`);
  const read = names.flatMap((name) => {
    const limit = name.endsWith('.png') ? buildLimits.pictureBytes : buildLimits.recordBytes;
    const bytes = readInside(folder, name, join(folder, name), limit);
    return bytes ? [[name, bytes] as const] : [];
  });
  return read.length > 0 ? new Map(read) : undefined;
}
