// What was said for an earlier release, and forecasts of periods that are over, beside what may be printed again.
import { describe, expect, it } from 'vitest';
import { lapsedGuidance } from '../../src/check/figures/lapsed-guidance.ts';
import { derive } from '../../src/derive/derive.ts';
import type { Release, ReportedFact } from '../../src/model/release.ts';
import type { HeadSpec } from '../../src/model/statement-spec.ts';
import { buildRelease, exact, span } from '../support/build-release.ts';

const ends = { now: '2025-09-30', past: '2025-03-31', next: '2026-03-31' };

/** A release of `now` with one statement that prints one column of `period`. */
function release(period: keyof typeof ends, more: (release: Release) => Partial<Release> = () => ({})): Release {
  const facts = { facts: { sales: '100' } };
  const drawn = buildRelease({
    periods: { now: facts, past: facts, next: facts },
    statements: { table: { columns: [`${period} amount`], rows: 'sales' } },
  });
  const periods = new Map([...drawn.periods].map(([id, each]) => [id, { ...each, end: ends[id as keyof typeof ends] }]));
  const roles = new Map(Object.keys(ends).map((id) => [id === 'now' ? 'current' : id, { value: id, at: span('release.yaml', 3) }]));
  const dated: Release = { ...drawn, periods, spec: { ...drawn.spec, periods: roles } };
  return { ...dated, ...more(dated) };
}

const told = (of: Release) =>
  lapsedGuidance
    .run(
      of,
      derive(of, () => {}),
    )
    .map(({ message }) => message);
const words = (text: string) => ({ ja: { value: text, at: span('forecast.yaml', 1) }, en: { value: text, at: span('forecast.yaml', 2) } });

describe('a stated fact of the release', () => {
  const stated = (more: Partial<ReportedFact>) =>
    release('now', ({ spec }) => {
      const fact: ReportedFact = {
        concept: 'guidance',
        value: exact('1'),
        nil: false,
        text: '1',
        source: 'the board',
        at: span('release.yaml', 9),
        ...more,
      };
      return { spec: { ...spec, stated: new Map([['guidance', fact]]) } };
    });

  it.each<[string, Partial<ReportedFact>, boolean]>([
    ['rests on nothing', {}, true],
    ['rests on the period of the release', { restsOn: ['sales@now'], restsOnIds: true }, true],
    ['rests on it and the one before', { restsOn: ['sales@past', 'sales@now'], restsOnIds: true }, true],
    ['rests on a concept of its own period', { restsOn: ['sales'], restsOnIds: false }, true],
    ['rests on the role of a period before', { restsOn: ['sales@past'], restsOnIds: false }, true],
    ['rests on a period before alone', { restsOn: ['sales@past'], restsOnIds: true }, false],
    ['was stated for this release', { statedFor: 'now', restsOn: ['sales@past'], restsOnIds: true }, true],
    ['was stated for the release before', { statedFor: 'past' }, false],
    ['rests on this release and was stated for another', { statedFor: 'past', restsOn: ['sales@now'], restsOnIds: true }, false],
  ])('that %s', (_, more, holds) => {
    expect(told(stated(more))).toHaveLength(holds ? 0 : 1);
  });

  it('of a period still to come is stated for a release too', () => {
    const of = (period: 'past' | 'next', statedFor: string) =>
      release('now', ({ periods }) => {
        const found = periods.get(period);
        const fact = found?.facts.get('sales');
        if (!found || !fact) throw new Error('no such fact');
        return {
          periods: new Map(periods).set(period, { ...found, facts: new Map([['sales', { ...fact, source: 'the board', statedFor }]]) }),
        };
      });
    expect(told(of('next', 'now'))).toEqual([]);
    expect(told(of('next', 'past'))).toEqual(['sales, 100, was stated for past, and this is the release of now']);
    expect(told(of('past', 'past'))).toEqual([]);
  });
});

describe('a forecast', () => {
  const withSpec = (period: keyof typeof ends, more: object) =>
    release(period, ({ statements }) => ({ statements: new Map([...statements].map(([id, spec]) => [id, { ...spec, ...more }])) }));
  const head = (text: string): HeadSpec => ({
    text,
    over: [{ text: 'JPY', over: [], column: 'c0', at: span('forecast.yaml', 6) }],
    at: span('forecast.yaml', 5),
  });

  it.each([
    ['past', '連結業績予想', false],
    ['now', 'Forecast of the fiscal year', false],
    ['past', 'Business outlook', false],
    ['past', '業績の見通し', false],
    ['next', '連結業績予想', true],
    ['next', 'Forecast of the fiscal year', true],
    ['past', '連結業績', true],
    ['past', '前回発表予想と実績', true],
    ['past', 'Previous forecast', true],
    ['past', 'Results against the forecast', true],
    ['past', '予想信用損失', true],
    ['past', 'Allowance for expected credit losses', true],
  ] as const)('of %s called %s', (period, text, holds) => {
    const columns =
      withSpec(period, {})
        .statements.get('table')
        ?.columns.map(({ id }) => id) ?? [];
    for (const more of [
      { summary: words(text) },
      { captions: { en: [{ value: text, at: span('forecast.yaml', 4) }], ja: [{ value: text, at: span('forecast.yaml', 4) }] } },
      { heads: { en: [{ ...head(text), over: [{ text: 'JPY', over: [], column: columns[0], at: span('forecast.yaml', 6) }] }] } },
      { grid: { columns: [], rows: [{ labels: words(text), columns, at: span('forecast.yaml', 7) }] } },
    ]) {
      // Words in Japanese are read as Japanese, those in English as English.
      expect(told(withSpec(period, more)).length > 0, JSON.stringify(more)).toBe(!holds && !('heads' in more && /[ぁ-龠]/.test(text)));
    }
  });
});
