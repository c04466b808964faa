// Turn fonts/fonts.yaml into fonts/metrics/*.json; with --check only say whether they are current.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { compileFace, openFace } from '../../src/pdf/faces/compile-face.ts';

/** What the manifest says about a face. */
interface ManifestFont {
  readonly id: string;
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  readonly package: string;
  readonly version: string;
  readonly file: string;
  readonly sha256: string;
  readonly licence: string;
  readonly 'postscript-name': string;
}

/** Compiles every face of the manifest, or compares when `check` is set. Returns what is wrong, one line each. */
export function compileFonts(root: string, check: boolean): string[] {
  const manifest = parse(readFileSync(join(root, 'fonts/fonts.yaml'), 'utf8')) as { readonly fonts: readonly ManifestFont[] };
  const folder = join(root, 'fonts/metrics');
  const faults: string[] = [];
  for (const entry of manifest.fonts) {
    const bytes = readFileSync(join(root, 'node_modules', entry.package, entry.file));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const installed = (JSON.parse(readFileSync(join(root, 'node_modules', entry.package, 'package.json'), 'utf8')) as { version: string })
      .version;
    if (sha256 !== entry.sha256) faults.push(`${entry.id}: sha256 of ${entry.file} is ${sha256}, the manifest says ${entry.sha256}`);
    if (installed !== entry.version) faults.push(`${entry.id}: ${entry.package} is ${installed}, the manifest says ${entry.version}`);
    if (!existsSync(join(root, 'fonts', entry.licence))) faults.push(`${entry.id}: ${entry.licence} is missing`);
    const json = compileFace(openFace(bytes), entry);
    const name = (JSON.parse(json) as { postScriptName: string }).postScriptName;
    if (name !== entry['postscript-name'])
      faults.push(`${entry.id}: PostScript name is ${name}, the manifest says ${entry['postscript-name']}`);
    const path = join(folder, `${entry.id}.json`);
    if (!check) writeFileSync(path, json);
    else if (!existsSync(path) || readFileSync(path, 'utf8') !== json)
      faults.push(`${entry.id}: fonts/metrics/${entry.id}.json is not current`);
  }
  for (const file of readdirSync(folder)) {
    if (manifest.fonts.some((entry) => `${entry.id}.json` === file)) continue;
    if (check) faults.push(`fonts/metrics/${file} belongs to no face of the manifest`);
    else rmSync(join(folder, file));
  }
  return faults;
}
