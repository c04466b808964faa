// Turn characters into units of composition: one glyph, the characters it prints, and the body that it takes on the line.
import type { FontMetrics } from '../../model/font.ts';
import type { Lang } from '../../model/language.ts';
import type { CharacterClass } from './character-class.ts';
import type { OwnedInline } from './line.ts';

/** Characters of one face and one source, before shaping. */
export interface Character {
  /** As written; extraction gives this back. */
  readonly text: string;
  readonly codePoint: number;
  readonly class: CharacterClass;
  readonly source: OwnedInline;
  readonly lang: Lang;
  readonly face: FontMetrics;
  readonly glyph: number;
  /** Points; smaller than the text's for raised marks. */
  readonly size: number;
  /** Offset in the text of the whole paragraph, in UTF-16 code units. */
  readonly offset: number;
}

/** A character or a ligature, ready to be placed. Spaces have no body: their width is the gap after them. */
export interface Cluster extends Character {
  /** Width of the body in points. */
  readonly width: number;
  /** From the body's left edge to the glyph's origin, in points; negative where a bracket's blank half is cut off. */
  readonly shift: number;
}
