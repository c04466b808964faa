// Turn running heads that differ into whether their numbers count on with the page, or say something else.
import { describe, expect, it } from 'vitest';
import { countsOn } from '../../src/compare/counts-on.ts';

describe('a running head on a page that stands elsewhere', () => {
  it.each([
    ['Page 9', 'Page 10', 1, true],
    ['– 9 / 15 –', '– 10 / 16 –', 1, true],
    ['Page 9', 'Page 9', 1, true],
    ['Page 9', 'Page 11', 1, false],
    ['Page 9', 'Page 10', 0, false],
    ['FY2002 Page 9', 'FY2003 Page 10', 1, true],
    ['FY2002 Page 9', 'FY2004 Page 10', 1, false],
    ['Page 9', 'Sheet 10', 1, false],
  ])('%s, then %s, %i pages on: %s', (before, after, by, counts) => {
    expect(countsOn({ before, after, oldStart: 0, newStart: 0 }, by, 15, 16)).toBe(counts);
  });
});
