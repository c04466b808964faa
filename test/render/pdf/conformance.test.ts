import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { handSetPdf } from '../../support/hand-set-pdf.ts';
import { needing } from '../../support/tools.ts';
import { hasVeraPdf, judge } from '../../support/verapdf.ts';

describe.skipIf(!hasVeraPdf)(needing('veraPDF', 'a rendered release'), () => {
  it('is PDF/UA-1 and PDF/A-2a at once', async () => {
    expect(judge(await handSetPdf(), ['ua1', '2a'])).toEqual({ ua1: [], '2a': [] });
  });

  it('is judged by someone who says no: a plain file of the same library fails both', async () => {
    const plain = new PDFDocument({ font: null, autoFirstPage: false });
    plain.addPage({ size: [100, 100], margin: 0 }).addContent('10 10 20 20 re f');
    plain.end();
    const chunks: Buffer[] = [];
    for await (const chunk of plain) chunks.push(chunk as Buffer);
    const { ua1, '2a': archive } = judge(Buffer.concat(chunks), ['ua1', '2a']);
    expect(ua1?.join('\n')).toContain('7.1-3');
    expect(archive?.join('\n')).toContain('6.6');
  });
});
