// Turn inlines into one line at its natural width: table cells, heads, captions, folios.
import { setGlyphRuns } from './glyph-runs.ts';
import type { Line, OwnedInline, TextSpec } from './line.ts';
import { type Composition, prepare } from './prepare.ts';

/** Sets all inlines on one line, whatever its width. Forced line breaks in them do nothing here. */
export function setLine(inlines: readonly OwnedInline[], spec: TextSpec, composition: Composition): Line {
  const { clusters, gaps } = prepare(inlines, spec, composition);
  const { size } = spec;
  let visibleEnd = clusters.length;
  while (visibleEnd > 0 && isSpace(clusters[visibleEnd - 1]?.class)) visibleEnd--;
  let width = 0;
  for (let i = 0; i < visibleEnd; i++) width += (clusters[i]?.width ?? 0) + (i < visibleEnd - 1 ? (gaps[i]?.natural ?? 0) : 0);
  let runs: Line['runs'] | undefined;
  return {
    width: width * size,
    get runs() {
      runs ??= setGlyphRuns(
        clusters,
        gaps.map((gap) => gap.natural),
        visibleEnd,
        0,
        size,
        composition.style,
      ).runs;
      return runs;
    },
  };
}

function isSpace(name: string | undefined): boolean {
  return name === 'space' || name === 'wide-space';
}
