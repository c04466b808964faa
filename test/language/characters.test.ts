import { describe, expect, it } from 'vitest';
import { lookAlikes, printedCharacters } from '../../src/language/characters.ts';

describe('printed characters', () => {
  it('are composed', () => {
    expect(printedCharacters('か\u3099き\u3099 ハ\u309a cafe\u0301')).toBe('がぎ パ café');
  });

  it('are the ones that a reader would type', () => {
    expect(printedCharacters('⽔質、⻑期、⼤きい')).toBe('水質、長期、大きい');
    expect(printedCharacters('ｶﾞｲﾄﾞﾗｲﾝ ﾊﾟ')).toBe('ガイドライン パ');
    expect(printedCharacters('\ufa19\ufa10')).toBe('神塚');
  });

  it('keep letters of names, marks of the house and what has no counterpart', () => {
    for (const text of ['髙橋、﨑、𠮷野家', '３月期', '１２', '①㈱㎡', '⺀', 'ＫＤＤＩ', '\ue000'])
      expect(printedCharacters(text), text).toBe(text);
  });
});

describe('look-alikes', () => {
  it('are told with their place, what they are and what is meant', () => {
    expect(lookAlikes('売上⾼１２ｶﾞ')).toEqual([
      { index: 2, typed: '⾼', meant: '高', kind: 'radical' },
      { index: 3, typed: '１２', meant: '12', kind: 'full-width digits' },
      { index: 5, typed: 'ｶﾞ', meant: 'ガ', kind: 'half-width kana' },
    ]);
    expect(lookAlikes('﨑 髙 ３月 が')).toEqual([]);
  });
});
