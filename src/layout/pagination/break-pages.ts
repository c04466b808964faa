// Turn a flow into pages: the fewest that hold it, and among those the ones with the best-filled feet and no last page nearly empty.
import { ColumnFiller } from './column-filler.ts';
import type { Box, Columns, FlowItem } from './flow.ts';

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
  /** Set again from the page or the column before. */
  readonly carried: boolean;
  /** Where two columns stand beside each other: which it is in, and how far that is from the left of the measure. */
  readonly column?: 1 | 2;
  readonly dx?: number;
}

/** One page's boxes from the top. */
export interface PageBoxes {
  readonly boxes: readonly PlacedBox[];
  /** Height left empty at the foot. */
  readonly white: number;
}

/** A page more outweighs any white and any break that is not forbidden (at most 100² and a few thousands a page). */
const pageCost = 1e7;
/** A last page filled less than this looks forgotten: each percent that it lacks is as bad as three of white before it, which could fill it. */
const sparse = { share: 1 / 3, weight: 3 } as const;

/** What it costs that the last of several pages is filled to this share of its body. */
function sparseCost(filled: number): number {
  return (100 * sparse.weight * Math.max(0, sparse.share - filled)) ** 2;
}

/** A forbidden break outweighs any number of pages; it is taken only where nothing else is possible. */
const forbiddenCost = 1e10;
/** Boxes may pass the limit by rounding, no more. */
const slack = 0.01;

/** Breaks a flow into pages. Nothing is lost: a box higher than a page stands alone and runs over its foot. */
export function breakPages(flow: readonly FlowItem[], room: PageRoom): readonly PageBoxes[] {
  // By the index at which a page starts: what it and all that follow cost, and where it ends.
  const costs = new Float64Array(flow.length + 1);
  const ends = new Int32Array(flow.length + 1);
  const measured = measure(flow);
  for (let start = flow.length; start >= 0; start--) {
    if (start > 0 && flow[start - 1]!.kind !== 'break') continue;
    setBestEnding(measured, start, carriedTo(flow, start), room, costs, ends);
  }
  const pages: PageBoxes[] = [];
  for (let start = 0; start < flow.length; ) {
    const end = ends[start]!;
    pages.push(fillPage(flow, start, end, room));
    start = end + 1;
  }
  return pages;
}

const boxOffGrid = 0;
const boxOnGrid = 1;
const someSpace = 2;
const someBreak = 3;

/** A flow in plain numbers, since every item is gone over once for each page that could hold it. */
interface Measured {
  readonly length: number;
  /** What each item is. */
  readonly kinds: Uint8Array;
  /** Heights of boxes and spaces, costs of breaks. */
  readonly values: Float64Array;
  /** By item, a number for the columns that it stands in; 0 for none. */
  readonly columns: Int32Array;
  readonly hasColumns: boolean;
  /** Of a break in columns, the height of what is set again above the second one. */
  readonly again: Float64Array;
  /** 1 for a line of text in columns. */
  readonly lines: Uint8Array;
}

function measure(flow: readonly FlowItem[]): Measured {
  const kinds = new Uint8Array(flow.length);
  const values = new Float64Array(flow.length);
  const columns = new Int32Array(flow.length);
  const again = new Float64Array(flow.length);
  const lines = new Uint8Array(flow.length);
  const numbers = new Map<Columns, number>();
  flow.forEach((item, index) => {
    if (item.columns) {
      if (!numbers.has(item.columns)) numbers.set(item.columns, numbers.size + 1);
      columns[index] = numbers.get(item.columns)!;
      if (item.kind === 'break') again[index] = heightOf(item.again);
      else if (item.kind === 'box' && isLine(item)) lines[index] = 1;
    }
    kinds[index] = item.kind === 'box' ? (item.onGrid ? boxOnGrid : boxOffGrid) : item.kind === 'space' ? someSpace : someBreak;
    values[index] = item.kind === 'break' ? item.cost : item.height;
  });
  return { length: flow.length, kinds, values, columns, hasColumns: numbers.size > 0, again, lines };
}

/** Nothing that is as low as a line of text is more than one. */
const highestLine = 30;
const isLine = ({ lines, height }: Box): boolean => lines === 1 && height <= highestLine;

const heightOf = (boxes: readonly Box[] = []): number => boxes.reduce((sum, { height }) => sum + height, 0);

/** Writes into `costs` and `ends` what a page from `start` and all that follow cost at best, and the break that ends it, or the length of the flow. */
function setBestEnding(
  { length, kinds, values, columns, hasColumns, again, lines }: Measured,
  start: number,
  carried: readonly Box[],
  room: PageRoom,
  costs: Float64Array,
  ends: Int32Array,
): void {
  const height = start === 0 ? room.first : room.other;
  const { grid } = room;
  // `y` is the foot of the last box, `pending` the space that the next one asks for.
  let y = 0;
  let pending = 0;
  // What is carried into columns stands at the top of the first.
  const inFirst = columns[start] ? heightOf(carried) : 0;
  if (inFirst === 0) for (const box of carried) y = topOf(box.onGrid, y, 0, grid) + box.height;
  let filler: ColumnFiller | undefined;
  let filled = 0;
  // White in the shorter of two columns that the page ends with.
  let lacks = 0;
  let empty = true;
  let cost = Number.POSITIVE_INFINITY;
  let end = -1;
  let over = false;
  for (let index = start; index < length && !over; index++) {
    const kind = kinds[index]!;
    const value = values[index]!;
    if (columns[index] !== filled) {
      if (filler) y = filler.split(false).foot;
      filler = undefined;
      lacks = 0;
      filled = columns[index]!;
    }
    if (filled > 0) {
      if (!filler && kind <= boxOnGrid) {
        const top = topOf(kind === boxOnGrid, y, pending, grid);
        filler = new ColumnFiller(top, empty ? inFirst : 0, empty && columns[start]! > 0, (onGrid, from, gap) =>
          topOf(onGrid, from, gap, grid),
        );
        pending = 0;
      }
      if (kind <= boxOnGrid) {
        filler!.box(kind === boxOnGrid, value, lines[index] === 1);
        empty = false;
        continue;
      }
      if (kind === someSpace) {
        filler?.space(value);
        continue;
      }
      if (filler) ({ foot: y, lacks } = filler.split(true));
      filler?.break(index, value, again[index]!);
    } else if (kind <= boxOnGrid) {
      y = topOf(kind === boxOnGrid, y, pending, grid) + value;
      pending = 0;
      empty = false;
      continue;
    }
    if (kind === someSpace) {
      if (!empty) pending = Math.max(pending, value);
      continue;
    }
    over = y > height + slack;
    if (over && end >= 0) break;
    if (empty) {
      over = false;
      continue;
    }
    const white = (100 * Math.max(0, height - y + lacks / 2)) / height;
    const here = value === Number.POSITIVE_INFINITY || over ? forbiddenCost : value;
    const ending = pageCost + white * white + here + costs[index + 1]!;
    if (end < 0 || ending < cost) {
      cost = ending;
      end = index;
    }
  }
  if (filler && !over) y = filler.split(false).foot;
  const whole = end < 0 || !(over || y > height + slack || cost < pageCost);
  // A page that ends inside columns before they are full leaves one of them empty.
  const mayBeSparse = start > 0 && !hasColumns;
  costs[start] = whole ? pageCost + (mayBeSparse ? sparseCost(y / height) : 0) : cost;
  ends[start] = whole ? length : end;
}

/** What is set again at the top of a page that starts here. */
function carriedTo(flow: readonly FlowItem[], start: number): readonly Box[] {
  const before = flow[start - 1];
  return before?.kind === 'break' ? before.carry : [];
}

/** Where a box stands below another that ends at `y`. */
function topOf(onGrid: boolean, y: number, pending: number, grid: number): number {
  return grid > 0 && onGrid ? Math.ceil((y + pending) / grid - slack) * grid : y + pending;
}

function fillPage(flow: readonly FlowItem[], start: number, end: number, { first, other, grid }: PageRoom): PageBoxes {
  const boxes: PlacedBox[] = [];
  let y = 0;
  let pending = 0;
  let empty = true;
  const put = (box: Box, carried: boolean): void => {
    const top = topOf(box.onGrid, y, pending, grid);
    boxes.push({ box, y: top, carried });
    y = top + box.height;
    pending = 0;
  };
  const carried = carriedTo(flow, start);
  const inColumns = flow[start]?.columns !== undefined;
  if (!inColumns) for (const box of carried) put(box, true);
  for (let index = start; index < end; index++) {
    const item = flow[index]!;
    if (item.columns && item.kind === 'box') {
      let last = index;
      while (last + 1 < end && flow[last + 1]!.columns === item.columns) last++;
      const above = empty && inColumns ? carried : [];
      const filled = fillColumns(flow, index, last + 1, above, topOf(item.onGrid, y, pending, grid), grid);
      boxes.push(...filled.boxes);
      y = filled.foot;
      pending = 0;
      empty = false;
      index = last;
    } else if (item.kind === 'box') {
      put(item, false);
      empty = false;
    } else if (item.kind === 'space' && !empty) pending = Math.max(pending, item.height);
  }
  return { boxes, white: (start === 0 ? first : other) - y };
}

/** The items from `start` to `end` in their two columns, which begin at `top`; `carried` stands at the top of the first. */
function fillColumns(
  flow: readonly FlowItem[],
  start: number,
  end: number,
  carried: readonly Box[],
  top: number,
  grid: number,
): { readonly boxes: readonly PlacedBox[]; readonly foot: number } {
  const goesOn = flow[end]?.columns !== undefined && flow[end]?.columns === flow[start]?.columns;
  const began = flow[start - 1]?.columns !== undefined && flow[start - 1]?.columns === flow[start]?.columns;
  const filler = new ColumnFiller(top, heightOf(carried), began, (onGrid, from, gap) => topOf(onGrid, from, gap, grid));
  for (let index = start; index < end; index++) {
    const item = flow[index]!;
    if (item.kind === 'box') filler.box(item.onGrid, item.height, isLine(item));
    else if (item.kind === 'space') filler.space(item.height);
    else filler.break(index, item.cost, heightOf(item.again));
  }
  const { at = end, foot } = filler.split(goesOn);
  const boxes: PlacedBox[] = [];
  const fill = (column: 1 | 2, from: number, to: number, above: readonly Box[]): void => {
    const dx = column === 1 ? 0 : (flow[start]!.columns?.second ?? 0);
    let y = top;
    let pending = 0;
    let empty = true;
    for (const box of above) {
      boxes.push({ box, y, carried: true, column, dx });
      y += box.height;
    }
    for (const item of flow.slice(from, to)) {
      if (item.kind === 'space' && !empty) pending = Math.max(pending, item.height);
      if (item.kind !== 'box') continue;
      const place = topOf(item.onGrid, y, pending, grid);
      boxes.push({ box: item, y: place, carried: false, column, dx });
      y = place + item.height;
      pending = 0;
      empty = false;
    }
  };
  fill(1, start, at, carried);
  const ending = flow[at];
  if (at < end) fill(2, at + 1, end, ending?.kind === 'break' ? (ending.again ?? []) : []);
  return { boxes, foot };
}
