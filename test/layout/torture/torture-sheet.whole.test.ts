// Turn the hardest table into pages that keep every typographic rule, and splits of it into the findings that they deserve.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparePages } from '../../../src/compare/compare-pages.ts';
import { decodePng, encodePng } from '../../../src/compare/page-image.ts';
import { lintInput } from '../../../src/lint/lint-pages.ts';
import type { Document } from '../../../src/model/document.ts';
import type { GlyphRun, Layout, PageItem } from '../../../src/model/page.ts';
import { rasterise } from '../../../src/pdf/engine/open-pdf.ts';
import { renderPdf } from '../../../src/render/pdf/render-pdf.ts';
import { fontFiles } from '../../support/font-files.ts';
import { findings as findingsOf } from '../../support/lint-sample.ts';
import { realFonts } from '../../support/real-fonts.ts';
import { needing } from '../../support/tools.ts';
import { type Torture, tortureSheet } from '../../support/torture-sheet.ts';
import { hasVeraPdf, judgeEach } from '../../support/verapdf.ts';

const sheet = tortureSheet();

async function codes(document: Document, layout: Layout): Promise<readonly string[]> {
  const found = findingsOf(await lintInput(document, layout, sheet.style, realFonts, undefined));
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
    // A narrower glyph for a digit inside of a figure: its neighbours stay where they are.
    const first = sheet.layout.pages[0]?.items.find((item): item is GlyphRun => isOf(item, 't.r1.c1'));
    const narrow = realFonts.get(first?.font ?? '')?.glyph('i'.codePointAt(0) ?? 0) ?? 0;
    const swap = (item: PageItem): PageItem =>
      item === first ? { ...first, glyphs: first.glyphs.map((glyph, i) => (i === 2 ? { ...glyph, id: narrow } : glyph)) } : item;
    const pages = sheet.layout.pages.map((page) => ({ ...page, items: page.items.map(swap) }));
    expect(await codes(sheet.document, { ...sheet.layout, pages })).toEqual(['lint/TL-34']);
  });

  it('stands point below point where a section has several, and whole numbers on the edge of their column', () => {
    const glyphAt = (id: string, is: RegExp): number => originOfLast(sheet.layout, id, is);
    // Rows 9 and 10 have 51.74 and 7.5; row 8 is whole; row 21 is the only one of its section with a point.
    expect(glyphAt('t.r10.c1', /\./)).toBeCloseTo(glyphAt('t.r9.c1', /\./), 2);
    expect(glyphAt('t.r9.c1', /\d/)).toBeCloseTo(glyphAt('t.r11.c1', /\d/), 2);
    expect(glyphAt('t.r8.c1', /\d/)).toBeCloseTo(glyphAt('t.r9.c1', /\d/), 2);
    expect(glyphAt('t.r21.c1', /\d/)).toBeCloseTo(glyphAt('t.r22.c1', /\d/), 2);
    // In another column of rows 9 and 10 one of the two is nil: its whole numbers stand as those of the first.
    expect(glyphAt('t.r9.c6', /\d/) - glyphAt('t.r8.c6', /\d/)).toBeCloseTo(glyphAt('t.r9.c1', /\d/) - glyphAt('t.r8.c1', /\d/), 2);
  });

  it('ends the figures per share at the digits of the result above them', () => {
    const edge = (id: string): number => originOfLast(sheet.layout, id, /\d/);
    for (const row of [116, 117, 118, 119]) expect(edge(`t.r${row}.c1`)).toBeCloseTo(edge('t.r115.c1'), 2);
  });

  it('looks as approved', async () => {
    await looksApproved(sheet, 'torture-sheet');
  });
});

/** Where the last such glyph stands in the first run of an element that has one, in points from the edge of the page. Throws where none has. */
function originOfLast({ pages }: Layout, element: string, is: RegExp): number {
  for (const item of pages.flatMap(({ items }) => items)) {
    if (item.kind !== 'glyphs' || !isOf(item, element)) continue;
    const last = item.glyphs.findLastIndex(({ text }) => is.test(text));
    if (last >= 0) return item.x + item.offsets[last]!;
  }
  throw new Error(`no glyph of ${element} is such a one: ${is}`);
}

const isOf = (item: PageItem, element: string): boolean =>
  item.kind === 'glyphs' && 'element' in item.owner && item.owner.element === element;

/** Compares the statement's pages with their approved pictures. */
async function looksApproved({ document, layout }: Torture, name: string): Promise<void> {
  const images = await rasterise(await renderPdf(document, layout, realFonts, fontFiles));
  const written: string[] = [];
  images.forEach((image, index) => {
    if (!layout.pages[index]?.frames.some(({ role }) => role === 'table')) return;
    const file = join(import.meta.dirname, `${name}-${index + 1}.png`);
    if (existsSync(file)) expect(comparePages(decodePng(readFileSync(file)), image).same, file).toBe(true);
    else {
      writeFileSync(file, encodePng(image));
      written.push(file);
    }
  });
  if (written.length > 0) throw new Error(`first pictures were written: look at them before you commit them\n${written.join('\n')}`);
}

const errorsOf = async ({ document, layout, style }: Torture): Promise<readonly string[]> =>
  findingsOf(await lintInput(document, layout, style, realFonts, undefined)).filter((finding) => finding.startsWith('error'));

/** Pages on which an element is printed as itself. */
const pagesOf = ({ layout }: Torture, element: string): readonly number[] =>
  layout.pages.filter(({ items }) => items.some((item) => isOf(item, element))).map(({ index }) => index);

describe('a statement with columns too many for an upright page', () => {
  const turned = tortureSheet({ rows: 30, groups: 1 });

  it('stands on a turned page, alone with its titles and notes', () => {
    expect(turned.findings).toEqual([]);
    expect(turned.layout.pages.map(({ width, height }) => [width, height])).toEqual([
      [595.28, 841.89],
      [841.89, 595.28],
      [595.28, 841.89],
    ]);
    expect(['before', 'title', 't.caption', 't.r0.label', 't.r29.c11', 'note', 'after'].map((element) => pagesOf(turned, element))).toEqual(
      [[0], [1], [1], [1], [1], [1], [2]],
    );
  });

  it('has its folio in the middle of its foot', () => {
    const [upright, page] = turned.layout.pages.map(({ items, width, height }) => {
      const folio = items.find((item) => item.kind === 'glyphs' && 'artifact' in item.owner && item.owner.artifact === 'footer');
      return { foot: height - (folio?.y ?? 0), off: (folio?.x ?? 0) - width / 2 };
    });
    expect(page?.foot).toBeCloseTo(upright?.foot ?? 0, 5);
    expect(page?.off).toBeCloseTo(upright?.off ?? 0, 1);
  });

  it('keeps every typographic rule and looks as approved', async () => {
    expect(await errorsOf(turned)).toEqual([]);
    await looksApproved(turned, 'turned');
  });
});

describe('a statement with columns too many for any page', () => {
  const split = tortureSheet({ rows: 30, groups: 4 });

  it('goes on with whole groups of columns below, its labels and captions repeated as artifacts', async () => {
    expect(split.findings).toEqual([]);
    expect(pagesOf(split, 't.r1.label')).toHaveLength(1);
    const repeats = split.layout.pages.flatMap(({ items }) =>
      items.filter((item) => item.kind === 'glyphs' && 'artifact' in item.owner && item.owner.artifact === 'repeated-head'),
    );
    const words = repeats.map((item) => (item.kind === 'glyphs' ? item.glyphs.map(({ text }) => text).join('') : '')).join('|');
    for (const text of ['Item 1', 'Thousands of yen', 'Statement of everything (continued)']) expect(words).toContain(text);
    const y = (element: string): number =>
      Math.max(
        ...split.layout.pages.flatMap((page) => page.items.filter((item) => isOf(item, element)).map((run) => run.y + 1e4 * page.index)),
      );
    // A group keeps its columns on one line; the last group stands below the first.
    for (const group of [0, 1, 2, 3]) expect(y(`t.r1.c${9 + 3 * group}`)).toBe(y(`t.r1.c${11 + 3 * group}`));
    expect(y('t.r1.c20')).toBeGreaterThan(y('t.r29.c0'));
    expect(await errorsOf(split)).toEqual([]);
  });

  it('looks as approved', async () => {
    await looksApproved(split, 'split');
  });

  it('is refused where one head holds all columns together', () => {
    const { findings } = tortureSheet({ rows: 30, groups: 4, joined: true });
    expect(findings.map(({ severity, code, message }) => `${severity} ${code} ${message}`)).toEqual([
      expect.stringMatching(
        /^error layout\/table-too-wide table t needs \d+\.\d pt at its smallest size of 7 pt, the page holds 510\.2 pt, turned 756\.9 pt$/,
      ),
    ]);
  });

  it.skipIf(!hasVeraPdf)(needing('veraPDF', 'is PDF/UA-1 and PDF/A-2a, turned and split'), { timeout: 120_000 }, async () => {
    const sheets = new Map<string, Torture>([
      ['upright', sheet],
      ['turned', tortureSheet({ rows: 30, groups: 1 })],
      ['split', split],
    ]);
    const files = new Map<string, Uint8Array>();
    for (const [name, { document, layout }] of sheets) files.set(name, await renderPdf(document, layout, realFonts, fontFiles));
    for (const [name, verdict] of judgeEach(files, ['ua1', '2a'])) expect(verdict, name).toEqual({ ua1: [], '2a': [] });
  });
});
