// Turn tables at page ends into findings: what shares a page, what may not start or end one, what is repeated.

import type { HeadCell, Table } from '../model/document.ts';
import { inLang } from '../model/language.ts';
import type { GlyphRun, Page } from '../model/page.ts';
import { runText } from '../model/run-text.ts';
import { say } from '../model/say.ts';
import type { ElementPlace } from './index-elements.ts';
import type { LintInput, LintRule, PageFinding } from './lint-rule.ts';
import { type SetTable, setTables } from './set-tables.ts';

/** Columns of a table that were set side by side: all of them, unless the table was split by columns. */
interface ColumnBlock {
  readonly table: Table;
  /** Left edge of the table. */
  readonly left: number;
  /** The block that starts the table and has its captions. */
  readonly leads: boolean;
  readonly heads: readonly HeadCell[];
  readonly rows: readonly { readonly row: number; readonly pages: ReadonlySet<Page>; readonly y: number }[];
  /** Pages of its heads, and of the captions where it has them. */
  readonly topPages: ReadonlySet<Page>;
}

/** Figures of one row on one baseline stand in one block, and so do columns that share a line in any row. */
function blockStarts({ table, rows }: SetTable): readonly number[] {
  const block = table.columns.map((_, column) => column);
  for (const row of rows) {
    const columns = [...row.columns.keys()].filter((column) => column >= 0);
    const joined = new Set(columns.map((column) => block[column]));
    const least = Math.min(...columns.map((column) => block[column] ?? 0));
    block.forEach((own, column) => {
      if (joined.has(own)) block[column] = least;
    });
  }
  return block;
}

function columnBlocks(input: LintInput): readonly ColumnBlock[] {
  return setTables(input).flatMap((set) => {
    const { table } = set;
    const starts = blockStarts(set);
    return [...new Set(starts.length > 0 ? starts : [0])].map((start): ColumnBlock => {
      const leads = start === 0;
      const rows = new Map<number, { pages: Set<Page>; y: number }>();
      for (const { index, page, y, columns } of set.rows) {
        const own = [...columns.keys()].some((column) => (column < 0 ? leads : starts[column] === start));
        if (!own) continue;
        const entry = rows.get(index) ?? { pages: new Set<Page>(), y };
        entry.pages.add(page);
        rows.set(index, entry);
      }
      const heads = table.heads.filter(({ column }) => (column === 0 ? leads : starts[column - 1] === start));
      return {
        table,
        left: set.left,
        leads,
        heads,
        rows: [...rows].map(([row, entry]) => ({ row, ...entry })).sort((a, b) => a.row - b.row),
        topPages: topPages(input, table, leads, new Set(heads.map(({ id }) => id))),
      };
    });
  });
}

/** Pages on which a block's heads, and the captions of the first, stand. */
function topPages({ layout, elements }: LintInput, table: Table, leads: boolean, heads: ReadonlySet<string>): ReadonlySet<Page> {
  const isTop = (place: ElementPlace | undefined): boolean =>
    place?.table === table && !place.row && (place.head ? heads.has(place.head.id) : leads);
  return new Set(
    layout.pages.filter((page) =>
      page.items.some((run) => run.kind === 'glyphs' && 'element' in run.owner && isTop(elements.get(run.owner.element))),
    ),
  );
}

function* tableStarts(input: LintInput): Iterable<PageFinding> {
  for (const { table, left: x, leads, rows, topPages: tops } of columnBlocks(input)) {
    const first = [...(rows[0]?.pages ?? [])][0];
    if (!first) continue;
    const here = rows.filter(({ pages }) => pages.has(first)).length;
    const y = rows[0]?.y ?? 0;
    if (leads && here < Math.min(3, table.rows.length))
      yield { page: first, x, y, message: say`${here} rows of table ${table.statement} stand on its first page`, at: table.at };
    for (const page of tops)
      if (page !== first)
        yield { page, x, y, message: say`caption or heads of table ${table.statement} stand on another page than its rows`, at: table.at };
  }
  yield* notesElsewhere(input);
}

/** All notes that follow a table directly start on the page of its last row. */
function* notesElsewhere(input: LintInput): Iterable<PageFinding> {
  for (const { table, rows } of setTables(input)) {
    const end = rows.at(-1)?.page;
    const blocks = input.document.parts.flatMap((part) => part.sections).find((section) => section.blocks.includes(table))?.blocks ?? [];
    const after = blocks.slice(blocks.indexOf(table) + 1);
    const others = after.findIndex(({ kind }) => kind !== 'note');
    for (const note of others < 0 ? after : after.slice(0, others)) {
      const line = input.lines.find((each) => each.place.block === note);
      if (line && line.page !== end)
        yield {
          page: line.page,
          x: line.left,
          y: line.y,
          message: say`a note stands on another page than table ${table.statement}`,
          run: line.marks[0]?.run,
        };
    }
  }
}

function* tableRows(input: LintInput): Iterable<PageFinding> {
  for (const { table, left: x, rows } of columnBlocks(input)) {
    for (const [index, { row, pages, y }] of rows.entries()) {
      const page = [...pages][0];
      const spec = table.rows[row];
      if (!page || !spec) continue;
      if (pages.size > 1) yield { page, x, y, message: say`a row of table ${table.statement} crosses a page`, at: spec.at };
      const before = rows[index - 1];
      const after = rows[index + 1];
      if (before && !before.pages.has(page) && (spec.kind === 'total' || spec.rule !== 'none'))
        yield { page, x, y, message: say`a total of table ${table.statement} stands first on its page`, at: spec.at };
      if (after && !after.pages.has(page) && spec.kind === 'head')
        yield { page, x, y, message: say`a section head of table ${table.statement} ends a page`, at: spec.at };
    }
  }
}

const plain = (text: string): string => text.replaceAll(/\s/g, '');

/** What a page repeats for the eye. */
const repeatedOn = (page: Page): readonly GlyphRun[] =>
  page.items.filter(
    (item): item is GlyphRun => item.kind === 'glyphs' && 'artifact' in item.owner && item.owner.artifact === 'repeated-head',
  );

function* continuations(input: LintInput): Iterable<PageFinding> {
  for (const { table, left: x, leads, heads, rows } of columnBlocks(input)) {
    const first = [...(rows[0]?.pages ?? [])][0];
    if (!first) continue;
    const stub = table.heads.filter(({ column }) => column === 0);
    for (const page of new Set(rows.flatMap(({ pages }) => [...pages]))) {
      if (page === first && leads) continue;
      const repeated = repeatedOn(page);
      const text = plain(repeated.map(runText).join(''));
      const wanted = [...(leads ? [] : stub), ...(page === first ? [] : heads)].map(({ pieces }) =>
        plain(
          pieces
            .flat()
            .map((inline) => inline.text)
            .join(''),
        ),
      );
      const missing = wanted.find((head) => !text.includes(head));
      const place = { page, x, y: repeated[0]?.y ?? 0, at: table.at };
      if (missing !== undefined) yield { ...place, message: say`the head '${missing}' of table ${table.statement} is not repeated` };
      const words = inLang(input.style.continued, page.lang).trim();
      if (table.captions.length > 0 && !text.includes(plain(words)))
        yield { ...place, message: say`table ${table.statement} goes on without '${words}'` };
    }
  }
}

const rows = 'shorten the table or what stands before it, so that the page ends between other rows';

export const tablePages: readonly LintRule[] = [
  {
    code: 'lint/TL-25',
    severity: 'error',
    rule: 'caption, heads and three rows of a table share a page, and its note the page of its last row',
    hint: rows,
    run: tableStarts,
  },
  {
    code: 'lint/TL-26',
    severity: 'error',
    rule: 'no row crosses a page, no total starts one, no section head ends one',
    hint: rows,
    run: tableRows,
  },
  {
    code: 'lint/TL-27',
    severity: 'error',
    rule: 'a table that goes on repeats its heads and says that it goes on',
    hint: 'give the style the words with which a table goes on',
    run: continuations,
  },
];
