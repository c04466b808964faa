// Pages with one digest look and read the same, whatever was done to their file; a file that can be read in two ways has no digests.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../../../src/pdf/engine/pdf-engine.ts';
import { type PackedPage, type PdfPage, unpackPage } from '../../../src/pdf/engine/pdf-page.ts';
import { readAll } from '../../../src/pdf/engine/read-document.ts';
import { pageDigests } from '../../../src/pdf/objects/page-digests.ts';
import { pdfOfPages, wordsPage } from '../../scripts/large-pdfs.mjs';
import { changedInside, mutantInside } from '../../scripts/mutate-inside-pdf.mjs';
import { mutants } from '../../scripts/mutate-pdf.mjs';
import { seeded } from '../../support/seeded-random.ts';

const sound = Uint8Array.from(readFileSync('test/earlier/0.1.0/aoba-2026h1/release.pdf'));
const text = Buffer.from(sound).toString('latin1');

/** As other programs write files: three pages, a table of cross-references. */
const withTable = pdfOfPages([wordsPage(['a', 'b']), wordsPage(['c', 'd']), wordsPage(['e', 'f'])]);

const digestsOf = (bytes: Uint8Array): readonly string[] => {
  const digests = pageDigests(bytes);
  if (!digests) throw new Error('the file has no digests');
  return digests;
};

/** As the comparison reads them; undefined for a file that is refused. */
async function pagesOf(bytes: Uint8Array): Promise<readonly PdfPage[] | undefined> {
  const packed: PackedPage[] = [];
  let end = '';
  await readAll(await startEngine(), { bytes, dpi: 48 }, async (message) => {
    end = message.kind;
    if (message.kind === 'page') packed.push(message.page);
  });
  return end === 'done' ? packed.map(unpackPage) : undefined;
}

/** All that is compared of a page. */
const shown = ({ width, height, words, bitmap }: PdfPage) => ({
  width,
  height,
  words,
  image: Buffer.from(bitmap?.data ?? []).toString('base64'),
});

/** Latin-1 bytes put in before the cross-references, which stay true but for where they begin. */
function withObject(object: string): Uint8Array {
  const start = Number(/startxref\s+(\d+)/.exec(text)?.[1]);
  const moved = text.slice(0, start) + object + text.slice(start);
  return Buffer.from(moved.replace(/startxref\n\d+/, `startxref\n${start + object.length}`), 'latin1');
}

describe('digests of pages', () => {
  it('are one a page, unlike each other, and the same each time', () => {
    const digests = digestsOf(sound);
    expect([digests.length, new Set(digests).size]).toEqual([12, 12]);
    expect(digestsOf(sound)).toEqual(digests);
  });

  it('change with the content of a page, and with no other', () => {
    const digests = digestsOf(sound);
    const changed = new Set<number>();
    // Streams that draw: each belongs to one page.
    for (let stream = 0; stream < 60; stream++) {
      let drawn = false;
      const other = changedInside(sound, stream, (content) => {
        drawn = /\bBDC\b[\s\S]*\bEMC\b/.test(content);
        return drawn ? `${content}\n0 0 5 5 re f` : content;
      });
      if (!drawn) continue;
      const now = digestsOf(other);
      const differ = now.flatMap((digest, page) => (digest === digests[page] ? [] : [page]));
      expect(differ.length).toBe(1);
      changed.add(differ[0] ?? -1);
    }
    expect([...changed].sort((a, b) => a - b)).toEqual(digests.map((_, page) => page));
  }, 60_000);

  it('are the same only for pages that look and read the same: files broken inside and outside, by seed', async () => {
    const before = await pagesOf(sound);
    const digests = digestsOf(sound);
    const tally = { told: 0, untold: 0, alike: 0, unlike: 0 };
    const broken = [...Array.from({ length: 45 }, (_, number) => mutantInside([sound], 7, number)), ...mutants([sound], 25, 7)];
    for (const { bytes, name } of broken) {
      const now = pageDigests(bytes);
      if (!now) {
        tally.untold++;
        continue;
      }
      tally.told++;
      const after = await pagesOf(bytes);
      // A reader that finds other pages is asked for all of them.
      if (!after || after.length !== now.length) continue;
      now.forEach((digest, page) => {
        const partner = digests.indexOf(digest);
        if (partner < 0) tally.unlike++;
        else {
          tally.alike++;
          const [a, b] = [before?.[partner], after[page]];
          expect(b && shown(b), `${name}, page ${page + 1}`).toEqual(a && shown(a));
        }
      });
    }
    expect(tally.told).toBeGreaterThan(15);
    expect(tally.untold).toBeGreaterThan(10);
    expect(tally.alike).toBeGreaterThan(100);
    expect(tally.unlike).toBeGreaterThan(10);
  }, 120_000);

  it('are the same only for such pages of files with a table of cross-references too', async () => {
    const before = await pagesOf(withTable);
    const digests = digestsOf(withTable);
    let [told, alike] = [0, 0];
    const { below } = seeded(11);
    for (let number = 0; number < 200; number++) {
      // One byte is another, so that most of the file is still where its table says.
      const bytes = Uint8Array.from(withTable);
      const at = below(bytes.length);
      bytes[at] = number % 2 === 0 ? 48 + below(10) : below(256);
      const now = pageDigests(bytes);
      const after = now && (await pagesOf(bytes));
      if (!after || after.length !== now.length) continue;
      told++;
      now.forEach((digest, page) => {
        const partner = digests.indexOf(digest);
        if (partner < 0) return;
        alike++;
        const [a, b] = [before?.[partner], after[page]];
        expect(b && shown(b), `byte ${at}, page ${page + 1}`).toEqual(a && shown(a));
      });
    }
    expect(told).toBeGreaterThan(40);
    expect(alike).toBeGreaterThan(100);
  }, 120_000);
});

describe('a file with a table of cross-references', () => {
  const written = Buffer.from(withTable).toString('latin1');
  const edited = (from: string | RegExp, to: string): Uint8Array => {
    const other = written.replace(from, to);
    expect(other).not.toBe(written);
    return Buffer.from(other, 'latin1');
  };

  it('has digests, which tell its pages apart and find them in another file', () => {
    expect(new Set(digestsOf(withTable)).size).toBe(3);
    const other = digestsOf(pdfOfPages([wordsPage(['a', 'b']), wordsPage(['other']), wordsPage(['e', 'f'])]));
    expect(other.map((digest, page) => digest === digestsOf(withTable)[page])).toEqual([true, false, true]);
  });

  it('has none when it was changed after it was written, or has cross-references beside the table', () => {
    for (const key of ['/Prev 9', '/XRefStm 9']) expect(pageDigests(edited('trailer\n<< ', `trailer\n<< ${key} `)), key).toBeUndefined();
    expect(pageDigests(Buffer.concat([withTable, Buffer.from('\n1 0 obj\nnull\nendobj\n')]))).toBeUndefined();
  });

  it('has none when other readers may find other objects', () => {
    // An object that the table calls free, one that it places elsewhere, one of another generation, and one that is there twice.
    expect(pageDigests(edited(/00000 n(?=[^n]*$)/, '00000 f'))).toBeUndefined();
    expect(pageDigests(edited(/\d{10}(?= 00000 n)/, '0000000011'))).toBeUndefined();
    expect(pageDigests(edited(/00000 n/, '00001 n'))).toBeUndefined();
    expect(pageDigests(edited('\nxref\n', '\n4 0 obj null endobj\nxref\n'))).toBeUndefined();
    expect(pageDigests(edited('/Root 1 0 R', '/Root 1 0 R /Encrypt 3 0 R'))).toBeUndefined();
  });

  it('has none when it is so large that the memory is wanted for its reader', () => {
    const { below } = seeded(3);
    // Longer than what deflate looks back at, so that it can be repeated and still takes as much room.
    const block = Buffer.from(Uint8Array.from({ length: 1 << 16 }, () => 65 + below(64))).toString('latin1');
    const noise = (bytes: number) => `%${block.repeat(bytes >> 16)}`;
    expect(pageDigests(pdfOfPages([noise(1 << 20)]))).toHaveLength(1);
    expect(pageDigests(pdfOfPages([noise(24 << 20)]))).toBeUndefined();
  });

  it('has none when the table is of no form that can be read', () => {
    expect(pageDigests(edited(/xref\n0 \d+\n/, 'xref\n0 many\n'))).toBeUndefined();
    expect(pageDigests(edited(/\d{10} 00000 n/, '12 0 n'))).toBeUndefined();
    expect(pageDigests(edited('trailer', 'tail'))).toBeUndefined();
  });
});

describe('a file has no digests', () => {
  it('when it was changed by appending to it', () => {
    expect(pageDigests(Buffer.concat([sound, Buffer.from('\n1 0 obj\nnull\nendobj\n')]))).toBeUndefined();
  });

  it('when an object stands in it that its cross-references do not name', () => {
    expect(pageDigests(withObject('% nothing\n'))).toEqual(digestsOf(sound));
    expect(pageDigests(withObject('5 0 obj\nnull\nendobj\n'))).toBeUndefined();
    expect(pageDigests(withObject('5\n0\tobj null endobj\n'))).toBeUndefined();
    expect(pageDigests(withObject('5 0 % a remark\nobj null endobj\n'))).toBeUndefined();
  });

  it('when it says that it is encrypted', () => {
    const locked = text.replace(/\/Type \/XRef \/Root/, '/Encrypt 1 0 R /Type /XRef /Root');
    expect(locked).not.toBe(text);
    expect(pageDigests(Buffer.from(locked, 'latin1'))).toBeUndefined();
  });

  it('when it is no PDF', () => {
    expect(pageDigests(Buffer.from('no PDF'))).toBeUndefined();
  });
});
