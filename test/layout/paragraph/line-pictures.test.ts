import { describe, expect, test } from 'vitest';
import { composeParagraph, setLine } from '../../../src/layout/paragraph/compose-lines.ts';
import type { Line, OwnedInline, ParagraphSpec } from '../../../src/layout/paragraph/line.ts';
import { inlines, paragraph, squareComposition, text } from '../../support/compose.ts';
import { linePicture, pictureOf } from '../../support/line-picture.ts';

/** A picture among the words: as wide as it is high. */
const mark = { text: '', picture: linePicture() };

/** The characters of each line, its pictures as ▣. */
function lines(parts: readonly OwnedInline[], em: number, more: Partial<ParagraphSpec> = {}): string[] {
  return composeParagraph(parts, paragraph(em, more), squareComposition()).map(shown);
}

const shown = ({ marks }: Line): string =>
  marks.map((each) => (each.kind === 'picture' ? '▣' : each.glyphs.map((glyph) => glyph.text).join(''))).join('');

const pictureIn = (line: Line) => line.marks.find((each) => each.kind === 'picture')!;

describe('a picture beside ideographs', () => {
  test('is as high as one and stands in its em box', () => {
    const picture = pictureIn(setLine(inlines('国', mark, '国'), text, squareComposition()));
    expect(picture).toMatchObject({ x: 10, width: 10, height: 10, owner: { element: 'ja.1' }, alt: 'a mark' });
    expect(picture.y).toBeCloseTo(-8.8, 9);
  });

  test('is as wide as its height makes it, and what follows stands beside it', () => {
    const wide = { text: '', picture: linePicture({ picture: pictureOf(30, 20), height: 1.2 }) };
    const line = setLine(inlines('国', wide, '国'), text, squareComposition());
    expect(pictureIn(line)).toMatchObject({ x: 10, width: 18, height: 12 });
    // From the middle of the em box up and down.
    expect(pictureIn(line).y).toBeCloseTo(-3.8 - 6, 9);
    expect(line.marks[2]?.x).toBeCloseTo(28, 9);
    expect(line.width).toBeCloseTo(38, 9);
  });

  test('stands a quarter em from letters, and solid beside punctuation', () => {
    const at = (line: Line): number[] => line.marks.map(({ x }) => Math.round(x * 100) / 100);
    expect(at(setLine(inlines('a', mark, 'a'), text, squareComposition()))).toEqual([0, 7.5, 20]);
    expect(at(setLine(inlines('「', mark, '」'), text, squareComposition()))).toEqual([-5, 5, 15]);
  });

  test('begins and ends lines as a character does', () => {
    expect(lines(inlines('国国国国', mark, '国国国国'), 4)).toEqual(['国国国国', '▣国国国', '国']);
    expect(lines(inlines('国国国', mark, '国国国国'), 4)).toEqual(['国国国▣', '国国国国']);
    expect(lines(inlines('国国国国', mark, '。国国国国'), 5)).toEqual(['国国国国', '▣。国国国', '国']);
    expect(lines(inlines('国国国（', mark, '）国国国国国'), 4)).toEqual(['国国国', '（▣）国', '国国国国']);
    // A word joiner keeps it with its neighbour.
    expect(lines(inlines('国国国国\u2060', mark, '国国'), 4)).toEqual(['国国国', '国▣国国']);
  });
});

describe('a picture beside letters', () => {
  const en = { lang: 'en', align: 'left' } as const;
  test('is as high as a capital and stands on the baseline', () => {
    const picture = pictureIn(setLine(inlines('ab ', mark, ' ab'), { ...text, lang: 'en' }, squareComposition()));
    expect(picture).toMatchObject({ height: 7, width: 7 });
    expect(picture.y).toBeCloseTo(-7, 9);
    expect(picture.x).toBeCloseTo(12.5, 9);
  });

  test('belongs to what stands at it without a space', () => {
    expect(lines(inlines('abcd ab', mark, 'ab abc'), 4, en)).toEqual(['abcd ', 'ab▣ab ', 'abc']);
    expect(lines(inlines('abcd abc ', mark, ', abc'), 4.2, en)).toEqual(['abcd abc ', '▣, abc']);
    expect(lines(inlines('abcd (', mark, ') abc'), 3.8, en)).toEqual(['abcd ', '(▣) abc']);
  });

  test('parts from another picture, and from words behind a space', () => {
    expect(lines(inlines('abcd ', mark, ' ', mark, ' abc'), 2.3, en)).toEqual(['abcd ', '▣ ▣ ', 'abc']);
    expect(lines(inlines(mark, mark, mark, mark), 1.5, en)).toEqual(['▣▣', '▣▣']);
  });

  test('keeps its shape where letters are drawn wider', () => {
    const composition = squareComposition({ en: { widening: 0.02 } });
    const words = inlines(...Array.from({ length: 30 }, () => ['abcd efg ', mark, ' hi ']).flat());
    const set = composeParagraph(words, paragraph(21, { lang: 'en' }), composition);
    const pictures = set.flatMap(({ marks }) => marks.filter((each) => each.kind === 'picture'));
    expect(set.some(({ marks }) => marks.some((each) => each.kind === 'glyphs' && each.stretch !== undefined))).toBe(true);
    expect(pictures).toHaveLength(30);
    for (const { width, height } of pictures) expect(width).toBeCloseTo(height, 9);
  });
});

describe('a picture in a line', () => {
  test('is an artifact where it only decorates, and leads where its link leads', () => {
    const decoration = { text: '', picture: linePicture({ alt: '' }) };
    const linked = { ...mark, href: 'https://www.example.com/' };
    const line = setLine(inlines(decoration, linked), text, squareComposition());
    expect(line.marks).toMatchObject([{ owner: { artifact: 'picture' } }, { owner: { element: 'ja.1' }, href: linked.href }]);
    expect(line.marks[0]).not.toHaveProperty('alt');
  });

  test('is no higher than its lines stand apart, or a fifth more than the text where nobody says', () => {
    const told = (height: number, leading?: number): readonly string[] => {
      const composition = squareComposition();
      const tall = { text: '', picture: linePicture({ height }) };
      const spec = paragraph(10, leading === undefined ? {} : { leading });
      composeParagraph(inlines('国', tall), spec, composition);
      return composition.findings.map(({ code, message }) => `${code} ${message}`);
    };
    expect([...told(1.2), ...told(1.6, 16), ...told(1.2, 10)]).toEqual([]);
    expect(told(1.25)).toEqual(['layout/overfull-line a picture 1.25 em high does not fit its line: 1.2 em at most']);
    expect(told(1.61, 16)).toEqual(['layout/overfull-line a picture 1.61 em high does not fit its line: 1.6 em at most']);
  });

  test('is named where it is wider than its line', () => {
    const composition = squareComposition();
    composeParagraph(inlines('国', { text: '', picture: linePicture({ picture: pictureOf(50, 10) }) }), paragraph(4), composition);
    expect(composition.findings.map(({ message }) => message)).toEqual(['no line may end in "mark.svg", but 40.0 pt hold no more of it']);
  });

  test('is another text than the same without it, or with another', () => {
    const composition = squareComposition();
    const width = (picture: typeof mark.picture): number => setLine(inlines('国', { text: '', picture }), text, composition).width;
    expect([linePicture(), linePicture({ height: 1.1 }), linePicture({ picture: pictureOf(20, 10, 'other') })].map(width)).toEqual([
      20, 21, 30,
    ]);
  });
});
