// Turn a layout into a new project in a folder: the layout's starter, and the schemas that its files name for editors.
import { join, relative, resolve, sep } from 'node:path';
import { listStarters, loadStarter } from '../load/load-starter.ts';
import { UsageError } from '../model/finding.ts';
import { nearestName } from '../model/nearest-name.ts';
import { say, sayAll } from '../model/say.ts';
import { schemaFolder } from '../model/schema-link.ts';
import { publishIn } from '../project/publish.ts';
import { refuseExisting } from '../project/refuse-existing.ts';
import { schemaFiles } from '../validate/json-schemas.ts';
import { type Console, exit } from './console.ts';
import type { Format } from './report-findings.ts';

export interface InitOptions {
  readonly format: Format;
  /** Name of the layout. */
  readonly layout: string;
}

/** Writes all of the project or nothing. */
export async function init(folder: string, options: InitOptions, console: Console): Promise<number> {
  const starter = loadStarter(options.layout);
  if (!starter) throw new UsageError(unknownLayout(options.layout));
  const schemas = [...schemaFiles()].map(([name, text]) => [`${schemaFolder}/${name}`, text] as const);
  const files = new Map([...starter.files, ...schemas]);
  const root = resolve(console.cwd, folder);
  refuseExisting(root, [...files.keys()], 'take another folder');
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
  return say`no layout '${layout}' to begin with: ${nearest === undefined ? say`there are ${sayAll(known, ' and ')}` : say`did you mean ${nearest}?`}`;
}

/** A folder's name as a shell takes it for one word. */
function inShell(path: string): string {
  return /^[\p{L}\p{N}._/-]+$/u.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
