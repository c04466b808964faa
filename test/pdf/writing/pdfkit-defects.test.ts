// Each of these fails when pdfkit mends what src/pdf/writing works around: then the workaround, in pdfkit-writer.ts or in the file named beside it, may go.
import { inflateSync } from 'node:zlib';
import PDFDocument, { type PdfText } from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { fontFiles } from '../../support/font-files.ts';

/** What pdfkit offers beyond the part of it that render uses. */
interface WholePdfkit extends PDFDocument {
  readonly _font: { readonly unicode: readonly (readonly number[])[] };
  addNamedDestination(name: string): void;
  file(source: Uint8Array, options: object): void;
  font(source: Uint8Array): this;
  text(text: string, x: number, y: number, options: object): this;
}

const info = { CreationDate: new Date('2002-11-13T00:00:00Z') };
function open(options: object = {}): WholePdfkit {
  const settings = {
    font: null,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    compress: false,
    info,
    ...options,
  } as const;
  return new PDFDocument(settings) as WholePdfkit;
}

async function finish(doc: PDFDocument): Promise<string> {
  doc.end();
  const chunks: Buffer[] = [];
  for await (const chunk of doc) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1');
}

const page = { size: [200, 300], margin: 0 } as const;

describe('pdfkit still', () => {
  it('writes XMP without escapes (xmp-packet.ts)', async () => {
    const file = await finish(open({ info: { ...info, Title: 'Profit & <Loss>' } }));
    expect(file).toContain('<rdf:li xml:lang="x-default">Profit & <Loss></rdf:li>');
  });

  it('writes one title and neither language nor date of modification into XMP (xmp-packet.ts)', async () => {
    const file = await finish(open({ lang: 'ja-JP', info: { ...info, Title: 'T', ModDate: info.CreationDate } }));
    expect(file.match(/<rdf:li xml:lang=/g)?.length).toBe(1);
    expect(file).not.toMatch(/dc:language|xmp:ModifyDate/);
  });

  it('claims PDF/A or PDF/UA, never both (xmp-packet.ts)', async () => {
    expect(await finish(open({ subset: 'PDF/A-2a' }))).not.toContain('pdfuaid');
    expect(await finish(open({ subset: 'PDF/UA' }))).not.toContain('pdfaid');
  });

  it('leaves the root of the outline uncounted, and counts only children', () => {
    const doc = open();
    doc.addPage(page);
    const top = doc.outline.addItem('1', { expanded: true });
    top.addItem('1.1', { expanded: true }).addItem('1.1.1');
    doc.end();
    expect([doc.outline.outlineData.Count, top.outlineData.Count]).toEqual([undefined, 1]);
  });

  it('measures the left of a destination from the right edge (destinations.ts)', () => {
    const doc = open();
    doc.addPage(page);
    expect((doc.outline.addItem('1', { fit: false }).outlineData.Dest as unknown[])[2]).toBe(200);
  });

  it('sorts names by the locale instead of by bytes (pdf-writer.ts)', async () => {
    const doc = open();
    doc.addPage(page);
    doc.addNamedDestination('a-1');
    doc.addNamedDestination('B-1');
    const file = await finish(doc);
    expect(file.indexOf('(a-1) [')).toBeLessThan(file.indexOf('(B-1) ['));
  });

  it('has no page labels (navigation.ts)', () => {
    expect(Object.getOwnPropertyNames(PDFDocument.prototype).filter((name) => /label/i.test(name))).toEqual([]);
  });

  it('knows one text per glyph, and no length of a font program (embed-font.ts)', async () => {
    const doc = open();
    doc.addPage(page).font(fontFiles.get('source-sans-3-400')!.data);
    doc.text('a b', 0, 0, { lineBreak: false });
    doc.text('a\u00a0b', 0, 20, { lineBreak: false });
    expect(doc._font.unicode.filter(([code]) => code === 0x20).length).toBe(1);
    expect(doc._font.unicode.some(([code]) => code === 0xa0)).toBe(false);
    expect(await finish(doc)).not.toContain('/Length1');
  });

  it('writes no object streams (object-writer.ts)', async () => {
    const doc = open({ compress: true });
    doc.addPage(page);
    const file = await finish(doc);
    expect(file).not.toContain('/ObjStm');
    const [, packed = ''] = /FlateDecode\n>>\nstream\n([\s\S]*?)\n*endstream/.exec(file) ?? [];
    expect(inflateSync(Buffer.from(packed, 'latin1')).toString()).toContain('1 0 0 -1 0 300 cm');
  });

  it('takes the file identifier from the metadata alone (object-writer.ts)', async () => {
    const identifier = (file: string): string => /\/ID \[<(\w+)>/.exec(file)![1]!;
    const one = open();
    const other = open();
    other.addPage(page).addContent('0 0 9 9 re f');
    expect(identifier(await finish(one))).toBe(identifier(await finish(other)));
  });

  it('writes strings as names unless they are String objects', async () => {
    const doc = open();
    const value = Object('text') as PdfText;
    doc.ref({ A: 'text', B: value }).end();
    expect(await finish(doc)).toContain('/A /text\n/B (text)');
  });

  it('writes the checksum of an attachment as text, and sorts attachments by the locale (render-pdf.ts)', async () => {
    const doc = open({ subset: 'PDF/A-3a' });
    const dates = { creationDate: info.CreationDate, modifiedDate: info.CreationDate };
    for (const name of ['a-1', 'B-1']) doc.file(new TextEncoder().encode(name), { name, type: 'text/csv', ...dates });
    const file = await finish(doc);
    expect(file).toMatch(/\/CheckSum \([0-9a-f]{32}\)/);
    const names = file.slice(file.indexOf('/EmbeddedFiles'));
    expect(names.indexOf('(a-1)')).toBeLessThan(names.indexOf('(B-1)'));
  });

  it('takes an unknown conformance and an unknown version without a word', async () => {
    const file = await finish(open({ subset: 'PDF/A-2u' }));
    expect(file).not.toContain('pdfaid');
    expect(await finish(open({ pdfVersion: '2.0' }))).toContain('%PDF-1.3');
  });
});
