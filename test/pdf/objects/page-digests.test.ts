// Turn small files that differ in one thing into digests: all that the text of a page is read from changes them, and nothing else.
import { describe, expect, it } from 'vitest';
import { pageDigests } from '../../../src/pdf/objects/page-digests.ts';
import { PdfFile } from '../../../src/pdf/objects/pdf-file.ts';
import { streamPdf, type WrittenObject } from '../../support/stream-pdf.ts';

type Objects = Readonly<Record<number, WrittenObject>>;

/** Two pages: fonts of their own, the second with a picture; boxes come from the tree. */
const plain: Objects = {
  1: '<< /Type /Catalog /Pages 3 0 R >>',
  3: '<< /Type /Pages /Kids [4 0 R 5 0 R] /Count 2 /MediaBox [0 0 100 100] >>',
  4: '<< /Type /Page /Parent 3 0 R /Contents 6 0 R /Resources << /Font << /F1 8 0 R >> >> /StructParents 0 >>',
  5: '<< /Type /Page /Parent 3 0 R /Contents [7 0 R] /Resources << /Font << /F1 9 0 R >> /XObject << /X 14 0 R >> >> >>',
  6: { entries: '', data: Buffer.from('BT /F1 9 Tf <0001> Tj ET') },
  7: { entries: '', data: Buffer.from('BT /F1 9 Tf <0002> Tj ET /X Do') },
  8: '<< /Type /Font /Subtype /Type0 /BaseFont /A /DescendantFonts [10 0 R] /ToUnicode 12 0 R >>',
  9: '<< /Type /Font /Subtype /Type0 /BaseFont /B /DescendantFonts [11 0 R] /ToUnicode 13 0 R >>',
  10: '<< /Subtype /CIDFontType2 /W [1 [500]] /FontDescriptor 15 0 R >>',
  11: '<< /Subtype /CIDFontType2 /W [1 [500]] >>',
  12: { entries: '', data: Buffer.from('<0001> <0041>') },
  13: { entries: '', data: Buffer.from('<0002> <0042>') },
  14: { entries: '/Subtype /Form', data: Buffer.from('q Q') },
  15: '<< /FontFile2 16 0 R >>',
  16: { entries: '', data: Buffer.from('glyphs') },
};

const digests = (objects: Objects): readonly string[] => pageDigests(streamPdf(objects)) ?? [];
const changed = (change: Objects): readonly boolean[] => {
  const before = digests(plain);
  return digests({ ...plain, ...change }).map((digest, page) => digest !== before[page]);
};
const edited = (number: number, from: string, to: string): Objects => {
  const object = plain[number];
  const text = typeof object === 'string' ? object : Buffer.from(object?.data ?? []).toString('latin1');
  if (!text.includes(from)) throw new Error(`${from} is not in object ${number}`);
  const other = text.replace(from, to);
  return { [number]: typeof object === 'object' ? { ...object, data: Buffer.from(other) } : other };
};

describe('the digest of a page', () => {
  it.each([
    ['its content', edited(6, '0001', '0003')],
    ['its character map', edited(12, '0041', '0043')],
    ['the widths of its font', edited(10, '500', '501')],
    ['the program of its font', edited(16, 'glyphs', 'glyphz')],
    ['the name of its font', edited(8, '/A', '/C')],
    ['the font that a name stands for', edited(4, '8 0 R', '9 0 R')],
    ['the name that stands for a font', edited(4, '/F1', '/F2')],
    ['a box of its own', edited(4, '/Contents', '/CropBox [0 0 50 50] /Contents')],
    ['its rotation', edited(4, '/Contents', '/Rotate 90 /Contents')],
    ['how its content is packed', { 6: { entries: '/Filter /FlateDecode', data: Buffer.from('BT /F1 9 Tf <0001> Tj ET') } }],
  ])('follows %s, and that of the other page does not', (_, change) => {
    expect(changed(change)).toEqual([true, false]);
  });

  it('follows what it draws besides', () => {
    expect(changed(edited(14, 'q Q', 'q  Q'))).toEqual([false, true]);
    expect(changed({ 14: { entries: '/Subtype /Form /Matrix [2 0 0 2 0 0]', data: Buffer.from('q Q') } })).toEqual([false, true]);
  });

  it('follows what all pages inherit, and what a viewer is told', () => {
    expect(changed(edited(3, '100 100', '100 101'))).toEqual([true, true]);
    for (const entry of ['/Rotate 90', '/CropBox [0 0 50 50]']) {
      expect(changed(edited(3, '/MediaBox', `${entry} /MediaBox`)), entry).toEqual([true, true]);
    }
    const withoutOwn = { ...plain, ...edited(4, '/Resources << /Font << /F1 8 0 R >> >>', '') };
    const inheriting = { ...withoutOwn, ...edited(3, '/MediaBox', '/Resources << /Font << /F1 8 0 R >> >> /MediaBox') };
    expect(digests(inheriting)[0]).not.toBe(digests(withoutOwn)[0]);
    expect(changed(edited(1, '/Pages', '/ViewerPreferences << /Direction /R2L >> /Pages'))).toEqual([true, true]);
  });

  it('follows its links, which are drawn', () => {
    expect(changed(edited(4, '/StructParents', '/Annots [<< /Type /Annot >>] /StructParents'))).toEqual([true, false]);
  });

  it('does not follow tags, the information dictionary or the numbers of objects', () => {
    expect(changed(edited(4, '/StructParents 0', '/StructParents 7'))).toEqual([false, false]);
    expect(changed({ 2: '<< /Producer (kessan) /Title (Other) >>' })).toEqual([false, false]);
    const renumbered = { ...plain, 21: plain[8], ...edited(4, '8 0 R', '21 0 R'), 8: '<< /Other true >>' } as Objects;
    expect(digests(renumbered)).toEqual(digests(plain));
  });

  it('goes with its page when pages change places', () => {
    const [first, second] = digests(plain);
    expect(digests({ ...plain, ...edited(3, '4 0 R 5 0 R', '5 0 R 4 0 R') })).toEqual([second, first]);
  });

  it('tells values of different kinds apart that are written alike', () => {
    const written = ['/Key /true', '/Key true', '/Key (true)', '/Key [true]', '/Key << /true null >>', '/Key null', '/Key (1)', '/Key 1'];
    const all = written.map((entry) => digests({ ...plain, ...edited(4, '/Contents', `${entry} /Contents`) })[0]);
    expect(new Set(all).size).toBe(written.length);
  });

  it('is refused where objects lead round in a circle', () => {
    expect(pageDigests(streamPdf({ ...plain, 15: '<< /FontFile2 16 0 R /Loop 10 0 R >>' }))).toBeUndefined();
    expect(pageDigests(streamPdf({ ...plain, ...edited(3, '4 0 R 5 0 R', '4 0 R 3 0 R') }))).toBeUndefined();
  });
});

describe('the objects of a file', () => {
  it('are all found where the cross-references say, or the file is refused', () => {
    expect(() => new PdfFile(streamPdf(plain)).findAll()).not.toThrow();
    const text = Buffer.from(streamPdf(plain)).toString('latin1');
    const misnumbered = Buffer.from(text.replace('\n14 0 obj', '\n15 0 obj'), 'latin1');
    expect(() => new PdfFile(misnumbered).findAll()).toThrow(/object 14 is not where the file says it is/);
    expect(pageDigests(misnumbered)).toBeUndefined();
    // An object to which no page leads, and nothing stands where it should.
    const more = Buffer.from(streamPdf({ ...plain, 17: { entries: '', data: Buffer.from('more') } })).toString('latin1');
    expect(pageDigests(Buffer.from(more, 'latin1'))).toEqual(digests(plain));
    expect(pageDigests(Buffer.from(more.replace('\n17 0 obj', '\n17 0 0bj'), 'latin1'))).toBeUndefined();
  });
});
