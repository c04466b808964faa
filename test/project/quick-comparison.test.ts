// A comparison that reads only what may differ finds what one finds that reads and draws everything: altered files of both kinds, by seed.
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { compareBuilds } from '../../src/compare/compare-builds.ts';
import { UsageError } from '../../src/model/finding.ts';
import { endReaders, readPdf } from '../../src/pdf/engine/read-pdf.ts';
import { readPartsOfBoth } from '../../src/pdf/parts/read-parts.ts';
import { compareVersions, type FoundVersion, findVersion } from '../../src/project/compare-versions.ts';
import { parseRecord } from '../../src/project/read-record.ts';
import { pdfOfPages, wordsPage } from '../scripts/large-pdfs.mjs';
import { changedInside, mutantInside } from '../scripts/mutate-inside-pdf.mjs';
import { mutants } from '../scripts/mutate-pdf.mjs';
import { seeded } from '../support/seeded-random.ts';

const build = 'test/earlier/0.1.0/aoba-2026h1';
const sound = Uint8Array.from(readFileSync(`${build}/release.pdf`));
const dpi = 48;
afterAll(endReaders);

const file = (name: string, pdf: Uint8Array): FoundVersion => ({ name, pdf, altered: [] });

/** Everything is read and drawn. Undefined for a file that is refused. */
async function inFull(old: FoundVersion, now: FoundVersion) {
  try {
    // Tags that stand in the same bytes of both say the same, whatever became of their words.
    const [oldParts, newParts] = readPartsOfBoth(old.pdf, now.pdf, { tags: !(old.isBuild && now.isBuild) });
    const [before, after] = await Promise.all(
      [old, now].map(async ({ name, pdf, written, altered }) => ({
        name,
        pages: await readPdf(pdf, dpi),
        parts: pdf === old.pdf ? oldParts : newParts,
        ...(written ? { record: parseRecord(written, name) } : {}),
        altered,
      })),
    );
    return before && after && compareBuilds(before, after);
  } catch {
    return undefined;
  }
}

async function quickly(old: FoundVersion, now: FoundVersion) {
  try {
    const { differences, before, after } = await compareVersions(old, now, { dpi });
    return { differences, pages: [...before.pages, ...after.pages] };
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** Holds the two against each other; answers how many pages needed no reading, and no drawing. */
async function held(old: FoundVersion, now: FoundVersion, name: string): Promise<{ readonly unread: number; readonly undrawn: number }> {
  const [full, quick] = [await inFull(old, now), await quickly(old, now)];
  // A page that both hold alike may be one that is refused: then it has no part in what differs.
  if (full) expect({ ...quick?.differences, remarks: full.remarks }, name).toEqual(full);
  const pages = quick?.pages ?? [];
  return { unread: pages.filter((page) => !page).length, undrawn: pages.filter((page) => page && !page.bitmap).length };
}

describe('a quick comparison', () => {
  it('finds the same in files of ours that were broken inside and outside', async () => {
    const broken = [...Array.from({ length: 10 }, (_, number) => mutantInside([sound], 11, number)), ...mutants([sound], 6, 11)];
    let undrawn = 0;
    for (const { bytes, name } of broken) undrawn += (await held(file('old', sound), file('new', bytes), name)).undrawn;
    expect(undrawn).toBeGreaterThan(60);
  }, 240_000);

  it('finds the same in builds whose file was altered: every page is read, and few are drawn', async () => {
    const found = findVersion(build, process.cwd());
    if (!found) throw new Error('no build');
    let undrawn = 0;
    for (let stream = 0; stream < 40; stream += 5) {
      // A font that is packed anew makes every page one that must be looked at.
      const pdf = changedInside(sound, stream, (content) => (/\bBDC\b[\s\S]*\bEMC\b/.test(content) ? `${content}\n0 0 9 9 re f` : content));
      const answer = await held(found, { ...found, name: 'new', pdf, altered: ['release.pdf'] }, `stream ${stream}`);
      expect(answer.unread, `stream ${stream}`).toBe(0);
      undrawn += answer.undrawn;
    }
    expect(undrawn).toBeGreaterThan(40);
  }, 240_000);

  it('finds the same in files of others, which are read to the last page: those that are alike are not drawn', async () => {
    const { below } = seeded(5);
    const words = Array.from({ length: 6 }, (_, page) => Array.from({ length: 40 }, (_, word) => `w${page}x${word}`));
    const pdf = (pages: readonly (readonly string[])[]) => pdfOfPages(pages.map((page) => wordsPage(page)));
    const old = pdf(words);
    for (let round = 0; round < 6; round++) {
      const changed = words.map((page) => page.map((word) => (below(120) === 0 ? `${word}y` : word)));
      if (round % 2 === 1) changed.splice(below(6), below(2), [`new${round}`, 'page']);
      const { unread } = await held(file('old', old), file('new', pdf(changed)), `round ${round}`);
      expect(unread).toBe(0);
    }
  }, 120_000);
});
