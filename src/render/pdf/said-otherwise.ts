// Turn the glyph runs of a text into the stretches of them that readers are told otherwise: a minus, a word that a line's end parts.
import type { Glyph, GlyphRun } from '../../model/page.ts';

/** Glyphs of runs that follow each other on one line, for which the file says other characters (ActualText; ISO 32000-1, 14.9.4). */
export interface SaidOtherwise {
  /** First run and its first glyph. */
  readonly run: number;
  readonly from: number;
  /** Last run and the glyph after its last. */
  readonly lastRun: number;
  readonly to: number;
  /** What is read instead. */
  readonly says: string;
}

/** Signs that no voice reads as a minus, as Japanese statements print losses. */
const triangles: ReadonlySet<string> = new Set(['△', '▲']);
const minus = '\u2212';
/** What a triangle stands before where it is a sign: figures, their points and currencies. Elsewhere it is a word, as in a legend. */
const beginsFigure = /^(?:[¥￥$＄€£]|US\$|JPY|USD)?[.．]?\p{Nd}/u;
/** Characters of the longest of these. */
const longestSign = 5;

/** Stands where composition parts a word. A hyphen that was typed stays where it is, at a line's end too. */
const softHyphen = '\u00ad';
const inWord = /^[\p{L}\p{M}\p{Nd}]+$/u;
/** Baselines of one line differ by less than this, in em of the larger size. */
const sameLine = 0.6;

/** In the order of the text; none overlaps another. */
export function saidOtherwise(runs: readonly GlyphRun[]): readonly SaidOtherwise[] {
  const found: SaidOtherwise[] = [];
  let place: Place = { run: 0, glyph: 0 };
  while (place.run < runs.length) {
    const { run, glyph } = place;
    const { glyphs } = runs[run]!;
    const parted = glyph < glyphs.length ? partedWord(runs, run, glyph) : [];
    const end = parted[0]?.from ?? glyphs.length;
    for (let from = glyph; from < end; from++) {
      if (triangles.has(glyphs[from]!.text) && beginsFigure.test(textAfter(runs, run, from + 1)))
        found.push({ run, from, lastRun: run, to: from + 1, says: minus });
    }
    found.push(...parted);
    const last = parted.at(-1);
    place = last ? { run: last.lastRun, glyph: last.to } : { run: run + 1, glyph: 0 };
  }
  return found;
}

/** A glyph among runs. */
interface Place {
  readonly run: number;
  readonly glyph: number;
}

/** The few characters that stand after a glyph on its line. */
function textAfter(runs: readonly GlyphRun[], run: number, from: number): string {
  let text = '';
  const line = runs[run]!;
  for (let at = run, glyph = from; at < runs.length && text.length < longestSign; at++, glyph = 0) {
    const { glyphs } = runs[at]!;
    if (!onOneLine(line, runs[at]!)) break;
    while (glyph < glyphs.length && text.length < longestSign) text += glyphs[glyph++]!.text;
  }
  return text;
}

/**
 * The word whose hyphen ends a run and its line: said whole where it begins, and as a space where it goes on, so that every reader finds
 * it, with what follows it. The hyphen that composition set is never read.
 */
function partedWord(runs: readonly GlyphRun[], run: number, least: number): readonly SaidOtherwise[] {
  const { glyphs } = runs[run]!;
  const last = glyphs.length - 1;
  if (last <= least || glyphs[last]!.text !== softHyphen || !inWord.test(glyphs[last - 1]!.text)) return [];
  let from = last;
  while (from > least && !isSpace(glyphs[from - 1]!)) from--;
  const tails: SaidOtherwise[] = [];
  let says = wordOf(glyphs.slice(from));
  for (let at = run; ; ) {
    const next = runs[at + 1];
    const first = next?.glyphs[0];
    if (!next || !first || onOneLine(runs[at]!, next) || next.figure !== undefined || !inWord.test(first.text)) break;
    const tail = tailOf(runs, at + 1);
    says += tail.words;
    tails.push({ run: at + 1, from: 0, lastRun: tail.run, to: tail.glyph, says: ' ' });
    at = tail.run;
    if (!tail.parted) break;
  }
  return [{ run, from, lastRun: run, to: last + 1, says }, ...tails];
}

/** From a line's beginning to its first space, over runs of text; `parted` when it fills the line up to another hyphen. */
function tailOf(runs: readonly GlyphRun[], start: number): Place & { readonly words: string; readonly parted: boolean } {
  let words = '';
  for (let run = start; ; run++) {
    const { glyphs } = runs[run]!;
    const space = glyphs.findIndex(isSpace);
    const end = space < 0 ? glyphs.length : space;
    words += wordOf(glyphs.slice(0, end));
    const next = runs[run + 1];
    const goesOn = next && onOneLine(runs[start]!, next) && next.figure === undefined && next.sup === undefined;
    if (space >= 0 || !goesOn) return { run, glyph: end, words, parted: space < 0 && glyphs.at(-1)?.text === softHyphen };
  }
}

const isSpace = ({ text }: Glyph): boolean => text !== '' && text.trim() === '';

function wordOf(glyphs: readonly Glyph[]): string {
  let text = '';
  for (const glyph of glyphs) if (glyph.text !== softHyphen) text += glyph.text;
  return text;
}

function onOneLine(a: GlyphRun, b: GlyphRun): boolean {
  return Math.abs(a.y - b.y) <= sameLine * Math.max(a.size, b.size);
}
