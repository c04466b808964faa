// Turn a reported figure that its explanation does not reach into findings.
import { failedRelations } from './failed-relations.ts';
import type { Check } from './finding.ts';

/** A figure outside the accounting standard equals figures of the statements and the differences that are stated for it. */
export const explainedDifference: Check = (release, financials) =>
  failedRelations(
    {
      check: 'explained-difference',
      hint: (period) => `compare ${period.id} with the note that explains the difference; state what else the figure leaves out`,
    },
    release,
    financials,
  );
