// Turn captions and unit lines that name another base of comparison than their columns of changes have into findings: 対前期 over changes on the year before.
import type { BaseNamed } from '../../language/legends.ts';
import { quoted } from '../../model/printable.ts';
import type { Release } from '../../model/release.ts';
import { say, sayWord } from '../../model/say.ts';
import type { ColumnSpec } from '../../model/statement-spec.ts';
import type { DocumentCheck } from '../check-shapes.ts';
import { freeingHint, isFree } from './legend-freedom.ts';
import { fits } from './period-fits.ts';

export const changeLegendsAgree: DocumentCheck = {
  code: 'check/legend',
  severity: 'error',
  run: (printed) =>
    printed.legends.flatMap(({ text, place, said }) => {
      if (said.bases.length === 0 || !('over' in place) || !place.over) return [];
      const { statement } = place.over;
      const changes = (printed.release.statements.get(statement)?.columns ?? []).filter(({ measure }) => measure === 'change');
      if (changes.length === 0) return [];
      return said.bases
        .filter((named) => !changes.some((column) => compares(column, named.base, printed.release)) && !isFree(text, named, printed))
        .map(({ start, end }) => {
          const at = printed.locate(text, start, end - start);
          const [column] = changes;
          return {
            message: say`the ${sayWord(place.kind)} says ${quoted(text.text.slice(start, end))}; ${statement} prints changes of ${column?.period} from ${column?.from}`,
            ...(at && { at }),
            ...(column && { related: [{ at: column.at, message: say`the column ${column.id}` }] }),
            hints: ['name the period that the changes are from, or compare with the one that is named', freeingHint],
          };
        });
    }),
};

/** Of a whole year, the year before is the period before as well. */
function compares({ period, from }: ColumnSpec, base: BaseNamed['base'], { periods }: Release): boolean {
  const [now, then] = [periods.get(period), periods.get(from ?? '')];
  if (!now || !then) return true;
  const isYearBefore = then.quarter === now.quarter && then.fiscalYear === now.fiscalYear - 1;
  if (isYearBefore) return base === 'year-before' || fits({ by: 'length', months: 12 }, now);
  return base === 'previous';
}
