// Turn the name of a layout into its starter project: the files that a new project begins with, as they stand in the package.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dataLimits } from '../model/limits.ts';
import { readRegularFile } from '../model/read-file.ts';
import { packageRoot } from './package-files.ts';

/** A project that builds as it is. */
interface Starter {
  /** Its one release, `issuer/release`. */
  readonly release: string;
  /** Contents by path below the project root, with forward slashes, in order of path. */
  readonly files: ReadonlyMap<string, string>;
}

/** npm leaves a file of this name out of every package, so the starter's has another name there. */
const ignored = { inPackage: 'gitignore', inProject: '.gitignore' } as const;

/** Where it stands in the folder of its layout. */
export const starterFolder = 'starter';

/** Layouts that have a starter, sorted by code unit. */
export function listStarters(): readonly string[] {
  return readdirSync(join(packageRoot, 'templates'))
    .filter((layout) => existsSync(starterOf(layout)))
    .sort();
}

/** The starter of a layout; undefined when there is none of that name. */
export function loadStarter(layout: string): Starter | undefined {
  if (!listStarters().includes(layout)) return undefined;
  const folder = starterOf(layout);
  const files = new Map(
    filesBelow(folder, '').map((file) => [
      file === ignored.inPackage ? ignored.inProject : file,
      readRegularFile(join(folder, file), dataLimits.fileBytes).toString('utf8'),
    ]),
  );
  const [release] = [...files.keys()].flatMap((file) => {
    const [, issuer, name] = /^data\/([^/]+)\/releases\/([^/]+)\/release\.yaml$/.exec(file) ?? [];
    return issuer === undefined || name === undefined ? [] : [`${issuer}/${name}`];
  });
  if (release === undefined) throw new Error(`the starter of ${layout} has no release`);
  return { release, files };
}

const starterOf = (layout: string): string => join(packageRoot, 'templates', layout, starterFolder);

function filesBelow(folder: string, below: string): readonly string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(folder, `${below}${entry.name}/`) : [`${below}${entry.name}`]));
}
