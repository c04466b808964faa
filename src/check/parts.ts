// Turn coarse parts that miss their finer total by more than their rounding into findings.
import { failedRelations } from './failed-relations.ts';
import type { Check } from './finding.ts';

/** Parts were each rounded on their own: together they may miss their total by half a unit of every figure that takes part, and by no more. */
export const parts: Check = (release, financials) =>
  failedRelations(
    {
      check: 'parts',
      hint: (period) => `compare the parts of ${period.id} with their total; each part may be off by half of the unit that it is typed in`,
    },
    release,
    financials,
  );
