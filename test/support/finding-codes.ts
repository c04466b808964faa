// Turn what every room defines into the list of all finding codes.
import { checkCodes } from '../../src/check/check.ts';
import { correctCodes } from '../../src/correct/codes.ts';
import { deriveCodes } from '../../src/derive/codes.ts';
import { layoutCodes } from '../../src/layout/codes.ts';
import { lintCodes } from '../../src/lint/lint-pages.ts';
import { loadCodes } from '../../src/load/codes.ts';
import { mergeCodes } from '../../src/merge/codes.ts';
import type { FindingCode } from '../../src/model/finding.ts';
import { reviewCodes } from '../../src/review/open-findings.ts';
import { validateCodes } from '../../src/validate/codes.ts';
import { verifyCodes } from '../../src/verify/codes.ts';

/** Each room's codes, in the order in which a release meets them. */
export const codesOfRooms: ReadonlyMap<string, readonly FindingCode[]> = new Map<string, readonly FindingCode[]>([
  ['load', loadCodes],
  ['validate', validateCodes],
  ['derive', deriveCodes],
  ['check', checkCodes],
  ['merge', mergeCodes],
  ['layout', layoutCodes],
  ['verify', verifyCodes],
  ['lint', lintCodes],
  ['correct', correctCodes],
  ['review', reviewCodes],
]);

/** The closed set: a code that is not here cannot be reported. */
export const findingCodes: readonly FindingCode[] = [...codesOfRooms.values()].flat();
