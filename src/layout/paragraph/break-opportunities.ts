// Turn clusters into the places where a line may end, each with what ending it there costs.

import type { Ties } from '../../language/typesetting.ts';
import { matchesIn } from '../../model/matches.ts';
import { type Cluster, type ClusteredText, isKanji, isKatakana } from './cluster.ts';
import { ties } from './ties.ts';
import { WordBreaker } from './word-breaker.ts';

/** No line may end here. */
export const forbidden = Number.POSITIVE_INFINITY;

/** Never at the start of a line: JLREQ's very strict set, ellipses and dashes (so that pairs of them stay pairs, and English dashes follow their word). */
const neverStarts: ReadonlySet<string> = new Set(
  '）〕］｝〉》」』】〙〗｠〟’”‐–—―゠〜～？！‼⁇⁈⁉・：；。．、，ヽヾゝゞ々〻ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ％‰℃°′″¢｡､｣･…‥',
);
/** Never at the end of a line. */
const neverEnds: ReadonlySet<string> = new Set('（〔［｛〈《「『【〘〖｟〝‘“￥＄￡＃№¥$£｢');
/** Western characters that Japanese text treats alike. */
const neverStartsAfterJapanese: ReadonlySet<string> = new Set(')]},.!?:;%');
const neverEndsBeforeJapanese: ReadonlySet<string> = new Set('([{#');

/** A katakana word, and a pair of kanji, are better kept on one line. */
const insideKatakana = 60;
const insideKanjiPair = 15;
/** A line ends well after a comma or a stop. */
const afterComma = -20;
/** After a hyphen that the author wrote: TeX's exhyphenpenalty. */
const afterHyphen = 50;
/** A line that ends at this or more ends inside a name, a date, an address or a katakana word: a page should not end there too. */
export const partsName = insideKatakana;
/** Fewer letters than this stay with their hyphen, fewer than that with their slash (K-Opticom, and/or). */
const shortestAtHyphen = 2;
const shortestAtSlash = 4;

/** Penalty of a break before each cluster, `forbidden` where none may be; one more at the end, of the paragraph's end. */
export function breakOpportunities(set: ClusteredText, tied: Ties, isRagged = false): Float64Array {
  const { text, clusters, offsets } = set;
  const penalties = new Float64Array(clusters.length + 1).fill(forbidden);
  penalties[clusters.length] = 0;
  const indexAt = clusterIndexes(offsets, text.length);
  // A soft hyphen is a place for a hyphen, where words may be hyphenated, and no other opportunity.
  const breaker = new WordBreaker(text.replaceAll('\u00ad', '\u2060'));
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const index = indexAt[next.position] ?? clusters.length;
    if (index > 0 && index < clusters.length) penalties[index] = 0;
  }
  for (let i = 1; i < clusters.length; i++) {
    const before = clusters[i - 1]!;
    const after = clusters[i]!;
    // Most pairs of a Western text, and nothing below is about them.
    if (before.class === 'letter' && after.class === 'letter') continue;
    penalties[i] = tailored(before, after, penalties[i]!);
  }
  preferWholeWords(clusters, penalties);
  shortPieces(set, penalties);
  for (const { start, end, joints } of ties(text, tied, isRagged)) {
    const last = indexAt[end] ?? clusters.length;
    for (let i = (indexAt[start] ?? clusters.length) + 1; i < last; i++) {
      const joint = joints.get(offsets[i] ?? -1);
      penalties[i] = joint ?? forbidden;
    }
  }
  for (let i = 1; i < clusters.length; i++) if (fastened(set, i)) penalties[i] = forbidden;
  return penalties;
}

/** Clusters that no page should begin with, though a line may. */
export function leaningClusters({ text, offsets }: ClusteredText, { pages }: Ties): ReadonlySet<number> {
  const ends = new Set(pages.flatMap((pattern) => matchesIn(text, pattern).map(({ 0: match, index }) => index + match.length)));
  return ends.size === 0 ? none : new Set(offsets.flatMap((offset, index) => (ends.has(offset) ? [index] : [])));
}

const none: ReadonlySet<number> = new Set();

/** Offset in the text → first cluster that starts there or later. */
function clusterIndexes(offsets: readonly number[], length: number): Int32Array {
  const indexes = new Int32Array(length + 1).fill(offsets.length);
  let at = length;
  for (let i = offsets.length - 1; i >= 0; i--) {
    const offset = offsets[i] ?? 0;
    while (at > offset) indexes[at--] = i + 1;
  }
  while (at >= 0) indexes[at--] = 0;
  return indexes;
}

/** UAX #14 is right about most pairs; Japanese brackets, quotes and the very strict level are settled here. */
function tailored(before: Cluster, after: Cluster, penalty: number): number {
  const japaneseBefore = isJapaneseText(before);
  if (before.box || after.box) return besidePicture(before, after, penalty);
  if (after.class === 'space' || after.class === 'wide-space') return forbidden;
  if (neverStarts.has(after.text) || neverEnds.has(before.text)) return forbidden;
  if (japaneseBefore && neverStartsAfterJapanese.has(after.text)) return forbidden;
  if (neverEndsBeforeJapanese.has(before.text) && isJapaneseText(after)) return forbidden;
  if (penalty !== forbidden || isNoBreak(before) || isNoBreak(after)) return penalty;
  // Curly quotes are brackets in Japanese, and full-width brackets part from Western words too.
  if ((after.text === '“' || after.text === '‘') && japaneseBefore) return 0;
  if ((before.text === '”' || before.text === '’') && isJapaneseText(after)) return 0;
  if (after.class === 'open' && before.class !== 'open') return 0;
  if ((before.class === 'close' || before.class === 'comma' || before.class === 'stop') && after.class !== 'sign') return 0;
  return penalty;
}

/** A picture is a character of its own beside ideographs, and a word beside Latin letters: what stands at it without a space belongs to it. */
function besidePicture(before: Cluster, after: Cluster, penalty: number): number {
  if (neverStarts.has(after.text) || neverEnds.has(before.text) || after.class === 'space' || after.class === 'wide-space')
    return forbidden;
  const picture = before.box ? before : after;
  if (picture.class !== 'ideograph') return before.class === 'space' || (before.box && after.box) ? penalty : forbidden;
  if (picture === before && neverStartsAfterJapanese.has(after.text)) return forbidden;
  return picture === after && neverEndsBeforeJapanese.has(before.text) ? forbidden : penalty;
}

/** Joints before a cluster that nothing may open, not even an emergency: a mark and its word, a run-in head and its text. */
export function fastened({ clusters, sources }: Pick<ClusteredText, 'clusters' | 'sources'>, at: number): boolean {
  const before = sources[at - 1];
  const after = sources[at];
  if (!before || !after) return false;
  if (after !== before && after.gapBefore) return true;
  return after.sup === true && clusters[at - 1]?.class !== 'space' && clusters[at]?.class !== 'space';
}

/** A line may never start or end so: the rules that an emergency breaks last. */
export function breaksKinsoku(before: Cluster, after: Cluster): boolean {
  return neverStarts.has(after.text) || neverEnds.has(before.text) || after.class === 'space' || after.class === 'wide-space';
}

function isJapaneseText(cluster: Cluster): boolean {
  return cluster.codePoint >= 0x2e80 || cluster.class === 'ideograph';
}

function isNoBreak(cluster: Cluster): boolean {
  return cluster.codePoint === 0xa0 || cluster.codePoint === 0x202f || cluster.codePoint === 0x2007 || cluster.codePoint === 0x2011;
}

function preferWholeWords(clusters: readonly Cluster[], penalties: Float64Array): void {
  for (let i = 1; i < clusters.length; i++) {
    if (penalties[i] !== 0) continue;
    const before = clusters[i - 1]?.codePoint ?? 0;
    const after = clusters[i]?.codePoint ?? 0;
    if (isKatakana(before) && isKatakana(after)) penalties[i] = insideKatakana;
    else if (isKanji(before) && isKanji(after)) penalties[i] = insidePair(clusters, i) ? insideKanjiPair : 0;
    else if (clusters[i - 1]?.class === 'comma' || clusters[i - 1]?.class === 'stop') penalties[i] = afterComma;
  }
}

/** Compounds are built from pairs: a break at an odd place in an even run of kanji, or anywhere in a run of three, parts one. */
function insidePair(clusters: readonly Cluster[], at: number): boolean {
  let start = at;
  while (start > 0 && isKanji(clusters[start - 1]?.codePoint ?? 0)) start--;
  let end = at;
  while (end < clusters.length && isKanji(clusters[end]?.codePoint ?? 0)) end++;
  const length = end - start;
  return length % 2 === 0 ? (at - start) % 2 === 1 : length === 3;
}

/** Hyphens and slashes that the author wrote: breaks after them cost a little, and none leaves a scrap. */
function shortPieces({ text, clusters, offsets }: ClusteredText, penalties: Float64Array): void {
  for (let i = 1; i < clusters.length; i++) {
    const before = clusters[i - 1];
    if (!before || clusters[i]?.class !== 'letter' || (before.text !== '-' && before.text !== '/')) continue;
    const joined = clusters[i - 2];
    if (before.text === '-' && joined && isJapaneseText(joined)) penalties[i] = afterHyphen;
    else if (penalties[i] !== forbidden) penalties[i] = leavesScrap(text, before.text, offsets[i - 1] ?? 0) ? forbidden : afterHyphen;
  }
}

function leavesScrap(text: string, joiner: string, offset: number): boolean {
  const shortest = joiner === '-' ? shortestAtHyphen : shortestAtSlash;
  const left = /[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, offset - shortest), offset))?.[0].length ?? 0;
  const right = /^[\p{L}\p{N}]*/u.exec(text.slice(offset + 1, offset + 1 + shortest))?.[0].length ?? 0;
  return left < shortest || right < shortest;
}
