// Rules and fills that move with the lines near them are no strange marks, as they may fall on other pixels; one that does not move with them is.
import { describe, expect, it } from 'vitest';
import { compareBuilds } from '../../../src/compare/compare-builds.ts';
import type { Version } from '../../../src/compare/version.ts';
import { startEngine } from '../../../src/pdf/engine/pdf-engine.ts';
import { type PackedPage, unpackPage } from '../../../src/pdf/engine/pdf-page.ts';
import { readAll } from '../../../src/pdf/engine/read-document.ts';
import { pdfOfPages } from '../../scripts/large-pdfs.mjs';

const line = (words: string, y: number): string => `BT /F1 10 Tf 60 ${y.toFixed(2)} Td (${words}) Tj ET`;
const fill = (x: number, y: number, width: number, height: number): string => `0.5 g ${x} ${y.toFixed(2)} ${width} ${height} re f 0 g`;

/** What is drawn below the words of a table: rules of half a point under each row, and two bars far below the last. */
const drawn = (rows: readonly string[], top: number, [left, right] = [105.75, 46.5]): readonly string[] => [
  ...rows.map((_, index) => fill(57, top - 15.25 * index - 5.2, 482, 0.5)),
  fill(57, top - 15.25 * rows.length - 60, left ?? 0, 8.25),
  fill(166.5, top - 15.25 * rows.length - 60, right ?? 0, 8.25),
];

const rows = ['margin consolidated 5,953,302', 'total cost 7,194,374', 'segment dividend 3,746,093', 'network liabilities 9,235,257'];
const table = (top: number): readonly string[] => rows.map((row, index) => line(row, top - 15.25 * index));

/** Two lines of text, and a third in the new file: all below it stands `down` points lower. */
const page = (more: readonly string[], content: readonly string[]): Uint8Array =>
  pdfOfPages([[line('income services flows quarter', 760), line('enterprise prior results', 748), ...more, ...content].join('\n')]);
const third = line('words that were put in', 736);
const [before, after] = [700, 700 - 12.4];

async function version(name: string, bytes: Uint8Array): Promise<Version> {
  const packed: PackedPage[] = [];
  await readAll(await startEngine(), { bytes, dpi: 96 }, async (message) => {
    if (message.kind === 'page') packed.push(message.page);
  });
  return { name, altered: [], pages: packed.map(unpackPage) };
}

const unexplained = async (now: Uint8Array, old = page([], [...table(before), ...drawn(rows, before)])): Promise<number> =>
  compareBuilds(await version('old', old), await version('new', now)).counts.unexplained;

describe('what is drawn beside lines that moved', () => {
  it('is told with them: rules that take two rows of pixels where they took one, bars far from any line', async () => {
    // By each of these the rules fall otherwise on the pixels.
    for (const down of [12.4, 12.1, 11.75, 22.5, 7.3]) {
      const top = before - down;
      expect(await unexplained(page([third], [...table(top), ...drawn(rows, top)])), `${down} points`).toBe(0);
    }
  });

  it('is told of itself when it does not stand where they do', async () => {
    const rest = drawn(rows, after);
    // A rule that stands three points lower, a rule that is gone, a bar that is longer, and one that is not there.
    const low = [fill(57, after - 15.25 - 8.2, 482, 0.5), ...rest.filter((_, index) => index !== 1)];
    const without = rest.filter((_, index) => index !== 1);
    const longer = drawn(rows, after, [112, 46.5]);
    for (const marks of [low, without, longer, rest.slice(0, -1)])
      expect(await unexplained(page([third], [...table(after), ...marks]))).toBeGreaterThan(0);
  });
});
