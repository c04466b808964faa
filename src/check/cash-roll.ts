// Turn a cash flow statement that does not end at the balance sheet's cash into findings.
import { failedRelations } from './failed-relations.ts';
import type { Check } from './finding.ts';

/** Opening cash and the flows of the period come to closing cash, and that is the cash of the balance sheet. */
export const cashRoll: Check = (release, financials) =>
  failedRelations(
    {
      check: 'cash-roll',
      hint: (period) => `compare the cash flows of ${period.id} line by line, then the cash of its balance sheet`,
    },
    release,
    financials,
  );
