// Turn characters into units of composition: one glyph, its characters, their class (JLREQ, reduced to what spacing needs), its body.
import type { FontMetrics } from '../../model/font.ts';
import type { Glyph } from '../../model/page.ts';
import type { TextSource } from './line.ts';

/**
 * - `open` `close` `comma` `stop` `middle`: punctuation with a half-em body; the rest of its em is space that may be taken away.
 * - `mark`: `！？…—〜` and `△▲`, the minus of Japanese accounts: full body, no space around.
 * - `ideograph`: kana, kanji, full-width letters and symbols.
 * - `letter`: Latin, Greek and Cyrillic letters and digits; a quarter em parts them from ideographs.
 * - `sign`: other Western characters, set solid.
 */
export type CharacterClass =
  | 'open'
  | 'close'
  | 'comma'
  | 'stop'
  | 'middle'
  | 'mark'
  | 'ideograph'
  | 'letter'
  | 'sign'
  | 'space'
  | 'wide-space';

const classes: readonly (readonly [CharacterClass, string])[] = [
  ['open', '（〔［｛〈《「『【〘〖｟〝'],
  ['close', '）〕］｝〉》」』】〙〗｠〟'],
  ['comma', '、，'],
  ['stop', '。．'],
  ['middle', '・：；'],
  ['mark', '！？‼⁇⁈⁉〜～゠…‥—―△▲'],
  ['space', ' \u00a0\u202f\u2007\u2008\u2009\u200a\u2002\u2003\t\n\r'],
  ['wide-space', '\u3000'],
];

const known = new Map<number, CharacterClass>();
for (const [name, characters] of classes) {
  for (const character of characters) known.set(character.codePointAt(0) ?? 0, name);
}

/** The class of a code point; everything that is not listed is a Western sign, a letter or an ideograph by its block. */
export function characterClass(codePoint: number): CharacterClass {
  if (codePoint < 0x80) {
    if ((codePoint >= 0x30 && codePoint <= 0x39) || ((codePoint | 32) >= 0x61 && (codePoint | 32) <= 0x7a)) return 'letter';
    return codePoint === 0x20 || (codePoint >= 9 && codePoint <= 13) ? 'space' : 'sign';
  }
  const listed = known.get(codePoint);
  if (listed) return listed;
  if (codePoint >= 0x2e80 || isSymbol(codePoint)) return 'ideograph';
  if (codePoint >= 0xc0 && codePoint <= 0x52f && codePoint !== 0xd7 && codePoint !== 0xf7) return 'letter';
  return codePoint >= 0x1e00 && codePoint <= 0x1fff ? 'letter' : 'sign';
}

/** Arrows and geometric shapes, which Japanese text sets like a character of its own; mathematical operators are not among them. */
function isSymbol(codePoint: number): boolean {
  return (codePoint >= 0x2190 && codePoint <= 0x21ff) || (codePoint >= 0x2460 && codePoint <= 0x2bff);
}

/** Code points that only a Japanese face can be expected to hold. */
export function isJapanese(codePoint: number): boolean {
  return codePoint >= 0x2e80;
}

/** `△` and `▲`: the minus of Japanese accounts, an em wide in tables of every language and so in the text beside them. */
export function isJapaneseMinus(codePoint: number): boolean {
  return codePoint === 0x25b3 || codePoint === 0x25b2;
}

/** Katakana letters and the long vowel mark, small ones included. */
export function isKatakana(codePoint: number): boolean {
  return (codePoint >= 0x30a1 && codePoint <= 0x30fa) || codePoint === 0x30fc || (codePoint >= 0x31f0 && codePoint <= 0x31ff);
}

/** Unified and compatibility ideographs. */
export function isKanji(codePoint: number): boolean {
  return (codePoint >= 0x3400 && codePoint <= 0x9fff) || (codePoint >= 0xf900 && codePoint <= 0xfaff) || codePoint >= 0x20000;
}

/**
 * A character or a ligature, ready to be placed: one object wherever it stands in the same faces. Spaces have no body: their width is
 * the gap after them. Lengths in em of the text, so that one preparation serves every size.
 */
export interface Cluster {
  /** As written; extraction gives this back. */
  readonly text: string;
  readonly codePoint: number;
  readonly class: CharacterClass;
  readonly face: FontMetrics;
  /** With the same text, one object for every run that prints it. */
  readonly glyph: Glyph;
  /** Size as a multiple of the text's: less than 1 for raised marks. */
  readonly scale: number;
  /** Width of the body. */
  readonly width: number;
  /** From the body's left edge to the glyph's origin; negative where a bracket's blank half is cut off. */
  readonly shift: number;
  /** Of a picture, which has no glyph: how high it is, and how far its top stands above the baseline. */
  readonly box?: { readonly height: number; readonly rise: number };
}

/** Text as clusters, side by side with what is not the same wherever a cluster stands. */
export interface ClusteredText {
  /** All inlines' text, one after the other. */
  readonly text: string;
  readonly clusters: readonly Cluster[];
  /** Where each cluster came from. */
  readonly sources: readonly TextSource[];
  /** Offset of each in the text, in UTF-16 code units. */
  readonly offsets: readonly number[];
}
