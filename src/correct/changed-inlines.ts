// Turn a text that reads differently into inlines of both wordings, cut where they differ and marked there.
import { type CutText, type WordDifferences, wordDifferences } from '../language/word-differences.ts';
import type { RecordedAt, TextRecord } from '../model/build-record.ts';
import type { Inline } from '../model/document.ts';
import type { Lang } from '../model/language.ts';
import type { Span, Stretch } from '../model/span.ts';

export interface Compared {
  /** The corrected inlines, changed ones marked. */
  readonly after: readonly Inline[];
  /** The earlier wording likewise; its figures have the numbers of the earlier release. */
  readonly before: readonly Inline[];
}

/** `before` is undefined for a text that is new: all of it is marked. */
export function changedInlines(before: TextRecord | undefined, inlines: readonly Inline[], lang: Lang): Compared {
  const old: CutText = before
    ? { text: before.text, figures: before.spans.filter(({ figure }) => figure !== undefined) }
    : { text: '', figures: [] };
  const differs = wordDifferences(old, cutText(inlines), lang);
  return { after: marked(inlines, differs.after), before: earlierInlines(old, before, differs, inlines) };
}

/** Part of a run's text; only the first piece begins a line that the run began. */
function pieceOf(inline: Inline, from: number, to: number): Inline {
  if (from === 0 && to === inline.text.length) return inline;
  const { lineBreak, ...rest } = inline;
  return { ...rest, text: inline.text.slice(from, to), ...(lineBreak && from === 0 ? { lineBreak } : {}) };
}

/** Where an earlier text was typed. */
export function placeOf({ at }: { readonly at: RecordedAt }): Span {
  return { file: at.file, line: at.line, column: at.column ?? 1, length: 1 };
}

export function cutText(inlines: readonly Inline[]): CutText {
  const figures: { figure: number; start: number; end: number }[] = [];
  let text = '';
  for (const inline of inlines) {
    const start = text.length;
    text += inline.text;
    if (inline.figure === undefined) continue;
    const last = figures.at(-1);
    if (last?.figure === inline.figure && last.end === start) last.end = text.length;
    else figures.push({ figure: inline.figure, start, end: text.length });
  }
  return { text, figures };
}

/** Inlines cut at the edges of some stretches, which are marked. */
export function marked(inlines: readonly Inline[], changed: readonly Stretch[]): readonly Inline[] {
  let start = 0;
  return inlines.flatMap((inline): readonly Inline[] => {
    const from = start;
    start += inline.text.length;
    if (inline.text === '') return [inline];
    return cutAt(from, start, changed).map(({ start: at, end, changed: differs }) => {
      const piece = pieceOf(inline, at - from, end - from);
      return differs ? { ...piece, changed: true } : piece;
    });
  });
}

/** Words that stayed are set as they are now: a raised mark stays raised. */
function earlierInlines(
  { text }: CutText,
  record: TextRecord | undefined,
  differs: WordDifferences,
  inlines: readonly Inline[],
): readonly Inline[] {
  if (!record) return [];
  const at = placeOf(record);
  const formats = formatsOf(differs, inlines);
  const found: Inline[] = [];
  const add = (from: number, to: number, figure?: number) => {
    for (const { start, end, changed } of cutAt(from, to, differs.before)) {
      for (let piece = start; piece < end; ) {
        let next = piece + 1;
        while (next < end && formats[next] === formats[piece]) next++;
        const number = figure === undefined ? {} : { figure };
        found.push({ text: text.slice(piece, next), at, ...formats[piece], ...number, ...(changed ? { changed: true as const } : {}) });
        piece = next;
      }
    }
  };
  let from = 0;
  for (const { start, end, figure } of record.spans) {
    if (figure === undefined) continue;
    add(from, start);
    add(start, end, figure);
    from = end;
  }
  add(from, text.length);
  return found;
}

type Format = Pick<Inline, 'bold' | 'italic' | 'sup' | 'lang' | 'href'>;

/** By offset of the earlier text, how the same character is set now; one value for each run. */
function formatsOf({ same }: WordDifferences, inlines: readonly Inline[]): readonly (Format | undefined)[] {
  const now = inlines.flatMap(({ text, bold, italic, sup, lang, href }) => {
    const format: Format = {
      ...(bold && { bold }),
      ...(italic && { italic }),
      ...(sup && { sup }),
      ...(lang && { lang }),
      ...(href && { href }),
    };
    return new Array<Format | undefined>(text.length).fill(Object.keys(format).length > 0 ? format : undefined);
  });
  const then: (Format | undefined)[] = [];
  for (const { before, after } of same) for (let i = 0; i < before.end - before.start; i++) then[before.start + i] = now[after.start + i];
  return then;
}

/** A stretch cut at the edges of what changed. */
function cutAt(from: number, to: number, changed: readonly Stretch[]): readonly (Stretch & { readonly changed: boolean })[] {
  const cut: (Stretch & { readonly changed: boolean })[] = [];
  let at = from;
  for (const { start, end } of changed) {
    if (end <= at || start >= to) continue;
    if (start > at) cut.push({ start: at, end: start, changed: false });
    cut.push({ start: Math.max(start, at), end: Math.min(end, to), changed: true });
    at = Math.min(end, to);
  }
  if (at < to) cut.push({ start: at, end: to, changed: false });
  return cut;
}
