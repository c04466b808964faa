import { describe, expect, it } from 'vitest';
import type { GlyphRun, PageItem } from '../../../src/model/page.ts';
import { readText } from '../../../src/pdf/engine/open-pdf.ts';
import { handSetPdf } from '../../support/hand-set-pdf.ts';
import { readObjects } from '../../support/pdf-objects.ts';
import { realFonts } from '../../support/real-fonts.ts';
import { has, needing, popplerText } from '../../support/tools.ts';

const metrics = realFonts.get('noto-sans-jp-400')!;
/** A loss as J-GAAP statements print it, in place of (1,592). */
const withTriangle = (sign: string) => (items: readonly PageItem[]) =>
  items.map((item): PageItem => {
    if (item.kind !== 'glyphs' || !('element' in item.owner) || item.owner.element !== 't.r2.c1') return item;
    const [first, ...rest] = item.glyphs.slice(0, -1);
    const glyphs: GlyphRun['glyphs'] = [{ ...first!, id: metrics.glyph(sign.codePointAt(0)!), text: sign }, ...rest];
    return { ...item, glyphs };
  });

describe('a triangle before a loss', () => {
  it.each(['△', '▲'])('says minus to whoever reads the page: %s', async (sign) => {
    const pdf = await handSetPdf({ alter: withTriangle(sign) });
    expect((await readText(pdf))[0]).toContain('−1,592');
  });

  it.skipIf(!has('pdftotext'))(needing('pdftotext', 'says it to another reader'), async () => {
    expect(popplerText(await handSetPdf({ alter: withTriangle('△') }), 'raw')[0]).toContain('−1,592');
  });

  it.skipIf(!has('qpdf'))(needing('qpdf', 'is the only replacement: the figure after it stays itself'), async () => {
    const { catalog, dict, stream } = readObjects(await handSetPdf({ alter: withTriangle('△') }));
    const [page] = dict(catalog['/Pages'])['/Kids'] as readonly string[];
    const content = stream(dict(page)['/Contents']).toString('latin1');
    const [, replaced, ...more] = content.split('/Span<</ActualText(\xfe\xff"\x12)>>BDC\n');
    expect(more).toEqual([]);
    expect(replaced).toMatch(/^\[\([^)]{1,2}\)(-?\d+)?\]TJ\nEMC\n\[\(1,592\)/);
  });
});
