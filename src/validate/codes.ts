// Turn what validation can find wrong into a closed list of codes.
import type { Report as ReportOf } from '../model/finding.ts';

/** The codes of this room; each has a folder of that name in test/errors. */
export const validateCodes = [
  'validate/unknown-key',
  'validate/missing-key',
  'validate/wrong-type',
  'validate/duplicate',
  'validate/number',
  'validate/date',
  'validate/formula',
  'validate/unknown-concept',
  'validate/unknown-period',
  'validate/unknown-column',
  'validate/unknown-member',
  'validate/unknown-statement',
  'validate/statement-unplaced',
  'validate/missing-label',
  'validate/unlisted-language',
  'validate/section',
  'validate/style',
  'validate/file-name',
  'validate/unset',
] as const;

/** A layout that cannot be read is told as merging tells it. */
export type ValidateCode = (typeof validateCodes)[number] | 'merge/template';

/** Takes findings with the codes of this room, and no others. */
export type Report = ReportOf<ValidateCode>;
