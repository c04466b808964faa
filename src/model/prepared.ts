// Turn a text that came with the program into what was read of it when the program was built: a layout or a dictionary is not parsed at every start.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readFileIfThere } from './read-file.ts';

/** What such a text is read as. */
export type PreparedKind = 'yaml' | 'template';

/** Bytes that one has at most. */
const mostBytes = 5_000_000;

/** Beside the built program. Its source has none, and then every text is parsed. */
const folder = fileURLToPath(new URL('./prepared/', import.meta.url));

/** Names that there are, by kind and length of the text: most texts have no namesake, and are not hashed. */
let names: ReadonlySet<string> | undefined;

/** The file that keeps what was read of `text`: its content decides, wherever it stands. */
export function preparedName(kind: PreparedKind, text: string): string {
  return `${beginningOf(kind, text)}${createHash('sha256').update(text).digest('hex').slice(0, 32)}.json`;
}

/** Plain data as they were kept for this very text; undefined where nothing was, or what was is not whole. */
export function preparedOf(kind: PreparedKind, text: string): unknown {
  names ??= new Set(existsSync(folder) ? readdirSync(folder).flatMap((name) => [name, name.slice(0, name.lastIndexOf('-') + 1)]) : []);
  if (!names.has(beginningOf(kind, text))) return undefined;
  const name = preparedName(kind, text);
  if (!names.has(name)) return undefined;
  try {
    const content = readFileIfThere(`${folder}${name}`, mostBytes);
    return content && JSON.parse(content.toString('utf8'));
  } catch {
    // Parsing the text tells all that is to be told.
    return undefined;
  }
}

const beginningOf = (kind: PreparedKind, { length }: string): string => `${kind}-${length}-`;
