// Turn words of the sample that name another period, table or year than the figures beside them into findings.
import { describe, expect, it } from 'vitest';
import { composeEdited, fileOf, loadedRelease, provedReleases } from '../support/seeded-sources.ts';

const [iij, aoba] = provedReleases.map(loadedRelease);

/** What is told of one edit of a file that ends so. */
function told(sources: typeof iij, ending: string, from: string, to: string): readonly string[] {
  if (!sources) throw new Error('not loaded');
  // A layout may have a statement of the same name.
  const file = [...sources.hashes.keys()].find((each) => each.startsWith('data/') && each.endsWith(ending)) ?? ending;
  const { text } = fileOf(sources, file);
  expect(text.split(from)).toHaveLength(2);
  return composeEdited(
    sources,
    file,
    text.replace(from, () => to),
  ).findings.map(({ code, message }) => `${code} ${message}`);
}

describe('the name of a period', () => {
  it('beside an amount is that of the amount', () => {
    const from = 'compared to {{amount "tax.income" period="prior-year" in="million"}} in {{period "prior-year"}}';
    expect(told(iij, 'narrative.en.md', from, from.replace('in {{period "prior-year"}}', 'in {{period "prior-quarter"}}'))).toEqual([
      'check/period-word JPY1,266 million is of 2q01 and stands beside "1Q02"',
    ]);
  });

  it('after a comparison is that of the figure compared with', () => {
    const from = '{{change "costs.si" from="prior-year"}} compared to {{period "prior-year"}}';
    expect(told(iij, 'narrative.en.md', from, from.replace(/prior-year"}}$/, 'prior-quarter"}}'))).toEqual([
      'check/period-word a decrease of 4.2% compares with 2q01 and stands beside "1Q02"',
    ]);
  });

  it('before a comparison in Japanese is that of the figure compared with', () => {
    expect(
      told(iij, 'narrative.ja.md', '前期比{{change "capex" from="prior-quarter"', '前年同期比{{change "capex" from="prior-quarter"'),
    ).toEqual(['check/period-word 48%増 compares with 1q02 and stands beside "前年同期比"']);
  });
});

describe('the number of a table', () => {
  it('is the same in both languages', () => {
    expect(told(iij, 'statements/backbone.yaml', '表 4.', '表 3.')).toEqual([
      'check/languages the captions of backbone read "表 3. バックボーンコスト" in Japanese and "Table 4. Backbone Costs" in English: their numbers differ',
    ]);
    expect(told(aoba, 'statements/position.yaml', '（２）', '（３）')[0]).toMatch(/^check\/languages the captions of position/);
  });
});

describe('a number in a title', () => {
  it('stands in the first heading', () => {
    expect(told(aoba, 'release.yaml', 'ja: 2026年3月期', 'ja: 2025年3月期')).toEqual([
      'check/unbound-figure the title "2025年3月期第2四半期決算短信〔日本基準〕（連結）" says 2025, which no first heading prints',
    ]);
  });
});
