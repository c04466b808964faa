// Turn placed clusters into glyph runs: one for each stretch of one face, size, source and language.
import type { Glyph, GlyphRun } from '../../model/page.ts';
import type { Style } from '../../model/style.ts';
import type { Cluster } from './cluster.ts';
import type { Line } from './line.ts';

interface Placed {
  readonly cluster: Cluster;
  /** Left edge of the body, in em from the line's start. */
  readonly x: number;
}

/**
 * Sets clusters side by side from `left` (points). `gaps` has the width in em after each of the first `visibleEnd - 1` clusters;
 * spaces after them stay in the text with no width.
 */
export function setGlyphRuns(
  clusters: readonly Cluster[],
  gaps: readonly number[],
  visibleEnd: number,
  left: number,
  size: number,
  style: Style,
): Line {
  const placed: Placed[] = [];
  let x = 0;
  let end = 0;
  for (let i = 0; i < clusters.length; i++) {
    const cluster = clusters[i];
    if (!cluster) break;
    placed.push({ cluster, x });
    if (i >= visibleEnd) continue;
    end = x + cluster.width;
    x = i + 1 < visibleEnd ? end + (gaps[i] ?? 0) : end;
  }
  const runs: GlyphRun[] = [];
  for (let i = 0; i < placed.length; ) {
    let next = i + 1;
    while (next < placed.length && sameRun(placed[i]?.cluster, placed[next]?.cluster)) next++;
    runs.push(glyphRun(placed.slice(i, next), left, size, style));
    i = next;
  }
  return { runs, width: left + end * size };
}

function sameRun(a: Cluster | undefined, b: Cluster | undefined): boolean {
  if (!a || !b || a.face !== b.face || a.scale !== b.scale || a.lang !== b.lang) return false;
  if (a.source === b.source) return true;
  const [left, right] = [a.source.inline, b.source.inline];
  if (a.source.owner !== b.source.owner || b.source.gapBefore) return false;
  return (
    left.figure === right.figure &&
    left.href === right.href &&
    left.noteRef === right.noteRef &&
    left.sup === right.sup &&
    left.expansion === right.expansion &&
    left.changed === right.changed
  );
}

function glyphRun(placed: readonly Placed[], left: number, size: number, style: Style): GlyphRun {
  const [first] = placed;
  const last = placed.at(-1);
  if (!first || !last) throw new Error('a glyph run without glyphs');
  const { face, scale, source, lang } = first.cluster;
  const { figure, href, noteRef, sup, expansion, changed } = source.inline;
  const x = first.x + first.cluster.shift;
  const glyphs: Glyph[] = placed.map(({ cluster, x: body }) => ({
    id: cluster.glyph,
    dx: (body + cluster.shift - x) * size,
    text: cluster.text,
  }));
  return {
    kind: 'glyphs',
    font: face.id,
    size: size * scale,
    x: left + x * size,
    // The baseline of a mark is raised by a part of the size of the text around it.
    y: sup ? -style.sup.rise * size : 0,
    width: (last.x + last.cluster.width - x) * size,
    glyphs,
    owner: { element: source.owner },
    lang,
    ...(figure !== undefined && { figure }),
    ...(href !== undefined && { href }),
    ...(noteRef !== undefined && { noteRef }),
    ...(sup && { sup }),
    ...(expansion !== undefined && { expansion }),
    ...(changed && { changed }),
    ...(source.index !== undefined && { inline: source.index }),
  };
}
