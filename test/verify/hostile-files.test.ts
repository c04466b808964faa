// PDFs that claim to be ours and are made to cost their reader: a verdict or a fault that names its limit, in no time.
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fileLimits } from '../../src/model/limits.ts';
import { readText } from '../../src/pdf/engine/open-pdf.ts';
import { PdfFault } from '../../src/pdf/objects/pdf-value.ts';
import { verify } from '../../src/verify/verify.ts';
import { innerMutants, mutants } from '../scripts/mutate-pdf.mjs';
import { handSetPdf } from '../support/hand-set-pdf.ts';
import { streamPdf, type WrittenObject } from '../support/stream-pdf.ts';
import { timeTaken } from '../support/time-taken.ts';

const catalog = '<< /Type /Catalog /Pages 3 0 R /StructTreeRoot 6 0 R >>';
const onePage: Readonly<Record<number, WrittenObject>> = {
  1: catalog,
  3: '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
  4: '<< /Type /Page /Parent 3 0 R /MediaBox [0 0 595 842] /Contents 5 0 R >>',
  5: { entries: '', data: Buffer.from('') },
  6: '<< /Type /StructTreeRoot /K [] >>',
};
const packed = (content: string | Uint8Array): WrittenObject => ({ entries: '/Filter /FlateDecode', data: deflateSync(content) });
const numbered = (count: number, from: number, object: (number: number) => string): Record<number, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [from + index, object(from + index)]));

/** How the judging ends, and within four seconds of the processor. The other program is not asked: it has a process of its own. */
async function judged(objects: Readonly<Record<number, WrittenObject>>): Promise<string> {
  const bytes = streamPdf({ ...onePage, ...objects });
  const taken = timeTaken();
  let end: string;
  try {
    const { findings } = await verify(bytes, undefined, async () => ['']);
    end = `${findings.length} findings`;
  } catch (error) {
    expect(error).toBeInstanceOf(PdfFault);
    end = (error as PdfFault).message;
  }
  expect(taken(), end).toBeLessThan(4000);
  return end;
}

const cases: Readonly<Record<string, { readonly objects: () => Readonly<Record<number, WrittenObject>>; readonly ends: RegExp }>> = {
  'nothing odd': { objects: () => ({}), ends: /^\d+ findings$/ },
  'pages in pages in pages': {
    objects: () => ({ 3: '<< /Kids [100 0 R] >>', ...numbered(50_000, 100, (n) => `<< /Kids [${n + 1} 0 R] >>`) }),
    ends: /^\d+ findings$/,
  },
  'pages that are their own': { objects: () => ({ 3: '<< /Kids [3 0 R 3 0 R 4 0 R] >>' }), ends: /^\d+ findings$/ },
  'too many pages': {
    objects: () => ({
      3: `<< /Kids [${Array.from({ length: 600 }, (_, n) => `${100 + n} 0 R`).join(' ')}] >>`,
      ...numbered(600, 100, () => '<< /Type /Page >>'),
    }),
    ends: /^it has 600 pages, and 500 are read$/,
  },
  'one page a hundred thousand times': { objects: () => ({ 3: `<< /Kids [${'4 0 R '.repeat(100_000)}] >>` }), ends: /^\d+ findings$/ },
  'a length whose length has a length': {
    objects: () => numbered(5000, 100, (n) => `<< /Length ${n + 1} 0 R >>\nstream\n\nendstream`),
    ends: /^objects are nested deeper than 16$/,
  },
  'references in a circle': { objects: () => ({ 6: '7 0 R', 7: '8 0 R', 8: '7 0 R' }), ends: /^references lead round in a circle$/ },
  'a stream that unpacks to a gigabyte': {
    objects: () => ({ 5: packed(new Uint8Array(1 << 30)) }),
    ends: /^a stream has more than 33554432 bytes, unpacked$/,
  },
  'many streams that unpack to much': {
    objects: () => {
      const { data, entries } = packed(Buffer.alloc(20 << 20, ' ')) as { data: Uint8Array; entries: string };
      const pages = Array.from({ length: 10 }, (_, n) => 100 + n * 2);
      return {
        3: `<< /Kids [${pages.map((n) => `${n} 0 R`).join(' ')}] >>`,
        ...Object.fromEntries(pages.flatMap((n) => [[n, `<< /Contents ${n + 1} 0 R >>`] as const, [n + 1, { entries, data }] as const])),
      };
    },
    ends: /^its streams have more than 100663296 bytes, unpacked$/,
  },
  'content of brackets': { objects: () => ({ 5: packed('['.repeat(5_000_000)) }), ends: /^values are nested deeper than 64/ },
  'content of beginnings': { objects: () => ({ 5: packed('/P <<'.repeat(2_000_000)) }), ends: /has no key|nested deeper/ },
  'content of glyphs without an end': {
    objects: () => ({ 5: packed(`[${'<0001>'.repeat(1_000_000)}`) }),
    ends: /^the file ends inside a value$/,
  },
  'content that is opened and never closed': {
    objects: () => ({ 5: packed('/P <</MCID 0>> BDC '.repeat(200_000)) }),
    ends: /^the content of a page is nested deeper than 64$/,
  },
  'content that saves its state and never goes back': {
    objects: () => ({ 5: packed('q '.repeat(1_000_000)) }),
    ends: /^the content of a page is nested deeper than 64$/,
  },
  'widths that reach over all glyphs again and again': {
    objects: () => ({
      4: '<< /Type /Page /Contents 5 0 R /Resources << /Font << /F1 7 0 R >> >> >>',
      7: `<< /Type /Font /Subtype /Type0 /DescendantFonts [<< /W [${'0 65535 500 '.repeat(10_000)}] >>] >>`,
    }),
    ends: /^more than 6000000 values would have to be read$/,
  },
  'content of values without an operator': {
    objects: () => ({ 5: packed('1 '.repeat(1_000_000)) }),
    ends: /more than 64 values for one operator/,
  },
  'content of operators without end': {
    objects: () => ({ 5: packed('Q '.repeat(15_000_000)) }),
    ends: /^more than 6000000 values would have to be read$/,
  },
  'an object of eleven million values': {
    objects: () => ({ 7: `[${'[]'.repeat(11_000_000)}]` }),
    ends: /^more than 6000000 values would have to be read$/,
  },
  'a character map with one entry of a million units': {
    objects: () => ({
      4: '<< /Type /Page /Contents 5 0 R /Resources << /Font << /F1 7 0 R >> >> >>',
      7: '<< /Type /Font /Subtype /Type0 /ToUnicode 8 0 R >>',
      8: packed(`endcodespacerange\n<0001> <${'0041'.repeat(1_000_000)}>\n`),
    }),
    ends: /^\d+ findings$/,
  },
  'tags that say a page again and again': {
    objects: () => ({
      4: '<< /Type /Page /Contents 5 0 R /Resources << /Font << /F1 7 0 R >> >> >>',
      5: packed(`/P <</MCID 0>> BDC /F1 1 Tf [<${'0001'.repeat(50_000)}>]TJ EMC`),
      6: '<< /K [9 0 R] >>',
      7: '<< /Type /Font /Subtype /Type0 /ToUnicode 8 0 R >>',
      8: packed('1 beginbfchar\n<0001> <0041>\nendbfchar\n'),
      9: `<< /S /P /Pg 4 0 R /K [${'0 '.repeat(100_000)}] >>`,
    }),
    ends: /^its tags say more than 20000000 characters$/,
  },
  'cells that reach down for ever': {
    objects: () => ({
      6: '<< /K [9 0 R] >>',
      9: `<< /S /Table /K [${Array.from({ length: 20_000 }, (_, n) => `<< /S /TR /K << /S /TD /A << /RowSpan 1000000000000 /ColSpan ${n} >> >> >>`).join(' ')}] >>`,
    }),
    ends: /^more than 6000000 values would have to be read$/,
  },
  'attributes that a hundred thousand elements share': {
    objects: () => ({
      6: '<< /K [9 0 R] >>',
      7: `<< ${Array.from({ length: 20_000 }, (_, n) => `/K${n} 1`).join(' ')} >>`,
      9: `<< /S /Sect /K [${'<< /S /P /A 7 0 R >> '.repeat(20_000)}] >>`,
    }),
    ends: /^more than 6000000 values would have to be read$/,
  },
  'a hundred thousand findings': {
    objects: () => ({ 7: `[${'<< /JS 1 /AA 1 /XFA 1 >> '.repeat(30_000)}]` }),
    ends: /^5\d\d findings$/,
  },
};

describe('a file that is made to cost', () => {
  it.each(Object.entries(cases))(
    '%s',
    async (_, { objects, ends }) => {
      expect(await judged(objects())).toMatch(ends);
    },
    60_000,
  );

  it('tells findings up to their limit, and how many more there are', async () => {
    const { findings } = await verify(streamPdf({ ...onePage, 7: `[${'<< /JS 1 >> '.repeat(1000)}]` }), undefined, async () => ['']);
    const own = findings.filter(({ check }) => check === 'objects');
    expect(own).toHaveLength(fileLimits.findings + 1);
    expect(own.at(-1)?.message).toBe('and 500 more; 500 of a group are told');
  });
});

describe('a broken file', () => {
  it.each([
    // What is broken in a stream is seldom noticed by who reads objects: a page that says something else has a verdict.
    { where: 'as a whole', broken: mutants, least: { verdicts: 15, faults: 100 } },
    { where: 'in its streams', broken: innerMutants, least: { verdicts: 100, faults: 5 } },
  ])(
    '$where has a verdict or a fault, in time: a hundred and fifty from one seed',
    async ({ broken, least }) => {
      const sound = Buffer.from(await handSetPdf());
      const ends = { verdicts: 0, faults: 0 };
      for (const { bytes, name } of broken([sound], 150, 11)) {
        const started = process.cpuUsage();
        try {
          await verify(bytes, undefined, readText);
          ends.verdicts++;
        } catch (error) {
          expect(error, name).toBeInstanceOf(PdfFault);
          ends.faults++;
        }
        const { user, system } = process.cpuUsage(started);
        expect((user + system) / 1000, name).toBeLessThan(2000);
      }
      expect(ends.verdicts).toBeGreaterThanOrEqual(least.verdicts);
      expect(ends.faults).toBeGreaterThanOrEqual(least.faults);
    },
    60_000,
  );
});
