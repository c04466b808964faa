// Turn the font manifest into opened fonts: compiled metrics for layout, verified font files for embedding.
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { FontMetrics } from '../model/font.ts';
import { dataLimits } from '../model/limits.ts';
import { isMapping } from '../model/mapping.ts';
import { forgetful, type Kind, type Memory } from '../model/memory.ts';
import { sameMap } from '../model/same-objects.ts';
import { say } from '../model/say.ts';
import type { FontFile, YamlFile } from '../model/sources.ts';
import type { Report } from './codes.ts';
import type { FileReader } from './file-reader.ts';
import { facesOf, isBrought } from './font-manifest.ts';
import { decodeFontMetrics } from './font-metrics.ts';
import { type HashedAhead, hashAhead } from './hash-ahead.ts';
import { type HashedFile, isHashed } from './hash-file.ts';
import { idPattern, packageRoot } from './package-files.ts';

/** What the font manifest leads to, by font id. */
interface LoadedFonts {
  /** What layout composes with. */
  readonly metrics: ReadonlyMap<string, FontMetrics>;
  /** What the PDF embeds. */
  readonly files: ReadonlyMap<string, FontFile>;
}

const metricsKind: Kind<FontMetrics> = { name: 'load/metrics', bytes: ({ glyphCount }) => 8 * glyphCount };
/** Their bytes are the hashed file's. */
const fontFiles: Kind<FontFile> = { name: 'load/font-file', bytes: () => 100 };

/** What an entry of the manifest says, as far as its file is found by it. */
interface Entry {
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
  /** npm package that `file` is in; without it the file stands in the folder fonts of the project. */
  readonly package?: string;
  /** Whether the manifest is this program's. */
  readonly brought: boolean;
  /** Whether the program does without the package until a style names the face. */
  readonly optional: boolean;
}

/**
 * Opens the fonts of the manifest whose family is one of `families`, all of them without; compiled metrics stand beside the manifest. An
 * entry that is not whole is passed over: validation says what it lacks.
 */
export function loadFonts(
  root: string,
  manifest: YamlFile,
  read: FileReader,
  report: Report,
  memory: Memory = forgetful,
  ahead?: HashedAhead,
  families?: ReadonlySet<string>,
): LoadedFonts {
  const metrics = new Map<string, FontMetrics>();
  const files = new Map<string, FontFile>();
  for (const [index, face] of facesOf(manifest).entries()) {
    const entry = entryOf(face, manifest, index);
    if (!entry || !isWanted(face, families)) continue;
    const { id, sha256 } = entry;
    const at = (key: string) => manifest.locate(['fonts', index, key]);
    const fail = (message: string, key: string, ...hints: string[]) =>
      report({ severity: 'error', code: 'load/font', message, at: at(key), hints });
    const path = pathOfFont(root, entry, word(face, 'version'), fail);
    if (path === undefined) continue;

    const again = entry.package === undefined ? say`run kessan fonts ${ownFolder}/${entry.file}` : 'run npm run fonts:compile';
    const name = entry.package === undefined ? `${ownFolder}/${entry.file}` : `${entry.package}/${entry.file}`;
    const opened = read.hashed(path, name, dataLimits.fontBytes, at('file'), ahead);
    if (opened && opened.sha256 !== sha256) {
      const version = say`install ${entry.package} ${word(face, 'version') ?? ''}, or compile the metrics of the new file and record its sha256`;
      const hint = entry.package === undefined ? say`${again}, which records the file as it is now` : version;
      fail(say`the file of font ${id} has the sha256 ${opened.sha256.slice(0, 12)}…, not ${sha256.slice(0, 12)}…`, 'sha256', hint);
    } else if (opened && entry.package === undefined && !hasTrueType(opened)) {
      fail(say`${name} has no TrueType outlines`, 'file', again);
      continue;
    } else if (opened) {
      files.set(id, fontFile(opened, id, entry.brought && !entry.optional, memory));
    }
    const file = at('id').file;
    const compiledFile = `${file.slice(0, file.lastIndexOf('/'))}/metrics/${id}.json`;
    const compiled = read.text(compiledFile, [again]);
    if (!compiled) continue;
    try {
      const decoded = memory.recall(
        metricsKind,
        () => `${memory.numberOf(compiled)}`,
        () => decodeFontMetrics(compiled.text),
      );
      const stated = word(face, 'postscript-name');
      if (stated !== undefined && stated !== decoded.postScriptName) {
        const hint = say`let id, file and postscript-name be of one face, or ${again}`;
        fail(say`the metrics of font ${id} are those of ${decoded.postScriptName}, not of ${stated}`, 'postscript-name', hint);
      }
      metrics.set(id, decoded);
    } catch (fault) {
      const why = fault instanceof Error ? fault.message : String(fault);
      fail(say`${compiledFile} cannot be decoded (${why})`, 'id', again);
    }
  }
  return { metrics: sameMap(memory, metrics), files: sameMap(memory, files) };
}

/** Lets the font files of these families be hashed while this thread goes on, those that `memory` does not know; for `loadFonts`. */
export function hashFontsAhead(root: string, manifest: YamlFile, memory: Memory, families?: ReadonlySet<string>): HashedAhead {
  const paths = facesOf(manifest).flatMap((face, index) => {
    const entry = isWanted(face, families) ? entryOf(face, manifest, index) : undefined;
    return (entry && pathOfFont(root, entry)) ?? [];
  });
  return hashAhead(
    paths.filter((path) => !isHashed(path, memory)),
    dataLimits.fontBytes,
  );
}

/** The folder of the project where its own font files stand, with the manifest. */
const ownFolder = 'fonts';

const isWanted = (face: unknown, families: ReadonlySet<string> | undefined): boolean => families?.has(word(face, 'family') ?? '') !== false;

function entryOf(face: unknown, manifest: YamlFile, index: number): Entry | undefined {
  const [id, name, file, sha256] = ['id', 'package', 'file', 'sha256'].map((key) => word(face, key));
  if (!id || !file || !sha256 || !idPattern.test(id)) return undefined;
  const brought = isBrought(manifest.locate(['fonts', index]).file);
  const optional = isMapping(face) && face.optional === true;
  return { id, file, sha256, brought, optional, ...(name !== undefined && { package: name }) };
}

/** Where the file of an entry stands; undefined after `fail` was told why there is none. */
function pathOfFont(
  root: string,
  entry: Entry,
  version?: string,
  fail?: (message: string, key: string, ...hints: string[]) => void,
): string | undefined {
  const { id, file, package: name, brought, optional } = entry;
  if (name === undefined) {
    const path = join(root, ownFolder, file);
    const away = leadsOut(file) || linksOut(path, join(root, ownFolder));
    if (away) fail?.(say`${file} leads out of the folder ${ownFolder}`, 'file', say`put the file of the face into ${ownFolder}`);
    return away ? undefined : path;
  }
  if (!packageName.test(name)) {
    fail?.(say`${name} is not the name of a package`, 'package');
    return undefined;
  }
  if (leadsOut(file)) {
    fail?.(say`${file} leads out of the package`, 'file');
    return undefined;
  }
  // The fonts that this program brings are those of its own dependencies, whatever version the project has of them; what it does not
  // depend on is found in the project.
  const folder = packageFolder(brought ? [packageRoot, root] : [root, packageRoot], name);
  if (folder) return join(folder, file);
  const install = say`run npm install ${name} in the project, version ${version ?? 'of fonts.yaml'}: its files are large, and kessan does not bring them`;
  const hint = !brought ? 'run npm install' : optional ? install : 'install kessan again: it depends on it';
  fail?.(say`font ${id} needs the package ${name}, which is not installed`, 'package', hint);
  return undefined;
}

/** A link may stand for a file, but not for one elsewhere. */
function linksOut(path: string, folder: string): boolean {
  try {
    return !realpathSync.native(path).startsWith(realpathSync.native(folder) + sep);
  } catch {
    return false;
  }
}

/** Whether the file begins as fonts with TrueType outlines do: a face is entered by hand, too. */
function hasTrueType({ bytes }: HashedFile): boolean {
  const start = bytes(0, 4);
  return (
    start.length === 4 &&
    (String.fromCharCode(...start) === 'true' || (start[0] === 0 && start[1] === 1 && start[2] === 0 && start[3] === 0))
  );
}

const packageName = /^(?:@[a-z0-9-]+\/)?[a-z0-9][a-z0-9._-]*$/;

const leadsOut = (inside: string): boolean => inside.startsWith('/') || inside.split(/[\\/]/).includes('..');

/** The same object for the same file. */
function fontFile(file: HashedFile, id: string, everywhere: boolean, memory: Memory): FontFile {
  return memory.recall(
    fontFiles,
    () => `${memory.numberOf(file)} ${everywhere} ${id}`,
    () => ({ id, file: file.name, everywhere, bytes: file.bytes }),
  );
}

/** The folder of an installed package: in node_modules of the first of `starts` or a folder above it, else of the next. */
function packageFolder(starts: readonly string[], name: string): string | undefined {
  for (const start of starts) {
    for (let folder = start; ; folder = dirname(folder)) {
      const candidate = join(folder, 'node_modules', name);
      if (existsSync(candidate)) return candidate;
      if (folder === dirname(folder)) break;
    }
  }
  return undefined;
}

function word(entry: unknown, key: string): string | undefined {
  const value = isMapping(entry) ? entry[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
