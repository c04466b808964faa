// Turn short documents into last pages that are nearly empty, and hold each to what the page before could give.
import { describe, expect, it } from 'vitest';
import { lintInput } from '../../src/lint/lint-pages.ts';
import { sparsePageRules } from '../../src/lint/sparse-pages.ts';
import { whiteFeet } from '../../src/lint/white-feet.ts';
import type { Block } from '../../src/model/document.ts';
import type { Layout, Page } from '../../src/model/page.ts';
import { documentOf, lines, section, table } from '../support/block-document.ts';
import { blockStyleSheet } from '../support/block-style.ts';
import { layOut, linesOf } from '../support/lay-out.ts';

const style = blockStyleSheet();
const rows = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `row ${index} | 1`);

/** What both rules of page ends say of the pages as they were set, or as `edit` leaves them. */
async function said(blocks: readonly Block[], edit: (layout: Layout) => Layout = (layout) => layout): Promise<readonly string[]> {
  const document = documentOf({ en: [section('s', blocks)] });
  const layout = edit(layOut(document, style).layout);
  const input = await lintInput(document, layout, style, new Map(), undefined);
  return [...sparsePageRules, ...whiteFeet].flatMap(({ code, run }) =>
    [...run(input)].map(({ message, page }) => `${code} page ${page.index + 1}: ${message}`),
  );
}

const pagesOf = (blocks: readonly Block[]): readonly Page[] => layOut(documentOf({ en: [section('s', blocks)] }), style).layout.pages;

/** An engine that fills the page before to its foot: `count` lines of the second page go back to the first. */
const given =
  (count: number) =>
  (layout: Layout): Layout => ({
    ...layout,
    pages: layout.pages.map((page) => ({
      ...page,
      frames: page.frames.map((frame) => ({ ...frame, height: frame.height + 20 * (page.index === 0 ? count : -count) })),
    })),
  });

// Pages hold 300 points from 50 down: fifteen lines of 20.
describe('a last page', () => {
  it('gets lines from the page before until a third of it is filled', () => {
    const [first, last] = pagesOf([lines('a', 17)]);
    expect([linesOf(first as Page, 'a'), linesOf(last as Page, 'a')]).toEqual([12, 5]);
  });

  it('gets a block, where one would fill it', () => {
    const blocks = [lines('a', 10), lines('b', 3), lines('c', 4)];
    const alone = pagesOf(blocks).at(-1);
    expect(alone?.frames.map(({ element }) => element)).toContain('c');
    expect(linesOf(alone as Page, 'c')).toBe(4);
  });

  it('of a table that stays whole takes nothing that would leave the page before half empty', () => {
    const pages = pagesOf([lines('a', 4), table('t', rows(8)), lines('z', 4)]);
    expect(pages[0]?.frames.map(({ element }) => element)).toContain('t');
  });

  it('is told of where the page before could have given it what it lacks', async () => {
    expect(await said([lines('a', 18)])).toEqual([]);
    const told = await said([lines('a', 19)], given(1));
    expect(told).toEqual([expect.stringContaining('lint/TL-63 page 2: the last page of its text is filled to')]);
  });
});
