// Turn what holding a notice against its differences can find wrong into a closed list of codes.
import type { Report as ReportOf } from '../model/finding.ts';

/** The codes of this room: faults of the program, which no data raises. */
export const correctCodes = ['correct/notice-lacks', 'correct/notice-adds'] as const;

export type CorrectCode = (typeof correctCodes)[number];

/** Takes findings with the codes of this room, and no others. */
export type Report = ReportOf<CorrectCode>;
