// Turn what a blackline says of itself into Japanese.
import type { BlacklineWriting, LineState } from '../blackline.ts';

const states = (line: string): Readonly<Record<LineState, string>> => ({
  new: `${line}の追加：`,
  gone: `${line}の削除：`,
  renamed: `${line}の名称変更：`,
  moved: `${line}の移動：`,
  'other-figures': `別の数値を示す${line}：`,
});

export const blackline: BlacklineWriting = {
  title: '変更箇所対照',
  compared: (old, now) => `${now}（${old}との対照）`,
  deleted: '削除',
  added: '追加',
  legend:
    'データに従って変わる数値、日付および期間の名称は、旧と新を並べて示す。別の場所から移された文には、現在の場所に［移動］と記す。表については、行および列の名称を対照し、数値は対照しない。',
  summary: '概要',
  wholeText: '本文',
  lookAt: '確認を要する箇所',
  restated: '遡及して変更された数値',
  sentences: (count) => `文の数：${count}`,
  counts: {
    same: (count) => `そのまま引き継がれた文：${count}`,
    figures: (count) => `数値、日付および期間のみが変わった文：${count}`,
    changed: (count) => `語句が変わった文：${count}`,
    new: (count) => `追加された文：${count}`,
    gone: (count) => `削除された文：${count}`,
    moved: (count) => `移動した文：${count}`,
  },
  moved: '［移動］',
  unnamed: '（名称なし）',
  rows: states('行'),
  columns: states('列'),
  tables: { new: '表の追加：', gone: '表の削除：', moved: '表の移動：' },
  rowsKept: (count) => `引き継がれた行：${count}`,
  stayed: (text) => `「${text}」は前回と同じ表記であるが、指す期間が異なる。`,
  retyped: (before, after) => `「${before}」が「${after}」に書き換えられている。`,
  exchanged: (before, after) => `${before} に代わり ${after} が示されている。`,
  restatedFigure: (name, before, after) => `${name}：前回 ${before}、今回 ${after}`,
  restatedBecause: (reason) => `（${reason}）`,
  restatedWithoutReason: '（理由の記載なし）',
  revisedOutlook: '（見直し）',
  page: (page) => `（${page}ページ）`,
};
