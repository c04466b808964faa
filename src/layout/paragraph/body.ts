// Turn a glyph's advance into the body that it takes on the line: half-em punctuation is cut to its half.
import type { CharacterClass } from './character-class.ts';

/** The half-em body of Japanese brackets, commas, stops and middle dots (JLREQ 3.1.2). */
const halfBody = 0.5;
/** Punctuation glyphs at least this wide, in em, hold a blank half; proportional ones keep their own width. */
const fullWidth = 0.9;

/** Width of the body, in em of its own size. Spaces have none. */
export function bodyWidth(name: CharacterClass, advance: number): number {
  if (name === 'space' || name === 'wide-space') return 0;
  return isCut(name, advance) ? halfBody : advance;
}

/** From the body's left edge to the glyph's origin, in em of its own size. */
export function bodyShift(name: CharacterClass, advance: number): number {
  if (!isCut(name, advance)) return 0;
  return name === 'open' ? halfBody - advance : name === 'middle' ? (halfBody - advance) / 2 : 0;
}

function isCut(name: CharacterClass, advance: number): boolean {
  return advance >= fullWidth && (name === 'open' || name === 'close' || name === 'comma' || name === 'stop' || name === 'middle');
}
