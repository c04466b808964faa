// Turn a table of words into lines: its columns side by side, wrapped where they are wide, a rule of dashes below its head.
import type { Inline, WordTable } from '../../model/document.ts';
import { fillLines } from './fill-lines.ts';
import { textWidth } from './text-width.ts';

/** Columns between two cells, and the least that a cell takes. */
const gap = 2;
const least = 8;

/** `room` is the number of columns of a line. */
export function textWords(table: WordTable, room: number, write: (inlines: readonly Inline[]) => string): readonly string[] {
  const rows = table.rows.map(({ cells }) => cells.map(({ inlines }) => write(inlines).replaceAll('\n', ' ')));
  const count = rows[0]?.length ?? 0;
  const wanted = Array.from({ length: count }, (_, column) => Math.max(...rows.map((row) => textWidth(row[column] ?? ''))));
  const widths = shared(wanted, room - gap * (count - 1));
  return rows.flatMap((row, index) => {
    const cells = row.map((text, column) => fillLines(text, widths[column] ?? least));
    const height = Math.max(...cells.map(({ length }) => length));
    const lines = Array.from({ length: height }, (_, line) =>
      cells
        .map((cell, column) => {
          const text = cell[line] ?? '';
          return text + ' '.repeat(Math.max(0, (widths[column] ?? least) - textWidth(text)));
        })
        .join(' '.repeat(gap))
        .trimEnd(),
    );
    return index > 0 ? lines : [...lines, widths.map((width) => '-'.repeat(width)).join(' '.repeat(gap))];
  });
}

/** Narrow columns have what they want; the others share the rest. */
function shared(wanted: readonly number[], room: number): readonly number[] {
  const fair = Math.max(least, Math.floor(room / Math.max(1, wanted.length)));
  const narrow = wanted.filter((width) => width <= fair);
  const rest = Math.floor((room - narrow.reduce((sum, width) => sum + width, 0)) / Math.max(1, wanted.length - narrow.length));
  return wanted.map((width) => (width <= fair ? width : Math.min(width, Math.max(fair, rest))));
}
