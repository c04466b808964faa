// Turn the names of a command, a list in a file, or a whole project into the releases that are meant, each once.
import { join, resolve } from 'node:path';
import { UsageError } from '../model/finding.ts';
import { dataLimits } from '../model/limits.ts';
import { readRegularFile, UnreadableFile } from '../model/read-file.ts';
import { say } from '../model/say.ts';
import { type ReleasePlace, releaseName } from '../model/sources.ts';
import { findRelease, projectRoot } from './find-release.ts';
import { Project } from './project.ts';

/** What a command names. */
export interface ReleaseList {
  readonly names: readonly string[];
  /** Every release of the project round `cwd`. */
  readonly all: boolean;
  /** A file that names releases, one a line; empty lines and what follows # say nothing. */
  readonly list?: string;
  readonly theme?: string;
  /** Each as a draft. */
  readonly draft?: boolean;
}

/** In the order of the names, then of the list, then of the project. Refuses, as wrong usage, what is not there, and a list of nothing. */
export function listedReleases({ names, all, list, theme, draft = false }: ReleaseList, cwd: string): readonly ReleasePlace[] {
  const places = new Map<string, ReleasePlace>();
  const add = (place: ReleasePlace) => places.set(`${join(place.root)} ${releaseName(place)}`, place);
  for (const name of names) add(findRelease(name, cwd, theme));
  if (list !== undefined) for (const { name, line } of namesIn(list, cwd)) add(placed(name, `${list}:${line}`, cwd, theme));
  if (all) {
    const root = projectRoot(cwd);
    if (root === undefined) throw new UsageError(say`no project here: neither ${cwd} nor a folder above it has data/<issuer>/issuer.yaml`);
    for (const name of new Project(root).releases()) add(findRelease(name, root, theme));
  }
  if (places.size === 0) throw new UsageError('name a release, or give --all or --list');
  return [...places.values()].map((place) => (draft ? { ...place, draft: true } : place));
}

function placed(name: string, at: string, cwd: string, theme: string | undefined): ReleasePlace {
  try {
    return findRelease(name, cwd, theme);
  } catch (fault) {
    if (!(fault instanceof UsageError)) throw fault;
    throw new UsageError(say`${at}: ${fault.message}`);
  }
}

function namesIn(file: string, cwd: string): readonly { readonly name: string; readonly line: number }[] {
  try {
    const lines = readRegularFile(resolve(cwd, file), dataLimits.fileBytes)
      .toString('utf8')
      .split(/\r\n?|\n/);
    return lines.flatMap((text, index) => {
      const name = text.replace(/#.*/, '').trim();
      return name === '' ? [] : [{ name, line: index + 1 }];
    });
  } catch (fault) {
    if (fault instanceof UnreadableFile) throw new UsageError(say`${file} ${fault.message}`);
    throw fault;
  }
}
