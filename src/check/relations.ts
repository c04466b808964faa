// Turn the issuer's relations into findings where they fail: one check for each kind of relation, a row of one table.
import type { Period, RelationKind } from '../model/release.ts';
import { failedRelations } from './failed-relations.ts';
import type { FigureCheck } from './figure-check.ts';

/** What holds for relations of each kind, and what to do where one of them fails. The code is `check/` and the kind. */
const advice: Readonly<Record<RelationKind, (period: Period) => string>> = {
  // Assets equal liabilities, minority interests and equity, at every date, to the last digit.
  balance: ({ end }) => `compare the balance sheet of ${end} line by line`,
  // Opening cash and the flows of the period come to closing cash, and that is the cash of the balance sheet.
  'cash-roll': ({ id }) => `compare the cash flows of ${id} line by line, then the cash of its balance sheet`,
  // What a period opens with is what the period before closed with.
  'previous-period': ({ id, previous = 'the one before' }) =>
    `compare period ${id} with ${previous}; a reclassification is told in a waiver, with its reason`,
  // The deficit, or another account of equity, moves between two dates by what the period earned or lost.
  'equity-roll': ({ id }) =>
    `compare the result of ${id} with the accounts of equity at both ends of the period; a dividend or a correction belongs in the relation`,
  // A figure outside the accounting standard equals figures of the statements and the differences that are stated for it.
  'explained-difference': ({ id }) => `compare ${id} with the note that explains the difference; state what else the figure leaves out`,
  // Parts were each rounded on their own: together they may miss their total by half a unit of every figure that takes part.
  parts: ({ id }) => `compare the parts of ${id} with their total; each part may be off by half of the unit that it is typed in`,
};

export const relationChecks: readonly FigureCheck[] = (Object.keys(advice) as RelationKind[]).map((kind) => ({
  code: `check/${kind}`,
  severity: 'error',
  run: (release, financials) => failedRelations(kind, advice[kind], release, financials),
}));
