// Turn pages into lines of running text: glyphs on one baseline of one block, each with the body that it takes.
import type { FontMetrics } from '../model/font.ts';
import type { Frame, GlyphRun, Layout, Page } from '../model/page.ts';
import type { Style } from '../model/style.ts';
import type { ElementPlace } from './index-elements.ts';
import { type Placed, pictureMark, withPictures } from './line-pictures.ts';

/** A glyph at its place, or a picture. */
export interface Mark extends Placed {
  readonly run: GlyphRun;
}

/** One line of a block on one page. */
export interface TextLine {
  readonly page: Page;
  readonly place: ElementPlace;
  /** Baseline; raised marks are counted to the line that they stand on. */
  readonly y: number;
  /** In order from the left, spaces and pictures included. */
  readonly marks: readonly Mark[];
  /** Place in the block, over pages. */
  readonly first: boolean;
  readonly last: boolean;
  /** Edges of the block's frame on this page. */
  readonly left: number;
  readonly right: number;
}

const opening = '（〔［｛〈《「『【〘〖｟〝';
const closing = '）〕］｝〉》」』】〙〗｠〟、，。．';
const middle = '・：；';

/** The body of a glyph: its advance, or half an em for punctuation with a blank half (JLREQ 3.1.2). */
function markOf(text: string, id: number, x: number, run: GlyphRun, fonts: ReadonlyMap<string, FontMetrics>): Mark {
  const face = fonts.get(run.font);
  const { size } = run;
  const advance = (face ? (face.advance(id) * size) / face.upem : size) * (run.stretch ?? 1);
  const common = { text, x, size, sup: run.sup === true, id, run };
  if (advance >= 0.9 * size) {
    if (opening.includes(text)) return { ...common, left: x + advance - size / 2, right: x + advance };
    if (closing.includes(text)) return { ...common, left: x, right: x + size / 2 };
    if (middle.includes(text)) return { ...common, left: x + (advance - size / 2) / 2, right: x + (advance + size / 2) / 2 };
  }
  return { ...common, left: x, right: isSpace(text) ? x : x + advance };
}

export const isSpace = (text: string): boolean => /^\s$/u.test(text);

/** Marks of the runs that were asked for, by the metrics that they were measured with: fifty rules ask for the same ones. */
const known = new WeakMap<ReadonlyMap<string, FontMetrics>, WeakMap<GlyphRun, readonly Mark[]>>();

/** The glyphs of a run, in order. */
export function marksOf(run: GlyphRun, fonts: ReadonlyMap<string, FontMetrics>): readonly Mark[] {
  let measured = known.get(fonts);
  if (!measured) {
    measured = new WeakMap();
    known.set(fonts, measured);
  }
  const before = measured.get(run);
  if (before) return before;
  const marks = run.glyphs.map((glyph, i) => markOf(glyph.text, glyph.id, run.x + run.offsets[i]!, run, fonts));
  measured.set(run, marks);
  return marks;
}

/** Lines of headings, paragraphs, items and notes. */
export function textLines(
  layout: Layout,
  elements: ReadonlyMap<string, ElementPlace>,
  style: Style,
  fonts: ReadonlyMap<string, FontMetrics>,
): readonly TextLine[] {
  const byBlock = new Map<string, Omit<TextLine, 'first' | 'last'>[]>();
  for (const page of layout.pages) {
    const open: { y: number; base: string; marks: Mark[]; line: Omit<TextLine, 'first' | 'last'> }[] = [];
    for (const item of page.items) {
      if (item.kind !== 'glyphs' || !('element' in item.owner)) continue;
      const place = elements.get(item.owner.element);
      if (!place || place.table || !place.style) continue;
      const y = item.sup ? item.y + (style.sup.rise * item.size) / style.sup.scale : item.y;
      const marks = marksOf(item, fonts);
      const before = open.at(-1);
      const joins = before && Math.abs(before.y - y) < 0.2 && (before.base === place.base || before.line.place.block.kind === 'heading');
      if (before && joins) {
        before.marks.push(...marks);
        // A run-in heading stands on the first line of its paragraph, a marker on that of its item: the line is theirs.
        if (before.base !== place.base || before.line.place.kind === 'marker') {
          const line = { ...before.line, place };
          byBlock.get(before.base)?.pop();
          push(byBlock, place.base, line);
          open[open.length - 1] = { ...before, base: place.base, line };
        }
        continue;
      }
      const frame = frameAround(page, place.base, item) ?? frameAround(page, place.block.id, item);
      const row: Mark[] = [...marks];
      const line = { page, place, y, marks: row, left: frame?.x ?? 0, right: (frame?.x ?? 0) + (frame?.width ?? 0) };
      open.push({ y, base: place.base, marks: row, line });
      push(byBlock, place.base, line);
    }
  }
  return [...byBlock.values()].flatMap((lines) =>
    lines.map((line, index) => ({
      ...line,
      marks: withPictures(line.marks, line.y, line.page, line.right),
      first: index === 0,
      last: index === lines.length - 1,
    })),
  );
}

/** What goes on in a second column has a frame in each. */
function frameAround({ frames }: Page, element: string, { x, y }: GlyphRun): Frame | undefined {
  const own = frames.filter((frame) => frame.element === element);
  const holds = (frame: Frame) => y >= frame.y && y <= frame.y + frame.height && x < frame.x + frame.width;
  return own.length > 1 ? (own.find(holds) ?? own[0]) : own[0];
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The last glyph that is not a space. */
export const lastMark = (line: Pick<TextLine, 'marks'>): Mark | undefined => line.marks.findLast(({ text }) => !isSpace(text));

/** Characters of a line, spaces included, without its pictures. */
export const textOf = (line: Pick<TextLine, 'marks'>): string => line.marks.map(({ text }) => (text === pictureMark ? '' : text)).join('');

/** A justified line that has to fill its measure. */
export const isFull = (line: TextLine): boolean =>
  line.place.style?.align === 'justify' && !line.last && line.place.kind !== 'heading' && !endsByForce(line);

/** The block breaks its line here by itself. */
function endsByForce(line: TextLine): boolean {
  const next = line.place.inlines.findIndex((inline) => inline.lineBreak);
  if (next <= 0) return false;
  const last = lastMark(line)?.run;
  return last !== undefined && 'element' in last.owner && last.owner.element === line.place.base && last.inline === next - 1;
}

/** Lines in the order of their block, grouped. */
export function blocksOf(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const grouped = new Map<string, TextLine[]>();
  for (const line of lines) push(grouped, line.place.base, line);
  return [...grouped.values()];
}

/** Ideographs, kana and full-width signs. */
export const isJapanese = (text: string): boolean => (text.codePointAt(0) ?? 0) >= 0x2e80;
const letter = /^[\p{Script=Latin}\p{Nd}]/u;
/** A Western letter or digit, neither full-width nor in a circle: Japanese text sets ① like a character of its own. */
export const isLetter = (text: string): boolean => letter.test(text) && !isJapanese(text);
const punctuation = `${opening}${closing}${middle}！？‼⁇⁈⁉〜～゠…‥—―　`;
/** Kana, kanji and other full-width characters that are no punctuation. */
export const isIdeograph = (text: string): boolean => isJapanese(text) && !punctuation.includes(text);
export { closing, middle, opening };
