// Turn rows and columns of a matrix into the sums that hold along each row and down each column, over the concepts of its cells.

import { factKey } from '../figures/fact-key.ts';
import { Exact } from '../model/exact.ts';
import type { Expression } from '../model/expression.ts';
import { say } from '../model/say.ts';
import type { Span } from '../model/span.ts';
import type { MatrixSum } from '../model/statement-spec.ts';
import type { Member } from './build-members.ts';
import type { MatrixColumn } from './matrix-columns.ts';
import type { MatrixRow } from './matrix-rows.ts';
import { memberConcept } from './member-ids.ts';
import type { Scope } from './scope.ts';

interface Term {
  readonly expression: Expression;
  readonly weight: 1 | -1;
  /** Where the matrix prints it; undefined for a figure that it does not print. */
  readonly cell?: { readonly row: number; readonly column: number };
}

interface SumsRoom {
  /** Period of the opening balances, where the matrix names it. */
  readonly opening: string | undefined;
  readonly scope: Scope;
}

/** Row by row; a blank is no part of any sum. */
export function matrixSums(
  rows: readonly MatrixRow[],
  columns: readonly MatrixColumn[],
  members: ReadonlyMap<string, Member>,
  { opening, scope }: SumsRoom,
): readonly MatrixSum[] {
  const cell = (row: MatrixRow | undefined, column: number): string | undefined => row?.spec.columnConcepts?.[column];
  const places = new Map(rows.flatMap(({ name }, index) => (name === undefined ? [] : [[name, index] as const])));
  const columnOf = (test: (column: MatrixColumn) => boolean): number => columns.findIndex(test);

  /** Figures that the column is the sum of in this row. */
  const across = (row: MatrixRow, place: number, { of, member }: MatrixColumn, at: Span): readonly Term[] => {
    if (of.length > 0) {
      return of.flatMap(({ column: name, weight }) => {
        const column = columnOf(({ id }) => id === name);
        return named(cell(row, column), weight, at, { row: place, column });
      });
    }
    return (members.get(member ?? '')?.parts ?? []).flatMap((part) => {
      const column = columnOf((each) => each.member === part);
      if (column >= 0) return named(cell(row, column), 1, at, { row: place, column });
      const elsewhere = row.spec.concept === undefined ? part : memberConcept(row.spec.concept, part);
      return named(scope.names.conceptIds.has(elsewhere) ? elsewhere : undefined, 1, at);
    });
  };

  /** Figures that the row is the sum of in this column. */
  const down = (row: MatrixRow, column: number, at: Span): readonly Term[] =>
    row.of.flatMap(({ row: name, weight }) => {
      const index = places.get(name) ?? -1;
      const part = rows[index];
      const concept = cell(part, column);
      const place = { row: index, column };
      if (concept === undefined || !part?.spec.opening) return named(concept, weight, at, place);
      const expression: Expression =
        opening === undefined
          ? { kind: 'previous', of: { kind: 'concept', concept, at } }
          : { kind: 'at', concept, period: opening, key: factKey(concept, opening), at };
      return [{ expression, weight, cell: place }];
    });

  return rows.flatMap((row, index) =>
    columns.flatMap((column, place): readonly MatrixSum[] => {
      const { at } = row.spec;
      const concept = cell(row, place);
      const beside = across(row, index, column, at);
      const over = down(row, place, at);
      if (concept === undefined) {
        if (over.length > 0 && !row.blank.includes(column.id)) tellBlankTotal(row, column, over, scope);
        return [];
      }
      const both = { concept, row: index, column: place, at };
      if (row.of.length > 0 && over.length === 0 && beside.length === 0) return [{ ...both, ...nothing, way: 'down', always: true }];
      return [
        ...sum(beside).map((each): MatrixSum => ({ ...both, ...each, way: 'across', always: true })),
        ...sum(over).map(
          (each): MatrixSum => ({ ...both, ...each, way: 'down', always: over.every(({ expression }) => expression.kind !== 'at') }),
        ),
      ];
    }),
  );
}

function named(concept: string | undefined, weight: 1 | -1, at: Span, cell?: Term['cell']): readonly Term[] {
  return concept === undefined ? [] : [{ expression: { kind: 'concept', concept, at }, weight, ...(cell && { cell }) }];
}

/** What blanks come to. */
const nothing = { sum: { kind: 'number', value: Exact.zero } } as const;

/** One sum, or none where there are no terms. */
function sum(terms: readonly Term[]): readonly Pick<MatrixSum, 'sum' | 'parts'>[] {
  let whole: Expression | undefined;
  for (const { expression, weight } of terms) {
    if (whole) whole = { kind: 'binary', op: weight === 1 ? '+' : '-', left: whole, right: expression };
    else whole = weight === 1 ? expression : { kind: 'negate', of: expression };
  }
  const parts = terms.flatMap(({ cell, weight }) => (cell ? [{ ...cell, weight }] : []));
  return whole ? [{ sum: whole, ...(parts.length === terms.length && { parts }) }] : [];
}

/** A column whose figures nothing adds up would not foot, and nobody would be told. */
function tellBlankTotal(row: MatrixRow, column: MatrixColumn, parts: readonly Term[], scope: Scope): void {
  const first = parts[0]?.expression;
  const part = first && 'concept' in first ? first.concept : '';
  scope.fail({
    code: 'validate/unknown-member',
    message: say`${row.name} has no figure in column ${column.id}, and rows that it sums have one: ${part}`,
    path: [...row.path, row.spec.concept === undefined ? 'balance' : 'concept'],
    hints: [
      column.member === undefined || row.spec.concept === undefined
        ? say`give the row the concept of that figure under cells: ${column.id}`
        : say`add ${column.member} to the members of ${row.name}`,
      'or leave it blank on purpose: blank: in the row',
    ],
  });
}
