// Turn a layout into a new project in a folder: the layout's starter, and the schemas that its files name for editors.
import { lstatSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { listStarters, loadStarter } from '../load/load-starter.ts';
import { UsageError } from '../model/finding.ts';
import { nearestName } from '../model/nearest-name.ts';
import { publishIn } from '../project/publish.ts';
import { schemaFiles } from '../validate/json-schemas.ts';
import { type Console, exit } from './console.ts';
import type { Format } from './report-findings.ts';

export interface InitOptions {
  readonly format: Format;
  /** Name of the layout. */
  readonly layout: string;
}

/** Where the schemas of a project stand; the first line of each starter's YAML file leads there. */
const schemaFolder = '.kessan/schema';

/** Paths that stand in the way are told by name, at most so many. */
const shown = 5;

/** Writes all of the project or nothing. */
export async function init(folder: string, options: InitOptions, console: Console): Promise<number> {
  const starter = loadStarter(options.layout);
  if (!starter) throw new UsageError(unknownLayout(options.layout));
  const schemas = [...schemaFiles()].map(([name, text]) => [`${schemaFolder}/${name}`, text] as const);
  const files = new Map([...starter.files, ...schemas]);
  const root = resolve(console.cwd, folder);
  refuseExisting(root, [...files.keys()]);
  await publishIn(root, files);

  if (options.format === 'json') {
    console.out(
      `${JSON.stringify({ folder: root, layout: options.layout, release: starter.release, files: [...files.keys()] }, null, 2)}\n`,
    );
    return exit.done;
  }
  const place = relative(console.cwd, root);
  for (const file of starter.files.keys()) console.out(`  ${join(place, file)}\n`);
  console.out(`  ${join(place, schemaFolder)}${sep}: ${schemas.length} schemas for editors\n`);
  console.out(`\nnext: ${place === '' ? '' : `cd ${inShell(place)} && `}kessan build ${starter.release}; README.md says what to change\n`);
  return exit.done;
}

function unknownLayout(layout: string): string {
  const known = listStarters();
  const nearest = nearestName(layout, known);
  return `no layout '${layout}' to begin with: ${nearest === undefined ? `there are ${known.join(' and ')}` : `did you mean ${nearest}?`}`;
}

/** A file where one is to be written, or a file where a folder is to be: neither is touched. A link counts, wherever it leads. */
function refuseExisting(root: string, files: readonly string[]): void {
  const folders = new Set(files.flatMap(foldersOf));
  const inTheWay = [
    ...[...folders].filter((folder) => standsAs(join(root, folder), (stats) => !stats.isDirectory() && !stats.isSymbolicLink())),
    ...files.filter((file) => standsAs(join(root, file), () => true)),
  ];
  if (inTheWay.length === 0) return;
  const more = inTheWay.length > shown ? ` and ${inTheWay.length - shown} more` : '';
  throw new UsageError(
    `nothing is written, for this is in the way in ${root}: ${inTheWay.slice(0, shown).join(', ')}${more}; take another folder`,
  );
}

/** `data/a/b.yaml` stands in `data` and `data/a`. */
function foldersOf(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function standsAs(path: string, is: (stats: NonNullable<ReturnType<typeof lstatSync>>) => boolean): boolean {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats !== undefined && is(stats);
  } catch {
    // A file stands where one of its folders is to be: that is told of the folder.
    return false;
  }
}

/** A folder's name as a shell takes it for one word. */
function inShell(path: string): string {
  return /^[\p{L}\p{N}._/-]+$/u.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
