// Turn marked runs into rules under them: under what changed, as far as it prints, and under nothing else.
import { describe, expect, it } from 'vitest';
import { underlineChanges } from '../../src/layout/layout.ts';
import type { GlyphRun, Layout, PageItem } from '../../src/model/page.ts';
import type { Style } from '../../src/model/style.ts';
import { blockStyleSheet } from '../support/block-style.ts';

const style: Style = {
  ...blockStyleSheet(),
  correction: {
    excerptLimit: 5,
    underline: { offset: 0.2, thickness: 0.5 },
    marked: { ja: '訂正版', en: 'Corrected' },
    deleted: { ja: '（削除）', en: '[deleted]' },
    parts: [],
  },
};

/** Letters half an em wide at 10 points, on the line y = 100. */
function run(text: string, x: number, more: Partial<GlyphRun> = {}): GlyphRun {
  const glyphs = [...text].map((character, index) => ({ id: index, text: character }));
  return {
    kind: 'glyphs',
    font: 'block',
    size: 10,
    x,
    y: 100,
    width: text.length * 5,
    glyphs,
    offsets: glyphs.map((_, index) => index * 5),
    owner: { element: 'en.1' },
    lang: 'en',
    ...more,
  };
}

const layout = (...items: readonly PageItem[]): Layout => ({
  pages: [{ index: 0, width: 500, height: 400, class: 'text', part: 'en', lang: 'en', numberInPart: 1, items, frames: [] }],
  anchors: new Map(),
});

const rules = (...items: readonly PageItem[]) =>
  underlineChanges(layout(...items), style).pages[0]?.items.flatMap((item) =>
    item.kind === 'rule' ? [[item.x, item.y, item.width, item.role]] : [],
  );

describe('underlineChanges', () => {
  it('rules a changed run as far as it prints, below its baseline, and no other', () => {
    expect(rules(run('old', 0), run('new  ', 20, { changed: true }), run('same', 60))).toEqual([[20, 102, 15, 'correction']]);
  });

  it('joins runs that touch on one line, and none across lines or gaps', () => {
    const changed = { changed: true } as const;
    expect(rules(run('(1,234', 0, changed), run(')', 30, changed))).toEqual([[0, 102, 35, 'correction']]);
    expect(rules(run('a', 0, changed), run('b', 5, { ...changed, y: 120 }))).toHaveLength(2);
    expect(rules(run('a', 0, changed), run('b', 20, changed))).toHaveLength(2);
  });

  it('rules a raised mark at the foot of its line, and what a table repeats not at all', () => {
    expect(rules(run('1', 0, { changed: true, sup: true, size: 6.2, y: 96.7 }))?.[0]?.[1]).toBeCloseTo(102, 5);
    expect(rules(run('head', 0, { changed: true, owner: { artifact: 'repeated-head', of: 't.h1' } }))).toEqual([]);
  });

  it('rules what a blackline added below its line, and what it deleted through its letters: higher in Japanese, whose letters fill the em', () => {
    expect(rules(run('new', 0, { revision: 'added' }))).toEqual([[0, 102, 15, 'correction']]);
    expect(rules(run('old', 0, { revision: 'deleted' }), run('new', 15, { revision: 'added' }))).toEqual([
      [0, 97.6, 15, 'correction'],
      [15, 102, 15, 'correction'],
    ]);
    expect(rules(run('旧', 0, { revision: 'deleted', lang: 'ja' }))).toEqual([[0, 96.4, 5, 'correction']]);
  });

  it('leaves pages alone that nothing changed on, and styles that mark nothing', () => {
    const plain = layout(run('same', 0));
    expect(underlineChanges(plain, style)).toBe(plain);
    const marked = layout(run('new', 0, { changed: true }));
    expect(underlineChanges(marked, blockStyleSheet())).toBe(marked);
  });
});
