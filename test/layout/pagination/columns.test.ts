import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStyled } from '../../../src/layout/block-style.ts';
import { breakPages, type PlacedBox } from '../../../src/layout/pagination/break-pages.ts';
import { type Box, type Break, type Columns, type FlowItem, forbidden, free } from '../../../src/layout/pagination/flow.ts';
import type { Block, Group } from '../../../src/model/document.ts';
import type { Page } from '../../../src/model/page.ts';
import type { BlockStyle } from '../../../src/model/style.ts';
import { documentOf, heading, here, lines, note, section, table } from '../../support/block-document.ts';
import { blockStyleSheet } from '../../support/block-style.ts';
import { layOut, runs } from '../../support/lay-out.ts';

const columns: Columns = { second: 120 };
const box = (height: number, more: Partial<Box> = {}): Box => ({
  kind: 'box',
  height,
  items: () => [],
  frames: [],
  lines: 1,
  onGrid: false,
  heading: false,
  columns,
  ...more,
});
const between = (from: Break): Break => ({ ...from, columns });
const room = { first: 100, other: 100, grid: 0 };

/** Of each column of a page: the heights of its boxes. */
const columnsOf = (boxes: readonly PlacedBox[]) =>
  ([1, 2] as const).map((column) => boxes.filter((each) => each.column === column).map((each) => each.box.height));

const flows = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom(free, free, forbidden), fc.integer({ min: 0, max: 10 })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((parts) =>
    parts.flatMap(([height, end, gap], index): readonly FlowItem[] =>
      index === 0 ? [box(height)] : [{ kind: 'space', height: gap, columns }, between(end), box(height)],
    ),
  );

describe('two columns', () => {
  it('hold every box once, the first column before the second, page after page', () => {
    fc.assert(
      fc.property(flows, (flow) => {
        const pages = breakPages(flow, room);
        expect(pages.flatMap(({ boxes }) => boxes.map((each) => each.box))).toEqual(flow.filter(({ kind }) => kind === 'box'));
        for (const { boxes } of pages) {
          expect(boxes.map(({ column }) => column)).toEqual([...boxes.map(({ column }) => column)].sort());
          expect(boxes.every(({ column, dx }) => dx === (column === 2 ? 120 : 0))).toBe(true);
        }
      }),
    );
  });

  it('are never higher than any other ending of the first would make them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 8 }), (heights) => {
        const flow = heights.flatMap((height, index) => (index === 0 ? [box(height)] : [between(free), box(height)]));
        const [page] = breakPages(flow, { ...room, first: 1000 });
        const sum = (from: number, to: number) => heights.slice(from, to).reduce((total, height) => total + height, 0);
        const best = Math.min(...heights.map((_, at) => Math.max(sum(0, at + 1), sum(at + 1, heights.length))));
        expect(1000 - page!.white).toBeCloseTo(best);
      }),
    );
  });

  it('have the longer one first, and no space at the top of the second', () => {
    const flow = [box(10), between(free), box(10), { kind: 'space' as const, height: 8, columns }, between(free), box(10)];
    const [page] = breakPages(flow, room);
    expect(columnsOf(page!.boxes)).toEqual([[10, 10], [10]]);
    expect(page!.boxes.at(-1)?.y).toBe(0);
  });

  it('set again above the second what a page would set again', () => {
    const head = box(5, { lines: 0 });
    const again: Break = { ...between(free), carry: [head], again: [head] };
    const flow = Array.from({ length: 12 }, (_, index) => index).flatMap((index) => (index === 0 ? [box(20)] : [again, box(20)]));
    const pages = breakPages(flow, room);
    expect(pages.map(({ boxes }) => columnsOf(boxes))).toEqual([
      [
        [20, 20, 20, 20, 20],
        [5, 20, 20, 20, 20],
      ],
      [
        [5, 20, 20],
        [5, 20],
      ],
    ]);
  });
});

function set(blocks: readonly Block[], more: Partial<BlockStyle> = {}, blockStyles: Record<string, BlockStyle> = {}): readonly Page[] {
  const p = blockStyleSheet().blocks.en!.get('p')!;
  const style = blockStyleSheet({ blocks: { columns: { ...p, columns: 2, ...more }, ...blockStyles } });
  const group: Group = { kind: 'group', id: 'g', class: 'columns', lang: 'en', at: here, blocks };
  return layOut(documentOf({ en: [section('s', [lines('before', 1), group, lines('after', 1)])] }), style).layout.pages;
}
const ofBlock = (page: Page | undefined, id: string) => runs(page!).filter(({ owner }) => 'element' in owner && owner.element === id);
const topOf = (page: Page | undefined, id: string): number => Math.min(...ofBlock(page, id).map(({ y }) => y));

describe('a group in two columns', () => {
  it('parts a paragraph where both are as high, with a frame in each, and goes on below them', () => {
    const [page] = set([lines('a', 5)]);
    const xs = [...new Set(ofBlock(page, 'a').map(({ x }) => (x < 260 ? 1 : 2)))];
    expect(xs).toEqual([1, 2]);
    const frames = page!.frames.filter(({ element }) => element === 'a');
    expect(frames).toHaveLength(2);
    expect(frames[0]!.y).toBeCloseTo(frames[1]!.y);
    expect(Math.abs(frames[0]!.height - frames[1]!.height)).toBeLessThanOrEqual(20.01);
    expect(frames[0]!.x + frames[0]!.width).toBeLessThan(frames[1]!.x);
    expect(topOf(page, 'after')).toBeGreaterThan(Math.max(...ofBlock(page, 'a').map(({ y }) => y)));
  });

  it('is read down the first and then down the second, over pages', () => {
    const pages = set([lines('a', 20), lines('b', 20)]);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      const inColumns = [...ofBlock(page, 'a'), ...ofBlock(page, 'b')];
      const places = inColumns.map(({ x, y }) => [x < 260 ? 1 : 2, y] as const);
      expect(places).toEqual([...places].sort(([a, y], [b, z]) => a - b || y - z));
    }
  });

  it('keeps a heading with two lines of its column', () => {
    for (let count = 2; count < 12; count++) {
      const page = set([lines('a', count), heading('h', 'Title'), lines('b', 3)]).find((each) => ofBlock(each, 'h').length > 0);
      const [title] = ofBlock(page, 'h');
      const below = ofBlock(page, 'b').filter(({ x, y }) => x < 260 === title!.x < 260 && y > title!.y);
      expect(new Set(below.map(({ y }) => y)).size, `${count}`).toBeGreaterThanOrEqual(2);
    }
  });

  it('lets statements and what the style says stand across, and begins again below', () => {
    const h2 = blockStyleSheet().blocks.en!.get('h2')!;
    const blocks = [lines('a', 2), heading('h', 'Title'), lines('b', 2), table('t', ['x | 1', 'y | 2']), lines('c', 2)];
    const [page] = set(blocks, {}, { h2: { ...h2, across: true } });
    const order = ['a', 'h', 'b', 'c'].map((id) => topOf(page, id));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    for (const id of ['a', 'b', 'c']) expect(new Set(ofBlock(page, id).map(({ x }) => x < 260)).size, id).toBe(2);
    expect(page!.frames.find(({ element }) => element === 't')!.width).toBeGreaterThan(240);
  });

  it('sets notes and frames inside its columns, each frame around its own column', () => {
    const p = blockStyleSheet().blocks.en!.get('p')!;
    const frame = { rule: 1, padding: 5, margin: 5, titleInRule: false };
    const panel: Group = { kind: 'group', id: 'f', class: 'panel', lang: 'en', at: here, blocks: [lines('a', 3)] };
    const [page] = set([panel, note('n', '(1)', 'a note')], {}, { panel: { ...p, frame } });
    const sides = page!.items.filter((item) => item.kind === 'rule' && item.role === 'frame' && item.height > item.width);
    expect(sides.length).toBe(4);
    expect(new Set(sides.map(({ x }) => (x < 260 ? 1 : 2))).size).toBe(2);
    expect(ofBlock(page, 'n')[0]!.x).toBeGreaterThan(260);
  });
});

it('refuses columns inside columns, with the place of the inner ones', () => {
  const group = (id: string, blocks: readonly Block[]): Group => ({ kind: 'group', id, class: 'columns', lang: 'en', at: here, blocks });
  const p = blockStyleSheet().blocks.en!.get('p')!;
  const told: string[] = [];
  const style = blockStyleSheet({ blocks: { columns: { ...p, columns: 2 } } });
  const document = documentOf({ en: [section('s', [group('g', [lines('a', 1), group('h', [lines('b', 1)])])])] });
  expect(isStyled(document, style, ({ code, message, at }) => told.push(`${code} ${at?.file} ${message}`))).toBe(false);
  expect(told).toEqual(['layout/unknown-block test.md columns stand inside columns']);
});
