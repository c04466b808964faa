// Turn the sample's data into another look by a style file alone, and hold its pages to the same rules.
import { expect, it } from 'vitest';
import { lintPages } from '../../src/verify/lint/lint-pages.ts';
import { editedSample } from '../support/edited-sample.ts';
import { buildSample, pdfOf } from '../support/sample.ts';

it('a second style sets the same figures in a comfortable measure without an error', async () => {
  const plain = await buildSample();
  const release = 'data/iij/releases/2q02/release.yaml';
  const place = editedSample([{ file: release, from: 'layout: us-filer\n', to: 'layout: us-filer\nstyle: comfort\n' }]);
  const comfort = await buildSample(place, ['layout/page-target']);
  expect(comfort.document.figures.map(({ text }) => text)).toEqual(plain.document.figures.map(({ text }) => text));
  expect(comfort.layout.pages.length).toBeGreaterThan(plain.layout.pages.length);
  const errors: string[] = [];
  await lintPages(
    comfort.document,
    comfort.layout,
    comfort.release.style,
    comfort.sources.fontMetrics,
    pdfOf(comfort),
    ({ severity, code, message }) => {
      if (severity === 'error') errors.push(`${code} ${message}`);
    },
  );
  expect(errors).toEqual([]);
}, 60_000);
