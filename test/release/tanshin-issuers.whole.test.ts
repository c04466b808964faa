// Turn the issuers of the exchange's form into what each release must be: quiet, its summary on two pages, its files readable by every reader.
import { describe, expect, it } from 'vitest';
import type { ReleasePlace } from '../../src/model/sources.ts';
import { buildSample, composeSample, projectRoot } from '../support/sample.ts';
import { needing } from '../support/tools.ts';
import { hasVeraPdf, judgeEach } from '../support/verapdf.ts';

const places: readonly ReleasePlace[] = [
  { root: projectRoot, issuer: 'aoba', release: '2026h1' },
  { root: projectRoot, issuer: 'shinonome', release: '2025fy' },
  { root: projectRoot, issuer: 'asanagi', release: '2026q3' },
];

describe.each(places)('$issuer $release', (place) => {
  it('passes every check without a finding, a plug or an override', () => {
    const { findings, financials } = composeSample(place);
    expect(findings).toEqual([]);
    expect(financials?.adjustments).toEqual([]);
  });

  it('has a summary of two pages in each language', () => {
    const { layout } = composeSample(place);
    for (const lang of ['ja', 'en']) expect(layout?.pages.filter((page) => page.class === `${lang}-summary`)).toHaveLength(2);
  });

  it.skipIf(!hasVeraPdf)(needing('veraPDF', 'is PDF/UA-1 and PDF/A-2a, file by file'), async () => {
    const { outputs } = await buildSample(place);
    const files = new Map(
      [...outputs].flatMap(([name, bytes]) => (name.endsWith('.pdf') && typeof bytes !== 'string' ? [[name, bytes]] : [])),
    );
    expect(files.size).toBeGreaterThan(0);
    for (const [name, verdict] of judgeEach(files, ['ua1', '2a'])) expect({ name, ...verdict }).toEqual({ name, ua1: [], '2a': [] });
  });
});

describe('words of the two languages', () => {
  const rowsOf = (place: ReleasePlace, lang: string, statement: string) =>
    (composeSample(place).document?.parts ?? [])
      .filter((part) => part.lang === lang)
      .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
      .flatMap((block) => (block.kind === 'table' && block.statement === statement ? block.rows : []))
      .map(({ cells }) => cells.map((cell) => (cell ? cell.prefix + cell.core + cell.suffix : '')).join(' '));
  const [, ifrs, us] = places as [ReleasePlace, ReleasePlace, ReleasePlace];

  it('write negatives, nils, ranges and what is undecided in their own manner', () => {
    expect(rowsOf(ifrs, 'ja', 'results')).toEqual([
      '84,937 8.3 5,116 － 5,082 － 3,585 － 3,492 － 3,498 －',
      '78,412 △3.4 △2,625 － △2,823 － △3,238 － △3,301 － △2,022 －',
    ]);
    expect(rowsOf(ifrs, 'en', 'results')[1]).toBe('78,412 (3.4) (2,625) – (2,823) – (3,238) – (3,301) – (2,022) –');
    expect(rowsOf(ifrs, 'ja', 'forecast')).toEqual([
      '88,000～92,000 3.6～8.3 5,600～6,400 9.5～25.1 3,800～4,400 8.8～26.0 158.34～183.34',
    ]);
    expect(rowsOf(ifrs, 'en', 'forecast')[0]).toContain('88,000 to 92,000 3.6 to 8.3');
    expect(rowsOf(ifrs, 'ja', 'dividends')[2]).toBe('－ 20.00 － 未定 未定  未定 ');
    expect(rowsOf(ifrs, 'en', 'dividends')[2]).toBe('– 20.00 – undecided undecided  undecided ');
  });

  it('count years by eras in Japanese alone', () => {
    const labels = (lang: string) =>
      (composeSample(us).document?.parts ?? [])
        .filter((part) => part.lang === lang)
        .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
        .flatMap((block) => (block.kind === 'table' && block.statement === 'results' ? block.rows : []))
        .map(({ label }) => label.map(({ text }) => text).join(''));
    expect(labels('ja')).toEqual(['8年3月期第3四半期', '7年3月期第3四半期']);
    expect(labels('en')[0]).toBe('Nine months ended December 31, 2025');
  });
});
