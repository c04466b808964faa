// Turn texts into the matches of patterns, and hold them to what the language's own search for all of them finds.
import { describe, expect, it } from 'vitest';
import { matchesIn } from '../../src/model/matches.ts';

const texts = ['', 'a', 'sales rose 3, costs rose 4', '第2四半期は増収増益', '𠮷野家と𠮷田', 'f\nf\r\n\n'];
const patterns = [/rose (\d)/g, /x*/g, /x*/gu, /増(?<of>収|益)/g, /(?=f)/g, /$/gm, /[^\s]/gu, /\b/g];

describe('matches of a pattern', () => {
  it.each(patterns)('are those of matchAll: %s', (pattern) => {
    for (const text of texts) {
      const plain = (matches: Iterable<RegExpExecArray>) =>
        [...matches].map((each) => ({ index: each.index, parts: [...each], groups: each.groups }));
      expect(plain(matchesIn(text, pattern))).toEqual(plain(text.matchAll(pattern)));
    }
  });

  it('begin at the beginning, wherever the pattern was left', () => {
    const pattern = /a/g;
    pattern.lastIndex = 2;
    expect(matchesIn('aaa', pattern)).toHaveLength(3);
    expect(pattern.lastIndex).toBe(0);
  });

  it('are refused of a pattern that is not global', () => {
    expect(() => matchesIn('aa', /a/)).toThrow('is not global');
  });
});
