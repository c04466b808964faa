// Turn `issuer/release`, or a path to its folder, into the place of a release in a theme, and the place into folders of its results.
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { listThemes } from '../load/themes.ts';
import { UsageError } from '../model/finding.ts';
import { say, sayAll } from '../model/say.ts';
import type { ReleasePlace } from '../model/sources.ts';

/**
 * A path wins when it names an existing folder `…/data/<issuer>/releases/<release>`; else `issuer/release` is looked up in the
 * nearest folder upward from `cwd` that is a project. Refuses, as wrong usage, what is not there and a theme that its layout has not.
 */
export function findRelease(argument: string, cwd: string, theme?: string): ReleasePlace {
  const folder = resolve(cwd, argument);
  if (existsSync(join(folder, 'release.yaml')) && basename(dirname(folder)) === 'releases') {
    const issuer = dirname(dirname(folder));
    return inTheme({ root: dirname(dirname(issuer)), issuer: basename(issuer), release: basename(folder) }, theme);
  }
  const named = splitName(argument);
  if (!named) throw new UsageError(say`'${argument}' is neither issuer/release nor a folder with a release.yaml`);
  const root = projectRoot(cwd);
  if (!root)
    throw new UsageError(say`no project here: neither ${cwd} nor a folder above it has data/<issuer>/issuer.yaml; kessan init begins one`);
  return releaseIn(root, argument, theme);
}

/** `issuer/release` of the project in `root`; refuses one that is not there. */
export function releaseIn(root: string, name: string, theme?: string): ReleasePlace {
  const named = splitName(name);
  if (!named) throw new UsageError(say`'${name}' is not issuer/release`);
  const folder = join('data', named.issuer, 'releases', named.release);
  if (!existsSync(join(root, folder))) throw new UsageError(say`no release '${name}': ${folder} does not exist in ${root}`);
  return inTheme({ root, ...named }, theme);
}

function splitName(name: string): { readonly issuer: string; readonly release: string } | undefined {
  const [issuer, release, ...more] = name.split('/');
  return issuer && release && more.length === 0 ? { issuer, release } : undefined;
}

/** The nearest folder from `from` upward that is a project. */
export function projectRoot(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (isProject(folder)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** A folder with `data/` and `templates/`, or with the data of an issuer alone, whose layouts may be those of this program. Any folder may be called data. */
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

/** The release in a theme of its layout; unchanged when that is the one that it names itself. */
function inTheme(place: ReleasePlace, theme: string | undefined): ReleasePlace {
  if (theme === undefined) return place;
  const themes = listThemes(place.root, place.issuer, place.release);
  if (themes?.all.includes(theme) === false) {
    throw new UsageError(
      say`${place.issuer}/${place.release} has no style '${theme}': those of its layout ${themes.layout} are ${sayAll(themes.all, ', ')}`,
    );
  }
  return theme === themes?.own ? place : { ...place, theme };
}

/** `out/<issuer>/<release>`, which is what will be published; in another theme `out/<issuer>/<release>.<theme>`, a name that no release has; a draft beside it, with `.draft`. */
export function outFolder({ root, issuer, release, theme, draft }: ReleasePlace): string {
  return join(root, 'out', issuer, `${release}${suffix(theme)}${suffix(draft && 'draft')}`);
}

/** Beside the release, so that what was approved is kept with the data that it was approved of; in another theme `approved.<theme>`. */
export function approvedFolder({ root, issuer, release, theme }: ReleasePlace): string {
  return join(root, 'data', issuer, 'releases', release, `approved${suffix(theme)}`);
}

/** The build that was approved: what a later one is compared with, class by class. */
export function approvedBuild(place: ReleasePlace): string {
  return join(approvedFolder(place), 'build');
}

const suffix = (theme: string | undefined): string => (theme === undefined ? '' : `.${theme}`);
