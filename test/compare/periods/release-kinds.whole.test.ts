// Single edits of a later release, and what is told of each: in sentences, headings, bullets and notes, in rows, columns, captions and tables.
import { beforeAll, describe, expect, it } from 'vitest';
import { compareReleases, type RecordedRelease } from '../../../src/compare/periods/compare-releases.ts';
import { laterRelease, nextFirstHalf, thirdQuarter } from '../../support/later-release.ts';
import { recordedRelease } from '../../support/recorded-release.ts';
import { projectRoot } from '../../support/sample.ts';
import { toldLines } from '../../support/told-lines.ts';

const samples = {
  iij: { step: thirdQuarter, place: { root: projectRoot, issuer: 'iij', release: '2q02' } },
  aoba: { step: nextFirstHalf, place: { root: projectRoot, issuer: 'aoba', release: '2026h1' } },
} as const;
type Sample = keyof typeof samples;

const earlier = new Map<Sample, RecordedRelease>();
/** What a person typed that is another period now, without any edit. */
const usual = new Map<Sample, readonly string[]>();
beforeAll(() => {
  for (const name of ['iij', 'aoba'] as const) {
    earlier.set(name, recordedRelease(samples[name].place));
    usual.set(name, told(name, []));
  }
});

/** A place in a file of the later release that becomes another; it must be there. */
type Edit = readonly [file: string, from: string | RegExp, to: string];

function told(name: Sample, edits: readonly Edit[]): readonly string[] {
  const old = earlier.get(name);
  if (!old) throw new Error('no earlier release');
  const done = new Set<Edit>();
  const place = laterRelease(samples[name].step, (file, text) =>
    edits.reduce((before, edit) => {
      const after = edit[0] === file ? before.replace(edit[1], edit[2]) : before;
      if (after !== before) done.add(edit);
      return after;
    }, text),
  );
  for (const edit of edits) if (!done.has(edit)) throw new Error(`${edit[0]} does not hold ${edit[1]}`);
  return toldLines(compareReleases(old, recordedRelease(place)));
}

type Kind = readonly [what: string, sample: Sample, edits: readonly Edit[], lines: readonly string[]];

const kinds: readonly Kind[] = [
  [
    'a row renamed in both languages',
    'iij',
    [['concepts.yaml', /(revenue\.equipment:.*ja: )([^,}]+)(, en: )([^}]+)/, '$1装置販売$3Machines sold']],
    ['ja operations row renamed [-機器-]{+装置+}', 'en operations row renamed [-Equipment sales-]{+Machines sold+}'],
  ],
  [
    'rows exchanged',
    'aoba',
    [
      [
        'statements/balance-sheet-assets.yaml',
        '          - concept: assets.products\n          - concept: assets.work-in-process\n',
        '          - concept: assets.work-in-process\n          - concept: assets.products\n',
      ],
    ],
    ['ja balance-sheet-assets row moved 商品及び製品', 'en balance-sheet-assets row moved Merchandise and finished goods'],
  ],
  [
    'a row taken out',
    'iij',
    [['statements/backbone.yaml', '  - {concept: backbone.domestic}\n', '']],
    ['ja backbone row gone 国内バックボーンコスト', 'en backbone row gone Domestic Backbone Costs'],
  ],
  [
    'a row put in',
    'iij',
    [['statements/backbone.yaml', '  - {concept: backbone.domestic}\n', '  - {concept: backbone.domestic}\n  - {concept: capex}\n']],
    ['ja backbone row new 設備投資（capitalized leases を含む）', 'en backbone row new CAPEX, including capitalized leases'],
  ],
  [
    'a section head renamed in one language',
    'aoba',
    [['statements/balance-sheet-assets.yaml', 'head: head.current-assets', 'head: {ja: 流動資産, en: Short-term assets}']],
    ['en balance-sheet-assets row renamed [-Current-]{+Short-term+}'],
  ],
  [
    'a column taken out',
    'iij',
    [
      ['statements/backbone.yaml', '  - {id: prior-quarter, period: prior-quarter, measure: amount}\n', ''],
      ['statements/backbone.yaml', '    - {period: prior-quarter, style: label, column: prior-quarter}\n', ''],
    ],
    ['ja backbone column gone 1Q02', 'en backbone column gone 1Q02'],
  ],
  [
    'columns exchanged',
    'iij',
    [
      ['statements/backbone.yaml', /( {2}- \{id: prior-quarter.*\n)( {2}- \{id: prior-year.*\n)/, '$2$1'],
      ['statements/backbone.yaml', /( {4}- \{period: prior-quarter.*\n)( {4}- \{period: prior-year.*\n)/, '$2$1'],
    ],
    ['ja backbone column moved [-1Q02-]{+2Q02+}', 'en backbone column moved [-1Q02-]{+2Q02+}'],
  ],
  [
    'a column with another head',
    'iij',
    [['statements/operations.yaml', 'head: 前四半期比較', 'head: 直前四半期比較']],
    [
      'ja operations column renamed [-前-]{+直前+}[-2002年6月期-]{+2002年9月期+}',
      'ja operations column renamed [-前-]{+直前+}',
      'ja operations column renamed [-前-]{+直前+}',
    ],
  ],
  [
    'a caption reworded',
    'iij',
    [['statements/backbone.yaml', 'Table 4. Backbone Costs', 'Table 4. Costs of the Backbone']],
    ['en backbone caption changed [-Backbone Costs-]{+Costs of the Backbone+}'],
  ],
  [
    'another unit line',
    'iij',
    [['statements/backbone.yaml', 'ja: （百万円）', 'ja: （単位：百万円）']],
    ['ja backbone caption changed {+単位：+}'],
  ],
  [
    'tables exchanged',
    'iij',
    [
      [
        'templates/us-filer/release.hbs',
        '  {{table "dialup"}}\n  {{table "dedicated-revenue"}}',
        '  {{table "dedicated-revenue"}}\n  {{table "dialup"}}',
      ],
    ],
    ['ja dedicated-revenue moved', 'en dedicated-revenue moved'],
  ],
  [
    'a table taken out',
    'iij',
    [
      ['templates/us-filer/release.hbs', '  {{table "bandwidth"}}\n', ''],
      ['release.yaml', 'bandwidth, ', ''],
    ],
    ['ja bandwidth gone', 'en bandwidth gone'],
  ],
  [
    'a figure of another concept, in English',
    'aoba',
    [
      [
        'narrative.en.md',
        'Net sales came to {{amount "sales.total" in="million"}}',
        'Net sales came to {{amount "sales.services" in="million"}}',
      ],
    ],
    ['en changed [-JPY15,356 million-]{+JPY5,893 million+}', 'en exchanged sales.total current amount for sales.services current amount'],
  ],
  [
    'a figure of another period, in Japanese',
    'aoba',
    [['narrative.ja.md', '自己資本比率は{{percent "equity.ratio"}}', '自己資本比率は{{percent "equity.ratio" period="year-end"}}']],
    ['ja changed [-45.9%-]{+44.9%+}', 'ja exchanged equity.ratio current amount for equity.ratio year-end amount'],
  ],
  [
    'another day',
    'iij',
    [['narrative.en.md', /\{\{date "conference-call"[^}]*\}\}/, '{{date "current.end"}}']],
    ['en changed [-November 13-]{+December 31, 2002+}', 'en exchanged announced.ja, dates.conference-call for last of current'],
  ],
  ['a typed number, in English', 'iij', [['narrative.en.md', 'four of its domestic', 'seven of its domestic']], ['en retyped four seven']],
  ['a typed number, in Japanese', 'iij', [['narrative.ja.md', '2つのデータセンター', '3つのデータセンター']], ['ja retyped 2 3']],
  [
    'a typed period that follows',
    'iij',
    [['narrative.en.md', 'by the end of December 2002', 'by the end of March 2003']],
    ['en retyped December 2002 March 2003'],
  ],
  [
    'a sentence cut in two',
    'iij',
    [['narrative.en.md', 'Standard," which launched in November 2002.', 'Standard." It was launched in November 2002.']],
    ['en changed [-2Q02-]{+3Q02+}[-,” which launched in November 2002.-]{+.”+}', 'en new It was launched in November 2002.'],
  ],
  [
    'a paragraph taken out',
    'iij',
    [['narrative.en.md', /\nIn \{\{period "current"\}\}, IIJ opened a new office.*\n/, '\n']],
    ['en gone In 2Q02, IIJ opened a new office in Toyota City, J…', 'en gone IIJ group aims to provide its total network soluti…'],
  ],
  [
    'a heading put in',
    'iij',
    [['narrative.en.md', /\n(In \{\{period "current"\}\}, IIJ opened a new office)/, '\n### Offices\n\n$1']],
    ['en new Offices'],
  ],
  [
    'a heading reworded by the layout',
    'iij',
    [['templates/us-filer/en.hbs', 'Operating Highlights', 'Highlights of Operations']],
    ['en changed [-2nd Quarter-]{+3rd Quarter+}[-Operating Highlights-]{+Highlights of Operations+}'],
  ],
  [
    'a bullet put in, in Japanese',
    'aoba',
    [['narrative.ja.md', '- 計測サービス事業：', '- 環境事業：土壌の調査を始めました。\n- 計測サービス事業：']],
    ['ja new 環境事業：土壌の調査を始めました。'],
  ],
  [
    'bullets exchanged, in Japanese',
    'aoba',
    [['narrative.ja.md', /(- 測定機器事業.*\n)(- 計測サービス事業.*\n)/, '$2$1']],
    ['ja moved 計測サービス事業：校正と分析の年間契約が増え、売上高は5,893百万円（前年同四半期比5.2%増）と…'],
  ],
  [
    'a note reworded',
    'iij',
    [['narrative.ja.md', 'ホスティングサービスは含まれていない', 'ホスティングサービスは含めていない']],
    ['ja changed [-まれ-]{+め+}'],
  ],
  [
    'a paragraph that becomes a bullet',
    'aoba',
    [['narrative.en.md', 'The segments performed as follows.\n', '- The segments performed as follows.\n']],
    [],
  ],
  [
    'paragraphs exchanged across headings',
    'aoba',
    [['narrative.ja.md', /(セグメントの業績は次のとおりです。)\n\n(- [\s\S]*?)\n\n(## 財政状態[^\n]*)\n/, '$2\n\n$3\n\n$1\n']],
    ['ja moved セグメントの業績は次のとおりです。'],
  ],
  [
    'other words of a typed period',
    'aoba',
    [
      [
        'narrative.en.md',
        'The segments performed as follows.',
        'The segments performed as follows in the six months ended September 30, 2026.',
      ],
    ],
    ['en changed {+in the six months ended September 30, 2026+}'],
  ],
];

describe('without an edit', () => {
  it('tells the typed periods that are others now, and nothing else', () => {
    expect(usual.get('aoba')).toEqual([]);
    expect(usual.get('iij')).toEqual([
      'ja stayed 2002年12月: next, current',
      'ja stayed 2002年6月期: prior-quarter, no period of the release',
      'en stayed December 2002: next, current',
      'en stayed 1st quarter: prior-quarter, no period of the release',
    ]);
  });
});

describe('with one edit', () => {
  it.each(kinds)('%s', (_, name, edits, lines) => {
    const rest = [...(usual.get(name) ?? [])];
    const found = told(name, edits).filter((line) => {
      const index = rest.indexOf(line);
      if (index >= 0) rest.splice(index, 1);
      return index < 0;
    });
    expect(found).toEqual(lines);
  });
});
