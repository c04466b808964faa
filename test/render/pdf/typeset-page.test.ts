import { describe, expect, it } from 'vitest';
import type { Glyph, GlyphRun } from '../../../src/model/page.ts';
import { type TypesetRun, typesetPage } from '../../../src/render/pdf/typeset-page.ts';
import { fontFiles } from '../../support/font-files.ts';
import { realFonts } from '../../support/real-fonts.ts';

const font = 'noto-sans-jp-400';
const metrics = realFonts.get(font)!;
const size = 10;
const widthOf = (character: string): number => (metrics.advance(metrics.glyph(character.codePointAt(0)!)) * size) / metrics.upem;

/** A run whose glyphs have these gaps after them, in em beyond the advance. */
function run(text: string, gaps: readonly number[] = [], more: Partial<GlyphRun> = {}): GlyphRun {
  const glyphs: Glyph[] = [];
  const offsets: number[] = [];
  let pen = 0;
  [...text].forEach((character, i) => {
    glyphs.push({ id: metrics.glyph(character.codePointAt(0)!), text: character });
    offsets.push(pen);
    pen += widthOf(character) + (gaps[i] ?? 0) * size;
  });
  return { kind: 'glyphs', font, size, x: 100, y: 100, width: pen, glyphs, offsets, owner: { element: 'p' }, lang: 'ja', ...more };
}

function typeset(...items: readonly GlyphRun[]): readonly TypesetRun[] {
  const page = { index: 0, width: 595, height: 842, class: 'x', part: 'ja', lang: 'ja', numberInPart: 1, items, frames: [] } as const;
  const { runs } = typesetPage(page, fontFiles);
  return items.map((item) => runs.get(item)!);
}

describe('a gap between glyphs', () => {
  it.each([
    [0.02, 0, -20],
    [0.1, 0, -100],
    [0.125, 1, 125],
    [0.25, 1, 0],
    [0.333, 1, -83],
    [0.35, 1, -100],
    [0.5, 2, 0],
    [-0.05, 0, 50],
    [-0.14, 0, 140],
    [-0.25, -1, 0],
    [-0.5, -2, 0],
    [-0.7, -3, -50],
    [-1.2, 0, 1200],
    [0.7, 3, 50],
  ])('of %f em is carried by %i widening steps and a TJ of %f', (gap, widen, adjustment) => {
    const [set] = typeset(run('は1', [gap]));
    expect([set!.uses[0]!.widen, set!.adjustments[0]]).toEqual([widen, adjustment]);
  });

  it('after a space is TJ alone: the space is there already', () => {
    const [set] = typeset(run('a b', [0, 0.4]));
    expect([set!.uses[1]!.widen, set!.adjustments[1]]).toEqual([0, -400]);
  });

  it('is carried over to the next run of the same element on the line', () => {
    const first = run('は', [0.25]);
    const [set] = typeset(first, run('1', [], { x: 100 + first.width, y: 97 }));
    expect(set!.uses[0]!.widen).toBe(1);
  });

  it.each([
    ['another element', { owner: { element: 'q' } }],
    ['another line', { y: 116 }],
    ['text further left', { x: 40 }],
  ])('is not carried over to %s', (_, more) => {
    const [set] = typeset(run('は'), run('1', [], { x: 100 + widthOf('は') + 0.25 * size, ...more }));
    expect(set!.uses[0]!.widen).toBe(0);
  });
});

/** Where each glyph of a run comes to stand, from the run's origin. */
function pens({ uses, spacing, adjustments }: TypesetRun): readonly number[] {
  const found = [0];
  uses.slice(0, -1).forEach((use, i) => {
    found.push(found.at(-1)! + ((use.advance - adjustments[i]!) * size) / 1000 + spacing);
  });
  return found;
}

describe('a line of equal gaps', () => {
  it('is spaced as a whole, and every glyph stands within a fiftieth of a point of its place', () => {
    for (const gap of [0.0104, -0.0098, 0.0137, 0.04, 0.0999]) {
      const text = run(
        '国'.repeat(80),
        Array.from({ length: 80 }, () => gap),
      );
      const [set] = typeset(text);
      expect(set!.spacing).toBeCloseTo(gap * size, 2);
      expect(set!.adjustments.filter((each) => each !== 0).length).toBeLessThan(3);
      for (const [i, x] of pens(set!).entries()) expect(Math.abs(x - text.offsets[i]!)).toBeLessThan(0.0151);
    }
  });

  it('moves what stands otherwise by adjustments', () => {
    const gaps = Array.from({ length: 40 }, (_, i) => (i % 5 === 4 ? 0.3 : 0.02));
    const text = run('ab cd'.repeat(8), gaps);
    const [set] = typeset(text);
    expect(set!.spacing).toBeCloseTo(0.2, 6);
    for (const [i, x] of pens(set!).entries()) expect(Math.abs(x - text.offsets[i]!)).toBeLessThan(0.0151);
  });

  it('is not spaced where most glyphs have no gap', () => {
    const [set] = typeset(run('国'.repeat(20), [0.05, 0.05, 0.05]));
    expect(set!.spacing).toBe(0);
    expect(set!.adjustments.slice(0, 4)).toEqual([-50, -50, -50, 0]);
  });
});

it('rounds each adjustment against the pen, so that a long line ends where it should', () => {
  const gaps = Array.from({ length: 80 }, (_, i) => 0.0104 + (i % 7) * 0.0111);
  const text = run('国'.repeat(80), gaps);
  const [set] = typeset(text);
  for (const [i, x] of pens(set!).entries()) expect(Math.abs(x - text.offsets[i]!)).toBeLessThan(0.0151);
});

it('gives every glyph a text: those after the first of a cluster a zero-width space', () => {
  const cluster = run('国国');
  const [set] = typeset({ ...cluster, glyphs: cluster.glyphs.map((glyph, i) => ({ ...glyph, text: i === 0 ? '国' : '' })) });
  expect(set!.uses.map(({ text }) => text)).toEqual(['国', '\u200b']);
});
