// Two wordings of a sentence: which words stand for which.
import { describe, expect, it } from 'vitest';
import { masked, wordChanges } from '../../src/explain/word-changes.ts';

const at = { file: 'narrative.md', line: 1, column: 1, length: 1 };

describe('changed words', () => {
  it('are found one by one, in their order', () => {
    expect(wordChanges('it rose by # and then it rose', 'it fell by # but then it rose', 'en')).toEqual([
      { before: 'rose', after: 'fell' },
      { before: 'and', after: 'but' },
    ]);
  });

  it('are characters in Japanese', () => {
    expect(wordChanges('前年同期比#%増、前期比#%増', '前年同期比#%増、前期比#%減', 'ja')).toEqual([{ before: '増', after: '減' }]);
    expect(wordChanges('#%の改善', '#%の悪化', 'ja')).toEqual([{ before: '改善', after: '悪化' }]);
  });

  it('may stand for nothing', () => {
    expect(wordChanges('it rose', 'it also rose', 'en')).toEqual([{ before: '', after: 'also' }]);
    expect(wordChanges('same', 'same', 'en')).toEqual([]);
  });

  it('leave out the digits of figures, and only those', () => {
    const sentence = [
      { text: 'In 2002 ', at },
      { text: 'an increase of 1,311.3%', at, figure: 3 },
    ];
    expect(masked(sentence)).toBe('In 2002 an increase of #%');
  });
});
