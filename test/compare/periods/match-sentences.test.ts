// Sentences of two releases into pairs: the same words wherever they stand, then the likest, and no more moved than need be.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Effort } from '../../../src/compare/align-sequences.ts';
import { type Matched, matchSentences, movedPairs } from '../../../src/compare/periods/match-sentences.ts';
import { bagOf } from '../../../src/compare/words.ts';

const sentence = (text: string, kind = 'text'): Matched => ({ name: text, kind, bag: bagOf(text.split(' ')) });
const pairsOf = (old: readonly string[], now: readonly string[], effort = new Effort(1_000_000)) =>
  matchSentences(
    old.map((text) => sentence(text)),
    now.map((text) => sentence(text)),
    effort,
  );
const one = () => 1;

describe('matchSentences', () => {
  it('pairs equal sentences in any order, each once', () => {
    expect(pairsOf(['a b', 'c d', 'e f'], ['e f', 'a b', 'c d'])).toEqual([
      [2, 0],
      [0, 1],
      [1, 2],
    ]);
    expect(pairsOf(['a', 'a'], ['a', 'a', 'a'])).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('pairs the likest of the others, a sentence that stands where it stood before one as like elsewhere', () => {
    expect(pairsOf(['sales rose in Japan', 'x', 'sales rose in China'], ['sales fell in Japan', 'x', 'sales fell in China'])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    expect(pairsOf(['one two three four'], ['five six seven eight'])).toEqual([]);
  });

  it('makes no version of a heading out of a sentence, unless it says the same', () => {
    const old = [sentence('sales of services', 'heading')];
    expect(matchSentences(old, [sentence('sales of machines')], new Effort(1000))).toEqual([]);
    expect(matchSentences(old, [sentence('sales of services')], new Effort(1000))).toEqual([[0, 0]]);
  });

  it('holds nothing against others beyond the effort, and still finds what is the same', () => {
    expect(pairsOf(['a b c', 'd e f'], ['a b x', 'd e f'], new Effort(30))).toEqual([[1, 1]]);
  });

  it('pairs every sentence with itself in any two orders', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...'abcdefghijklm'], { minLength: 13 }), (letters) => {
        const pairs = pairsOf([...'abcdefghijklm'], letters);
        expect(pairs.map(([old]) => 'abcdefghijklm'[old])).toEqual(letters);
      }),
    );
  });
});

describe('movedPairs', () => {
  it('moves as little as can be: one that went to the front, and no other', () => {
    const pairs = [
      [3, 0],
      [0, 1],
      [1, 2],
      [2, 3],
    ] as const;
    expect([...movedPairs(pairs, one)]).toEqual([0]);
    expect([...movedPairs(pairs, ([old]) => (old === 3 ? 9 : 1))].sort()).toEqual([1, 2, 3]);
  });

  it('leaves pairs that rise in both, of any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 }), (order) => {
        const pairs = order.map((old, now) => [old, now] as const);
        const moved = movedPairs(pairs, one);
        const stayed = order.filter((_, now) => !moved.has(now));
        expect(stayed).toEqual([...stayed].sort((a, b) => a - b));
        for (const now of moved) {
          const more = order.filter((_, each) => each === now || !moved.has(each));
          expect(more).not.toEqual([...more].sort((a, b) => a - b));
        }
      }),
    );
  });
});
