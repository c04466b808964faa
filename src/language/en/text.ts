// Turn English text into its sentences and words, and its characters into others: typed ones into set ones, set ones into plain ones.

import { matchesIn } from '../../model/matches.ts';
import { type Edit, replaced, type TypesetRule } from '../typesetting.ts';
import type { TextWriting } from '../writing.ts';

/** Abbreviations whose point ends no sentence. */
const abbreviations = ['Inc', 'Corp', 'Co', 'Ltd', 'Mr', 'Ms', 'Dr', 'No', 'U\\.S', 'vs'];

export const text: TextWriting = {
  /** After a stop, what closes with it, and a space before a capital or an opening mark. */
  sentenceEnds: new RegExp(`(?<!\\b(?:${abbreviations.join('|')}))[.!?][”’"')]*\\s+(?=[A-Z“‘"(])`, 'gu'),
  words: () => new Intl.Segmenter('en', { granularity: 'word' }),
  lineJoint: ' ',
  listJoint: ', ',
  listMarker: '* ',
  remarked: (title, remark) => `${title} (${remark})`,
  picture: (alt) => `Picture: ${alt}`,
  headMark: 'Mark in the running heads',
  exchanged: 'picture replaced',
  draft: 'DRAFT',
  plain: plainAscii,
};

/** A quotation mark after one of these, or at the start, opens. */
const beforeOpening = /[\s([{\u2010-\u2015/\u2018\u201c-]/;

/** Straight quotation marks and apostrophes become curly, by what stands before them; a left-out century ('02) takes an apostrophe. */
export const curlyQuotes: TypesetRule = (text, closed) => {
  const edits: Edit[] = [];
  let last = '';
  for (const { index } of matchesIn(text, /["']/g)) {
    // A mark next to another reads it as it was set, not as it was typed.
    const before = edits.at(-1)?.start === index - 1 ? last : text[index - 1];
    const opens = before === undefined || beforeOpening.test(before);
    const leftOut = /^\d\d(?!\d)/.test(text.slice(index + 1, index + 4));
    last = text[index] === '"' ? (opens ? '“' : '”') : opens && !leftOut ? '‘' : '’';
    if (!closed(index)) edits.push({ start: index, end: index + 1, text: last });
  }
  return edits;
};

/** `---` is an em dash, closed up; `--` at the edges of a deck or between spaces is an en dash. */
export const dashes: TypesetRule = (text) => [
  ...replaced(text, /(?<!-) *---(?!-) */g, '—'),
  ...replaced(text, /(?<=^|\s)--(?=\s|$)/g, '–'),
];

/**
 * A range of numbers takes an en dash: 3-5, 2002-2006. Numbers of more than one hyphen (telephones, dates), of forms (20-F) and
 * of unlike length are no ranges.
 */
export const rangeDash: TypesetRule = (text) =>
  matchesIn(text, /(?<![\w+.,/-])(\d{1,4})-(\d{1,4})(?![\w/-]|[.,]\d)/g).flatMap((match) => {
    const [, from = '', to = ''] = match;
    if (Number(from) >= Number(to) || from.length !== to.length) return [];
    const start = match.index + from.length;
    return [{ start, end: start + 1, text: '–' }];
  });

const replacements: ReadonlyMap<string, string> = new Map([
  ['‘', "'"],
  ['’', "'"],
  ['“', '"'],
  ['”', '"'],
  ['‐', '-'],
  ['‑', '-'],
  ['–', '-'],
  ['—', '--'],
  ['−', '-'],
  ['△', '-'],
  ['▲', '-'],
  ['•', '*'],
  ['・', '*'],
  ['※', '*'],
  ['†', '+'],
  ['…', '...'],
  ['¥', 'JPY'],
  ['￥', 'JPY'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['©', '(C)'],
  ['®', '(R)'],
  ['™', '(TM)'],
  ['×', 'x'],
  ['〜', '-'],
]);

/** Letters lose their accents; what has no plain form at all becomes a question mark. */
export function plainAscii(text: string): string {
  let out = '';
  for (const character of text) {
    if (character <= '\x7e') {
      out += character;
      continue;
    }
    const plain = replacements.get(character) ?? character.normalize('NFKD').replace(/\p{M}/gu, '');
    for (const letter of plain) out += letter <= '\x7e' ? letter : (replacements.get(letter) ?? '?');
  }
  return out;
}
