// Turn statement specifications into statements, column by column, each printed when it is first asked for: formulas may ask for printed cells.

import type { FigureSources } from '../figures/figure-sources.ts';
import type { Cell, Statement } from '../model/financials.ts';
import type { Kind, Memory } from '../model/memory.ts';
import { say } from '../model/say.ts';
import type { ColumnSpec, StatementSpec } from '../model/statement-spec.ts';
import type { Report } from './codes.ts';
import type { Desk } from './desk.ts';
import type { Ledger, PrintedCell } from './ledger.ts';
import type { PlacedOverrides } from './place-overrides.ts';
import { printColumn } from './print-column.ts';

/** Prints columns on demand. */
interface Press {
  /** For `printed()` in formulas: the cell in the statement's first percent-of column of the period that has the concept. */
  readonly printed: PrintedCell;
  readonly statements: () => ReadonlyMap<string, Statement>;
  /** Those that the release does not print, as far as `printed` was asked for their columns. */
  readonly unprinted: () => ReadonlyMap<string, Statement>;
}

/** `ledger` is a callback because facts and printed cells ask for one another. */
export function press(release: FigureSources, overrides: PlacedOverrides, ledger: () => Ledger, report: Report, memory: Memory): Press {
  const columns = new Map<string, readonly (Cell | undefined)[]>();
  const open = new Set<string>();
  const reported: Desk['reported'] = new Set();
  /** What is wrong with a statement that is not printed is told where its figure is asked for. */
  const untold: Pick<Desk, 'report' | 'reported'> = { report: () => {}, reported: new Set() };

  function cells(spec: StatementSpec, index: number): readonly (Cell | undefined)[] {
    const column = spec.columns[index];
    if (!column) return [];
    const key = `${spec.id} ${column.id}`;
    const kept = columns.get(key);
    if (kept) return kept;
    if (open.has(key)) {
      report({
        severity: 'error',
        code: 'derive/circular',
        message: say`${spec.id}, column ${column.id}, prints a figure that follows from a printed figure of that column`,
        at: column.at,
        hints: ['compute it from facts instead of `printed()`, or tie only one of two statements to the other'],
      });
      return [];
    }
    open.add(key);
    const telling = release.statements.has(spec.id) ? { report, reported } : untold;
    const desk = { release, ledger: ledger(), sameCell, overridesOf: overrides.of, memory, ...telling };
    const printed = printColumn(spec, column, overrides.of(spec.id, column.id), desk);
    open.delete(key);
    columns.set(key, printed);
    return printed;
  }

  function sameCell(statement: string, concept: string, column: ColumnSpec): Cell | undefined {
    const spec = release.statements.get(statement);
    const { period, measure, of, from } = column;
    const index = spec?.columns.findIndex(
      (each) =>
        each.period === period && each.measure === measure && each.of === of && each.from === from && (each.only ?? concept) === concept,
    );
    return spec && index !== undefined && index >= 0 ? cells(spec, index).find((cell) => cell?.concept === concept) : undefined;
  }

  return {
    printed: (statement, concept, period) => {
      const spec = release.statements.get(statement) ?? release.unprinted.get(statement);
      if (!spec) return undefined;
      for (const [index, column] of spec.columns.entries()) {
        if (column.measure !== 'percent-of' || column.period !== period) continue;
        const found = cells(spec, index).find((cell) => cell?.concept === concept);
        if (found) return found;
      }
      return undefined;
    },
    statements: () => new Map([...release.statements.values()].map((spec) => [spec.id, statement(spec, cells, memory)])),
    unprinted: () => {
      const kept = (spec: StatementSpec, index: number) => columns.get(`${spec.id} ${spec.columns[index]?.id}`) ?? [];
      const asked = [...release.unprinted.values()].filter((spec) => spec.columns.some((_, index) => kept(spec, index).length > 0));
      return new Map(asked.map((spec) => [spec.id, statement(spec, kept, memory)]));
    },
  };
}

const statements: Kind<Statement> = { name: 'derive/statement', bytes: ({ rows }) => 200 + 150 * rows.length };

/** Made of the same columns, it is the same. */
function statement(
  spec: StatementSpec,
  cells: (spec: StatementSpec, column: number) => readonly (Cell | undefined)[],
  memory: Memory,
): Statement {
  const columns = spec.columns.map((_, index) => cells(spec, index));
  const key = (): string => [spec, ...columns].map((each) => memory.numberOf(each)).join(' ');
  return memory.recall(statements, key, () => {
    const rows = spec.rows.map((row, index) => ({ spec: row, cells: columns.map((column) => column[index]) }));
    return { id: spec.id, spec, rows };
  });
}
