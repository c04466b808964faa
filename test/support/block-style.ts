// Turn a few numbers into a style whose pages can be counted by hand: 10 point text on 20 point lines, 400 points wide.

import type { BlockStyle, PageClass, Style, TableStyle } from '../../src/model/style.ts';
import { plainCharts } from './plain-charts.ts';
import { unfilled } from './unfilled.ts';

const plain: BlockStyle = {
  size: 10,
  leading: 20,
  font: 'text',
  weight: 400,
  italic: false,
  align: 'left',
  indent: 0,
  hang: 0,
  before: 0,
  after: 0,
  gridLines: 0,
  keepWithNext: false,
  keepWithPrevious: false,
  keepTogether: false,
  widows: 2,
  orphans: 2,
  measure: 0,
  labels: 'left',
  columns: 1,
  columnGap: 2,
  across: false,
  leader: '',
};

const page: PageClass = {
  width: 500,
  height: 400,
  left: 50,
  measure: 400,
  top: 50,
  firstTop: 50,
  bottom: 350,
  grid: 0,
  folio: true,
  runningHeadFrom: 0,
};

export const plainTable: TableStyle = {
  sizes: [10, 8],
  pitch: 2,
  headPitch: 1.2,
  headScale: 1,
  minHead: 6,
  gutter: 1,
  maxGutter: 2,
  indent: 1,
  minColumn: 0,
  headAlign: 'center',
  unitRow: false,
  sectionGap: 0.5,
  rules: { edge: 0.7, head: 0.35, total: 0.35, doubleGap: 1.5 },
  width: 'full',
  lines: { column: 0, group: 0, row: 0, side: 0 },
  tints: { columns: new Map() },
  before: 0,
  after: 0,
};

const blocks: ReadonlyMap<string, BlockStyle> = new Map([
  ['p', plain],
  ['p.closing', { ...plain, keepWithPrevious: true }],
  ['sender', { ...plain, align: 'right', keepTogether: true }],
  ...[1, 2, 3, 4].map((level): [string, BlockStyle] => [`h${level}`, { ...plain, size: 12, keepWithNext: true, before: 20, gridLines: 2 }]),
  ['li', { ...plain, indent: 1, hang: 1 }],
  ['note', { ...plain, size: 8, leading: 10, keepWithPrevious: true }],
  ['caption', { ...plain, keepWithNext: true }],
  ['unit', { ...plain, size: 8, align: 'right' }],
  ['cell', { ...plain, font: 'table' }],
  ['head', { ...plain, font: 'table' }],
]);

/** Pages hold 300 points: 15 lines. `changes` replaces fields of the page class and of blocks. */
export function blockStyleSheet(
  changes: { readonly page?: Partial<PageClass>; readonly blocks?: Readonly<Record<string, Partial<BlockStyle>>> } = {},
): Style {
  const changed = new Map(blocks);
  for (const [name, change] of Object.entries(changes.blocks ?? {})) changed.set(name, { ...(changed.get(name) ?? plain), ...change });
  const roles = { text: 'block', heading: 'block', table: 'block' };
  return {
    colors: new Map(),
    pages: new Map([['text', { ...page, ...changes.page }]]),
    fonts: { ja: roles, en: roles },
    blocks: { ja: changed, en: changed },
    justification: { ja: unfilled, en: unfilled },
    tables: new Map([
      ['statement', plainTable],
      ['statistics', plainTable],
    ]),
    charts: plainCharts,
    sup: { scale: 0.62, rise: 0.33 },
    folio: { size: 9, baseline: 380 },
    runningHead: {
      size: 9,
      baselines: [20, 30, 40],
      lines: { ja: ['{issuer}', '{date}', '{n}ページ'], en: ['{issuer}', '{date}', 'Page {n}'] },
    },
    markers: { ja: ['・'], en: ['•'] },
    continued: { ja: '（続き）', en: ' (continued)' },
    profile: 'typeset',
    ladder: new Map(),
  };
}
