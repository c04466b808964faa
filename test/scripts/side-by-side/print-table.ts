// Turn measures of engines into a table of at most a hundred columns.

/** What is measured, and its value as printed. */
export type Measure = readonly [name: string, value: string];

/** An engine and what was measured of its setting: the same measures in the same order for all. */
export interface Column {
  readonly name: string;
  readonly measures: readonly Measure[];
}

/** Widest table, and what stands between two columns at least and at most. */
const widest = 100;
const gaps = [1, 3] as const;

export function printTable(title: string, columns: readonly Column[]): string {
  const names = columns[0]?.measures.map(([name]) => name) ?? [];
  const rows = names.map((name, row) => [name, ...columns.map(({ measures }) => measures[row]?.[1] ?? '-')]);
  const all = [[title, ...columns.map(({ name }) => name)], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0))) ?? [];
  const free = widest - widths.reduce((sum, width) => sum + width, 0);
  const gap = ' '.repeat(Math.max(gaps[0], Math.min(gaps[1], Math.floor(free / columns.length))));
  const lines = all.map((cells) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(gap),
  );
  return lines.toSpliced(1, 0, '-'.repeat(lines[0]?.length ?? 0)).join('\n');
}
