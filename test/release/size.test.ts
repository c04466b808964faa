// The bytes of the sample, part by part: a budget that says which part grew. `file-parts.ts` in test/scripts prints those of any of our files.
import { expect, it } from 'vitest';
import { type FilePart, fileParts } from '../support/file-parts.ts';
import { buildSample, pdfOf } from '../support/sample.ts';

/** What the whole may take. */
const most = 232_000;
/** What each part may take: a hundredth more than it took when it was measured last, and at least a few hundred bytes. */
const budget: Readonly<Record<FilePart, number>> = {
  fonts: 115_000,
  'text of glyphs': 5_000,
  content: 59_900,
  objects: 46_600,
  'cross-references': 700,
  metadata: 2_600,
  'other streams': 400,
  frames: 3_300,
};

it('the sample keeps to its budget, each part to its own', async () => {
  const pdf = pdfOf(await buildSample());
  const parts = fileParts(pdf);
  const over = [...parts].filter(([part, bytes]) => bytes > budget[part]).map(([part, bytes]) => `${part}: ${bytes} of ${budget[part]}`);
  expect(over).toEqual([]);
  expect(pdf.length).toBeLessThanOrEqual(most);
  expect([...parts.values()].reduce((sum, bytes) => sum + bytes, 0)).toBe(pdf.length);
  // A part that has become half of what it was wants another budget.
  for (const [part, bytes] of Object.entries(budget)) expect(parts.get(part as FilePart), part).toBeGreaterThan(bytes / 2);
});
