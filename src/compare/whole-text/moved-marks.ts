// Turn regions of two page images that differ into those that did not move with the words beside them, and were not put in with words.
import type { Box } from '../../model/difference.ts';
import type { Bitmap } from '../../pdf/engine/page-image.ts';
import type { PdfPage } from '../../pdf/engine/pdf-page.ts';
import { clearBoxes } from '../compare-images.ts';
import type { KeptImages } from '../kept-images.ts';
import type { Version } from '../version.ts';
import { type Band, bandsOf, isStill, nearBands } from './moved-bands.ts';
import { movedRules } from './moved-rules.ts';
import type { WordPair } from './word-pairs.ts';

type Region = Omit<Box, 'page'>;

/** What is known of a page of one file. */
interface PageMoves {
  readonly bands: readonly Band[];
  /** Heights between which all words are new, or gone: what stands there came, or went, with them. */
  readonly own: readonly (readonly [top: number, bottom: number])[];
  /** Thin lines that stand in the other file where the bands near them do. */
  readonly rules: readonly Region[];
}

/** Ink by which a mark may be drawn otherwise at another place, as its edge falls on other pixels: so much, and a share of it. */
const softEdge = 60;
const softShare = 0.2;
/** Greys above which a pixel has no ink. */
const paper = 240;
/** Greys from which a pixel differs at all. */
const differs = 16;
/** Pixels of a region that may be left: fewer are no mark. */
const fewest = 4;

/** Rules, fills and pictures are known by their pixels: each that differs must stand where the words near it come from, and go to. */
export class MovedMarks {
  readonly #versions: { readonly old: Version; readonly new: Version };
  readonly #pairs: { readonly old: ReadonlyMap<number, readonly WordPair[]>; readonly new: ReadonlyMap<number, readonly WordPair[]> };
  readonly #images: KeptImages;

  constructor(old: Version, now: Version, pairs: readonly WordPair[], images: KeptImages) {
    this.#images = images;
    this.#versions = { old, new: now };
    this.#pairs = { old: byPage(pairs, 'old'), new: byPage(pairs, 'new') };
  }

  /** The regions of a page of the new file that neither movement nor new words account for. `was` and `is` are the images of both pages. */
  left(
    i: number,
    j: number,
    [was, is]: readonly [Bitmap, Bitmap],
    regions: readonly Region[],
    accounted: readonly Box[],
  ): readonly Region[] {
    const [before, after] = [this.#versions.old.pages[i], this.#versions.new.pages[j]];
    if (!before || !after || regions.length === 0) return regions;
    const [old, now] = [this.#movesOf('old', i, before), this.#movesOf('new', j, after)];
    if ([old, now].every(({ bands, own }) => own.length === 0 && bands.every((band) => isStill(band, i, j)))) return regions;
    const scale = is.width / after.width;
    const open = openPixels(is, accounted, scale);
    const [inOld, inNew] = [new Told(old, was, scale, this.#images, 'new'), new Told(now, is, scale, this.#images, 'old')];
    const isLeft = (x: number, y: number): boolean => {
      const at = y * is.width + x;
      if (open[at] === 0 || Math.abs(was.data[at]! - is.data[at]!) < differs) return false;
      return !(inNew.holds(x, y) && inOld.holds(x, y));
    };
    return regions.filter((region) => hasAtLeast(fewest, region, scale, is, isLeft));
  }

  #movesOf(side: 'old' | 'new', index: number, page: PdfPage): PageMoves {
    const pairs = this.#pairs[side].get(index + 1) ?? [];
    const other = side === 'old' ? 'new' : 'old';
    const bands = bandsOf(pairs, side, other);
    const own = ownHeights(
      page,
      pairs.map((pair) => pair[side]),
    );
    return { bands, own, rules: movedRules(page.shapes ?? [], bands, (each) => this.#versions[other].pages[each]?.shapes ?? []) };
  }
}

/** Where the marks of a row of pixels may stand in the other file: pixels to add, and the image of the page. */
interface Place {
  readonly dx: number;
  readonly dy: number;
  readonly image: Bitmap;
}

/** What is known of the pixels of one page. */
class Told {
  readonly #moves: PageMoves;
  readonly #image: Bitmap;
  /** Pixels of a point. */
  readonly #scale: number;
  readonly #images: KeptImages;
  /** The other file. */
  readonly #other: 'old' | 'new';
  /** 1 for each pixel of a thin line that has moved. */
  readonly #rules: Uint8Array;
  /** Of a row of pixels: true where all that stands there came with words; else where the lines near it stand in the other file. */
  readonly #rows = new Map<number, true | readonly Place[]>();

  constructor(moves: PageMoves, image: Bitmap, scale: number, images: KeptImages, other: 'old' | 'new') {
    this.#moves = moves;
    this.#image = image;
    this.#scale = scale;
    this.#images = images;
    this.#other = other;
    this.#rules = pixelsIn(moves.rules, image, scale);
  }

  /** Whether a pixel has come with words, or stands in the other file where the words near it do. */
  holds(x: number, y: number): boolean {
    const known = this.#rows.get(y) ?? this.#row(y);
    this.#rows.set(y, known);
    if (known === true || this.#rules[y * this.#image.width + x] === 1) return true;
    return known.some(({ dx, dy, image }) => isLike(this.#image, x, y, image, Math.round(x + dx), Math.round(y + dy)));
  }

  #row(y: number): true | readonly Place[] {
    const height = (y + 0.5) / this.#scale;
    if (this.#moves.own.some(([top, bottom]) => height >= top && height <= bottom)) return true;
    return nearBands(this.#moves.bands, height).flatMap(({ dx, dy, page }) => {
      const image = this.#images.of(this.#other, page);
      return image ? [{ dx: dx * this.#scale, dy: dy * this.#scale, image }] : [];
    });
  }
}

function byPage(pairs: readonly WordPair[], side: 'old' | 'new'): ReadonlyMap<number, readonly WordPair[]> {
  const found = new Map<number, WordPair[]>();
  for (const pair of pairs) {
    const known = found.get(pair[side].page);
    if (known) known.push(pair);
    else found.set(pair[side].page, [pair]);
  }
  return found;
}

/** Heights of the words that stand in no line with one that has a counterpart, and the space about them up to the next of those. */
function ownHeights({ words }: PdfPage, paired: readonly Box[]): readonly (readonly [number, number])[] {
  const place = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const known = new Set(paired.map(({ x, y }) => place(x, y)));
  const lines = paired.map(({ y, height }) => [y, y + height] as const).sort((a, b) => a[0] - b[0]);
  return words.flatMap(({ x, y, height }) => {
    if (known.has(place(Math.fround(x), Math.fround(y)))) return [];
    const middle = y + height / 2;
    if (lines.some(([top, bottom]) => middle > top && middle < bottom)) return [];
    const above = lines.reduce((edge, [, bottom]) => (bottom <= middle ? Math.max(edge, bottom) : edge), y - 1.5 * height);
    const below = lines.reduce((edge, [top]) => (top >= middle ? Math.min(edge, top) : edge), y + 2.5 * height);
    return [[Math.max(above, y - 1.5 * height), Math.min(below, y + 2.5 * height)] as const];
  });
}

/**
 * Whether there is as much ink about one pixel as about another, or about one of its neighbours: a thin rule is one row of black pixels or
 * two of grey ones, as it falls on them.
 */
function isLike(image: Bitmap, x: number, y: number, other: Bitmap, otherX: number, otherY: number): boolean {
  if ((image.data[y * image.width + x] ?? 255) > paper) return hasPaper(other, otherX, otherY);
  const ink = inkAbout(image, x, y);
  const tolerance = softEdge + ink * softShare;
  // Most marks fall on the pixels of the other page as they fell on those of this one.
  if (Math.abs(inkAbout(other, otherX, otherY) - ink) <= tolerance) return true;
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (let row = otherY - 1; row <= otherY + 1; row++)
    for (let column = otherX - 1; column <= otherX + 1; column++) {
      const near = inkAbout(other, column, row);
      if (near < low) low = near;
      if (near > high) high = near;
    }
  return ink >= low - tolerance && ink <= high + tolerance;
}

/** Whether any pixel near is bare: between two rules there may be one row of such. */
function hasPaper({ width, height, data }: Bitmap, x: number, y: number): boolean {
  if (x >= 0 && x < width && (data[y * width + x] ?? 255) > paper) return true;
  for (let row = y - 2; row <= y + 2; row++)
    for (let column = x - 2; column <= x + 2; column++) {
      const isOutside = row < 0 || column < 0 || row >= height || column >= width;
      if (isOutside || (data[row * width + column] ?? 255) > paper) return true;
    }
  return false;
}

/** Blackness of a pixel and the eight about it. */
function inkAbout({ width, height, data }: Bitmap, x: number, y: number): number {
  let ink = 0;
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) ink += 255 - (data[row * width + column] ?? 255);
  return ink;
}

/** Whether so many pixels of a region are found. */
function hasAtLeast(
  most: number,
  region: Region,
  scale: number,
  { width, height }: Bitmap,
  isFound: (x: number, y: number) => boolean,
): boolean {
  const [left, right] = [Math.max(0, Math.round(region.x * scale)), Math.min(width, Math.round((region.x + region.width) * scale))];
  const [top, bottom] = [Math.max(0, Math.round(region.y * scale)), Math.min(height, Math.round((region.y + region.height) * scale))];
  let found = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      if (!isFound(x, y)) continue;
      found++;
      if (found >= most) return true;
    }
  return false;
}

/** 1 for each pixel of a page in which no difference is told already. */
function openPixels({ width, height }: Bitmap, accounted: readonly Box[], scale: number): Uint8Array {
  const open = { width, height, data: new Uint8Array(width * height).fill(1) };
  clearBoxes(open, accounted, scale);
  return open.data;
}

/** 1 for each pixel of these boxes, and those next to them. */
function pixelsIn(boxes: readonly Region[], { width, height }: Bitmap, scale: number): Uint8Array {
  const inside = new Uint8Array(width * height);
  const within = (at: number, most: number) => Math.max(0, Math.min(most, at));
  for (const box of boxes) {
    const [left, right] = [within(Math.floor(box.x * scale) - 1, width), within(Math.ceil((box.x + box.width) * scale) + 1, width)];
    const [top, bottom] = [within(Math.floor(box.y * scale) - 1, height), within(Math.ceil((box.y + box.height) * scale) + 1, height)];
    for (let y = top; y < bottom; y++) inside.fill(1, y * width + left, y * width + right);
  }
  return inside;
}
