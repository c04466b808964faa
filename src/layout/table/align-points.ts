// Turn the figures of a table's sections into what each of them lacks so that decimal points stand below one another.
import type { BodyRow, FigureCell, Table } from '../../model/document.ts';

/** What a cell lacks right of its last digit, as the text that would stand there: `.00`, `0`, mostly nothing. */
export type Lacking = (cell: FigureCell) => string;

/**
 * A section is what stands between rules and section heads. In a section with several rows of decimals the points stand in line:
 * the figure with the most decimals ends at the digit edge, the others and the whole numbers stop short of it.
 *
 * One row of decimals among whole numbers, the loss per ADS of (51.74) over 22,480 shares and 44,960,000 ADS, keeps the digit edge
 * with them. There is no second point for it to stand below, the figures are of unlike units that nobody compares place by place,
 * and issuers print such blocks flush. Moving the whole numbers left by `.00` would give the block an edge that no other row of the
 * table has, make every total rule longer by three characters and cost the sample's statement of operations half a point of type
 * and an unbroken label.
 *
 * Whole numbers end on one edge in all of a column: where some of them stand among points and others do not, those of a group with
 * per-share rows and those of the rows above it, all of them keep the digit edge, and only decimals are held to the points.
 *
 * Columns that show the same measure are treated alike, a period that lacks one of the two rows too: it is the rows of the section
 * that are counted.
 */
export function alignPoints(table: Table): Lacking {
  const texts = new Map<string, string>();
  const parts = sections(table);
  for (const columns of columnsByMeasure(table)) {
    const aligned = parts.map((rows) => {
      const pointed = rows.filter((row) => columns.some((column) => decimalsOf(row.cells[column]) > 0)).length > 1;
      const most = new Map(
        columns.map((column) => [column, pointed ? Math.max(0, ...rows.map((row) => decimalsOf(row.cells[column]))) : 0]),
      );
      return { rows, most: (column: number) => most.get(column)! };
    });
    const wholesKeepEdge = columns.some((column) => {
      const ends = aligned.flatMap(({ rows, most }) => (rows.some((row) => isWhole(row.cells[column])) ? [most(column)] : []));
      return new Set(ends).size > 1;
    });
    for (const column of columns) {
      for (const { rows, most } of aligned) {
        for (const { cells } of rows) {
          const cell = cells[column];
          if (!cell || !hasDigits(cell) || cell.decimals >= most(column) || (wholesKeepEdge && isWhole(cell))) continue;
          texts.set(cell.id, lackingText(cell.decimals, most(column)));
        }
      }
    }
  }
  return (cell) => texts.get(cell.id) ?? '';
}

const hasDigits = ({ core, words }: FigureCell): boolean => !words && /\d/.test(core);

const isWhole = (cell: FigureCell | undefined): boolean => cell !== undefined && hasDigits(cell) && cell.decimals === 0;

/** Decimals that a cell prints: a nil dash and words have none, whatever their row would print. */
const decimalsOf = (cell: FigureCell | undefined): number => (cell && hasDigits(cell) ? cell.decimals : 0);

const lackingText = (decimals: number, most: number): string => (decimals === 0 ? '.' : '') + '0'.repeat(most - decimals);

/** Rows between rules and section heads; a total, with its rule above and its space below, stands alone. */
function sections(table: Table): readonly (readonly BodyRow[])[] {
  const starts = table.rows.flatMap((row, index) => {
    const before = table.rows[index - 1];
    const ruled = row.rule !== 'none' || (before !== undefined && before.rule !== 'none');
    return index === 0 || row.kind === 'head' || ruled ? [index] : [];
  });
  return starts.map((start, index) => table.rows.slice(start, starts[index + 1] ?? table.rows.length));
}

/** Columns of yen, of dollars, of percentages: what a reader compares across. */
function columnsByMeasure(table: Table): Iterable<readonly number[]> {
  const found = new Map<string, number[]>();
  table.columns.forEach(({ measure }, column) => {
    const known = found.get(measure);
    if (known) known.push(column);
    else found.set(measure, [column]);
  });
  return found.values();
}
