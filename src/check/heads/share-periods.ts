// Turn columns of percentages that are of another period than the amounts that they stand beside into findings.
import type { FindingDetails } from '../../model/finding.ts';
import type { Release } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { ColumnSpec } from '../../model/statement-spec.ts';
import { saysPeriod } from '../legends/period-disagreement.ts';
import { headsOver, headText, type PrintedTable } from './printed-tables.ts';

/** A share whose own heads name no period is read as one of the amounts before it: 2Q02, %. */
export function sharesBesideAmounts(printed: PrintedTable, release: Release): readonly FindingDetails[] {
  const { columns } = printed.spec;
  const shares = columns.flatMap((share, index) => {
    const amounts = columns[index - 1];
    const isAlone = columns[index + 1]?.measure !== 'percent-of';
    return isShare(share) && amounts && isMoney(amounts) && isAlone && !namesPeriod(printed, index)
      ? [{ share, amounts, next: columns[index + 1] }]
      : [];
  });
  const apart = shares.filter(({ share, amounts }) => share.period !== amounts.period);
  // Some print the percentages before the amounts.
  const isBefore = shares.every(({ share, next }) => next && isMoney(next) && next.period === share.period);
  if (isBefore) return [];
  return apart.flatMap(({ share, amounts }) => {
    const [own, beside] = [release.periods.get(share.period), release.periods.get(amounts.period)];
    if (!own || !beside) return [];
    return [
      {
        message: say`column ${share.id} of ${printed.spec.id} is percentages of ${own.id} (${own.start} to ${own.end}), stands beside column ${amounts.id} of ${beside.id} (${beside.start} to ${beside.end}), and no head over it names a period`,
        at: share.at,
        related: [{ at: amounts.at, message: say`column ${amounts.id}` }],
        hints: ['give the column the period of the amounts beside it', 'or name its own period in a head over it'],
      },
    ];
  });
}

const isShare = ({ measure }: ColumnSpec): boolean => measure === 'percent-of';
const isMoney = ({ measure }: ColumnSpec): boolean => measure === 'amount' || measure === 'translated';

/** Digits may be a name that nothing here reads: FY3/26. */
const namesPeriod = ({ table }: PrintedTable, index: number): boolean =>
  headsOver(table, index + 1).some((head) => {
    const text = headText(head, table.lang);
    return /\d/.test(text) || saysPeriod(text, table.lang);
  });
