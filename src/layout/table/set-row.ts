// Turn one row of a table into a box: label with its indent, figures on the digit edges of their columns, total rules.
import type { BodyRow, FigureCell, Table } from '../../model/document.ts';
import type { Rule } from '../../model/page.ts';
import type { TableStyle } from '../../model/style.ts';
import { baselineIn } from '../block-style.ts';
import { leaderMarks } from '../pagination/leader.ts';
import type { LineAt } from '../pagination/marks.ts';
import type { Line, TextSpec } from '../paragraph/line.ts';
import type { Typesetter } from '../typesetter.ts';
import type { Lacking } from './align-points.ts';
import type { Fit } from './fit-columns.ts';
import { labelRoom } from './fit-columns.ts';
import { setLabel } from './measure-table.ts';
import { ownCore, ownFigure, ownMark } from './own-cells.ts';
import { tableRule } from './table-lines.ts';

/** Line pitch inside a wrapped label, as a multiple of the size. */
const labelPitch = 1.3;
/** Room between a total's rule and the em box below it, in points. */
const aboveFigures = 1.2;
/** How far parentheses descend below the baseline, in em, and the room below them before a double rule, in points. */
const belowFigures = { descent: 0.2, room: 1 } as const;

export interface SetRow {
  readonly lines: readonly LineAt[];
  readonly rules: readonly Rule[];
  readonly height: number;
  /** Lines of its label. */
  readonly labelLines: number;
}

export function setRow(
  table: Table,
  index: number,
  { fit, lacking }: { readonly fit: Fit; readonly lacking: Lacking },
  style: TableStyle,
  spec: TextSpec,
  typesetter: Typesetter,
): SetRow {
  const row = table.rows[index];
  if (!row) throw new Error(`table ${table.id} has no row ${index}`);
  const size = fit.size;
  const pitch = style.pitch * size;
  const labels = setLabel(row, labelRoom(table, index, style, fit), spec, typesetter);
  const more = Math.max(0, labels.length - 1) * labelPitch * size;
  const first = baselineIn(pitch, size);
  const lines = labels.map(({ line, x }, at): LineAt => ({ line, x, y: first + at * labelPitch * size }));
  // Figures stand on the last line of their label.
  const baseline = first + more;
  const label = lines.at(-1);
  row.cells.forEach((cell, column) => {
    if (cell) lines.push(...setFigure(cell, lacking(cell), fit.columns[column]?.digits ?? 0, baseline, spec, typesetter));
  });
  const leads = label ? leaderOf(row, label, lines.slice(labels.length), fit, style, baseline, spec) : [];
  const height = pitch + more;
  return {
    lines,
    rules: [...totalRules(row, table, fit, style, more + (pitch - size) / 2, baseline), ...leads],
    height: row.rule === 'grand' ? Math.max(height, grandFoot(baseline, size, style) + aboveFigures) : height,
    labelLines: Math.max(1, labels.length),
  };
}

/** From the last line of the label to where the figures of the first column begin that has one in the row; a mark that hangs out stops it. */
function leaderOf(
  row: BodyRow,
  label: LineAt,
  figures: readonly LineAt[],
  fit: Fit,
  style: TableStyle,
  baseline: number,
  { size, lang }: TextSpec,
): readonly Rule[] {
  const first = row.cells.findIndex((cell) => cell !== undefined);
  const edge = fit.columns[first]?.figures;
  if (edge === undefined) return [];
  const to = Math.min(edge, ...figures.map(({ x }) => x));
  return leaderMarks(style.leader, { from: label.x + label.line.width, to, baseline, size, lang, color: style.color });
}

/** Digits end at the column's digit edge, or short of it by the decimals that they lack; what follows them hangs beyond them. */
function setFigure(
  cell: FigureCell,
  lacks: string,
  edge: number,
  baseline: number,
  spec: TextSpec,
  typesetter: Typesetter,
): readonly LineAt[] {
  const set = (text: string): Line => typesetter.line(ownFigure(text, cell), spec);
  const digits = lacks === '' ? edge : edge - set(lacks).width;
  const core = typesetter.line(ownCore(cell), spec);
  const lines = [{ line: core, x: digits - core.width, y: baseline }];
  let end = digits;
  const hang = (line: Line): void => {
    lines.push({ line, x: end, y: baseline });
    end += line.width;
  };
  if (cell.suffix !== '') hang(set(cell.suffix));
  if (cell.mark) hang(typesetter.line(ownMark(cell), spec));
  return lines;
}

/** Rules above a total, and the double rule below a grand total, only as wide as the digits; none in percent columns. */
function totalRules(row: BodyRow, table: Table, fit: Fit, style: TableStyle, emTop: number, baseline: number): readonly Rule[] {
  if (row.rule === 'none') return [];
  const { total, doubleGap } = style.rules;
  return fit.columns.flatMap((column, index): readonly Rule[] => {
    const measure = table.columns[index]?.measure;
    if (!row.cells[index] || measure === 'percent-of' || measure === 'change') return [];
    const rule = (y: number, role: Rule['role']): Rule =>
      tableRule(style, { x: column.figures, y, width: column.digits - column.figures, height: total, role });
    // A rule above every row stands above a total too.
    const above = style.lines.row > 0 ? [] : [rule(emTop - aboveFigures - total, 'total')];
    if (row.rule === 'total') return above;
    const below = grandFoot(baseline, fit.size, style) - total;
    return [...above, rule(below - doubleGap, 'grand'), rule(below, 'grand')];
  });
}

/** Lower edge of the double rule below a grand total. */
function grandFoot(baseline: number, size: number, style: TableStyle): number {
  return baseline + belowFigures.descent * size + belowFigures.room + style.rules.doubleGap + style.rules.total;
}
