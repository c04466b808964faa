// Turn the files of a build into what it remembers of itself: figures.json and document.json; another format, or another shape, is refused.
import { join } from 'node:path';
import type { BuildRecord } from '../model/build-record.ts';
import { documentSchema, figuresSchema } from '../model/build-record-schema.ts';
import { UsageError } from '../model/finding.ts';
import { figuresFormat, formatFault } from '../model/formats.ts';
import { buildLimits } from '../model/limits.ts';
import { say } from '../model/say.ts';
import type { Shape } from '../model/shape.ts';
import { documentFormat } from '../render/document/render-document.ts';
import { described, isObject, parseJson, readInside } from './read-given.ts';

/** The texts of the files that a record is read from. */
export interface WrittenRecord {
  /** figures.json. */
  readonly figures: string;
  /** document.json. */
  readonly document: string;
}

/** `read` gives the text of a file of the build, undefined where it has none: then it is refused, as wrong usage; `name` is the build for messages. */
export function writtenRecord(read: (file: string) => string | undefined, name: string): WrittenRecord {
  const text = (file: string) => {
    const found = read(file);
    if (found === undefined)
      throw new UsageError(
        say`${name} has no ${file}: a build has one; build the release again with this program from its data as they were then`,
      );
    return found;
  };
  return { figures: text('figures.json'), document: text('document.json') };
}

/** The same of a build that lies in a folder. */
export function readWritten(folder: string, name: string): WrittenRecord {
  return writtenRecord((file) => readInside(folder, file, join(folder, file), buildLimits.recordBytes)?.toString('utf8'), name);
}

/** Refuses, as wrong usage, what is no record, or one of another format. */
export function parseRecord({ figures, document }: WrittenRecord, name: string): BuildRecord {
  return {
    figures: parsed(figures, 'figures.json', figuresFormat, figuresSchema, name),
    document: parsed(document, 'document.json', documentFormat, documentSchema, name),
  };
}

/** What to do about a file that was cut off or changed. */
const remedy = 'restore the folder as kessan build wrote it';

function parsed<T>(text: string, file: string, format: number, shape: Shape<T>, name: string): T {
  const value = parseJson(text, `${name}: ${file}`, remedy);
  if (!isObject(value)) throw new UsageError(say`${name}: ${file} is no record of a build: it holds ${described(value)}; ${remedy}`);
  const other = formatFault(value.format, format);
  if (other !== undefined) throw new UsageError(say`${name}: ${file} ${other}`);
  const fault = shape.fault(value);
  if (fault === undefined) return value as T;
  const place = fault.path.join('.').slice(0, 120);
  throw new UsageError(say`${name}: ${file} is no record of a build: ${place ? say`${place}: ` : ''}${fault.message}; ${remedy}`);
}
