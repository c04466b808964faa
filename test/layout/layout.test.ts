import { describe, expect, it } from 'vitest';
import { dumpPages } from '../../src/layout/dump-pages.ts';
import type { Block, Table } from '../../src/model/document.ts';
import type { GlyphRun, Page } from '../../src/model/page.ts';
import { runs, text } from '../support/lay-out.ts';
import { composeSample } from '../support/sample.ts';

const { document, layout, release, findings } = composeSample();
if (!document || !layout || !release) throw new Error(findings.map(({ code, message }) => `${code} ${message}`).join('\n'));

const flatten = (block: Block): readonly Block[] => (block.kind === 'group' ? block.blocks.flatMap(flatten) : [block]);
const blocks = document.parts.flatMap((part) => part.sections.flatMap((section) => section.blocks.flatMap(flatten)));
const tables = blocks.filter((block): block is Table => block.kind === 'table');
const headings = new Set(blocks.filter((block) => block.kind === 'heading').map((block) => block.id));
const classOf = (page: Page) => {
  const found = release.style.pages.get(page.class);
  if (!found) throw new Error(page.class);
  return found;
};
const owner = (run: GlyphRun): string => ('element' in run.owner ? run.owner.element : '');
const lastDigit = (run: GlyphRun): number => run.glyphs.findLastIndex((glyph) => /[\d–]/u.test(glyph.text));

describe('the sample on pages', () => {
  it('raises nothing', () => {
    expect(findings).toEqual([]);
  });

  it('takes the pages of the original: two and three in Japanese, seven and three in English from page 6', () => {
    expect(layout.pages.map((page) => page.class)).toEqual([
      ...new Array<string>(2).fill('ja-text'),
      ...new Array<string>(3).fill('ja-statement'),
      ...new Array<string>(7).fill('en-text'),
      ...new Array<string>(3).fill('en-statement'),
    ]);
    expect(layout.anchors.get('en')).toBe(6);
    const first = layout.pages[0] as Page;
    expect(runs(first).map(text).join('')).toContain('6ページ目より');
  });

  it('keeps all ink inside the body, but for furniture, and nothing near the edge of the sheet', () => {
    for (const page of layout.pages) {
      const { left, measure, top, firstTop, bottom } = classOf(page);
      const upper = page.numberInPart === 1 ? firstTop : top;
      for (const item of page.items) {
        const right = item.x + item.width;
        expect(Math.min(item.x, page.width - right, item.y - (item.kind === 'glyphs' ? item.size : 0))).toBeGreaterThan(30);
        if (item.kind === 'glyphs' && item.owner && 'artifact' in item.owner && item.owner.artifact !== 'repeated-head') continue;
        expect(item.y).toBeGreaterThan(upper - 0.5);
        expect(item.y).toBeLessThan(bottom + 0.5);
        // A line may end in the empty half of a bracket's em.
        const trimmed = item.kind === 'glyphs' && /[、。）」 ]$/u.test(text(item)) ? item.size / 2 : 0;
        const opened = item.kind === 'glyphs' && /^[（「・]/u.test(text(item)) ? item.size / 2 : 0;
        expect(item.x).toBeGreaterThan(left - opened - 0.5);
        expect(right).toBeLessThan(left + measure + trimmed + 0.5);
      }
    }
  });

  it('fills its pages: at most 12 % of white where text goes on', () => {
    layout.pages.slice(0, -1).forEach((page, index) => {
      if (layout.pages[index + 1]?.class !== page.class || !page.class.endsWith('-text')) return;
      const { top, bottom } = classOf(page);
      const foot = Math.max(...page.frames.map((frame) => frame.y + frame.height));
      expect((bottom - foot) / (bottom - top)).toBeLessThan(0.12);
    });
  });

  it('never ends a page with a heading', () => {
    for (const page of layout.pages) expect(headings.has(page.frames.at(-1)?.element ?? '')).toBe(false);
  });

  it('sets no lines over one another', () => {
    for (const page of layout.pages) {
      const set = runs(page).filter((run) => run.sup !== true && text(run).trim() !== '');
      const baselines = [...new Set(set.map((run) => run.y))].sort((a, b) => a - b);
      for (const y of baselines) {
        const above = baselines.find((other) => other < y && y - other < 6);
        if (above === undefined) continue;
        // Lines closer than 6 points stand side by side: cells of a head.
        const spans = (at: number) => set.filter((run) => run.y === at).map((run): [number, number] => [run.x, run.x + run.width]);
        for (const [left, right] of spans(y)) for (const [start, end] of spans(above)) expect(right <= start || end <= left).toBe(true);
      }
    }
  });
});

describe.each(tables.map((table): [string, Table] => [table.id, table]))('table %s of the sample', (_, table) => {
  const pages = layout.pages.filter((page) => page.frames.some((frame) => frame.element === table.id));
  const all = pages.flatMap(runs);

  it('stands on one page, labels of two lines at most, in type of at least 8 points', () => {
    expect(pages).toHaveLength(1);
    for (const row of table.rows) {
      const label = all.filter((run) => owner(run) === `${row.id}.label` && !run.sup);
      expect(new Set(label.map((run) => run.y)).size, text(label[0] as GlyphRun)).toBeLessThanOrEqual(2);
      for (const run of label) expect(run.size).toBeGreaterThanOrEqual(8);
    }
  });

  it('ends the digits of each column at one edge, and lines up decimal points', () => {
    table.columns.forEach((_column, column) => {
      const ids = new Set(table.rows.flatMap((row) => row.cells[column]?.id ?? []));
      const figures = all.filter((run) => ids.has(owner(run)) && lastDigit(run) >= 0);
      expect(figures).toHaveLength(ids.size);
      // A figure's run ends with its last digit: suffixes are runs of their own.
      const edges = figures.map((run) => run.x + run.width);
      expect(Math.max(...edges) - Math.min(...edges)).toBeLessThan(0.01);
      const points = new Map<number, number[]>();
      for (const run of figures) {
        const point = run.glyphs.findIndex((glyph) => glyph.text === '.');
        const decimals = run.glyphs.length - 1 - point;
        if (point >= 0) points.set(decimals, [...(points.get(decimals) ?? []), run.x + (run.offsets[point] ?? 0)]);
      }
      for (const places of points.values()) expect(Math.max(...places) - Math.min(...places)).toBeLessThan(0.01);
    });
  });

  it('keeps columns 4.5 points apart', () => {
    for (const row of table.rows) {
      const extents = row.cells
        .flatMap((cell) => (cell ? [all.filter((run) => owner(run) === cell.id)] : []))
        .map((cell) => [Math.min(...cell.map((run) => run.x)), Math.max(...cell.map((run) => run.x + run.width))] as const);
      extents.slice(1).forEach(([left], index) => {
        expect(left - (extents[index]?.[1] ?? 0)).toBeGreaterThanOrEqual(4.5);
      });
    }
  });
});

describe('the dump of pages', () => {
  it('names each page and writes each line with its place, size and text', () => {
    const dump = dumpPages(layout);
    expect(dump.match(/^page /gm)).toHaveLength(15);
    expect(dump).toMatch(/^page 6 en-text part en 1 en 595\.28 × 841\.89$/m);
    expect(dump).toMatch(/^812\.00 [\d.–]+ 9\.00 \{footer\} 15$/m);
    expect(dump).toMatch(/^\d+\.\d\d 63\.64–[\d.]+ 12\.00 Company Information$/m);
    expect(dump).toMatch(/^rule grand /m);
  });
});
