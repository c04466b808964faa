// Turn facts and statements into text that a person can read and a golden can hold.
import { openText } from '../figures/ends.ts';
import { inReports } from '../language/languages.ts';
import type { Cell, Fact, Financials, Statement } from '../model/financials.ts';

/** Facts one a line, then each statement as a table; plugs are marked `~`, overrides `!`, nils `nil`. */
export function dumpFinancials(financials: Financials): string {
  const facts = [...financials.facts.values()].map(dumpFact);
  const statements = [...financials.statements.values()].map(dumpStatement);
  return `facts\n${facts.join('\n')}\n\n${statements.join('\n\n')}\n`;
}

function dumpFact(fact: Fact): string {
  const formula = fact.formula ? ` = ${fact.formula}` : '';
  return `  ${fact.key} ${openText(fact, (end) => end.toString())} ${fact.unit}${fact.nil ? ' nil' : ''} ${fact.origin}${formula} (${fact.at.file}:${fact.at.line})`;
}

function dumpStatement(statement: Statement): string {
  const columns = statement.spec.columns.map((column) => column.id);
  const rows = statement.rows.map(({ spec, cells }) => {
    const name = spec.concept ?? spec.named ?? (spec.labels ? inReports(spec.labels).value : '');
    const label = `${'  '.repeat(spec.depth + 1)}${spec.kind === 'head' ? `[${name}]` : name}${spec.negate ? ' (negated)' : ''}`;
    return spec.kind === 'head' ? label : `${label}: ${cells.map(dumpCell).join(' | ')}`;
  });
  return `${statement.id}: ${columns.join(' | ')}\n${rows.join('\n')}`;
}

function dumpCell(cell: Cell | undefined): string {
  if (!cell) return '';
  if (cell.nil) return 'nil';
  const mark = cell.treatment === 'plug' ? '~' : cell.treatment === 'override' ? '!' : '';
  const { undecided, decimals } = cell;
  const ends = { value: cell.printed, upper: cell.upper?.printed, undecided };
  return `${cell.text ?? openText(ends, (end) => end.toFixed(decimals))}${mark}`;
}
