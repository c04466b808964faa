import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakPages } from '../../../src/layout/pagination/break-pages.ts';
import { type Box, type FlowItem, forbidden, free } from '../../../src/layout/pagination/flow.ts';
import { breakable } from '../../../src/layout/pagination/flow-text.ts';

const box = (height: number, lines = 1): Box => ({
  kind: 'box',
  height,
  items: () => [],
  frames: [],
  lines,
  onGrid: false,
  heading: false,
});
const heights = (flow: readonly FlowItem[], room = 100): readonly (readonly number[])[] =>
  breakPages(flow, { first: room, other: room, grid: 0 }).map((page) => page.boxes.map((placed) => placed.box.height));

const flows = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom(free, forbidden), fc.integer({ min: 0, max: 20 })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((parts) =>
    parts.flatMap(([height, end, gap], index): readonly FlowItem[] =>
      index === 0 ? [box(height)] : [{ kind: 'space', height: gap }, end, box(height)],
    ),
  );

describe('pages', () => {
  it('hold every box once, in order, whatever is forbidden', () => {
    fc.assert(
      fc.property(flows, (flow) => {
        const set = breakPages(flow, { first: 100, other: 100, grid: 0 }).flatMap((page) => page.boxes.map((placed) => placed.box));
        expect(set).toEqual(flow.filter((item) => item.kind === 'box'));
      }),
    );
  });

  it('never run over their foot, since every box fits and a forbidden break is better than that', () => {
    fc.assert(
      fc.property(flows, (flow) => {
        for (const page of breakPages(flow, { first: 100, other: 80, grid: 0 })) expect(page.white).toBeGreaterThanOrEqual(-0.01);
      }),
    );
  });

  it('are as few as first fit gives where nothing is forbidden', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 40 }), (sizes) => {
        const flow = sizes.flatMap((height, index): readonly FlowItem[] => (index === 0 ? [box(height)] : [free, box(height)]));
        let pages = 1;
        let y = 0;
        for (const size of sizes) {
          if (y + size > 100) {
            pages++;
            y = 0;
          }
          y += size;
        }
        expect(heights(flow)).toHaveLength(pages);
      }),
    );
  });

  it('drop the space at their top', () => {
    const pages = breakPages([box(90), { kind: 'space', height: 30 }, free, { kind: 'space', height: 20 }, box(50)], {
      first: 100,
      other: 100,
      grid: 0,
    });
    expect(pages.map((page) => page.boxes.map((placed) => placed.y))).toEqual([[0], [0]]);
  });

  it('share white out rather than leave one page nearly empty before the last', () => {
    // First fit sets 60+30, then 40 alone before 90: better 60, then 30+40.
    expect(heights([box(60), free, box(30), free, box(40), free, box(90), free, box(90)])).toEqual([[60], [30, 40], [90], [90]]);
  });

  it('start with what a split carries over', () => {
    const carried = box(10, 0);
    const pages = breakPages([box(60), { kind: 'break', cost: 0, carry: [carried] }, box(60)], { first: 100, other: 100, grid: 0 });
    expect(pages.map((page) => page.boxes.map(({ box: { height }, y, carried: again }) => [height, y, again]))).toEqual([
      [[60, 0, false]],
      [
        [10, 0, true],
        [60, 10, false],
      ],
    ]);
  });

  it('let a box that is higher than a page stand alone', () => {
    expect(heights([box(20), free, box(150), free, box(20)])).toEqual([[20], [150], [20]]);
  });
});

describe('a paragraph', () => {
  const style = { widows: 2, orphans: 2, keepTogether: false };
  const room = { first: 50, other: 50, grid: 0 };
  const onFirst = (boxes: readonly Box[]): number => breakPages(breakable(boxes, style), room)[0]!.boxes.length;

  it('fills its page, but never ends it inside a word', () => {
    const boxes = Array.from({ length: 9 }, () => box(10));
    expect(onFirst(boxes)).toBe(5);
    expect(onFirst(boxes.with(4, { ...boxes[4]!, runsOn: true }))).toBe(4);
    expect(onFirst(boxes.with(4, { ...boxes[4]!, runsOn: true }).with(3, { ...boxes[3]!, runsOn: true }))).toBe(3);
  });
});
