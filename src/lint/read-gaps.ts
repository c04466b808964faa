// Turn the glyphs that the finished file shows into the gaps that readers of text measure: where they would print a space that is not there.
import type { OpenPage } from '../pdf/content/page-content.ts';
import type { ShownGlyph } from '../pdf/content/text-state.ts';

/** White between two glyphs beyond the advance of the first, with no space glyph in it. */
export interface FileGap {
  /** Index of the page. */
  readonly page: number;
  /** Where the white begins: points from the left and the top edge of the page. */
  readonly x: number;
  readonly y: number;
  /** Where the second glyph begins. */
  readonly to: number;
  /** The glyphs belong to two pieces of marked content: to two elements, or to text and a link in it. */
  readonly parted: boolean;
  /** In em of the larger of the two. */
  readonly width: number;
  /** What the two glyphs say. */
  readonly before: string;
  readonly after: string;
}

/** Poppler's layout mode and pdf.js take the least for a space: 0.10 em. Glyphs stand within two thousandths of an em of their places. */
const leastSpace = 0.1;
const rounding = 0.0025;
/** Wider gaps part cells, markers and heads from their text, and are meant to be seen. */
const separation = 0.6;
/** Baselines nearer than this, in em, are one line to readers: raised marks. */
const sameLine = 0.6;

/** Gaps of all pages, in order of their content. */
export function readGaps(pages: readonly OpenPage[]): readonly FileGap[] {
  return pages.flatMap(gapsOf);
}

function gapsOf({ height, events }: OpenPage, page: number): readonly FileGap[] {
  const gaps: FileGap[] = [];
  let last: ShownGlyph | undefined;
  let parted = false;
  for (const event of events()) {
    // A replacement of a word stands within its piece.
    if (event.kind === 'begin' && event.replacement === undefined) parted = true;
    if (event.kind !== 'glyphs') continue;
    for (const glyph of event.glyphs) {
      const width = last && gapBetween(last, glyph);
      if (last && width !== undefined) {
        const between = { before: last.text ?? '', after: glyph.text ?? '' };
        gaps.push({ page, x: last.x + last.advance, y: height - glyph.y, to: glyph.x, parted, width, ...between });
      }
      last = glyph;
      parted = false;
    }
  }
  return gaps;
}

/**
 * White that a reader would take for a space, in em; undefined where there is none. Readers count a spacing between characters as white,
 * not as part of an advance.
 */
function gapBetween(before: ShownGlyph, after: ShownGlyph): number | undefined {
  const em = Math.max(after.size, before.size);
  const width = (after.x - (before.x + before.advance)) / em;
  const isLine = Math.abs(after.y - before.y) < sameLine * em;
  const isWord = (before.text ?? '').trim() !== '' && (after.text ?? '').trim() !== '';
  return isLine && isWord && width > leastSpace + rounding && width < separation ? width : undefined;
}
