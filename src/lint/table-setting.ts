// Turn set tables into findings about their size and the room between their columns.
import type { Table } from '../model/document.ts';
import { say } from '../model/say.ts';
import type { LintInput, LintRule, PageFinding } from './lint-rule.ts';
import { at, marksIn, type SetTable, setTables } from './set-tables.ts';

/** Figures below this size, in points, are hard to read. */
const leastSize = 8;
const near = 0.1;

function* smallFigures(input: LintInput): Iterable<PageFinding> {
  for (const { table, left, rows } of setTables(input)) {
    const small = rows.find(({ size, columns }) => size < leastSize - 0.001 && [...columns.keys()].some((column) => column >= 0));
    if (small) yield at(small, left, say`the figures of table ${table.statement} are set at ${small.size} pt, ${leastSize} pt is legible`);
  }
}

/** What a column prints: its leftmost and its rightmost edge over all rows. */
interface Extent {
  readonly left: number;
  readonly right: number;
}

function extentsOf({ rows }: SetTable, input: LintInput): ReadonlyMap<number, Extent> {
  const extents = new Map<number, Extent>();
  for (const { columns } of rows) {
    for (const [column, runs] of columns) {
      const known = extents.get(column);
      const marks = column < 0 ? [] : marksIn(runs, input);
      if (marks.length === 0) continue;
      extents.set(column, {
        left: Math.min(known?.left ?? Number.POSITIVE_INFINITY, ...runs.map(({ x }) => x)),
        right: Math.max(known?.right ?? 0, ...marks.map(({ right }) => right)),
      });
    }
  }
  return extents;
}

/** Columns with which a group under one head of the first level begins, but the first. */
const groupStarts = ({ heads }: Table): ReadonlySet<number> =>
  new Set(heads.flatMap(({ row, column, colSpan }) => (row === 0 && column > 1 && colSpan > 1 ? [column - 1] : [])));

function* groupGaps(input: LintInput): Iterable<PageFinding> {
  for (const set of setTables(input)) {
    const [first] = set.rows;
    const starts = groupStarts(set.table);
    if (!first || starts.size === 0) continue;
    const extents = extentsOf(set, input);
    // Columns side by side only: those of the next block begin further left.
    const gaps = [...extents].flatMap(([column, { left }]) => {
      const before = extents.get(column - 1);
      return before && left > before.left ? [{ column, left, gap: left - before.right }] : [];
    });
    const inside = Math.min(...gaps.filter(({ column }) => !starts.has(column)).map(({ gap }) => gap));
    for (const { column, left, gap } of gaps) {
      if (starts.has(column) && Number.isFinite(inside) && gap < inside - near)
        yield at(
          first,
          left,
          say`a group of columns stands ${gap.toFixed(2)} pt from the one before it, those inside a group ${inside.toFixed(2)} pt`,
        );
    }
  }
}

export const tableSetting: readonly LintRule[] = [
  {
    code: 'lint/TL-70',
    severity: 'warning',
    rule: 'figures of tables are 8 pt or larger',
    hint: 'shorten the longest labels or heads, leave out a column, or give the sizes of the table style none below 8',
    run: smallFigures,
  },
  {
    code: 'lint/TL-71',
    severity: 'error',
    rule: 'groups of columns stand no nearer to each other than the columns inside a group',
    hint: 'shorten heads or labels, or give the table style a wider gutter',
    run: groupGaps,
  },
];
