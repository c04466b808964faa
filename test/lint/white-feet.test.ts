// Turn short documents into pages with white feet, and hold each to what excuses it.
import { describe, expect, it } from 'vitest';
import { lintInput } from '../../src/lint/lint-pages.ts';
import { whiteFeet } from '../../src/lint/white-feet.ts';
import type { Block, Document } from '../../src/model/document.ts';
import type { Layout } from '../../src/model/page.ts';
import { documentOf, heading, lines, paragraph, section, table, words } from '../support/block-document.ts';
import { blockStyleSheet } from '../support/block-style.ts';
import { layOut } from '../support/lay-out.ts';

const style = blockStyleSheet({ blocks: { sender: { keepTogether: true } } });

/** `severity message` of TL-31 on the pages as they were set, or as `edit` leaves them. */
async function said(document: Document, edit: (layout: Layout) => Layout = (layout) => layout): Promise<readonly string[]> {
  const layout = edit(layOut(document, style).layout);
  const input = await lintInput(document, layout, style, new Map(), undefined);
  return whiteFeet.flatMap(({ run }) =>
    [...run(input)].map(({ severity, message, page }) => `${severity} page ${page.index + 1}: ${message}`),
  );
}

const article = (...blocks: readonly Block[]): Document => documentOf({ en: [section('s', blocks)] });
const rows = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `row ${index} | 1`);
/** The frames of the first page end no lower than this: an engine that stopped too early. */
const cutAt =
  (foot: number) =>
  (layout: Layout): Layout => ({
    ...layout,
    pages: layout.pages.map((page) =>
      page.index > 0
        ? page
        : {
            ...page,
            frames: page.frames.flatMap((frame) => (frame.y >= foot ? [] : { ...frame, height: Math.min(frame.height, foot - frame.y) })),
          },
    ),
  });

// Pages hold 300 points from 50 down: fifteen lines of 20.
describe('a page foot', () => {
  it('is silent up to an eighth of white', async () => {
    expect(await said(article(lines('a', 14), table('t', rows(6))))).toEqual([]);
  });

  it('is listed above that, and a fault above 18% where the text could have gone on', async () => {
    expect(await said(article(lines('a', 24)), cutAt(305))).toEqual([
      'warning page 1: 15% of the page body stays white, 18% at most unless what follows must stay together',
    ]);
    expect(await said(article(lines('a', 24)), cutAt(290))).toEqual([
      'error page 1: 20% of the page body stays white, 18% at most unless what follows must stay together',
    ]);
  });

  it('is excused by a table that stays whole and is higher than the white', async () => {
    expect(await said(article(lines('a', 11), table('t', rows(6)), lines('z', 8)))).toEqual([
      'warning page 1: 27% of the page body stays white: what follows takes 41% and stays together',
    ]);
  });

  it('is excused by a heading with the table that it heads', async () => {
    const [finding] = await said(article(lines('a', 9), heading('h', 'Head'), table('t', rows(6)), lines('z', 6)));
    expect(finding).toMatch(/^warning page 1: 40% of the page body stays white: what follows takes \d\d% and stays together$/);
  });

  it('is not excused by a heading with two lines that would have stood there', async () => {
    const set = article(lines('a', 9), heading('h', 'Head'), paragraph('b', words(100)));
    const late = (layout: Layout): Layout => {
      const [first, second] = [layout.pages[0]!, layout.pages[1]!];
      const moved = first.frames.filter(({ element }) => element !== 'a');
      return {
        ...layout,
        pages: [
          { ...first, frames: first.frames.filter(({ element }) => element === 'a') },
          { ...second, frames: [...moved, ...second.frames] },
        ],
      };
    };
    expect(await said(set, late)).toEqual([
      'error page 1: 40% of the page body stays white, 18% at most unless what follows must stay together',
    ]);
  });

  it('is nobody’s fault before a section, and at the end of a part', async () => {
    const sections = documentOf({ en: [section('s', [lines('a', 3)]), section('t', [lines('b', 3)])] });
    expect(await said(sections)).toEqual([]);
    expect(await said(documentOf({ ja: [section('s', [lines('a', 3)])], en: [section('t', [lines('b', 3)])] }))).toEqual([]);
  });
});
