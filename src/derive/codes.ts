// Turn what derivation can find wrong into a closed list of codes.
import type { Finding, Report as ReportOf } from '../model/finding.ts';

/** The codes of this room; each has a folder of that name in test/errors. */
export const deriveCodes = [
  'derive/missing-fact',
  'derive/fact-reported-and-computed',
  'derive/totals-disagree',
  'derive/circular',
  'derive/zero-base',
  'derive/override-lapsed',
  'derive/override-coarse',
  'derive/override-idle',
  'derive/override-far',
  'derive/override-unknown',
  'derive/cannot-foot',
  'derive/split-total',
] as const;

export type DeriveCode = (typeof deriveCodes)[number];

/** Takes findings with the codes of this room, and no others. */
export type Report = ReportOf<DeriveCode>;

export type DeriveFinding = Finding<DeriveCode>;
