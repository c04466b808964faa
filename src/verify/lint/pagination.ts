// Turn pages into findings: the grid, line pitches, widows, headings at page ends, ink outside the body, white feet.
import type { Frame, Page } from '../../model/page.ts';
import type { PageClass } from '../../model/style.ts';
import type { Breach, LintInput, LintRule } from './lint-rule.ts';
import { blocksOf, type TextLine } from './text-lines.ts';

const near = 0.05;

const breach = (line: TextLine, message: string): Breach => ({
  page: line.page,
  x: line.left,
  y: line.y,
  message,
  at: line.marks[0]?.run.at,
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

function* grid({ layout, lines, style }: LintInput): Iterable<Breach> {
  for (const page of layout.pages) {
    if ((style.pages.get(page.class)?.grid ?? 0) === 0) continue;
    const text = style.blocks[page.lang].get('p')?.leading;
    const body = lines.filter(
      (line) =>
        line.page === page && (line.place.kind === 'item' || (line.place.kind === 'paragraph' && line.place.style?.leading === text)),
    );
    const feed = feedOf(body);
    const top = style.pages.get(page.class)?.top ?? 0;
    const [first] = body;
    if (!first || feed === 0) continue;
    const size = first.marks[0]?.size ?? 0;
    const origin = top + (feed - size) / 2 + 0.88 * size;
    for (const line of body) {
      const off = (((line.y - origin) % feed) + feed) % feed;
      if (Math.min(off, feed - off) > near) yield breach(line, `a line stands ${Math.min(off, feed - off).toFixed(2)} pt off the grid`);
    }
  }
}

function* pitch({ lines }: LintInput): Iterable<Breach> {
  for (const block of blocksOf(lines)) {
    let known: number | undefined;
    for (let i = 1; i < block.length; i++) {
      const line = block[i];
      const before = block[i - 1];
      if (!line || !before || line.page !== before.page) continue;
      const distance = line.y - before.y;
      known ??= distance;
      if (Math.abs(distance - known) > near)
        yield breach(line, `lines ${distance.toFixed(2)} pt apart in a block of ${known.toFixed(2)} pt`);
    }
  }
}

function* headings({ layout, lines }: LintInput): Iterable<Breach> {
  for (const page of layout.pages) {
    for (const [index, frame] of page.frames.entries()) {
      if (frame.role !== 'heading') continue;
      const following = page.frames.slice(index + 1).filter((other) => other.y >= frame.y - near);
      const count = following.reduce((sum, other) => sum + linesIn(other, page, lines), 0);
      if (count < 2 && !endsPart(page, layout.pages))
        yield { page, x: frame.x, y: frame.y, message: `${count} lines follow a heading at the foot of a page` };
    }
  }
}

const endsPart = (page: Page, pages: readonly Page[]): boolean => pages[page.index + 1]?.part !== page.part;

/** Lines of text or rows of a table in a frame. */
function linesIn(frame: Frame, page: Page, lines: readonly TextLine[]): number {
  if (frame.role === 'table' || frame.role === 'heading') return frame.role === 'table' ? 2 : 1;
  if (frame.role === 'caption') return 1;
  return lines.filter((line) => line.page === page && (line.place.base === frame.element || line.place.block.id === frame.element)).length;
}

function* widows({ lines }: LintInput): Iterable<Breach> {
  for (const block of blocksOf(lines)) {
    if (block.length < 2) continue;
    const pages = new Map<Page, number>();
    for (const { page } of block) pages.set(page, (pages.get(page) ?? 0) + 1);
    if (pages.size < 2) continue;
    for (const line of block) if (pages.get(line.page) === 1) yield breach(line, 'one line of a paragraph stands alone on a page');
  }
}

/** The body box of a page class, as wide as its widest step; on a turned sheet every margin keeps its width. */
function bodyOf(page: Page, pageClass: PageClass, { style }: LintInput): { left: number; right: number; top: number; bottom: number } {
  const measure = Math.max(pageClass.measure, ...(style.ladder.get(page.class) ?? []).map((step) => step.measure));
  const left = measure === pageClass.measure ? pageClass.left : (pageClass.width - measure) / 2;
  return {
    left: Math.min(left, pageClass.left),
    right: left + measure + (page.width - pageClass.width),
    top: Math.min(pageClass.top, pageClass.firstTop),
    bottom: bottomOf(page, pageClass),
  };
}

/** Limit of the body: as far from the foot of the sheet as on an upright one. */
const bottomOf = (page: Page, pageClass: PageClass): number => pageClass.bottom + page.height - pageClass.height;

/** Nothing stands nearer to the edge of the sheet than this: half an inch, what printers leave white. */
const edge = 36;

function* insideBody(input: LintInput): Iterable<Breach> {
  for (const page of input.layout.pages) {
    const pageClass = input.style.pages.get(page.class);
    if (!pageClass) continue;
    const body = bodyOf(page, pageClass, input);
    for (const item of page.items) {
      const isFurniture = item.kind === 'glyphs' && 'artifact' in item.owner && item.owner.artifact !== 'repeated-head';
      const height = item.kind === 'glyphs' ? item.size : item.height;
      const box =
        item.kind === 'glyphs'
          ? { left: item.x, right: item.x + item.width, top: item.y - 0.88 * height, bottom: item.y + 0.12 * height }
          : { left: item.x, right: item.x + item.width, top: item.y, bottom: item.y + item.height };
      // Half-em brackets at a line's start are drawn from an origin left of it; only ink counts.
      const slack = item.kind === 'glyphs' ? 0.5 * item.size : 0;
      const at = item.kind === 'glyphs' ? item.at : undefined;
      const place = { page, x: box.left, y: box.bottom, at };
      if (box.left < edge - slack || box.right > page.width - edge + slack || box.top < edge - near || box.bottom > page.height - edge / 2)
        yield { ...place, message: 'ink stands too near to the edge of the sheet' };
      else if (
        !isFurniture &&
        (box.left < body.left - 0.5 - slack ||
          box.right > body.right + 0.5 + slack ||
          box.top < body.top - 0.5 ||
          box.bottom > body.bottom + 0.5)
      )
        yield { ...place, message: `ink outside the page body of class ${page.class}` };
    }
  }
}

/** White at a page's foot: a share of its body. */
const mostWhite = 0.18;
const muchWhite = 0.12;

function* whiteFeet(input: LintInput): Iterable<Breach> {
  for (const page of input.layout.pages) {
    const next = input.layout.pages[page.index + 1];
    const pageClass = input.style.pages.get(page.class);
    if (!next || !pageClass || next.part !== page.part || next.class !== page.class || next.width !== page.width) continue;
    const foot = Math.max(...page.frames.map((frame) => frame.y + frame.height));
    const top = page.numberInPart === 1 ? pageClass.firstTop : pageClass.top;
    const bottom = bottomOf(page, pageClass);
    const white = (bottom - foot) / (bottom - top);
    const [first] = next.frames;
    const starts = input.document.parts.some((part) =>
      part.sections.some((section) => section.blocks[0] && contains(section.blocks[0], first?.element ?? '')),
    );
    // A block that is kept together, or a heading with what follows it, may leave more than its own height.
    const kept =
      first !== undefined &&
      (first.height > bottom - foot || first.role === 'heading' || first.role === 'caption' || first.role === 'table');
    if (starts || white <= muchWhite) continue;
    yield {
      page,
      x: 0,
      y: foot,
      message: `${(white * 100).toFixed(0)}% of the page body stays white`,
      severity: white > mostWhite && !kept ? 'error' : 'warning',
    };
  }
}

function contains(block: { readonly id: string; readonly kind: string }, element: string): boolean {
  return element === block.id || element.startsWith(`${block.id}.`);
}

export const pagination: readonly LintRule[] = [
  { id: 'lint/TL-21', severity: 'error', rule: "running Japanese text stands on its page's grid", run: grid },
  { id: 'lint/TL-22', severity: 'error', rule: 'lines of a block stand equally far apart', run: pitch },
  { id: 'lint/TL-23', severity: 'error', rule: 'two lines follow a heading on its page', run: headings },
  { id: 'lint/TL-24', severity: 'error', rule: 'no line of a paragraph stands alone on a page', run: widows },
  {
    id: 'lint/TL-28',
    severity: 'error',
    rule: 'all ink stands inside the page body, furniture half an inch from the edge',
    run: insideBody,
  },
  { id: 'lint/TL-31', severity: 'warning', rule: 'no page ends with much white unless something kept together follows', run: whiteFeet },
];
