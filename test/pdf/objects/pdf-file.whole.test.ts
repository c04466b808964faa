import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { readText } from '../../../src/pdf/engine/open-pdf.ts';
import { PdfFile } from '../../../src/pdf/objects/pdf-file.ts';
import { PdfFault, textOf } from '../../../src/pdf/objects/pdf-value.ts';
import { ValueReader } from '../../../src/pdf/objects/read-value.ts';
import { verify } from '../../../src/verify/verify.ts';
import { handSetPdf } from '../../support/hand-set-pdf.ts';
import { readObjects } from '../../support/pdf-objects.ts';
import { has, needing } from '../../support/tools.ts';

let pdf: Buffer;
beforeAll(async () => {
  pdf = Buffer.from(await handSetPdf());
});

describe('a value', () => {
  it.each([
    ['/A#20b', { name: 'A b' }],
    ['(a\\(b\\) (c) \\101\\n\\\r)', { string: 'a(b) (c) A\n\r' }],
    ['<48 6>', { string: 'H`' }],
    ['[1 -2.5 .5 true null]', [1, -2.5, 0.5, true, null]],
    ['12 0 R', { reference: 12 }],
    ['[12 0 12 0 R]', [12, 0, { reference: 12 }]],
    [
      '<< /A << /B 1 >> % comment\n /C /D >>',
      new Map<string, unknown>([
        ['A', new Map([['B', 1]])],
        ['C', { name: 'D' }],
      ]),
    ],
  ])('%s', (text, value) => {
    expect(new ValueReader(text).value()).toEqual(value);
  });

  it('gives text in characters', () => {
    expect(textOf(new ValueReader('<feff58f2>').value())).toBe('売');
    expect(textOf(new ValueReader('12').value())).toBeUndefined();
  });

  it.each(['', '<<', '<< /A', '[1', '(open', '<48', '<< 1 2 >>', 'nonsense', '['.repeat(100)])('that is broken is a fault: %s', (text) => {
    expect(() => new ValueReader(text).value()).toThrow(PdfFault);
  });
});

describe('a file', () => {
  it.skipIf(!has('qpdf'))(needing('qpdf', 'has the objects that qpdf reads'), () => {
    const file = new PdfFile(pdf);
    const { all } = readObjects(pdf);
    const elements = file.numbers.filter(
      (number) => file.name(file.dict({ reference: number }).get('S')) !== undefined && file.dict({ reference: number }).has('P'),
    );
    expect(elements).toHaveLength(all.filter((object) => typeof object['/S'] === 'string' && object['/P'] !== undefined).length);
    expect(elements.length).toBeGreaterThan(50);
  });

  it.each([
    ['no PDF', () => Buffer.from('hello'), 'does not begin as a PDF'],
    ['cut off', () => pdf.subarray(0, pdf.length - 200), 'does not end as a PDF does'],
    ['added to', () => Buffer.concat([pdf, Buffer.from('more')]), 'does not end as a PDF does'],
    ['shifted', () => Buffer.concat([pdf.subarray(0, 100), Buffer.from('xx'), pdf.subarray(100)]), 'not where the file says'],
    ['too large', () => Buffer.alloc((64 << 20) + 1), 'more than'],
  ])('that is %s is refused in words', async (_, bytes, message) => {
    await expect(verify(bytes(), undefined)).rejects.toThrow(message);
    await expect(verify(bytes(), undefined)).rejects.toBeInstanceOf(PdfFault);
  });

  it('of another program is refused in words', async () => {
    const other = new PDFDocument({ font: null, autoFirstPage: false });
    other.addPage({ size: [100, 100], margin: 0 });
    other.end();
    const chunks: Buffer[] = [];
    for await (const chunk of other) chunks.push(chunk as Buffer);
    await expect(verify(Buffer.concat(chunks), undefined)).rejects.toThrow('none of our files has');
  });

  it('with any byte changed gives a verdict or a fault, never anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: pdf.length - 1 }), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
        const changed = Buffer.from(pdf);
        changed[at] = byte;
        try {
          await verify(changed, undefined, readText);
        } catch (error) {
          expect(error).toBeInstanceOf(PdfFault);
        }
      }),
      { numRuns: 150 },
    );
  });
});
