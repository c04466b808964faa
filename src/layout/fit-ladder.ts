// Turn a wanted number of pages into the step of the fit ladder that meets it: the largest type that does.
import { inLang, type Lang } from '../model/language.ts';
import { say, sayAll } from '../model/say.ts';
import type { Located } from '../model/span.ts';
import type { BlockStyle, PageClass, Style } from '../model/style.ts';
import type { Setting } from './block-style.ts';
import type { LayoutFinding } from './codes.ts';

/** A step of the ladder. */
export type Step = NonNullable<ReturnType<Style['ladder']['get']>>[number];

/** Page class and block styles of a language at a step; without one, as the style says. Blocks set like `p` follow its size and leading. */
export function settingAt(style: Style, pageClass: string, lang: Lang, step: Step | undefined): Setting {
  const page = style.pages.get(pageClass);
  if (!page) throw new Error(say`the style has no page class \`${pageClass}\``);
  const blocks = inLang(style.blocks, lang);
  const base = blocks.get('p');
  if (!step || !base) return { lang, page, blocks };
  const followed = [...blocks].map(([name, block]): [string, BlockStyle] =>
    block.size === base.size && block.leading === base.leading
      ? [name, { ...block, size: step.size, leading: step.leading }]
      : [name, block],
  );
  return { lang, page: pageAt(page, base, step), blocks: new Map(followed) };
}

/** The step's measure stands in the middle of the sheet; a grid of the text's leading follows it. */
function pageAt(page: PageClass, base: BlockStyle, step: Step): PageClass {
  const left = step.measure === page.measure ? page.left : (page.width - step.measure) / 2;
  return { ...page, measure: step.measure, left, grid: page.grid === base.leading ? step.leading : page.grid };
}

const pagesOf = (count: number): string => say`${count} page${count === 1 ? '' : 's'}`;

/** One attempt at a page class. */
export interface Attempt<T> {
  readonly step: Step | undefined;
  readonly pages: number;
  readonly result: T;
}

/**
 * The first step that sets the class in the pages wanted; else the style's own, with a finding. Smaller type never takes more pages, so
 * the first step that does not take too many is found by halving.
 */
export function climb<T>(
  style: Style,
  pageClass: string,
  target: Located<number> | undefined,
  attempt: (step: Step | undefined) => Attempt<T>,
): { readonly chosen: Attempt<T>; readonly finding?: LayoutFinding } {
  if (target === undefined) return { chosen: attempt(undefined) };
  const steps = style.ladder.get(pageClass) ?? [];
  let first = 0;
  let found: Attempt<T> | undefined;
  for (let last = steps.length; first < last; ) {
    const middle = (first + last) >> 1;
    const tried = attempt(steps[middle]);
    if (tried.pages <= target.value) {
      found = tried;
      last = middle;
    } else first = middle + 1;
  }
  if (found?.pages === target.value) return { chosen: found };
  const counts = steps.map((step) => say`${attempt(step).pages} at ${step.size}/${step.leading}`);
  const chosen = attempt(undefined);
  if (chosen.pages === target.value) return { chosen };
  const tried = counts.length > 0 ? say` (${sayAll(counts)})` : '';
  return {
    chosen,
    finding: {
      severity: 'warning',
      code: 'layout/page-target',
      message: say`${pagesOf(chosen.pages)} of class ${pageClass}, ${target.value} wanted${tried}`,
      at: target.at,
      hints: [say`change the target, or the length of the text by about ${pagesOf(Math.abs(chosen.pages - target.value))}`],
    },
  };
}
