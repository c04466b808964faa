// Turn pages and parts into the words after the name of a place; a page that belongs to no part is told by its number alone.
import { describe, expect, it } from 'vitest';
import { pageWords } from '../../src/correct/page-words.ts';

describe('pageWords', () => {
  it.each([
    ['（{part}{n}ページ）', 3, '添付資料', '（添付資料3ページ）'],
    ['（{part}{n}ページ）', 12, undefined, '（12ページ）'],
    [' (page {n}, {part})', 9, 'Attachments', ' (page 9, Attachments)'],
    [' (page {n}, {part})', 9, undefined, ' (page 9)'],
    [' ({n})', 2, 'Summary', ' (2)'],
    ['{part} {n}', 2, '$& Co.', '$& Co. 2'],
  ] as const)('%s of page %i in %s', (pattern, page, part, wanted) => {
    expect(pageWords(pattern, page, part)).toBe(wanted);
  });
});
