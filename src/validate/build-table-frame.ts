// Turn what every table has, whichever way its rows go, into typed fields: captions, unit, summary, stub and heads.
import { inLang } from '../model/language.ts';
import type { StatementSpec } from '../model/statement-spec.ts';
import { buildHeads } from './build-heads.ts';
import type { PeriodTableData, StatementData } from './schema/statement.ts';
import type { Scope } from './scope.ts';

export type TableFrame = Omit<StatementSpec, 'columns' | 'rows' | 'grid'>;

/** Percentages are printed to a tenth unless their column says otherwise. */
export const percentDecimals = 1;

export function buildTableFrame(id: string, data: StatementData | PeriodTableData, scope: Scope): TableFrame {
  return {
    id,
    kind: data.kind,
    captions: scope.eachLang((lang) =>
      inLang(data.captions, lang).map((value, index) => ({ value, at: scope.at(['captions', lang, index]) })),
    ),
    ...(data.unit && { unit: scope.labels(data.unit, ['unit']) }),
    summary: scope.labels(data.summary, ['summary']),
    stub: scope.labels(data.stub, ['stub'], 'may be empty'),
    scale: data.scale,
    decimals: scope.count(data.decimals, ['decimals'], 0, 9),
    heads: buildHeads(
      data.heads,
      data.columns.map((column) => column.id),
      scope,
    ),
    at: scope.at([]),
  };
}
