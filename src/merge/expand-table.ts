// Turn a table's reference into a table: captions, the grid of its heads with the spans of each, and its rows, in the language of its part.

import { monthsOf } from '../language/calendar.ts';
import { writtenDates } from '../language/written-dates.ts';
import type { HeadCell, Inline, Table, TableColumn } from '../model/document.ts';
import { inLang, type Lang } from '../model/language.ts';
import type { Period } from '../model/release.ts';
import type { Span } from '../model/span.ts';
import type { HeadSpec, StatementSpec } from '../model/statement-spec.ts';
import { labelInlines, labelText } from './label-inlines.ts';
import type { Merging } from './merging.ts';
import { type PlacedHead, periodHeads } from './period-heads.ts';
import { noStatement } from './read-argument.ts';
import { setInlines } from './set-inlines.ts';
import { periodRows, tableRows } from './table-rows.ts';
import { isBare, wordedHead } from './worded-heads.ts';

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
    ...(spec.sums && { matrix: true as const }),
    captions,
    ...(unit ? { unit } : {}),
    summary: labelText(merging, inLang(spec.summary, lang), lang, spec.id),
    headRows: head.rows,
    heads: head.cells,
    columns: spec.grid
      ? spec.grid.columns.map(({ id, measure }, index) => ({ id, measure, ...besideColumn(head, index) }))
      : spec.columns.map(({ id, measure, period }, index) => ({
          id,
          measure,
          ...besideColumn(head, index),
          ...rolesOf(period, merging),
        })),
    rows: spec.grid ? periodRows(merging, statement, spec.grid, lang, id) : tableRows(merging, statement, lang, id),
  };
}

/** The head beside a column that names its period. */
function besideColumn({ named }: TableHead, index: number): Pick<TableColumn, 'periodHead'> {
  const head = named[index];
  return head === undefined ? {} : { periodHead: head };
}

/** Roles of a period, as release.yaml gives them. */
function rolesOf(period: string, { release }: Merging): Pick<TableColumn, 'roles'> {
  const roles = [...release.spec.periods].flatMap(([role, { value }]) => (value === period ? [role] : []));
  return roles.length > 0 ? { roles } : {};
}

interface TableHead {
  readonly rows: number;
  readonly cells: readonly HeadCell[];
  /** By column: the head beside it that names its period. */
  readonly named: readonly TableColumn['periodHead'][];
}

/** The stub's head stands at column 0 and spans all rows; a head of fewer levels than others spans the rows that it lacks. */
function tableHead(merging: Merging, spec: StatementSpec, lang: Lang, tableId: string): TableHead {
  const roots = inLang(spec.heads, lang);
  const rows = Math.max(0, ...roots.map(height));
  if (rows === 0) return { rows, cells: [], named: [] };
  const { stub } = spec;
  const stubCell: HeadCell = {
    id: `${tableId}.h0.0`,
    row: 0,
    column: 0,
    rowSpan: rows,
    colSpan: 1,
    pieces: pieces(labelInlines(merging, inLang(stub, lang), lang, spec.id)),
    at: inLang(stub, lang).at,
  };
  const placed: PlacedHead[] = [{ cell: stubCell, node: undefined }];
  let column = 1;
  const place = (node: HeadSpec, row: number): number => {
    const start = column;
    const index = placed.push({ cell: stubCell, node }) - 1;
    // A head over fewer levels than its neighbours takes the rows that it lacks: units stand in one row.
    const rowSpan = node.over.length === 0 ? rows - row : 1 + (rows - row - height(node));
    for (const child of node.over) place(child, row + rowSpan);
    if (node.over.length === 0) column++;
    const cell = {
      id: `${tableId}.h${row}.${start}`,
      row,
      column: start,
      rowSpan,
      colSpan: column - start,
      pieces: isBare(node) ? wordedHead(merging, spec, node, row, lang) : pieces(headInlines(merging, node, lang, spec.id)),
      at: node.at,
    };
    placed[index] = { cell, node };
    return column;
  };
  for (const root of roots) place(root, 0);
  // Row by row, as a reader of the grid meets them.
  placed.sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column);
  return { rows, cells: placed.map(({ cell }) => cell), named: spec.grid ? [] : periodHeads(spec.columns, placed) };
}

function height(node: HeadSpec): number {
  return 1 + Math.max(0, ...node.over.map(height));
}

function headInlines(merging: Merging, node: HeadSpec, lang: Lang, section: string): readonly Inline[] {
  const period = node.period && merging.release.periods.get(node.period.id);
  if (!node.period || !period) return labelInlines(merging, { value: node.text ?? '', at: node.at }, lang, section);
  const text = writtenDates(lang, merging.release.issuer).period(period, node.period.style);
  const expansion = node.period.style === 'label' ? { expansion: spoken(merging, period, lang) } : {};
  return setInlines(merging, [{ text, at: node.at, bound: { by: 'period', period: period.id }, ...expansion }], lang, 'name');
}

/** What a label such as 2Q02 stands for: its quarter, or the term of a longer period. */
function spoken(merging: Merging, period: Period, lang: Lang): string {
  return writtenDates(lang, merging.release.issuer).period(period, monthsOf(period.start, period.end) === 3 ? 'quarter' : 'term');
}

/** Cuts a head at the bars that its writer put where lines may end; a bar behind a backslash is a bar, and so is one that a name holds. */
function pieces(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const cut: Inline[][] = [[]];
  for (const inline of inlines) {
    const typed = inline.figure === undefined && inline.bound === undefined;
    const texts = typed ? inline.text.split(/(?<!\\)\|/).map((text) => text.replaceAll('\\|', '|')) : [inline.text];
    texts.forEach((text, index) => {
      if (index > 0) cut.push([]);
      if (text !== '') cut.at(-1)?.push({ ...inline, text });
    });
  }
  return cut.filter((piece) => piece.length > 0);
}
