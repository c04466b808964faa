// Turn a command-line argument into the place of a release: `issuer/release`, or a path to its folder.
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { ReleasePlace } from '../pipeline.ts';

/** A wrong argument: told to the user as it stands, exit 2. */
export class UsageError extends Error {}

/**
 * A path wins when it names an existing folder `…/data/<issuer>/releases/<release>`; else `issuer/release` is looked up in the
 * nearest folder upward from `cwd` that is a project.
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
  if (!root)
    throw new UsageError(`no project here: neither ${cwd} nor a folder above it has data/<issuer>/issuer.yaml; kessan init begins one`);
  if (!existsSync(join(root, 'data', issuer, 'releases', release))) {
    throw new UsageError(`no release '${argument}': ${join('data', issuer, 'releases', release)} does not exist in ${root}`);
  }
  return { root, issuer, release };
}

function projectRoot(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (isProject(folder)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** A folder with the data of an issuer; layouts and fonts may be those of this program. Any folder may be called data. */
function isProject(folder: string): boolean {
  const data = join(folder, 'data');
  if (!existsSync(data)) return false;
  return existsSync(join(folder, 'templates')) || namesIn(data).some((name) => existsSync(join(data, name, 'issuer.yaml')));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
