// Turn names and days that changed into the running heads that follow from them, page by page in the language of the page.
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/compare/draft.ts';
import { headCauses } from '../../src/compare/head-causes.ts';
import type { Mark } from '../../src/compare/page-marks.ts';
import type { BuildRecord } from '../../src/model/build-record.ts';
import type { Lang } from '../../src/model/language.ts';

const given = (subject: string, before: string, after: string): Draft => ({
  class: 'ordered',
  kind: 'given',
  subject,
  before,
  after,
  at: { file: 'issuer.yaml', line: 2 },
  summary: '',
  old: [],
  new: [],
});

const head = (...texts: readonly string[]): readonly Mark[] =>
  texts.map((text) => ({ name: text, text, artifact: 'header', box: { page: 1, x: 0, y: 0, width: 1, height: 1 } }));

/** Two pages, the first Japanese, the second English. */
const record = {
  figures: { givens: [] },
  document: {
    texts: (['ja', 'en'] as const).map((lang: Lang) => ({ id: `${lang}.1`, lang })),
    pages: ['ja.1', 'en.1'].map((owner) => ({ runs: [{ text: '', artifact: 'header' }, { owner }] })),
  },
} as unknown as BuildRecord;

const names = [given('names.ja', '株式会社みなと', '株式会社みさき'), given('names.en', 'Minato Inc.', 'Misaki Inc.')];
const days = [given('announced.ja', '2025-11-07', '2025-11-10'), given('announced.en', '2025-11-06', '2025-11-10')];

describe('running heads follow from', () => {
  it.each([
    { what: 'the English name', told: names, page: 1, gone: ['Minato Inc.'], come: ['Misaki Inc.'], from: ['names.en'] },
    { what: 'the Japanese name', told: names, page: 0, gone: ['株式会社みなと'], come: ['株式会社みさき'], from: ['names.ja'] },
    { what: 'a name in two faces', told: names, page: 0, gone: ['みなと'], come: ['みさき'], from: ['names.ja'] },
    {
      what: 'the day, where the name stayed',
      told: [...names, ...days],
      page: 1,
      gone: ['November 6, 2025'],
      come: ['November 10, 2025'],
      from: ['announced.en'],
    },
    {
      what: 'name and day',
      told: [...names, ...days],
      page: 0,
      gone: ['株式会社みなと', '2025年11月7日'],
      come: ['株式会社みさき', '2025年11月10日'],
      from: ['names.ja', 'announced.ja'],
    },
    { what: 'nothing of another language', told: names.slice(0, 1), page: 1, gone: ['Minato Inc.'], come: ['Misaki Inc.'], from: [] },
    { what: 'no other given', told: [given('rate', '121.74', '121.75')], page: 0, gone: ['1'], come: ['2'], from: [] },
  ])('$what', ({ told, page, gone, come, from }) => {
    const cause = headCauses(told, record)(page)(head(...gone), head(...come));
    const subjects = told.map((change) => (change.class === 'ordered' ? change.subject : ''));
    expect((cause?.causes ?? []).map((id) => subjects[Number(id.slice('ordered-'.length)) - 1])).toEqual(from);
  });
});
