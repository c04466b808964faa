// Turn characters into units of composition: one glyph, the characters it prints, and the body that it takes on the line.
import type { FontMetrics } from '../../model/font.ts';
import type { Lang } from '../../model/language.ts';
import type { CharacterClass } from './character-class.ts';
import type { OwnedInline } from './line.ts';

/**
 * A character or a ligature, ready to be placed. Spaces have no body: their width is the gap after them.
 * Lengths in em of the text, so that one preparation serves every size.
 */
export interface Cluster {
  /** As written; extraction gives this back. */
  readonly text: string;
  readonly codePoint: number;
  readonly class: CharacterClass;
  readonly source: OwnedInline;
  readonly lang: Lang;
  readonly face: FontMetrics;
  readonly glyph: number;
  /** Size as a multiple of the text's: less than 1 for raised marks. */
  readonly scale: number;
  /** Offset in the text of the whole paragraph, in UTF-16 code units. */
  readonly offset: number;
  /** Width of the body. */
  readonly width: number;
  /** From the body's left edge to the glyph's origin; negative where a bracket's blank half is cut off. */
  readonly shift: number;
}
