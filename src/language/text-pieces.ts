// Turn a text into its sentences, by the stops of its language, and into its numbers, in the ways that its language writes amounts.
import type { Inline } from '../model/document.ts';
import type { Lang } from '../model/language.ts';
import { matchesIn } from '../model/matches.ts';
import { language } from './languages.ts';
import type { NumberWord } from './number-reading.ts';

/** Every run in exactly one sentence; a run that two sentences share is cut between them, a figure never is. */
export function splitSentences(inlines: readonly Inline[], lang: Lang): readonly (readonly Inline[])[] {
  const text = inlines.map((inline) => inline.text).join('');
  const [, ...starts] = sentenceStarts(text, lang);
  let sentence: Inline[] = [];
  const sentences = [sentence];
  let [offset, next] = [0, 0];
  for (const inline of inlines) {
    const end = offset + inline.text.length;
    let from = offset;
    for (let start = starts[next]; start !== undefined && start < end; start = starts[++next]) {
      if (inline.figure !== undefined && start > offset) continue;
      if (start > from) sentence.push({ ...inline, text: text.slice(from, start) });
      sentence = [];
      sentences.push(sentence);
      from = start;
    }
    sentence.push(from === offset ? inline : { ...inline, text: text.slice(from, end) });
    offset = end;
  }
  return sentences.filter(({ length }) => length > 0);
}

/** The same of a text without runs. */
export function plainSentences(text: string, lang: Lang): readonly string[] {
  const starts = sentenceStarts(text, lang);
  return starts.map((start, index) => text.slice(start, starts[index + 1])).filter((sentence) => sentence !== '');
}

/** Where each sentence begins, in UTF-16 code units; the first begins at 0. */
function sentenceStarts(text: string, lang: Lang): readonly number[] {
  const starts = [0];
  const brackets = anyBracket.test(text);
  let [read, open] = [0, 0];
  for (const match of matchesIn(text, language(lang).text.sentenceEnds)) {
    const end = match.index + match[0].length;
    if (brackets) open += depth(text.slice(read, end));
    read = end;
    // A stop inside brackets ends no sentence of the text round them.
    if (open > 0) continue;
    starts.push(end);
    open = 0;
  }
  return starts;
}

const opening = new Set('（「『(');
const closing = new Set('）」』)');
const anyBracket = /[（「『()）」』]/;

/** Brackets opened and not closed. */
function depth(text: string): number {
  let open = 0;
  for (const character of text) open += opening.has(character) ? 1 : closing.has(character) ? -1 : 0;
  return open;
}

const digitsPattern = /[0-9０-９](?:[0-9０-９.,．，]*[0-9０-９])?/g;

/** What numbers a paragraph, an item or a heading: (1), 1., 2) at the start of a text. */
const numbering = /^[（(]?[0-9０-９]{1,2}(?:[）)]|[.．](?![0-9０-９]))/;

/** In order of the text. A number in digits takes its separators with it, not its unit. */
export function numberWords(text: string, lang: Lang): readonly NumberWord[] {
  const digits = matchesIn(text, digitsPattern).map(({ index, 0: { length } }): NumberWord => ({ start: index, length, form: 'digits' }));
  const after = numbering.exec(text)?.[0].length ?? 0;
  return [...digits, ...language(lang).numbers.inWords(text)].filter(({ start }) => start >= after).sort((a, b) => a.start - b.start);
}
