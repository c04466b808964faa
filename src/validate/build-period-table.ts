// Turn a table with a row per period into a statement: one column of figures per cell, and the grid that prints them.

import { isComparison, isPercentage } from '../figures/measures.ts';
import { nameHints } from '../model/nearest-name.ts';
import { say } from '../model/say.ts';
import type { ColumnSpec, GridRow, RowSpec, StatementSpec } from '../model/statement-spec.ts';
import { buildCells } from './build-cells.ts';
import { buildTableFrame, percentDecimals } from './build-table-frame.ts';
import type { IssuerTerms } from './names.ts';
import type { PeriodTableData } from './schema/statement.ts';
import type { Scope } from './scope.ts';

type ColumnData = PeriodTableData['columns'][number];
type RowData = PeriodTableData['rows'][number];

/** `issuer` is missing when its file is at fault. */
export function buildPeriodTable(id: string, data: PeriodTableData, issuer: IssuerTerms | undefined, scope: Scope): StatementSpec {
  const frame = buildTableFrame(id, data, scope);
  checkColumns(data.columns, issuer, scope);
  const columns: ColumnSpec[] = [];
  const ids = data.columns.map(({ id }) => id);
  const grid = data.rows.map((row, index): GridRow => {
    const path = ['rows', index];
    checkRow(row, index, data.columns, scope);
    const from = row.from === undefined ? undefined : scope.periodId(row.from, [...path, 'from']);
    const period = scope.periodId(row.period, [...path, 'period']);
    const cells = data.columns.map((column, place) => {
      if (row.blank?.includes(column.id) || row.cells?.[column.id]?.words) return undefined;
      const cell: ColumnSpec = {
        id: `${index + 1}.${column.id}`,
        period,
        measure: column.measure,
        ...(column.measure === 'percent-of' && column.of !== undefined && { of: column.of }),
        ...(isComparison(column.measure) && from !== undefined && { from }),
        only: column.concept,
        decimals: decimalsOf(column, place, frame.decimals, scope),
        // A row of periods adds up to nothing: every figure is rounded alone.
        regime: (column.regime ?? issuer?.regime) === 'truncate' ? 'truncate' : 'round',
        at: scope.at(path),
      };
      columns.push(cell);
      return cell.id;
    });
    const labels = row.labels && { labels: scope.labels(row.labels, [...path, 'labels']) };
    const own = buildCells(row.cells, ids, path, scope);
    return { ...labels, period, columns: cells, ...(own && { cells: own }), at: scope.at([...path, 'period']) };
  });
  return {
    ...frame,
    columns,
    rows: conceptRows(data.columns, scope),
    grid: {
      columns: data.columns.map(({ id: name, concept, measure }, index) => ({
        id: name,
        concept,
        measure,
        at: scope.at(['columns', index]),
      })),
      rows: grid,
    },
  };
}

/** One row per concept, in order of the first column that shows it: what its figures are derived and looked up by. */
function conceptRows(columns: readonly ColumnData[], scope: Scope): RowSpec[] {
  const first = new Map<string, number>();
  for (const [index, { concept }] of columns.entries()) if (!first.has(concept)) first.set(concept, index);
  return [...first].map(([concept, index]) => ({
    kind: 'item',
    depth: 0,
    concept,
    negate: false,
    italic: false,
    percentSign: false,
    rule: 'none',
    blank: [],
    at: scope.at(['columns', index, 'concept']),
  }));
}

function decimalsOf(column: ColumnData, index: number, usual: number, scope: Scope): number {
  if (column.decimals !== undefined) return scope.count(column.decimals, ['columns', index, 'decimals'], 0, 9);
  return isPercentage(column.measure) ? percentDecimals : usual;
}

function checkColumns(columns: readonly ColumnData[], issuer: IssuerTerms | undefined, scope: Scope): void {
  const { fail } = scope;
  const seen = new Map<string, number>();
  for (const [index, column] of columns.entries()) {
    const path = ['columns', index];
    const earlier = seen.get(column.id);
    if (earlier !== undefined) {
      const related = [{ at: scope.at(['columns', earlier, 'id']), message: 'first given here' }];
      fail({ code: 'validate/duplicate', message: say`column ${column.id} is given twice`, path: [...path, 'id'], related });
    }
    seen.set(column.id, index);
    scope.knowsConcept(column.concept, [...path, 'concept']);
    if (column.of !== undefined) scope.knowsConcept(column.of, [...path, 'of']);
    if (column.measure === 'percent-of' && column.of === undefined) {
      fail({ code: 'validate/missing-key', message: 'a column of percent-of has no key of', path, hints: ['add of: to it'] });
    } else if (column.measure !== 'percent-of' && column.of !== undefined) {
      fail({
        code: 'validate/unknown-key',
        message: say`key of is for percent-of, not for ${column.measure}`,
        path: [...path, 'of'],
        key: true,
      });
    }
    if (column.measure === 'translated' && issuer && issuer.translation === undefined) {
      const hints = ['add translation: to issuer.yaml, or remove the column'];
      fail({ code: 'validate/wrong-type', message: 'the issuer translates to no currency', path: [...path, 'measure'], hints });
    }
  }
}

function checkRow(row: RowData, index: number, columns: readonly ColumnData[], scope: Scope): void {
  const path = ['rows', index];
  const ids = columns.map((column) => column.id);
  for (const [place, name] of (row.blank ?? []).entries()) {
    if (ids.includes(name)) continue;
    const message = say`column ${name} is not one of this statement`;
    scope.fail({ code: 'validate/unknown-column', message, path: [...path, 'blank', place], hints: nameHints(name, ids) });
  }
  const compares = columns.some((column) => isComparison(column.measure) && !row.blank?.includes(column.id));
  if (compares && row.from === undefined) {
    const hints = ['add from: to it, or leave the columns of changes blank'];
    scope.fail({ code: 'validate/missing-key', message: 'a row with changes has no key from', path, hints });
  }
}
