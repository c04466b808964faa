// Turn last pages that are nearly empty into findings where the page before could have given them what they lack.
import type { Frame, Page } from '../model/page.ts';
import { say } from '../model/say.ts';
import type { LintInput, LintRule, PageFinding } from './lint-rule.ts';
import { bottomOf, endsText, filledOf, goesOn, leastFilled, mostWhite, topOf } from './white-feet.ts';

function* sparsePages(input: LintInput): Iterable<PageFinding> {
  for (const page of input.layout.pages) {
    const before = input.layout.pages[page.index - 1];
    const pageClass = input.style.pages.get(page.class);
    if (!before || !pageClass || page.frames.length === 0 || !goesOn(before, page, input) || !endsText(page, input)) continue;
    const filled = filledOf(page, input);
    if (filled >= leastFilled || hasColumns(page, input) || !canGive(before, leastFilled - filled, input)) continue;
    const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;
    yield {
      page,
      x: pageClass.left,
      y: topOf(page, pageClass),
      message: say`the last page of its text is filled to ${percent(filled)}, ${percent(leastFilled)} wanted, and the page before could give it more`,
      at: input.elements.get(page.frames[0]?.element ?? '')?.block.at,
    };
  }
}

/** Some of the text up to this page stands in columns: a page that ends early would leave one of them empty. */
function hasColumns(page: Page, input: LintInput): boolean {
  const { frames } = page;
  const beside = frames.some((frame, index) => {
    const next = frames[index + 1];
    return next !== undefined && next.x >= frame.x + frame.width && next.y < frame.y + frame.height;
  });
  const before = input.layout.pages[page.index - 1];
  return beside || (before !== undefined && goesOn(before, page, input) && hasColumns(before, input));
}

/** White at a foot that is less than so many times what the last page lacks is the lesser fault. */
const lesser = 3;

/** Whether a page can end early enough to give so much of a body's height, and have little white at its foot even so. */
function canGive(page: Page, share: number, input: LintInput): boolean {
  const pageClass = input.style.pages.get(page.class);
  if (!pageClass) return false;
  const bottom = bottomOf(page, pageClass);
  const body = bottom - topOf(page, pageClass);
  const foot = Math.max(...page.frames.map((frame) => frame.y + frame.height));
  return page.frames.some((frame, index) =>
    endings(frame, page.frames[index - 1], page, input).some(
      ({ end, start }) => bottom - end <= Math.min(mostWhite, lesser * share) * body && foot - start >= share * body,
    ),
  );
}

/** Where the page could end before a block or inside it: the foot of what stays, and the top of what goes. */
function endings(
  frame: Frame,
  before: Frame | undefined,
  page: Page,
  input: LintInput,
): readonly { readonly end: number; readonly start: number }[] {
  const styleOf = (element: string) => input.elements.get(element)?.style;
  const leads = before && (before.role === 'heading' || before.role === 'caption' || styleOf(before.element)?.keepWithNext);
  const isFree = before && !leads && styleOf(frame.element)?.keepWithPrevious !== true;
  const own = isFree ? [{ end: before.y + before.height, start: frame.y }] : [];
  const block = input.lines.filter((line) => line.place.base === frame.element);
  const lines = block.filter((line) => line.page === page);
  const style = lines[0]?.place.style;
  if (!style || style.keepTogether || frame.role !== 'paragraph') return own;
  // Lines on the next page count for those that have to go there together.
  const later = block.filter((line) => line.page.index > page.index).length;
  const last = lines.length - Math.max(1, style.widows - later);
  const inside = lines.flatMap((_, index) =>
    index >= Math.max(1, style.orphans) && index <= last ? [frame.y + index * style.leading] : [],
  );
  return [...own, ...inside.map((y) => ({ end: y, start: y }))];
}

export const sparsePageRules: readonly LintRule[] = [
  {
    code: 'lint/TL-63',
    severity: 'error',
    rule: 'the last page of a text is filled to a third, if the page before can give it that much',
    hint: 'let a page end earlier, or shorten the text by what stands on the last page',
    run: sparsePages,
  },
];
