// Turn words that stand for each other into the bands of lines of a page that all stand elsewhere by the same.
import type { WordPair } from './word-pairs.ts';

/** Lines of a page that all stand elsewhere by the same: points from its top, and where they stand in the other file. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
  /** Points to add to a place on this page to find it on the other. */
  readonly dx: number;
  readonly dy: number;
  /** Index of the page of the other file. */
  readonly page: number;
}

/** Points up to which lines that moved by the same are one band, and up to which a mark is near one. */
const reach = 40;
/** Bands that a mark may go with: the line above and the line below it, and those next to them. */
const mostBands = 4;

/** Words that begin alike in both, from the top of the page; neighbours that moved by the same are one band. */
export function bandsOf(pairs: readonly WordPair[], side: 'old' | 'new', other: 'old' | 'new'): readonly Band[] {
  const bands: Band[] = [];
  const known = new Map<string, number>();
  // A pair makes its places anew each time that it is asked for them.
  const places = pairs.flatMap((pair) => (pair.whole ? [[pair[side], pair[other]] as const] : []));
  for (const [here, there] of places.sort(([a], [b]) => a.y - b.y)) {
    const [dx, dy, page] = [there.x - here.x, there.y - here.y, there.page - 1];
    const name = `${page} ${Math.round(dx * 2)} ${Math.round(dy * 2)}`;
    const last = bands[known.get(name) ?? -1];
    if (last && here.y - last.bottom < reach)
      bands[known.get(name) ?? -1] = { ...last, bottom: Math.max(last.bottom, here.y + here.height) };
    else known.set(name, bands.push({ top: here.y, bottom: here.y + here.height, dx, dy, page }) - 1);
  }
  return bands;
}

/** Those that are near a height, in points from the top of the page, the nearest first; where none is, the nearest one above and below. */
export function nearBands(bands: readonly Band[], height: number): readonly Band[] {
  const away = ({ top, bottom }: Band) => Math.max(0, top - height, height - bottom);
  const nearest = (some: readonly Band[]) => [...some].sort((a, b) => away(a) - away(b));
  const near = nearest(bands.filter((band) => away(band) <= reach));
  if (near.length > 0) return near.slice(0, mostBands);
  const [above, below] = [bands.filter(({ bottom }) => bottom <= height), bands.filter(({ top }) => top >= height)];
  return [...nearest(above).slice(0, 1), ...nearest(below).slice(0, 1)];
}

/** Whether it stands where it stood. `i` and `j` are the pages of both files. */
export const isStill = ({ dx, dy, page }: Band, i: number, j: number): boolean =>
  Math.abs(dx) < 0.3 && Math.abs(dy) < 0.3 && (page === i || page === j);
