// Turn fonts/ into what tests set text with: compiled metrics of every face, and the font engine's own reading as an oracle.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'yaml';
import { decodeFontMetrics } from '../../src/load/font-metrics.ts';
import type { FontMetrics } from '../../src/model/font.ts';

const { create } = createRequire(import.meta.url)('@pdf-lib/fontkit') as typeof import('@pdf-lib/fontkit');
const root = join(import.meta.dirname, '../..');

/** Every face of the manifest, by id. */
export const realFonts: ReadonlyMap<string, FontMetrics> = new Map(
  readdirSync(join(root, 'fonts/metrics')).map((file) => {
    const metrics = decodeFontMetrics(readFileSync(join(root, 'fonts/metrics', file), 'utf8'));
    return [metrics.id, metrics];
  }),
);

/** Opens the font file of a face with the font engine. */
export function openFont(id: string): ReturnType<typeof create> {
  const manifest = parse(readFileSync(join(root, 'fonts/fonts.yaml'), 'utf8')) as {
    readonly fonts: readonly { readonly id: string; readonly package: string; readonly file: string }[];
  };
  const entry = manifest.fonts.find((candidate) => candidate.id === id);
  if (!entry) throw new Error(`no face ${id} in fonts.yaml`);
  return create(readFileSync(join(root, 'node_modules', entry.package, entry.file)));
}
