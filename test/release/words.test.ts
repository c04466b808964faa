// Turn edits of the sample's own words into what must be told of them: digits without a fact, words against their figures.
import { describe, expect, it } from 'vitest';
import { type Edit, editedSample } from '../support/edited-sample.ts';
import { composeSample } from '../support/sample.ts';

const folder = 'data/iij/releases/2q02';
const en = `${folder}/narrative.en.md`;
const ja = `${folder}/narrative.ja.md`;

const told = (...edits: readonly Edit[]) =>
  composeSample(editedSample(edits), 'merge').findings.map(
    ({ code, at, message }) => `${code} ${at?.file}:${at?.line}:${at?.column} ${message}`,
  );

describe('the words of the sample', () => {
  it('are bound, each digit of them, and note what one language alone prints', () => {
    const { findings, notes = [] } = composeSample(undefined, 'merge');
    expect(findings).toEqual([]);
    const messages = notes.map(({ message }) => message);
    expect(messages).toContain('only the English prints ownership.powered-com@2q02: 32.06%');
    expect(messages).toContain('only the English prints guidance.revenue-low@release: translated: $86.2 million');
    // The rank is a figure in Japanese and a word in English: both print it.
    expect(messages.filter((message) => message.includes('revenue.rank'))).toEqual([]);
    expect(messages.filter((message) => message.includes('Japanese'))).toEqual([]);
  });

  it('are refused where a figure is typed instead of printed, with the call that prints it', () => {
    const typed = { file: en, from: '{{amount "revenue.total" in="billion" decimals=1}} (', to: 'JPY10.6 billion (' };
    const { findings } = composeSample(editedSample([typed]), 'merge');
    expect(findings).toMatchObject([
      {
        code: 'check/unbound-figure',
        message: '10.6 is typed by hand and belongs to no fact',
        at: { file: en, line: 11, column: 66, length: 4 },
        hints: ['revenue.total@2q02 prints 10.6 billion: write {{amount "revenue.total" in="billion" decimals=1}}'],
      },
    ]);
  });

  it('are refused where a direction is typed against the figures, in either language', () => {
    expect(told({ file: en, from: 'total revenues grew as expected to', to: 'total revenues declined as expected to' })).toEqual([
      `check/direction-word ${en}:11:43 "declined" is typed by hand beside revenue.total@2q02, which went up from 2q01: an increase of 10.9%`,
    ]);
    const change = '（前年同期比{{change "revenue.total" from="prior-year"}}、';
    expect(told({ file: ja, from: change, to: change.replace('}}、', ' form="bare"}}減、') })).toHaveLength(1);
    expect(told({ file: ja, from: change, to: change.replace('}}、', ' form="bare"}}増、') })).toEqual([]);
    expect(told({ file: ja, from: '- {{outcome "result.operating"}}は', to: '- 営業利益は' })).toHaveLength(1);
  });

  it('are refused where the rank that they say is no longer the rank', () => {
    const rank = { file: 'data/iij/periods/2q02.yaml', from: '  revenue.rank:\n    value: 2', to: '  revenue.rank:\n    value: 3' };
    expect(told(rank).map((line) => line.replace(/:\d+:\d+/, ''))).toEqual([
      `check/literal ${folder}/release.yaml "second highest" says 2 of revenue.rank@2q02, which is 3`,
      `check/languages ${ja} revenue.rank@2q02 (amount) prints 3 in Japanese and second highest in English, which no rounding explains`,
    ]);
  });

  it('are refused with a literal that nothing uses', () => {
    expect(told({ file: en, from: 'four new services for retails market', to: 'new services for retails market' })).toHaveLength(1);
  });
});

describe('the comparatives of the sample', () => {
  const period = 'data/iij/periods/2q01.yaml';

  it('differ from their own release by the reclassification of the note, and by nothing else', () => {
    expect(told({ file: period, from: '    value: 885,590', to: '    value: 885,591' })).toHaveLength(1);
    const bare =
      '    because: "reclassified since 1Q02: note (2) of the statement of operations"\n    difference: -revenue.dedicated-reclassified\n';
    expect(told({ file: period, from: bare, to: '' }).map((line) => line.split(' ').slice(2).join(' '))).toEqual([
      'revenue.value-added@2q01 is presented as 720,145 and was released as 885,590, a difference of -165,445 thousand JPY without a reason',
    ]);
  });
});
