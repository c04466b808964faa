// Turn changes that were published otherwise than their figures give, now that the base is in the data, into findings.
import { grouped } from '../../figures/digits.ts';
import { factKey } from '../../figures/fact-key.ts';
import type { FigureSources } from '../../figures/figure-sources.ts';
import { change, difference } from '../../figures/measures.ts';
import { typedDecimals } from '../../figures/scale.ts';
import { incomparableOf } from '../../figures/told-changes.ts';
import type { Financials } from '../../model/financials.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Period, PublishedChange } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { FigureCheck } from '../check-shapes.ts';

/** What was published is printed only where nothing can be computed; elsewhere it is a control of what is. */
export const publishedChanges: FigureCheck = {
  code: 'check/published-change',
  severity: 'error',
  run: (release, financials) =>
    [...release.periods.values()].flatMap((period) =>
      [...(period.changes?.values() ?? [])].flatMap((published) => [
        ...test(published, period, release, financials),
        ...coarser(published, financials),
      ]),
    ),
};

/** What was published with fewer decimals than a column prints says nothing of the others: zeros there would be made up. */
function coarser(published: PublishedChange, { statements }: Financials): FindingDetails[] {
  const { concept, text, nil, source, at } = published;
  const typed = typedDecimals(text);
  if (nil) return [];
  for (const { id, rows } of statements.values()) {
    for (const cell of rows.flatMap(({ cells }) => cells)) {
      if (cell?.told !== published || cell.decimals <= typed) continue;
      const decimals = say`${cell.decimals} decimal${cell.decimals === 1 ? '' : 's'}`;
      return [
        {
          message: say`the change of ${concept} was published as ${text}%, and ${id} prints it with ${decimals}, ${cell.printed.toFixed(cell.decimals)}`,
          at,
          related: [{ at: cell.column.at, message: 'the column that prints it' }],
          hints: [
            say`type it with ${decimals}, as its source has it (${source}); where that has a zero, with the zero`,
            say`or give the column decimals: ${typed}`,
          ],
        },
      ];
    }
  }
  return [];
}

function test(published: PublishedChange, period: Period, release: FigureSources, financials: Financials): FindingDetails[] {
  const { concept, value, text, nil, source, at } = published;
  const fact = financials.facts.get(factKey(concept, period.id));
  if (!fact || nil) return [];
  const decimals = typedDecimals(text);
  return basesOf(published, period, financials).flatMap((from) => {
    const base = financials.facts.get(factKey(concept, from));
    const exact = base && change(fact.value, base.value)?.round(decimals);
    if (!base || !exact || exact.equals(value) || incomparableOf({ concept, period: period.id, from }, release)) return [];
    const apart = grouped(difference(exact, value));
    return [
      {
        message: say`the change of ${fact.key} from ${base.key} comes to ${grouped(exact)}% and was published as ${grouped(value)}%, a difference of ${apart}`,
        at,
        related: [
          { at: fact.at, message: fact.key },
          { at: base.at, message: base.key },
        ],
        hints: [
          say`compare the change with its source (${source}), then the two figures`,
          'or, where the base is presented otherwise since, list the comparison under incomparable in release.yaml, or delete the change',
        ],
      },
    ];
  });
}

/** The period that it says it is from; where it does not say, those that tables compare the same figure with. */
function basesOf({ concept, from }: PublishedChange, { id }: Period, { statements }: Financials): readonly string[] {
  if (from !== undefined) return [from];
  const bases = new Set<string>();
  for (const { rows } of statements.values()) {
    for (const cell of rows.flatMap(({ cells }) => cells)) {
      if (cell?.measure !== 'change' || cell.concept !== concept || cell.column.period !== id) continue;
      if (cell.column.from !== undefined) bases.add(cell.column.from);
    }
  }
  return [...bases];
}
