import { describe, expect, it } from 'vitest';
import type { GlyphRun } from '../../../src/model/page.ts';
import { saidOtherwise } from '../../../src/render/pdf/said-otherwise.ts';

/** Lines of text one below another; `|` begins another run on the same line. */
function runsOf(...lines: readonly string[]): readonly GlyphRun[] {
  return lines.flatMap((line, row) =>
    line.split('|').map(
      (text): GlyphRun => ({
        kind: 'glyphs',
        font: 'f',
        size: 10,
        x: 0,
        y: 100 + 14 * row,
        width: 100,
        glyphs: [...text].map((character, index) => ({ id: index + 1, text: character })),
        offsets: [...text].map((_, index) => 5 * index),
        owner: { element: 'en.1' },
        lang: 'en',
      }),
    ),
  );
}

/** What is drawn at each place, and what is read there. */
const said = (...lines: readonly string[]): readonly (readonly [string, string])[] => {
  const runs = runsOf(...lines);
  return saidOtherwise(runs).map(({ run, from, lastRun, to, says }) => {
    const glyphs = runs.slice(run, lastRun + 1).flatMap((each, index) => {
      const [start, end] = [index === 0 ? from : 0, run + index === lastRun ? to : each.glyphs.length];
      return each.glyphs.slice(start, end).map(({ text }) => text);
    });
    return [glyphs.join(''), says];
  });
};

describe('a triangle', () => {
  it.each([
    ['before digits', ['△1,592']],
    ['before digits of another run', ['△|1,592']],
    ['filled', ['▲0.5%']],
    ['before a currency', ['△¥345']],
    ['before a dollar', ['△US$9']],
    ['before full-width digits', ['△１２']],
    ['inside a sentence', ['営業利益は△|345|百万円']],
  ])('is a minus %s', (_, lines) => {
    expect(said(...lines)).toEqual([[expect.stringMatching(/^[△▲]$/), '−']]);
  });

  it.each([
    ['a legend', ['△ denotes a negative figure']],
    ['a legend in Japanese', ['（注）△は損失を示しております。']],
    ['a label', ['当期純利益又は純損失（△）']],
    ['a label of direction', ['増減額（△は減少）']],
    ['before a word with a digit further on', ['△印は第2四半期']],
    ['at the end of a line before digits', ['印は△', '12月']],
    ['alone', ['△']],
    ['a quotation', ['The sign “△” and ▲ are used']],
  ])('stays a triangle in %s', (_, lines) => {
    expect(said(...lines)).toEqual([]);
  });
});

describe('a word that a line’s end parts', () => {
  it.each([
    ['by a hyphen of composition', ['our capi\u00ad', 'tal expenditure'], ['capi\u00ad', 'capital'], ['tal', ' ']],
    ['with its punctuation', ['“solu\u00ad', 'tions.” The'], ['“solu\u00ad', '“solutions.”'], ['tions.”', ' ']],
    ['at the end of a text', ['solu\u00ad', 'tions'], ['solu\u00ad', 'solutions'], ['tions', ' ']],
    ['into a run of another face', ['solu\u00ad', 'tion|s of'], ['solu\u00ad', 'solutions'], ['tions', ' ']],
    ['twice', ['tele\u00ad', 'communi\u00ad', 'cation'], ['tele\u00ad', 'telecommunication'], ['communi\u00ad', ' '], ['cation', ' ']],
  ])('is said whole, parted %s', (_, lines, ...wanted) => {
    expect(said(...lines)).toEqual(wanted);
  });

  it('is said without a hyphen where it goes on elsewhere', () => {
    expect(said('capi\u00ad')).toEqual([['capi\u00ad', 'capi']]);
  });

  it.each([
    ['a hyphen that was typed', ['the macro-', 'economic situation']],
    ['a hyphen before a space', ['pre- ', 'and post-war']],
    ['a dash', ['the year –', 'which']],
    ['a hyphen inside a line', ['macro-|economic']],
    ['a minus', ['a -', 'b']],
    ['a hyphen at the end of a text', ['pre-']],
  ])('leaves %s', (_, lines) => {
    expect(said(...lines)).toEqual([]);
  });
});
