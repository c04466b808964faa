// Turn a release's fonts and running blocks into the sheet that every engine sets: page, margin, faces by their files.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { RunningBlock } from './running-blocks.ts';

/** A face of fonts.yaml and its file. */
export interface Face {
  readonly id: string;
  readonly folder: string;
  readonly file: string;
  readonly postScriptName: string;
  /** Family as Typst calls it. */
  readonly typst: string;
  readonly weight: number;
  readonly italic: boolean;
}

/** What all blocks of a language are set on; lengths in points. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Margins; blocks may stand further right. */
  readonly left: number;
  readonly top: number;
  /** Widest block. */
  readonly measure: number;
  /** The block whose size and leading most others have. */
  readonly base: RunningBlock;
  readonly faces: ReadonlyMap<string, Face>;
}

/** Top and bottom margin of the peers' pages: only pictures show it. */
const top = 59;

export function sheetOf(blocks: readonly RunningBlock[], page: { readonly width: number; readonly height: number }, root: string): Sheet {
  const left = Math.min(...blocks.map((block) => block.left));
  const alike = (block: RunningBlock): number =>
    blocks.filter(({ size, leading }) => size === block.size && leading === block.leading).length;
  const [first, ...others] = blocks;
  if (!first) throw new Error('no running text');
  const base = others.reduce((most, block) => (alike(block) > alike(most) ? block : most), first);
  const measure = Math.max(...blocks.map((block) => block.left + block.measure - left));
  return { width: page.width, height: page.height, left, top, measure, base, faces: facesOf(root) };
}

interface FontEntry {
  readonly id: string;
  readonly package: string;
  readonly file: string;
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  readonly 'postscript-name': string;
}

function facesOf(root: string): ReadonlyMap<string, Face> {
  const { fonts } = parse(readFileSync(join(root, 'fonts/fonts.yaml'), 'utf8')) as { readonly fonts: readonly FontEntry[] };
  return new Map(
    fonts.map((font) => {
      const path = resolve(root, 'node_modules', font.package, font.file);
      const typst = font.family.replaceAll('-', ' ').replaceAll(/\b(?:jp|[a-z])/g, (start) => start.toUpperCase());
      const { id, weight, italic } = font;
      const file = path.slice(dirname(path).length + 1);
      return [id, { id, weight, italic, folder: dirname(path), file, postScriptName: font['postscript-name'], typst }];
    }),
  );
}
