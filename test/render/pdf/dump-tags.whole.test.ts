import { describe, expect, it } from 'vitest';
import { dumpTags } from '../../../src/render/pdf/dump-tags.ts';
import { fontFiles } from '../../support/font-files.ts';
import { handSetPdf } from '../../support/hand-set-pdf.ts';
import { handSetRelease } from '../../support/hand-set-release.ts';
import { dumpStructure, readObjects } from '../../support/pdf-objects.ts';
import { realFonts } from '../../support/real-fonts.ts';
import { buildSample, pdfOf } from '../../support/sample.ts';
import { has, needing } from '../../support/tools.ts';

describe.skipIf(!has('qpdf'))(needing('qpdf', 'the tags as text'), () => {
  it('are those that qpdf finds in the bytes: the hand-set release', async () => {
    const { document, layout } = handSetRelease();
    expect(dumpTags(document, layout, realFonts, fontFiles)).toBe(dumpStructure(readObjects(await handSetPdf())));
  });

  it('are those that qpdf finds in the bytes: the sample', async () => {
    const sample = await buildSample();
    const { document, layout, sources } = sample;
    expect(dumpTags(document, layout, sources.fontMetrics, sources.fonts)).toBe(dumpStructure(readObjects(pdfOf(sample))));
  });
});
