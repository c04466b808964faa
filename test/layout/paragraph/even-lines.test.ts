// Turn paragraphs into the lines that look most alike: how room is shared, and ways without rivers found where the best has one.
import { describe, expect, test } from 'vitest';
import { composeParagraph } from '../../../src/layout/paragraph/compose-lines.ts';
import { riversIn } from '../../../src/layout/paragraph/rivers.ts';
import { type SharedLine, shareRoom } from '../../../src/layout/paragraph/share-room.ts';
import { inlines, origins, paragraph, realComposition, runsOf, textOf } from '../../support/compose.ts';

const giving = { letterShrink: 0.01, letterStretch: 0.02, widening: 0.02 };
const line = (slack: number, more: Partial<SharedLine> = {}): SharedLine => ({
  letters: 70,
  words: 14,
  drawn: 40,
  slack,
  filled: true,
  ...more,
});
/** What a line takes in all. */
const taken = ({ letters, words, drawn }: SharedLine, { letter, word, wider }: { letter: number; word: number; wider: number }): number =>
  letters * letter + words * word + drawn * wider;
const difference = (a: { letter: number } | undefined, b: { letter: number } | undefined): number => Math.abs(a!.letter - b!.letter);

describe('the room of a line', () => {
  test('is taken in full, by words, letters and glyphs in one direction', () => {
    const lines = [line(1.2), line(-0.9), line(0.4)];
    const rooms = shareRoom(lines, giving);
    for (const [i, each] of lines.entries()) expect(taken(each, rooms[i]!)).toBeCloseTo(each.slack, 9);
    expect(rooms[0]!.letter).toBeGreaterThan(0);
    expect(rooms[0]!.wider).toBeGreaterThan(0);
    expect(rooms[1]!.letter).toBeLessThan(0);
    expect(rooms[1]!.wider).toBeLessThan(0);
  });

  test('goes past no limit, and words take what is left', () => {
    for (const slack of [-2.6, 4.4]) {
      const [room] = shareRoom([line(slack), line(0)], giving);
      expect(room!.letter).toBeGreaterThanOrEqual(-0.0101);
      expect(room!.letter).toBeLessThanOrEqual(0.0301);
      expect(Math.abs(room!.wider)).toBeLessThanOrEqual(0.0201);
      expect(room!.word).toBeGreaterThanOrEqual(-0.0831);
      expect(room!.word).toBeLessThanOrEqual(0.1501);
      expect(taken(line(slack), room!)).toBeCloseTo(slack, 9);
    }
  });

  test('a torn line below a squeezed one: letters of both agree as far as each can be filled', () => {
    const rooms = shareRoom([line(3.6), line(-1.6), line(3.4)], giving);
    expect(difference(rooms[0], rooms[1])).toBeLessThanOrEqual(0.0121);
    expect(difference(rooms[1], rooms[2])).toBeLessThanOrEqual(0.0121);
    // Where words and glyphs alone would not fill a line its letters move, whatever stands above.
    const torn = shareRoom([line(-2.6), line(4.6)], giving);
    expect(difference(torn[0], torn[1])).toBeGreaterThan(0.0121);
    expect(taken(line(4.6), torn[1]!)).toBeCloseTo(4.6, 9);
  });

  test('the last line keeps its word spaces and the width of its glyphs', () => {
    expect(shareRoom([line(1), line(20, { filled: false })], giving)[1]).toMatchObject({ word: 0, wider: 0 });
  });

  test('without anything that gives, words take all', () => {
    const [room] = shareRoom([line(1.4)], { letterShrink: 0, letterStretch: 0, widening: 0 });
    expect(room).toEqual({ letter: 0, word: expect.closeTo(0.1, 9), wider: 0 });
  });
});

describe('rivers', () => {
  test('are spaces of four lines in a band of two fifths of an em', () => {
    expect(riversIn([[5], [5.3], [5.1], [5.2]])).toBe(1);
    expect(riversIn([[5], [5.3], [5.1]])).toBe(0);
    expect(riversIn([[5], [5.3], [5.1], [5.5]])).toBe(0);
    expect(riversIn([[5], [5.3], [5.1], [5.2], [5.2], [5.2]])).toBe(1);
    expect(
      riversIn([
        [1, 5],
        [1.2, 5.3],
        [1.1, 5.1],
        [1, 5.2],
      ]),
    ).toBe(2);
  });

  test('are gone where another good way has none, and glyphs are wider by a fiftieth at most', () => {
    const prose =
      'In a response to the recent rapid increase in Internet traffic, the Company continues to upgrade its domestic backbone networks, and ' +
      'added capacity between the largest cities in the quarter under review. The network structure is being strengthened step by step, so ' +
      'that the quality of service that customers ask for is kept while traffic grows from one quarter to the next, in Japan and abroad. ' +
      'Costs of lines and of equipment grew less than revenues did, and the Company expects that to go on in the second half of the year.';
    const set = (ems: number) => composeParagraph(inlines(prose), paragraph(ems, { lang: 'en' }), realComposition({ en: giving }));
    let rivers = 0;
    let widened = 0;
    for (let ems = 38; ems <= 48; ems += 0.5) {
      const lines = set(ems);
      rivers += riversIn(
        lines.map((each) => {
          const glyphs = origins(each).slice(0, textOf(each).trimEnd().length);
          return glyphs.flatMap(({ text, x }, i) => (text === ' ' && glyphs[i + 1] ? [(x + glyphs[i + 1]!.x) / 20] : []));
        }),
      );
      for (const each of lines.slice(0, -1)) {
        expect(each.width / 10).toBeCloseTo(ems, 2);
        const stretch = runsOf(each)[0]!.stretch ?? 1;
        expect(Math.abs(stretch - 1)).toBeLessThanOrEqual(0.0201);
        if (stretch !== 1) widened++;
      }
    }
    expect(widened).toBeGreaterThan(50);
    expect(rivers).toBe(0);
  });
});
