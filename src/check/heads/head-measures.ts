// Turn heads that name an amount of change over changes in percent, or a rate over differences, into findings: 増減率 over 増減額.

import { isComparison } from '../../figures/measures.ts';
import { language } from '../../language/languages.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { quoted } from '../../model/printable.ts';
import { say, sayWord } from '../../model/say.ts';
import type { Measure } from '../../model/statement-spec.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { isFreeLabel } from './free-labels.ts';
import { headText, type PrintedTable, printedTables, readable } from './printed-tables.ts';

/** A head over columns of both measures may name either. */
export const headsNameMeasures: DocumentCheck = {
  code: 'check/head-measure',
  severity: 'error',
  run: (printed) => printedTables(printed).flatMap((each) => misnamed(each, printed)),
};

function misnamed({ table, spec }: PrintedTable, { release }: Printed): readonly FindingDetails[] {
  const columns: readonly { readonly id: string; readonly measure: Measure }[] = spec.grid?.columns ?? spec.columns;
  const { rate, amount } = language(table.lang).heads.comparisons;
  return table.heads.flatMap((head) => {
    if (head.column === 0) return [];
    const under = columns.slice(head.column - 1, head.column - 1 + head.colSpan).filter(({ measure }) => isComparison(measure));
    const text = headText(head, table.lang);
    const said = rate.test(readable(text)) ? 'change' : amount.test(readable(text)) ? 'difference' : undefined;
    const [first] = under;
    if (said === undefined || !first || under.some(({ measure }) => measure === said) || isFreeLabel(text, release)) return [];
    const [says, is] = said === 'change' ? [sayWord('a rate'), sayWord('amounts')] : [sayWord('an amount'), sayWord('percentages')];
    return [
      {
        message: say`the head ${quoted(text)} says ${says}, and column ${first.id} of ${spec.id} prints ${is}: its measure is ${first.measure}`,
        at: head.at,
        hints: [say`name what the column prints, or give it measure: ${said}`, 'a head with column: alone is worded from its column'],
      },
    ];
  });
}
