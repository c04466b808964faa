// Turn a file of statements/ into a statement: columns with their periods, heads, rows.
import { isComparison, isPercentage } from '../figures/measures.ts';
import { addsUp } from '../figures/rounding.ts';
import { say } from '../model/say.ts';
import type { ColumnSpec, Measure, Regime, StatementSpec } from '../model/statement-spec.ts';
import { someLabels } from './build-concepts.ts';
import { buildRows } from './build-rows.ts';
import { buildTableFrame, percentDecimals } from './build-table-frame.ts';
import type { IssuerTerms } from './names.ts';
import type { StatementData } from './schema/statement.ts';
import type { Scope } from './scope.ts';

/** `issuer` is missing when its file is at fault. */
export function buildStatement(id: string, data: StatementData, issuer: IssuerTerms | undefined, scope: Scope): StatementSpec {
  const frame = buildTableFrame(id, data, scope);
  const ids = data.columns.map((column) => column.id);
  return { ...frame, columns: buildColumns(data, frame.decimals, issuer, scope), rows: buildRows(data.rows, data.kind, ids, scope) };
}

function buildColumns(data: StatementData, decimals: number, issuer: IssuerTerms | undefined, scope: Scope): ColumnSpec[] {
  const { fail } = scope;
  const seen = new Map<string, number>();
  return data.columns.map((column, index) => {
    const path = ['columns', index];
    const earlier = seen.get(column.id);
    if (earlier !== undefined) {
      const related = [{ at: scope.at(['columns', earlier, 'id']), message: 'first given here' }];
      fail({ code: 'validate/duplicate', message: say`column ${column.id} is given twice`, path: [...path, 'id'], related });
    }
    seen.set(column.id, index);
    for (const [key, measure, asks] of [
      ['of', 'percent-of', column.measure === 'percent-of'] as const,
      ['from', 'change', isComparison(column.measure)] as const,
    ]) {
      if (asks && column[key] === undefined) {
        const message = say`a column of ${column.measure} has no key ${key}`;
        fail({ code: 'validate/missing-key', message, path, hints: [say`add ${key}: to it`] });
      } else if (!asks && column[key] !== undefined) {
        fail({
          code: 'validate/unknown-key',
          message: say`key ${key} is for ${measure}, not for ${column.measure}`,
          path: [...path, key],
          key: true,
        });
      }
    }
    if (column.of !== undefined) scope.knowsConcept(column.of, [...path, 'of']);
    if (column.measure === 'translated' && issuer && issuer.translation === undefined) {
      const hints = ['add translation: to issuer.yaml, or remove the column'];
      fail({ code: 'validate/wrong-type', message: 'the issuer translates to no currency', path: [...path, 'measure'], hints });
    }
    const regime = column.regime ?? issuer?.regime ?? 'round';
    return {
      id: column.id,
      period: scope.periodId(column.period, [...path, 'period']),
      measure: column.measure,
      ...(column.of !== undefined && { of: column.of }),
      ...(column.from !== undefined && { from: scope.periodId(column.from, [...path, 'from']) }),
      decimals:
        column.decimals === undefined
          ? isPercentage(column.measure)
            ? percentDecimals
            : decimals
          : scope.count(column.decimals, [...path, 'decimals'], 0, 9),
      // Changes sum to nothing: each is rounded alone.
      regime: columnRegime(column.measure, regime),
      ...(column.after && { after: someLabels(column.after, [...path, 'after'], scope) }),
      at: scope.at(path),
    };
  });
}

/** Changes are never added, differences are; percentages are held at 100 by their base, whatever their parts come to. */
function columnRegime(measure: Measure, regime: Regime): Regime {
  const stands =
    measure === 'amount' || measure === 'translated' || measure === 'difference' || (measure === 'percent-of' && regime !== 'sum');
  return stands || !addsUp(regime) ? regime : 'round';
}
