// Turn what a row says of single cells, by column, into marks and words that stand in the place of figures.
import { nameHints } from '../model/nearest-name.ts';
import { say } from '../model/say.ts';
import type { YamlPath } from '../model/sources.ts';
import type { CellSpec } from '../model/statement-spec.ts';
import type { PeriodTableData } from './schema/statement.ts';
import type { Scope } from './scope.ts';

type CellsData = NonNullable<PeriodTableData['rows'][number]['cells']>;

/** `path` is that of the row; undefined where it says nothing of its cells. */
export function buildCells(
  data: CellsData | undefined,
  columns: readonly string[],
  path: YamlPath,
  scope: Scope,
): ReadonlyMap<string, CellSpec> | undefined {
  if (!data) return undefined;
  const cells = new Map<string, CellSpec>();
  for (const [column, { words, mark }] of Object.entries(data)) {
    const here = [...path, 'cells', column];
    if (!columns.includes(column)) {
      const message = say`column ${column} is not one of this statement`;
      scope.fail({ code: 'validate/unknown-column', message, path: here, key: true, hints: nameHints(column, columns) });
    }
    if (!words && !mark) {
      const hints = ['give it words:, which stand in the place of a figure, or a mark:, which stands behind it'];
      scope.fail({ code: 'validate/missing-key', message: say`cell ${column} has neither words nor mark`, path: here, key: true, hints });
    }
    cells.set(column, {
      ...(words && { words: scope.labels(words, [...here, 'words']) }),
      ...(mark && { mark: scope.labels(mark, [...here, 'mark']) }),
      at: scope.at(here, true),
    });
  }
  return cells;
}
