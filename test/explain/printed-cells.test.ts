import { describe, expect, it } from 'vitest';
import { cellNames } from '../../src/explain/printed-cells.ts';
import { composeSample, projectRoot, samplePlace } from '../support/sample.ts';

const named = (place: typeof samplePlace, fact: string) => {
  const { document } = composeSample(place, 'merge');
  if (!document) throw new Error('the release has no document');
  const names = cellNames(document);
  return document.figures
    .filter((figure) => figure.fact === fact && figure.place.kind === 'cell')
    .map(({ id, lang, text }) => [lang, text, names.get(id)?.row, names.get(id)?.column].join(' | '));
};

describe('a cell', () => {
  it('is named by the row of its period and the heads of its own column', () => {
    const aoba = { root: projectRoot, issuer: 'aoba', release: '2026h1' };
    expect(
      named(aoba, 'assets.total@2025fy').filter(
        (line) => line.includes('総資産') || line.includes('Total assets |') || line.includes('As of'),
      ),
    ).toEqual([
      'ja | 32,173 | 2025年3月期 | 総資産 / 百万円',
      'en | 32,173 | As of March 31, 2025 | Total assets / JPY million',
      'en | 32,173 | Total assets | As of March 31, 2025',
    ]);
    expect(named(aoba, 'profit.ordinary@2026h1')).toContain('en | 107.3 | Six months ended September 30, 2025 | Ordinary profit / %');
  });

  it('is named by the label of its concept and the heads over its column, note marks left out', () => {
    expect(named(samplePlace, 'result.net@2q02')).toContain('en | (19,108) | Net loss | Year-over-year Comparison / Sept 30, 2002 / USD');
    expect(named(samplePlace, 'contracts.datacenter@2q02').every((line) => !line.includes('*3)'))).toBe(true);
  });
});
