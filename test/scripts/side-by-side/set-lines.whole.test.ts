// Turn the ruler of the comparison on what is known: our own pages, and lines made by hand.
import { describe, expect, it } from 'vitest';
import type { GlyphRun } from '../../../src/model/page.ts';
import { buildSample, pdfOf } from '../../support/sample.ts';
import { has, needing, withFile } from '../../support/tools.ts';
import { letterSpacing } from './line-marks.ts';
import { misset } from './misset.ts';
import { type InkGlyph, readGlyphs } from './read-glyphs.ts';
import { type RunningBlock, runningBlocks } from './running-blocks.ts';
import { setBlocks } from './set-lines.ts';
import { sheetOf } from './sheet.ts';

const built = await buildSample();
const blocks = runningBlocks(built.document, built.layout, built.release.style);

describe('the ruler', () => {
  it.skipIf(!has('mutool'))(needing('mutool', 'finds in the finished PDF every block where the layout has it'), () => {
    const set = setBlocks(blocks, withFile(pdfOf(built), readGlyphs));
    const [page] = built.layout.pages;
    expect(blocks.length).toBeGreaterThan(50);
    expect(misset(set, sheetOf(blocks, page ?? { width: 0, height: 0 }, process.cwd()).faces)).toEqual([]);
    for (const { block, lines } of set) {
      const runs = built.layout.pages.flatMap(({ index, items }) =>
        items
          .filter((item): item is GlyphRun => item.kind === 'glyphs' && 'element' in item.owner && item.owner.element === block.id)
          .map((run) => ({ index, run })),
      );
      const baselines = new Set(runs.filter(({ run }) => !run.sup).map(({ index, run }) => `${index}|${run.y.toFixed(1)}`));
      expect(lines.map(({ page: index, y }) => `${index}|${y.toFixed(1)}`)).toEqual([...baselines]);
      const last = runs.at(-1);
      expect(lines.at(-1)?.letters.at(-1)?.glyph.x).toBeCloseTo((last?.run.x ?? 0) + (last?.run.offsets.at(-1) ?? 0), 1);
    }
  });

  it('takes a hyphen that ends a line for the engine’s, and one of the source for its own', () => {
    const [{ lines } = { lines: [] }] = setBlocks(
      [blockOf('a well-known set of words')],
      [...row('a well-known se-', 0), ...row('t of words', 1)],
    );
    expect(lines.map(({ letters }) => letters.at(-1)?.inserted)).toEqual([true, undefined]);
    expect(lines[0]?.letters.filter(({ text }) => text === '-').map(({ inserted }) => inserted)).toEqual([undefined, true]);
  });

  it('passes over a text that starts alike, and over what stands between two pages', () => {
    const folio = row('12 Page 3', 9);
    const glyphs = [...row('Revenues in all', 0), ...row('Revenues in', 2), ...folio, ...row('the year fell', 0, 1)];
    const [{ lines } = { lines: [] }] = setBlocks([blockOf('Revenues in the year fell')], glyphs);
    expect(lines.map(({ page, y }) => [page, y])).toEqual([
      [0, 2 * 12],
      [1, 0],
    ]);
    expect(setBlocks([blockOf('Revenues in the month rose')], glyphs)[0]?.lines).toEqual([]);
  });

  it('measures how far letters stand apart beyond their widths and kerning', () => {
    const spread = (by: number) => setBlocks([blockOf('nunnun')], row('nunnun', 0, 0, by))[0]?.lines[0];
    const [natural, wide] = [spread(0), spread(0.02)].map((line) => line && letterSpacing(line));
    expect((wide ?? 0) - (natural ?? 0)).toBeCloseTo(0.02, 4);
  });
});

/** A paragraph of one face, ten points high. */
function blockOf(text: string): RunningBlock {
  const [sample] = blocks.filter(({ lang }) => lang === 'en');
  const [first] = sample?.letters ?? [];
  if (!sample || !first) throw new Error('the sample has no English text');
  const letters = [...text.matchAll(/(\s*)(\S)/g)].map(([, before = '', each = '']) => ({
    ...first,
    text: each,
    before,
    apart: false,
    forced: false,
    tied: 0,
  }));
  return { ...sample, letters, size: 10 };
}

/** Letters of a line of ten points, half an em each and `by` more. */
const row = (text: string, line: number, page = 0, by = 0): readonly InkGlyph[] =>
  [...text].flatMap((each, index) =>
    each === ' '
      ? []
      : [{ page, text: each, x: index * (5 + 10 * by), y: line * 12, size: 10, stretch: 1, font: 'face', advance: 0.5, shares: 1 }],
  );
