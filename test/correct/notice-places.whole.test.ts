// Corrections of every kind in both samples: each stands in its notice under the heading and page where it was printed, before and after.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Block, Document, FigureCell } from '../../src/model/document.ts';
import type { Lang } from '../../src/model/language.ts';
import { CorrectedSample, type FileEdit, type Sample, samples, swapped } from '../support/corrected-sample.ts';

const narrative = (sample: Sample, lang: Lang): string =>
  `data/${samples[sample].issuer}/releases/${samples[sample].release}/narrative.${lang}.md`;
const removed = (pattern: RegExp) => (text: string) => text.replace(pattern, '');
const replaced = (from: string, to: string) => (text: string) => text.replace(from, () => to);
const ja = (sample: Sample, edit: FileEdit['edit']): FileEdit => ({ file: narrative(sample, 'ja'), edit });
const en = (sample: Sample, edit: FileEdit['edit']): FileEdit => ({ file: narrative(sample, 'en'), edit });
/** Of the form, which has its words and its parts in files of their own. */
const form = (file: 'ja' | 'en' | 'summary' | 'attachment', edit: FileEdit['edit']): FileEdit => ({
  file: `templates/tanshin/${file}.hbs`,
  edit,
});
const data = (file: string, edit: FileEdit['edit']): FileEdit => ({ file: `data/${file}`, edit });

interface Case {
  readonly name: string;
  readonly sample: Sample;
  readonly edits: readonly FileEdit[];
  /** What the places of the correction come to in a language, line by line; a language that is not named has none. */
  readonly told: Readonly<Partial<Record<Lang, readonly string[]>>>;
}

const cases: readonly Case[] = [
  {
    name: 'a paragraph that was taken out',
    sample: 'aoba',
    edits: [form('ja', removed(/<p class="submatter">③.*\n/)), form('en', removed(/<p class="submatter">\(iii\).*\n/))],
    told: {
      ja: ['# ※　注記事項（2ページ）', '【訂正前】', 'p.submatter ＿③　会計上の見積りの変更：無＿', '【訂正後】', 'p.excerpt （記載なし）'],
      en: [
        '# Notes (page 8)',
        '[Before correction]',
        'p.submatter ＿(iii) Changes in accounting estimates: none＿',
        '[After correction]',
        'p.excerpt (Not stated)',
      ],
    },
  },
  {
    name: 'two paragraphs that changed places',
    sample: 'aoba',
    edits: [form('en', swapped(/<p class="submatter">\(i\).*/, /<p class="submatter">\(ii\).*/))],
    told: {
      en: [
        '# Notes (page 8)',
        '[Before correction]',
        'p.submatter (i) Changes in accounting policies due to revisions to accounting standards: none',
        'p.submatter ＿(ii) Changes in accounting policies other than (i): none＿',
        '[After correction]',
        'p.submatter ＿(ii) Changes in accounting policies other than (i): none＿',
        'p.submatter (i) Changes in accounting policies due to revisions to accounting standards: none',
      ],
    },
  },
  {
    name: 'a bullet that changed places, and says something else now',
    sample: 'aoba',
    edits: [
      ja('aoba', swapped(/- 測定機器事業：.*/, /- 計測サービス事業：.*/)),
      ja('aoba', replaced('校正と分析の年間', '校正及び分析の年間')),
    ],
    told: {
      ja: [
        '# （1）経営成績に関する説明（3ページ）',
        '【訂正前】',
        '・ 測定機器事業：浄水場向けの濁度計と工場排水向けの全窒素・全りん計が伸び、売上高は9,462百万円（前年同四半期比8.4%増）となりました。',
        '・ ＿計測サービス事業：校正と分析の年間契約が増え、売上高は5,893百万円（前年同四半期比5.2%増）となりました。＿',
        '【訂正後】',
        '・ ＿計測サービス事業：校正及び分析の年間契約が増え、売上高は5,893百万円（前年同四半期比5.2%増）となりました。＿',
        '・ 測定機器事業：浄水場向けの濁度計と工場排水向けの全窒素・全りん計が伸び、売上高は9,462百万円（前年同四半期比8.4%増）となりました。',
      ],
    },
  },
  {
    name: 'a bullet that was put in',
    sample: 'iij',
    edits: [ja('iij', replaced('- 景気の動向', '- 人員は横ばいである。\n- 景気の動向'))],
    told: {
      ja: [
        '# 2002年度第2四半期（7-9月）の決算発表 要約（1ページ）',
        '【訂正前】',
        'p.excerpt （記載なし）',
        '【訂正後】',
        '・ ＿人員は横ばいである。＿',
      ],
    },
  },
  {
    name: 'notes that changed places',
    sample: 'iij',
    edits: [ja('iij', swapped(/<dfn data-mark="\*3\)">.*/, /<dfn data-mark="\*4\)">.*/))],
    told: {
      ja: [
        '# （ご参考）統計値について（2ページ）',
        '【訂正前】',
        'note *3) インターネットデータセンター接続サービスに、ホスティングサービスは含まれていない。',
        'note ＿*4)＿ ＿その他：IIJ FiberAccess/F、IIJ Ethernet Standard、IIJ DSL/F、IIJ T1スタンダード、IIJエコノミー＿',
        '【訂正後】',
        'note ＿*4)＿ ＿その他：IIJ FiberAccess/F、IIJ Ethernet Standard、IIJ DSL/F、IIJ T1スタンダード、IIJエコノミー＿',
        'note *3) インターネットデータセンター接続サービスに、ホスティングサービスは含まれていない。',
      ],
    },
  },
  {
    name: 'a heading and what stood below it',
    sample: 'iij',
    edits: [en('iij', removed(/#### New Office\n\n.*\n\n|### New Office\n\n.*\n\n/))],
    told: {
      en: [
        '# New Office (page 9)',
        '[Before correction]',
        'p.excerpt ＿New Office＿',
        expect.stringMatching(/^p\.excerpt ＿In 2Q02, IIJ opened a new office in Toyota City.*＿$/) as unknown as string,
        '[After correction]',
        'p.excerpt (Not stated)',
      ],
    },
  },
  {
    name: 'a paragraph that refers to a page and went to another place',
    sample: 'aoba',
    edits: [
      ja('aoba', (text) => {
        const paragraph = /<p class="explanation">.*\n/.exec(text)?.[0] ?? '';
        return text
          .replace(paragraph, '<p class="explanation">別に定めるところによります。</p>\n')
          .replace('## 業績予想に関する説明 {#outlook}\n', `## 業績予想に関する説明 {#outlook}\n\n${paragraph}`);
      }),
    ],
    told: {
      ja: [
        '# ※　注記事項（2ページ）',
        '【訂正前】',
        expect.stringMatching(/^p\.explanation ＿本資料に.*添付資料3ページ「.*ください＿?。＿?$/) as unknown as string,
        '【訂正後】',
        'p.explanation ＿別に定めるところによります＿。',
        '# （3）連結業績予想などの将来予測情報に関する説明（3ページ）',
        '【訂正前】',
        'p.excerpt （記載なし）',
        '【訂正後】',
        expect.stringMatching(/^p\.explanation ＿本資料に.*添付資料3ページ「.*ください。＿$/) as unknown as string,
      ],
    },
  },
  {
    name: 'two rows that changed places, with what they stood between',
    sample: 'aoba',
    edits: [data('aoba/statements/income.yaml', swapped(/- concept: income\.interest\n/, /- concept: income\.dividends\n/))],
    told: {
      ja: [
        '# （2）四半期連結損益計算書（第2四半期連結累計期間）（6ページ）',
        '【訂正前】（抜粋）',
        'table 営業外収益 | 受取利息 4 6 | ＿受取配当金＿ 29 31 | 為替差益 ― 18',
        '【訂正後】（抜粋）',
        'table 営業外収益 | ＿受取配当金＿ 29 31 | 受取利息 4 6 | 為替差益 ― 18',
      ],
      en: [
        '# (2) Quarterly consolidated statements of income (page 12)',
        '[Before correction] (excerpt)',
        'table Non-operating income | Interest income 4 6 | ＿Dividend income＿ 29 31 | Foreign exchange gains ― 18',
        '[After correction] (excerpt)',
        'table Non-operating income | ＿Dividend income＿ 29 31 | Interest income 4 6 | Foreign exchange gains ― 18',
      ],
    },
  },
  {
    name: 'a table that was taken out',
    sample: 'aoba',
    edits: [form('summary', removed(/ {2}\{\{table "shares"\}\}\n/))],
    told: {
      ja: [
        '# ※　注記事項（2ページ）',
        '【訂正前】',
        'table ＿①　期末発行済株式数（自己株式を含む）＿ ＿2026年3月期2Q＿ ＿30,000,000＿＿株＿ ＿2025年3月期＿ ＿30,000,000＿＿株＿ | ＿②　期末自己株式数＿ ＿2026年3月期2Q＿ ＿124,963＿＿株＿ ＿2025年3月期＿ ＿124,800＿＿株＿ | ＿③　期中平均株式数（四半期累計）＿ ＿2026年3月期2Q＿ ＿29,875,140＿＿株＿ ＿2025年3月期2Q＿ ＿29,868,420＿＿株＿',
        '【訂正後】',
        'p.excerpt （記載なし）',
      ],
      en: [
        '# Notes (page 8)',
        '[Before correction]',
        'table ＿(i) At end of period (including treasury shares)＿ ＿As of Sept 30, 2025＿ ＿30,000,000＿ ＿As of Mar 31, 2025＿ ＿30,000,000＿ | ＿(ii) Treasury shares at end of period＿ ＿As of Sept 30, 2025＿ ＿124,963＿ ＿As of Mar 31, 2025＿ ＿124,800＿ | ＿(iii) Average number of shares during period＿ ＿Six months ended Sept 30, 2025＿ ＿29,875,140＿ ＿Six months ended Sept 30, 2024＿ ＿29,868,420＿',
        '[After correction]',
        'p.excerpt (Not stated)',
      ],
    },
  },
  {
    name: 'words and units beside figures',
    sample: 'aoba',
    edits: [
      {
        file: 'templates/tanshin/statements/shares.yaml',
        edit: (text) =>
          text
            .replace(/(ja: &now.*\n\s*en: ')As of (?=\{\{period "current" style="end"\}\}')/, '$1At ')
            .replace('id: number, period: current, measure: amount, after: {ja: 株}', 'id: number, period: current, measure: amount'),
      },
    ],
    told: {
      ja: [
        '# ※　注記事項（2ページ）',
        '【訂正前】',
        'table ①　期末発行済株式数（自己株式を含む） 2026年3月期2Q 30,000,000＿株＿ 2025年3月期 30,000,000株 | ②　期末自己株式数 2026年3月期2Q 124,963＿株＿ 2025年3月期 124,800株 | ③　期中平均株式数（四半期累計） 2026年3月期2Q 29,875,140＿株＿ 2025年3月期2Q 29,868,420株',
        '【訂正後】',
        'table ①　期末発行済株式数（自己株式を含む） 2026年3月期2Q 30,000,000 2025年3月期 30,000,000株 | ②　期末自己株式数 2026年3月期2Q 124,963 2025年3月期 124,800株 | ③　期中平均株式数（四半期累計） 2026年3月期2Q 29,875,140 2025年3月期2Q 29,868,420株',
      ],
      en: [
        '# Notes (page 8)',
        '[Before correction] (excerpt)',
        'table (i) At end of period (including treasury shares) ＿As of＿ Sept 30, 2025 30,000,000 As of Mar 31, 2025 30,000,000 | (ii) Treasury shares at end of period ＿As of＿ Sept 30, 2025 124,963 As of Mar 31, 2025 124,800',
        '[After correction] (excerpt)',
        'table (i) At end of period (including treasury shares) ＿At＿ Sept 30, 2025 30,000,000 As of Mar 31, 2025 30,000,000 | (ii) Treasury shares at end of period ＿At＿ Sept 30, 2025 124,963 As of Mar 31, 2025 124,800',
      ],
    },
  },
  {
    name: 'a column that was taken out',
    sample: 'aoba',
    edits: [
      data('aoba/statements/per-share.yaml', (text) =>
        text.replace(/.*concept: profit\.diluted-per-share.*\n/, '').replace(/.*column: diluted.*\n/g, ''),
      ),
    ],
    told: {
      ja: [
        '# 1．2026年3月期第2四半期の連結業績（2025年4月1日～2025年9月30日）（1ページ）',
        '【訂正前】',
        'table 2026年3月期第2四半期 29.74 ＿―＿ | 2025年3月期第2四半期 17.18 ＿―＿',
        '【訂正後】',
        'table 2026年3月期第2四半期 29.74 | 2025年3月期第2四半期 17.18',
      ],
      en: [
        '# 1. Consolidated Financial Results for the Six Months Ended September 30, 2025 (from April 1, 2025 to September 30, 2025) (page 7)',
        '[Before correction]',
        'table Six months ended September 30, 2025 29.74 ＿―＿ | Six months ended September 30, 2024 17.18 ＿―＿',
        '[After correction]',
        'table Six months ended September 30, 2025 29.74 | Six months ended September 30, 2024 17.18',
      ],
    },
  },
  {
    name: 'sections that changed places, under the heading of both',
    sample: 'aoba',
    edits: [
      form(
        'attachment',
        swapped(/ {2}<h3 .*\{\{words "overview-results"\}\}<\/h3>\n.*\n/, / {2}<h3 .*\{\{words "overview-position"\}\}<\/h3>\n.*\n/),
      ),
    ],
    told: {
      ja: expect.arrayContaining(['# 1．経営成績等の概況（3ページ）', 'p.excerpt （1）経営成績に関する説明']) as unknown as string[],
      en: expect.arrayContaining(['[Before correction]', 'p.excerpt (1) Overview of operating results']) as unknown as string[],
    },
  },
];

describe.each(['aoba', 'iij'] as const)('a correction of %s', (sample) => {
  let build = '';
  beforeAll(async () => {
    build = await new CorrectedSample(sample).build('earlier');
  }, 60_000);

  it.each(cases.filter((each) => each.sample === sample))(
    '$name',
    async ({ edits, told }) => {
      const project = new CorrectedSample(sample);
      project.edit(edits);
      const { papers, findings } = await project.correct(build);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      const { document } = papers?.notice ?? {};
      for (const lang of ['ja', 'en'] as const) expect(document ? placesOf(document, lang) : [], lang).toEqual(told[lang] ?? []);
    },
    60_000,
  );
});

/** The places of a notice line by line: marked words stand between ＿. */
function placesOf({ parts }: Document, lang: Lang): readonly string[] {
  const blocks = parts.filter((part) => part.lang === lang).flatMap((part) => part.sections.flatMap((section) => section.blocks));
  const first = blocks.findIndex((block) => block.kind === 'heading' && block.class === 'place');
  return first < 0
    ? []
    : blocks
        .slice(first)
        .filter(({ class: word }) => word !== 'end')
        .flatMap(linesOf);
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${block.class === 'place' ? '# ' : ''}${withoutPart(words(block.inlines))}`];
    case 'paragraph':
      return [`p.${block.class} ${words(block.inlines)}`];
    case 'list':
      return block.items.map((item) => `・ ${words(item.inlines)}`);
    case 'note':
      return [`note ${words(block.label)} ${words(block.inlines)}`];
    case 'table':
      return [
        `table ${block.rows
          .map((row) => [words(row.label), ...(row.kind === 'head' ? [] : row.cells.map((cell) => (cell ? cellOf(cell) : '·')))].join(' '))
          .join(' | ')}`,
      ];
    default:
      return [block.kind];
  }
}

/** Words in the place of a figure, or the figure, with what stands behind either. */
const cellOf = ({ core, changed, words: own, mark = [] }: FigureCell): string =>
  `${own ? words(own) : marked(core, changed)}${words(mark)}`;

/** A layout may name the part that a page belongs to beside its number. */
const withoutPart = (name: string): string => name.replace(/（[^（）]*?(\d+ページ）)$/, '（$1').replace(/( \(page \d+), [^()]*\)$/, '$1)');

const marked = (text: string, changed: true | undefined): string => (changed ? `＿${text}＿` : text);

const words = (inlines: readonly { readonly text: string; readonly changed?: true }[]): string =>
  inlines
    .map(({ text, changed }) => marked(text, changed))
    .join('')
    .replaceAll('＿＿', '');
