// Turn what a column is printed from into the key of its cells.
import type { Exact } from '../model/exact.ts';
import type { Override } from '../model/exceptions.ts';
import type { Memory } from '../model/memory.ts';
import type { ColumnSpec, StatementSpec } from '../model/statement-spec.ts';
import type { Pin } from './arrange-column.ts';
import type { MatrixLines } from './arrange-matrix.ts';
import type { Line } from './column-line.ts';

/** Cells hold the places of rows and overrides: statement, column and overrides are in it as the objects that they are. */
export function columnKey(
  statement: StatementSpec,
  column: ColumnSpec,
  lines: readonly (Line | undefined)[],
  ties: ReadonlyMap<string, Pin>,
  overrides: ReadonlyMap<string, Override>,
  memory: Memory,
): string {
  let key = `${memory.numberOf(statement)} ${memory.numberOf(column)}`;
  for (const override of overrides.values()) key += ` ${memory.numberOf(override)}`;
  for (const line of lines) key += line ? lineKey(line, memory) : '\n';
  for (const [concept, { print }] of ties) key += `\n${concept} ${digitsOf(print)}`;
  return key;
}

/** What a column of a matrix is printed from beside its own figures: all others, and what other statements print of them. */
export function matrixKey({ columns, elsewhere, overrides }: MatrixLines, memory: Memory): string {
  let key = '\n';
  for (const column of overrides) for (const override of column.values()) key += ` ${memory.numberOf(override)}`;
  for (const line of columns.flat()) key += line ? lineKey(line, memory) : '\n';
  for (const [cell, print] of elsewhere) key += `\n${cell} ${digitsOf(print)}`;
  return key;
}

function lineKey({ unit, exact, upper, scale, decimals, figure }: Line, memory: Memory): string {
  const open = `${upper ? `..${digitsOf(upper)}` : ''}${figure.undecided ? ' undecided' : ''}`;
  const told = figure.told ? ` ${memory.numberOf(figure.told.entry)}` : '';
  return `\n${unit} ${scale} ${decimals} ${digitsOf(exact)}${open} ${figure.nil} ${figure.inputs.join()} ${figure.text === undefined ? '' : JSON.stringify(figure.text)}${told}`;
}

const digitsOf = ({ n, d }: Exact): string => (d === 1n ? `${n}` : `${n}/${d}`);
