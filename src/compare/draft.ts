// Turn changes that are found one by one into numbered ones, in reading order inside a class, with no more boxes than a page can show.
import { type Box, type Difference, differenceClasses } from '../model/difference.ts';
import { comparingLimits } from '../model/limits.ts';

/** A change that has no number yet. */
export type Draft<T extends Difference = Difference> = T extends Difference ? Omit<T, 'id'> : never;

/** `ordered-1`, `ordered-2` …: those of the data keep the order of the data, which chains refer to. */
export function numberChanges(drafts: readonly Draft[]): readonly Difference[] {
  return differenceClasses.flatMap((name) => {
    const own = drafts.filter((draft) => draft.class === name);
    const sorted =
      name === 'ordered'
        ? own
        : own
            .map((draft, index) => ({ draft, index }))
            .sort(inReadingOrder)
            .map(({ draft }) => draft);
    return sorted.map((draft, index) => ({ ...draft, id: `${name}-${index + 1}` }) as Difference);
  });
}

interface Indexed {
  readonly draft: Draft;
  readonly index: number;
}

function inReadingOrder(a: Indexed, b: Indexed): number {
  const [one, two] = [placeOf(a.draft), placeOf(b.draft)];
  if (!one || !two) return one ? -1 : two ? 1 : a.index - b.index;
  return one.page - two.page || one.y - two.y || one.x - two.x || a.index - b.index;
}

const placeOf = (draft: Draft): Box | undefined => draft.new[0] ?? draft.old[0];

export function gathered(boxes: readonly Box[]): readonly Box[] {
  const [first] = boxes;
  if (!first || boxes.length <= comparingLimits.marks) return boxes;
  let [left, top, right, bottom] = [first.x, first.y, first.x + first.width, first.y + first.height];
  for (const { x, y, width, height } of boxes) {
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x + width), Math.max(bottom, y + height)];
  }
  return [{ page: first.page, x: left, y: top, width: right - left, height: bottom - top }];
}
