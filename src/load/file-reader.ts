// Turn names of files in the project or the package into texts and bytes: read, hashed, and made texts again only where they changed.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { dataLimits } from '../model/limits.ts';
import { forgetful, type Memory } from '../model/memory.ts';
import { readRegularFile, refusedBySystem, UnreadableFile } from '../model/read-file.ts';
import { recallTold, toldKind } from '../model/recall-told.ts';
import { say } from '../model/say.ts';
import type { SourceFile } from '../model/sources.ts';
import type { Span } from '../model/span.ts';
import type { LoadCode, Report } from './codes.ts';
import { decodeText } from './decode-text.ts';
import type { HashedAhead } from './hash-ahead.ts';
import { type HashedFile, hashFile } from './hash-file.ts';
import { packagePrefix, packageRoot, pathOf } from './package-files.ts';

/** What a file says follows from its name and its content alone. */
const texts = toldKind<SourceFile | undefined, LoadCode>({
  name: 'load/text',
  bytes: (source) => (source ? 2 * source.text.length + 8 * source.lineStarts.length : 0),
});

/** Reads the files of one project, and remembers what it read. */
export interface FileReader {
  /** A UTF-8 text, as `decodeText` makes it; the same object for a file of the same content. Undefined after a finding. */
  readonly text: (file: string, hints?: readonly string[]) => SourceFile | undefined;
  /** Bytes of a file of the project, of at most `limit`, and their sha256; undefined after a finding. */
  readonly bytes: (file: string, limit: number) => { readonly data: Buffer; readonly sha256: string } | undefined;
  /** A file anywhere, of at most `limit` bytes, hashed and entered into the hashes under `name`; undefined after a finding. `ahead` may know the hash. */
  readonly hashed: (path: string, name: string, limit: number, at?: Span, ahead?: HashedAhead) => HashedFile | undefined;
  /** Names in a folder, sorted by code unit; undefined after a finding. */
  readonly names: (folder: string, hints?: readonly string[]) => readonly string[] | undefined;
  /** Whether there is a folder of that name. */
  readonly has: (folder: string) => boolean;
  /** sha256 of every file read so far, by file. */
  readonly hashes: ReadonlyMap<string, string>;
}

/**
 * A reader of one project. Names are paths relative to `root`, with forward slashes, or to the package of this program when they begin with
 * `kessan:`; they may not lead out of it.
 */
export function fileReader(root: string, report: Report, memory: Memory = forgetful): FileReader {
  const hashes = new Map<string, string>();
  const trueRoot = resolved(root) ?? root;
  const truePackage = resolved(packageRoot) ?? packageRoot;

  const missing = (file: string, fault: unknown, hints: readonly string[] = [], at: Span = { file, line: 1, column: 1, length: 1 }) => {
    const { found, message } = fault instanceof UnreadableFile ? fault : refusedBySystem(file, 0, fault);
    const code = found === 'nothing' ? 'load/missing-file' : 'load/unreadable';
    // What is to be done where a file is missing is not what is to be done with the wrong one.
    report({ severity: 'error', code, message: say`${file} ${message}`, at, hints: found === 'nothing' ? hints : [] });
    return undefined;
  };
  const refuse = (file: string, why: string, hints: readonly string[] = [], { line, column } = { line: 1, column: 1 }) => {
    report({ severity: 'error', code: 'load/unreadable', message: say`${file} ${why}`, at: { file, line, column, length: 1 }, hints });
    return undefined;
  };
  const read = (path: string, name: string, limit: number) => {
    const data = readRegularFile(path, limit);
    const sha256 = createHash('sha256').update(data).digest('hex');
    hashes.set(name, sha256);
    return { data, sha256 };
  };

  return {
    hashes,
    hashed: (path, name, limit, at, ahead) => {
      try {
        const file = hashFile(path, name, limit, memory, ahead && (() => ahead(path)));
        hashes.set(name, file.sha256);
        return file;
      } catch (fault) {
        return missing(name, fault, [], at);
      }
    },
    names: (folder, hints) => {
      try {
        return readdirSync(pathOf(root, folder)).sort();
      } catch (fault) {
        if (existsSync(pathOf(root, folder)) && isCode(fault, 'ENOTDIR')) return refuse(folder, 'is no folder', hints);
        return missing(folder, fault, hints);
      }
    },
    bytes: (file, limit) => {
      try {
        const path = realpathSync.native(pathOf(root, file));
        const within = file.startsWith(packagePrefix) ? truePackage : trueRoot;
        if (!path.startsWith(within + sep)) return refuse(file, 'is a link that leads out of the project');
        return read(path, file, limit);
      } catch (fault) {
        return missing(file, fault);
      }
    },
    has: (folder) => existsSync(pathOf(root, folder)),
    text: (file, hints) => {
      try {
        const path = realpathSync.native(pathOf(root, file));
        const within = file.startsWith(packagePrefix) ? truePackage : trueRoot;
        if (!path.startsWith(within + sep)) return refuse(file, 'is a link that leads out of the project');
        const { data, sha256 } = read(path, file, dataLimits.fileBytes);
        return recallTold(
          memory,
          texts,
          () => `${sha256} ${file}`,
          report,
          (told) => decodeText(file, data, told),
        );
      } catch (fault) {
        return missing(file, fault, hints);
      }
    },
  };
}

function resolved(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

const isCode = (fault: unknown, code: string): boolean => fault instanceof Error && 'code' in fault && fault.code === code;
