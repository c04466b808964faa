// Turn a run of glyphs into the characters that it stands for.
import type { GlyphRun } from './page.ts';

/** Sums of fewer characters are written at once; of longer ones the engine makes a tree with a node for every sum. */
const atOnce = 12;

/** In the order of its glyphs, hyphens that composition set at a line's end among them (U+00AD). */
export function runText({ glyphs }: Pick<GlyphRun, 'glyphs'>): string {
  let text = '';
  let part = '';
  for (let i = 0; i < glyphs.length; i++) {
    part += glyphs[i]!.text;
    if (part.length < atOnce) continue;
    text += part;
    part = '';
  }
  return text + part;
}
