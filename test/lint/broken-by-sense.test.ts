// Turn headings that a careless typesetter breaks wherever a line is full into findings.
import { expect, it } from 'vitest';
import { brokenBySense } from '../../src/lint/broken-by-sense.ts';
import { lintInput } from '../../src/lint/lint-pages.ts';
import { documentOf, heading, section } from '../support/block-document.ts';
import { blockStyleSheet } from '../support/block-style.ts';
import { layOut } from '../support/lay-out.ts';

const style = blockStyleSheet();

/** Lines of headings hold 66 characters. */
async function said(text: string): Promise<readonly string[]> {
  const document = documentOf({ en: [section('s', [heading('h', text)])] });
  const { layout } = layOut(document, style);
  const input = await lintInput(document, layout, style, new Map(), undefined);
  return brokenBySense.flatMap(({ run }) => [...run(input)].map(({ message }) => message));
}

const results = 'Consolidated Financial Results of the Six Months of 2025';

it('a line of a heading that ends inside a bracket is told of, if a line would hold the bracket', async () => {
  expect(await said(`${results} (ended September 30)`)).toEqual([
    "a line of a heading ends inside '(ended', which a line of its own would hold",
  ]);
  expect(await said(`${results} (ended ${'September December '.repeat(6)})`)).toEqual([]);
  expect(await said(`${results} (2025)`)).toEqual([]);
});

it('so is one that ends with a word that leans on the next', async () => {
  expect(await said(`${results} and the years that follow it`)).toEqual(["a line of a heading ends with 'the'"]);
  expect(await said(`${results} for shareholders`)).toEqual(["a line of a heading ends with 'for'"]);
  expect(await said(`${results} for us`)).toEqual([]);
});
