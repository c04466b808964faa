// Turn a flow into pages: the fewest that hold it, and among those the ones with the best-filled feet.
import type { Box, FlowItem } from './flow.ts';

/** Room of a page body, in points; `first` for the first page of the flow. */
export interface PageRoom {
  readonly first: number;
  readonly other: number;
  /** Line feed of the grid, 0 for none. */
  readonly grid: number;
}

/** A box at its place below the top of the page body. */
export interface PlacedBox {
  readonly box: Box;
  readonly y: number;
  /** Set again from the page before. */
  readonly carried: boolean;
}

/** One page's boxes from the top. */
export interface PageBoxes {
  readonly boxes: readonly PlacedBox[];
  /** Height left empty at the foot. */
  readonly white: number;
}

/** A page more outweighs any white and any break that is not forbidden (at most 100² and a few thousands a page). */
const pageCost = 1e7;
/** A forbidden break outweighs any number of pages; it is taken only where nothing else is possible. */
const forbiddenCost = 1e10;
/** Boxes may pass the limit by rounding, no more. */
const slack = 0.01;

interface Ending {
  readonly cost: number;
  /** Index of the break that ends the page, or the length of the flow. */
  readonly end: number;
}

/** Breaks a flow into pages. Nothing is lost: a box higher than a page stands alone and runs over its foot. */
export function breakPages(flow: readonly FlowItem[], room: PageRoom): readonly PageBoxes[] {
  const best = new Map<number, Ending>();
  const starts = [0, ...flow.flatMap((item, index) => (item.kind === 'break' ? [index + 1] : []))];
  for (let k = starts.length - 1; k >= 0; k--) best.set(starts[k]!, bestEnding(flow, starts[k]!, room, best));
  const pages: PageBoxes[] = [];
  for (let start = 0; start < flow.length; ) {
    const { end } = best.get(start)!;
    pages.push(placePage(flow, start, end, room));
    start = end + 1;
  }
  return pages;
}

function bestEnding(flow: readonly FlowItem[], start: number, room: PageRoom, best: ReadonlyMap<number, Ending>): Ending {
  const height = start === 0 ? room.first : room.other;
  const cursor = openPage(flow, start, room, undefined);
  let choice: Ending | undefined;
  for (let index = start; index < flow.length; index++) {
    const item = flow[index]!;
    if (item.kind !== 'break') {
      advance(cursor, item, room.grid);
      continue;
    }
    const over = cursor.y > height + slack;
    if (over && choice) return choice;
    if (cursor.empty) continue;
    const white = (100 * Math.max(0, height - cursor.y)) / height;
    const here = item.cost === Infinity || over ? forbiddenCost : item.cost;
    const cost = pageCost + white * white + here + (best.get(index + 1)?.cost ?? 0);
    if (!choice || cost < choice.cost) choice = { cost, end: index };
    if (over) return choice;
  }
  if (cursor.y > height + slack && choice) return choice;
  const last: Ending = { cost: pageCost, end: flow.length };
  return choice && choice.cost < last.cost ? choice : last;
}

function placePage(flow: readonly FlowItem[], start: number, end: number, room: PageRoom): PageBoxes {
  const boxes: PlacedBox[] = [];
  const cursor = openPage(flow, start, room, boxes);
  for (let index = start; index < end; index++) {
    const item = flow[index]!;
    if (item.kind !== 'break') advance(cursor, item, room.grid);
  }
  return { boxes, white: (start === 0 ? room.first : room.other) - cursor.y };
}

/** The state of a page being filled: `y` is the foot of its last box. */
interface Cursor {
  y: number;
  pending: number;
  empty: boolean;
  /** Boxes at their places; undefined while pages are only tried. */
  readonly boxes: PlacedBox[] | undefined;
}

function openPage(flow: readonly FlowItem[], start: number, room: PageRoom, boxes: PlacedBox[] | undefined): Cursor {
  const cursor: Cursor = { y: 0, pending: 0, empty: true, boxes };
  const before = start > 0 ? flow[start - 1] : undefined;
  for (const box of before?.kind === 'break' ? before.carry : []) put(cursor, box, room.grid, true);
  cursor.empty = true;
  return cursor;
}

function advance(cursor: Cursor, item: Exclude<FlowItem, { kind: 'break' }>, grid: number): void {
  if (item.kind === 'box') put(cursor, item, grid, false);
  else if (!cursor.empty) cursor.pending = Math.max(cursor.pending, item.height);
}

function put(cursor: Cursor, box: Box, grid: number, carried: boolean): void {
  let y = cursor.y + cursor.pending;
  if (grid > 0 && box.onGrid) y = Math.ceil(y / grid - slack) * grid;
  cursor.boxes?.push({ box, y, carried });
  cursor.y = y + box.height;
  cursor.pending = 0;
  cursor.empty = false;
}
