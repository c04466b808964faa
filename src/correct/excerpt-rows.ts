// Turn the changed rows of a table into the rows that an excerpt shows of both versions, so that each stands where it is looked for.
import type { Table } from '../model/document.ts';
import type { EarlierTable } from './earlier-table.ts';
import type { Wordings } from './wordings.ts';

/** Columns came, went or changed places: every row shows it. */
export function columnsDiffer(table: EarlierTable, now: Table, wordings: Wordings): boolean {
  const came = now.heads.some(({ id }) => {
    const change = wordings.changeOf(id);
    return change !== undefined && (change.before === undefined || change.moved === true);
  });
  return came || table.heads.some(({ text }) => text !== undefined && wordings.laterOf(text.id) === undefined);
}

export interface ExcerptRows {
  /** Ids of rows of both tables. */
  readonly earlier: ReadonlySet<string>;
  readonly later: ReadonlySet<string>;
  /** Rows that changed, came or went. */
  readonly changed: number;
  /** Some row is in neither. */
  readonly leavesOut: boolean;
}

/** Changed rows with their partners; round one that came, went or moved the rows that it stood between; and the section heads above all. */
export function excerptOf(
  table: EarlierTable,
  now: Table,
  wordings: Wordings,
  changedThen: ReadonlySet<string>,
  changedNow: ReadonlySet<string>,
): ExcerptRows {
  const nowById = new Map(now.rows.map((row) => [row.id, row]));
  const laterOf = new Map<string, string>();
  for (const { id, label } of table.rows) {
    const later = label && wordings.laterOf(label.id)?.replace(/\.label$/, '');
    if (later !== undefined && nowById.has(later)) laterOf.set(id, later);
  }
  const earlierOf = new Map([...laterOf].map(([id, later]) => [later, id]));
  const [then, today] = [new Set<string>(), new Set<string>()];
  const addThen = (id: string | undefined) => {
    if (id === undefined || then.has(id)) return;
    then.add(id);
    const later = laterOf.get(id);
    if (later !== undefined) today.add(later);
  };
  const addNow = (id: string | undefined) => {
    if (id === undefined || today.has(id)) return;
    today.add(id);
    const earlier = earlierOf.get(id);
    if (earlier !== undefined) then.add(earlier);
  };
  let changed = 0;
  table.rows.forEach(({ id, label }, index) => {
    if (!changedThen.has(id)) return;
    addThen(id);
    changed++;
    const isMoved = label !== undefined && wordings.changeOfEarlier(label.id)?.moved === true;
    if (laterOf.has(id) && !isMoved) return;
    addThen(table.rows[index - 1]?.id);
    addThen(table.rows[index + 1]?.id);
  });
  now.rows.forEach(({ id }, index) => {
    if (!changedNow.has(id)) return;
    addNow(id);
    const earlier = earlierOf.get(id);
    if (earlier === undefined || !changedThen.has(earlier)) changed++;
    const isMoved = wordings.changeOf(`${id}.label`)?.moved === true;
    if (earlier !== undefined && !isMoved) return;
    addNow(now.rows[index - 1]?.id);
    addNow(now.rows[index + 1]?.id);
  });
  for (const row of table.rows) if (then.has(row.id)) for (const head of row.heads) then.add(head);
  for (const row of now.rows) if (today.has(row.id)) for (const head of row.heads) today.add(head);
  return { earlier: then, later: today, changed, leavesOut: then.size < table.rows.length || today.size < now.rows.length };
}
