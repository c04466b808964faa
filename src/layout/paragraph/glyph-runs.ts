// Turn placed clusters into glyph runs: one for each stretch of one face, size, source and language.
import type { Glyph, GlyphRun } from '../../model/page.ts';
import type { Cluster, ClusteredText } from './cluster.ts';
import type { TextSource, TypeStyle } from './line.ts';

/** The clusters of one line of a text. */
export interface LineText extends Pick<ClusteredText, 'clusters' | 'sources'> {
  /** Index of the line's first cluster. */
  readonly start: number;
  /** One past its last. */
  readonly end: number;
  /** One past its last that is not a space. */
  readonly visibleEnd: number;
  /** The hyphen that stands behind its last cluster. */
  readonly hyphen: Cluster | undefined;
}

/** The runs of a line, and its width in points from the left edge, indent included. */
export interface GlyphLine {
  readonly runs: readonly GlyphRun[];
  readonly width: number;
}

/** A run of which glyphs are still being placed. */
type OpenRun = { -readonly [Field in keyof GlyphRun]: GlyphRun[Field] };

/**
 * Sets clusters side by side from `left` (points). `gaps` has the width in em after each of the visible clusters but the last;
 * spaces after them stay in the text with no width.
 */
export function setGlyphRuns(line: LineText, gaps: readonly number[], left: number, size: number, sup: TypeStyle['sup']): GlyphLine {
  const { clusters, sources, start, hyphen } = line;
  const end = line.end + (hyphen ? 1 : 0);
  const visibleEnd = line.visibleEnd + (hyphen ? 1 : 0);
  const runs: GlyphRun[] = [];
  let run: OpenRun | undefined;
  let glyphs: Glyph[] = [];
  // Index of the first cluster of the run, and its origin in em from the line's start.
  let first = start;
  let origin = 0;
  let x = 0;
  let width = 0;
  for (let i = start; i < end; i++) {
    const cluster = hyphen && i === line.end ? hyphen : clusters[i]!;
    const source = sources[hyphen && i === line.end ? i - 1 : i]!;
    if (!run || !sameRun(clusters[first]!, sources[first]!, cluster, source)) {
      first = i;
      origin = x + cluster.shift;
      glyphs = [];
      run = openRun(cluster, source, left + origin * size, size, sup, glyphs);
      runs.push(run);
    }
    glyphs.push({ id: cluster.glyph, dx: (x + cluster.shift - origin) * size, text: cluster.text });
    run.width = (x + cluster.width - origin) * size;
    if (i >= visibleEnd) continue;
    width = x + cluster.width;
    x = i + 1 < visibleEnd ? width + (gaps[i - start] ?? 0) : width;
  }
  return { runs, width: left + width * size };
}

function sameRun(a: Cluster, from: TextSource, b: Cluster, source: TextSource): boolean {
  if (a.face !== b.face || a.scale !== b.scale || from.lang !== source.lang) return false;
  if (from === source) return true;
  return (
    from.owner === source.owner &&
    !source.gapBefore &&
    from.figure === source.figure &&
    from.href === source.href &&
    from.noteRef === source.noteRef &&
    from.sup === source.sup &&
    from.expansion === source.expansion &&
    from.changed === source.changed
  );
}

function openRun({ face, scale }: Cluster, source: TextSource, x: number, size: number, sup: TypeStyle['sup'], glyphs: Glyph[]): OpenRun {
  const run: OpenRun = {
    kind: 'glyphs',
    font: face.id,
    size: size * scale,
    x,
    // The baseline of a mark is raised by a part of the size of the text around it.
    y: source.sup ? -sup.rise * size : 0,
    width: 0,
    glyphs,
    owner: { element: source.owner },
    lang: source.lang,
  };
  if (source.index !== undefined) run.inline = source.index;
  if (source.figure !== undefined) run.figure = source.figure;
  if (source.href !== undefined) run.href = source.href;
  if (source.noteRef !== undefined) run.noteRef = source.noteRef;
  if (source.sup) run.sup = source.sup;
  if (source.expansion !== undefined) run.expansion = source.expansion;
  if (source.changed) run.changed = source.changed;
  return run;
}
