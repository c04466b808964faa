// Turn clusters of one character into clusters that print: letters that the face joins become one ligature.
import { bodyWidth } from './body.ts';
import type { Cluster } from './cluster.ts';

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
