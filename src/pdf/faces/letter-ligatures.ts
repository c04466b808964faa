// Turn GSUB into the ligatures of Latin letters: the glyphs that each replaces, and the glyph that does.
import { coverageOf, latinLookups } from './layout-table.ts';
import { tableView } from './read-face.ts';

/** Type of ligatures among the lookups of GSUB, and of what points to a lookup elsewhere. */
const ligature = 4;
const extension = 7;

/** Sequences of letters that the feature `liga` replaces, longest first; the replacing glyph stands last. */
export function letterLigatures(tables: ReadonlyMap<string, Uint8Array>, glyphs: ReadonlyMap<number, number>): number[][] {
  const letters = new Set<number>();
  for (let codePoint = 0x41; codePoint <= 0x7a; codePoint++) letters.add(glyphs.get(codePoint) ?? 0);
  const found: number[][] = [];
  for (const { view, at } of latinLookups(tableView(tables, 'GSUB'), 'liga', ligature, extension).flat()) {
    for (const [first, index] of coverageOf(view, at + view.getUint16(at + 2))) {
      if (!letters.has(first)) continue;
      const set = at + view.getUint16(at + 6 + 2 * index);
      for (let i = 0; i < view.getUint16(set); i++) {
        const one = set + view.getUint16(set + 2 + 2 * i);
        const rest = Array.from({ length: view.getUint16(one + 2) - 1 }, (_, part) => view.getUint16(one + 4 + 2 * part));
        if (rest.every((glyph) => letters.has(glyph))) found.push([first, ...rest, view.getUint16(one)]);
      }
    }
  }
  return found.sort((a, b) => b.length - a.length || (a.at(-1) ?? 0) - (b.at(-1) ?? 0));
}
