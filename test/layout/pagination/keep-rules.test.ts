import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/model/document.ts';
import type { Layout, Page } from '../../../src/model/page.ts';
import { documentOf, head, heading, lines, note, paragraph, section, table, words } from '../../support/block-document.ts';
import { blockStyleSheet } from '../../support/block-style.ts';
import { layOut, linesOf, runs } from '../../support/lay-out.ts';

// A page holds 15 lines of 20 points. The last one is filled to a third at least, so that it gives no reason to end another early.
const set = (blocks: readonly Block[], style = blockStyleSheet()): readonly Page[] =>
  layOut(documentOf({ en: [section('s', blocks)] }), style).layout.pages;

const elements = (page: Page | undefined): readonly string[] => page?.frames.map((frame) => frame.element) ?? [];

describe('lines of a paragraph', () => {
  it('fill a page to its last line', () => {
    const pages = set([lines('a', 13), lines('b', 4), lines('c', 5)]);
    expect([linesOf(pages[0] as Page, 'b'), linesOf(pages[1] as Page, 'b')]).toEqual([2, 2]);
  });

  it('never leave one line at the foot of a page', () => {
    const blocks = [lines('a', 14), lines('b', 4), lines('c', 5)];
    const pages = set(blocks);
    expect([linesOf(pages[0] as Page, 'b'), linesOf(pages[1] as Page, 'b')]).toEqual([0, 4]);
    const careless = set(blocks, blockStyleSheet({ blocks: { p: { orphans: 1, widows: 1 } } }));
    expect(linesOf(careless[0] as Page, 'b')).toBe(1);
  });

  it('never carry one line to the top of a page', () => {
    const blocks = [lines('a', 12), lines('b', 4), lines('c', 5)];
    const pages = set(blocks);
    expect([linesOf(pages[0] as Page, 'b'), linesOf(pages[1] as Page, 'b')]).toEqual([2, 2]);
    const careless = set(blocks, blockStyleSheet({ blocks: { p: { orphans: 1, widows: 1 } } }));
    expect(linesOf(careless[1] as Page, 'b')).toBe(1);
  });

  it('keep three together where the style asks for three', () => {
    const pages = set([lines('a', 13), lines('b', 4)], blockStyleSheet({ blocks: { p: { orphans: 3, widows: 3 } } }));
    expect(linesOf(pages[0] as Page, 'b')).toBe(0);
  });

  it('are all set when a paragraph is longer than pages are high', () => {
    const pages = set([lines('a', 40)]);
    expect(pages.map((page) => linesOf(page, 'a'))).toEqual([15, 15, 10]);
  });
});

describe('a heading', () => {
  it('never ends a page', () => {
    const pages = set([lines('a', 12), heading('h', 'Title'), lines('b', 4), lines('c', 4)]);
    expect(elements(pages[0])).toEqual(['a']);
    expect(elements(pages[1])).toEqual(['h', 'b', 'c']);
    const careless = set([lines('a', 12), paragraph('h', 'Title'), lines('b', 4), lines('c', 4)]);
    expect(elements(careless[0])).toContain('h');
  });

  it('has two lines below it on its page, even of two blocks', () => {
    // The space before the heading takes one line, the heading one: 12 lines leave room for one line more.
    const pages = set([lines('a', 12), heading('h', 'Title'), lines('b', 1), lines('c', 4)]);
    expect(elements(pages[0])).toEqual(['a']);
    const room = set([lines('a', 11), heading('h', 'Title'), lines('b', 1), lines('c', 1), lines('d', 4)]);
    expect(elements(room[0])).toEqual(['a', 'h', 'b', 'c']);
  });

  it('has all that stands before the next heading below it, be it one line', () => {
    // Three lines for each heading and its text; five of them fill a page of 15.
    const blocks = ['1', '2', '3', '4', '5', '6', '7'].flatMap((id) => [heading(`h${id}`, 'Title'), lines(`t${id}`, 1)]);
    const pages = set(blocks);
    expect(pages.length).toBe(2);
    expect(elements(pages[0]).at(-1)).toBe('t5');
    expect(elements(pages[1])[0]).toBe('h6');
    // A heading without a line before the next one does not stay behind.
    const bare = set([lines('a', 12), heading('h', 'Title'), heading('i', 'Title'), lines('b', 3)]);
    expect(elements(bare[0])).toEqual(['a']);
  });

  it('stays with the table below it', () => {
    const rows = ['a | 1', 'b | 2', 'c | 3', 'd | 4'];
    const pages = set([lines('a', 9), heading('h', 'Title'), table('t', rows)]);
    expect(elements(pages[0])).toEqual(['a']);
    expect(elements(pages[1])).toEqual(['h', 't']);
  });

  it('has enough below it in a table of one row, and leaves the heading after that alone', () => {
    const short = (id: string) => table(id, ['a | 1'], { headRows: 1, heads: [head(`${id}.h`, [0, 1, 1, 1], 'JPY')] });
    const blocks = ['1', '2', '3', '4', '5', '6'].flatMap((id) => [heading(`h${id}`, 'Title'), short(`t${id}`)]);
    const pages = set(blocks);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      expect(elements(page)[0]).toMatch(/^h/);
      expect(elements(page).at(-1)).toMatch(/^t/);
    }
  });

  it('that runs in is set on the first line of its paragraph', () => {
    const page = set([heading('h', 'CDN', true), paragraph('p', 'A service.')])[0] as Page;
    const of = (element: string) => runs(page).filter((run) => 'element' in run.owner && run.owner.element === element);
    expect(of('p')[0]?.y).toBe(of('h')[0]?.y);
    expect(of('p')[0]?.x).toBeGreaterThan((of('h')[0]?.x ?? 0) + (of('h')[0]?.width ?? 0));
  });
});

describe('what follows', () => {
  it('a note stays with its table', () => {
    const rows = ['a | 1', 'b | 2', 'c | 3', 'd | 4'];
    const blocks = [lines('a', 10), table('t', rows), note('n', '(1)', words(20)), lines('b', 5)];
    expect(elements(set(blocks)[0])).toEqual(['a']);
    expect(elements(set(blocks)[1])).toEqual(['t', 'n', 'b']);
    const careless = set(blocks, blockStyleSheet({ blocks: { note: { keepWithPrevious: false } } }));
    expect(elements(careless[0])).toEqual(['a', 't']);
  });

  it('a closing line stays with the paragraph before it', () => {
    const pages = set([lines('a', 10), lines('b', 5), paragraph('z', 'Tables to follow', 'closing'), lines('c', 5)]);
    expect([linesOf(pages[0] as Page, 'b'), linesOf(pages[1] as Page, 'b'), linesOf(pages[1] as Page, 'z')]).toEqual([3, 2, 1]);
    const careless = set([lines('a', 10), lines('b', 5), paragraph('z', 'Tables to follow'), lines('c', 5)]);
    expect(elements(careless[1])).toEqual(['z', 'c']);
  });

  it('a list stays with the paragraph that introduces it', () => {
    const list: Block = {
      kind: 'list',
      numbered: false,
      id: 'l',
      class: '',
      lang: 'en',
      at: lines('x', 1).at,
      items: [{ id: 'i', label: [], inlines: lines('x', 3).inlines, at: lines('x', 1).at }],
    };
    const pages = set([lines('a', 13), lines('b', 1), list]);
    expect(elements(pages[0])).toEqual(['a']);
    expect(elements(pages[1])).toEqual(['b', 'l']);
  });

  it('a rule of a third of the measure parts notes from a list, not from a table', () => {
    const item = { id: 'i', label: [], inlines: lines('x', 1).inlines, at: lines('x', 1).at };
    const list: Block = { kind: 'list', numbered: false, id: 'l', class: '', lang: 'en', at: item.at, items: [item] };
    const ruled = (blocks: readonly Block[]) => set(blocks)[0]?.items.filter((each) => each.kind === 'rule' && each.role === 'note') ?? [];
    const [rule, ...more] = ruled([list, note('n', '(1)', 'Text.')]);
    expect(rule?.kind === 'rule' ? rule.width : 0).toBeCloseTo(400 / 3, 5);
    expect(more).toEqual([]);
    expect(ruled([table('t', ['a | 1']), note('n', '(1)', 'Text.')])).toEqual([]);
  });
});

describe('the sender block', () => {
  it('stands flush right with its lines flush left in it', () => {
    const group: Block = {
      kind: 'group',
      id: 'g',
      class: 'sender',
      lang: 'en',
      at: lines('x', 1).at,
      blocks: [paragraph('s1', 'short'), paragraph('s2', 'a longer line')],
    };
    const page = set([group])[0] as Page;
    const starts = new Set(
      runs(page)
        .filter((run) => 'element' in run.owner)
        .map((run) => ((run.owner as { element: string }).element === 's1' || run.glyphs[0]?.text === 'a' ? run.x : undefined)),
    );
    starts.delete(undefined);
    expect([...starts]).toEqual([50 + 400 - 13 * 5]);
  });
});

describe('the grid', () => {
  it('takes up text again after a block that is off it', () => {
    const style = blockStyleSheet({ page: { grid: 20 } });
    const page = set([note('n', '', 'off the grid'), lines('a', 2), heading('h', 'Title'), lines('b', 1)], style)[0] as Page;
    const baseline = (element: string) => runs(page).find((run) => 'element' in run.owner && run.owner.element === element)?.y ?? 0;
    // The note is 10 high; the em box of a line of 20 is in its middle, its baseline .88 em below its top.
    expect(baseline('a')).toBeCloseTo(50 + 20 + 5 + 8.8, 5);
    // Two lines of text, one of space before the heading, two for the heading.
    expect(baseline('b') - baseline('a')).toBeCloseTo(5 * 20, 5);
  });
});

describe('every page', () => {
  const layout = (): Layout =>
    layOut(
      documentOf({ ja: [section('j', [lines('a', 1)])], en: [section('e', [lines('b', 20)])] }),
      blockStyleSheet({ page: { runningHeadFrom: 2 } }),
    ).layout;

  it('carries its folio, counted through both parts, and its running head from the second of a part on', () => {
    const furniture = layout().pages.map((page) =>
      runs(page).flatMap((run) =>
        'artifact' in run.owner ? [`${run.owner.artifact} ${run.glyphs.map((glyph) => glyph.text).join('')}`] : [],
      ),
    );
    expect(furniture).toEqual([['footer 1'], ['footer 2'], ['header Company', 'header November 12, 2002', 'header Page 2', 'footer 3']]);
  });

  it('is found by the anchors of its parts and sections', () => {
    expect(Object.fromEntries(layout().anchors)).toEqual({ ja: 1, j: 1, en: 2, e: 2 });
  });
});
