// Turn a release into one bundle that a worker builds from with nothing else of this machine, and a bundle into a project in a folder.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { idPattern, packagePrefix } from '../load/package-files.ts';
import { readRegularFile } from '../model/read-file.ts';
import { say } from '../model/say.ts';
import type { ReleasePlace, Sources } from '../model/sources.ts';
import type { Extras } from '../project/build-release.ts';
import { thisProgram } from '../render/manifest/render-manifest.ts';
import { isInside, type NamedFile, PackedFilesError, packFiles, sha256Of, unpackFiles } from './packed-files.ts';

/** A release with every file that it is made of. */
export interface ReleaseBundle {
  /** sha256 of the bytes: the same release, made of the same, has the same name. */
  readonly id: string;
  readonly bytes: Uint8Array;
  /** Font files, which many releases have in common and which are not in the bytes: how each is read, by its hash. */
  readonly fonts: ReadonlyMap<string, () => Uint8Array>;
}

/** What a bundle says, unpacked. */
export interface BundleContent {
  readonly program: string;
  readonly issuer: string;
  readonly release: string;
  /** A theme of the layout instead of the one that the release names. */
  readonly theme?: string;
  /** It is built as a draft. */
  readonly draft?: true;
  readonly extras: Extras;
  /** sha256 of everything that a build of it reads, by name, as its manifest has them. */
  readonly inputs: ReadonlyMap<string, string>;
  /** Names of those inputs that are font files sent beside it. */
  readonly fonts: readonly string[];
  readonly files: readonly NamedFile[];
}

/** The bundle of a release whose files were read. */
export function bundleOf({ root, issuer, release, theme, draft }: ReleasePlace, extras: Extras, sources: Sources): ReleaseBundle {
  const faces = [...sources.fonts.values()];
  const fonts = new Map(faces.map(({ file, bytes }) => [file, () => bytes(0, Number.MAX_SAFE_INTEGER)] as const));
  const inputs = [...sources.hashes].sort(([a], [b]) => (a < b ? -1 : 1));
  const own = inputs.filter(([name]) => !name.startsWith(packagePrefix) && !fonts.has(name));
  const files = own.map(([name, sha256]): NamedFile => {
    const content = readRegularFile(join(root, name), bundledBytes);
    if (sha256Of(content) !== sha256) throw new PackedFilesError(say`${name} changed while it was read: ask again`);
    return { name, content };
  });
  const carried = [...new Set(faces.filter(({ everywhere }) => everywhere !== true).map(({ file }) => file))].sort();
  const named = { issuer, release, ...(theme !== undefined && { theme }), ...(draft && { draft }) };
  const head = { format: 1, program: thisProgram, ...named, extras, inputs, fonts: carried };
  const bytes = packFiles(head, files);
  return {
    id: sha256Of(bytes),
    bytes,
    fonts: new Map(carried.map((name) => [sources.hashes.get(name) ?? '', fonts.get(name) ?? (() => new Uint8Array(0))])),
  };
}

/** No file of a project that is not a font is larger. */
const bundledBytes = 32_000_000;

/** Throws `PackedFilesError` for bytes that are no bundle, are not those of `id`, or that ask for what no release has. */
export function openBundle(bytes: Uint8Array, id: string): BundleContent {
  if (sha256Of(bytes) !== id) throw new PackedFilesError('its bytes are not those that were sent');
  const { head, files } = unpackFiles(bytes);
  const { format, program, issuer, release, theme, draft, extras, inputs, fonts } = head;
  if (format !== 1) throw new PackedFilesError(`its format is ${JSON.stringify(format)}, and this program reads 1`);
  const isId = (value: unknown): value is string => typeof value === 'string' && value.length <= 200 && idPattern.test(value);
  if (
    typeof program !== 'string' ||
    !isId(issuer) ||
    !isId(release) ||
    (theme !== undefined && !isId(theme)) ||
    (draft !== undefined && draft !== true)
  )
    throw new PackedFilesError('it names no release');
  const hashes = inputsOf(inputs);
  for (const { name, content } of files) {
    if (!places.test(name)) throw new PackedFilesError(`${name} is no file of a project`);
    if (hashes.get(name) !== sha256Of(content)) throw new PackedFilesError(`${name} is none of its inputs`);
  }
  const { attach = false, text = false } = typeof extras === 'object' && extras !== null ? (extras as Extras) : {};
  const wanted = { attach: attach === true, text: text === true };
  const sent = (Array.isArray(fonts) ? fonts : []).filter((name) => typeof name === 'string');
  const named = { issuer, release, ...(theme !== undefined && { theme }), ...(draft === true && { draft: true as const }) };
  return { program, ...named, extras: wanted, inputs: hashes, fonts: sent, files };
}

/** Files of a project: nothing else is written. */
const places = /^(?:data|templates|fonts)\//;

/** A file inside an installed package, as fonts name them. */
const packaged = /^(?:@[a-z0-9-]+\/)?[a-z0-9][a-z0-9._-]*\/.+\.(?:ttf|otf)$/i;

function inputsOf(value: unknown): ReadonlyMap<string, string> {
  const entries = Array.isArray(value) ? value : [];
  const hashes = new Map<string, string>();
  for (const entry of entries) {
    const [name, hash] = Array.isArray(entry) ? entry : [];
    if (typeof name !== 'string' || typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash))
      throw new PackedFilesError('its list of inputs is no list of names and hashes');
    hashes.set(name, hash);
  }
  if (hashes.size === 0) throw new PackedFilesError('it has no inputs');
  return hashes;
}

/** A font file of the project itself. */
const ownFont = /^fonts\/.+\.ttf$/i;

/** Hashes of font files that a worker needs beside the bundle, by the names that the project has for them. */
export function fontsOf({ inputs, fonts, files }: BundleContent): ReadonlyMap<string, string> {
  const known = new Set(files.map(({ name }) => name));
  const needed = new Map<string, string>();
  for (const name of fonts) {
    const hash = inputs.get(name);
    if (hash === undefined || known.has(name) || !isInside(name) || !(ownFont.test(name) || (packaged.test(name) && !places.test(name))))
      throw new PackedFilesError(`${name} is missing in it`);
    needed.set(name, hash);
  }
  return needed;
}

/** Writes the project into an empty folder; `fontFile` answers where the font of a hash lies. */
export function writeProject(bundle: BundleContent, folder: string, fontFile: (sha256: string) => string): ReleasePlace {
  const placeFor = (name: string): string => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    return path;
  };
  for (const { name, content } of bundle.files) writeFileSync(placeFor(name), content);
  for (const [name, sha256] of fontsOf(bundle))
    copyFileSync(fontFile(sha256), placeFor(ownFont.test(name) ? name : `node_modules/${name}`));
  const { issuer, release, theme, draft } = bundle;
  return { root: folder, issuer, release, ...(theme !== undefined && { theme }), ...(draft && { draft }) };
}
