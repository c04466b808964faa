// Turn Japanese text into its sentences and words, its typed characters into set ones, and its figures into stretches that no line parts.

import { matchesIn } from '../../model/matches.ts';
import { halfWidthDigits, isFullWidth, unspacedWords } from '../characters.ts';
import {
  type Edit,
  replaced,
  type Ties,
  type TypesetRule,
  typedFigure,
  westernNames,
  westernPages,
  westernPairs,
  westernPhrases,
  westernRagged,
} from '../typesetting.ts';
import type { TextWriting } from '../writing.ts';

export const text: TextWriting = {
  /** After 。！？ and what closes with it. */
  sentenceEnds: /(?<![。！？])[。！？]+[」』）]*(?=[^。！？」』）])/gu,
  words: unspacedWords,
  lineJoint: '',
  listJoint: '、',
  listMarker: '・',
  remarked: (title, remark) => `${title} ${remark}`,
  picture: (alt) => `図：${alt}`,
  headMark: 'ページ上部のマーク',
  exchanged: '（図を差し替え）',
  draft: '案',
  plain: (set) => set,
};

const openingWidth = '（';
const closingWidth = '）';

/** Characters on each side that a bracket's neighbours are looked for in: a word and some spaces. */
const context = 12;

/** A note's number stays as it is printed at its mark: 注記(1). */
const noteNumber = /(?:注記?|Note)\s*$/;

/** `( )` become `（ ）` where a neighbour outside or any character inside is Japanese. The issuer's minus `(-)` and addresses stay. */
export const fullWidthParentheses: TypesetRule = (text, closed) => {
  const edits: Edit[] = [];
  const open: number[] = [];
  for (const { 0: bracket, index: at } of matchesIn(text, /[()]/g)) {
    if (closed(at)) continue;
    if (bracket === '(') open.push(at);
    const start = bracket === ')' ? open.pop() : undefined;
    if (start === undefined) continue;
    const inner = text.slice(start + 1, at);
    const before = text.slice(Math.max(0, start - context), start).trimEnd();
    const after = text.slice(at + 1, at + context).trimStart();
    const mark = inner === '-' || (/^\d+$/.test(inner) && noteNumber.test(before));
    if (mark || !(isFullWidth(before.at(-1)) || isFullWidth(after[0]) || isFullWidth(inner))) continue;
    edits.push({ start, end: start + 1, text: openingWidth }, { start: at, end: at + 1, text: closingWidth });
  }
  return edits.sort((a, b) => a.start - b.start);
};

/** Full-width brackets hold their own white: spaces beside them go. */
export const spacesAtBrackets: TypesetRule = (text) => replaced(text, /(?<=[（）「」『』【】]) +| +(?=[（）「」『』【】])/g, '');

/** `:` after a Japanese character becomes `：` and takes the spaces on both sides with it. */
export const fullWidthColon: TypesetRule = (text) =>
  replaced(text, /(?<![:：]) *:(?!:) */g, '：', (start) => isFullWidth(text[start - 1]) && !text.startsWith('://', start));

/**
 * Digits are of one width on a page: dates, periods and figures are written in half-width ones, so １株 becomes 1株, whatever stands beside
 * it in one release and not in the next.
 */
export const digitsOfOneWidth: TypesetRule = (text) =>
  matchesIn(text, /[０-９]/g).map(({ 0: digit, index }) => ({ start: index, end: index + 1, text: halfWidthDigits(digit) }));

/** Japanese and Latin are parted by the setting, not by typed spaces. A name keeps its space when it is typed as U+00A0. */
export const spacesBesideLatin: TypesetRule = (text) =>
  replaced(text, /(?<=\S) +(?=\S)/gu, '', (start, end) => isFullWidth(text[start - 1]) !== isFullWidth(text[end]));

const units =
  '(?:ページ|番|回|件|年|日|人|社)目|百万円|百万ドル|千円|千ドル|千株|億円|億ドル|万円|万人|億株|円|億|万|倍|年度|年間|年|月期|月末|月|日|四半期|ページ|ヶ月|か月|つ|株|単位|米ドル|ドル|人|社|件|時|分|[GMk]?bps|[%％]';

export const ties: Ties = {
  script: /[\u3005-\u9fff]/,
  units: [
    new RegExp(`約?${typedFigure}(?<unit>${units})`, 'gd'),
    /第\d+(?<unit>四半期|期|回|条|号|位)/dg,
    /[表図注] ?\d+[.．]?/dg,
    /約\d[\d,.]*/dg,
  ],
  dates: [/(?<year>\d{4}年)(?<month>\d{1,2}月)?(?<day>\d{1,2}日)?/dg],
  phrases: [
    ...westernPhrases,
    // Names of accounts and of periods have no joint after their second character.
    /四半期|中間期|純利益|純損失|純資産|総資産/g,
    // What stands in brackets is no longer than a word.
    /（[\u3040-\u9fff]{1,3}）/g,
    /[：:] ?\d{4}(?=[）)])/g,
  ],
  // Other words of three kanji.
  compounds: [/前期比|前年比|増減率|事業部|発行済|一株|百分率/g],
  // An amount of change and its direction.
  pairs: [...westernPairs, new RegExp(`\\d(?:${units})(?=[増減])`, 'g')],
  names: westernNames,
  ragged: westernRagged,
  // What a change is measured from, and how large it is.
  pages: [...westernPages, /比約?(?=\d)/g],
};
