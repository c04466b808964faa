// Turn the tables of a section into sisters, which have the same heads over their columns and are set in columns at the same places.
import type { Block, Table } from '../../model/document.ts';
import { withInner } from '../../model/document-texts.ts';
import { alignPoints, type Lacking } from './align-points.ts';

/** Tables with the same heads, in the order of the document; a table without sisters is alone. */
export type Sisters = readonly [Table, ...Table[]];

/** Gives a table with its sisters; one that is not among the blocks has none. */
export function sisterTables(blocks: readonly Block[]): (table: Table) => Sisters {
  const found = new Map<string, [Table, ...Table[]]>();
  for (const block of blocks.flatMap(withInner)) {
    if (block.kind !== 'table') continue;
    const heads = headsOf(block);
    const sisters = found.get(heads);
    if (sisters) sisters.push(block);
    else found.set(heads, [block]);
  }
  return (table) => {
    const sisters = found.get(headsOf(table));
    return sisters?.includes(table) ? sisters : [table];
  };
}

/** What sisters have in common: the heads that a reader follows from one down to the next. A table without any has no sisters. */
function headsOf({ id, style, matrix, columns, headRows, heads }: Table): string {
  const above = heads.filter(({ column }) => column > 0);
  if (above.length === 0) return JSON.stringify(id);
  const cells = above.map(({ row, column, rowSpan, colSpan, pieces }) => [
    [row, column, rowSpan, colSpan],
    pieces.map((piece) => piece.map(({ text }) => text)),
  ]);
  return JSON.stringify([style, matrix, columns.length, headRows, cells]);
}

/** A table with the rows of all sisters: as wide as the widest of them needs. */
export function asOne(sisters: Sisters): Table {
  const [first, ...others] = sisters;
  if (others.length === 0) return first;
  const labelHeads = others.flatMap(({ heads }) => heads.filter(({ column }) => column === 0));
  return { ...first, heads: [...first.heads, ...labelHeads], rows: sisters.flatMap(({ rows }) => rows) };
}

/** What figures lack for their points to stand in line, each in its own table. */
export function alignSisters(sisters: Sisters): Lacking {
  const each = sisters.map(alignPoints);
  return (cell) => each.map((lacking) => lacking(cell)).find((text) => text !== '') ?? '';
}
