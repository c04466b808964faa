// Turn a project into the texts that may be edited in it: read and saved as a whole, never outside of it, never over what is newer.
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { dataLimits } from '../model/limits.ts';
import { readRegularFile, UnreadableFile } from '../model/read-file.ts';
import { say } from '../model/say.ts';
import { publish } from '../project/publish.ts';
import type { SourceText } from './protocol.ts';

/** Folders of a project that hold what releases are made of. */
const folders = ['data', 'templates', 'fonts'] as const;

/** Texts that a release is made of. */
const editable = /\.(?:ya?ml|md|hbs)$/;

/** Folders of what was approved are written by the program. */
const passedOver = /^(?:approved(?:\..*)?|node_modules|metrics)$/;

/** Why a file is not read or saved, with the status that says so in HTTP. */
export class FileRefusal extends Error {
  readonly status: 400 | 404 | 409 | 413 | 500;
  /** What stands in the file instead of what was expected. */
  readonly now: SourceText | undefined;

  constructor(status: FileRefusal['status'], message: string, now?: SourceText) {
    super(message);
    this.status = status;
    this.now = now;
  }
}

/** Paths from the root, with forward slashes, sorted. Links are followed only where they stay inside the project. */
export function editableFiles(root: string): readonly string[] {
  const real = realpathSync(root);
  const found: string[] = [];
  const walk = (folder: string, depth: number) => {
    if (depth > 12 || !inside(real, join(root, folder))) return;
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || passedOver.test(entry.name)) continue;
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() || (entry.isSymbolicLink() && isFolder(join(root, path)))) {
        if (!entry.isSymbolicLink()) walk(path, depth + 1);
      } else if (editable.test(entry.name) && inside(real, join(root, path))) found.push(path);
    }
  };
  for (const folder of folders) if (existsSync(join(root, folder))) walk(folder, 0);
  return found.sort();
}

/** Only what `editableFiles` lists is read, whatever the path says. */
export function readSource(root: string, path: string): SourceText {
  refuseUnlisted(root, path);
  try {
    const data = readRegularFile(join(root, path), dataLimits.fileBytes);
    return { path, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data), digest: digestOf(data) };
  } catch (fault) {
    if (fault instanceof UnreadableFile) throw new FileRefusal(404, `${path} ${fault.message}`);
    if (fault instanceof TypeError) throw new FileRefusal(400, `${path} is no UTF-8 text`);
    throw fault;
  }
}

/** Saves the whole text where the file still is what `digest` says; refuses with what stands there where it is not. */
export async function saveSource(root: string, { path, text, digest }: SourceText): Promise<SourceText> {
  const data = Buffer.from(text, 'utf8');
  if (data.length > dataLimits.fileBytes)
    throw new FileRefusal(413, `${path} would hold ${data.length} bytes, and at most ${dataLimits.fileBytes} are read`);
  const now = readSource(root, path);
  if (now.digest !== digest) throw new FileRefusal(409, say`${path} was changed by somebody else meanwhile`, now);
  // What a link leads to is what is edited.
  const file = realpathSync(join(root, path));
  const { mode } = statSync(file);
  await publish(new Map([[file, data]]));
  if ((statSync(file).mode & 0o777) !== (mode & 0o777)) chmodSync(file, mode & 0o777);
  return { path, text, digest: digestOf(data) };
}

function refuseUnlisted(root: string, path: string): void {
  if (!editableFiles(root).includes(path))
    throw new FileRefusal(404, `${JSON.stringify(path)} is no file of this project that can be edited`);
}

function inside(real: string, path: string): boolean {
  try {
    const found = realpathSync(path);
    return found === real || found.startsWith(real + sep);
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

const digestOf = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');
