// Turn a release and the folder where it is published into whether a build would make the same files again.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../model/finding.ts';
import { plainTheme } from '../model/sources.ts';
import { thisProgram } from '../render/manifest/render-manifest.ts';
import type { Session } from '../session.ts';
import type { Extras } from './build-release.ts';
import { type EarlierBuild, readEarlierBuild } from './earlier-manifest.ts';

/** The manifest names the same program and the same inputs by their hashes, and every output is there as it was made. */
export function isCurrent(session: Session, folder: string, { text = false }: Extras): boolean {
  const earlier = earlierIn(folder);
  if (!earlier || earlier.altered.length > 0) return false;
  const { program, style, draft, inputs, outputs } = earlier.manifest;
  const asDraft = session.place?.draft === true;
  if ((draft === true) !== asDraft || program !== thisProgram || Object.keys(outputs).some((file) => file.endsWith('.txt')) !== text)
    return false;
  const sources = session.load().value;
  if (!sources || (style ?? plainTheme) !== (sources.theme ?? plainTheme)) return false;
  return sources.hashes.size === Object.keys(inputs).length && [...sources.hashes].every(([file, hash]) => inputs[file] === hash);
}

/** Undefined where there is none that can be told from other files. */
function earlierIn(folder: string): EarlierBuild | undefined {
  if (!existsSync(join(folder, 'manifest.json'))) return undefined;
  try {
    return readEarlierBuild(folder, folder);
  } catch (fault) {
    if (fault instanceof UsageError) return undefined;
    throw fault;
  }
}
