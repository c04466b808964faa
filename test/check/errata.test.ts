// Turn errata and sentences that print what the source shows, or what it should, into findings.
import { describe, expect, it } from 'vitest';
import { told } from '../support/check-words.ts';

describe('an erratum', () => {
  it('says nothing of a text that is printed as corrected', () => {
    expect(told({ en: 'IIJ upgraded it.', errata: ['IJ upgraded | IIJ upgraded'] })).toEqual([]);
  });

  it('tells every place that prints the slip, in either language', () => {
    const errata = ['Crossway | Crosswave'];
    expect(told({ en: 'Crosswave and\nCrossway.', ja: 'Crosswayは小さい。', errata })).toEqual([
      'check/erratum narrative.ja.md:3:1+8 "Crossway" is printed, a slip of the source that is corrected to "Crosswave"',
      'check/erratum narrative.en.md:4:1+8 "Crossway" is printed, a slip of the source that is corrected to "Crosswave"',
    ]);
  });

  it('is told when nothing is printed as corrected', () => {
    expect(told({ en: 'Nothing of it.', errata: ['Crossway | Crosswave'] })).toEqual([
      'check/erratum release.yaml:20:5+20 the text "Crosswave" stands nowhere in the document, so this erratum corrects nothing',
    ]);
  });

  it('knows its words however typesetting spaces Japanese from Western letters, and tells spaces inside of either', () => {
    const errata = ['IIJTX スタンダード | IIJ TX スタンダード'];
    for (const ja of ['IIJ TXスタンダード。', 'IIJ TX スタンダード。']) expect(told({ ja, errata })).toEqual([]);
    expect(told({ ja: 'IIJ TXスタンダードとIIJTXスタンダード。', errata })).toEqual([
      'check/erratum narrative.ja.md:3:14+11 "IIJTX スタンダード" is printed, a slip of the source that is corrected to "IIJ TX スタンダード"',
    ]);
  });

  it('tells no slip inside of its own correction', () => {
    const errata = ['Mini | Mini Works'];
    expect(told({ en: 'Mini Works grew.', errata })).toEqual([]);
    expect(told({ en: 'Mini Works grew, and Mini did.', errata })).toEqual([
      'check/erratum narrative.en.md:3:22+4 "Mini" is printed, a slip of the source that is corrected to "Mini Works"',
    ]);
  });

  it('may take words out, and put words in', () => {
    const errata = ['[sic] | ', ' | Mini Works'];
    expect(told({ en: 'Mini Works grew.', errata })).toEqual([]);
    expect(told({ en: 'Mini Works [sic] grew.', errata })).toEqual([
      'check/erratum narrative.en.md:3:12+5 "[sic]" is printed, a slip of the source that is corrected to ""',
    ]);
  });

  it('takes signs of patterns as they are typed', () => {
    expect(told({ en: 'It costs $x^(*).', errata: ['\\\\$x | $x', '$x^(. | $x^(*)'] })).toEqual([]);
  });
});
