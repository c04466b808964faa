// Turn the boxes of one change on one page into as many as a page can show: where they are too many, one round all.
import type { Box } from '../model/difference.ts';
import { comparingLimits } from '../model/limits.ts';

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
