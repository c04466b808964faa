// The PDF reader's memory never shrinks, so what it does not free is kept for as long as the process lives.
import { beforeAll, describe, expect, it } from 'vitest';
import { rasterise, readerMemory, readText, withPdf } from '../../../src/pdf/engine/open-pdf.ts';
import { pdfOfPages, wordsPage } from '../../scripts/large-pdfs.mjs';
import { handSetPdf } from '../../support/hand-set-pdf.ts';

let pdf: Uint8Array;
beforeAll(async () => {
  pdf = await handSetPdf();
});

describe("the PDF reader's memory", () => {
  it('stays level however many documents are read, drawn, or refused', async () => {
    const round = async (count: number) => {
      for (let i = 0; i < count; i++) {
        await readText(pdf);
        await rasterise(pdf, 48);
        await expect(withPdf(pdf.subarray(0, 500), () => {})).rejects.toThrow(/damaged|no PDF/);
        await expect(
          withPdf(pdf, ({ text }) => {
            text(0);
            throw new Error('stopped');
          }),
        ).rejects.toThrow('stopped');
      }
    };
    await round(10);
    const early = await readerMemory();
    await round(200);
    expect(await readerMemory()).toBe(early);
  }, 60_000);

  it('is asked for as much as a large file needs, and given back to the next', async () => {
    const words = Array.from({ length: 8000 }, (_, index) => `word${index}`);
    const old = pdfOfPages(Array.from({ length: 12 }, () => wordsPage(words, { perLine: 80, size: 2, lead: 8 })));
    await readText(old);
    const early = await readerMemory();
    await readText(old);
    await readText(old);
    expect(await readerMemory()).toBe(early);
  }, 60_000);

  it('is given back after a picture that needed more than is kept', async () => {
    const large = await withPdf(pdf, ({ draw }) => draw(0, 14));
    expect(large.data.length).toBeGreaterThan(64 << 20);
    expect(await readerMemory()).toBeLessThan(64 << 20);
  }, 60_000);

  it('is let go when a page is not there', async () => {
    await expect(withPdf(pdf, ({ text, pages }) => text(pages))).rejects.toThrow(/^page \d+ is damaged$/);
  });
});
