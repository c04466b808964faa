// Turn the font manifest into opened fonts: compiled metrics for layout, verified font files for embedding.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FontMetrics } from '../model/font.ts';
import { dataLimits } from '../model/limits.ts';
import { isMapping } from '../model/mapping.ts';
import { forgetful, type Kind, type Memory } from '../model/memory.ts';
import { sameMap } from '../model/same-objects.ts';
import type { FontFile, YamlFile } from '../model/sources.ts';
import type { Report } from './codes.ts';
import type { FileReader } from './file-reader.ts';
import { decodeFontMetrics } from './font-metrics.ts';
import { type HashedAhead, hashAhead } from './hash-ahead.ts';
import { type HashedFile, isHashed } from './hash-file.ts';
import { idPattern, packagePrefix, packageRoot } from './package-files.ts';

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

/** Opens every font of the manifest; compiled metrics stand beside it. An entry that is not whole is passed over: validation says what it lacks. */
export function loadFonts(
  root: string,
  manifest: YamlFile,
  read: FileReader,
  report: Report,
  memory: Memory = forgetful,
  ahead?: HashedAhead,
): LoadedFonts {
  const metrics = new Map<string, FontMetrics>();
  const files = new Map<string, FontFile>();
  const folderOfManifest = manifest.file.slice(0, manifest.file.lastIndexOf('/'));
  const brought = isBrought(manifest);
  const starts = startsOf(root, manifest);
  for (const [index, entry] of entries(manifest.value).entries()) {
    const id = word(entry, 'id');
    const name = word(entry, 'package');
    const inside = word(entry, 'file');
    const sha256 = word(entry, 'sha256');
    if (!id || !name || !inside || !sha256 || !idPattern.test(id)) continue;
    const at = (key: string) => manifest.locate(['fonts', index, key]);
    const fail = (message: string, key: string, ...hints: string[]) =>
      report({ severity: 'error', code: 'load/font', message, at: at(key), hints });

    if (!packageName.test(name)) {
      fail(`${name} is not the name of a package`, 'package');
      continue;
    }
    if (leadsOut(inside)) {
      fail(`${inside} leads out of the package`, 'file');
      continue;
    }
    const folder = packageFolder(starts, name);
    if (!folder) {
      fail(
        `font ${id} needs the package ${name}, which is not installed`,
        'package',
        brought ? 'install kessan again: it depends on it' : 'run npm install',
      );
      continue;
    }
    const opened = read.hashed(join(folder, inside), `${name}/${inside}`, dataLimits.fontBytes, at('file'), ahead);
    if (opened && opened.sha256 !== sha256) {
      const hint = `install ${name} ${word(entry, 'version') ?? ''}, or compile the metrics of the new file and record its sha256`;
      fail(`the file of font ${id} has the sha256 ${opened.sha256.slice(0, 12)}…, not ${sha256.slice(0, 12)}…`, 'sha256', hint);
    } else if (opened) {
      files.set(id, fontFile(opened, id, memory));
    }
    const compiledFile = `${folderOfManifest}/metrics/${id}.json`;
    const compiled = read.text(compiledFile, ['run npm run fonts:compile']);
    if (!compiled) continue;
    try {
      const face = memory.recall(
        metricsKind,
        () => `${memory.numberOf(compiled)}`,
        () => decodeFontMetrics(compiled.text),
      );
      const stated = word(entry, 'postscript-name');
      if (stated !== undefined && stated !== face.postScriptName) {
        const hint = 'let id, file and postscript-name be of one face, or run npm run fonts:compile';
        fail(`the metrics of font ${id} are those of ${face.postScriptName}, not of ${stated}`, 'postscript-name', hint);
      }
      metrics.set(id, face);
    } catch (fault) {
      const why = fault instanceof Error ? fault.message : String(fault);
      fail(`${compiledFile} cannot be decoded (${why})`, 'id', 'run npm run fonts:compile');
    }
  }
  return { metrics: sameMap(memory, metrics), files: sameMap(memory, files) };
}

/** Lets the font files of the manifest be hashed while this thread goes on, those that `memory` does not know; for `loadFonts`. */
export function hashFontsAhead(root: string, manifest: YamlFile, memory: Memory): HashedAhead {
  const starts = startsOf(root, manifest);
  const paths = entries(manifest.value).flatMap((entry) => {
    const name = word(entry, 'package');
    const inside = word(entry, 'file');
    const folder = name && inside && packageName.test(name) && !leadsOut(inside) ? packageFolder(starts, name) : undefined;
    return folder && inside ? [join(folder, inside)] : [];
  });
  return hashAhead(
    paths.filter((path) => !isHashed(path, memory)),
    dataLimits.fontBytes,
  );
}

/** The fonts that this program brings are those of its own dependencies, whatever version the project has of them. */
const isBrought = ({ file }: YamlFile): boolean => file.startsWith(packagePrefix);

/** Where packages are looked for. */
const startsOf = (root: string, manifest: YamlFile): readonly string[] => (isBrought(manifest) ? [packageRoot] : [root, packageRoot]);

const packageName = /^(?:@[a-z0-9-]+\/)?[a-z0-9][a-z0-9._-]*$/;

const leadsOut = (inside: string): boolean => inside.startsWith('/') || inside.split(/[\\/]/).includes('..');

/** The same object for the same file. */
function fontFile(file: HashedFile, id: string, memory: Memory): FontFile {
  return memory.recall(
    fontFiles,
    () => `${memory.numberOf(file)} ${id}`,
    () => ({ id, file: file.name, bytes: file.bytes }),
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

function entries(value: unknown): readonly unknown[] {
  const list = isMapping(value) ? value.fonts : undefined;
  return Array.isArray(list) ? list : [];
}

function word(entry: unknown, key: string): string | undefined {
  const value = isMapping(entry) ? entry[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
