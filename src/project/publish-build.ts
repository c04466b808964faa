// Turn the outputs of a build into published files, and take away those that an earlier build left under names that this one does not use.
import { createHash } from 'node:crypto';
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../model/build-record.ts';
import { UsageError } from '../model/finding.ts';
import { buildLimits } from '../model/limits.ts';
import { say } from '../model/say.ts';
import { parseManifest } from './earlier-manifest.ts';
import { publish } from './publish.ts';
import { readInside } from './read-given.ts';

/** What became of files of an earlier build in the same folder, by their names. */
export interface LeftFiles {
  readonly removed: readonly string[];
  /** Changed since they were built: left as they are. */
  readonly kept: readonly string[];
}

/** Files that builds name: nothing else is ever removed. */
const outputName = /^[A-Za-z0-9][A-Za-z0-9._-]*\.(?:pdf|html|txt|json)$/;

/** The manifest goes last, so it never tells of files that are not there. */
export async function publishBuild(folder: string, outputs: ReadonlyMap<string, Uint8Array | string>): Promise<LeftFiles> {
  refuseDraft(folder, outputs);
  const left = leftIn(folder, outputs);
  const files = new Map([...outputs].map(([file, content]) => [join(folder, file), content]));
  await publish(files, { gone: left.removed.map((file) => join(folder, file)) });
  return left;
}

/** A draft never takes the place of what is final. */
function refuseDraft(folder: string, outputs: ReadonlyMap<string, Uint8Array | string>): void {
  const made = outputs.get('manifest.json');
  if (typeof made !== 'string' || !parseManifest(made, 'manifest.json').draft) return;
  const earlier = manifestIn(folder);
  if (earlier && !earlier.draft)
    throw new UsageError(
      say`${folder} holds a build that is no draft, and a draft is not written over it: take another folder, or remove that build`,
    );
}

function leftIn(folder: string, outputs: ReadonlyMap<string, unknown>): LeftFiles {
  const made = manifestIn(folder)?.outputs ?? {};
  const removed: string[] = [];
  const kept: string[] = [];
  // Where names that differ in their capitals are one file, it is the new one.
  const now = new Set([...outputs.keys()].map((name) => name.toLowerCase()));
  for (const [name, hash] of Object.entries(made)) {
    if (now.has(name.toLowerCase()) || !outputName.test(name)) continue;
    if (!lstatSync(join(folder, name), { throwIfNoEntry: false })?.isFile()) continue;
    const bytes = readInside(folder, name, join(folder, name), buildLimits.outputBytes);
    (bytes && createHash('sha256').update(bytes).digest('hex') === hash ? removed : kept).push(name);
  }
  return { removed, kept };
}

/** Undefined where none lies there that can be read: then nothing is known to be left. */
function manifestIn(folder: string): Manifest | undefined {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) return undefined;
  try {
    const bytes = readInside(folder, 'manifest.json', file, buildLimits.manifestBytes);
    return bytes && parseManifest(bytes.toString('utf8'), file);
  } catch (fault) {
    if (fault instanceof UsageError) return undefined;
    throw fault;
  }
}
