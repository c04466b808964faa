// Turn the folder of an earlier build into its manifest: what it was made from and what it made; another format is refused.
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Manifest } from '../model/build-record.ts';
import { UsageError } from '../model/finding.ts';
import { formatFault } from '../model/formats.ts';
import { buildLimits } from '../model/limits.ts';
import type { FileRecord } from '../model/release-files.ts';
import { say } from '../model/say.ts';
import { manifestFormat } from '../render/manifest/render-manifest.ts';
import { isObject, parseJson, readInside } from './read-given.ts';

/** An earlier build as it lies in its folder. */
export interface EarlierBuild {
  /** Absolute. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** Outputs whose bytes are not those of the manifest, or that are gone: changed by hand after the build. */
  readonly altered: readonly string[];
}

/** Files that are read of a build: one that its manifest does not name was put there by somebody else. */
const ownFiles = ({ files }: Manifest): readonly string[] => [...pdfNames(files), 'figures.json', 'document.json'];

/** The PDFs of a build, in order. */
export const pdfNames = (files: Manifest['files']): readonly string[] => files?.map(({ file }) => file) ?? ['release.pdf'];

/** Refuses, as wrong usage, a folder without a manifest, with one of another format, or with one that names what is not in the folder. */
export function readEarlierBuild(argument: string, cwd: string): EarlierBuild {
  const folder = resolve(cwd, argument);
  const file = join(folder, 'manifest.json');
  const bytes = readInside(folder, 'manifest.json', file, buildLimits.manifestBytes);
  if (!bytes) throw new UsageError(say`${argument} is no build: it has no manifest.json`);
  const manifest = parseManifest(bytes.toString('utf8'), file);
  const altered = [...new Set([...Object.keys(manifest.outputs), ...ownFiles(manifest)])].filter((name) => {
    const output = readInside(folder, name, say`${shown(name)}, which ${file} names,`, buildLimits.outputBytes);
    const hash = Object.hasOwn(manifest.outputs, name) ? manifest.outputs[name] : undefined;
    return hash === undefined ? output !== undefined : output === undefined || sha256(output) !== hash;
  });
  return { folder, manifest, altered };
}

/** What to do about a manifest that is none of ours. */
const whatToName = 'name a folder that kessan build wrote';

/** The manifest of a build that was only composed. */
export function parseManifest(text: string, file: string): Manifest {
  const value = parseJson(text, file, whatToName);
  if (!isObject(value)) throw new UsageError(say`${file} is no manifest of a build: ${whatToName}`);
  const fault = formatFault(value.format, manifestFormat, isName(value.program) ? shown(value.program) : undefined);
  if (fault !== undefined) throw new UsageError(say`${file} ${fault}${value.format === undefined ? say`; ${whatToName}` : ''}`);
  const { issuer, release, program, style, draft, outputs, inputs } = value;
  const hashes = hashesOf(inputs, file);
  const made = hashesOf(outputs, file, 'sha256');
  const files = filesOf(value.files);
  if (value.files !== undefined && !files)
    throw new UsageError(say`${file} is no manifest of a build: files does not say what its PDFs hold; ${whatToName}`);
  if (!isName(issuer) || !isName(release) || !isName(program) || !hashes || !made)
    throw new UsageError(say`${file} is no manifest of a build: it lacks what it was made from, or what was made; ${whatToName}`);
  return {
    issuer,
    release,
    program,
    ...(draft === true && { draft }),
    ...(files && { files }),
    ...(isName(style) && { style }),
    outputs: made,
    inputs: hashes,
  };
}

/** Names are those of files in the folder, and pages are counted through all of them; undefined for anything else. */
function filesOf(value: unknown): readonly FileRecord[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > buildLimits.files) return undefined;
  const files = value.map((each: unknown): FileRecord | undefined => {
    if (!isObject(each)) return undefined;
    const { file, languages, summary, pages } = each;
    const known = isName(file) && pdfName.test(file) && Array.isArray(languages) && languages.every(isName) && Array.isArray(pages);
    if (!known || pages.length > buildLimits.pages || !pages.every((page) => Number.isInteger(page) && page > 0)) return undefined;
    return { file, languages, ...(summary === true && { summary }), pages };
  });
  const sound = files.filter((each) => each !== undefined);
  return sound.length === files.length && sound.some(({ summary }) => !summary) ? sound : undefined;
}

/** What the names of a release's PDFs look like. */
const pdfName = /^[A-Za-z0-9][A-Za-z0-9._-]*\.pdf$/;

const isName = (value: unknown): value is string => typeof value === 'string' && value.length <= longestName;

/** Characters of a name: file systems have no longer ones. */
const longestName = 4096;

/** Hashes by file; with `key`, each stands under that key of its entry. */
function hashesOf(value: unknown, manifest: string, key?: string): Readonly<Record<string, string>> | undefined {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value);
  if (entries.length > buildLimits.files)
    throw new UsageError(say`${manifest} names ${entries.length} files, and at most ${buildLimits.files} are read`);
  // Without a prototype: a file may be called constructor.
  const hashes: Record<string, string> = Object.create(null);
  for (const [file, entry] of entries) {
    const hash = key !== undefined && isObject(entry) ? entry[key] : entry;
    if (!isName(hash) || !isName(file)) return undefined;
    hashes[file] = hash;
  }
  return hashes;
}

const shown = (name: string): string => (name.length > 120 ? `${name.slice(0, 120)}…` : name);

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
