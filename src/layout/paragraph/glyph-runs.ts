// Turn placed clusters into glyph runs: one for each stretch of one face, size, source and language.
import type { Glyph, GlyphRun, LineMark } from '../../model/page.ts';
import type { LinePicture } from '../../model/picture.ts';
import type { Cluster, ClusteredText } from './cluster.ts';
import type { TextSource, TypeStyle } from './line.ts';
import { placedPicture } from './line-pictures.ts';

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

/** The runs and pictures of a line, and its width in points from the left edge, indent included. */
export interface GlyphLine {
  readonly marks: readonly LineMark[];
  readonly width: number;
}

/** A run of which glyphs are still being placed. */
type OpenRun = { -readonly [Field in keyof GlyphRun]: GlyphRun[Field] };

/**
 * Sets clusters side by side from `left` (points). `gaps` has the width in em after each of the visible clusters but the last;
 * spaces after them stay in the text with no width. Bodies are drawn `stretch` times as wide.
 */
export function setGlyphRuns(
  line: LineText,
  gaps: readonly number[],
  left: number,
  size: number,
  sup: TypeStyle['sup'],
  stretch = 1,
): GlyphLine {
  const { clusters, sources, start, hyphen } = line;
  const end = line.end + (hyphen ? 1 : 0);
  const visibleEnd = line.visibleEnd + (hyphen ? 1 : 0);
  const marks: LineMark[] = [];
  let x = 0;
  let width = 0;
  for (let first = start; first < end; ) {
    const head = clusters[first]!;
    const source = sources[first]!;
    let next = first + 1;
    while (next < line.end && sameRun(head, source, clusters[next]!, sources[next]!)) next++;
    // A hyphen is of the word before it.
    if (next === line.end) next = end;
    const origin = x + head.shift * stretch;
    const glyphs = new Array<Glyph>(next - first);
    const offsets = new Array<number>(next - first);
    let runEnd = 0;
    for (let i = first; i < next; i++) {
      const cluster = hyphen && i === line.end ? hyphen : clusters[i]!;
      const from = cluster.shift === 0 ? x : x + cluster.shift * stretch;
      glyphs[i - first] = cluster.glyph;
      offsets[i - first] = (from - origin) * size;
      runEnd = x + cluster.width * stretch;
      if (i >= visibleEnd) continue;
      width = runEnd;
      x = i + 1 < visibleEnd ? width + (gaps[i - start] ?? 0) : width;
    }
    const at = left + origin * size;
    if (isBox(head) && isPicture(source)) marks.push(placedPicture(head, source, at, size, stretch));
    else marks.push(glyphRun(head, source, at, (runEnd - origin) * size, size, sup, glyphs, offsets, stretch));
    first = next;
  }
  return { marks, width: left + width * size };
}

const isBox = (cluster: Cluster): cluster is Cluster & { readonly box: NonNullable<Cluster['box']> } => cluster.box !== undefined;
const isPicture = (source: TextSource): source is TextSource & { readonly picture: LinePicture } => source.picture !== undefined;

function sameRun(a: Cluster, from: TextSource, b: Cluster, source: TextSource): boolean {
  if (a.box || b.box) return false;
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
    from.changed === source.changed &&
    from.revision === source.revision
  );
}

function glyphRun(
  { face, scale }: Cluster,
  source: TextSource,
  x: number,
  width: number,
  size: number,
  sup: TypeStyle['sup'],
  glyphs: readonly Glyph[],
  offsets: readonly number[],
  stretch: number,
): GlyphRun {
  const run: OpenRun = {
    kind: 'glyphs',
    font: face.id,
    size: size * scale,
    x,
    // The baseline of a mark is raised by a part of the size of the text around it.
    y: source.sup ? -sup.rise * size : 0,
    width,
    glyphs,
    offsets,
    owner: { element: source.owner },
    lang: source.lang,
  };
  if (stretch !== 1) run.stretch = stretch;
  if (source.index !== undefined) run.inline = source.index;
  if (source.figure !== undefined) run.figure = source.figure;
  if (source.href !== undefined) run.href = source.href;
  if (source.noteRef !== undefined) run.noteRef = source.noteRef;
  if (source.sup) run.sup = source.sup;
  if (source.expansion !== undefined) run.expansion = source.expansion;
  if (source.changed) run.changed = source.changed;
  if (source.revision) run.revision = source.revision;
  return run;
}
