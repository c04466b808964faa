// Files that nobody vouches for: broken, encrypted, far too large. Pages or a clear refusal, within time; never a crash.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { readingLimits } from '../../../src/model/limits.ts';
import { listenToTraces } from '../../../src/model/run-traces.ts';
import { startEngine } from '../../../src/pdf/engine/pdf-engine.ts';
import { type ReadingMessage, readAll } from '../../../src/pdf/engine/read-document.ts';
import { endReaders, readPdf, readWantedPages } from '../../../src/pdf/engine/read-pdf.ts';
import { UnreadablePdf } from '../../../src/pdf/engine/reader-process.ts';
import { buildRelease } from '../../../src/project/build-release.ts';
import { Session } from '../../../src/session.ts';
import { cases } from '../../scripts/large-pdfs.mjs';
import { mutants } from '../../scripts/mutate-pdf.mjs';
import { inProjectFolder } from '../../support/mini-project.ts';
import { has, needing, withFile } from '../../support/tools.ts';

/** A PDF of empty pages of one size, written by hand. */
function emptyPages(count: number, size: string): Uint8Array {
  const kids = Array.from({ length: count }, () => '3 0 R').join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${count} /Kids [${kids}] >>`,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size}] /Contents 4 0 R >>`,
    stream('', ''),
  ];
  return handWritten(objects);
}

const refusal = async (bytes: Uint8Array, dpi = 96): Promise<string> => {
  const error: unknown = await readPdf(bytes, dpi).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UnreadablePdf);
  return (error as UnreadablePdf).message;
};

describe('a file of somebody else', () => {
  let sound: Uint8Array;
  beforeAll(async () => {
    const { value: built } = await buildRelease(new Session({ place: { root: inProjectFolder().root, issuer: 'mini', release: '1q01' } }));
    if (!built) throw new Error('the small release has errors');
    sound = built.pdf;
  });

  it('is read page by page, with words at their places and an image', async () => {
    const pages = await readPdf(sound, 72);
    expect(pages.length).toBe(2);
    for (const { width, height, words, bitmap } of pages) {
      expect([bitmap?.width, bitmap?.height]).toEqual([Math.round(width), Math.round(height)]);
      expect(words.length).toBeGreaterThan(10);
      for (const word of words)
        expect(word.x >= 0 && word.x + word.width <= width && word.y >= 0 && word.y + word.height <= height).toBe(true);
    }
  });

  it('has its words where their ink is', async () => {
    const [page] = await readPdf(sound, 72);
    const { bitmap, words = [] } = page ?? {};
    if (!bitmap) throw new Error('no image');
    const ink = (x: number, y: number, width: number, height: number) => {
      let dark = 0;
      for (let row = Math.floor(y); row < Math.ceil(y + height); row++)
        for (let column = Math.floor(x); column < Math.ceil(x + width); column++)
          dark += 255 - (bitmap.data[row * bitmap.width + column] ?? 255);
      return dark;
    };
    for (const { text, x, y, width, height } of words) expect(ink(x, y, width, height), text).toBeGreaterThan(0);
  });

  it('is refused when it has too many pages, with the limit named', async () => {
    expect(await refusal(emptyPages(501, '595 842'))).toBe('it has 501 pages, and 500 are read');
    expect((await readPdf(emptyPages(3, '595 842'), 24)).length).toBe(3);
  });

  it('is drawn smaller when a page measures five metres, and says so', async () => {
    const [page] = await readPdf(emptyPages(1, '14173 14173'), 96);
    const { width = 0, height = 0 } = page?.bitmap ?? {};
    expect(width * height).toBeLessThanOrEqual(readingLimits.pagePixels * 1.01);
    expect(page?.reducedTo).toBeGreaterThan(20);
    expect(page?.reducedTo).toBeLessThan(24);
  });

  it('is refused when all its pages together have too many pixels', async () => {
    expect(await refusal(emptyPages(40, '14173 14173'))).toMatch(/first 26 pages have more than 500000000 pixels in all/);
  });

  it('is stopped when a page takes longer than ten seconds', async () => {
    const started = performance.now();
    expect(await refusal(slowPage())).toBe('page 1 takes longer than 10 seconds');
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 40_000);

  it('is stopped when it needs more memory than the reader may have', async () => {
    expect(await refusal(manyObjects())).toMatch(/the reader (failed on it|broke down)|needs more memory/);
  }, 40_000);

  it('is read by the process that read the one before, until one breaks down: the next has another', async () => {
    await endReaders();
    const started: number[] = [];
    listenToTraces((trace) => trace.kind === 'process-started' && started.push(trace.id));
    try {
      for (let i = 0; i < 3; i++) expect((await readPdf(sound, 48)).length).toBe(2);
      expect(started.length).toBe(1);
      // A large file has a reader of another kind, which breaks down here.
      const reading = refusal(slowPage());
      setTimeout(() => process.kill(started.at(-1) ?? 0, 'SIGKILL'), 300);
      expect(await reading).toMatch(/^the reader broke down at (opening it|page 1): it may need more than 256 MB$/);
      const [first, second] = await Promise.all([readPdf(sound, 48), readPdf(sound)]);
      expect([first.length, second.length]).toEqual([2, 2]);
      expect(started.length).toBe(3);
    } finally {
      listenToTraces(() => {});
      await endReaders();
    }
    for (const id of started) expect(() => process.kill(id, 0), `${id}`).toThrow('ESRCH');
  }, 40_000);

  it('is read by a process that ends after it when it was large: a comparison has that memory for itself', async () => {
    await endReaders();
    const kinds: string[] = [];
    const { old } = cases['few-kinds']();
    listenToTraces(({ kind }) => kinds.push(kind));
    try {
      await readPdf(old);
      expect(kinds).toEqual(['process-started', 'process-ended']);
      await readPdf(sound);
      expect(kinds.slice(2)).toEqual(['process-started']);
    } finally {
      listenToTraces(() => {});
      await endReaders();
    }
  }, 40_000);

  it('is read in those pages that are wanted', async () => {
    const [all, second, beyond] = [
      await readPdf(sound, 48),
      await readWantedPages(sound, { dpi: 48, pages: [1] }),
      await readWantedPages(sound, { pages: [1, 7] }),
    ];
    expect(second.map((page) => page?.words)).toEqual([undefined, all[1]?.words]);
    expect(Buffer.from(second[1]?.bitmap?.data ?? []).equals(Buffer.from(all[1]?.bitmap?.data ?? []))).toBe(true);
    expect(beyond.map((page) => page?.bitmap)).toEqual([undefined, undefined]);
    expect([beyond.length, beyond[0], beyond[1]?.words.length]).toEqual([2, undefined, all[1]?.words.length]);
  });

  it('is read no more when nobody waits for it', async () => {
    const stop = new AbortController();
    const reading = readWantedPages(slowPage(), { dpi: 96 }, stop.signal);
    setTimeout(() => stop.abort(), 300);
    await expect(reading).rejects.toThrow('nobody waits for it');
    await expect(readWantedPages(sound, {}, stop.signal)).rejects.toThrow('nobody waits for it');
    expect((await readPdf(sound)).length).toBe(2);
  }, 20_000);

  it.skipIf(!has('qpdf'))(needing('qpdf', 'is refused when it asks for a password'), async () => {
    const locked = withFile(sound, (file) => {
      execFileSync('qpdf', ['--encrypt', 'user', 'owner', '256', '--', file, `${file}.locked`]);
      return readFileSync(`${file}.locked`);
    });
    expect(await refusal(locked)).toBe('it is encrypted and asks for a password');
  });

  it('is read or refused, however it is broken: a hundred files from one seed', async () => {
    let engine = await startEngine();
    const ends = { done: 0, fault: 0 };
    for (const { bytes, name } of mutants([sound], 100, 3)) {
      const messages: ReadingMessage[] = [];
      const started = process.cpuUsage();
      await readAll(engine, { bytes, dpi: 48 }, async (message) => {
        messages.push(message);
      });
      const { user, system } = process.cpuUsage(started);
      const last = messages.at(-1);
      expect(last?.kind, name).toMatch(/^(done|fault)$/);
      expect((user + system) / 1000, name).toBeLessThan(2000);
      if (last?.kind === 'fault') {
        expect(last.message, name).toMatch(/^(it|page|the) \S/);
        if (last.message.includes('failed')) engine = await startEngine();
      }
      if (last?.kind === 'done' || last?.kind === 'fault') ends[last.kind]++;
    }
    expect(ends.done).toBeGreaterThan(10);
    expect(ends.fault).toBeGreaterThan(10);
  }, 60_000);
});

/** A hundred thousand lines across the page, filled at once: short to write, endless to draw. */
function slowPage(): Uint8Array {
  const lines = Array.from({ length: 150_000 }, (_, index) => `${(index * 7) % 595} ${index % 2 === 0 ? 0 : 842} l`).join('\n');
  return handWritten([...onePage, stream('', `0 0 m\n${lines}\nf*\n`.repeat(16))]);
}

/** Three million rectangles in a few kilobytes. */
function manyObjects(): Uint8Array {
  const packed = deflateSync(Buffer.from('1 1 5 5 re f\n'.repeat(3_000_000))).toString('latin1');
  return handWritten([...onePage, stream('/Filter /FlateDecode', packed)]);
}

const onePage: readonly string[] = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
];

/** Objects from 1 on, the first the catalog, with their table. */
function handWritten(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const size = objects.length + 1;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const stream = (entries: string, content: string): string => `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
