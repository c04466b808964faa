// Answers of a form in two languages: 有 and 無, yes and none.
import { describe, expect, it } from 'vitest';
import type { Answer, Release } from '../../src/model/release.ts';
import { checkWords, told } from '../support/check-words.ts';
import { smallRelease } from '../support/merge-fixture.ts';

const flags = (ja: string, en: string): readonly string[] =>
  told({
    ja,
    en,
    literals: ['reference | （#） | | ', 'reference | (#) | | '].map((line) => line.split(' | ').slice(0, 2).join(' | ')),
  }).filter((line) => line.startsWith('check/flag'));

const faults: Readonly<Record<string, readonly [string, string]>> = {
  'a colon and 無': ['修正の有無：無', 'Revision: yes'],
  'a colon and 有': ['修正の有無：有', 'Revision: none'],
  'spaces about a colon': ['会計方針の変更　：　有', 'Changes in accounting policies: None'],
  'no colon after 有無': ['修正の有無　無', 'Revision: Yes.'],
  あり: ['修正：あり', 'Revision: No'],
  該当なし: ['修正：該当なし', 'Revision: applicable'],
  'a sentence that there is nothing': ['該当事項はありません。', 'Changes: yes'],
  'a remark in brackets': ['説明会開催の有無：有（機関投資家向け）', 'Results briefing: no (see the Web site)'],
  'two in one line': ['資料作成の有無：有　　説明会開催の有無：有', 'Materials: yes; briefing: no'],
  'a cell': ['| 項目 | 有無 |\n| --- | --- |\n| 変更 | 有 |', '| Item | Answer |\n| --- | --- |\n| Changes | None |'],
  'an item of a list': ['- 変更：無\n- 修正再表示：無', '- Changes: none\n- Restatements: yes'],
};

const harmless: Readonly<Record<string, readonly [string, string]>> = {
  'the same': ['修正の有無：無', 'Revision: none'],
  'yes in other words': ['修正：あり', 'Revision: Applicable'],
  'no in other words': ['修正：該当なし', 'Revision: not applicable.'],
  'no changes': ['変更：無', 'Changes: no changes'],
  'nothing to report': ['該当事項はありません。', 'Not applicable.'],
  'nothing to report, in a sentence': ['該当事項はありません。', 'There are no matters to report.'],
  'another order': ['- 変更：有\n- 修正：無', '- Revision: none\n- Changes: yes'],
  'an answer in one language only': ['修正の有無：無', 'The forecast was not revised.'],
  'both, of which a mark chooses': ['修正の有無：有・無', 'Revision: none'],
  'a word that begins alike': ['摘要：無形資産', 'Remarks: yesterday'],
  'a number after no': ['番号：有', 'Code: No. A'],
  'words in a sentence': ['変更が有り、修正は無い。', 'There was a change, yes, and none other.'],
};

describe('answers of a form', () => {
  it.each(Object.entries(faults))('that differ are told: %s', (_, [ja, en]) => {
    expect(flags(ja, en)).toHaveLength(1);
    const [finding] = checkWords({ ja, en }).filter(({ code }) => code === 'check/flag');
    expect([finding?.at?.file, finding?.related?.[0]?.at.file]).toEqual(['narrative.ja.md', 'narrative.en.md']);
  });

  it.each(Object.entries(harmless))('that agree are not: %s', (_, [ja, en]) => {
    expect(flags(ja, en)).toEqual([]);
  });

  it('go by the numbers of their matters', () => {
    const ja = '（1）変更：有\n\n（2）修正\n\n①　改正：無\n\n②　その他：有';
    expect(flags(ja, '(1) Changes: yes\n\n(2) Restatements\n\n(i) Revision: none\n\n(ii) Other: yes')).toEqual([]);
    expect(flags(ja, '(1) Changes: yes\n\n(2) Restatements\n\n(i) Revision: yes\n\n(ii) Other: none')).toHaveLength(2);
  });
});

const answers: Readonly<Record<string, Answer>> = { scope: 'no', estimates: 'no', briefing: 'yes' };

/** The release that states those of these answers which the words ask for. */
function stating(...words: readonly string[]): Partial<Release> {
  const { spec } = smallRelease;
  const asked = Object.entries(answers).filter(([name]) => words.some((text) => text.includes(`flag "${name}"`)));
  return { spec: { ...spec, flags: new Map(asked.map(([name, value]) => [name, { value, at: spec.at }])) } };
}

const flagFaults: Readonly<Record<string, readonly [string, string]>> = {
  'a typed answer beside a flag that says otherwise': ['変更の有無：{{flag "scope"}}', 'Changes: yes'],
  'the same in Japanese': ['説明会開催の有無：無', 'Briefing: {{flag "briefing"}}'],
  'two flags of one answer': ['変更の有無：{{flag "scope"}}', 'Changes: {{flag "estimates"}}'],
  'two flags of one answer, by their numbers': [
    '（1）変更：{{flag "scope"}}\n\n（2）見積り：{{flag "estimates"}}',
    '(1) Changes: {{flag "estimates"}}\n\n(2) Estimates: none',
  ],
  'a flag twice in place of another': [
    '- 変更：{{flag "scope"}}\n- 見積り：{{flag "estimates"}}',
    '- Changes: {{flag "scope"}}\n- Estimates: {{flag "scope"}}',
  ],
  'in a cell': ['| 項目 | 有無 |\n| --- | --- |\n| 変更 | {{flag "scope"}} |', '| Item | Answer |\n| --- | --- |\n| Changes | yes |'],
};

const flagHarmless: Readonly<Record<string, readonly [string, string]>> = {
  'one flag': ['変更の有無：{{flag "scope"}}', 'Changes: {{flag "scope"}}'],
  'one flag in other words': ['変更の有無：{{flag "scope" style="plain"}}', 'Changes: {{flag "scope" style="applicable" form="capital"}}'],
  'a typed answer that says the same': ['変更の有無：{{flag "scope"}}', 'Changes: None'],
  'in another order': [
    '- 変更：{{flag "scope"}}\n- 説明会：{{flag "briefing"}}',
    '- Briefing: {{flag "briefing"}}\n- Changes: {{flag "scope"}}',
  ],
  'a flag twice, and a typed answer': ['変更：{{flag "scope"}}、見積り：無', 'Changes: {{flag "scope"}}; estimates: {{flag "estimates"}}'],
};

describe('flags of the release', () => {
  const errors = (ja: string, en: string) =>
    checkWords({ ja, en, release: stating(ja, en) }).filter(({ severity }) => severity === 'error');

  it.each(Object.entries(flagFaults))('that part are told: %s', (_, [ja, en]) => {
    expect(errors(ja, en).map(({ code }) => code)).toEqual(['check/flag']);
  });

  it.each(Object.entries(flagHarmless))('that agree are not: %s', (_, [ja, en]) => {
    expect(errors(ja, en)).toEqual([]);
  });

  it('name what to write', () => {
    const [ja, en] = ['変更の有無：{{flag "scope"}}', 'Changes: yes'];
    expect(told({ ja, en, release: stating(ja) }).filter((line) => line.startsWith('check/'))).toEqual([
      'check/flag narrative.ja.md:3:7+16 the Japanese answers "無" (flag scope) where the English answers "yes"',
    ]);
    const [finding] = errors('変更の有無：{{flag "scope"}}', 'Changes: yes');
    expect(finding?.hints).toEqual(['write {{flag "scope"}} in both languages, and its answer in release.yaml']);
  });

  it('that one language alone prints are a note', () => {
    const notes = checkWords({ ja: '変更の有無：{{flag "scope"}}', en: 'No words on it.', release: stating('{{flag "scope"}}') });
    expect(notes.filter(({ code }) => code === 'check/flag').map(({ severity, message }) => [severity, message])).toEqual([
      ['note', 'only the Japanese prints flag scope'],
    ]);
  });
});
