// Turn both sides of a balance sheet into findings where they are not equal.
import { failedRelations } from './failed-relations.ts';
import type { Check } from './finding.ts';

/** Assets equal liabilities, minority interests and equity, at every date, to the last digit. */
export const balance: Check = (release, financials) =>
  failedRelations(
    {
      check: 'balance',
      hint: (period) => `compare the balance sheet of ${period.end} line by line`,
    },
    release,
    financials,
  );
