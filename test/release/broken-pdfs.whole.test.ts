// Turn PDFs of ours that are broken inside into verdicts or refusals of `kessan verify`: no crash, never slow. The thousands are for test/scripts/fuzz-pdfs.mjs.
import { beforeAll, describe, expect, it } from 'vitest';
import { readText } from '../../src/pdf/engine/open-pdf.ts';
import { PdfFault } from '../../src/pdf/objects/pdf-value.ts';
import { buildRelease } from '../../src/project/build-release.ts';
import { Session } from '../../src/session.ts';
import { verify } from '../../src/verify/verify.ts';
import { changedInside, mutantInside } from '../scripts/mutate-inside-pdf.mjs';
import { inProjectFolder } from '../support/mini-project.ts';

const { root } = inProjectFolder();
let pdf: Uint8Array;
beforeAll(async () => {
  const { value: built } = await buildRelease(new Session({ place: { root, issuer: 'mini', release: '1q01' } }));
  if (!built) throw new Error('the small release has errors');
  pdf = built.pdf;
});

describe('a file that is broken inside', () => {
  it('is judged or refused: 150 files from one seed', async () => {
    const ends = { sound: 0, wrong: 0, refused: 0 };
    for (let number = 0; number < 150; number++) {
      const { name, bytes } = mutantInside([pdf], 5, number);
      const started = process.cpuUsage();
      try {
        const { findings } = await verify(bytes, undefined, readText);
        ends[findings.length > 0 ? 'wrong' : 'sound']++;
      } catch (error) {
        if (!(error instanceof PdfFault)) throw new Error(`${name}: ${error instanceof Error ? error.stack : error}`);
        expect(error.message, name).not.toMatch(/[\p{Cc}]/u);
        ends.refused++;
      }
      const { user, system } = process.cpuUsage(started);
      expect((user + system) / 1000, name).toBeLessThan(2_000);
    }
    expect(Math.min(ends.wrong, ends.refused)).toBeGreaterThan(10);
  }, 60_000);

  it('is sound when nothing inside is changed, whichever stream is packed anew', async () => {
    for (const index of [0, 3, 7]) {
      const { findings } = await verify(
        changedInside(pdf, index, (text) => text),
        undefined,
        readText,
      );
      expect(findings).toEqual([]);
    }
  });
});
