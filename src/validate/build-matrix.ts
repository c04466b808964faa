// Turn a table of members by concepts into a statement: a column a member, a row a concept, and the totals that hold both ways.
import { say } from '../model/say.ts';
import type { Regime, StatementSpec } from '../model/statement-spec.ts';
import type { Member } from './build-members.ts';
import { buildTableFrame } from './build-table-frame.ts';
import { buildMatrixColumns } from './matrix-columns.ts';
import { buildMatrixRows } from './matrix-rows.ts';
import { matrixSums } from './matrix-sums.ts';
import type { IssuerTerms } from './names.ts';
import type { MatrixData } from './schema/statement.ts';
import type { Scope } from './scope.ts';

/** Rows and columns of a matrix, and the file that types them. */
export interface MatrixBody {
  readonly data: Pick<MatrixData, 'rows' | 'columns'>;
  readonly scope: Scope;
}

/** What a matrix is made of beside its own file. */
export interface MatrixMeans {
  /** Missing when its file is at fault. */
  readonly issuer: IssuerTerms | undefined;
  readonly members: ReadonlyMap<string, Member>;
  /** That of `like`, or of the matrix itself; undefined where it is at fault, or is no matrix. */
  readonly body: MatrixBody | undefined;
}

export function buildMatrix(id: string, data: MatrixData, { issuer, members, body }: MatrixMeans, scope: Scope): StatementSpec | undefined {
  checkBody(data, scope);
  const period = scope.periodId(data.period, ['period']);
  const opening = data.opening === undefined ? undefined : scope.periodId(data.opening, ['opening']);
  if (!body?.data.columns || !body.data.rows) return undefined;
  const columns = buildMatrixColumns(body.data.columns, members, body.scope);
  const rows = buildMatrixRows(body.data.rows, { kind: data.kind, columns: columns.leaves, members, opening }, body.scope);
  const frame = buildTableFrame(id, { ...data, columns: [], heads: undefined }, scope);
  const regime: Regime = data.regime ?? issuer?.regime ?? 'round';
  return {
    ...frame,
    heads: columns.heads,
    columns: columns.leaves.map(({ id: name, member, at }) => {
      const named = members.get(member ?? '');
      return {
        id: name,
        period,
        measure: 'amount' as const,
        decimals: frame.decimals,
        regime,
        ...(named && { member: named.labels }),
        at,
      };
    }),
    rows: rows.map(({ spec }) => spec),
    sums: matrixSums(rows, columns.leaves, members, { opening, scope: body.scope }),
  };
}

/** A matrix has rows and columns of its own, or those of another. */
function checkBody(data: MatrixData, { fail }: Scope): void {
  for (const key of ['columns', 'rows'] as const) {
    if (data.like !== undefined && data[key]) {
      const message = say`a matrix like ${data.like} has its ${key}, and none of its own`;
      fail({ code: 'validate/unknown-key', message, path: [key], key: true, hints: [say`remove ${key}:, or remove like:`] });
    } else if (data.like === undefined && !data[key]) {
      fail({
        code: 'validate/missing-key',
        message: say`a matrix has no key ${key}`,
        path: [],
        hints: [say`add ${key}:, or name another matrix that it is like`],
      });
    }
  }
}
