// Turn font files in the folder fonts of a project into faces that its styles may name, and tell what each lacks.
import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { UsageError } from '../model/finding.ts';
import { dataLimits } from '../model/limits.ts';
import { readFileIfThere, readRegularFile, UnreadableFile } from '../model/read-file.ts';
import { say } from '../model/say.ts';
import { type AddedFace, addFace } from '../project/add-face.ts';
import { publishIn } from '../project/publish.ts';
import { type Console, exit } from './console.ts';
import type { Format } from './report-findings.ts';
import { wholeNumber } from './whole-number.ts';

export interface FontsOptions {
  readonly format: Format;
  /** What styles call the family. */
  readonly family?: string;
  readonly weight?: string;
  readonly italic?: boolean;
  readonly licence?: string;
  /** Which face of a collection. */
  readonly face?: string;
}

/** Missing characters told of each group. */
const toldCharacters = 12;

/** Each file is entered before the next is read, so that those before a refused one are done. */
export async function fonts(names: readonly string[], options: FontsOptions, console: Console): Promise<number> {
  const { format, face, ...wishes } = options;
  const number = face === undefined ? {} : { face: wholeNumber(face, '--face', 1000) };
  for (const name of names) {
    const path = resolve(console.cwd, name);
    const folder = fontsFolder(path, name);
    const bytes = read(path, name);
    const manifest = readFileIfThere(join(folder, 'fonts.yaml'), dataLimits.fileBytes)?.toString('utf8');
    const added = addFace(path, folder, bytes, manifest, { ...wishes, ...number });
    await publishIn(folder, added.files);
    const shown = relative(console.cwd, folder) || '.';
    console.out(format === 'json' ? `${JSON.stringify(told(added), undefined, 2)}\n` : describe(name, shown, added));
  }
  return exit.done;
}

/** The nearest folder fonts above a file. */
function fontsFolder(path: string, name: string): string {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) if (basename(folder) === 'fonts') return folder;
  throw new UsageError(say`${name} stands in no folder fonts: put it into fonts/ of the project, beside data/, and name it there`);
}

function read(path: string, name: string): Uint8Array {
  try {
    if (!existsSync(path)) throw new UsageError(say`${name} is missing`);
    const data = readRegularFile(path, dataLimits.fontBytes);
    return new Uint8Array(data.buffer, data.byteOffset, data.length);
  } catch (fault) {
    if (fault instanceof UnreadableFile) throw new UsageError(say`${name} ${fault.message}`);
    throw fault;
  }
}

const told = ({ files, ...face }: AddedFace) => ({ ...face, files: [...files.keys()] });

function describe(name: string, folder: string, face: AddedFace): string {
  const { id, family, weight, italic, postScriptName, tabularDigits, groups, rights, licence, files } = face;
  const lines = [
    `${name}: ${postScriptName} is the face ${id}, family ${family}, ${weight} ${italic ? 'italic' : 'upright'}, licence ${licence}`,
  ];
  for (const { name: group, needed, missing } of groups) {
    const some = missing.slice(0, toldCharacters).join('');
    const more = missing.length > toldCharacters ? ` and ${missing.length - toldCharacters} more` : '';
    lines.push(`  ${group}: ${missing.length === 0 ? `all ${needed}` : `lacks ${missing.length} of ${needed}: ${some}${more}`}`);
  }
  lines.push(
    tabularDigits
      ? '  digits have one width'
      : '  digits differ in width: figures in tables want another face (fonts: table: of the style)',
  );
  if (rights !== undefined) lines.push(`  ${rights}`);
  for (const file of files.keys()) lines.push(`  ${join(folder, file)}`);
  return `${lines.join('\n')}\n`;
}
