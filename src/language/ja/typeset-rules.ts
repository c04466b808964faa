// Turn typed Japanese into set Japanese: full-width brackets and colons, no spaces where the setting makes its own.
import { isFullWidth } from '../full-width.ts';
import type { Edit, TypesetRule } from '../typeset-rule.ts';

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
  for (const { 0: bracket, index: at } of text.matchAll(/[()]/g)) {
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
export const spacesAtBrackets: TypesetRule = (text) => matches(text, /(?<=[（）「」『』【】]) +| +(?=[（）「」『』【】])/g, '');

/** `:` after a Japanese character becomes `：` and takes the spaces on both sides with it. */
export const fullWidthColon: TypesetRule = (text) =>
  [...text.matchAll(/(?<![:：]) *:(?!:) */g)]
    .filter((match) => isFullWidth(text[match.index - 1]) && !text.slice(match.index).startsWith('://'))
    .map((match) => ({ start: match.index, end: match.index + match[0].length, text: '：' }));

/** Japanese and Latin are parted by the setting, not by typed spaces. A name keeps its space when it is typed as U+00A0. */
export const spacesBesideLatin: TypesetRule = (text) =>
  [...text.matchAll(/(?<=\S) +(?=\S)/gu)]
    .filter((match) => isFullWidth(text[match.index - 1]) !== isFullWidth(text[match.index + match[0].length]))
    .map((match) => ({ start: match.index, end: match.index + match[0].length, text: '' }));

function matches(text: string, pattern: RegExp, replacement: string): readonly Edit[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, text: replacement }));
}
