// Turn pages that end inside a name into pages that do not, and paragraphs into one line fewer, where their spaces allow it.
import { describe, expect, test } from 'vitest';
import type { PageBoxes } from '../../../src/layout/pagination/break-pages.ts';
import type { Box } from '../../../src/layout/pagination/flow.ts';
import { made } from '../../../src/layout/pagination/marks.ts';
import { saveLines } from '../../../src/layout/pagination/save-lines.ts';
import { composeParagraph } from '../../../src/layout/paragraph/compose-lines.ts';
import { inlines, paragraph, realComposition, runsOf, textOf } from '../../support/compose.ts';

const box = (element: string, parting = false): Box => ({
  kind: 'box',
  height: 10,
  items: made([]),
  frames: [{ element, role: 'paragraph', x: 0, width: 100 }],
  lines: 1,
  onGrid: false,
  heading: false,
  ...(parting && { parting }),
});
const page = (...boxes: readonly Box[]): PageBoxes => ({
  boxes: boxes.map((each, i) => ({ box: each, y: 10 * i, carried: false })),
  white: 0,
});

const parted = [page(box('a'), box('b', true)), page(box('b'))];
const whole = [page(box('a'), box('b')), page(box('b'))];

describe('a page that ends inside a name', () => {
  test('has the paragraph nearest to its foot shortened that lets it end elsewhere', () => {
    const tried: string[] = [];
    const set = (shorter: ReadonlySet<string>) => {
      tried.push([...shorter].join());
      return shorter.has('a') ? whole : parted;
    };
    expect(saveLines(parted, set)).toBe(whole);
    expect(tried).toEqual(['b', 'a']);
  });

  test('stays as it is where no paragraph helps, or only for a page more', () => {
    expect(saveLines(parted, () => parted)).toBe(parted);
    expect(saveLines(parted, () => [...whole, page(box('c'))])).toBe(parted);
  });

  test('is tried no more when it ends well, nor the last page', () => {
    const never = (): never => {
      throw new Error('set again');
    };
    expect(saveLines(whole, never)).toBe(whole);
    expect(saveLines([page(box('a', true))], never)).toHaveLength(1);
  });

  test('keeps what an earlier page has gained', () => {
    const pages = [page(box('a', true)), page(box('b', true)), page(box('b'))];
    const sets: (readonly string[])[] = [];
    const set = (shorter: ReadonlySet<string>) => {
      sets.push([...shorter]);
      return [page(box('a', !shorter.has('a'))), page(box('b', !shorter.has('b'))), page(box('b'))];
    };
    expect(saveLines(pages, set).map(({ boxes }) => boxes.at(-1)?.box.parting)).toEqual([undefined, undefined, undefined]);
    expect(sets).toEqual([['a'], ['a', 'b']]);
  });
});

describe('a paragraph in as few lines as it can be', () => {
  const style = realComposition({ en: { letterShrink: 0.01, letterStretch: 0.02, widening: 0.02 } });
  const words =
    'In the second quarter the company upgraded four of its backbone lines at home. In addition, it upgraded its lines to the ' +
    'west coast to 3.9 gigabits, by securing more capacity between the harbour and the landing place of the cable.';
  const set = (em: number, fewest: boolean, text = words) =>
    composeParagraph(inlines(text), { ...paragraph(em), lang: 'en', indent: 0, ...(fewest && { fewest: true as const }) }, style);

  test('saves a line somewhere, takes never more, and says the same', () => {
    let saved = 0;
    for (let em = 25; em < 55; em += 0.25) {
      const [plain, short] = [set(em, false), set(em, true)];
      expect(short.map(textOf).join('')).toBe(words);
      expect(short.length).toBeLessThanOrEqual(plain.length);
      if (short.length < plain.length) saved++;
    }
    expect(saved).toBeGreaterThan(5);
  });

  test('keeps its word spaces at a sixth of an em or more', () => {
    for (let em = 25; em < 55; em += 0.25) {
      for (const line of set(em, true)) {
        for (const run of runsOf(line)) {
          run.glyphs.forEach((glyph, i) => {
            const next = run.offsets[i + 1];
            if (glyph.text === ' ' && next !== undefined) expect((next - run.offsets[i]!) / run.size).toBeGreaterThan(0.166);
          });
        }
      }
    }
  });
});
