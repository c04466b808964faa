// Turn blocks into marks at fixed positions: what `layout` hands on. Lengths in points, y downward from the page's top edge.
import type { Lang } from './language.ts';
import type { Picture } from './picture.ts';

/** Who a mark belongs to: an element of the document by id, or an artifact of a kind; heads that a table repeats say of which element. */
export type Owner =
  | { readonly element: string }
  | { readonly artifact: 'header' | 'footer' | 'rule' | 'axis' | 'leader' | 'picture' }
  | { readonly artifact: 'repeated-head'; readonly of: string };

/** A glyph of a face, wherever it stands: one object may stand in any number of runs. */
export interface Glyph {
  readonly id: number;
  /** The characters that it stands for, for extraction; '' only for glyphs after the first of a cluster. */
  readonly text: string;
}

export interface GlyphRun {
  readonly kind: 'glyphs';
  readonly font: string;
  readonly size: number;
  /** Its glyphs are drawn so much wider than the face has them: 1.012 for a little; absent for as they are. */
  readonly stretch?: number;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  /** From `x` to the end of the last glyph's space. */
  readonly width: number;
  readonly glyphs: readonly Glyph[];
  /** From `x` to the origin of each glyph: the next one's place is settled by its own, whatever the advances of the font are. */
  readonly offsets: readonly number[];
  readonly owner: Owner;
  readonly lang: Lang;
  readonly figure?: number;
  readonly href?: string;
  readonly noteRef?: string;
  /** sRGB, `#0b3d91`; absent for black. */
  readonly color?: string;
  /** Raised mark. */
  readonly sup?: true;
  /** What a voice reads instead: the long form of an abbreviation. */
  readonly expansion?: string;
  /** Differs from the release that it corrects: layout draws a rule under it. */
  readonly changed?: true;
  /** Stands in one of two releases alone: layout draws a rule under it, or through it. */
  readonly revision?: 'added' | 'deleted';
  /**
   * Index of the inline that it begins with in the text of its owner, which is label and text for a note, all pieces for a head. Absent
   * for words that layout adds and for figures of cells: they stand where their owner does. Pages hold no places; `runPlaces` finds them.
   */
  readonly inline?: number;
}

/** A filled rectangle: a ruled line, or a tint on which others stand. Always an artifact. */
export interface Rule {
  readonly kind: 'rule';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly role: 'head' | 'spanner' | 'total' | 'grand' | 'edge' | 'note' | 'correction' | 'line' | 'side' | 'frame' | 'tint' | 'leader';
  /** sRGB, `#0b3d91`; absent for black. */
  readonly color?: string;
  /** A row of round dots as large as it is high, so far from each other, instead of a line. */
  readonly dots?: number;
}

/** A path of straight lines that is filled, stroked or both. */
export interface DrawnPath {
  /** x and y of each corner in turn, from the upper left corner of its drawing. */
  readonly points: readonly number[];
  /** Its end is joined to its beginning. */
  readonly closed: boolean;
  /** sRGB, `#0b3d91`. */
  readonly fill?: string;
  /** Lengths of strokes and gaps in turn in `dash`; none for a line without gaps. */
  readonly stroke?: { readonly color: string; readonly width: number; readonly dash: readonly number[] };
}

/** What is drawn for an element: a chart's bars, lines and axis. */
export interface Drawing {
  readonly kind: 'drawing';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly owner: { readonly element: string };
  /** In the order in which they are painted. */
  readonly paths: readonly DrawnPath[];
}

/** A picture at its place. */
export interface PlacedImage {
  readonly kind: 'picture';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly picture: Picture;
  /** An artifact where it only decorates, is printed again, or stands in a running head. */
  readonly owner: { readonly element: string } | { readonly artifact: 'picture' | 'header' };
  /** What is seen, of a picture in a line of its owner's text; absent for one that is an element of its own, and for an artifact. */
  readonly alt?: string;
  /** Of a picture in a line of text. */
  readonly href?: string;
}

/** What stands on a line of text. */
export type LineMark = GlyphRun | PlacedImage;

export type PageItem = GlyphRun | Rule | Drawing | PlacedImage;

/** One block's rectangle on a page, for the lint, the outline and `inspect`. */
export interface Frame {
  readonly element: string;
  readonly role: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Page {
  /** 0-based index among the pages of the whole release. */
  readonly index: number;
  /** Number in its file, from 1; undefined where one file holds the whole release: then it is the index and one. */
  readonly number?: number;
  readonly width: number;
  readonly height: number;
  readonly class: string;
  readonly part: string;
  readonly lang: Lang;
  /** Number of this page in its part, from 1. */
  readonly numberInPart: number;
  /** In reading order: tints first, elements in document order, artifacts after them. */
  readonly items: readonly PageItem[];
  readonly frames: readonly Frame[];
}

/** The number that a reader knows a page by: that in its file, from 1. */
export const pageNumber = ({ index, number }: Pick<Page, 'index' | 'number'>): number => number ?? index + 1;

/** Pages and what was settled on the way. */
export interface Layout {
  readonly pages: readonly Page[];
  /** Anchor → number of its page in its file, from 1. */
  readonly anchors: ReadonlyMap<string, number>;
}

/** By figure id: pages of its file from 1, in order, each once. Repeated heads and other artifacts are no places of a figure. */
export function figurePages(layout: Layout): ReadonlyMap<number, readonly number[]> {
  return new Map([...placesOfFigures(layout)].map(([figure, pages]) => [figure, pages.map(pageNumber)]));
}

/** By figure id: indices of its pages among those of the whole release, in order, each once. */
export function figureIndices(layout: Layout): ReadonlyMap<number, readonly number[]> {
  return new Map([...placesOfFigures(layout)].map(([figure, pages]) => [figure, pages.map(({ index }) => index)]));
}

function placesOfFigures(layout: Layout): ReadonlyMap<number, readonly Page[]> {
  const places = new Map<number, Page[]>();
  for (const page of layout.pages) {
    for (const item of page.items) {
      if (item.kind !== 'glyphs' || item.figure === undefined || 'artifact' in item.owner) continue;
      const known = places.get(item.figure);
      if (!known) places.set(item.figure, [page]);
      else if (known.at(-1) !== page) known.push(page);
    }
  }
  return places;
}
