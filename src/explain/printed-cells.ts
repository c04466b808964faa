// Turn a document into the names of its cells: by figure, the words beside its row and over its column, as they are printed.
import { headsOver, headText, labelText } from '../check/heads/printed-tables.ts';
import type { Document, Table } from '../model/document.ts';
import { withInner } from '../model/document-texts.ts';

/** Where a figure stands in its table, in the words of its language. */
export interface CellName {
  /** The label of its row. */
  readonly row: string;
  /** The heads over its column, outermost first; its id in the statement where no head has words. */
  readonly column: string;
}

/** Every figure of a table. */
export function cellNames({ parts }: Document): ReadonlyMap<number, CellName> {
  const names = new Map<number, CellName>();
  for (const { sections } of parts) {
    for (const block of sections.flatMap(({ blocks }) => blocks.flatMap(withInner))) {
      if (block.kind === 'table') for (const [figure, name] of namesIn(block)) names.set(figure, name);
    }
  }
  return names;
}

function namesIn(table: Table): readonly (readonly [number, CellName])[] {
  const columns = table.columns.map(({ id }, index) => headsInWords(table, index + 1) || id);
  return table.rows.flatMap(({ label, spoken, cells }) => {
    const row = spoken ?? labelText(label).trim();
    return cells.flatMap((cell, index) =>
      cell?.figure !== undefined ? [[cell.figure, { row, column: columns[index] ?? '' }] as const] : [],
    );
  });
}

function headsInWords(table: Table, column: number): string {
  return headsOver(table, column)
    .toSorted((a, b) => a.row - b.row)
    .map((head) => headText(head, table.lang))
    .filter((text) => text !== '')
    .join(' / ');
}
