// Turn the folder of an earlier build into its manifest: what it was made from and what it made; another format is refused.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { manifestFormat } from '../render/manifest/render-manifest.ts';
import { UsageError } from './find-release.ts';

/** manifest.json as every build writes it; hashes are sha256 by file. */
export interface Manifest {
  readonly issuer: string;
  readonly release: string;
  readonly program: string;
  /** The theme; undefined in builds from before it was recorded. */
  readonly style?: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
}

/** An earlier build as it lies in its folder. */
export interface EarlierBuild {
  /** Absolute. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** Outputs whose bytes are not those of the manifest, or that are gone: changed by hand after the build. */
  readonly altered: readonly string[];
}

/** Refuses, as wrong usage, a folder without a manifest or with one of another format. */
export function readEarlierBuild(argument: string, cwd: string): EarlierBuild {
  const folder = resolve(cwd, argument);
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) throw new UsageError(`${argument} is no build: it has no manifest.json`);
  const manifest = parseManifest(readFileSync(file, 'utf8'), file);
  const altered = Object.entries(manifest.outputs)
    .filter(([name, hash]) => !existsSync(join(folder, name)) || sha256(readFileSync(join(folder, name))) !== hash)
    .map(([name]) => name);
  return { folder, manifest, altered };
}

/** The manifest of a build that was only composed. */
export function parseManifest(text: string, file: string): Manifest {
  const value = objectOf(text, file);
  if (value['format'] !== manifestFormat) {
    const found = value['format'] === undefined ? 'no format' : `format ${JSON.stringify(value['format'])}`;
    throw new UsageError(
      `${file} has ${found}, and this program reads format ${manifestFormat}: build the earlier release again, or use the program that made it`,
    );
  }
  const { issuer, release, program, style, outputs, inputs } = value;
  const hashes = hashesOf(inputs);
  const made = hashesOf(outputs, 'sha256');
  if (typeof issuer !== 'string' || typeof release !== 'string' || typeof program !== 'string' || !hashes || !made) {
    throw new UsageError(`${file} is no manifest of a build`);
  }
  return { issuer, release, program, ...(typeof style === 'string' && { style }), outputs: made, inputs: hashes };
}

function objectOf(text: string, file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch (cause) {
    throw new UsageError(`${file} is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  throw new UsageError(`${file} is no manifest of a build`);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Hashes by file; with `key`, each stands under that key of its entry. */
function hashesOf(value: unknown, key?: string): Readonly<Record<string, string>> | undefined {
  if (!isObject(value)) return undefined;
  const hashes: Record<string, string> = {};
  for (const [file, entry] of Object.entries(value)) {
    const hash = key !== undefined && isObject(entry) ? entry[key] : entry;
    if (typeof hash !== 'string') return undefined;
    hashes[file] = hash;
  }
  return hashes;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
