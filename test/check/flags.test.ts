// Answers of a form in two languages: 有 and 無, yes and none.
import { describe, expect, it } from 'vitest';
import { checkWords, told } from '../support/check-words.ts';

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
