// What is read of two long files, counted: pages that are the same in both are not drawn, and their words are read in one of the files.
import { describe, expect, it } from 'vitest';
import { readVersions } from '../../src/project/read-versions.ts';
import { pdfOfPages, wordsPage } from '../scripts/large-pdfs.mjs';

const pages = 40;
/** Every fifth page says another word, and one page is put in. */
const contents = (edited: boolean): readonly string[] => {
  const texts = Array.from({ length: pages }, (_, index) => ['page', `number${index}`, edited && index % 5 === 0 ? 'amended' : 'before']);
  return [...texts.slice(0, 7), ...(edited ? [['put', 'in']] : []), ...texts.slice(7)].map((words) => wordsPage(words));
};
const given = (name: string, edited: boolean) => ({ name, pdf: pdfOfPages(contents(edited)), altered: [] });

describe('two files of many pages', () => {
  it('are drawn where they differ, and nothing else of them is', async () => {
    const [old, now] = await readVersions(given('old', false), given('new', true), async () => [undefined, undefined], 96);
    const drawn = (version: typeof old) => version.pages.flatMap((page, index) => (page?.bitmap ? [index] : []));
    expect(drawn(old)).toEqual([0, 5, 10, 15, 20, 25, 30, 35]);
    expect(drawn(now)).toEqual([0, 5, 7, 11, 16, 21, 26, 31, 36]);
    // A page that both have is one object: it came from one of the readers.
    const alike = old.pages.flatMap((page, index) => (page && now.pages.includes(page) ? [index] : []));
    expect(alike).toEqual(Array.from({ length: pages }, (_, index) => index).filter((index) => index % 5 !== 0));
    for (const { pages: all } of [old, now]) expect(all.every((page) => page !== undefined && page.words.length > 0)).toBe(true);
    expect(now.pages[8]?.words.map(({ text }) => text)).toEqual(['page', 'number7', 'before']);
  }, 60_000);
});
