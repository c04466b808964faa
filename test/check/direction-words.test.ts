import { describe, expect, it } from 'vitest';
import { told } from '../support/check-words.ts';
import { smallRelease } from '../support/merge-fixture.ts';

/** Facts of the small issuer: revenue 1,500,750 on 1,250,000 thousand, operating loss 49,375 on 50,000 thousand, EBITDA 10 on 7 million. */
const revenue = '{{change "revenue.total" from="prior-quarter" form="bare"}}';
const turned = { 'revenue.total@1q01': 1_000_000_000, 'revenue.total@4q00': 1_250_000_000 };

describe('a direction word typed by hand', () => {
  it('that agrees with the change beside it passes, and is an error as soon as the figures turn', () => {
    const en = `Revenues increased by ${revenue}.`;
    expect(told({ en })).toEqual([]);
    expect(told({ en, facts: turned })).toEqual([
      'check/direction-word narrative.en.md:3:10+9 "increased" is typed by hand beside revenue.total@1q01, which went down from 4q00: 20.0%',
    ]);
    const ja = `売上高は${revenue}増となった。`;
    expect(told({ ja })).toEqual([]);
    expect(told({ ja, facts: turned })).toEqual([
      'check/direction-word narrative.ja.md:3:64+1 "増" is typed by hand beside revenue.total@1q01, which went down from 4q00: 20.0%',
    ]);
  });

  it('of a decline against a rise is told in both languages', () => {
    expect(told({ en: `a ${revenue} decline of revenues` })).toHaveLength(1);
    expect(told({ en: `a ${revenue} decrease`, ja: `${revenue}の減少` })).toHaveLength(2);
    expect(told({ ja: `${revenue}減収` })).toHaveLength(1);
    expect(told({ ja: `${revenue}の増減` })).toEqual([]);
    expect(told({ ja: `減価償却費を除き${revenue}増` })).toEqual([]);
  });

  it('up and down count right beside their figure', () => {
    expect(told({ en: `Revenues were up ${revenue}.` })).toEqual([]);
    expect(told({ en: `Revenues were down ${revenue}.` })).toHaveLength(1);
    expect(told({ en: `${revenue} down on the quarter` })).toHaveLength(1);
    expect(told({ en: `Written down assets made ${revenue} of it` })).toEqual([]);
  });

  it('beside an amount speaks of the change that the paragraph prints', () => {
    const en = 'Revenues declined to {{amount "revenue.total" in="million"}}, {{change "revenue.total" from="prior-quarter"}}.';
    expect(told({ en })).toEqual([
      'check/direction-word narrative.en.md:3:10+8 "declined" is typed by hand beside revenue.total@1q01, which went up from 4q00: an increase of 20.1%',
    ]);
    expect(told({ en: en.replace('declined', 'grew') })).toEqual([]);
  });

  it('in another clause or far away speaks of something else', () => {
    expect(told({ en: `The decline ended, and revenues were ${revenue} higher.` })).toEqual([]);
    expect(told({ en: `Lower interest rates and taxes that the government of Japan had announced made ${revenue} possible` })).toEqual([]);
  });

  it('measures two losses by their size', () => {
    const en = 'The loss decreased by {{change "result.operating" from="prior-quarter" form="bare"}}.';
    const policy = { facts: {} };
    expect(told({ en, ...policy })).toEqual([]);
    expect(told({ en: en.replace('decreased', 'increased'), ...policy })).toHaveLength(1);
    expect(told({ en: en.replace('decreased', 'improved'), ...policy })).toEqual([]);
    expect(told({ en: en.replace('decreased', 'worsened'), ...policy })).toHaveLength(1);
  });

  it('of improvement follows what is better, not what is more', () => {
    const staff = '{{change "costs.staff" from="prior-quarter" form="bare"}}';
    expect(told({ en: `Staff costs worsened by ${staff}`, ja: `人件費は${staff}の悪化` })).toEqual([]);
    expect(told({ en: `Staff costs improved by ${staff}`, ja: `人件費は${staff}の改善` })).toHaveLength(2);
  });

  it('of a turn needs one', () => {
    const en = 'The result turned to profit beside {{change "result.operating" from="prior-quarter" form="bare"}}';
    expect(told({ en })).toHaveLength(1);
    expect(told({ ja: '黒字に転換し{{direction "result.operating" from="prior-quarter"}}' })).toHaveLength(1);
  });

  it('may be set free by a literal', () => {
    const en = `a decline in rates made ${revenue}`;
    expect(told({ en })).toHaveLength(1);
    expect(told({ en, literals: ['word | decline in rates'] })).toEqual([]);
  });

  it('beside a stated rate that is negative says the direction twice', () => {
    const rate = '{{percent "margin.gross"}}';
    expect(told({ en: `It grew by ${rate}.` })).toEqual([]);
    expect(told({ en: `It grew by ${rate}.`, facts: { 'margin.gross@1q01': -1 } })).toEqual([
      'check/direction-word narrative.en.md:3:4+4 "grew" stands beside (-)100.0%, which is negative: the sentence says the direction twice',
    ]);
  });

  it('by a helper is right by construction', () => {
    const words = '{{direction "revenue.total" from="prior-quarter"}} {{change "revenue.total" from="prior-quarter"}}';
    expect(told({ en: words, ja: words, facts: turned })).toEqual([]);
  });
});

describe('the name of a result typed by hand', () => {
  const loss = '{{amount "result.operating" in="million" sign="magnitude"}}';

  it('agrees with the sign of the amount after it', () => {
    expect(told({ en: `Operating loss was ${loss}.`, ja: `営業損失は${loss}。` })).toEqual([]);
    expect(told({ en: `Operating income was ${loss}.` })).toEqual([
      'check/direction-word narrative.en.md:3:1+16 "Operating income" stands before JPY49 million, and result.operating@1q01 is a loss',
    ]);
    expect(told({ ja: `営業利益は${loss}。` })).toEqual([
      'check/direction-word narrative.ja.md:3:1+4 "営業利益" stands before 49百万円, and result.operating@1q01 is a loss',
    ]);
    expect(told({ en: `We made a profit of ${loss}.` })).toHaveLength(1);
  });

  it('is the last one before the amount, in its clause', () => {
    expect(told({ en: `Compared to income, the loss was ${loss}.` })).toEqual([]);
    expect(told({ en: `Where income had been expected a loss of ${loss} came.` })).toEqual([]);
  });

  it('says nothing of a concept without two outcomes', () => {
    expect(told({ en: 'Income was {{amount "cash.change" in="million" sign="magnitude"}}.' })).toEqual([]);
  });
});

describe('and or but typed between two changes', () => {
  const then = (word: string) =>
    `Revenues show {{change "revenue.total" from="prior-quarter"}} ${word} {{change "revenue.total" from="year"}} on the year.`;

  it('says whether they agree', () => {
    const up = comparedWith(1_000_000_000);
    const down = comparedWith(2_000_000_000);
    expect(told({ en: then('and'), ...up })).toEqual([]);
    expect(told({ en: then('but'), ...down })).toEqual([]);
    expect(told({ en: then('but'), ...up })).toEqual([
      'check/direction-word narrative.en.md:3:63+3 "but" joins two changes of revenue.total@1q01 that agree: up from 4q00, up from 1q00',
    ]);
    expect(told({ en: then('and'), ...down })).toEqual([
      'check/direction-word narrative.en.md:3:63+3 "and" joins two changes of revenue.total@1q01 that disagree: up from 4q00, down from 1q00',
    ]);
    expect(told({ en: then('{{conjunction "revenue.total" from="prior-quarter" then="year"}}'), ...down })).toEqual([]);
    const ja = '前期比{{change "revenue.total" from="prior-quarter"}}となった一方、前年比{{change "revenue.total" from="year"}}となった。';
    expect(told({ ja, ...up })).toHaveLength(1);
    expect(told({ ja, ...down })).toEqual([]);
  });
});

/** Revenues of a third period, the year before, with a role of its own. */
function comparedWith(revenues: number) {
  const like = smallRelease.periods.get('4q00');
  const role = smallRelease.spec.periods.get('current');
  if (!like || !role) throw new Error('the small issuer has other periods');
  const roles = new Map(smallRelease.spec.periods).set('year', { ...role, value: '1q00' });
  const periods = new Map(smallRelease.periods).set('1q00', { ...like, id: '1q00', start: '2000-04-01', end: '2000-06-30', quarter: 1 });
  return { release: { spec: { ...smallRelease.spec, periods: roles }, periods }, facts: { 'revenue.total@1q00': revenues } };
}
