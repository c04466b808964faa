// Turn clusters into the hyphens that may part their words: how wide each is, and the hyphen itself.
import type { Typesetting } from '../../language/typesetting.ts';
import type { Cluster } from './cluster.ts';
import { hyphenPoints } from './hyphen-points.ts';
import { ties } from './ties.ts';

/** A hyphen that composition sets: extraction and voices put the word together again (ISO 32000-1, 14.8.2.2.3). */
const softHyphen = '\u00ad';
const hyphenSign = 0x2010;
const hyphenMinus = 0x2d;

/** Width in em of the hyphen before each cluster, 0 where none may stand: nowhere in a language without hyphenation. Figures, links and words that stay together are not parted. */
export function hyphenWidths(
  clusters: readonly Cluster[],
  text: string,
  { hyphenation, ties: tied }: Pick<Typesetting, 'hyphenation' | 'ties'>,
): Float64Array {
  const widths = new Float64Array(clusters.length + 1);
  const points = new Set(hyphenation ? hyphenPoints(text, hyphenation) : []);
  const held = ties(text, tied);
  for (let i = 1; i < clusters.length; i++) {
    const [before, after] = [clusters[i - 1], clusters[i]];
    if (!before || !after || before.source !== after.source || !points.has(after.offset)) continue;
    const { figure, href } = after.source.inline;
    if (figure !== undefined || href !== undefined) continue;
    if (held.some(({ start, end }) => start < after.offset && after.offset < end)) continue;
    widths[i] = hyphenAfter(before).width;
  }
  return widths;
}

/** The hyphen that stands after a letter, in its face and of its source. */
export function hyphenAfter(letter: Cluster): Cluster {
  const { face, scale } = letter;
  const glyph = face.glyph(hyphenSign) || face.glyph(hyphenMinus);
  const width = (face.advance(glyph) / face.upem) * scale;
  return { ...letter, text: softHyphen, codePoint: 0xad, class: 'sign', glyph, width, shift: 0 };
}
