// Turn a narrative as it is typed into its sentences, each with its place: cut where a sentence of its language ends, never inside an expression.
import { plainSentences } from '../language/text-pieces.ts';
import type { Lang } from '../model/language.ts';
import { dataLimits } from '../model/limits.ts';
import type { Stretch } from '../model/span.ts';

/** A sentence, a heading, an item: offsets of its file, and its words as they are typed. */
export interface TypedSentence extends Stretch {
  /** White space as one space, so that a line that is broken elsewhere says the same. */
  readonly text: string;
}

/** Sentences with words of their own, in order: one of expressions and markup alone says what the data say. */
export function typedSentences(text: string, lang: Lang): readonly TypedSentence[] {
  const masked = maskedExpressions(text);
  return blocksOf(masked).flatMap(({ start, end }) => {
    // The heading of a section is its name among the data: layouts print their own.
    if (sectionHeading.test(masked.slice(start, end).trimStart())) return [];
    let from = start;
    return plainSentences(masked.slice(start, end), lang).flatMap((sentence): TypedSentence[] => {
      const whole = { start: from, end: from + sentence.length };
      from = whole.end;
      const own = withoutMarks(masked, whole);
      const spoken = masked.slice(own.start, own.end).replace(/<[^<>]*>/g, ' ');
      return words.test(spoken) ? inLength(own).map((each) => ({ ...each, text: asOneLine(text.slice(each.start, each.end)) })) : [];
    });
  });
}

/** A value of a data file has no more characters than some of these: what is longer counts as several. */
const longest = dataLimits.valueCharacters / 2;

function inLength({ start, end }: Stretch): readonly Stretch[] {
  const count = Math.max(1, Math.ceil((end - start) / longest));
  return Array.from({ length: count }, (_, index) => ({
    start: start + index * longest,
    end: Math.min(end, start + (index + 1) * longest),
  }));
}

/** Words of a text by which it is known again, however its lines are broken. */
export const asOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A letter or a digit that a person typed: the filler is none. */
const words = /[\p{L}\p{N}]/u;

/** Stands for the characters of an expression: a sentence may begin with it, and it is no word. */
const filler = '\u201c';

/** The same length, with expressions and comments filled; braces that are never closed stay. */
function maskedExpressions(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf('{{'); at >= 0; at = text.indexOf('{{', from)) {
    const end = text.indexOf('}}', at);
    if (end < 0) break;
    parts.push(text.slice(from, at), filler.repeat(end + 2 - at));
    from = end + 2;
  }
  return [...parts, text.slice(from)].join('');
}

/** Lines that begin a block of their own: headings, items, rows of a table, elements. */
const beginsBlock = /^\s*(?:#|[-*+] |\d{1,3}[.)] |\||<)/;

/** Paragraphs, headings, items: stretches between which no sentence runs on. */
function blocksOf(text: string): readonly Stretch[] {
  const blocks: Stretch[] = [];
  let [start, at] = [0, 0];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || beginsBlock.test(line)) {
      blocks.push({ start, end: at });
      start = at;
    }
    at += line.length + 1;
  }
  return [...blocks, { start, end: text.length }].filter((block) => block.end > block.start);
}

const sectionHeading = /^##[ \t][^\n]*\{#/;

const before = /^(?:\s+|#+ |[-*+] |\d{1,3}[.)] |<(?:p|div|li|section)(?:\s[^<>]*)?>)+/;
/** The id or class of a heading. */
const headingEnd = /\{[#.][^{}]*\}\s*$/;

/** Without the marks of its block: a hash, a hyphen, the tags that it stands in. */
function withoutMarks(text: string, { start, end }: Stretch): Stretch {
  const from = start + (before.exec(text.slice(start, end))?.[0].length ?? 0);
  let own = text.slice(from, end).trimEnd();
  if (headingEnd.test(own)) own = own.slice(0, own.lastIndexOf('{')).trimEnd();
  while (own.endsWith('>')) {
    const tag = own.lastIndexOf('<');
    if (tag < 0 || !/^<\/(?:p|div|li|section)>$/.test(own.slice(tag))) break;
    own = own.slice(0, tag).trimEnd();
  }
  return { start: from, end: from + own.length };
}
