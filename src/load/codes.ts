// Turn what loading can find wrong into a closed list of codes.
import type { Report as ReportOf } from '../model/finding.ts';

/** The codes of this room; each has a folder of that name in test/errors. */
export const loadCodes = [
  'load/bad-id',
  'load/missing-file',
  'load/unlisted-language',
  'load/unreadable',
  'load/character',
  'load/look-alike',
  'load/yaml',
  'load/font',
  'load/unknown-theme',
  'load/extends',
  'load/format',
  'load/picture',
  'load/approved',
] as const;

export type LoadCode = (typeof loadCodes)[number];

/** Takes findings with the codes of this room, and no others. */
export type Report = ReportOf<LoadCode>;
