// Turn the words of a data file into the answer whether they hold names only: data is no template, but heads name periods and days.
import { lineStartsOf, type MappedText } from '../template/mapped-text.ts';
import type { Merging } from './merging.ts';

/** Helpers that labels, captions and heads of data files may call. */
const nameHelpers = ['period', 'date', 'rate', 'issuer', 'page'] as const;

/**
 * True for text with calls such as `{{period "current" style="end"}}`: one of the names, its parameters in quotation marks, nothing
 * inside them. All else is reported: blocks, partials, comments, calls in brackets, figures.
 */
export function holdsNamesOnly(merging: Merging, source: MappedText): boolean {
  const program = merging.parseTemplate(source);
  if (!program) return false;
  const starts = lineStartsOf(source.text);
  const offset = ({ line, column }: hbs.AST.Position) => (starts[line - 1] ?? 0) + column;
  const others = program.body.filter((statement) => statement.type !== 'ContentStatement' && !isName(statement));
  for (const { loc } of others) {
    const start = offset(loc.start);
    const at = source.locate(start, offset(loc.end) - start);
    const hints = [`write {{period "current"}} or another of ${nameHelpers.join(', ')}, with plain words in quotation marks`];
    merging.report({ severity: 'error', code: 'merge/template', message: 'words of a data file may hold names only', at, hints });
  }
  return others.length === 0;
}

function isName(statement: hbs.AST.Statement): boolean {
  if (statement.type !== 'MustacheStatement') return false;
  const { path, params, hash, escaped } = statement as hbs.AST.MustacheStatement;
  const values = [...params, ...(hash?.pairs ?? []).map(({ value }) => value)];
  const name = path.type === 'PathExpression' ? String((path as hbs.AST.PathExpression).original) : '';
  return escaped && nameHelpers.some((known) => known === name) && values.every(({ type }) => type === 'StringLiteral');
}
