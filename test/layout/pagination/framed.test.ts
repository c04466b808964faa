import { describe, expect, it } from 'vitest';
import { reportContrast } from '../../../src/layout/report-contrast.ts';
import type { Block } from '../../../src/model/document.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Page, Rule } from '../../../src/model/page.ts';
import type { BlockStyle, FrameStyle } from '../../../src/model/style.ts';
import { documentOf, heading, lines, section } from '../../support/block-document.ts';
import { blockStyleSheet } from '../../support/block-style.ts';
import { layOut, runs } from '../../support/lay-out.ts';

const frame: FrameStyle = { rule: 1, padding: 9, margin: 10, titleInRule: false, color: { name: 'brand', value: '#0b3d91' } };

function set(blocks: readonly Block[], around: Partial<FrameStyle> = {}, more: Partial<BlockStyle> = {}) {
  const panel = { ...blockStyleSheet().blocks.en?.get('p'), ...more, frame: { ...frame, ...around } };
  const style = blockStyleSheet({ blocks: { panel } });
  const group: Block = { kind: 'group', id: 'g', class: 'panel', lang: 'en', at: { file: 'x', line: 1, column: 1, length: 1 }, blocks };
  const document = documentOf({ en: [section('s', [lines('before', 2), group])] });
  const { pages } = layOut(document, style).layout;
  const findings: Finding[] = [];
  reportContrast(document, pages, style, (finding) => findings.push(finding));
  return { pages, findings };
}

const framesOf = (page: Page | undefined, role: Rule['role'] = 'frame'): readonly Rule[] =>
  (page?.items ?? []).filter((item): item is Rule => item.kind === 'rule' && item.role === role);
const upright = (rules: readonly Rule[]) => rules.filter(({ width, height }) => height > width);
const level = (rules: readonly Rule[]) => rules.filter(({ width, height }) => width > height);

describe('a framed block', () => {
  it('stands inside four lines of its colour, with its padding', () => {
    const [page] = set([lines('a', 2)]).pages;
    const rules = framesOf(page);
    expect([upright(rules).length, level(rules).length]).toEqual([2, 2]);
    expect(rules.every(({ color }) => color === '#0b3d91')).toBe(true);
    const [left, right] = upright(rules);
    const text = runs(page as Page).filter(({ owner }) => 'element' in owner && owner.element === 'a');
    expect(Math.min(...text.map(({ x }) => x)) - (left?.x ?? 0)).toBeCloseTo(10);
    expect(Math.max(...text.map(({ x, width }) => x + width))).toBeLessThanOrEqual((right?.x ?? 0) - 9 + 0.01);
    expect((right?.x ?? 0) + 1).toBeCloseTo(450);
  });

  it('is open where it goes on over a page, and closed at its ends', () => {
    const { pages } = set([lines('a', 20)]);
    expect(pages).toHaveLength(2);
    const [first, second] = pages.map((page) => framesOf(page));
    expect([upright(first ?? []).length, level(first ?? []).length]).toEqual([2, 1]);
    expect([upright(second ?? []).length, level(second ?? []).length]).toEqual([2, 1]);
    expect(level(first ?? [])[0]?.y).toBeLessThan(200);
    expect(level(second ?? [])[0]?.y).toBeGreaterThan(150);
  });

  it('opens its upper line for a title of one line', () => {
    const [page] = set([heading('h', 'Title'), lines('a', 2)], { titleInRule: true }).pages;
    const [left, right] = level(framesOf(page)).sort((a, b) => a.y - b.y || a.x - b.x);
    const title = runs(page as Page).filter(({ owner }) => 'element' in owner && owner.element === 'h');
    expect(left?.y).toBeCloseTo(right?.y ?? 0);
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThan(title[0]?.x ?? 0);
    expect(right?.x).toBeGreaterThan((title.at(-1)?.x ?? 0) + (title.at(-1)?.width ?? 0));
    expect(page?.frames.some(({ element, role }) => element === 'h' && role === 'heading')).toBe(true);
  });

  it('paints its tint before all that stands on it, and needs no lines', () => {
    const [page] = set([lines('a', 2)], { rule: 0, tint: { name: 'tint', value: '#eef2f8' } }).pages;
    expect(page?.items[0]).toMatchObject({ kind: 'rule', role: 'tint', color: '#eef2f8' });
    expect(framesOf(page)).toEqual([]);
  });
});

describe('text on a ground', () => {
  const dark = { name: 'brand', value: '#0b3d91' };
  const white = { name: 'white', value: '#ffffff' };
  it.each([
    ['black on a dark tint', { tint: dark }, {}, 1],
    ['white on a dark tint', { tint: dark }, { color: white }, 0],
    ['white on the paper', {}, { color: white }, 1],
    ['grey at the least contrast', {}, { color: { name: 'grey', value: '#767676' } }, 0],
    ['grey below it', {}, { color: { name: 'grey', value: '#777777' } }, 1],
    ['black on a light tint', { tint: { name: 'tint', value: '#eef2f8' } }, {}, 0],
  ])('%s', (_, around, more, count) => {
    const { findings } = set([lines('a', 2)], around, more);
    expect(findings.map(({ code }) => code)).toEqual(count === 1 ? ['layout/contrast'] : []);
  });
});
