// Turn the folder of what was approved of a release into bytes.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes by file name, in order of name; undefined when nothing was approved yet. */
export function readApproved(folder: string): ReadonlyMap<string, Uint8Array> | undefined {
  if (!existsSync(folder)) return undefined;
  const names = readdirSync(folder)
    .filter((name) => /^[^.].*\.(?:txt|png)$/.test(name))
    .sort();
  return names.length > 0 ? new Map(names.map((name) => [name, readFileSync(join(folder, name))])) : undefined;
}
