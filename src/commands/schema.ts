// Turn the schemas of the data files into JSON on standard output, or into files for editors.
import { join, resolve } from 'node:path';
import { UsageError } from '../model/finding.ts';
import { nearestName } from '../model/nearest-name.ts';
import { say, sayAll } from '../model/say.ts';
import { publishIn } from '../project/publish.ts';
import { jsonSchemas, schemaFiles, schemaText } from '../validate/json-schemas.ts';
import { type Console, exit } from './console.ts';

export interface SchemaOptions {
  /** Folder for one file a schema, instead of standard output. Files of those names there are replaced. */
  readonly out?: string;
}

/** Prints or writes the schema of that name, or all of them. */
export async function schema(name: string | undefined, options: SchemaOptions, console: Console): Promise<number> {
  const all = jsonSchemas();
  const one = name === undefined ? undefined : Object.entries(all).find(([known]) => known === name)?.[1];
  if (name !== undefined && !one) {
    const nearest = nearestName(name, Object.keys(all));
    throw new UsageError(
      say`no schema '${name}': ${nearest === undefined ? say`one of ${sayAll(Object.keys(all), ', ')}` : say`did you mean ${nearest}?`}`,
    );
  }
  if (options.out === undefined) {
    console.out(schemaText(one ?? all));
    return exit.done;
  }
  const folder = resolve(console.cwd, options.out);
  const files = [...schemaFiles()].filter(([file]) => name === undefined || file === `${name}.json`);
  await publishIn(folder, new Map(files));
  for (const [file] of files) console.out(`  ${join(options.out, file)}\n`);
  return exit.done;
}
