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

const sound = Uint8Array.from(readFileSync('test/earlier/0.1.0/aoba-2026h1/release.pdf'));
const text = Buffer.from(sound).toString('latin1');

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
});

describe('a file has no digests', () => {
  it('when it has a table of cross-references, as files of others do', () => {
    expect(pageDigests(pdfOfPages([wordsPage(['a', 'b'])]))).toBeUndefined();
  });

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
