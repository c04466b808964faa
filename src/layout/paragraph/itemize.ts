// Turn inlines into clusters that print: each with its face, its body and where it came from; joined letters are ligatures.

import { chooseFaces, faceOf } from './choose-face.ts';
import { type CharacterClass, type Cluster, characterClass } from './cluster.ts';
import type { CompositionInputs, FaceSpec, OwnedInline } from './line.ts';

/** Characters that steer line breaking and print nothing: zero-width space and joiners, soft hyphen (a hyphen is set where a line parts a word, not where it is written), byte order mark. */
const invisible: ReadonlySet<number> = new Set([0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]);

/** A combining mark: accents, voicing marks, selectors of variants. */
const mark = /^\p{M}$/u;

export interface Itemized {
  /** All inlines' text, one after the other; offsets of characters point into it. */
  readonly text: string;
  readonly clusters: readonly Cluster[];
}

/** The characters that print, in order; a code point without a glyph is reported with its place. */
export function itemize(inlines: readonly OwnedInline[], spec: FaceSpec, composition: CompositionInputs): Itemized {
  const clusters: Cluster[] = [];
  const reported = new Set<string>();
  let text = '';
  for (const source of inlines) {
    const { inline } = source;
    const lang = inline.lang ?? spec.lang;
    // A phrase of another language is another voice, not another face: Latin inside Japanese stays in the Japanese face.
    const faces = chooseFaces(spec, spec.lang, inline, composition);
    const scale = inline.sup ? composition.style.sup.scale : 1;
    let offset = text.length;
    text += inline.text;
    for (const character of inline.text) {
      const codePoint = character.codePointAt(0) ?? 0;
      const start = offset;
      offset += character.length;
      if (invisible.has(codePoint)) continue;
      const { face, glyph: found } = faceOf(codePoint, faces);
      // Marks are set as part of a letter; one that no letter took in composition would stand beside it, or in another face.
      const marks = codePoint >= 0x300 && mark.test(character);
      const glyph = marks ? 0 : found;
      if (glyph === 0 && !reported.has(`${codePoint} ${inline.at.line} ${inline.at.column} ${inline.at.file}`)) {
        reported.add(`${codePoint} ${inline.at.line} ${inline.at.column} ${inline.at.file}`);
        const code = codePoint.toString(16).toUpperCase().padStart(4, '0');
        composition.report({
          severity: 'error',
          code: 'layout/missing-glyph',
          message: marks
            ? `no letter has a form with the combining mark U+${code} here`
            : `no glyph for ${character} (U+${code}) in ${face.id}`,
          at: inline.at,
          label: marks ? `holds U+${code}` : `holds ${character}`,
          hints: [
            marks
              ? 'write the letter and its mark as one character'
              : 'write another character, or name a family in the style that has this one',
          ],
        });
      }
      const name = characterClass(codePoint);
      const advance = face.advance(glyph) / face.upem;
      const width = bodyWidth(name, advance) * scale;
      const shift = bodyShift(name, advance) * scale;
      clusters.push({ text: character, codePoint, class: name, source, lang, face, glyph, scale, offset: start, width, shift });
    }
  }
  return { text, clusters };
}

/** The half-em body of Japanese brackets, commas, stops and middle dots (JLREQ 3.1.2). */
const halfBody = 0.5;
/** Punctuation glyphs at least this wide, in em, hold a blank half; proportional ones keep their own width. */
const fullWidth = 0.9;

/** Width of the body, in em of its own size. Spaces have none. */
function bodyWidth(name: CharacterClass, advance: number): number {
  if (name === 'space' || name === 'wide-space') return 0;
  return isCut(name, advance) ? halfBody : advance;
}

/** From the body's left edge to the glyph's origin, in em of its own size. */
function bodyShift(name: CharacterClass, advance: number): number {
  if (!isCut(name, advance)) return 0;
  return name === 'open' ? halfBody - advance : name === 'middle' ? (halfBody - advance) / 2 : 0;
}

function isCut(name: CharacterClass, advance: number): boolean {
  return advance >= fullWidth && (name === 'open' || name === 'close' || name === 'comma' || name === 'stop' || name === 'middle');
}

/** Longest letter sequence that a ligature replaces (ffi, ffl, fft). */
const longestLigature = 3;

/** Clusters in the order of the text; a ligature stands at its first character's offset. */
export function shape(clusters: readonly Cluster[]): readonly Cluster[] {
  let shaped: Cluster[] | undefined;
  for (let i = 0; i < clusters.length; i++) {
    const cluster = clusters[i];
    if (!cluster) break;
    const length = cluster.text === 'f' ? ligatureLength(clusters, i) : 1;
    if (length > 1) {
      shaped ??= clusters.slice(0, i);
      shaped.push(joined(clusters.slice(i, i + length)));
      i += length - 1;
    } else shaped?.push(cluster);
  }
  return shaped ?? clusters;
}

/** Letters that the face replaces by one glyph from here on, or 1. */
function ligatureLength(clusters: readonly Cluster[], at: number): number {
  const first = clusters[at];
  // Only letters of one source join: a ligature cannot belong to two figures or two links.
  const joins = (cluster: Cluster | undefined): boolean =>
    cluster !== undefined && cluster.source === first?.source && cluster.face === first.face && cluster.class === 'letter';
  let length = 1;
  while (length < longestLigature && joins(clusters[at + length])) length++;
  while (length > 1 && !first?.face.ligature(glyphs(clusters.slice(at, at + length)))) length--;
  return length;
}

function joined(letters: readonly Cluster[]): Cluster {
  const first = letters[0];
  if (!first) throw new Error('a ligature without letters');
  const glyph = first.face.ligature(glyphs(letters));
  const width = bodyWidth(first.class, first.face.advance(glyph) / first.face.upem) * first.scale;
  return { ...first, glyph, text: letters.map((letter) => letter.text).join(''), width };
}

const glyphs = (clusters: readonly Cluster[]): readonly number[] => clusters.map((cluster) => cluster.glyph);
