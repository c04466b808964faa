// Turn the figures of set tables into findings: digit edges, decimal points, cells as their statement says, gutters.
import type { FigureCell } from '../model/document.ts';
import type { GlyphRun } from '../model/page.ts';
import { runText } from '../model/run-text.ts';
import { say } from '../model/say.ts';
import type { LintInput, LintRule, PageFinding } from './lint-rule.ts';
import {
  at,
  columnEdges,
  digitEdge,
  edgeOf,
  endsShort,
  isCore,
  marksIn,
  pointed,
  type SetTableRow,
  sectionsOf,
  setTables,
  wholesOnEdge,
} from './set-tables.ts';
import { wantedCells } from './statement-cells.ts';

const near = 0.1;

function* digitEdges(input: LintInput): Iterable<PageFinding> {
  for (const set of setTables(input)) {
    const edges = columnEdges(set, input);
    const sections = sectionsOf(set.table);
    for (const row of set.rows) {
      for (const [column, runs] of row.columns) {
        const cell = row.row.cells[column];
        const edge = digitEdge(runs, input);
        if (!cell || edge === undefined || cell.core === '–') continue;
        const wanted = edgeOf(edges, row, column);
        if (Math.abs(edge - wanted) > near && !endsShort(set.table, sections.get(row.row) ?? [], row.row, column))
          yield at(row, edge, say`the digits of '${cell.core}' end ${(edge - wanted).toFixed(2)} pt off their column's edge`);
        const marks = marksIn(runs, input);
        const suffix = marks[marks.findLastIndex(isCore) + 1];
        if (suffix && Math.abs(suffix.x - edge) > near)
          yield at(row, suffix.x, say`'${suffix.text}' stands ${(suffix.x - edge).toFixed(2)} pt off the digits`);
      }
    }
  }
}

function* decimalPoints(input: LintInput): Iterable<PageFinding> {
  for (const { table, rows } of setTables(input)) {
    const sections = sectionsOf(table);
    const points = new Map<string, number>();
    for (const row of rows) {
      for (const [column, runs] of row.columns) {
        const section = sections.get(row.row) ?? [];
        const cell = row.row.cells[column];
        const known = points.get(`${table.rows.indexOf(section[0] ?? row.row)}|${column}|${row.page.index}`);
        if (!cell || !/\d/.test(cell.core) || !(cell.core.includes('.') || pointed(table, section, column))) continue;
        if (!cell.core.includes('.') && wholesOnEdge(table, column)) continue;
        const point = pointOf(runs, input);
        if (point === undefined) continue;
        if (known !== undefined && Math.abs(point - known) > near)
          yield at(row, point, say`a decimal point stands ${(point - known).toFixed(2)} pt off those above it`);
        points.set(`${table.rows.indexOf(section[0] ?? row.row)}|${column}|${row.page.index}`, known ?? point);
      }
    }
  }
}

/** Where a figure has its point, or would have it: after its last digit. */
function pointOf(runs: readonly GlyphRun[], input: LintInput): number | undefined {
  return marksIn(runs, input).findLast(({ text }) => text === '.')?.x ?? digitEdge(runs, input);
}

/** Digits of one face have one advance, as the glyphs printed have it; a face may say so and yet hold others. */
function* equalDigits(input: LintInput): Iterable<PageFinding> {
  const advances = new Map<string, number>();
  for (const { rows } of setTables(input)) {
    for (const row of rows) {
      for (const [column, runs] of row.columns) {
        for (const run of column >= 0 ? runs : []) {
          const face = input.fonts.get(run.font);
          for (const [i, { id, text }] of face ? run.glyphs.entries() : []) {
            if (!face || !/^\d$/.test(text)) continue;
            const known = advances.get(face.id) ?? face.advance(id);
            advances.set(face.id, known);
            if (face.advance(id) === known) continue;
            yield at(
              row,
              run.x + run.offsets[i]!,
              say`the digits of ${face.id} are not equally wide: '${text}' has ${face.advance(id)} units, others ${known}`,
            );
            break;
          }
        }
      }
    }
  }
}

/**
 * Every cell shows what its statement says: sign and brackets of negatives, percent signs where the row has them, the nil dash for a
 * nil fact and nothing for a blank. Asked of the statements where they are at hand, else of the table itself.
 */
function* cellPatterns(input: LintInput): Iterable<PageFinding> {
  const { release, financials } = input;
  for (const set of setTables(input)) {
    const { table, rows } = set;
    const wanted = release && financials ? wantedCells(table, release, financials) : undefined;
    const [first] = rows;
    if (release && financials && !wanted && first)
      yield {
        page: first.page,
        x: set.left,
        y: first.y,
        message: say`table ${table.statement} has other rows than its statement`,
        at: table.at,
      };
    const lines = new Map<string, SetTableRow[]>();
    for (const row of rows) lines.set(row.row.id, [...(lines.get(row.row.id) ?? []), row]);
    for (const [row, ...others] of lines.values()) {
      if (!row) continue;
      for (const [column, cell] of row.row.cells.entries()) {
        const runs = [row, ...others].flatMap(({ columns }) => columns.get(column) ?? []);
        const text = runs.map(runText).join('');
        const own = cell ? cell.prefix + cell.core + cell.suffix + markOf(cell) : '';
        const said = wanted?.[row.index]?.[column] ?? { text: own, why: 'so the table has it' };
        const finding = (message: string): PageFinding => ({
          ...at(row, runs[0]?.x ?? set.left, message),
          ...(cell ? { at: cell.at } : {}),
        });
        const name = say`column ${table.columns[column]?.id} of ${table.statement}`;
        if (text !== said.text) yield finding(say`${name} prints ${quoted(text)} instead of ${quoted(said.text)}: ${said.why}`);
        else if (text !== own) yield finding(say`${name} prints ${quoted(text)}, its table has ${quoted(own)}`);
      }
    }
  }
}

const markOf = ({ mark = [] }: FigureCell): string => mark.map(({ text }) => text).join('');

const quoted = (text: string): string => (text === '' ? 'nothing' : `'${text}'`);

function* nilDashes(input: LintInput): Iterable<PageFinding> {
  for (const table of setTables(input)) {
    const edges = columnEdges(table, input);
    for (const row of table.rows) {
      for (const [column, cell] of row.row.cells.entries()) {
        const marks = marksIn(row.columns.get(column) ?? [], input);
        if (!cell || /\d/.test(cell.core)) continue;
        const dash = marks.find(({ text }) => '-−–—'.includes(text));
        if (dash && dash.text !== '–')
          yield at(row, dash.x, say`nil is printed as U+${(dash.text.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
        else if (dash && Math.abs(dash.right - edgeOf(edges, row, column)) > near)
          yield at(row, dash.x, 'a nil dash stands off the digit edge');
      }
    }
  }
}

function* gutters(input: LintInput): Iterable<PageFinding> {
  for (const { rows } of setTables(input)) {
    for (const row of rows) {
      const boxes = [...row.columns]
        .flatMap(([column, runs]) =>
          runs
            .filter((run) => column >= 0 || Math.abs(run.y - row.y) < 0.2)
            .map((run) => ({ column, left: run.x, right: run.x + run.width })),
        )
        .sort((a, b) => a.left - b.left);
      for (let i = 1; i < boxes.length; i++) {
        const [a, b] = [boxes[i - 1], boxes[i]];
        if (a && b && a.column !== b.column && b.left - a.right < 4.5 - 0.005)
          yield at(row, b.left, say`columns stand ${(b.left - a.right).toFixed(2)} pt apart`);
      }
    }
  }
}

const columns = 'the layout sets figures from the statement: look for a theme whose cells have two sizes or faces';

export const tableFigures: readonly LintRule[] = [
  {
    code: 'lint/TL-30',
    severity: 'error',
    rule: 'columns stand at least 4.5 pt apart in every row',
    hint: 'leave out a column, shorten heads, or give the table a smaller least size',
    run: gutters,
  },
  {
    code: 'lint/TL-32',
    severity: 'error',
    rule: 'the digits of a column end on one edge, and what follows them starts there',
    hint: columns,
    run: digitEdges,
  },
  {
    code: 'lint/TL-33',
    severity: 'error',
    rule: 'the decimal points of a section stand below one another',
    hint: columns,
    run: decimalPoints,
  },
  {
    code: 'lint/TL-34',
    severity: 'error',
    rule: 'digits in tables are equally wide',
    hint: 'give tables a face with digits of one width',
    run: equalDigits,
  },
  {
    code: 'lint/TL-35',
    severity: 'error',
    rule: 'cells print signs, brackets, percent signs, nil and blanks as their statement says',
    hint: 'set percent-sign and blank of the row, and negative and nil of the issuer, as the statement is to print them',
    run: cellPatterns,
  },
  {
    code: 'lint/TL-36',
    severity: 'error',
    rule: 'nil is an en dash that ends at the digit edge',
    hint: 'set nil of the issuer to an en dash',
    run: nilDashes,
  },
];
