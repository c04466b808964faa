// Turn fonts.yaml into the font files that render embeds.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { FontFile } from '../../src/model/sources.ts';

const root = join(import.meta.dirname, '../..');
const manifest = parse(readFileSync(join(root, 'fonts/fonts.yaml'), 'utf8')) as {
  readonly fonts: readonly { readonly id: string; readonly package: string; readonly file: string }[];
};

/** Every face of the manifest, by id; `data` is the whole file. */
export const fontFiles: ReadonlyMap<string, FontFile & { readonly data: Uint8Array }> = new Map(
  manifest.fonts.map(({ id, package: name, file }) => {
    const data = readFileSync(join(root, 'node_modules', name, file));
    return [id, { id, file, data, bytes: (from, to) => new Uint8Array(data.subarray(from, to)) }];
  }),
);

/** The folders that hold them. */
export const fontFolders: readonly string[] = [
  ...new Set(manifest.fonts.map(({ package: name, file }) => dirname(join(root, 'node_modules', name, file)))),
];
