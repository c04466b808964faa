import { describe, expect, it } from 'vitest';
import { readSvg } from '../../../src/load/pictures/read-svg.ts';
import { fontFiles } from '../../support/font-files.ts';
import { realFonts } from '../../support/real-fonts.ts';

const faces = { metrics: realFonts, files: fontFiles };
const svg = (inside: string): Buffer => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000">${inside}</svg>`);
const sans = 'font-family="Source Sans 3" font-size="100"';
const operators = (inside: string): string => {
  const { shown } = readSvg(svg(inside), faces);
  return shown.kind === 'outlines' ? shown.operators : '';
};
/** Left and right ends, top and foot of all that is drawn. */
function extent(inside: string): { readonly left: number; readonly right: number; readonly top: number; readonly foot: number } {
  const points = operators(inside)
    .split('\n')
    .filter((line) => / [mlc]$/.test(line))
    .map((line) => line.split(' ').slice(0, -1).map(Number));
  const [xs, ys] = [0, 1].map((part) => points.flatMap((each) => each.filter((_, index) => index % 2 === part))) as [number[], number[]];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), foot: Math.max(...ys) };
}
const advance = (text: string, id = 'source-sans-3-400', size = 100): number => {
  const face = realFonts.get(id)!;
  const glyphs = [...text].map((letter) => face.glyph(letter.codePointAt(0)!));
  const kerns = glyphs.slice(1).map((glyph, index) => face.kern(glyphs[index]!, glyph));
  return ([...glyphs.map((glyph) => face.advance(glyph)), ...kerns].reduce((sum, each) => sum + each, 0) * size) / face.upem;
};

describe('words of an SVG', () => {
  it('are outlines of a face of the style, on their baseline', () => {
    const { left, right, top, foot } = extent(`<text x="100" y="500" ${sans}>H</text>`);
    expect(left).toBeGreaterThan(100);
    expect(right).toBeLessThan(100 + advance('H'));
    expect(foot).toBeCloseTo(500, 2);
    expect(500 - top).toBeCloseTo((realFonts.get('source-sans-3-400')!.capHeight * 100) / realFonts.get('source-sans-3-400')!.upem, 0);
  });

  it('stand one after another, kerned, in pieces as in one', () => {
    const whole = operators(`<text x="10" y="100" ${sans}>AVAT No.</text>`);
    const pieces = operators(`<text x="10" y="100" ${sans}>AVAT <tspan>No.</tspan></text>`);
    // The ink is said of each piece.
    const drawn = (text: string) => text.split('\n').filter((line) => / [mlch]$|^h$/.test(line));
    expect(drawn(pieces)).toEqual(drawn(whole));
    const first = extent(`<text x="10" y="100" ${sans}>H</text>`);
    const second = extent(`<text y="100" ${sans}><tspan x="10">AV</tspan>H</text>`);
    const alone = extent(`<text x="${10 + advance('AV')}" y="100" ${sans}>H</text>`);
    expect(second.right).toBeCloseTo(alone.right, 2);
    expect(first.right).toBeLessThan(second.right);
  });

  it.each([
    ['middle', 0.5],
    ['end', 1],
  ])('are anchored at their %s', (anchor, share) => {
    const at = 500 - share * advance('Hanging H');
    expect(extent(`<text x="500" y="90" text-anchor="${anchor}" ${sans}> Hanging\n  H </text>`)).toEqual(
      extent(`<text x="${at}" y="90" ${sans}>Hanging H</text>`),
    );
  });

  it('take weights, slants, sizes and colours from the elements round them', () => {
    const own = `<text x="1" y="90" font-family="source-sans-3" font-size="50" font-weight="bold" fill="#ff0000">A&amp;&#x42;</text>`;
    const around = `<g style="font-family: 'Source Sans 3', sans-serif; font-size: 50px; fill: #ff0000" font-weight="700"><text x="1" y="90">A&amp;B</text></g>`;
    expect(operators(around)).toBe(operators(own));
    expect(operators(own)).toMatch(/^1 0 0 rg\n/);
    expect(operators(own)).not.toBe(operators(own.replace('bold', 'normal')));
    expect(operators(`<text x="20" y="90" font-style="italic" ${sans}>A</text>`)).not.toBe(
      operators(`<text x="20" y="90" ${sans}>A</text>`),
    );
  });

  it('are turned with their group', () => {
    const turned = extent(`<g transform="translate(500 500) rotate(90)"><text ${sans}>HH</text></g>`);
    expect(turned.right - turned.left).toBeLessThan(turned.foot - turned.top);
  });

  it('stand as outlines in what a browser is given, painted alike', () => {
    const { source = '' } = readSvg(
      svg(`<rect width="9" height="9" stroke="#00ff00" stroke-width="2"/><text x="1" y="90" ${sans}>A</text>`),
      faces,
    );
    expect(source).not.toMatch(/<text|font/);
    const again = readSvg(Buffer.from(source));
    const first = readSvg(svg(`<rect width="9" height="9" stroke="#00ff00" stroke-width="2"/><text x="1" y="90" ${sans}>A</text>`), faces);
    expect(again.shown).toEqual(first.shown);
    expect(readSvg(svg('<rect width="9" height="9"/>'), faces)).not.toHaveProperty('source');
  });

  it.each([
    ['<text font-size="9" font-family="Arial, sans-serif">A</text>', 'sets words in Arial, which the style does not name (line 1)'],
    ['<text font-family="source-sans-3">A</text>', 'has words without a font-size in units of the view box (line 1)'],
    ['<text font-size="2em" font-family="source-sans-3">A</text>', 'has words without a font-size in units of the view box (line 1)'],
    [`<text font-weight="900" ${sans}>A</text>`, 'sets words in source-sans-3 900, which there is not (line 1)'],
    [`<text ${sans}>港</text>`, 'has 港, of which source-sans-3 has no glyph (line 1)'],
    [`<text x="960" y="90" ${sans}>A</text>`, 'has words that reach over its edge (line 1)'],
    [`<text x="60" y="30" ${sans}>A</text>`, 'has words that reach over its edge (line 1)'],
    [`<text x="1 2" ${sans}>A</text>`, 'has a place of words that is no single number (line 1)'],
    [`<text ${sans}><tspan dx="2">A</tspan></text>`, 'has dx, which is not set (line 1)'],
    [`<text style="letter-spacing: 2px" ${sans}>A</text>`, 'has letter-spacing, which is not set (line 1)'],
    [`<text ${sans}>${'A '.repeat(1001)}</text>`, 'has more than 2000 letters in one text (line 1)'],
  ])('are refused where they could not be set so: %s', (inside, message) => {
    expect(() => readSvg(svg(inside), faces)).toThrow(message);
  });
});
