import { describe, expect, it } from 'vitest';
import { checkWords, told } from '../support/check-words.ts';
import { smallRelease } from '../support/merge-fixture.ts';

const typed = (place: string, word: string) => `check/unbound-figure ${place} ${word} is typed by hand and belongs to no fact`;

describe('a digit', () => {
  it('that no helper wrote is told at its place, in both languages', () => {
    expect(told({ en: 'Sales were 12,345 units.' })).toEqual([typed('narrative.en.md:3:12+6', '12,345')]);
    expect(told({ ja: '従業員は1,234名です。' })).toEqual([typed('narrative.ja.md:3:5+5', '1,234')]);
  });

  it('is found in its own line and column behind helpers, marks and other digits', () => {
    const en = 'In {{period "current"}} *we* sold 7 to 77 and 7,\nand 7 in\n{{date "announced.en"}} & 7.';
    expect(told({ en })).toEqual([
      typed('narrative.en.md:3:35+1', '7'),
      typed('narrative.en.md:3:40+2', '77'),
      typed('narrative.en.md:3:47+1', '7'),
      typed('narrative.en.md:4:5+1', '7'),
      typed('narrative.en.md:5:27+1', '7'),
    ]);
  });

  it('is found where setting has changed the characters before it', () => {
    expect(told({ ja: '売上 (海外 ABC を除く) は 99 です。' })).toEqual([typed('narrative.ja.md:3:19+2', '99')]);
    expect(told({ en: 'The "A" --- and "B" --- grew to 99.' })).toEqual([typed('narrative.en.md:3:33+2', '99')]);
  });

  it('in full width is one too', () => {
    expect(told({ ja: '従業員は１２名です。' })).toEqual([typed('narrative.ja.md:3:5+2', '12')]);
  });

  it('written by a helper is bound: figures, dates, periods, the rate, contacts', () => {
    const words =
      '{{amount "revenue.total" in="million"}} {{usd "revenue.total"}} {{percent "margin.gross"}} {{period "current"}} {{period "prior-quarter" style="quarter"}} {{date "announced"}} {{rate}} {{issuer "contacts.tel"}} {{change "revenue.total" from="prior-quarter"}}';
    expect(told({ en: words, ja: words })).toEqual([]);
  });

  it('of a note mark and of numbering at the start of a text is none', () => {
    expect(told({ en: 'Goods<sup>(1)</sup> grew.\n\n(2) Services\n\n<dfn data-mark="(1)">Note (1):</dfn> Without exports.' })).toEqual([]);
    expect(told({ en: 'Goods<sup>(1)</sup>\n\n<dfn data-mark="(1)">Note (1) of 3:</dfn> Without exports.' })).toEqual([
      typed('narrative.en.md:5:34+1', '3'),
    ]);
  });

  it('typed against a helper still stands alone', () => {
    expect(told({ en: 'FY{{period "current" style="year"}}05 began.' })).toEqual([typed('narrative.en.md:3:36+2', '05')]);
  });

  it('in a heading and in a list item counts', () => {
    expect(told({ en: '### 24 hours\n\n- 36 hours' })).toEqual([
      typed('narrative.en.md:3:5+2', '24'),
      typed('narrative.en.md:5:3+2', '36'),
    ]);
  });
});

describe('the hint', () => {
  const hints = (words: Parameters<typeof checkWords>[0]) => checkWords(words).flatMap((finding) => finding.hints ?? []);

  it('rounds as the issuer rounds: what is suggested prints the digits typed', () => {
    // 1,500,750 thousand: cut to 1,500 million, rounded to 1,501.
    const release = { issuer: { ...smallRelease.issuer, regime: 'truncate' as const } };
    const suggestion = 'revenue.total@1q01 prints 1500 million: write {{amount "revenue.total" in="million"}}';
    expect(hints({ en: 'Sales of 1,500 million', release })).toEqual([suggestion]);
    expect(hints({ en: 'Sales of 1,500 million' })).not.toContain(suggestion);
  });

  it('names the fact that prints the digits, in any scale, and the call that prints it', () => {
    expect(hints({ en: 'Revenues were JPY1,501 million.' })).toEqual([
      'revenue.total@1q01 prints 1501 million: write {{amount "revenue.total" in="million"}}',
    ]);
    expect(hints({ ja: '売上高は15.0億円です。' })).toEqual([
      'revenue.total@1q01 prints 15.0 oku: write {{amount "revenue.total" in="oku" decimals=1}}',
    ]);
    expect(hints({ en: 'Revenues had been JPY1,250 million.' })).toEqual([
      'revenue.total@4q00 prints 1250 million: write {{amount "revenue.total" period="prior-quarter" in="million"}}',
    ]);
  });

  it('says how a date is written, and how a literal is listed', () => {
    expect(hints({ en: 'Founded in 1992.' })).toEqual([
      'write {{date "…"}} or {{period "…"}} for a date of the release or of its periods',
      'if it is no figure, list it under literals in data/mini/issuer.yaml: {kind: date, text: in 1992, why: …}',
    ]);
  });
});

describe('a number in words', () => {
  it('before what it counts is told', () => {
    expect(told({ en: 'We opened nine data centers and handle two million messages.' })).toEqual([
      typed('narrative.en.md:3:11+4', 'nine'),
      typed('narrative.en.md:3:40+11', 'two million'),
    ]);
    expect(told({ en: 'It is the second highest amount of the first half.' })).toEqual([
      typed('narrative.en.md:3:11+14', 'second highest'),
      typed('narrative.en.md:3:40+10', 'first half'),
    ]);
    expect(told({ ja: '日本の四銀行のうち一行と、第二四半期に三十億円の契約を結び、二倍になった。' })).toEqual([
      typed('narrative.ja.md:3:4+1', '四'),
      typed('narrative.ja.md:3:10+1', '一'),
      typed('narrative.ja.md:3:14+2', '第二'),
      typed('narrative.ja.md:3:20+3', '三十億'),
      typed('narrative.ja.md:3:31+1', '二'),
    ]);
  });

  it('that counts nothing is a word', () => {
    const ja = '一部の統一した四半期の一般管理費は一方で一層、唯一十分に一体化した（百万円）。千米ドル単位。';
    expect(told({ ja })).toEqual([]);
    expect(told({ en: 'It is one of the largest, the first of its kind, in thousands of yen.' })).toEqual([]);
    for (const unit of [
      'JPY thousand and USD thousand',
      'in million yen and',
      'yen (millions) or',
      '¥ million unless',
      'JPY in millions except',
    ])
      expect(told({ en: `Figures are (${unit} where said).` }), unit).toEqual([]);
    for (const amount of ['a thousand yen was paid', 'several million yen was paid', 'JPY two million in cash', 'two USD thousand notes'])
      expect(told({ en: `In all, ${amount}.` }), amount).toHaveLength(1);
  });
});

describe('a literal', () => {
  it('allows its digits where they stand among its words, and nowhere else', () => {
    expect(told({ en: 'Founded in 1992, we grew since 1992.', literals: ['date | Founded in 1992'] })).toEqual([
      typed('narrative.en.md:3:32+4', '1992'),
    ]);
    expect(told({ en: 'Form 20-F and 120-F', literals: ['law | 20-F'] })).toEqual([typed('narrative.en.md:3:15+3', '120')]);
    expect(told({ en: 'Speeds of 1.5Mbps and 1.5', literals: ['range | 1.5Mbps'] })).toEqual([typed('narrative.en.md:3:23+3', '1.5')]);
  });

  it('is found however the text is set', () => {
    expect(told({ en: 'Lines of 64-128 "k" - 3-5 of them', literals: ['range | 64-128 "k"', 'range | 3-5 of'] })).toEqual([]);
    expect(told({ ja: '回線 (64-128) と１２回', literals: ['range | (64-128)', 'count | 12回'] })).toEqual([]);
  });

  it('of a reference stands for any number', () => {
    expect(told({ en: 'See Table 1 and Table 12.', literals: ['reference | Table #'] })).toEqual([]);
    expect(told({ en: 'We have # items and 3 items.', literals: ['count | # items'] })).toEqual([typed('narrative.en.md:3:21+1', '3')]);
  });

  it('that allows nothing is told where it is listed, by the release and not by the issuer', () => {
    const literals = ['date | spring of 1999'];
    expect(told({ en: 'Nothing.', literals })).toEqual([
      'check/literal release.yaml:10:5+14 the text "spring of 1999" stands nowhere in the document, so this literal allows nothing',
    ]);
    expect(told({ en: 'Nothing.', literals, from: 'issuer' })).toEqual([]);
  });

  it.each([
    ['count | four million users | market.users@1q01 | 4', 'release', ''],
    ['count | four million users | market.users@4q00 | 4', 'release', 'says market.users@4q00, and this is the release of 1q01'],
    ['count | four million users | market.users@4q00 | 4', 'issuer', 'says market.users@4q00, and this is the release of 1q01'],
    ['ordinal | four million users', 'issuer', ''],
    ['name | second highest', 'issuer', ''],
    ['ordinal | second highest', 'issuer', 'is a rank that all releases of the issuer may print, and no fact holds it'],
    ['ordinal | second highest', 'release', ''],
  ] as const)('of one release lapses with it: %s, of the %s', (line, from, fault) => {
    const found = told({ en: 'We have four million users and the second highest sales.', literals: [line], from });
    const lapses = found.filter((each) => each.startsWith('check/literal'));
    expect(lapses.map((each) => each.replace(/^.*" /, ''))).toEqual(fault === '' ? [] : [fault]);
  });

  it('that says a fact in words is held to it', () => {
    const en = 'There were four million users.';
    expect(told({ en, literals: ['count | four million users | market.users | 4'] })).toEqual([]);
    expect(told({ en, literals: ['count | four million users | market.users | 4'], facts: { 'market.users@1q01': 5_200_000 } })).toEqual([
      'check/literal release.yaml:10:5+18 "four million users" says 4 of market.users@1q01, which is 5.2',
    ]);
  });
});
