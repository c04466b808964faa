// Turn other figures into the sample's sentences: words must follow the signs, or the build must say that they do not.
import { describe, expect, it } from 'vitest';
import { dumpDocument } from '../../src/merge/dump-document.ts';
import { type Edit, editedSample } from '../support/edited-sample.ts';
import { composeSample } from '../support/sample.ts';

const period = 'data/iij/periods/2q02.yaml';

/** What the sample says, without the marks round figures, and what its sentences were found to say wrongly. */
function said(edits: readonly Edit[]): { readonly text: string; readonly wrong: readonly string[] } {
  const { document, findings } = composeSample(editedSample(edits), 'merge');
  const text = document ? dumpDocument(document).replace(/⟦\S+ (?:override |plug )?([^⟧]*)⟧/gu, '$1') : '';
  const inProse = findings.filter(({ at }) => at?.file.includes('narrative'));
  return { text, wrong: inProse.map(({ code, message }) => `${code} ${message}`) };
}

describe('sentences of the sample', () => {
  it('turns decrease into increase, and joins comparisons that disagree with but', () => {
    const { text, wrong } = said([
      { file: period, from: 'revenue.si: 3,094,168', to: 'revenue.si: 3,340,000' },
      { file: period, from: 'revenue.equipment: 1,774,953', to: 'revenue.equipment: 1,529,121' },
    ]);
    expect(text).toContain('JPY3,340 million in 2Q02, a decrease of 0.4% compared to 2Q01 but an increase of 0.3% compared to 1Q02');
    expect(text).toContain('The gross margin ratio for SI improved to 19.7% in 2Q02 compared to 10.3% in 1Q02');
    expect(wrong).toEqual([]);
  });

  it('names a profit as one in both languages, and refuses the sentence that can only speak of a loss', () => {
    const { text, wrong } = said([{ file: period, from: 'costs.connectivity: 5,081,186', to: 'costs.connectivity: 4,800,000' }]);
    expect(text).toContain('営業利益は87百万円となり、前期比黒字転換となった');
    expect(text).toContain(
      'an operating income of JPY87 million ($0.7 million) in 2Q02, compared to operating income of JPY16 million in 2Q01',
    );
    expect(wrong).toEqual(['merge/sign result.operating@2q02 is 87 (gain), the sentence says loss']);
  });

  it('says that a margin worsened', () => {
    const { text } = said([{ file: period, from: 'costs.si: 2,681,946', to: 'costs.si: 2,981,946' }]);
    expect(text).toContain('The gross margin ratio for SI worsened to 3.6% in 2Q02 compared to 10.3% in 1Q02');
    expect(text).toContain('The operating loss worsened by 6.4% compared to the previous quarter');
    expect(text).toContain('the operating loss increased to JPY494 million in 2Q02 compared to a loss of JPY464 million in 1Q02');
  });
});
