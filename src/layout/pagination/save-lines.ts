// Turn pages that end inside a name into pages that do not, where a paragraph above can be set in one line fewer.
import type { PageBoxes } from './break-pages.ts';

/** Sets the flow again with these paragraphs in as few lines as their spaces allow. */
export type SetShorter = (shorter: ReadonlySet<string>) => readonly PageBoxes[];

/** Pages that are mended so at most: each costs a setting for every paragraph on it. */
const mostMended = 4;

/**
 * Each page that ends inside a name tries its paragraphs from the foot up: the line that one saves lets the page end a line later. What
 * takes more pages, or parts as many names, is given up.
 */
export function saveLines(pages: readonly PageBoxes[], set: SetShorter): readonly PageBoxes[] {
  let best = pages;
  let shorter: ReadonlySet<string> = new Set();
  const given = new Set<number>();
  for (let mended = 0; mended < mostMended; mended++) {
    const page = best.findIndex((_, index) => !given.has(index) && partsName(best, index));
    if (page < 0) return best;
    const before = countParted(best);
    given.add(page);
    for (const id of paragraphsOn(best[page]!).reverse()) {
      const tried = new Set([...shorter, id]);
      const made = set(tried);
      if (made.length > best.length || countParted(made) >= before) continue;
      [best, shorter] = [made, tried];
      break;
    }
  }
  return best;
}

const partsName = (pages: readonly PageBoxes[], index: number): boolean =>
  index + 1 < pages.length && pages[index]!.boxes.at(-1)?.box.parting === true;

const countParted = (pages: readonly PageBoxes[]): number => pages.filter((_, index) => partsName(pages, index)).length;

/** Elements of the paragraphs that stand on a page, wholly or in part. */
const paragraphsOn = ({ boxes }: PageBoxes): string[] => [
  ...new Set(boxes.flatMap(({ box }) => box.frames.filter(({ role }) => role === 'paragraph').map(({ element }) => element))),
];
