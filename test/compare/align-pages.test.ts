import { describe, expect, it } from 'vitest';
import { alignPages } from '../../src/compare/align-pages.ts';

const page = (name: string) => `${name} revenue of the quarter ${name} costs ${name} cash ${name} balance`;

describe('pages of two files', () => {
  it('stand for each other in spite of a page put in, with other words on another page', () => {
    const old = ['a', 'b', 'c', 'd'].map(page);
    const now = [page('a'), page('x'), page('b'), page('c').replace('revenue', 'sales'), page('d')];
    expect(alignPages(old, now)).toEqual([{ old: 0, new: 0 }, { new: 1 }, { old: 1, new: 2 }, { old: 2, new: 3 }, { old: 3, new: 4 }]);
  });

  it('are gone where nothing like them is left', () => {
    const old = [page('a'), 'quite other words stand here alone', page('c').replace('cash', 'money')];
    const now = [page('a'), page('c')];
    expect(alignPages(old, now)).toEqual([{ old: 0, new: 0 }, { old: 1 }, { old: 2, new: 1 }]);
  });

  it('without words stand for each other in order', () => {
    expect(alignPages(['', ''], ['', ''])).toEqual([
      { old: 0, new: 0 },
      { old: 1, new: 1 },
    ]);
    expect(alignPages([], ['only'])).toEqual([{ new: 0 }]);
  });

  it('are every page of both exactly once, even where hundreds differ', () => {
    const old = Array.from({ length: 300 }, (_, index) => `old ${index}`);
    const now = Array.from({ length: 310 }, (_, index) => `new ${index}`);
    const matches = alignPages(old, now);
    expect(matches.flatMap((match) => (match.old === undefined ? [] : [match.old])).sort((a, b) => a - b)).toEqual(
      old.map((_, index) => index),
    );
    expect(matches.flatMap((match) => (match.new === undefined ? [] : [match.new])).sort((a, b) => a - b)).toEqual(
      now.map((_, index) => index),
    );
  });
});
