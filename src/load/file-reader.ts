// Turn names of files in the project or the package into texts and bytes: hashed, and without characters that nobody sees.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { type LookAlike, lookAlikes } from '../language/characters.ts';
import { dataLimits } from '../model/limits.ts';
import { lineStartsOf } from '../model/line-starts.ts';
import { forgetful, type Memory } from '../model/memory.ts';
import { codePointName, refusedCharacters } from '../model/printable.ts';
import { readRegularFile, refusedBySystem, UnreadableFile } from '../model/read-file.ts';
import type { SourceFile } from '../model/sources.ts';
import type { Span } from '../model/span.ts';
import type { Report } from './codes.ts';
import { type HashedFile, hashFile } from './hash-file.ts';
import { packagePrefix, packageRoot, pathOf } from './package-files.ts';
import { spanOf } from './text-places.ts';

/** Reads the files of one project, and remembers what it read. */
export interface FileReader {
  /** A UTF-8 text without byte order mark, its line ends made `\n`; undefined after a finding. */
  readonly text: (file: string, hints?: readonly string[]) => SourceFile | undefined;
  /** A file anywhere, of at most `limit` bytes, hashed and entered into the hashes under `name`; undefined after a finding. */
  readonly hashed: (path: string, name: string, limit: number, at?: Span) => HashedFile | undefined;
  /** Names in a folder, sorted by code unit; undefined after a finding. */
  readonly names: (folder: string, hints?: readonly string[]) => readonly string[] | undefined;
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
    report({ severity: 'error', code, message: `${file} ${message}`, at, hints: found === 'nothing' ? hints : [] });
    return undefined;
  };
  const refuse = (file: string, why: string, hints: readonly string[] = [], { line, column } = { line: 1, column: 1 }) => {
    report({ severity: 'error', code: 'load/unreadable', message: `${file} ${why}`, at: { file, line, column, length: 1 }, hints });
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
    hashed: (path, name, limit, at) => {
      try {
        const file = hashFile(path, name, limit, memory);
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
    text: (file, hints) => {
      try {
        const path = realpathSync(pathOf(root, file));
        const within = file.startsWith(packagePrefix) ? truePackage : trueRoot;
        if (!path.startsWith(within + sep)) return refuse(file, 'is a link that leads out of the project');
        const { data } = read(path, file, dataLimits.fileBytes);
        const raw = data.toString('utf8');
        const bad = raw.indexOf('\uFFFD');
        const text = (raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw).replaceAll('\r\n', '\n').replaceAll('\r', '\n');
        if (bad >= 0) {
          const before = raw.slice(0, bad).split(/\r\n|\r|\n/);
          const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
          return refuse(file, `is not UTF-8 text at line ${place.line}`, ['save the file as UTF-8'], place);
        }
        const source = { file, text, lineStarts: lineStartsOf(text) };
        return reportCharacters(source, report) ? source : undefined;
      } catch (fault) {
        return missing(file, fault, hints);
      }
    },
  };
}

function resolved(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

const isCode = (fault: unknown, code: string): boolean => fault instanceof Error && 'code' in fault && fault.code === code;

/** Findings of one kind that a file gets; what is wrong a hundred times is wrong for one reason. */
const shown = 20;

/**
 * Forbidden characters are errors, and the answer is false; look-alikes are printed as what they look like, and told, since a name may
 * mean its own shape.
 */
export function reportCharacters(source: SourceFile, report: Report): boolean {
  const errors = refusedCharacters(source.text);
  for (const { name, offset, length } of errors.slice(0, shown)) {
    const message = `${name} is a character that nobody sees${more(errors.length)}`;
    const hints = ['take it out: it came with a copy from another program'];
    report({ severity: 'error', code: 'load/character', message, at: spanOf(source, offset, offset + length), hints });
  }
  // A figure of a data file in full-width digits is told as a figure.
  const alike = lookAlikes(source.text).filter(({ kind }) => kind !== 'full-width digits' || !source.file.endsWith('.yaml'));
  for (const found of alike.slice(0, shown)) {
    const { typed, meant, kind, index } = found;
    const fate = kind === 'full-width digits' ? `${typed} stands in ${kind}` : `${typed} (${names(found)}) is printed as ${meant}`;
    const hints = [`type ${meant}: a reader who searches for it finds no ${kind}`];
    const at = spanOf(source, index, index + typed.length);
    report({ severity: 'warning', code: 'load/look-alike', message: `${fate}${more(alike.length)}`, at, hints });
  }
  return errors.length === 0;
}

function names({ typed, kind }: LookAlike): string {
  return [...typed].length === 1 ? `${codePointName(typed)}, a ${kind}` : kind;
}

const more = (count: number): string => (count > shown ? `; ${count} places in this file, of which the first ${shown} are told` : '');
