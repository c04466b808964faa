// Turn the files of a build into what it remembers of itself: figures.json and document.json; another format, or another shape, is refused.
import { join } from 'node:path';
import type { BuildRecord } from '../model/build-record.ts';
import { documentSchema, figuresSchema } from '../model/build-record-schema.ts';
import { UsageError } from '../model/finding.ts';
import { buildLimits } from '../model/limits.ts';
import { documentFormat } from '../render/document/render-document.ts';
import { figuresFormat } from '../render/figures/render-figures.ts';
import { described, isObject, parseJson, readInside } from './read-given.ts';

/** `read` gives the text of a file of the build, undefined where it has none; `name` is the build for messages. */
export function readRecord(read: (file: string) => string | undefined, name: string): BuildRecord {
  const figures = parsed(read, 'figures.json', figuresFormat, figuresSchema, name);
  const document = parsed(read, 'document.json', documentFormat, documentSchema, name);
  return { figures, document };
}

/** The same of a build that lies in a folder. */
export function readRecordIn(folder: string, name: string): BuildRecord {
  const read = (file: string) => readInside(folder, file, join(folder, file), buildLimits.recordBytes)?.toString('utf8');
  return readRecord(read, name);
}

/** What is asked of a schema. */
interface Schema<T> {
  readonly safeParse: (value: unknown) => {
    readonly data?: T | undefined;
    readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] } | undefined;
  };
}

function parsed<T>(read: (file: string) => string | undefined, file: string, format: number, schema: Schema<T>, name: string): T {
  const text = read(file);
  if (text === undefined) throw new UsageError(`${name} has no ${file}: build the earlier release again with this program`);
  const value = parseJson(text, `${name}: ${file}`);
  if (!isObject(value)) throw new UsageError(`${name}: ${file} is no record of a build: it holds ${described(value)}`);
  if (value.format !== format)
    throw new UsageError(
      `${name}: ${file} has format ${described(value.format)}, and this program reads format ${format}: build the earlier release again, or use the program that made it`,
    );
  const { data, error } = schema.safeParse(value);
  if (data !== undefined) return data;
  const [first] = error?.issues ?? [];
  const place = first?.path.map(String).join('.').slice(0, 120);
  throw new UsageError(
    `${name}: ${file} is no record of a build: ${place ? `${place}: ` : ''}${(first?.message ?? 'of an unknown form').slice(0, 200)}`,
  );
}
