// Turn opening figures that are not the closing ones of the period before into findings.
import { failedRelations } from './failed-relations.ts';
import type { Check } from './finding.ts';

/** What a period opens with is what the period before closed with. */
export const previousPeriod: Check = (release, financials) =>
  failedRelations(
    {
      check: 'previous-period',
      hint: (period) =>
        `compare period ${period.id} with ${period.previous ?? 'the one before'}; a reclassification is told in a waiver, with its reason`,
    },
    release,
    financials,
  );
