// Turn a table's reference into its table, recalled while its statement and all that its labels could ask for are the same.
import type { Figure, Table } from '../model/document.ts';
import type { Lang } from '../model/language.ts';
import type { Kind } from '../model/memory.ts';
import type { Span } from '../model/span.ts';
import { expandTable } from './expand-table.ts';
import { type Merging, withReport } from './merging.ts';

/** A table, and the figures that it counts. */
interface ReadTable {
  readonly table: Table;
  readonly figures: readonly Figure[];
  /** Names of dates that its words print. */
  readonly dates: ReadonlySet<string>;
}

const tables: Kind<ReadTable> = {
  name: 'merge/table',
  bytes: ({ table, figures }) => 2000 + 1000 * (table.rows.length + table.heads.length) + 1000 * figures.length,
};

/** Undefined, and reported, when the statement does not exist. A statement stands for all its cells, with their places. */
export function recallTable(
  merging: Merging,
  placed: { readonly table: string; readonly anchor?: string },
  at: Span,
  lang: Lang,
  id: string,
): Table | undefined {
  const { memory, figures } = merging;
  const statement = merging.financials.statements.get(placed.table);
  if (!memory.keeps || !statement) return expandTable(merging, placed, at, lang, id);
  const first = figures.length;
  const where = JSON.stringify([lang, id, first, placed.anchor ?? false, at.file, at.line, at.column, at.length]);
  const key = `${where} ${memory.numberOf(statement)} ${merging.labelKey} ${merging.markupKey}`;
  const known = memory.find(tables, key);
  if (known) {
    figures.push(...known.figures);
    for (const date of known.dates) merging.usedDates.add(date);
    return known.table;
  }
  let silent = true;
  const told = withReport(merging, (finding) => {
    silent = false;
    merging.report(finding);
  });
  const dates = new Set<string>();
  const recorded = { ...told, usedDates: dates };
  const table = expandTable(recorded, placed, at, lang, id);
  for (const date of dates) merging.usedDates.add(date);
  if (table && silent) memory.keep(tables, key, { table, figures: figures.slice(first), dates });
  return table;
}
