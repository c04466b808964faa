// Turn totals of matrices and of members that are not what stands beside or over them into findings that name row, column and figures.
import { amountsOf, grouped } from '../../figures/digits.ts';
import { type Environment, environmentOf, evaluate, type Term } from '../../figures/evaluate.ts';
import { parseFactKey } from '../../figures/fact-key.ts';
import type { FigureSources } from '../../figures/figure-sources.ts';
import { cellPeriod } from '../../figures/matrix-cells.ts';
import { addsUp } from '../../figures/rounding.ts';
import { meet } from '../../figures/value-range.ts';
import { inReports } from '../../language/languages.ts';
import { Exact } from '../../model/exact.ts';
import type { Fact, Financials, Statement } from '../../model/financials.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { say, sayAll, sayName } from '../../model/say.ts';
import type { Located } from '../../model/span.ts';
import type { MatrixSum } from '../../model/statement-spec.ts';
import type { FigureCheck } from '../check-shapes.ts';

/** A segment’s profit that its reconciliation misses; a balance of equity that its changes do not lead to. */
export const crossFooting: FigureCheck = {
  code: 'check/cross-foot',
  severity: 'error',
  run: (release, financials) => {
    const means = { release, financials, environment: environmentOf(release, financials), told: new Set<string>() };
    return [...financials.statements.values()].flatMap((statement) => {
      const sums = statement.spec.sums ?? [];
      const failed = sums.flatMap((sum) => missed(sum, statement, means).map((finding) => ({ sum, finding })));
      const told = new Set(failed.map(({ sum }) => sumKey(sum)));
      const byKey = new Map(failed.length > 0 ? sums.map((sum) => [sumKey(sum), sum]) : []);
      return [
        ...failed.flatMap(({ sum, finding }) => (follows(sum, byKey, told) ? [] : [finding])),
        ...sums.flatMap((sum) => missedInPrint(sum, statement, release)),
      ];
    });
  },
};

const sumKey = ({ way, row, column }: Pick<MatrixSum, 'way' | 'row' | 'column'>): string => `${way} ${row} ${column}`;

/** Whether a total misses one way because its parts the other way do: they are told, and it is right when they are. */
function follows({ way, row, column }: MatrixSum, byKey: ReadonlyMap<string, MatrixSum>, failed: ReadonlySet<string>): boolean {
  const other = sumKey({ way: way === 'across' ? 'down' : 'across', row, column });
  if (failed.has(other)) return false;
  return (byKey.get(other)?.parts ?? []).some((part) => failed.has(sumKey({ way, row: part.row, column: part.column })));
}

interface Means {
  readonly release: FigureSources;
  readonly financials: Financials;
  readonly environment: Environment;
  /** Facts and ways that were told already: a figure may stand in several matrices. */
  readonly told: Set<string>;
}

function missed(sum: MatrixSum, statement: Statement, { release, financials, environment, told }: Means): readonly FindingDetails[] {
  const [row, column] = [statement.spec.rows[sum.row], statement.spec.columns[sum.column]];
  const period = row && column && cellPeriod(row, column, release.periods);
  const fact = period === undefined ? undefined : environment.fact(sum.concept, period);
  if (!row || !column || period === undefined || !fact) return [];
  const result = evaluate(sum.sum, period, environment);
  if ('absent' in result || holds(fact, result.term, release)) return [];
  const key = `${fact.key} ${sum.way} ${result.term.inputs.join()}`;
  if (told.has(key)) return [];
  told.add(key);
  const concept = release.concepts.get(sum.concept);
  const { digits, unit } = amountsOf(concept?.unit ?? 'money', release, concept?.scale);
  const apart = digits(fact.value.sub(result.term.value).abs());
  const parts = result.term.inputs.flatMap((input) => financials.facts.get(input) ?? []);
  const named = sayAll(parts.map((part) => say`${partName(part, period)} ${digits(part.value)}`));
  const list = named === '' ? ', since all that it sums is blank' : say`: ${named}`;
  const typed = [fact, ...parts].filter((each) => each.origin !== 'computed');
  const { sum: words, hint } = wording[sum.way];
  const [first = fact, ...others] = typed;
  return [
    {
      message: say`${statement.id} does not cross-foot in row ${rowName(statement, sum.row, release)}, column ${column.id}: ${fact.key} is ${digits(fact.value)}, and ${words} comes to ${digits(result.term.value)}, a difference of ${apart}${unit}${list}`,
      at: first.at,
      related: [...others.map((part) => ({ at: part.at, message: part.key })), { at: sum.at, message: 'the row of the matrix' }],
      hints: [hint],
    },
  ];
}

const wording = {
  across: {
    sum: 'what its row adds up across',
    hint: 'compare the figures of the row, eliminations and adjustments with their signs, with the source; the last of them is that of the consolidated statement',
  },
  down: {
    sum: 'what its column adds up down',
    hint: 'compare the figures of the column with the source: a change is missing, or one of them has the wrong sign',
  },
} as const;

/** Parts that were each rounded before they were typed may miss their total by what that leaves open; where columns foot they may not. */
function holds(fact: Fact, term: Term, { issuer }: FigureSources): boolean {
  return fact.value.equals(term.value) || (!addsUp(issuer.regime) && meet(fact.range, term.range));
}

/** A figure of another period says so. */
function partName({ key, concept }: Fact, period: string): string {
  return parseFactKey(key).period === period ? concept : key;
}

function rowName({ spec }: Statement, index: number, release: FigureSources): string {
  const row = spec.rows[index];
  const labels = row?.labels ?? release.concepts.get(row?.concept ?? '')?.labels;
  if (!labels) return JSON.stringify(row?.concept ?? '');
  const quotedName = ({ value }: Located<string>) => JSON.stringify(value.replace(/\||<[^>]*>/g, ''));
  const name = quotedName(inReports(labels));
  sayName(name, labels, quotedName);
  return name;
}

/** Where columns foot, what is printed foots both ways. */
function missedInPrint(sum: MatrixSum, statement: Statement, release: FigureSources): readonly FindingDetails[] {
  const total = statement.rows[sum.row]?.cells[sum.column];
  if (!total || !addsUp(total.column.regime) || !sum.parts) return [];
  const parts = sum.parts.flatMap(({ row, column, weight }) => {
    const cell = statement.rows[row]?.cells[column];
    return cell ? [{ cell, weight }] : [];
  });
  if (parts.length < sum.parts.length) return [];
  const printed = parts.reduce((to, { cell, weight }) => (weight === 1 ? to.add(cell.printed) : to.sub(cell.printed)), Exact.zero);
  if (printed.equals(total.printed)) return [];
  const terms = parts.map(({ cell, weight }) => say`${weight === 1 ? '+' : '-'} ${cell.concept} ${grouped(cell.printed)}`).join(' ');
  return [
    {
      message: say`${statement.id} prints ${grouped(total.printed)} in row ${rowName(statement, sum.row, release)}, column ${total.column.id}, and the figures ${sum.way} come to ${grouped(printed)}: ${terms}`,
      at: total.at,
      hints: ['look at the overrides of this matrix first; without them it foots both ways whenever its amounts do'],
    },
  ];
}
