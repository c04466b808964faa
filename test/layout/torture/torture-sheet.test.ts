// Turn the hardest table into pages that keep every typographic rule, and splits of it into the findings that they deserve.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/model/document.ts';
import type { FontMetrics } from '../../../src/model/font.ts';
import type { Layout } from '../../../src/model/page.ts';
import { renderPdf } from '../../../src/render/pdf/render-pdf.ts';
import { comparePages } from '../../../src/verify/compare-pages.ts';
import { lintInput } from '../../../src/verify/lint/lint-pages.ts';
import { decodePng, encodePng } from '../../../src/verify/page-image.ts';
import { rasterise } from '../../../src/verify/rasterise.ts';
import { fontFiles } from '../../support/font-files.ts';
import { findings as findingsOf } from '../../support/lint-sample.ts';
import { realFonts } from '../../support/real-fonts.ts';
import { tortureSheet } from '../../support/torture-sheet.ts';

const sheet = tortureSheet();

async function codes(document: Document, layout: Layout, fonts: ReadonlyMap<string, FontMetrics> = realFonts): Promise<readonly string[]> {
  const found = findingsOf(await lintInput(document, layout, sheet.style, fonts, undefined));
  return [...new Set(found.filter((finding) => finding.startsWith('error')).map((finding) => finding.split(' ')[1] ?? ''))];
}

describe('the torture sheet', () => {
  it('goes on over pages with a warning and no error', () => {
    expect(sheet.findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['warning layout/table-too-tall']);
    expect(sheet.layout.pages.length).toBeGreaterThan(1);
  });

  it('keeps every typographic rule', async () => {
    const found = findingsOf(await lintInput(sheet.document, sheet.layout, sheet.style, realFonts, undefined));
    expect(found.filter((finding) => finding.startsWith('error'))).toEqual([]);
  });

  it('TL-27 tells of a page that does not repeat the heads', async () => {
    const pages = sheet.layout.pages.map((page) => ({
      ...page,
      items: page.items.filter((item) => !(item.kind === 'glyphs' && 'artifact' in item.owner && item.owner.artifact === 'repeated-head')),
    }));
    expect(await codes(sheet.document, { ...sheet.layout, pages })).toEqual(['lint/TL-27']);
  });

  it('TL-26 tells of a total that starts a page', async () => {
    const second = sheet.layout.pages[1];
    const first = second?.items.flatMap((item) => (item.kind === 'glyphs' && 'element' in item.owner ? [item.owner.element] : []))[0];
    const change = (document: Document): Document => ({
      ...document,
      parts: document.parts.map((part) => ({
        ...part,
        sections: part.sections.map((section) => ({
          ...section,
          blocks: section.blocks.map((block) =>
            block.kind === 'table'
              ? { ...block, rows: block.rows.map((row) => (`${row.id}.label` === first ? { ...row, kind: 'total' as const } : row)) }
              : block,
          ),
        })),
      })),
    });
    expect(await codes(change(sheet.document), sheet.layout)).toEqual(['lint/TL-26']);
  });

  it('TL-34 tells of a face whose digits differ', async () => {
    const uneven = new Map([...realFonts].map(([id, face]) => [id, { ...face, tabularDigits: false }]));
    expect(await codes(sheet.document, sheet.layout, uneven)).toEqual(['lint/TL-34']);
  });

  it('looks as approved', async () => {
    const pdf = await renderPdf(sheet.document, sheet.layout, realFonts, fontFiles);
    const [page] = await rasterise(pdf);
    const file = join(import.meta.dirname, 'torture-sheet.png');
    if (!page) throw new Error('the sheet has no page');
    if (!existsSync(file)) {
      mkdirSync(import.meta.dirname, { recursive: true });
      writeFileSync(file, encodePng(page));
      throw new Error('a first picture was written: look at it before you commit it');
    }
    expect(comparePages(decodePng(readFileSync(file)), page).same).toBe(true);
  });
});
