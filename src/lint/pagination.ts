// Turn pages into findings: the grid, line pitches, widows, headings at page ends, ink outside the body.

import { withInner } from '../model/document-texts.ts';
import { inLang } from '../model/language.ts';
import type { Frame, GlyphRun, Page, PageItem } from '../model/page.ts';
import { say } from '../model/say.ts';
import type { Span } from '../model/span.ts';
import type { PageClass } from '../model/style.ts';
import { isFramed } from './framed-lines.ts';
import type { LintInput, LintRule, PageFinding } from './lint-rule.ts';
import { setTables } from './set-tables.ts';
import { blocksOf, isSpace, marksOf, type TextLine } from './text-lines.ts';
import { bottomOf, topOf } from './white-feet.ts';

const near = 0.05;

const finding = (line: TextLine, message: string): PageFinding => ({
  page: line.page,
  x: line.left,
  y: line.y,
  message,
  run: line.marks[0]?.run,
});

/** The commonest distance between neighbouring lines of plain paragraphs. */
function feedOf(lines: readonly TextLine[]): number {
  const counts = new Map<string, number>();
  for (const block of blocksOf(lines)) {
    for (let i = 1; i < block.length; i++) {
      const distance = ((block[i]?.y ?? 0) - (block[i - 1]?.y ?? 0)).toFixed(2);
      counts.set(distance, (counts.get(distance) ?? 0) + 1);
    }
  }
  return Number([...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0);
}

function* grid({ layout, lines, style }: LintInput): Iterable<PageFinding> {
  for (const page of layout.pages) {
    if ((style.pages.get(page.class)?.grid ?? 0) === 0) continue;
    const text = inLang(style.blocks, page.lang).get('p')?.leading;
    const body = lines.filter(
      (line) =>
        line.page === page &&
        !isFramed(line) &&
        (line.place.kind === 'item' || line.place.kind === 'paragraph') &&
        line.place.style?.leading === text,
    );
    const feed = feedOf(body);
    const top = style.pages.get(page.class)?.top ?? 0;
    if (feed === 0) continue;
    for (const line of body) {
      const size = line.marks.find(({ sup }) => !sup)?.size ?? 0;
      const origin = top + (feed - size) / 2 + 0.88 * size;
      const off = (((line.y - origin) % feed) + feed) % feed;
      if (Math.min(off, feed - off) > near) yield finding(line, say`a line stands ${Math.min(off, feed - off).toFixed(2)} pt off the grid`);
    }
  }
}

/** Line pitch is a matter of the style: all blocks of one style and page class have that of the first. */
function* pitch({ lines }: LintInput): Iterable<PageFinding> {
  const pitches = new Map<string, number>();
  const names = new Map<object, number>();
  for (const block of blocksOf(lines)) {
    for (let i = 1; i < block.length; i++) {
      const line = block[i];
      const before = block[i - 1];
      const style = line?.place.style;
      if (!line || !before || !style || line.page !== before.page) continue;
      if (!names.has(style)) names.set(style, names.size);
      const key = `${names.get(style)}|${line.page.class}`;
      // The second of two columns begins at the top again.
      if (line.left > before.right) continue;
      const distance = line.y - before.y;
      const known = pitches.get(key) ?? distance;
      pitches.set(key, known);
      if (Math.abs(distance - known) > near)
        yield finding(line, say`lines ${distance.toFixed(2)} pt apart where their style has ${known.toFixed(2)} pt`);
    }
  }
}

/** Lines that follow a heading on its page. */
const leastFollowing = 2;

function* headings(input: LintInput): Iterable<PageFinding> {
  const { layout, elements, document } = input;
  const sections = new Map(
    document.parts.flatMap((part) =>
      part.sections.flatMap((section) => section.blocks.flatMap(withInner).map((block) => [block.id, section.id] as const)),
    ),
  );
  const sectionAt = (page: Page | undefined) =>
    page?.frames.map(({ element }) => sections.get(element)).find((section) => section !== undefined);
  for (const page of layout.pages) {
    for (const [index, frame] of page.frames.entries()) {
      if (frame.role !== 'heading') continue;
      const below = (other: Frame) => other.y >= frame.y - near && other.x < frame.x + frame.width && frame.x < other.x + other.width;
      const following = page.frames.slice(index + 1).filter(below);
      const count = following.reduce((sum, other) => sum + linesIn(other, page, input), 0);
      // One line may be all that a section has left to say.
      const isShort = count > 0 && sectionAt(layout.pages[page.index + 1]) !== sections.get(frame.element);
      if (count < leastFollowing && !isShort)
        yield {
          page,
          x: frame.x,
          y: frame.y,
          message: say`${count} lines follow a heading at the foot of a page`,
          at: elements.get(frame.element)?.block.at,
        };
    }
  }
}

/** Lines of text or rows of a table in a frame; headings and captions are themselves followed. */
function linesIn(frame: Frame, page: Page, input: LintInput): number {
  if (frame.role === 'heading' || frame.role === 'caption') return 0;
  if (frame.role === 'table') {
    const set = setTables(input).find(({ table }) => table.id === frame.element);
    const rows = set?.rows.filter((row) => row.page === page).length ?? 0;
    // Heads are lines too: a whole table of one row says what its heading announces.
    return rows + (rows > 0 && rows === set?.table.rows.length ? set.table.headRows : 0);
  }
  return input.lines.filter((line) => line.page === page && (line.place.base === frame.element || line.place.block.id === frame.element))
    .length;
}

function* widows({ lines }: LintInput): Iterable<PageFinding> {
  for (const block of blocksOf(lines)) {
    if (block.length < 2) continue;
    const places = new Map<string, number>();
    const placeOf = ({ page, left }: TextLine): string => `${page.index}/${left}`;
    for (const line of block) places.set(placeOf(line), (places.get(placeOf(line)) ?? 0) + 1);
    if (places.size < 2) continue;
    const isInColumns = block.some(({ page, left }) => block.some((other) => other.page === page && other.left !== left));
    const where = isInColumns ? 'in a column' : 'on a page';
    for (const line of block) if (places.get(placeOf(line)) === 1) yield finding(line, `one line of a paragraph stands alone ${where}`);
  }
}

/** Lines of a note that no page can hold with what it explains are parted; up to this many, never. */
const wholeNote = 12;

/** What a note leaves for the next page stands there without its mark, as if it were text. */
function* notesWhole({ lines }: LintInput): Iterable<PageFinding> {
  for (const block of blocksOf(lines)) {
    const [first] = block;
    if (first?.place.kind !== 'note' || block.length > wholeNote) continue;
    const next = block.find(({ page }) => page !== first.page);
    if (next) yield finding(next, say`the last ${block.length - block.indexOf(next)} of ${block.length} lines of a note head a page`);
  }
}

/** The body box of a page class, as wide as its widest step; on a turned sheet every margin keeps its width. */
function bodyOf(page: Page, pageClass: PageClass, { style }: LintInput): Ink {
  const measure = Math.max(pageClass.measure, ...(style.ladder.get(page.class) ?? []).map((step) => step.measure));
  const left = measure === pageClass.measure ? pageClass.left : (pageClass.width - measure) / 2;
  return {
    left: Math.min(left, pageClass.left),
    right: left + measure + (page.width - pageClass.width),
    top: topOf(page, pageClass),
    bottom: bottomOf(page, pageClass),
  };
}

/** Nothing stands nearer to the edge of the sheet than this: half an inch, what printers leave white. */
const edge = 36;
/** A folio may stand so near to the foot. */
const folioEdge = 18;
/** Ink may pass the body by rounding and by the bearings of letters. */
const slack = 0.5;
/** How far a comma or a full stop hangs over the margin where the style lets it, in em. */
const hang = 0.5;

interface Ink {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The em box of a run from its first to its last ink: brackets without their blank halves, no spaces. */
function inkOf(item: PageItem, page: Page, { fonts, style, elements }: LintInput): Ink | undefined {
  if (item.kind !== 'glyphs') return { left: item.x, right: item.x + item.width, top: item.y, bottom: item.y + item.height };
  const marks = marksOf(item, fonts).filter(({ text }) => !isSpace(text));
  const [first, last] = [marks[0], marks.at(-1)];
  if (!first || !last) return undefined;
  // What a line may do is said of the language of its block, whatever the phrase that ends it is in.
  const lang = ('artifact' in item.owner ? undefined : elements.get(item.owner.element)?.lang) ?? page.lang;
  const over = inLang(style.justification, lang).hang && '、。'.includes(last.text) ? hang * item.size : 0;
  return { left: first.left, right: last.right - over, top: item.y - 0.88 * item.size, bottom: item.y + 0.12 * item.size };
}

/** Where the block comes from that a rule, a drawing or a picture belongs to: the one around it, or the one below it. */
function sourceOf({ y }: Exclude<PageItem, GlyphRun>, page: Page, { blocks }: LintInput): Span | undefined {
  const around = page.frames.find((frame) => blocks.has(frame.element) && y >= frame.y && y <= frame.y + frame.height);
  const below = page.frames.find((frame) => blocks.has(frame.element) && y < frame.y);
  return blocks.get((around ?? below)?.element ?? '')?.at;
}

const outside = (ink: Ink, box: Ink, by: number): boolean =>
  ink.left < box.left - by || ink.right > box.right + by || ink.top < box.top - by || ink.bottom > box.bottom + by;

function* insideBody(input: LintInput): Iterable<PageFinding> {
  let isLogoTold = false;
  for (const page of input.layout.pages) {
    const pageClass = input.style.pages.get(page.class);
    if (!pageClass) continue;
    const body = bodyOf(page, pageClass, input);
    for (const item of page.items) {
      const ink = inkOf(item, page, input);
      if (!ink) continue;
      const artifact = 'owner' in item && 'artifact' in item.owner ? item.owner.artifact : undefined;
      const isFurniture = artifact === 'header' || artifact === 'footer';
      const source = item.kind === 'glyphs' ? { run: item } : { at: sourceOf(item, page, input) };
      const place = { page, x: ink.left, y: ink.bottom, ...source };
      const sheet = { left: edge, right: page.width - edge, top: edge, bottom: page.height - (artifact === 'footer' ? folioEdge : edge) };
      const { left, right, top, bottom } = ink;
      const nearest = Math.min(left, page.width - right, top, page.height - bottom);
      const over = Math.max(body.left - left, right - body.right, body.top - top, bottom - body.bottom);
      // It stands at one place on all pages, and no text of them is at fault.
      if (outside(ink, sheet, near) && item.kind === 'picture' && isFurniture) {
        if (!isLogoTold)
          yield {
            page,
            x: left,
            y: bottom,
            message: say`the logo of running heads stands ${nearest.toFixed(1)} pt from the edge of the sheet, ${edge} at least`,
          };
        isLogoTold = true;
      } else if (outside(ink, sheet, near))
        yield { ...place, message: say`ink stands ${nearest.toFixed(1)} pt from the edge of the sheet, ${edge} at least` };
      else if (!isFurniture && outside(ink, body, slack))
        yield { ...place, message: say`ink stands ${over.toFixed(1)} pt outside the body of page class ${page.class}` };
    }
  }
}

export const pagination: readonly LintRule[] = [
  {
    code: 'lint/TL-21',
    severity: 'error',
    rule: "running Japanese text stands on its page's grid",
    hint: 'give the block a leading of whole lines of the grid, or the heading its grid lines',
    run: grid,
  },
  {
    code: 'lint/TL-22',
    severity: 'error',
    rule: 'lines of a style stand equally far apart',
    hint: 'look for a size or face inside of a line that pushes it away from the next',
    run: pitch,
  },
  {
    code: 'lint/TL-23',
    severity: 'error',
    rule: 'two lines follow a heading on its page',
    hint: 'let the heading keep with what follows it',
    run: headings,
  },
  {
    code: 'lint/TL-24',
    severity: 'error',
    rule: 'no line of a paragraph stands alone on a page',
    hint: 'set widows and orphans of the block to two or more',
    run: widows,
  },
  {
    code: 'lint/TL-60',
    severity: 'warning',
    rule: 'a note of up to twelve lines stands on one page',
    hint: 'shorten the note or the text before it, or let its style keep it together',
    run: notesWhole,
  },
  {
    code: 'lint/TL-28',
    severity: 'error',
    rule: 'all ink stands inside the page body, furniture half an inch from the edge',
    hint: 'give the page class other edges or a narrower measure, or break the word that is too long',
    run: insideBody,
  },
];
