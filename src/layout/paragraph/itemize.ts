// Turn inlines into characters, each with its face, its size and where it came from.
import { characterClass } from './character-class.ts';
import { chooseFaces, faceOf } from './choose-face.ts';
import type { Character } from './cluster.ts';
import type { Composition, OwnedInline, TextSpec } from './line.ts';

/** Characters that steer line breaking and print nothing: zero-width space and joiners, soft hyphen (hyphenation is off), byte order mark. */
const invisible: ReadonlySet<number> = new Set([0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]);

export interface Itemized {
  /** All inlines' text, one after the other; offsets of characters point into it. */
  readonly text: string;
  readonly characters: readonly Character[];
}

/** The characters that print, in order; a code point without a glyph is reported with its place. */
export function itemize(inlines: readonly OwnedInline[], spec: TextSpec, composition: Composition): Itemized {
  const characters: Character[] = [];
  const reported = new Set<string>();
  let text = '';
  for (const source of inlines) {
    const { inline } = source;
    const lang = inline.lang ?? spec.lang;
    // A phrase of another language is another voice, not another face: Latin inside Japanese stays in the Japanese face.
    const faces = chooseFaces(spec, spec.lang, inline, composition);
    const size = inline.sup ? spec.size * composition.style.sup.scale : spec.size;
    let offset = text.length;
    text += inline.text;
    for (const character of inline.text) {
      const codePoint = character.codePointAt(0) ?? 0;
      const start = offset;
      offset += character.length;
      if (invisible.has(codePoint)) continue;
      const { face, glyph } = faceOf(codePoint, faces);
      if (glyph === 0 && !reported.has(`${codePoint} ${inline.at.line} ${inline.at.column} ${inline.at.file}`)) {
        reported.add(`${codePoint} ${inline.at.line} ${inline.at.column} ${inline.at.file}`);
        const code = codePoint.toString(16).toUpperCase().padStart(4, '0');
        composition.report({
          severity: 'error',
          code: 'layout/missing-glyph',
          message: `no glyph for ${character} (U+${code}) in ${face.id}`,
          at: inline.at,
          label: `holds ${character}`,
          hints: ['write another character, or name a family in the style that has this one'],
        });
      }
      characters.push({ text: character, codePoint, class: characterClass(codePoint), source, lang, face, glyph, size, offset: start });
    }
  }
  return { text, characters };
}
