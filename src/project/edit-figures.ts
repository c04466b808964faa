// Turn new values of data files into the files with them, and those into files on disk: all of them, and none that changed meanwhile.
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { UsageError } from '../model/finding.ts';
import { dataLimits } from '../model/limits.ts';
import { say } from '../model/say.ts';
import { type EditedText, editYaml, type LineChange, type ValueEdit } from './edit-yaml.ts';
import { publish } from './publish.ts';
import { readInside } from './read-given.ts';

/** A value that is to stand in a file of the project: `file` is relative to it, with forward slashes. */
export type FigureEdit = ValueEdit & { readonly file: string };

/** A file that is to be written. */
export interface EditedFile {
  readonly file: string;
  /** As it was when the edit was made. */
  readonly before: Buffer;
  /** As it is to be. */
  readonly text: string;
}

/** What is to be written, and the lines that it alters: nothing is written yet. */
export interface PlannedEdits {
  readonly files: readonly EditedFile[];
  /** File by file, line by line. */
  readonly changes: readonly LineChange[];
}

/** A file that says something else by now than what an edit was made of: it is not written. */
export interface ChangedFile {
  readonly file: string;
  /** Lines that were altered meanwhile; 1-based, of the file as it is now. */
  readonly lines: readonly { readonly line: number; readonly old: string | undefined; readonly now: string | undefined }[];
}

/**
 * The edits of files as they are on disk now. Refuses, as wrong usage, what `editYaml` refuses, and a place or a file that is not in the
 * project; and one that is another by now than that of `hashes` (sha256 by file, as sources have them), where places were found.
 */
export function planEdits(root: string, edits: readonly FigureEdit[], hashes: ReadonlyMap<string, string> = new Map()): PlannedEdits {
  const read = readerOf(root);
  const files: EditedFile[] = [];
  const changes: LineChange[] = [];
  for (const file of [...new Set(edits.map((edit) => edit.file))].sort()) {
    const before = read(file);
    const hash = hashes.get(file);
    if (hash !== undefined && createHash('sha256').update(before).digest('hex') !== hash)
      throw new UsageError(say`${file} was altered since its values were read, and is not written: read them again`);
    const edited: EditedText = editYaml(
      file,
      before,
      edits.filter((edit) => edit.file === file),
    );
    if (edited.changes.length === 0) continue;
    files.push({ file, before, text: edited.text });
    changes.push(...edited.changes);
  }
  return { files, changes };
}

/** Writes all of them, each whole, or none: then the files that changed since they were read are answered, with what is new in them. */
export async function writeEdits(root: string, { files }: PlannedEdits): Promise<readonly ChangedFile[]> {
  const read = readerOf(root);
  const changed = files.flatMap(({ file, before }): readonly ChangedFile[] => {
    const now = read(file);
    return now.equals(before) ? [] : [{ file, lines: linesApart(before.toString('utf8'), now.toString('utf8')) }];
  });
  if (changed.length > 0) return changed;
  // A link is followed, and stays one.
  await publish(new Map(files.map(({ file, text }) => [realpathSync.native(join(root, ...file.split('/'))), text])));
  return [];
}

/** Bytes of a file of the project; one that is not there, or leads out of it, is refused. */
function readerOf(root: string): (file: string) => Buffer {
  return (file) => {
    const data = readInside(root, file.split('/').join(sep), file, dataLimits.fileBytes);
    if (!data) throw new UsageError(say`${file} is missing: it was there when its values were read`);
    return data;
  };
}

/** Lines told of a file that changed. */
const shownLines = 20;

/** Between the first lines that are the same and the last: line by line. */
function linesApart(before: string, now: string): ChangedFile['lines'] {
  const [old, other] = [before.split(/\r\n|\r|\n/), now.split(/\r\n|\r|\n/)];
  let start = 0;
  while (start < Math.min(old.length, other.length) && old[start] === other[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, other.length) - start && old[old.length - 1 - end] === other[other.length - 1 - end]) end++;
  const count = Math.min(shownLines, Math.max(old.length, other.length) - start - end);
  const at = (lines: readonly string[], index: number) => (index < lines.length - end ? lines[index] : undefined);
  return Array.from({ length: count }, (_, index) => ({
    line: start + index + 1,
    old: at(old, start + index),
    now: at(other, start + index),
  }));
}
