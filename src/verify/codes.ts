// Turn what reading the file back can find wrong into a closed list of codes.
import type { Report as ReportOf } from '../model/finding.ts';

/** The codes of this room: faults of the program, which no data raises. */
export const verifyCodes = ['verify/figure-not-found', 'verify/text-mismatch'] as const;

export type VerifyCode = (typeof verifyCodes)[number];

/** Takes findings with the codes of this room, and no others. */
export type Report = ReportOf<VerifyCode>;
