// Turn a text that lost words into the places where they stood, and a run of text into the same with a mark at such places.
import { language } from '../language/languages.ts';
import { wordDifferences } from '../language/word-differences.ts';
import type { TextRecord } from '../model/build-record.ts';
import type { Inline } from '../model/document.ts';
import type { Lang } from '../model/language.ts';
import type { Stretch } from '../model/span.ts';
import { cutText, marked } from './changed-inlines.ts';

/** Offsets in the corrected text at which words are gone and no others stand in their place; at the end of the word before them. */
export function deletedAt(before: TextRecord, inlines: readonly Inline[], lang: Lang): readonly number[] {
  const old = { text: before.text, figures: before.spans.filter(({ figure }) => figure !== undefined) };
  const now = cutText(inlines);
  const blank = (text: string, { start, end }: Stretch) => text.slice(start, end).trim() === '';
  const same = wordDifferences(old, now, lang).same.filter(({ after }) => !blank(now.text, after));
  const ends = [
    ...same,
    { before: { start: old.text.length, end: old.text.length }, after: { start: now.text.length, end: now.text.length } },
  ];
  let [then, today] = [0, 0];
  return ends.flatMap((next): readonly number[] => {
    const gone = !blank(old.text, { start: then, end: next.before.start }) && blank(now.text, { start: today, end: next.after.start });
    const at = today;
    [then, today] = [next.before.end, next.after.end];
    return gone ? [at] : [];
  });
}

/** The word before each place marked, or the first one where there is none: takes no room. */
export function wordsMarkedAt(inlines: readonly Inline[], places: readonly number[], lang: Lang): readonly Inline[] {
  if (places.length === 0) return inlines;
  const words = [...language(lang).text.words().segment(cutText(inlines).text)].filter(({ isWordLike }) => isWordLike);
  const stretches = places.flatMap((place): readonly Stretch[] => {
    const word = words.findLast(({ index, segment }) => index + segment.length <= place) ?? words[0];
    return word ? [{ start: word.index, end: word.index + word.segment.length }] : [];
  });
  const once = stretches.filter(({ start }, index) => stretches[index - 1]?.start !== start);
  return marked(inlines, once);
}

/** `places` are offsets in the text, in order; what stands there is cut round the mark. */
export function markedAt(inlines: readonly Inline[], places: readonly number[], mark: string): readonly Inline[] {
  const [only] = inlines;
  if (places.length === 0 || !only) return inlines;
  const left = [...places];
  const markBy = (at: Inline['at']): Inline => ({ text: mark, at, sup: true, changed: true });
  const found: Inline[] = [];
  let start = 0;
  let last = only;
  for (const inline of inlines) {
    last = inline;
    const end = start + inline.text.length;
    let rest = inline;
    let from = start;
    // A mark at the edge of two runs belongs to the first, so that it stands before the line break of the second.
    for (let place = left[0]; place !== undefined && (place < end || (place === start && start === 0)); place = left[0]) {
      left.shift();
      if (place > from) {
        found.push({ ...rest, text: rest.text.slice(0, place - from) });
        const { lineBreak: _lineBreak, ...unbroken } = rest;
        rest = { ...unbroken, text: rest.text.slice(place - from) };
        from = place;
      }
      found.push(markBy(inline.at));
    }
    if (rest.text !== '' || inline.text === '') found.push(rest);
    if (left[0] === end) {
      found.push(markBy(inline.at));
      while (left[0] === end) left.shift();
    }
    start = end;
  }
  return left.length > 0 ? [...found, markBy(last.at)] : found;
}
