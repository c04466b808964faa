// What a sentence prints: the figure of a table where one prints it, the override that names it, or the issuer's own rounding.
import { describe, expect, it } from 'vitest';
import { derive } from '../../src/derive/derive.ts';
import { type ProseQuestion, proseFigures } from '../../src/figures/prose-figure.ts';
import { buildRelease, exact, type ReleaseDraft } from '../support/build-release.ts';

/** Three equal parts of a hundred: the column plugs one of them to 34, so that it foots. */
const thirds: ReleaseDraft = {
  rate: '100',
  concepts: { staff: { unit: 'count' }, users: { unit: 'count', scale: 'man' } },
  periods: {
    now: { facts: { a: '33,333', b: '33,333', c: '33,334', loss: '(1,592)', zero: '0', staff: '40', users: '420' } },
    before: { facts: { a: '30,000', b: '40,000', c: '0', loss: '(4,000)', zero: '5' } },
  },
  statements: {
    result: { columns: ['now percent-of sum decimals 0', 'now change before'], rows: 'a\nb\nc\nsum = a + b + c', blank: { c: ['change'] } },
  },
};

type Asked = Partial<Omit<ProseQuestion, 'fact' | 'against'>> & { readonly against?: string };

function asking(draft: ReleaseDraft) {
  const release = buildRelease(draft);
  const financials = derive(release, () => {});
  const ask = proseFigures(release, financials);
  const fact = (key: string) => {
    const found = financials.facts.get(key);
    if (!found) throw new Error(`no fact ${key}`);
    return found;
  };
  return (key: string, { against, ...asked }: Asked = {}) => {
    const compared = against === undefined ? {} : { against: fact(against) };
    const answer = ask({ fact: fact(key), measure: 'amount', decimals: 0, ...compared, ...asked });
    return answer.kind === 'figure' ? { kind: answer.kind, text: answer.figure.printed.toString(), ...answer.figure } : answer;
  };
}

const ask = asking(thirds);

describe('a sentence', () => {
  it('repeats what a table prints, plugs included, where decimals agree', () => {
    const share = { measure: 'percent-of', against: 'sum@now' } as const;
    const printed = ['a@now', 'b@now', 'c@now'].map((key) => ask(key, share));
    expect(printed.map((figure) => ('text' in figure ? figure.text : figure.kind))).toEqual(['33', '33', '34']);
    expect(printed[2]).toMatchObject({ treatment: 'plug', measure: 'percent-of', against: 'sum@now', decimals: 0 });
    expect(ask('c@now', { ...share, decimals: 1 })).toMatchObject({ text: '33.3', treatment: 'plain' });
  });

  it('asks one statement, if it names one', () => {
    const share = { measure: 'percent-of', against: 'sum@now', statement: 'other' } as const;
    expect(ask('c@now', share)).toMatchObject({ text: '33', treatment: 'plain' });
  });

  it('is rounded as the issuer rounds where no table prints it', () => {
    const cut = asking({ ...thirds, regime: 'truncate' });
    expect(ask('loss@now', { scale: 'million' })).toMatchObject({ text: '-2', treatment: 'plain' });
    expect(cut('loss@now', { scale: 'million' })).toMatchObject({ text: '-1' });
    expect(ask('loss@now', { measure: 'translated', scale: 'thousand' })).toMatchObject({ text: '-16' });
    expect(cut('loss@now', { measure: 'translated', scale: 'thousand' })).toMatchObject({ text: '-15' });
    expect(ask('a@now', { measure: 'times', against: 'b@before', decimals: 1 })).toMatchObject({ text: '0.8' });
    // 33,333 on 40,000 is 16.67 percent less: a change is rounded, never cut.
    const change = { measure: 'change', against: 'b@before', decimals: 0 } as const;
    expect([ask('b@now', change), cut('b@now', change)]).toMatchObject([{ text: '-17' }, { text: '-17' }]);
  });

  it('keeps the exact value in the units that it prints', () => {
    expect(ask('loss@now', { scale: 'million' })).toMatchObject({ exact: expect.objectContaining({ n: -199n, d: 125n }) });
    expect(ask('users@now', { scale: 'million', decimals: 1 })).toMatchObject({ text: '4.2' });
  });
});

describe('an override of prose', () => {
  const overridden = (override: string, more: Partial<ReleaseDraft> = {}) => asking({ ...thirds, overrides: [override], ...more });

  it('is printed instead, with its reason', () => {
    const change = { measure: 'change', against: 'loss@before', decimals: 1 } as const;
    const answer = overridden('prose | loss | now change before | -60.2 | -60.1')('loss@now', change);
    expect(answer).toMatchObject({ text: '-60.1', treatment: 'override', override: { why: 'so printed' } });
    expect(ask('loss@now', change)).toMatchObject({ text: '-60.2', treatment: 'plain' });
  });

  it('is recorded in the scale of the issuer and printed in that of the sentence', () => {
    const sentence = overridden('prose | loss | now amount | -1592 | -1500');
    expect(sentence('loss@now', { scale: 'thousand' })).toMatchObject({ text: '-1500', treatment: 'override' });
    expect(sentence('loss@now', { scale: 'million', decimals: 1 })).toMatchObject({ text: '-1.5', treatment: 'override' });
    expect(sentence('loss@now', { scale: 'one' })).toMatchObject({ text: '-1500000', treatment: 'override' });
  });

  it('is left where the sentence has too few decimals for it', () => {
    const sentence = overridden('prose | loss | now amount | -1592 | -1500');
    expect(sentence('loss@now', { scale: 'million' })).toMatchObject({ text: '-2', treatment: 'plain' });
  });

  it('names its base or its period compared with', () => {
    const sentence = overridden('prose | loss | now change before | -60.2 | -60.1');
    expect(sentence('loss@now', { measure: 'change', against: 'loss@now', decimals: 1 })).toMatchObject({ treatment: 'plain' });
    const share = overridden('prose | loss | now percent-of a | -4.776 | -4.7');
    expect(share('loss@now', { measure: 'percent-of', against: 'a@now', decimals: 1 })).toMatchObject({ text: '-4.7' });
    expect(share('loss@now', { measure: 'percent-of', against: 'b@now', decimals: 1 })).toMatchObject({ text: '-4.8' });
  });
});

describe('a fact of the release, which stands for every period', () => {
  const planned = { ...thirds, stated: { plan: '66,666' } };
  const share = { measure: 'percent-of', against: 'plan@release' } as const;

  it('is the base of what a table prints, and the sentence repeats it', () => {
    const sentence = asking({
      ...planned,
      statements: { result: { columns: ['now percent-of plan decimals 0'], rows: 'b' } },
      overrides: ['result | b | now percent-of plan | 50 | 51'],
    });
    expect(sentence('b@now', share)).toMatchObject({ text: '51', treatment: 'override', against: 'plan@release' });
  });

  it('may be overridden in prose, at the period that stands for it, itself and as a base', () => {
    const own = asking({ ...planned, overrides: ['prose | plan | now amount | 66666 | 66700'] });
    expect(own('plan@release', { scale: 'thousand' })).toMatchObject({ text: '66700' });
    const base = asking({ ...planned, overrides: ['prose | b | now percent-of plan | 50 | 50.1'] });
    expect(base('b@now', { ...share, decimals: 1 })).toMatchObject({ text: '50.1' });
  });
});

describe('a change that tables print as words', () => {
  const change = { measure: 'change', decimals: 1 } as const;
  const nm = asking({ ...thirds, change: { policy: 'nm', text: 'n.m.' } });

  it('has both: its number, which no table prints, and the words of the policy', () => {
    expect(nm('loss@now', { ...change, against: 'loss@before' })).toMatchObject({ text: '-60.2', tableWords: 'n.m.' });
    expect(nm('a@now', { ...change, against: 'a@before' })).not.toHaveProperty('tableWords');
    expect(ask('loss@now', { ...change, against: 'loss@before' })).not.toHaveProperty('tableWords');
  });

  it('has the words of the statement where one prints it', () => {
    const limited = asking({ ...thirds, change: { policy: 'signed', text: 'n.m.', beyond: exact('15') } });
    // 33,333 on 40,000 is 16.7 percent less, on 30,000 11.1 percent more.
    expect(limited('b@now', { ...change, against: 'b@before' })).toMatchObject({ statementWords: 'n.m.', tableWords: 'n.m.' });
    expect(limited('a@now', { ...change, against: 'a@before' })).not.toHaveProperty('statementWords');
  });
});

describe('no sentence prints', () => {
  it('a share of nothing, or a change from nothing', () => {
    expect(ask('a@now', { measure: 'percent-of', against: 'zero@now' })).toEqual({ kind: 'zero', base: 'zero@now' });
    expect(ask('c@now', { measure: 'change', against: 'c@before' })).toEqual({ kind: 'zero', base: 'c@before' });
  });

  it('a multiple of a loss or of nothing, or a loss as a multiple', () => {
    for (const [now, then] of [
      ['a@now', 'loss@before'],
      ['a@now', 'c@before'],
      ['loss@now', 'a@before'],
    ] as const)
      expect(ask(now, { measure: 'times', against: then })).toEqual({ kind: 'senseless' });
  });

  it('a share of another unit, dollars of people, or dollars without a rate', () => {
    expect(ask('staff@now', { measure: 'percent-of', against: 'a@now' })).toEqual({ kind: 'senseless' });
    expect(ask('staff@now', { measure: 'translated' })).toEqual({ kind: 'senseless' });
    const { rate, ...rateless } = thirds;
    expect(asking(rateless)('a@now', { measure: 'translated' })).toEqual({ kind: 'rateless' });
  });
});
