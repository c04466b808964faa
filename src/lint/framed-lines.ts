// Turn the frames and tints of a page into the question whether a line stands inside one: such lines keep to their frame, not to the grid.
import type { TextLine } from './text-lines.ts';

export function isFramed({ page, y, left, right }: Pick<TextLine, 'page' | 'y' | 'left' | 'right'>): boolean {
  let [before, after] = [false, false];
  for (const item of page.items) {
    if (item.kind !== 'rule' || y < item.y || y > item.y + item.height) continue;
    if (item.role === 'tint' && item.x <= left && right <= item.x + item.width) return true;
    if (item.role !== 'frame') continue;
    if (item.x <= left) before = true;
    else if (item.x >= right) after = true;
  }
  return before && after;
}
