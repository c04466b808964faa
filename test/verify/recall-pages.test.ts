// Turn a file that a reader counts otherwise than its objects tell into pages: none of them is recalled for another file.
import { afterEach, expect, it } from 'vitest';
import { BoundedMemory, forgetful } from '../../src/model/memory.ts';
import { readTextsBy } from '../../src/pdf/engine/text-reader.ts';
import { recallPages } from '../../src/verify/recall-pages.ts';
import { handSetPdf } from '../support/hand-set-pdf.ts';

afterEach(() => readTextsBy());

it('keeps no page of a file in which the reader finds more pages or fewer', async () => {
  const memory = new BoundedMemory(8);
  const pdf = await handSetPdf();
  const right = await recallPages(pdf, 1, forgetful);
  for (const texts of [['wrong'], [...right, ...right].map(() => 'wrong')]) {
    readTextsBy({ start: async () => {}, read: async () => texts });
    expect(await recallPages(pdf.slice(), right.length, memory)).toEqual(texts.map((text) => ({ text })));
  }
  readTextsBy();
  expect(await recallPages(pdf.slice(), right.length, memory)).toEqual(right);
});
