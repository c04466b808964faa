// Days that helpers wrote, and the words beside them: which day of a span, of a period, of a call.
import { describe, expect, it } from 'vitest';
import { told } from '../support/check-words.ts';
import { smallRelease } from '../support/merge-fixture.ts';

const at = { file: 'release.yaml', line: 1, column: 1, length: 1 };
const ends = smallRelease.periods.get(smallRelease.spec.periods.get('current')?.value ?? '')?.end ?? '';
const dates = new Map([
  ['conference-call', { value: '2031-05-20', at }],
  ['next-results', { value: '2031-08-10', at }],
  ['fiscal-year-end', { value: `${Number(ends.slice(0, 4)) + 1}-03-31`, at }],
  ['launch', { value: '2031-05-21', at }],
]);
const release = { spec: { ...smallRelease.spec, dates } };
const found = (lang: 'ja' | 'en', text: string): readonly string[] =>
  told({ [lang]: text, release }).filter((line) => line.startsWith('check/date '));

const [start, end, call] = ['{{date "current.start"}}', '{{date "current.end"}}', '{{date "conference-call"}}'];
const yearEnd = '{{date "fiscal-year-end"}}';

describe('a day that helpers wrote', () => {
  it.each([
    ['ja', `当四半期（${start}～${start}）の市場は堅調でした。`],
    ['ja', `当四半期（${end}～${start}）の市場は堅調でした。`],
    ['ja', `${end}から${start}までの期間、市場は堅調でした。`],
    ['ja', `- 対象期間：${end}－${end}`],
    ['ja', `決算説明会の様子を${end}より配信しております。`],
    ['ja', `カンファレンス・コールの様子を${yearEnd}23:00よりインターネット上で公開しております。`],
    ['ja', `${end}に決算説明会を開催いたします。`],
    ['ja', `${call}に終了した四半期の業績です。`],
    ['ja', `${call}に終了する連結会計年度の予想です。`],
    ['en', `From ${end} to ${start}, the market was firm.`],
    ['en', `The period from ${start} through ${start} was firm.`],
    ['en', `Between ${end} and ${start} the market was firm.`],
    ['en', `- Period covered: ${end} – ${start}`],
    ['en', `Results for the fiscal year ending ${call} follow.`],
    ['en', `Results for the three months ended ${call} follow.`],
    ['en', `Results for the quarter ended {{date "announced"}} follow.`],
    ['en', `Results for the fiscal year ending ${end} follow.`],
    ['en', `A conference call will be held on ${end}.`],
    ['en', `On ${yearEnd} at 9:00 a.m. (EST), the Company will host a conference call.`],
    ['en', `<dfn>Note:</dfn> The results briefing is scheduled for ${end}.`],
  ] as const)('is told where its words say another one: %s %s', (lang, text) => {
    expect(found(lang, text)).toHaveLength(1);
  });

  it.each([
    ['ja', `当四半期（${start}～${end}）の市場は堅調でした。`],
    ['ja', `${start}から${end}までの期間、市場は堅調でした。`],
    ['ja', `発表日を${call}から{{date "announced"}}に変更しました。`],
    ['ja', `決算説明会の様子を${call}より配信しております。`],
    ['ja', `${end}に終了した四半期の決算説明会を${call}に開催いたします。`],
    ['ja', `${end}より新しいサービスを提供しております。`],
    ['ja', `${end}現在の残高です。${call}に説明会を開催します。`],
    ['ja', `${yearEnd}に終了する連結会計年度の予想です。`],
    ['en', `From ${start} to ${end}, the market was firm.`],
    ['en', `The call was moved from ${call} to {{date "announced"}}.`],
    ['en', `The date was brought forward from ${call} to {{date "announced"}}.`],
    ['en', `Results for the fiscal year ending ${yearEnd} follow.`],
    ['en', `Results for the quarter ended ${end} follow.`],
    ['en', `A conference call will be held on ${call}.`],
    ['en', `On ${call}, the Company will host a conference call on the quarter ended ${end}.`],
    ['en', `As of ${end}, the Company had offices. It will host a conference call.`],
    ['en', `The test year ended {{date "launch"}}.`],
    ['en', `At ${end}, ${start} was history.`],
  ] as const)('is nothing where they agree: %s %s', (lang, text) => {
    expect(found(lang, text)).toEqual([]);
  });
});
