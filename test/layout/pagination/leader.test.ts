import { describe, expect, it } from 'vitest';
import { leaderMarks } from '../../../src/layout/pagination/leader.ts';
import type { List, ListItem } from '../../../src/model/document.ts';
import type { Rule } from '../../../src/model/page.ts';
import { drawRules } from '../../../src/render/pdf/draw-rules.ts';
import { documentOf, here, inline, section } from '../../support/block-document.ts';
import { blockStyleSheet } from '../../support/block-style.ts';
import { layOut, runs, text } from '../../support/lay-out.ts';

const room = { from: 40, to: 200, baseline: 20, size: 10, lang: 'en' };

describe('a leader', () => {
  it('has its dots at whole steps, inside its room, whatever it begins at', () => {
    const [first, second] = [40, 43.7].map((from) => leaderMarks('dots', { ...room, from })[0]);
    for (const row of [first, second]) {
      expect(row?.dots).toBe(5);
      expect((row?.x ?? 0) % 5).toBeCloseTo(0);
      expect((row?.x ?? 0) + (row?.width ?? 0)).toBeLessThanOrEqual(195);
    }
    expect([first?.x, second?.x]).toEqual([45, 50]);
  });

  it('stands on the line in the latin tradition, in the middle of characters in the cjk one', () => {
    const middle = (lang: string): number => {
      const [row] = leaderMarks('dots', { ...room, lang });
      return (row?.y ?? 0) + (row?.height ?? 0) / 2;
    };
    expect([middle('en'), middle('ja')].map((y) => 20 - y)).toEqual([expect.closeTo(0.5), expect.closeTo(3.8)]);
  });

  it('is left out where there is room for a dot or two, and where the style has none', () => {
    expect(leaderMarks('dots', { ...room, to: 60 })).toEqual([]);
    expect(leaderMarks('rule', { ...room, to: 60 })).toEqual([]);
    expect(leaderMarks(undefined, room)).toEqual([]);
  });

  it('is drawn in its colour as one line of round caps, and colours nothing after it', () => {
    const [row] = leaderMarks('dots', { ...room, color: { name: 'brand', value: '#ff0000' } });
    const operators = drawRules([row as Rule], 800);
    expect(operators.slice(0, 3)).toEqual(['q', '1 0 0 RG', '1 J 1 w [0.01 4.99] 0.005 d']);
    expect(operators.at(-1)).toBe('Q');
  });
});

it('leads from a term to what is said of it, and to the right edge where that ends there', () => {
  const item = (id: string, label: string, said: string): ListItem => ({ id, label: inline(label), inlines: inline(said), at: here });
  const items = [item('d.1', 'xx', '8,412'), item('d.2', 'xxxxxxxxxxxxxxxxxxxx', '635')];
  const list: List = { kind: 'list', id: 'd', class: '', lang: 'en', at: here, numbered: true, terms: true, items };
  const p = blockStyleSheet().blocks.en?.get('p');
  const set = (align: 'left' | 'right') => {
    const style = blockStyleSheet({ blocks: { dl: { ...p!, indent: 0, hang: 0, align, leader: 'dots' } } });
    const [page] = layOut(documentOf({ en: [section('s', [list])] }), style).layout.pages;
    const leaders = page!.items.filter((each): each is Rule => each.kind === 'rule' && each.role === 'leader');
    const said = runs(page!).find((run) => text(run) === '8,412')!;
    return { leaders, gap: said.x - (leaders[0]!.x + leaders[0]!.width) };
  };
  expect(set('left').leaders).toHaveLength(1);
  expect(set('right').leaders).toHaveLength(2);
  for (const { gap } of [set('left'), set('right')]) {
    expect(gap).toBeGreaterThanOrEqual(5);
    expect(gap).toBeLessThan(11);
  }
});
