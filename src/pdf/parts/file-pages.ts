// Turn the tree of pages of any file into pages in order, each with what it inherits, and points of it into places on the page as it is shown.
import { fileLimits } from '../../model/limits.ts';
import { say } from '../../model/say.ts';
import type { PdfObjects } from '../objects/pdf-objects.ts';
import { isReference, type PdfDict, PdfFault, type PdfValue } from '../objects/pdf-value.ts';
import type { PartPlace } from './document-parts.ts';

/** One page. */
export interface FilePage {
  /** With the entries that it inherits. */
  readonly dict: PdfDict;
  /** Of its object; undefined for one that stands in its parent. */
  readonly object: number | undefined;
  /** From 1. */
  readonly number: number;
}

const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;

export function filePages(file: PdfObjects, catalog: PdfDict): readonly FilePage[] {
  const pages: FilePage[] = [];
  const seen = new Set<number>();
  // A stack of its own: a tree of pages may be as deep as its file is long.
  const waiting: { readonly node: PdfValue; readonly above: PdfDict }[] = [{ node: catalog.get('Pages') ?? null, above: new Map() }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, above } = next;
    const object = isReference(node) ? node.reference : undefined;
    if (object !== undefined && seen.has(object)) continue;
    if (object !== undefined) seen.add(object);
    const dict = file.dict(node);
    if (dict.size === 0) continue;
    if (dict.has('Kids')) {
      const passed = new Map([...above, ...inherited.flatMap((key) => (dict.has(key) ? [[key, dict.get(key) as PdfValue] as const] : []))]);
      for (const kid of [...file.array(dict.get('Kids'))].reverse()) waiting.push({ node: kid, above: passed });
      continue;
    }
    if (pages.length >= fileLimits.pages) throw new PdfFault(say`it has more than ${fileLimits.pages} pages`);
    pages.push({ dict: new Map([...above, ...dict]), object, number: pages.length + 1 });
  }
  return pages;
}

/** Left, bottom, right, top of a rectangle, whichever corners it names; undefined for what is none. */
export function rectangleOf(file: PdfObjects, value: PdfValue | undefined): readonly [number, number, number, number] | undefined {
  const numbers = file.array(value).map((each) => file.follow(each));
  const [a, b, c, d] = numbers;
  if (typeof a !== 'number' || typeof b !== 'number' || typeof c !== 'number' || typeof d !== 'number') return undefined;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

/** The box of a page that is shown. */
export function shownBox(file: PdfObjects, page: PdfDict): readonly [number, number, number, number] {
  const media = rectangleOf(file, page.get('MediaBox')) ?? [0, 0, 612, 792];
  const crop = rectangleOf(file, page.get('CropBox'));
  if (!crop) return media;
  const inside = [
    Math.max(media[0], crop[0]),
    Math.max(media[1], crop[1]),
    Math.min(media[2], crop[2]),
    Math.min(media[3], crop[3]),
  ] as const;
  return inside[2] > inside[0] && inside[3] > inside[1] ? inside : media;
}

export function rotationOf(file: PdfObjects, page: PdfDict): number {
  const turned = file.follow(page.get('Rotate'));
  return typeof turned === 'number' ? (((Math.round(turned / 90) * 90) % 360) + 360) % 360 : 0;
}

/** Where a rectangle of the page's own units stands on the page as it is shown. */
export function placeOn(file: PdfObjects, page: FilePage, rectangle: readonly [number, number, number, number]): PartPlace {
  const [left, bottom, right, top] = shownBox(file, page.dict);
  const [x0, y0, x1, y1] = rectangle;
  const [width, height] = [x1 - x0, y1 - y0];
  switch (rotationOf(file, page.dict)) {
    case 90:
      return { page: page.number, x: y0 - bottom, y: x0 - left, width: height, height: width };
    case 180:
      return { page: page.number, x: right - x1, y: y0 - bottom, width, height };
    case 270:
      return { page: page.number, x: top - y1, y: right - x1, width: height, height: width };
    default:
      return { page: page.number, x: x0 - left, y: top - y1, width, height };
  }
}
