// Turn a flow into one whose headings never stand at the foot of a page with fewer than two lines after them.

import type { FlowItem } from './flow.ts';
import { forbidden } from './flow.ts';

/** Lines that follow a heading on its page at least: one line below a heading reads as part of it. */
const linesAfterHeading = 2;

/** Forbids breaks after a heading until enough lines stand below it. */
export function keepHeadings(flow: readonly FlowItem[]): readonly FlowItem[] {
  let needed = 0;
  return flow.map((item) => {
    if (item.kind === 'box') needed = item.heading ? linesAfterHeading : Math.max(0, needed - item.lines);
    return item.kind === 'break' && needed > 0 ? { ...forbidden, carry: item.carry } : item;
  });
}
