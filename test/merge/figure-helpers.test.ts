import { describe, expect, it } from 'vitest';
import { factKey } from '../../src/figures/fact-key.ts';
import { Exact } from '../../src/model/exact.ts';
import { inlinesOf, listed, mergeNarrative, smallFinancials, smallRelease, written } from '../support/merge-fixture.ts';

describe('figures of a sentence', () => {
  it('are written in the scale asked for, half up', () => {
    expect(written('{{amount "revenue.total" in="million"}}')).toBe('JPY1,501 million');
    expect(written('{{amount "revenue.total" in="billion" decimals=1}}')).toBe('JPY1.5 billion');
    expect(written('{{amount "revenue.total" in="oku" decimals=1}}', 'ja')).toBe('15.0億円');
    expect(written('{{amount "revenue.total" in="thousand"}}', 'ja')).toBe('1,500,750千円');
    expect(written('{{usd "revenue.total" in="million"}}')).toBe('$12.5 million');
    expect(written('{{number "market.users" in="million" decimals=1}}')).toBe('4.2 million');
    expect(written('{{number "market.users" in="man" decimals=0}}', 'ja')).toBe('420万');
    expect(written('{{amount "result.per-share" in="one" decimals=2}}')).toBe('JPY(-)5,040.00');
  });

  it('are cut, not rounded, for an issuer that truncates', () => {
    const release = { issuer: { ...smallRelease.issuer, regime: 'truncate' as const } };
    expect(written('{{amount "revenue.total" in="million"}}', 'en', { release })).toBe('JPY1,500 million');
  });

  it('find stated facts of the release without a period', () => {
    expect(written('{{amount "guidance.revenue" in="million"}}')).toBe('JPY1,600 million');
  });

  it('repeat the share that the statement prints, plugs and overrides included', () => {
    // 650,125 of 1,500,750 is 43.32 percent; the statement pins 43.4.
    expect(written('{{share "costs.staff" of="revenue.total"}}')).toBe('43.4%');
    expect(written('{{share "costs.staff" of="revenue.total" decimals=2}}')).toBe('43.32%');
    const [figure] = mergeNarrative('{{share "costs.staff" of="revenue.total"}}').document.figures;
    expect(figure).toMatchObject({ fact: 'costs.staff@1q01', against: 'revenue.total@1q01', measure: 'percent-of', treatment: 'override' });
    expect(figure?.exact.round(2).toString()).toBe('43.32');
  });

  it('keep fact, exact value, printed value and place', () => {
    const { document } = mergeNarrative('Revenues were {{amount "revenue.total" in="million"}}.');
    expect(document.figures).toHaveLength(1);
    expect(document.figures[0]).toMatchObject({
      id: 0,
      fact: 'revenue.total@1q01',
      measure: 'amount',
      text: 'JPY1,501 million',
      decimals: 0,
      treatment: 'plain',
      lang: 'en',
      place: { kind: 'prose', section: 'words' },
      at: { file: 'narrative.en.md', line: 3, column: 15 },
    });
    expect(document.figures[0]?.exact.toString()).toBe('1500.75');
    expect(document.figures[0]?.printed.toString()).toBe('1501');
  });

  it('keep the sign of the value where words carry it', () => {
    const { document } = mergeNarrative('a loss of {{amount "result.operating" in="million" as="loss"}}');
    expect(document.figures[0]?.text).toBe('JPY49 million');
    expect(document.figures[0]?.printed.sign).toBe(-1);
  });
});

describe('signs', () => {
  it('are printed unless the sentence carries them', () => {
    expect(written('{{amount "result.operating" in="million"}}')).toBe('JPY(-)49 million');
    expect(written('{{amount "result.operating" in="million" sign="magnitude"}}', 'ja')).toBe('49百万円');
    expect(written('{{share "result.operating" of="revenue.total"}}')).toMatch(/^\(-\)3\.\d%$/);
  });

  it('must be what the sentence says', () => {
    expect(listed(mergeNarrative('income of {{amount "result.operating" in="million" as="gain"}}').findings)).toEqual([
      'merge/sign narrative.en.md:3:55+6 result.operating@1q01 is (-)49 (loss), the sentence says gain | write as="loss" and change the words, or correct result.operating@1q01',
    ]);
    const zero = new Map(smallFinancials.facts);
    const key = factKey('result.operating', '1q01');
    const fact = zero.get(key);
    if (fact) zero.set(key, { ...fact, value: Exact.zero });
    expect(
      listed(mergeNarrative('{{amount "result.operating" in="one" as="loss"}}', 'en', { financials: { facts: zero } }).findings)[0],
    ).toMatch(/^merge\/sign .* is 0 \(zero\), the sentence says loss/);
  });
});

describe('a mistaken call', () => {
  const finding = (text: string) => listed(mergeNarrative(text).findings)[0];

  it('names an unknown concept with the nearest known one', () => {
    expect(finding('x {{amount "revenue.totl" in="million"}}')).toBe(
      'merge/helper-argument narrative.en.md:3:12+14 unknown concept revenue.totl | did you mean revenue.total?',
    );
  });

  it('names an unknown period', () => {
    expect(finding('{{amount "revenue.total" period="prior-yaer"}}')).toBe(
      'merge/helper-argument narrative.en.md:3:33+12 unknown period prior-yaer | known here: current, prior-quarter, 1q01, 4q00',
    );
  });

  it('says where a fact is missing and where there is one', () => {
    expect(finding('{{number "market.users" period="prior-quarter"}}')).toBe(
      'derive/missing-fact narrative.en.md:3:10+14 market.users has no value at 4q00 | market.users has a value at 1q01: give another period=, or type it for 4q00',
    );
  });

  it('names an unknown option, scale or choice at its place', () => {
    expect(finding('{{amount "revenue.total" decimal=1}}')).toBe(
      'merge/helper-argument narrative.en.md:3:26+9 amount has no option decimal | did you mean decimals?',
    );
    expect(finding('{{amount "revenue.total" in="milion"}}')).toBe(
      'merge/helper-argument narrative.en.md:3:29+8 unknown scale milion | did you mean million?',
    );
    expect(finding('{{amount "revenue.total" as="profit"}}')).toMatch(
      /^merge\/helper-argument narrative\.en\.md:3:29\+8 as="profit" is none of signed, loss, gain/,
    );
    expect(finding('{{amount "revenue.total" decimals=12}}')).toMatch(/3:35\+2 decimals=12 is not a number from 0 to 6/);
  });

  it('may not print one dimension in the words of another', () => {
    expect(finding('{{amount "market.users"}}')).toMatch(/amount cannot print market\.users, which is a count \| use number/);
    expect(finding('{{percent "revenue.total"}}')).toMatch(/percent cannot print revenue\.total, which is a money/);
  });

  it('may not print a share of another unit', () => {
    expect(finding('{{share "shares.average" of="revenue.total"}}')).toBe(
      'merge/helper-argument narrative.en.md:3:29+15 shares.average@1q01 is a count and revenue.total@1q01 a money: no share can be printed | name a concept of the same unit',
    );
  });

  it('needs its arguments', () => {
    expect(finding('{{amount}}')).toMatch(/amount takes one concept before its options, not 0/);
    expect(finding('{{share "costs.staff"}}')).toMatch(/share needs of=/);
    expect(finding('{{amount revenue.total}}')).toBe(
      'merge/helper-argument narrative.en.md:3:10+13 revenue.total is not a value | write "revenue.total" in quotation marks',
    );
  });

  it('leaves the rest of the sentence standing', () => {
    const merged = mergeNarrative('before {{amount "nothing"}} after');
    expect(inlinesOf(merged).map((inline) => inline.text)).toEqual(['before after']);
    expect(merged.findings).toHaveLength(1);
  });
});

describe('overrides of prose', () => {
  const [override] = smallFinancials.proseOverrides;
  if (!override) throw new Error('the small issuer has one');
  const financials = { proseOverrides: [override] };

  it('replace the value of exactly their figure', () => {
    // 10 on 7 is 42.857 percent; the override prints 42.8.
    expect(written('{{change "ebitda.adjusted" from="prior-quarter" form="bare"}}', 'en', { financials })).toBe('42.8%');
    expect(written('{{change "ebitda.adjusted" from="prior-quarter" form="bare"}}')).toBe('42.9%');
  });

  it('that no sentence prints are reported where they stand', () => {
    expect(listed(mergeNarrative('Nothing.', 'en', { financials }).findings)).toEqual([
      `derive/override-idle ${override.at.file}:${override.at.line}:${override.at.column}+${override.at.length} no sentence prints ebitda.adjusted at 1q01 (change), so this override changes nothing | take it out, or check its of, from and decimals against the sentence that it was written for`,
    ]);
  });
});
