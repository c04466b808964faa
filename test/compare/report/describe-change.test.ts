// Turn one change of each kind into what a reader of either language is told, with no name that only the data have.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeChain } from '../../../src/compare/report/describe-chain.ts';
import { describeChange } from '../../../src/compare/report/describe-change.ts';
import { printedNames } from '../../../src/compare/report/printed-names.ts';
import { language } from '../../../src/language/languages.ts';
import type { FigureRecord, TextRecord } from '../../../src/model/build-record.ts';
import type { Box, Difference, OrderedChange } from '../../../src/model/difference.ts';
import { parseRecord } from '../../../src/project/read-record.ts';

const read = (file: string) => readFileSync(`test/earlier/0.1.0/iij-2q02/${file}`, 'utf8');
const record = parseRecord({ figures: read('figures.json'), document: read('document.json') }, 'iij');
const names = printedNames(record);
const both = { old: names, new: names };

const base = { id: 'x-1', summary: 'internal words', old: [], new: [] };
const at = { file: 'data/iij/periods/2q02.yaml', line: 15 };
const box = (page: number, width = 10): Box => ({ page, x: 20, y: 30, width, height: 12 });

const ordered = (kind: OrderedChange['kind'], subject: string, before?: string, after?: string): OrderedChange => ({
  ...base,
  class: 'ordered',
  kind,
  subject,
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
  at,
});

function figureOf(test: (figure: FigureRecord) => boolean): FigureRecord {
  const found = record.figures.figures.find(test);
  if (!found) throw new Error('the sample has no such figure');
  return found;
}

function textOf(kind: TextRecord['kind'], lang: string): TextRecord {
  const found = record.document.texts.findLast((text) => text.kind === kind && text.lang === lang && text.text.length < 400);
  if (!found) throw new Error(`the sample has no ${kind}`);
  return found;
}

const cell = figureOf(({ fact, lang, place }) => fact === 'revenue.equipment@2q02' && lang === 'en' && place.kind === 'cell');
const prose = figureOf(({ measure, lang, place }) => measure === 'change' && lang === 'ja' && place.kind === 'prose');
const figureChange = (figure: FigureRecord): Difference => ({
  ...base,
  class: 'consequential',
  kind: 'figure',
  lang: figure.lang,
  fact: figure.fact,
  measure: figure.measure,
  before: { ...figure, text: '1' },
  after: { ...figure, text: '2' },
  chain: [],
  causes: [],
});
const note = textOf('note', 'en');

function told(change: Difference, lang: string): string {
  return describeChange(change, both, language(lang).report, lang).replace(/<[^>]*>/g, '');
}

describe('a change is told in the language of its reader', () => {
  it.each<readonly [what: string, change: Difference, ja: RegExp, en: RegExp]>([
    [
      'a typed fact',
      ordered('fact', 'revenue.equipment@2q02', '1,774,953', '1,784,953'),
      /^数値 機器販売（2003年3月期第2四半期）: 1,774,953 → 1,784,953$/,
      /^Figure Equipment sales \(Three months ended September 30, 2002\): 1,774,953 → 1,784,953$/,
    ],
    [
      'a fact that is computed now',
      ordered('fact', 'revenue.equipment@2q02', '1', 'computed: a + b'),
      /→ 計算：a \+ b$/,
      /→ computed: a \+ b$/,
    ],
    ['a fact that was put in', ordered('fact', 'revenue.equipment@2q02', undefined, '5'), /: 5$/, /: 5$/],
    ['a formula', ordered('formula', 'revenue.total@2q02', 'a', 'b'), /^計算式 .*: a → b$/, /^Formula Total revenues.*: a → b$/],
    [
      'an override',
      ordered('override', 'balance-sheet liabilities.current@2q02 percent-of assets.total@2q02', 'x', 'y'),
      /^印刷値の指定 四半期連結貸借対照表.*流動負債合計.*資産合計に対する比率: 36\.7（計算値 36\.755198）/,
      /^Override CONSOLIDATED BALANCE SHEETS.*Total current liabilities.*as a share of Total assets: 36\.7 for 36\.755198/,
    ],
    [
      'a rate',
      ordered('given', 'rate', '121.74', '121.75'),
      /^設定 換算レート: 121\.74 → 121\.75$/,
      /^Given Exchange rate: 121\.74 → 121\.75$/,
    ],
    [
      'a date of announcement',
      ordered('given', 'announced.en', 'a', 'b'),
      /^設定 公表日（English）: /,
      /^Given Date of announcement \(English\): /,
    ],
    [
      'a column',
      ordered('given', 'column.operations.year-jpy', 'a', 'b'),
      /^設定 表の列（四半期連結損益計算書.*2001年9月期 \/ JPY）/,
      /^Given Column of a table \(CONSOLIDATED STATEMENTS OF OPERATIONS.*Sept 30, 2001 \/ JPY\)/,
    ],
    [
      'a row',
      ordered('given', 'row.operations.revenue.equipment', 'a', 'b'),
      /表の行（.*機器販売）/,
      /Row of a table \(.*Equipment sales\)/,
    ],
    [
      'a period',
      ordered('given', 'period.1q02', 'a', 'b'),
      /^設定 期間（2003年3月期第1四半期）/,
      /^Given Period \(Three months ended June 30, 2002\)/,
    ],
    ['another given', ordered('given', 'contacts.tel', 'a', 'b'), /^設定 連絡先（tel）/, /^Given Contact \(tel\)/],
    [
      'a cell',
      figureChange(cell),
      /^English 四半期連結損益計算書.*機器販売.*: 1 → 2$/,
      /^English CONSOLIDATED STATEMENTS OF OPERATIONS.*Equipment sales, .*: 1 → 2$/,
    ],
    [
      'a figure of a text',
      figureChange(prose),
      /^日本語 .*営業収益合計（2003年3月期第2四半期）.*からの増減: 1 → 2 .*前年同期比/,
      /^日本語 .*Total revenues \(Three months ended September 30, 2002\), change from Three months ended September 30, 2001: 1 → 2 /,
    ],
    [
      'a figure that was put in',
      { ...base, class: 'text', kind: 'figure-added', lang: 'en', figure: cell },
      /機器販売/,
      new RegExp(`Equipment sales.*: ${cell.text}$`),
    ],
    [
      'words of a note',
      {
        ...base,
        class: 'text',
        kind: 'text',
        lang: 'en',
        before: note,
        after: note,
        edits: [{ before: 'a', after: 'b', oldStart: 0, newStart: 0 }],
      },
      /^English .*注記: a → b$/,
      /^English .*Note: a → b$/,
    ],
    [
      'a note that is gone',
      {
        ...base,
        class: 'text',
        kind: 'text',
        lang: 'en',
        before: note,
        edits: [{ before: note.text, after: '', oldStart: 0, newStart: 0 }],
      },
      /注記 削除: /,
      /Note gone: /,
    ],
    [
      'a running head',
      { ...base, class: 'text', kind: 'page-text', edits: [{ before: 'a', after: 'b', oldStart: 0, newStart: 0 }] },
      /^柱: a → b$/,
      /^Running head: a → b$/,
    ],
    [
      'a block on another page',
      { ...base, class: 'layout', kind: 'moved', block: note.block, old: [box(3)], new: [box(4)] },
      /^English 注記 .*：位置の変更, 3ページから4ページへ$/,
      /^English Note .*: stands elsewhere, page 3 becomes 4$/,
    ],
    [
      'rules',
      { ...base, class: 'layout', kind: 'moved', summary: 'page 3: 5 words', old: [box(3)], new: [box(3)] },
      /^罫線、柱又は文字：位置の変更 page 3: 5 words$/,
      /^Rules, running heads or words: stands elsewhere page 3: 5 words$/,
    ],
    ['a page put in', { ...base, class: 'layout', kind: 'page-added', new: [box(4)] }, /^4ページ（追加）$/, /^Page 4, new$/],
    [
      'a page taken out',
      { ...base, class: 'layout', kind: 'page-removed', old: [box(4)] },
      /^変更前の4ページ（削除）$/,
      /^Old page 4, gone$/,
    ],
    [
      'a size',
      { ...base, class: 'layout', kind: 'page-size', old: [box(1)], new: [box(1, 9)] },
      /^ページの寸法: 10\.0 × 12\.0 pt → 9\.0/,
      /^Size of the page: 10/,
    ],
    [
      'marks',
      { ...base, class: 'unexplained', kind: 'image', old: [box(1)], new: [box(1)] },
      /^文章も数値も同じですが/,
      /^Marks differ.* 10 × 12 pt at 20, 30$/,
    ],
    [
      'what has no words of its own',
      { ...base, class: 'unexplained', kind: 'file', summary: 'a: b <c>' },
      /^書き換えられたファイル: a: b &lt;c&gt;$/,
      /^Altered file: a: b &lt;c&gt;$/,
    ],
  ])('%s', (_, change, ja, en) => {
    expect(told(change, 'ja')).toMatch(ja);
    expect(told(change, 'en')).toMatch(en);
    if (change.kind !== 'file') expect(told(change, 'en')).not.toMatch(/@2q0|internal words|-jpy|current-/);
  });

  it('with its chain, in which nothing is named twice', () => {
    const cause = ordered('fact', 'revenue.equipment@2q02', '1', '2');
    const chain = describeChain(
      [
        { by: 'ordered', change: 'x-1', subject: 'revenue.equipment@2q02' },
        { by: 'fact', fact: 'revenue.total@2q02', formula: '', before: '1', after: '2' },
        { by: 'measure', measure: 'change', fact: 'revenue.total@2q02', against: 'revenue.total@2q01' },
        { by: 'footing', statement: 'operations', column: 'year-change' },
      ],
      new Map([['x-1', cause]]),
      both,
      language('en').report,
      'en',
    );
    expect(chain).toEqual([
      { html: 'Equipment sales (Three months ended September 30, 2002)', change: 'x-1' },
      { html: 'Total revenues' },
      { html: 'change from Three months ended September 30, 2001' },
      { html: 'so that the column foots: Year-over-year Comparison / YOY Chg %' },
    ]);
  });

  it('by the names of the data where nothing printed names it, as of files without a record', () => {
    const html = describeChange(ordered('fact', 'a.b@p', '1', '2'), {}, language('en').report, 'en');
    expect(html).toContain('<code>a.b@p</code>');
    expect(describeChange(figureChange(cell), {}, language('en').report, 'en')).toContain('<del>1</del>');
  });

  it('escaped, whatever is in it', () => {
    const html = describeChange(ordered('given', '<b>.<i>', '<s>', '"&'), both, language('ja').report, 'ja');
    expect(html).not.toMatch(/<[bis]>[^<]*<i>|<s>/);
    expect(html).toContain('&lt;s&gt;');
  });
});
