// Turn the figures of a table's sections into what each of them lacks so that decimal points stand below one another.
import type { FigureCell, Table } from '../../model/document.ts';

/** What a cell lacks right of its last digit, as the text that would stand there: `.00`, `0`, mostly nothing. */
export type Lacking = (row: number, column: number) => string;

/**
 * In a section with several points in a column, the figure with the most decimals ends at the digit edge and the others stop
 * short of it. One point alone has none to stand below: its figure and the whole numbers around it share the digit edge.
 */
export function alignPoints(table: Table): Lacking {
  const texts = new Map<FigureCell, string>();
  for (const [from, to] of sections(table)) {
    table.columns.forEach((_, column) => {
      const cells = table.rows.slice(from, to).flatMap((row) => row.cells[column] ?? []);
      const most = Math.max(0, ...cells.map(({ decimals }) => decimals));
      if (cells.filter(({ decimals }) => decimals > 0).length < 2) return;
      for (const cell of cells) if (/\d/.test(cell.core) && cell.decimals < most) texts.set(cell, lackingText(cell.decimals, most));
    });
  }
  return (row, column) => {
    const cell = table.rows[row]?.cells[column];
    return cell ? (texts.get(cell) ?? '') : '';
  };
}

const lackingText = (decimals: number, most: number): string => (decimals === 0 ? '.' : '') + '0'.repeat(most - decimals);

/** Rows between rules and section heads, from and up to; a total, with its rule above and its space below, stands alone. */
function sections(table: Table): readonly (readonly [number, number])[] {
  const starts = table.rows.flatMap((row, index) => {
    const before = table.rows[index - 1];
    const ruled = row.rule !== 'none' || (before !== undefined && before.rule !== 'none');
    return index === 0 || row.kind === 'head' || ruled ? [index] : [];
  });
  return starts.map((start, index) => [start, starts[index + 1] ?? table.rows.length]);
}
