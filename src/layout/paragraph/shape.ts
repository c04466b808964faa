// Turn characters into clusters: ligatures replaced, bodies measured, half-em punctuation cut to its half.
import type { Character, Cluster } from './cluster.ts';

/** Longest letter sequence that a ligature replaces (ffi, ffl, fft). */
const longestLigature = 3;
/** The half-em body of Japanese brackets, commas, stops and middle dots (JLREQ 3.1.2). */
const halfBody = 0.5;
/** Punctuation glyphs at least this wide, in em, hold a blank half; proportional ones keep their own width. */
const fullWidth = 0.9;

/** Clusters in the order of their characters; a ligature stands at its first character's offset. */
export function shape(characters: readonly Character[]): readonly Cluster[] {
  const clusters: Cluster[] = [];
  for (let i = 0; i < characters.length; ) {
    const character = characters[i];
    if (!character) break;
    const ligature = character.class === 'letter' ? ligatureAt(characters, i) : undefined;
    clusters.push(ligature ? measure(character, ligature.glyph, ligature.text) : measure(character, character.glyph, character.text));
    i += ligature ? ligature.length : 1;
  }
  return clusters;
}

function ligatureAt(characters: readonly Character[], at: number): { glyph: number; text: string; length: number } | undefined {
  const first = characters[at];
  // Only letters of one source join: a ligature cannot belong to two figures or two links.
  const joins = (character: Character | undefined): boolean =>
    character !== undefined && character.source === first?.source && character.face === first.face && character.class === 'letter';
  if (first?.text !== 'f' || !joins(characters[at + 1])) return undefined;
  for (let length = longestLigature; length > 1; length--) {
    const sequence = characters.slice(at, at + length);
    if (sequence.length < length || !sequence.every(joins)) continue;
    const glyph = first.face.ligature(sequence.map((character) => character.glyph));
    if (glyph) return { glyph, text: sequence.map((character) => character.text).join(''), length };
  }
  return undefined;
}

function measure(character: Character, glyph: number, text: string): Cluster {
  const { face, size } = character;
  if (character.class === 'space' || character.class === 'wide-space') return cluster(character, glyph, text, 0, 0);
  const advance = (face.advance(glyph) * size) / face.upem;
  const half = halfBody * size;
  if (advance < fullWidth * size) return cluster(character, glyph, text, advance, 0);
  switch (character.class) {
    case 'open':
      return cluster(character, glyph, text, half, half - advance);
    case 'middle':
      return cluster(character, glyph, text, half, (half - advance) / 2);
    case 'close':
    case 'comma':
    case 'stop':
      return cluster(character, glyph, text, half, 0);
    default:
      return cluster(character, glyph, text, advance, 0);
  }
}

/** Field by field: spreading the character would take most of the time of composition. */
function cluster(from: Character, glyph: number, text: string, width: number, shift: number): Cluster {
  const { codePoint, source, lang, face, size, offset } = from;
  return { text, codePoint, class: from.class, source, lang, face, glyph, size, offset, width, shift };
}
