// Turn text that is ready to be set into one value: what both lines and paragraphs are made from, once for every size.
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Cluster } from './cluster.ts';
import type { Gap } from './glue.ts';
import type { Line } from './line.ts';
import type { Breakable } from './line-cost.ts';

/** Text that can be set on one line, and broken into lines. Lengths in em. */
export interface Prepared {
  readonly clusters: readonly Cluster[];
  /** The gap after each cluster. */
  readonly gaps: readonly Gap[];
  /** What line breaking needs besides: found when it is first asked for, since most text of tables is never broken. */
  readonly breakable: () => Breakable;
  /** Lines of each measure that it was broken into, with what was found in them. */
  readonly lines: Map<string, { readonly lines: readonly Line[]; readonly findings: readonly Diagnostic[] }>;
  /** What was found on the way. */
  readonly findings: readonly Diagnostic[];
}
