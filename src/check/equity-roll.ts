// Turn an equity account that does not move by the result of the period into findings.
import { failedRelations } from './failed-relations.ts';
import type { Check } from './finding.ts';

/** The deficit, or another account of equity, moves between two dates by what the period earned or lost. */
export const equityRoll: Check = (release, financials) =>
  failedRelations(
    {
      check: 'equity-roll',
      hint: (period) =>
        `compare the result of ${period.id} with the accounts of equity at both ends of the period; a dividend or a correction belongs in the relation`,
    },
    release,
    financials,
  );
