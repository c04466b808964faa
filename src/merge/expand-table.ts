// Turn a table's reference into a table: captions, head grid and rows of the statement, in the language of its part.
import type { Table } from '../model/document.ts';
import { inLang, type Lang } from '../model/language.ts';
import type { Span } from '../model/span.ts';
import { labelInlines, labelText } from './label-inlines.ts';
import type { Merging } from './merging.ts';
import { noStatement } from './no-statement.ts';
import { periodRows } from './period-rows.ts';
import { tableHead } from './table-head.ts';
import { tableRows } from './table-rows.ts';

/** Undefined when the statement does not exist. `at` is where the layout asks for it. */
export function expandTable(
  merging: Merging,
  { table: name, anchor }: { readonly table: string; readonly anchor?: string },
  at: Span,
  lang: Lang,
  id: string,
): Table | undefined {
  const { statements } = merging.financials;
  const statement = statements.get(name);
  if (!statement) {
    merging.report({ severity: 'error', code: 'merge/unknown-statement', ...noStatement(merging, name), at });
    return undefined;
  }
  const { spec } = statement;
  const captions = inLang(spec.captions, lang).map((caption, index) => ({
    id: `${id}.caption.${index}`,
    inlines: labelInlines(merging, caption, lang, spec.id),
  }));
  const unit = spec.unit && { id: `${id}.unit`, inlines: labelInlines(merging, inLang(spec.unit, lang), lang, spec.id) };
  const head = tableHead(merging, spec, lang, id);
  return {
    kind: 'table',
    id,
    class: '',
    lang,
    at,
    ...(anchor === undefined ? {} : { anchor }),
    statement: spec.id,
    style: spec.kind,
    captions,
    ...(unit ? { unit } : {}),
    summary: labelText(merging, inLang(spec.summary, lang), lang, spec.id),
    headRows: head.rows,
    heads: head.cells,
    columns: (spec.grid?.columns ?? spec.columns).map((column) => ({ id: column.id, measure: column.measure })),
    rows: spec.grid ? periodRows(merging, statement, spec.grid, lang, id) : tableRows(merging, statement, lang, id),
  };
}
