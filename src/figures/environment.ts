// Turn the figures of a release into the place where expressions find what they name.

import type { Financials } from '../model/financials.ts';
import type { Release } from '../model/release.ts';
import type { Environment } from './evaluate.ts';
import { lookUpFact } from './look-up-fact.ts';

/** Facts of the release's own stand in at every period that has none; `printed()` reads the first percent-of cell. */
export function environmentOf(release: Release, financials: Financials): Environment {
  return {
    fact: (concept, period) => lookUpFact(financials.facts, concept, period),
    previous: (period) => release.periods.get(period)?.previous,
    printed: (statement, concept, period) => {
      const found = financials.statements.get(statement) ?? financials.unprinted.get(statement);
      const cells = found?.rows.flatMap((row) => row.cells) ?? [];
      return cells.find((cell) => cell?.concept === concept && cell.measure === 'percent-of' && cell.column.period === period);
    },
  };
}
