// A word that stands where it stood is drawn a pixel aside when another word of its line changes: no strange mark; what is put on it is one.
import { describe, expect, it } from 'vitest';
import { compareBuilds } from '../../src/compare/compare-builds.ts';
import type { Version } from '../../src/compare/version.ts';
import { startEngine } from '../../src/pdf/engine/pdf-engine.ts';
import { type PackedPage, unpackPage } from '../../src/pdf/engine/pdf-page.ts';
import { readAll } from '../../src/pdf/engine/read-document.ts';
import { pdfOfPages } from '../scripts/large-pdfs.mjs';

/** One page with lines as pdfkit writes them: turned upside down twice, and each one row of letters with its kerning. */
const page = (lines: readonly string[], more = ''): Uint8Array =>
  pdfOfPages(
    [
      `1 0 0 -1 0 841.89 cm q 1 0 0 -1 0 841.89 cm\nBT /F1 10 Tf\n${lines.map((line, index) => `1 0 0 1 60 ${(655.79 - 11.56 * index).toFixed(2)} Tm ${line} TJ`).join('\n')}\nET Q\n${more}`,
    ],
    '595.28 841.89',
  );

async function version(name: string, bytes: Uint8Array): Promise<Version> {
  const packed: PackedPage[] = [];
  await readAll(await startEngine(), { bytes, dpi: 96 }, async (message) => {
    if (message.kind === 'page') packed.push(message.page);
  });
  return { name, altered: [], pages: packed.map(unpackPage) };
}

const compare = async (old: Uint8Array, now: Uint8Array) => {
  const [before, after] = [await version('old', old), await version('new', now)];
  return { ...compareBuilds(before, after), before, after };
};

/** `enterprise` with its kerning, then words that differ. */
const enterprise = '[(enter) -30 (pr) -15 (ise ';
const second = '[(expects of total)]';
const before = page([
  `${enterprise}decreased assets compan) 15 (y equity compan) 15 (y 377,230 enter) -30 (pr) -15 (ise the margin decreased results )]`,
  second,
]);
const after = [
  `${enterprise}the margin decreased results tr) 10 (affic re) 30 (v) 25 (en) 10 (ue the oper) 10 (ating mar) -15 (k) 20 (et center enter) -30 (pr) -15 (ise 100,265 )]`,
  second,
];

/** Pixels of the first page that differ within the word. */
function drawnOtherwise(old: Version, now: Version): number {
  const [was, is, word] = [old.pages[0]?.bitmap, now.pages[0]?.bitmap, now.pages[0]?.words[0]];
  if (!was || !is || !word) throw new Error('the page was not drawn');
  const scale = is.width / 595.28;
  let found = 0;
  for (let y = Math.floor(word.y * scale); y < (word.y + word.height) * scale; y++)
    for (let x = Math.floor(word.x * scale); x < (word.x + word.width) * scale; x++)
      if (was.data[y * was.width + x] !== is.data[y * is.width + x]) found++;
  return found;
}

describe('a word before words that changed', () => {
  it('is drawn a pixel aside, and no mark is strange', async () => {
    const found = await compare(before, page(after));
    expect(found.before.pages[0]?.words[0]).toEqual(found.after.pages[0]?.words[0]);
    expect(drawnOtherwise(found.before, found.after)).toBeGreaterThan(20);
    expect([found.counts.text, found.counts.unexplained]).toEqual([1, 0]);
  });

  it('is told of when something is drawn on it', async () => {
    // A line through the word is a path, a blot of many a shape; neither belongs to the letters.
    const { counts } = await compare(before, page(after, '0.2 g 64 181 30 5 re f'));
    expect(counts.unexplained).toBe(1);
  });

  it('has that measure in its own line only: where nothing else changes, a faint dot is told', async () => {
    const { counts } = await compare(page([...after, second]), page([...after, second], '0.6 g 66 213.5 1.5 1.5 re f'));
    expect([counts.text, counts.unexplained]).toEqual([0, 1]);
  });
});
