// Turn the files of a build into what it remembers of itself: figures.json and document.json; another format is refused.
import type { BuildRecord, DocumentRecord, FiguresRecord } from '../model/build-record.ts';
import { documentFormat } from '../render/document/render-document.ts';
import { figuresFormat } from '../render/figures/render-figures.ts';
import { UsageError } from './find-release.ts';

/** `read` gives the text of a file of the build, undefined where it has none; `name` is the build for messages. */
export function readRecord(read: (file: string) => string | undefined, name: string): BuildRecord {
  const figures = parsed<FiguresRecord>(read, 'figures.json', figuresFormat, name);
  const document = parsed<DocumentRecord>(read, 'document.json', documentFormat, name);
  return { figures, document };
}

/** The files are written by builds only: a known format is taken at its word. */
function parsed<T extends { readonly format: number }>(
  read: (file: string) => string | undefined,
  file: string,
  format: number,
  name: string,
): T {
  const text = read(file);
  if (text === undefined) throw new UsageError(`${name} has no ${file}: build the earlier release again with this program`);
  let value: T;
  try {
    value = JSON.parse(text) as T;
  } catch (cause) {
    throw new UsageError(`${name}: ${file} is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  if (value?.format === format) return value;
  throw new UsageError(
    `${name}: ${file} has format ${JSON.stringify(value?.format)}, and this program reads format ${format}: build the earlier release again, or use the program that made it`,
  );
}
