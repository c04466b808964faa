// Turn comparisons that the release says to mean nothing, and that nothing prints, into findings.
import { factKey } from '../../figures/fact-key.ts';
import { isComparison } from '../../figures/measures.ts';
import { incomparableOf } from '../../figures/told-changes.ts';
import { say } from '../../model/say.ts';
import type { DocumentCheck } from '../check-shapes.ts';

/** A release is copied from the one before, and its exceptions with it. */
export const idleIncomparables: DocumentCheck = {
  code: 'check/incomparable',
  severity: 'warning',
  hint: 'take the entry out, or print the change: a column with measure: change, or {{change … form="signed"}}',
  run: ({ release, financials, document }) => {
    const printed = new Set<object | undefined>();
    for (const { rows } of financials.statements.values()) for (const { cells } of rows) for (const cell of cells) printed.add(cell?.told);
    const inProse = document.figures.filter(({ measure, treatment }) => isComparison(measure) && treatment === 'incomparable');
    return (release.spec.incomparable ?? []).flatMap((entry) => {
      const { concept, period, from, at } = entry;
      const isPrinted = inProse.some(({ fact }) => fact === factKey(concept, period)) && incomparableOf({ concept, period, from }, release);
      if (printed.has(entry) || isPrinted) return [];
      const since = from === undefined ? '' : say` from ${from}`;
      return [{ message: say`the change of ${factKey(concept, period)}${since} is said not to be comparable, and nothing prints it`, at }];
    });
  },
};
