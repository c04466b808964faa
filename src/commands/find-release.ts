// Turn a command-line argument into the place of a release: `issuer/release`, or a path to its folder.
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { ReleasePlace } from '../pipeline.ts';

/** A wrong argument: told to the user as it stands, exit 2. */
export class UsageError extends Error {}

/**
 * A path wins when it names an existing folder `…/data/<issuer>/releases/<release>`; else `issuer/release` is looked up in the
 * nearest folder upward from `cwd` that has both `data/` and `templates/`.
 */
export function findRelease(argument: string, cwd: string): ReleasePlace {
  const folder = resolve(cwd, argument);
  if (existsSync(join(folder, 'release.yaml')) && basename(dirname(folder)) === 'releases') {
    const issuer = dirname(dirname(folder));
    return { root: dirname(dirname(issuer)), issuer: basename(issuer), release: basename(folder) };
  }
  const parts = argument.split('/');
  const [issuer, release] = parts;
  if (parts.length !== 2 || !issuer || !release) {
    throw new UsageError(`'${argument}' is neither issuer/release nor a folder with a release.yaml`);
  }
  const root = projectRoot(cwd);
  if (!root) throw new UsageError(`no project here: neither ${cwd} nor a folder above it has data/ and templates/`);
  if (!existsSync(join(root, 'data', issuer, 'releases', release))) {
    throw new UsageError(`no release '${argument}': ${join('data', issuer, 'releases', release)} does not exist in ${root}`);
  }
  return { root, issuer, release };
}

function projectRoot(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'data')) && existsSync(join(folder, 'templates'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
