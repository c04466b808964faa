// Turn a text into its sentences, by the stops of its language, and into its numbers, in the ways that its language writes amounts.
import type { Inline } from '../model/document.ts';
import type { Lang } from '../model/language.ts';
import { language } from './languages.ts';
import type { NumberWord } from './reading.ts';

/** Every run in exactly one sentence; a run that two sentences share is cut between them, a figure never is. */
export function splitSentences(inlines: readonly Inline[], lang: Lang): readonly (readonly Inline[])[] {
  const text = inlines.map((inline) => inline.text).join('');
  const [, ...starts] = sentenceStarts(text, lang);
  const sentences: Inline[][] = [[]];
  let offset = 0;
  for (const inline of inlines) {
    const end = offset + inline.text.length;
    const cuts = starts.filter((start) => start >= offset && start < end && (inline.figure === undefined || start === offset));
    const edges = [offset, ...cuts, end];
    for (const [index, from] of edges.slice(0, -1).entries()) {
      if (index > 0) sentences.push([]);
      const piece = text.slice(from, edges[index + 1]);
      if (piece !== '' || inline.text === '') sentences.at(-1)?.push(edges.length === 2 ? inline : { ...inline, text: piece });
    }
    offset = end;
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

/** Where each sentence begins, in UTF-16 code units; the first begins at 0. */
function sentenceStarts(text: string, lang: Lang): readonly number[] {
  const starts = [0];
  let [read, open] = [0, 0];
  for (const match of text.matchAll(language(lang).text.sentenceEnds)) {
    const end = match.index + match[0].length;
    open += depth(text.slice(read, end));
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
  const digits = [...text.matchAll(digitsPattern)].map(
    ({ index, 0: { length } }): NumberWord => ({ start: index, length, form: 'digits' }),
  );
  const after = numbering.exec(text)?.[0].length ?? 0;
  return [...digits, ...language(lang).numbers.inWords(text)].filter(({ start }) => start >= after).sort((a, b) => a.start - b.start);
}
