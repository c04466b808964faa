import { describe, expect, it } from 'vitest';
import { factKey } from '../../src/figures/fact-key.ts';
import { Exact } from '../../src/model/exact.ts';
import type { Fact } from '../../src/model/financials.ts';
import { listed, mergeNarrative, smallFinancials, smallRelease, written } from '../support/merge-fixture.ts';

/** The small issuer's facts with other values, in yen. No statement prints them, so that every value is worked out from the facts. */
function withFacts(values: Readonly<Record<string, number>>) {
  const facts = new Map<string, Fact>(smallFinancials.facts);
  for (const [key, value] of Object.entries(values)) {
    const [concept = '', period = ''] = key.split('@');
    const like = facts.get(factKey('revenue.total', '1q01'));
    if (like) facts.set(key, { ...like, key, concept, period, value: Exact.of(value) });
  }
  return { financials: { facts, statements: new Map() } };
}

const operating = (now: number, then: number) => withFacts({ 'result.operating@1q01': now, 'result.operating@4q00': then });

describe('a change', () => {
  it('repeats the percentage of the statement in each form', () => {
    // 1,500,750 on 1,250,000 is 20.06 percent.
    expect(written('{{change "revenue.total" from="prior-quarter"}}')).toBe('an increase of 20.1%');
    expect(written('{{change "revenue.total" from="prior-quarter" form="verb" decimals=0}}')).toBe('increased by 20%');
    expect(written('{{change "revenue.total" from="prior-quarter" form="bare"}}')).toBe('20.1%');
    expect(written('{{change "revenue.total" from="prior-quarter" form="improvement"}}')).toBe('improved by 20.1%');
    expect(written('{{change "revenue.total" from="prior-quarter"}}', 'ja')).toBe('20.1%増');
  });

  it('turns its words with the facts', () => {
    expect(
      written('{{change "revenue.total" from="prior-quarter"}}', 'en', withFacts({ 'revenue.total@1q01': 90, 'revenue.total@4q00': 100 })),
    ).toBe('a decrease of 10.0%');
    expect(
      written('{{change "revenue.total" from="prior-quarter"}}', 'ja', withFacts({ 'revenue.total@1q01': 90, 'revenue.total@4q00': 100 })),
    ).toBe('10.0%減');
    expect(
      written('{{change "revenue.total" from="prior-quarter"}}', 'en', withFacts({ 'revenue.total@1q01': 100, 'revenue.total@4q00': 100 })),
    ).toBe('no change');
  });

  it('calls a loss that narrows an improvement, and one that widens a worsening', () => {
    const improvement = '{{change "result.operating" from="prior-quarter" form="improvement"}}';
    expect(written(improvement, 'en', operating(-193_782, -464_155))).toBe('improved by 58.3%');
    expect(written(improvement, 'ja', operating(-193_782, -464_155))).toBe('58.3%の改善');
    expect(written(improvement, 'en', operating(-464_155, -193_782))).toBe('worsened by 139.5%');
    expect(written('{{change "result.operating" from="prior-quarter"}}', 'en', operating(-193_782, -464_155))).toBe('a decrease of 58.3%');
  });

  it('across a change of sign says the turn, whatever tables print: a percentage has the sign of its base', () => {
    const change = (form: string) => `{{change "result.operating" from="prior-quarter" form="${form}"}}`;
    expect(written(change('noun'), 'en', operating(23_146, -5_533))).toBe('a turn to profit');
    expect(written(change('verb'), 'en', operating(23_146, -5_533))).toBe('turned to profit');
    expect(written(change('improvement'), 'en', operating(-5_533, 23_146))).toBe('turned to loss');
    expect(written(change('noun'), 'ja', operating(23_146, -5_533))).toBe('黒字転換');
    expect(written(change('improvement'), 'ja', operating(-5_533, 23_146))).toBe('赤字転落');
    const issuer = { ...smallRelease.issuer, change: { policy: 'signed' as const, text: 'n.m.' } };
    expect(written(change('noun'), 'en', { ...operating(23_146, -5_533), release: { issuer } })).toBe('a turn to profit');
    expect(written(change('verb'), 'ja', { ...operating(-23_146, 5_533), release: { issuer } })).toBe('赤字転落');
    expect(written(change('signed'), 'en', { ...operating(23_146, -5_533), release: { issuer } })).toBe('(518.3)%');
    const [bare] = listed(mergeNarrative(change('bare'), 'en', { ...operating(23_146, -5_533), release: { issuer } }).findings);
    expect(bare).toMatch(
      /result\.operating went from below zero to above it .* a percentage cannot say it in a sentence \| leave form="bare" out/,
    );
  });

  it('across a change of sign keeps its figure, so that it can be found', () => {
    const { document } = mergeNarrative('{{change "result.operating" from="prior-quarter"}}', 'en', operating(-10, 20));
    expect(document.figures).toMatchObject([{ fact: 'result.operating@1q01', against: 'result.operating@4q00', text: 'a turn to loss' }]);
  });

  it('calls lower costs an improvement', () => {
    const facts = withFacts({ 'costs.staff@1q01': 80, 'costs.staff@4q00': 100 });
    expect(written('{{change "costs.staff" from="prior-quarter" form="improvement"}}', 'en', facts)).toBe('improved by 20.0%');
  });

  it('across a sign goes the way the value goes', () => {
    expect(written('{{direction "result.operating" from="prior-quarter"}}', 'en', operating(23_146, -5_533))).toBe('an increase');
    expect(written('{{direction "result.operating" from="prior-quarter"}}', 'en', operating(-193_782, 15_998))).toBe('a decrease');
  });

  it('keeps both facts', () => {
    const { document } = mergeNarrative('{{change "revenue.total" from="prior-quarter"}}');
    expect(document.figures[0]).toMatchObject({
      fact: 'revenue.total@1q01',
      against: 'revenue.total@4q00',
      measure: 'change',
      text: 'an increase of 20.1%',
    });
  });

  it('from nothing cannot be printed', () => {
    const findings = listed(
      mergeNarrative('{{change "revenue.total" from="prior-quarter"}}', 'en', withFacts({ 'revenue.total@4q00': 0 })).findings,
    );
    expect(findings).toEqual([
      'derive/zero-base narrative.en.md:3:31+15 revenue.total@4q00 is zero: no change from it can be printed | say it in words, with the two amounts | or leave the sentence out',
    ]);
  });

  it('that the statement prints as n.m. cannot stand in a sentence', () => {
    // Operating income turned into a loss; the issuer's policy prints n.m.
    const [finding] = listed(mergeNarrative('{{change "result.operating" from="prior-quarter"}}').findings);
    expect(finding).toMatch(/merge\/helper-argument .* is printed as n\.m\. and cannot stand in a sentence/);
  });

  it('of what has no names for its two sides is no turn to profit', () => {
    const flows = withFacts({ 'cash.closing@1q01': 20, 'cash.closing@4q00': -10 });
    const [finding] = listed(mergeNarrative('{{change "cash.closing" from="prior-quarter"}}', 'en', flows).findings);
    expect(finding).toMatch(/cash\.closing went from below zero to above it .* \| say in words what happened, with the two amounts/);
  });

  it('from the limit of the issuer on stands in no sentence, and in brackets as tables print it', () => {
    const change = { policy: 'nm' as const, limit: Exact.of(1000), text: { ja: '－', en: '-' } };
    const given = (now: number) => ({
      ...withFacts({ 'revenue.total@1q01': now, 'revenue.total@4q00': 100 }),
      release: { issuer: { ...smallRelease.issuer, change } },
    });
    const asked = (form: string) => `{{change "revenue.total" from="prior-quarter" form="${form}"}}`;
    expect(written(asked('noun'), 'en', given(1_099))).toBe('an increase of 999.0%');
    expect(written(asked('signed'), 'en', given(1_100))).toBe('-');
    expect(written(asked('signed'), 'ja', given(1_100))).toBe('－');
    expect(written(asked('signed'), 'ja', { ...given(1_100), ...withFacts({ 'revenue.total@4q00': 0 }) })).toBe('－');
    // Under no head that says percent a dash has the sign of one; words have none.
    expect([written(asked('rate'), 'ja', given(1_100)), written(asked('rate'), 'en', given(1_099))]).toEqual(['－%', '999.0%']);
    const named = { ...given(1_100), release: { issuer: { ...smallRelease.issuer, change: { ...change, text: 'n.m.' } } } };
    expect(written(asked('rate'), 'en', named)).toBe('n.m.');
    for (const form of ['noun', 'verb', 'bare']) {
      const [finding] = listed(mergeNarrative(asked(form), 'ja', given(1_100)).findings);
      expect(finding).toMatch(/is printed as － and cannot stand in a sentence \| say in words .* \| or write form="signed"/);
    }
  });

  it('of a concept without better cannot improve', () => {
    const [finding] = listed(mergeNarrative('{{change "cash.closing" from="prior-quarter" form="improvement"}}').findings);
    expect(finding).toMatch(/nothing says which direction of cash\.closing is an improvement \| give cash\.closing better/);
  });

  it('needs the period compared with', () => {
    expect(listed(mergeNarrative('{{change "revenue.total"}}').findings)[0]).toMatch(/change needs from=/);
  });
});

describe('comparisons', () => {
  const both = '{{conjunction "revenue.total" from="prior-quarter" then="year"}}';
  const release = { spec: { ...smallRelease.spec, periods: new Map(smallRelease.spec.periods).set('year', at('4q99')) } };
  const periods = new Map(smallRelease.periods);
  const like = periods.get('4q00');
  if (like) periods.set('4q99', { ...like, id: '4q99' });
  const conjunction = (then: number) => {
    const facts = withFacts({ 'revenue.total@1q01': 100, 'revenue.total@4q00': 90, 'revenue.total@4q99': then });
    return written(both, 'en', { ...facts, release: { ...release, periods } });
  };

  function at(value: string) {
    return { value, at: { file: 'release.yaml', line: 1, column: 1, length: 1 } };
  }

  it('are joined by and where they agree, by but where they do not', () => {
    expect(conjunction(80)).toBe('and');
    expect(conjunction(120)).toBe('but');
  });

  it('as multiples', () => {
    const facts = withFacts({ 'revenue.total@1q01': 227, 'revenue.total@4q00': 67 });
    expect(written('{{times "revenue.total" from="prior-quarter"}}', 'en', facts)).toBe('3.4 times');
    expect(written('{{times "revenue.total" from="prior-quarter" decimals=0}}', 'ja', facts)).toBe('3倍');
    const loss = operating(-1, 2);
    expect(listed(mergeNarrative('{{times "result.operating" from="prior-quarter"}}', 'en', loss).findings)[0]).toMatch(
      /one is no multiple of the other/,
    );
  });
});

describe('a comparison of a figure with itself', () => {
  const refused = (markup: string) => listed(mergeNarrative(markup).findings)[0];

  it('is refused at the period that it names', () => {
    expect(refused('{{change "revenue.total" from="current"}}')).toMatch(
      /^merge\/helper-argument .* revenue\.total@1q01 is compared with itself \| name another period/,
    );
    expect(refused('{{direction "revenue.total" from="current"}}')).toMatch(/is compared with itself/);
    expect(refused('{{times "revenue.total" from="current"}}')).toMatch(/is compared with itself/);
    expect(refused('{{conjunction "revenue.total" from="prior-quarter" then="current"}}')).toMatch(/is compared with itself/);
  });

  it('is refused where a conjunction joins one comparison with the same', () => {
    expect(refused('{{conjunction "revenue.total" from="prior-quarter" then="prior-quarter"}}')).toMatch(/both comparisons are with/);
  });
});

describe('an outcome', () => {
  it('is named by its sign', () => {
    expect(written('{{outcome "result.operating"}}')).toBe('operating loss');
    expect(written('{{outcome "result.operating"}}', 'ja')).toBe('営業損失');
    expect(written('{{outcome "result.operating" period="prior-quarter"}}', 'en', operating(-1, 1))).toBe('operating income');
  });

  it('needs names', () => {
    expect(listed(mergeNarrative('{{outcome "revenue.total"}}').findings)[0]).toMatch(/revenue\.total has no outcome names/);
  });
});
