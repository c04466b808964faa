// Turn an English text into the places where its words may be parted by a hyphen.
import { createRequire } from 'node:module';

/** Shorter words are never parted, and no part is shorter than these: letters. */
const shortestWord = 7;
const leastBefore = 3;
const leastAfter = 3;

/** Where a writer marks a place for a hyphen. */
const softHyphen = '\u00ad';
/** What stands around a word in print and is no part of it, possessive endings among it. */
const around = /^[“‘"'([{]*([a-z\u00ad]+)(?:[’']s?)?[”’"')\]},.;:!?]*$/;

/**
 * Offsets of the letters that a hyphen may stand before, in UTF-16 code units, ascending. Only words of plain small letters are parted:
 * names, acronyms, figures, addresses and words that hold a hyphen already stay whole. Soft hyphens of the writer's go before the
 * dictionary's (Liang's patterns for American English).
 */
export function hyphenPoints(text: string): readonly number[] {
  const points: number[] = [];
  for (const match of text.matchAll(/[^\s\u2013\u2014]+/g)) {
    const word = around.exec(match[0])?.[1];
    if (word === undefined) continue;
    const start = match.index + match[0].indexOf(word);
    for (const at of word.includes(softHyphen) ? written(word) : found(word)) points.push(start + at);
  }
  return points;
}

/** After each soft hyphen of the writer's. */
const written = (word: string): readonly number[] => [...word.matchAll(/\u00ad(?=[a-z])/g)].map(({ index }) => index + 1);

function found(word: string): readonly number[] {
  if (word.length < shortestWord) return [];
  const points: number[] = [];
  let at = 0;
  for (const part of hyphenate()(word, { hyphenChar: softHyphen }).split(softHyphen)) {
    if (at >= leastBefore && word.length - at >= leastAfter) points.push(at);
    at += part.length;
  }
  return points;
}

type Hyphenate = (text: string, options: { readonly hyphenChar: string }) => string;

let loaded: Hyphenate | undefined;

/** The patterns take tens of milliseconds to read, and releases that are not hyphenated have no use for them. */
function hyphenate(): Hyphenate {
  loaded ??= (createRequire(import.meta.url)('hyphen/en-us') as { readonly hyphenateSync: Hyphenate }).hyphenateSync;
  return loaded;
}
