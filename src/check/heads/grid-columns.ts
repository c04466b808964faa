// Turn columns of a table of periods that print one concept twice, or a change of another concept than they stand beside, into findings.
import { isComparison } from '../../figures/measures.ts';
import type { HeadCell } from '../../model/document.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { quoted } from '../../model/printable.ts';
import type { Release } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { GridColumn } from '../../model/statement-spec.ts';
import { isFreeLabel } from './free-labels.ts';
import { headsOver, headText, type PrintedTable } from './printed-tables.ts';

export function gridColumns(printed: PrintedTable, release: Release): readonly FindingDetails[] {
  const columns = printed.spec.grid?.columns ?? [];
  return [...repeated(columns, printed, release), ...unlikeChanges(columns, printed, release)];
}

/** Under other heads the same figures are those of another concept. */
function repeated(columns: readonly GridColumn[], { table, spec }: PrintedTable, release: Release): readonly FindingDetails[] {
  const first = new Map<string, number>();
  const headsOf = (index: number): readonly string[] => headsOver(table, index + 1).map((head) => headText(head, table.lang));
  return columns.flatMap((column, index) => {
    const { id, concept, measure, at } = column;
    // Two columns of percentages may be of two bases.
    if (measure === 'percent-of') return [];
    const key = `${measure} ${concept}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, index);
    const other = earlier === undefined ? undefined : columns[earlier];
    const heads = headsOf(index);
    if (!other || earlier === undefined || heads.join() === headsOf(earlier).join()) return [];
    if (heads.some((text) => isFreeLabel(text, release))) return [];
    return [
      {
        message: say`columns ${other.id} and ${id} of ${spec.id} have different heads and print the same: ${measure === 'amount' ? '' : say`${measure} of `}${concept}`,
        at,
        related: [{ at: other.at, message: say`column ${other.id}` }],
        hints: ['give each the concept that its head names', 'or remove one of them'],
      },
    ];
  });
}

/** Under one head a change is one of the amounts beside it: Net sales over JPY million and %. */
function unlikeChanges(columns: readonly GridColumn[], { table, spec }: PrintedTable, release: Release): readonly FindingDetails[] {
  return columns.flatMap(({ id, concept, measure, at }, index) => {
    if (!isComparison(measure)) return [];
    const head = headsOver(table, index + 1)
      .filter(({ colSpan }) => colSpan > 1)
      .reduce<HeadCell | undefined>((inner, each) => (inner && inner.row > each.row ? inner : each), undefined);
    if (!head) return [];
    const beside = columns.slice(head.column - 1, head.column - 1 + head.colSpan).filter((each) => !isComparison(each.measure));
    const [other] = beside;
    const text = headText(head, table.lang);
    if (!other || beside.some((each) => each.concept === concept) || isFreeLabel(text, release)) return [];
    return [
      {
        message: say`under the head ${quoted(text)} of ${spec.id} column ${id} prints ${measure}s of ${concept}, and column ${other.id} beside it ${other.concept}`,
        at,
        related: [{ at: other.at, message: say`column ${other.id}` }],
        hints: [say`print the ${measure} of ${other.concept}, or ${concept} beside it`, 'or head the two columns apart'],
      },
    ];
  });
}
