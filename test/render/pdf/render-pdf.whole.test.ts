import { PDFiumLibrary } from '@hyzyla/pdfium';
import { describe, expect, it, vi } from 'vitest';
import type { GlyphRun, PageItem } from '../../../src/model/page.ts';
import { readText } from '../../../src/pdf/engine/open-pdf.ts';
import { handSetPdf } from '../../support/hand-set-pdf.ts';
import { readObjects } from '../../support/pdf-objects.ts';
import { has, needing, popplerText } from '../../support/tools.ts';

const isRun = (item: PageItem): item is GlyphRun => item.kind === 'glyphs';

/** Changes the runs of one owner. */
const alterRuns = (owner: string, change: (run: GlyphRun) => readonly GlyphRun[]) => (items: readonly PageItem[]) =>
  items.flatMap((item): readonly PageItem[] =>
    isRun(item) && 'element' in item.owner && item.owner.element === owner ? change(item) : [item],
  );

describe('the same release', () => {
  it('has the same bytes at any time', async () => {
    const now = await handSetPdf();
    vi.useFakeTimers({ now: new Date('2031-01-02T03:04:05Z'), toFake: ['Date'] });
    try {
      expect(Buffer.from(await handSetPdf()).equals(now)).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it('has another identifier when one glyph moves', async () => {
    const identifier = (pdf: Uint8Array): string => /\/ID\[<([0-9a-f]{32})>/.exec(Buffer.from(pdf).toString('latin1'))![1]!;
    const moved = await handSetPdf({ alter: alterRuns('en.5', (run) => [{ ...run, x: run.x + 0.01 }]) });
    expect(identifier(moved)).not.toBe(identifier(await handSetPdf()));
  });
});

describe('what is not in the document', () => {
  it.each([
    [
      'an owner that no block has',
      alterRuns('en.5', (run) => [{ ...run, owner: { element: 'en.99' } }]),
      'prints "Revenues rose by an increase of 10.9%." for en.99',
    ],
    ['a block that no page shows', alterRuns('ja.3', () => []), 'ja.3 has text that no page shows'],
    ['a mark of a note that is not there', alterRuns('ja.6.1', (run) => [{ ...run, noteRef: 'ja.77' }]), 'refers to note ja.77'],
    ['a link to nowhere', alterRuns('en.5', (run) => [{ ...run, href: '#moon' }]), 'leads to #moon'],
    [
      'a missing glyph',
      alterRuns('en.5', (run) => [{ ...run, glyphs: [{ id: 0, text: '𠮟' }], offsets: [0] }]),
      '.notdef is drawn for "𠮟"',
    ],
    ['an unknown font', alterRuns('en.5', (run) => [{ ...run, font: 'papyrus' }]), 'font papyrus'],
  ])('is refused: %s', async (_, alter, message) => {
    await expect(handSetPdf({ alter })).rejects.toThrow(message);
  });
});

describe('glyphs drawn wider', () => {
  it('are read as the same text, by scaling that is written once and ends with them', async () => {
    const wider = alterRuns('en.5', (run) => [
      { ...run, stretch: 1.02, width: run.width * 1.02, offsets: run.offsets.map((offset) => offset * 1.02) },
    ]);
    const [plain, stretched] = [await handSetPdf(), await handSetPdf({ alter: wider })];
    expect(await readText(stretched)).toEqual(await readText(plain));
    expect(scalings(plain)).toEqual([]);
    expect(scalings(stretched)).toEqual(['102 Tz', '100 Tz']);
  });
});

/** Operators of all pages that scale glyphs. */
function scalings(pdf: Uint8Array): readonly string[] {
  const { catalog, dict, stream } = readObjects(pdf);
  const pages = dict(catalog['/Pages'])['/Kids'] as readonly string[];
  return pages.flatMap(
    (page) =>
      stream(dict(page)['/Contents'])
        .toString('latin1')
        .match(/[\d.]+ Tz/g) ?? [],
  );
}

describe('places of glyphs', () => {
  it('are those of the layout to the pixel, however the glyphs are grouped', async () => {
    // Every glyph alone and in reverse order: no adjustments between glyphs, no clones to carry gaps.
    const alone = (items: readonly PageItem[]): readonly PageItem[] =>
      items.flatMap((item): readonly PageItem[] =>
        isRun(item) ? item.glyphs.map((glyph, i) => ({ ...item, glyphs: [glyph], offsets: [item.offsets[i]!] })).reverse() : [item],
      );
    const together = await rasterise(await handSetPdf());
    const apart = await rasterise(await handSetPdf({ alter: alone }));
    expect(together.length).toBe(3);
    together.forEach((page, i) => {
      expect(differences(page, apart[i]!)).toBe(0);
    });
  });

  it('differ to the pixel when one figure moves by a tenth of a point', async () => {
    const [first] = await rasterise(await handSetPdf());
    const [moved] = await rasterise(await handSetPdf({ alter: alterRuns('t.r3.c2', (run) => [{ ...run, x: run.x + 0.1 }]) }));
    expect(differences(first!, moved!)).toBeGreaterThan(0);
  });
});

const expected = [
  '売上高は106億円です。6ページ目の英文、Private Securities Litigation Reform Act',
  '営業損失は16百万円(1)',
  '2002年度第2四半期の決算発表',
];

describe('extracted text', () => {
  it('has no space where only the quarter em between Japanese and Latin stands: PDFium', async () => {
    const library = await PDFiumLibrary.init();
    const opened = await library.loadDocument(await handSetPdf());
    const text = opened.getPage(0).getText();
    opened.destroy();
    library.destroy();
    for (const line of expected) expect(text).toContain(line);
  });

  it.skipIf(!has('pdftotext')).each(['raw', 'layout'] as const)(needing('pdftotext', 'the same: poppler, %s'), async (mode) => {
    const [page] = popplerText(await handSetPdf(), mode);
    for (const line of expected) expect(page).toContain(line);
  });
});

async function rasterise(pdf: Uint8Array): Promise<readonly Uint8Array[]> {
  const library = await PDFiumLibrary.init();
  const opened = await library.loadDocument(pdf);
  const pages: Uint8Array[] = [];
  for (const page of opened.pages()) pages.push((await page.render({ scale: 2, render: 'bitmap' })).data);
  opened.destroy();
  library.destroy();
  return pages;
}

/** Samples that differ by more than the rounding of a place to a thousandth of a point can make. */
function differences(a: Uint8Array, b: Uint8Array): number {
  expect(a.length).toBe(b.length);
  let count = 0;
  for (let i = 0; i < a.length; i++) if (Math.abs(a[i]! - b[i]!) > 12) count++;
  return count;
}
