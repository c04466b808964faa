// Turn heads that name another currency than their column prints into findings.
import { language } from '../../language/languages.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { quoted } from '../../model/printable.ts';
import type { Release } from '../../model/release.ts';
import { say, sayAll } from '../../model/say.ts';
import type { StatementSpec } from '../../model/statement-spec.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { folded } from '../typed-text.ts';
import { isFreeLabel } from './free-labels.ts';
import { headsOver, headText, type PrintedTable, printedTables } from './printed-tables.ts';

/** USD over yen: two columns exchanged, or a measure left from another table. */
export const headsNameCurrencies: DocumentCheck = {
  code: 'check/head-currency',
  severity: 'error',
  run: (printed) => printedTables(printed).flatMap((each) => exchanged(each, printed)),
};

function exchanged({ table, spec }: PrintedTable, { release }: Printed): readonly FindingDetails[] {
  const { currencies } = language(table.lang).heads;
  return table.columns.flatMap(({ id, measure }, index): readonly FindingDetails[] => {
    const currency = measure === 'amount' ? release.issuer.currency : measure === 'translated' ? release.issuer.translation : undefined;
    if (currency === undefined || !currencies.has(currency) || !printsMoney(spec, index, release)) return [];
    // The innermost head that names one speaks for the column.
    for (const head of headsOver(table, index + 1).toSorted((a, b) => b.row - a.row)) {
      const text = headText(head, table.lang);
      const named = [...currencies].filter(([, words]) => words.test(folded(text))).map(([code]) => code);
      if (named.length === 0) continue;
      if (named.includes(currency) || isFreeLabel(text, release)) return [];
      return [
        {
          message: say`the head ${quoted(text)} of ${spec.id} names ${sayAll(named, ' and ')}, and column ${id} under it is in ${currency}`,
          at: head.at,
          hints: [say`name ${currency}, or give the column the measure of ${sayAll(named, ' or ')}`],
        },
      ];
    }
    return [];
  });
}

/** A column of counts or ratios is in no currency. */
function printsMoney({ grid, rows }: StatementSpec, column: number, { concepts }: Release): boolean {
  const printed = grid ? [grid.columns[column]?.concept] : rows.map(({ concept }) => concept);
  return printed.some((id) => {
    const unit = concepts.get(id ?? '')?.unit;
    return unit === 'money' || unit === 'per-share';
  });
}
