// Turn the white at page ends into findings: a page is full unless something that may not be parted follows.
import type { Frame, Page } from '../model/page.ts';
import { say } from '../model/say.ts';
import type { BlockStyle, PageClass } from '../model/style.ts';
import type { LintInput, LintRule, PageFinding } from './lint-rule.ts';
import { setTables } from './set-tables.ts';

/** White at a page's foot as a share of its body: above the first a fault, above the second worth a look. */
export const mostWhite = 0.18;
const muchWhite = 0.12;
/** Tables up to this share of the body are never split, and those that are keep so many rows on each page. */
const wholeUpTo = 0.6;
const rowsTogether = 3;
const near = 0.05;

/** Limit of the body: as far from the foot of the sheet as on an upright one. */
export const bottomOf = (page: Page, pageClass: PageClass): number => pageClass.bottom + page.height - pageClass.height;

export const topOf = (page: Page, pageClass: PageClass): number => (page.numberInPart === 1 ? pageClass.firstTop : pageClass.top);

function* feet(input: LintInput): Iterable<PageFinding> {
  for (const page of input.layout.pages) {
    const next = input.layout.pages[page.index + 1];
    const pageClass = input.style.pages.get(page.class);
    if (!next || !pageClass || page.frames.length === 0 || !goesOn(page, next, input)) continue;
    const foot = Math.max(...page.frames.map((frame) => frame.y + frame.height));
    const bottom = bottomOf(page, pageClass);
    const body = bottom - topOf(page, pageClass);
    const white = (bottom - foot) / body;
    if (white <= muchWhite) continue;
    const kept = keptTogether(page, next, body, input);
    // Without what could have stood in the white the last page would be nearly empty.
    if (endsText(next, input) && filledOf(next, input) - kept.height / body < leastFilled) continue;
    // What stays together and is lower than the white would have stood in it.
    const excused = kept.height > bottom - foot;
    const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;
    const first = next.frames[0]?.element ?? '';
    yield {
      page,
      x: pageClass.left,
      y: foot,
      message: excused
        ? say`${percent(white)} of the page body stays white: what follows takes ${percent(kept.height / body)} and stays together`
        : say`${percent(white)} of the page body stays white, ${percent(mostWhite)} at most unless what follows must stay together`,
      at: input.elements.get(first)?.block.at ?? input.blocks.get(first)?.at,
      severity: white > mostWhite && !excused ? 'error' : 'warning',
    };
  }
}

/** A last page filled less than this share of its body looks forgotten. */
export const leastFilled = 1 / 3;

/** Share of a page's body down to the foot of its last block. */
export function filledOf(page: Page, { style }: LintInput): number {
  const pageClass = style.pages.get(page.class);
  if (!pageClass) return 1;
  const top = topOf(page, pageClass);
  return (Math.max(top, ...page.frames.map((frame) => frame.y + frame.height)) - top) / (bottomOf(page, pageClass) - top);
}

/** Text that goes on over pages ends on this one. */
export function endsText(page: Page, input: LintInput): boolean {
  const next = input.layout.pages[page.index + 1];
  return !next || !goesOn(page, next, input);
}

/** The text goes on without a forced break: in the same part and class, on the same sheet, inside a section. */
export function goesOn(page: Page, next: Page, { document }: LintInput): boolean {
  const element = next.frames[0]?.element ?? '';
  const starts = document.parts.some(({ sections }) =>
    sections.some(({ blocks: [block] }) => block !== undefined && (element === block.id || element.startsWith(`${block.id}.`))),
  );
  // The first block of a section may itself go on over pages.
  const isForced = starts && !page.frames.some((frame) => frame.element === element);
  return next.part === page.part && next.class === page.class && next.width === page.width && !isForced;
}

/** From the top of a page down to the first place where the page before could have ended: points. */
function keptTogether(before: Page, page: Page, body: number, input: LintInput): { readonly height: number } {
  const [first] = page.frames;
  if (!first) return { height: 0 };
  let foot = first.y;
  for (const [index, frame] of page.frames.entries()) {
    const style = input.elements.get(frame.element)?.style;
    const goesOn = index === 0 && before.frames.some(({ element }) => element === frame.element);
    const start = Math.max(
      foot,
      frame.role === 'table' ? tableFoot(frame, page, body, input) : textFoot(frame, page, goesOn, style, input),
    );
    const whole = start >= frame.y + frame.height - near;
    foot = start;
    const next = page.frames[index + 1];
    const leads = frame.role === 'heading' || frame.role === 'caption' || style?.keepWithNext === true;
    const follows = next !== undefined && input.elements.get(next.element)?.style?.keepWithPrevious === true;
    if (!(leads || (whole && follows))) break;
  }
  return { height: foot - first.y };
}

/** Lower edge of the lines of a block that stay together: all of a block that may not be parted, else its least lines. */
function textFoot(frame: Frame, page: Page, goesOn: boolean, style: BlockStyle | undefined, { lines, elements }: LintInput): number {
  const id = elements.get(frame.element)?.base ?? frame.element;
  const base = lines.find((line) => line.page === page && (line.place.base === id || line.place.block.id === frame.element))?.place.base;
  const own = lines.filter((line) => line.page === page && line.place.base === base);
  const leading = own[0]?.place.style ?? style;
  const least = goesOn ? (leading?.widows ?? 1) : (leading?.orphans ?? 1);
  const rest = goesOn ? 0 : (leading?.widows ?? 1);
  if (frame.role === 'heading' || leading?.keepTogether || own.length < least + rest || own.length === 0) {
    return base === undefined || base === frame.element ? frame.y + frame.height : frame.y + own.length * (leading?.leading ?? 0);
  }
  return frame.y + least * (leading?.leading ?? 0);
}

/** Lower edge of the rows of a table that stay together. */
function tableFoot(frame: Frame, page: Page, body: number, input: LintInput): number {
  const foot = frame.y + frame.height;
  const set = setTables(input).find(({ table }) => table.id === frame.element);
  const isParted = set?.rows.some((row) => row.page !== page) ?? false;
  if (!set || (!isParted && (set.table.whole || frame.height <= wholeUpTo * body))) return foot;
  const next = set.rows.filter((row) => row.page === page)[rowsTogether];
  return next ? next.y - next.size : foot;
}

export const whiteFeet: readonly LintRule[] = [
  {
    code: 'lint/TL-31',
    severity: 'error',
    rule: 'at most 18% of a page body stays white at its foot, unless a break is forced, what follows stays together or the part ends',
    hint: 'let the text before or after it part, move the table, or accept the white and say why',
    run: feet,
  },
];
