// Turn the hand-set release into the facts that rules ask of a file, and hold them against what was asked to be written.
import { beforeAll, describe, expect, it } from 'vitest';
import { type PdfFacts, readPdfFacts } from '../../src/lint/read-pdf-facts.ts';
import { openPages } from '../../src/pdf/content/page-content.ts';
import { PdfFile } from '../../src/pdf/objects/pdf-file.ts';
import { alteredPdf, repackedPdf } from '../support/altered-pdf.ts';
import { handSetPdf } from '../support/hand-set-pdf.ts';
import { has, needing } from '../support/tools.ts';

const factsOf = (pdf: Uint8Array): PdfFacts => {
  const file = new PdfFile(pdf);
  return readPdfFacts(file, openPages(file), pdf.length);
};
let pdf: Uint8Array;
let facts: PdfFacts;
beforeAll(async () => {
  pdf = await handSetPdf();
  facts = factsOf(pdf);
});

describe('facts of a file', () => {
  it('have every link with its words and where it leads', () => {
    const links = facts.pages.flatMap((page) => page.links);
    expect(links.length).toBeGreaterThan(3);
    for (const { target, contents } of links) {
      expect(contents).not.toBe('');
      expect(target).toMatch(/^(page \d+|https:\/\/\S+|mailto:\S+)$/);
    }
    expect(links.map(({ target }) => target)).toEqual(expect.arrayContaining(['mailto:ir@example.org', 'https://www.example.org/ir']));
    for (const { left, right, top, bottom } of links) expect([left < right, top < bottom, top > 0]).toEqual([true, true, true]);
  });

  it('have the outline in order, with pages and heights', () => {
    expect(facts.outline.length).toBeGreaterThan(3);
    const pages = facts.outline.map(({ page }) => page);
    expect([...pages].sort((a, b) => a - b)).toEqual(pages);
    for (const { title, page, top } of facts.outline) {
      expect(title).not.toBe('');
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(facts.pages[page]?.height ?? 0);
    }
  });

  it('have labels, fonts that are cut, both dates, and no colour where none is set', () => {
    expect(facts.labels[0]).toEqual({ page: 0, prefix: '' });
    expect(facts.labels[1]?.prefix).toBe('E-');
    expect(facts.fonts.length).toBeGreaterThan(1);
    for (const font of facts.fonts) expect(font).toMatch(/^[A-Z]{6}\+/);
    expect(facts.dates).toHaveLength(2);
    for (const date of facts.dates) expect(date).toMatch(/^D:\d{14}Z$/);
    expect(facts.pages.map(({ colours }) => colours)).toEqual(facts.pages.map(() => []));
  });

  it.skipIf(!has('qpdf'))(needing('qpdf', 'tell of colours and of links that lead nowhere'), () => {
    const red = factsOf(repackedPdf(pdf, { from: /^BT$/m, to: '1 0 0 rg\nBT' }));
    expect(red.pages.flatMap(({ colours }) => colours)).toEqual([[1, 0, 0]]);
    const lost = factsOf(repackedPdf(pdf, { from: /\/URI \(mailto:[^)]*\)/g, to: '/URI ()' }));
    expect(lost.pages.flatMap(({ links }) => links).some(({ target }) => target === '')).toBe(true);
    // A file that only qpdf packed has another form of cross-references, which is not read.
    expect(() => factsOf(alteredPdf(pdf))).toThrow('none of our files has');
  });
});
