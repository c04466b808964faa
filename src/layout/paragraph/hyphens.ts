// Turn a text into the places where a hyphen may part its words, and clusters into those hyphens: how wide each is, and the hyphen.

import { createRequire } from 'node:module';
import type { Hyphenation, Typesetting } from '../../language/typesetting.ts';
import { matchesIn } from '../../model/matches.ts';
import type { Cluster, ClusteredText } from './cluster.ts';
import { ties } from './ties.ts';

/** A hyphen that composition sets: extraction and voices put the word together again (ISO 32000-1, 14.8.2.2.3). */
const setHyphen = '\u00ad';
const hyphenSign = 0x2010;
const hyphenMinus = 0x2d;

/** Width in em of the hyphen before each cluster, 0 where none may stand: nowhere in a language without hyphenation. Figures, links and words that stay together are not parted. */
export function hyphenWidths(
  { text, clusters, sources, offsets }: ClusteredText,
  { hyphenation, ties: tied }: Pick<Typesetting, 'hyphenation' | 'ties'>,
): Float64Array {
  const widths = new Float64Array(clusters.length + 1);
  const points = new Set(hyphenation ? hyphenPoints(text, hyphenation) : []);
  if (points.size === 0) return widths;
  const held = ties(text, tied);
  for (let i = 1; i < clusters.length; i++) {
    const [source, offset] = [sources[i]!, offsets[i]!];
    if (sources[i - 1] !== source || !points.has(offset)) continue;
    if (source.figure !== undefined || source.href !== undefined) continue;
    if (held.some(({ start, end }) => start < offset && offset < end)) continue;
    widths[i] = hyphenAfter(clusters[i - 1]!).width;
  }
  return widths;
}

/** The hyphen that stands after a letter, in its face. */
export function hyphenAfter(letter: Cluster): Cluster {
  const { face, scale } = letter;
  const id = face.glyph(hyphenSign) || face.glyph(hyphenMinus);
  const width = (face.advance(id) / face.upem) * scale;
  return { ...letter, text: setHyphen, codePoint: 0xad, class: 'sign', glyph: { id, text: setHyphen }, width, shift: 0 };
}

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
  for (const match of matchesIn(text, /[^\s\u2013\u2014]+/g)) {
    const word = around.exec(match[0])?.[1];
    if (word === undefined) continue;
    const start = match.index + match[0].indexOf(word);
    for (const at of word.includes(softHyphen) ? written(word) : found(word, hyphenation)) points.push(start + at);
  }
  return points;
}

/** After each soft hyphen of the writer's. */
const written = (word: string): readonly number[] => matchesIn(word, /\u00ad(?=\p{Ll})/gu).map(({ index }) => index + 1);

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
