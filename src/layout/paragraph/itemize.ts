// Turn inlines into clusters of one character, each with its face, its body and where it came from.
import { bodyShift, bodyWidth } from './body.ts';
import { characterClass } from './character-class.ts';
import { chooseFaces, faceOf } from './choose-face.ts';
import type { Cluster } from './cluster.ts';
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
