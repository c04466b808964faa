// Turn what layout can find wrong into a closed list of codes.
import type { Finding, Report as ReportOf } from '../model/finding.ts';

/** The codes of this room; each has a folder of that name in test/errors. */
export const layoutCodes = [
  'layout/unknown-block',
  'layout/missing-glyph',
  'layout/overfull-line',
  'layout/table-too-wide',
  'layout/table-too-tall',
  'layout/chart-crowded',
  'layout/page-reference-unsettled',
  'layout/page-target',
  'layout/contrast',
] as const;

export type LayoutCode = (typeof layoutCodes)[number];

/** Takes findings with the codes of this room, and no others. */
export type Report = ReportOf<LayoutCode>;

export type LayoutFinding = Finding<LayoutCode>;
