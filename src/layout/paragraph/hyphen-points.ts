// Turn a text into the places where its words may be parted by a hyphen.

import { createRequire } from 'node:module';
import type { Hyphenation } from '../../language/typesetting.ts';

/** Where a writer marks a place for a hyphen. */
const softHyphen = '\u00ad';
/** What stands around a word in print and is no part of it, possessive endings among it. */
const around = /^[“‘"'([{]*([\p{Ll}\u00ad]+)(?:[’']s?)?[”’"')\]},.;:!?]*$/u;

/**
 * Offsets of the letters that a hyphen may stand before, in UTF-16 code units, ascending. Only words of plain small letters are parted:
 * names, acronyms, figures, addresses and words that hold a hyphen already stay whole. Soft hyphens of the writer's go before the
 * patterns' (Liang's, of the package `hyphen`).
 */
export function hyphenPoints(text: string, hyphenation: Hyphenation): readonly number[] {
  const points: number[] = [];
  for (const match of text.matchAll(/[^\s\u2013\u2014]+/g)) {
    const word = around.exec(match[0])?.[1];
    if (word === undefined) continue;
    const start = match.index + match[0].indexOf(word);
    for (const at of word.includes(softHyphen) ? written(word) : found(word, hyphenation)) points.push(start + at);
  }
  return points;
}

/** After each soft hyphen of the writer's. */
const written = (word: string): readonly number[] => [...word.matchAll(/\u00ad(?=\p{Ll})/gu)].map(({ index }) => index + 1);

function found(word: string, { patterns, shortestWord, leastBefore, leastAfter }: Hyphenation): readonly number[] {
  if (word.length < shortestWord) return [];
  const points: number[] = [];
  let at = 0;
  for (const part of hyphenate(patterns)(word, { hyphenChar: softHyphen }).split(softHyphen)) {
    if (at >= leastBefore && word.length - at >= leastAfter) points.push(at);
    at += part.length;
  }
  return points;
}

type Hyphenate = (text: string, options: { readonly hyphenChar: string }) => string;

const loaded = new Map<string, Hyphenate>();

/** Patterns take tens of milliseconds to read, and releases that are not hyphenated have no use for them. */
function hyphenate(patterns: string): Hyphenate {
  const known = loaded.get(patterns);
  if (known) return known;
  const { hyphenateSync } = createRequire(import.meta.url)(`hyphen/${patterns}`) as { readonly hyphenateSync: Hyphenate };
  loaded.set(patterns, hyphenateSync);
  return hyphenateSync;
}
