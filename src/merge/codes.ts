// Turn what merging can find wrong into a closed list of codes.
import type { Report as ReportOf } from '../model/finding.ts';

/** The codes of this room; each has a folder of that name in test/errors. */
export const mergeCodes = [
  'merge/template',
  'merge/unknown-helper',
  'merge/helper-argument',
  'merge/unknown-element',
  'merge/unknown-attribute',
  'merge/picture',
  'merge/unknown-class',
  'merge/unknown-statement',
  'merge/unknown-chart',
  'merge/chart-statement',
  'merge/chart-gap',
  'merge/section-missing',
  'merge/section-unused',
  'merge/section-duplicate',
  'merge/words-missing',
  'merge/words-unused',
  'merge/date-unused',
  'merge/flag-unused',
  'merge/unknown-part',
  'merge/one-language',
  'merge/placeholder',
  'merge/sign',
  'merge/nil',
  'merge/undecided',
  'merge/range-sign',
  'merge/note-unresolved',
  'merge/unknown-page-reference',
  'merge/empty',
] as const;

/** What prose may lack is told as derivation tells it: a figure that there is not, a base of zero, an override that does nothing. */
type DeriveCode = 'derive/missing-fact' | 'derive/zero-base' | 'derive/override-idle';

export type MergeCode = (typeof mergeCodes)[number] | DeriveCode | 'validate/unknown-period';

/** Takes findings with the codes of this room, and no others. */
export type Report = ReportOf<MergeCode>;
