// Files as large as may be: compared to the end and the same every time, or refused with the limit; never called the same.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { alignPages } from '../../src/compare/align-pages.ts';
import { compareBuilds } from '../../src/compare/compare-builds.ts';
import type { ReportedVersion } from '../../src/compare/report/diff-report.ts';
import { renderDiffReport } from '../../src/compare/report/render-diff-report.ts';
import type { Version } from '../../src/compare/version.ts';
import { comparingLimits, readingLimits } from '../../src/model/limits.ts';
import { readPdf } from '../../src/pdf/engine/read-pdf.ts';
import { pdfOfPages, wordsPage } from '../scripts/large-pdfs.mjs';
import { runCommand } from '../support/run-command.ts';
import { seeded } from '../support/seeded-random.ts';

const folder = mkdtempSync(join(tmpdir(), 'kessan-large-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const letters = 'abcdefghijklmnopqrstuvwxyz';
/** Pages of words by seed, and the same with every third word another. */
function pages(seed: number, count: number, words: number): { readonly old: readonly string[][]; readonly now: readonly string[][] } {
  const { below } = seeded(seed);
  const word = () => Array.from({ length: 2 + below(6) }, () => letters[below(26)]).join('');
  const old = Array.from({ length: count }, () => Array.from({ length: words }, word));
  return { old, now: old.map((page) => page.map((each) => (below(3) === 0 ? word() : each))) };
}

/** A version without images, of words in lines. */
const version = (name: string, texts: readonly (readonly string[])[]): Version => ({
  name,
  altered: [],
  pages: texts.map((page) => ({
    width: 595,
    height: 842,
    words: page.map((text, index) => ({ text, x: (index % 20) * 28, y: Math.floor(index / 20), width: 25, height: 1 })),
  })),
});

describe('a comparison of large files', () => {
  it('of forty pages of four thousand words takes seconds, and is the same every time', () => {
    const { old, now } = pages(1, 40, 4000);
    const started = process.cpuUsage();
    const differences = compareBuilds(version('old', old), version('new', now));
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(10_000);
    expect(differences.counts.text).toBe(40);
    for (const change of differences.changes) {
      expect(change.new.length).toBeLessThanOrEqual(comparingLimits.marks);
      const edits = change.kind === 'page-text' ? change.edits : [];
      // A third of the words, in stretches: told one by one, not as one.
      expect(edits.length).toBeGreaterThan(600);
    }
    expect(compareBuilds(version('old', old), version('new', now))).toEqual(differences);
  }, 60_000);

  it('finds a page put in among hundreds that all differ', () => {
    const { old, now } = pages(2, 300, 60);
    const texts = (list: readonly (readonly string[])[]) => list.map((page) => page.join(' '));
    const [extra] = pages(3, 1, 60).old;
    const matches = alignPages(texts(old), [...texts(now.slice(0, 5)), (extra ?? []).join(' '), ...texts(now.slice(5))]);
    expect(matches.filter((match) => match.old === undefined)).toEqual([{ new: 5 }]);
    for (const { old: i, new: j } of matches) if (i !== undefined) expect(j).toBe(i < 5 ? i : i + 1);
  });

  it('says different when its effort ends before the words do', () => {
    const { old, now } = pages(4, 60, 8000);
    const { counts } = compareBuilds(version('old', old), version('new', now));
    expect(counts.text).toBe(60);
  }, 60_000);

  it('gives a report that is bounded, and says what it leaves out', () => {
    const box = (page: number) => ({ page, x: 1, y: 1, width: 5, height: 5 });
    const changes = Array.from({ length: 5000 }, (_, index) => ({
      id: `unexplained-${index + 1}`,
      class: 'unexplained' as const,
      kind: 'image' as const,
      summary: `mark ${index}`,
      old: [box(1)],
      new: [box(1)],
    }));
    const picture = { width: 595, height: 842, png: new Uint8Array(10) };
    const side = (name: string): ReportedVersion => ({
      name,
      file: { sha256: name, bytes: 1, others: [] },
      pages: 2,
      pictures: new Map([[1, picture]]),
      inKana: false,
      altered: [],
    });
    const report = renderDiffReport({
      differences: {
        old: 'a',
        new: 'b',
        depth: 'pages',
        counts: { ordered: 0, consequential: 0, text: 0, layout: 0, file: 0, unexplained: 5000 },
        changes,
        pages: [
          { old: 1, new: 1, changes: changes.map(({ id }) => id) },
          { old: 2, new: 2, changes: ['unexplained-1'] },
        ],
      },
      old: side('a'),
      new: side('b'),
      sameBytes: false,
      dpi: 96,
      ignore: [],
      alikePages: 0,
    });
    expect(report.match(/<li id="item-/g)?.length).toBe(comparingLimits.reportedChanges);
    expect(report).toContain('3,000 more are not listed: a report lists 2,000 of a class.');
    expect(report.match(/class="mark /g)?.length).toBe(2 * comparingLimits.reportedMarks);
    expect(report).toContain('1 of them are told without their images');
  });
});

describe('a file that is too large', () => {
  it('is refused by its words, and by the bytes of its images, each limit by name', async () => {
    const words = Array.from({ length: 60_000 }, (_, index) => letters[index % 26] ?? '');
    const page = wordsPage(words, { perLine: 300, size: 0.6, lead: 4 });
    await expect(readPdf(pdfOfPages(Array.from({ length: 18 }, () => page)))).rejects.toThrow(
      `its first 17 pages have more than ${readingLimits.fileWords} words in all`,
    );
    const { below } = seeded(5);
    const noise = Buffer.from(Uint8Array.from({ length: 600 * 800 }, () => below(256))).toString('latin1');
    const picture = `q 595 0 0 842 0 0 cm BI /W 600 /H 800 /CS /G /BPC 8 ID ${noise} EI Q`;
    await expect(readPdf(pdfOfPages(Array.from({ length: 90 }, () => picture)), 96)).rejects.toThrow(
      new RegExp(
        `^images of its first \\d\\d pages need more than ${readingLimits.fileImageBytes} bytes in all: compare at fewer dots an inch$`,
      ),
    );
  }, 60_000);

  it('is told by the command with exit 2', async () => {
    const file = join(folder, 'words.pdf');
    const words = Array.from({ length: 120_000 }, (_, index) => letters[index % 26] ?? '');
    writeFileSync(file, pdfOfPages([wordsPage(words, { perLine: 600, size: 0.4, lead: 4 })]));
    const { code, err, out } = await runCommand(['diff', file, file]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/words\.pdf cannot be read: page 1 has \d+ characters, and 200000 are read/);
  });

  it('is reported on within the limits of a report', async () => {
    const { old, now } = pages(6, 3, 50);
    const [a, b] = [join(folder, 'old.pdf'), join(folder, 'new.pdf')];
    writeFileSync(a, pdfOfPages(old.map((page) => wordsPage(page))));
    writeFileSync(b, pdfOfPages(now.map((page) => wordsPage(page))));
    const report = join(folder, 'report');
    expect((await runCommand(['diff', a, b, '--report', report, '--dpi', '600'])).code).toBe(1);
    // A page has 35 million pixels: drawn smaller, and six of twenty million are the whole budget.
    const html = readFileSync(join(report, 'index.html'), 'utf8');
    expect(html.match(/data:image\/png/g)?.length).toBe(comparingLimits.reportPixels / 20_000_000);
  }, 60_000);
});
