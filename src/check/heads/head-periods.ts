// Turn heads of columns and labels of rows that name another period than stands under or beside them into findings.

import { periodOf } from '../../figures/fact-key.ts';
import { isComparison } from '../../figures/measures.ts';
import type { Figure, HeadCell, Table } from '../../model/document.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Release } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { ColumnSpec } from '../../model/statement-spec.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { periodDisagreement, saysPeriod, type Under } from '../legends/period-disagreement.ts';
import { headsOver, headText, labelText, type PrintedTable, printedTables } from './printed-tables.ts';
import { sharesBesideAmounts } from './share-periods.ts';
import { type WordHead, wordTableHeads } from './word-table-heads.ts';

/** Three months ended over a half year; the date of one period over the figures of another. */
export const headsNamePeriods: DocumentCheck = {
  code: 'check/head-period',
  severity: 'error',
  run: (printed) => [
    ...printedTables(printed).flatMap((each) =>
      each.spec.grid ? besideRows(each, printed) : [...overColumns(each, printed), ...sharesBesideAmounts(each, printed.release)],
    ),
    ...wordTableHeads(printed).flatMap((heads) => heads.flatMap((head) => ofWords(head, printed))),
  ],
};

function overColumns({ table, spec }: PrintedTable, { release }: Printed): readonly FindingDetails[] {
  const { lang } = table;
  return table.heads.flatMap((head) => {
    if (head.column === 0) return [];
    const columns = spec.columns.slice(head.column - 1, head.column - 1 + head.colSpan);
    const over = columns.length === 1 ? say`column ${columns[0]?.id ?? ''} under it is` : 'the columns under it are';
    const words = { text: headText(head, lang), lang, kind: 'head' as const, of: spec.id, over, at: head.at };
    return periodDisagreement(
      words,
      columns.flatMap((column, index) =>
        underColumn(column, release).map((under) => ({ ...under, saidNearer: () => isSaidNearer(table, head, head.column + index) })),
      ),
      release,
    );
  });
}

const isSaidNearer = (table: Table, { row }: HeadCell, column: number): boolean =>
  headsOver(table, column).some((each) => each.row > row && saysPeriod(headText(each, table.lang), table.lang));

/** A row of periods; what its changes are measured against is no period of the row. */
function besideRows({ table, spec }: PrintedTable, { release }: Printed): readonly FindingDetails[] {
  const { lang } = table;
  return (spec.grid?.rows ?? []).flatMap((row, index) => {
    const label = table.rows[index]?.label ?? [];
    const period = release.periods.get(row.period);
    const words = {
      text: labelText(label),
      lang,
      kind: 'label' as const,
      of: spec.id,
      over: 'the row is',
      at: label[0]?.at ?? row.at,
    };
    return periodDisagreement(words, period ? [{ period }] : [], release);
  });
}

function ofWords({ text, lang, heads, figures, at }: WordHead, { release }: Printed): readonly FindingDetails[] {
  const over = figures.length === 1 ? 'the figure is' : 'the figures are';
  const words = { text, lang, kind: heads === 'row' ? ('label' as const) : ('head' as const), of: 'a table of words', over, at };
  return periodDisagreement(
    words,
    figures.flatMap((figure) => ofFigure(figure, release)),
    release,
  );
}

function underColumn({ period: id, from: base, measure }: ColumnSpec, { periods }: Release): readonly Under[] {
  const [period, from] = [periods.get(id), base === undefined ? undefined : periods.get(base)];
  return period ? [{ period, ...(isComparison(measure) && from ? { from } : {}) }] : [];
}

function ofFigure({ fact, against, measure }: Figure, { periods }: Release): readonly Under[] {
  const [period, from] = [periods.get(periodOf(fact)), against === undefined ? undefined : periods.get(periodOf(against))];
  return period ? [{ period, ...(isComparison(measure) && from ? { from } : {}) }] : [];
}
