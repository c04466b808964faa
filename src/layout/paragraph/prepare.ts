// Turn inlines into what both lines and paragraphs are set from: clusters, and what may happen between them.
import { breakOpportunities, forbidden } from './break-opportunities.ts';
import type { Cluster } from './cluster.ts';
import { type Gap, gapsBetween } from './glue.ts';
import { itemize } from './itemize.ts';
import type { Composition, OwnedInline, TextSpec } from './line.ts';
import { shape } from './shape.ts';

/** Text that can be set. */
export interface Prepared {
  readonly clusters: readonly Cluster[];
  /** The gap after each cluster. */
  readonly gaps: readonly Gap[];
  /** What a break before each cluster costs. */
  readonly penalties: Float64Array;
}

/** The steps before lines are broken, in order. */
export function prepare(inlines: readonly OwnedInline[], spec: TextSpec, composition: Composition): Prepared {
  const { text, characters } = itemize(inlines, spec, composition);
  const clusters = shape(characters);
  const penalties = breakOpportunities(clusters, text);
  const gaps = gapsBetween(clusters, (i) => penalties[i] === forbidden, spec.lang, spec.size);
  return { clusters, gaps, penalties };
}
