// Turn a release into the folder of what was approved of it, and the files there into bytes.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReleasePlace } from '../pipeline.ts';

/** Beside the release, so that what was approved is kept with the data that it was approved of. */
export function approvedFolder({ root, issuer, release }: ReleasePlace): string {
  return join(root, 'data', issuer, 'releases', release, 'approved');
}

/** Bytes by file name, in order of name; undefined when nothing was approved yet. */
export function readApproved(folder: string): ReadonlyMap<string, Uint8Array> | undefined {
  if (!existsSync(folder)) return undefined;
  const names = readdirSync(folder)
    .filter((name) => /^[^.].*\.(?:txt|png)$/.test(name))
    .sort();
  return names.length > 0 ? new Map(names.map((name) => [name, readFileSync(join(folder, name))])) : undefined;
}
