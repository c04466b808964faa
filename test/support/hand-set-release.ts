// Turn a few hand-written blocks into a document and its pages, so that render can be tested without the stages before it.

import type { Block, BodyRow, Document, HeadCell, Inline } from '../../src/model/document.ts';
import { Exact } from '../../src/model/exact.ts';
import type { Lang } from '../../src/model/language.ts';
import { inLang } from '../../src/model/language.ts';
import type { Glyph, GlyphRun, Layout, Owner, Page, PageItem } from '../../src/model/page.ts';
import type { Span } from '../../src/model/span.ts';
import { realFonts } from './real-fonts.ts';

const at: Span = { file: 'hand-set.md', line: 1, column: 1, length: 1 };
const width = 595.28;
const height = 841.89;
const faces = { ja: 'noto-sans-jp-400', en: 'source-serif-4-400' };
const bold = 'noto-sans-jp-700';

const plain = (text: string): Inline => ({ text, at });
const isCjk = (text: string): boolean => /[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/.test(text);

interface Setting {
  readonly owner: Owner;
  readonly lang: Lang;
  readonly size?: number;
  readonly font?: string;
  readonly href?: string;
  readonly noteRef?: string;
  readonly rise?: number;
  readonly expansion?: string;
}

/** Sets text on one baseline with the quarter-em space between Japanese and Latin; gives the run and where it ends. */
function set(text: string, x: number, y: number, setting: Setting): GlyphRun {
  const { owner, lang, size = 10, font = inLang(faces, lang), href, noteRef, rise = 0, expansion } = setting;
  const metrics = realFonts.get(font)!;
  const glyphs: Glyph[] = [];
  const offsets: number[] = [];
  let pen = 0;
  let before = '';
  for (const character of text) {
    if (before.trim() !== '' && character.trim() !== '' && isCjk(before) !== isCjk(character)) pen += 0.25 * size;
    const id = metrics.glyph(character.codePointAt(0)!);
    glyphs.push({ id, text: character });
    offsets.push(pen);
    pen += (metrics.advance(id) * size) / metrics.upem;
    before = character;
  }
  const link = { ...(href ? { href } : {}), ...(noteRef ? { noteRef } : {}), ...(expansion ? { expansion } : {}) };
  return { kind: 'glyphs', font, size, x, y: y - rise, width: pen, glyphs, offsets, owner, lang, ...link };
}

const element = (id: string): Owner => ({ element: id });
const endOf = (run: GlyphRun): number => run.x + run.width;

/** Where its stage of the test wants something else. */
export interface HandSetOptions {
  readonly titles?: Document['titles'];
  readonly date?: string;
  /** Replaces the pages' items, page by page. */
  readonly alter?: (items: readonly PageItem[], page: number) => readonly PageItem[];
}

const heads: readonly HeadCell[] = [
  { id: 't.h0.0', row: 0, column: 0, rowSpan: 3, colSpan: 1, pieces: [], at },
  { id: 't.h0.1', row: 0, column: 1, rowSpan: 1, colSpan: 3, pieces: [[plain('前年同四半期比較')]], at },
  { id: 't.h1.1', row: 1, column: 1, rowSpan: 1, colSpan: 2, pieces: [[plain('2002年9月期')]], at },
  { id: 't.h1.3', row: 1, column: 3, rowSpan: 2, colSpan: 1, pieces: [[plain('対前年')], [plain('増減率')]], at },
  {
    id: 't.h2.1',
    row: 2,
    column: 1,
    rowSpan: 1,
    colSpan: 1,
    pieces: [[plain('USD '), { ...plain('(1)'), sup: true, noteRef: 'ja.8' }]],
    at,
  },
  { id: 't.h2.2', row: 2, column: 2, rowSpan: 1, colSpan: 1, pieces: [[plain('JPY')]], at },
];
const figure = (row: number, column: number, core: string, prefix = '', suffix = '') => ({
  id: `t.r${row}.c${column}`,
  prefix,
  core,
  suffix,
  decimals: 0,
  figure: 0,
  at,
});
const rows: readonly BodyRow[] = [
  {
    id: 't.r0',
    kind: 'head',
    depth: 0,
    rule: 'none',
    label: [plain('営業収益:')],
    cells: [undefined, undefined, undefined],
    heads: [],
    at,
  },
  {
    id: 't.r1',
    kind: 'item',
    depth: 1,
    rule: 'none',
    label: [plain('接続及び付加価値サービス')],
    cells: [figure(1, 1, '46,471'), figure(1, 2, '5,657,369'), figure(1, 3, '10.9', '', '%')],
    heads: ['t.r0'],
    at,
  },
  {
    id: 't.r2',
    kind: 'item',
    depth: 1,
    rule: 'none',
    label: [plain('その他')],
    cells: [figure(2, 1, '1,592', '(', ')'), undefined, figure(2, 3, '–')],
    heads: ['t.r0'],
    at,
  },
  {
    id: 't.r3',
    kind: 'total',
    depth: 1,
    rule: 'total',
    label: [plain('営業収益合計')],
    cells: [figure(3, 1, '86,811'), figure(3, 2, '10,568,342'), figure(3, 3, '1.4', '(', ')')],
    heads: ['t.r0'],
    at,
  },
];

const ja = { lang: 'ja', at } as const;
const en = { lang: 'en', at } as const;
const jaBlocks: readonly Block[] = [
  {
    ...ja,
    kind: 'group',
    id: 'ja.1',
    class: 'sender',
    blocks: [{ ...ja, kind: 'paragraph', id: 'ja.2', class: '', inlines: [plain('2002年11月13日')] }],
  },
  { ...ja, kind: 'heading', id: 'ja.3', class: '', level: 1, runIn: false, inlines: [plain('2002年度第2四半期の決算発表')] },
  {
    ...ja,
    kind: 'paragraph',
    id: 'ja.4',
    class: '',
    inlines: [plain('売上高は106億円です。6ページ目の英文、Private Securities Litigation Reform Act をご覧ください。')],
  },
  { ...ja, kind: 'heading', id: 'ja.5', class: '', level: 2, runIn: false, inlines: [plain('要約')] },
  {
    ...ja,
    kind: 'list',
    numbered: false,
    id: 'ja.6',
    class: '',
    items: [
      { id: 'ja.6.1', label: [], inlines: [plain('営業損失は16百万円(1)')], at },
      { id: 'ja.6.2', label: [], inlines: [plain('契約数は増加')], at },
    ],
  },
  {
    ...ja,
    kind: 'table',
    id: 't',
    class: '',
    statement: 'operations',
    style: 'statement',
    captions: [{ id: 't.caption.0', inlines: [plain('表 1. 損益')] }],
    unit: { id: 't.unit', inlines: [plain('（千円）')] },
    summary: '（ ）内はマイナス',
    headRows: 3,
    heads,
    columns: [
      { id: 'usd', measure: 'translated' },
      { id: 'jpy', measure: 'amount' },
      { id: 'yoy', measure: 'change' },
    ],
    rows,
  },
  { ...ja, kind: 'note', id: 'ja.8', class: '', mark: '(1)', label: [plain('注記(1):')], inlines: [plain('便宜上の換算です。')] },
  { ...ja, kind: 'paragraph', id: 'ja.9', class: '', inlines: [plain('この段落は二つのページにまたがり、一つの要素のままです。')] },
];
const enBlocks: readonly Block[] = [
  { ...en, kind: 'paragraph', id: 'en.1', class: '', inlines: [plain('Contact: ir@example.org or https://www.example.org/ir')] },
  {
    ...en,
    kind: 'heading',
    id: 'en.2',
    class: '',
    level: 1,
    runIn: false,
    anchor: 'results',
    inlines: [plain('Results for the Second Quarter')],
  },
  { ...en, kind: 'heading', id: 'en.3', class: '', level: 2, runIn: false, inlines: [plain('Revenues')] },
  { ...en, kind: 'heading', id: 'en.4', class: '', level: 3, runIn: false, inlines: [plain('Connectivity')] },
  { ...en, kind: 'paragraph', id: 'en.5', class: '', inlines: [plain('Revenues rose by an increase of 10.9%.')] },
];

/** Three pages: two Japanese, with everything that a release has once, and one English. */
export function handSetRelease(options: HandSetOptions = {}): { readonly document: Document; readonly layout: Layout } {
  const document: Document = {
    lang: 'ja',
    languages: ['ja', 'en'],
    titles: options.titles ?? { ja: '四半期決算 <A&B>', en: 'Quarterly "Results" & <More>' },
    author: 'Example & Co.',
    date: options.date ?? '2002-11-13',
    furniture: { ja: { issuer: '例', date: '' }, en: { issuer: 'Example', date: '' } },
    parts: [
      { id: 'ja', lang: 'ja', title: '日本語（抄訳）', at, sections: [{ id: 'ja.s1', page: 'ja-text', blocks: jaBlocks, at }] },
      {
        id: 'en',
        lang: 'en',
        title: 'English release',
        at,
        sections: [{ id: 'en.s1', page: 'en-text', anchor: 'en', blocks: enBlocks, at }],
      },
    ],
    figures: [
      {
        id: 0,
        fact: 'revenue.total@2q02',
        measure: 'amount',
        exact: Exact.of(1),
        printed: Exact.of(1),
        decimals: 0,
        treatment: 'plain',
        text: '1',
        lang: 'ja',
        place: { kind: 'prose', section: 'x' },
        at,
      },
    ],
  };
  const items = [firstPage(), secondPage(), englishPage()];
  const pages = items.map((own, index): Page => {
    const part = index < 2 ? 'ja' : 'en';
    const altered = options.alter?.(own, index) ?? own;
    return {
      index,
      width,
      height,
      class: `${part}-text`,
      part,
      lang: part,
      numberInPart: index < 2 ? index + 1 : 1,
      items: altered,
      frames: [],
    };
  });
  return {
    document,
    layout: {
      pages,
      anchors: new Map([
        ['en', 3],
        ['ja', 1],
      ]),
    },
  };
}

function firstPage(): readonly PageItem[] {
  const text = (id: string, words: string, y: number, more: Partial<Setting> = {}, x = 60) =>
    set(words, x, y, { owner: element(id), lang: 'ja', ...more });
  const before = text('ja.4', '売上高は106億円です。', 130);
  const link = set('6ページ目', endOf(before), 130, { owner: element('ja.4'), lang: 'ja', href: '#en' });
  const after = set('の英文、', endOf(link), 130, { owner: element('ja.4'), lang: 'ja' });
  const act = set('Private Securities Litigation Reform Act', endOf(after), 130, { owner: element('ja.4'), lang: 'en' });
  const item = text('ja.6.1', '営業損失は16百万円', 190, {}, 75);
  const mark = set('(1)', endOf(item), 190, { owner: element('ja.6.1'), lang: 'ja', size: 6.2, rise: 3.3, noteRef: 'ja.8' });
  const usd = text('t.h2.1', 'USD ', 290, {}, 240);
  const columns = [240, 320, 430];
  const cells = rows.flatMap((row, r) => {
    const y = 310 + 15 * r;
    const label = text(`${row.id}.label`, row.label.map((inline) => inline.text).join(''), y);
    return [
      label,
      ...row.cells.flatMap((cell, c) => (cell ? [text(cell.id, cell.prefix + cell.core + cell.suffix, y, {}, columns[c]!)] : [])),
    ];
  });
  return [
    text('ja.2', '2002年11月13日', 60, {}, 480),
    text('ja.3', '2002年度第2四半期の決算発表', 90, { size: 16, font: bold }),
    before,
    link,
    after,
    act,
    text('ja.4', 'をご覧ください。', 146),
    text('ja.5', '要約', 170, { font: bold }),
    text('ja.6.1.label', '・', 190),
    item,
    mark,
    text('ja.6.2.label', '・', 206),
    text('ja.6.2', '契約数は増加', 206, {}, 75),
    text('t.caption.0', '表 1. 損益', 235),
    text('t.unit', '（千円）', 235, {}, 480),
    text('t.h0.1', '前年同四半期比較', 255, {}, 300),
    text('t.h1.1', '2002年9月期', 272, {}, 260),
    text('t.h1.3', '対前年', 272, {}, 430),
    text('t.h1.3', '増減率', 290, {}, 430),
    usd,
    set('(1)', endOf(usd), 290, { owner: element('t.h2.1'), lang: 'ja', size: 6.2, rise: 3.3, noteRef: 'ja.8' }),
    text('t.h2.2', 'JPY', 290, { expansion: '日本円' }, 320),
    ...cells,
    text('ja.8.label', '注記(1):', 390, { size: 8 }),
    text('ja.8', '便宜上の換算です。', 390, { size: 8 }, 110),
    text('ja.9', 'この段落は二つのページに', 780),
    { kind: 'rule', x: 60, y: 240, width: 475, height: 0.8, role: 'edge' },
    { kind: 'rule', x: 240, y: 350, width: 70, height: 0.35, role: 'total' },
    set('1', 295, 815, { owner: { artifact: 'footer' }, lang: 'ja' }),
  ];
}

function secondPage(): readonly PageItem[] {
  return [
    set('またがり、一つの要素のままです。', 60, 60, { owner: element('ja.9'), lang: 'ja' }),
    set('前年同四半期比較', 300, 90, { owner: { artifact: 'repeated-head', of: 't.h2.1' }, lang: 'ja' }),
    set('2', 295, 815, { owner: { artifact: 'footer' }, lang: 'ja' }),
  ];
}

function englishPage(): readonly PageItem[] {
  const contact = set('Contact: ', 60, 70, { owner: element('en.1'), lang: 'en' });
  const mail = set('ir@example.org', endOf(contact), 70, { owner: element('en.1'), lang: 'en', href: 'mailto:ir@example.org' });
  const or = set(' or ', endOf(mail), 70, { owner: element('en.1'), lang: 'en' });
  const address = { owner: element('en.1'), lang: 'en', href: 'https://www.example.org/ir' } as const;
  return [
    contact,
    mail,
    or,
    set('https://www.', endOf(or), 70, address),
    set('example.org/ir', 60, 84, address),
    set('Results for the Second Quarter', 60, 120, { owner: element('en.2'), lang: 'en', size: 18 }),
    set('Revenues', 60, 150, { owner: element('en.3'), lang: 'en', size: 13 }),
    set('Connectivity', 60, 170, { owner: element('en.4'), lang: 'en', size: 11 }),
    set('Revenues rose by an increase of 10.9%.', 60, 190, { owner: element('en.5'), lang: 'en' }),
    set('Example', 60, 30, { owner: { artifact: 'header' }, lang: 'en' }),
    set('3', 295, 815, { owner: { artifact: 'footer' }, lang: 'en' }),
  ];
}
