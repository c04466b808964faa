// Turn set tables into findings: digit edges, decimal points, rules, heads, indents, gutters.
import type { BodyRow, Table } from '../../model/document.ts';
import type { GlyphRun, Page, Rule } from '../../model/page.ts';
import type { ElementPlace } from './index-elements.ts';
import type { Breach, LintInput, LintRule } from './lint-rule.ts';
import { type Mark, marksOf } from './text-lines.ts';

const near = 0.1;

/** The runs of one row on its page, by column; -1 is the label. */
interface SetTableRow {
  readonly row: BodyRow;
  readonly index: number;
  readonly page: Page;
  readonly y: number;
  readonly size: number;
  readonly columns: ReadonlyMap<number, readonly GlyphRun[]>;
}

interface SetTable {
  readonly table: Table;
  readonly rows: readonly SetTableRow[];
  /** Left and right edge of its frame. */
  readonly left: number;
  readonly right: number;
}

const cache = new WeakMap<LintInput, readonly SetTable[]>();

/** Tables as they stand on the pages; a table on several pages is one. */
function setTables(input: LintInput): readonly SetTable[] {
  const known = cache.get(input);
  if (known) return known;
  const found = new Map<
    Table,
    {
      rows: Map<string, { row: BodyRow; page: Page; y: number; size: number; columns: Map<number, GlyphRun[]> }>;
      left: number;
      right: number;
    }
  >();
  for (const page of input.layout.pages) {
    for (const run of page.items) {
      const place = placeOf(run, input);
      if (!place?.table || !place.row || run.kind !== 'glyphs' || run.sup) continue;
      const frame = page.frames.find(({ element }) => element === place.table?.id);
      const table = found.get(place.table) ?? { rows: new Map(), left: frame?.x ?? 0, right: (frame?.x ?? 0) + (frame?.width ?? 0) };
      found.set(place.table, table);
      const key = `${place.row.id}|${page.index}`;
      const row = table.rows.get(key) ?? { row: place.row, page, y: run.y, size: run.size, columns: new Map<number, GlyphRun[]>() };
      table.rows.set(key, row);
      const column = place.column ?? -1;
      if (column >= 0) row.y = run.y;
      row.columns.set(column, [...(row.columns.get(column) ?? []), run]);
    }
  }
  const tables = [...found].map(([table, { rows, left, right }]) => ({
    table,
    left,
    right,
    rows: [...rows.values()].map((row) => ({ ...row, index: table.rows.indexOf(row.row) })),
  }));
  cache.set(input, tables);
  return tables;
}

function placeOf(item: Page['items'][number], { elements }: LintInput): ElementPlace | undefined {
  return item.kind === 'glyphs' && 'element' in item.owner ? elements.get(item.owner.element) : undefined;
}

const at = (row: SetTableRow, x: number, message: string): Breach => ({ page: row.page, x, y: row.y, message, at: row.row.at });

/** Digits and the nil dash: what ends at the digit edge. */
const isCore = (mark: Mark): boolean => /[\d–]/.test(mark.text);

const marksIn = (runs: readonly GlyphRun[], { fonts }: LintInput): readonly Mark[] => runs.flatMap((run) => marksOf(run, fonts));

/** Right edge of the last digit of a cell. */
function digitEdge(runs: readonly GlyphRun[], input: LintInput): number | undefined {
  return marksIn(runs, input).findLast(isCore)?.right;
}

/** The digit edge that most cells of a column share. */
function columnEdges({ rows }: SetTable, input: LintInput): ReadonlyMap<string, number> {
  const edges = new Map<string, Map<string, number>>();
  for (const row of rows) {
    for (const [column, runs] of row.columns) {
      const edge = column >= 0 ? digitEdge(runs, input) : undefined;
      if (edge === undefined) continue;
      const counts = edges.get(`${column}|${row.page.index}`) ?? new Map<string, number>();
      edges.set(`${column}|${row.page.index}`, counts);
      counts.set(edge.toFixed(2), (counts.get(edge.toFixed(2)) ?? 0) + 1);
    }
  }
  return new Map([...edges].map(([key, counts]) => [key, Number([...counts].sort((a, b) => b[1] - a[1])[0]?.[0])]));
}

const edgeOf = (edges: ReadonlyMap<string, number>, row: SetTableRow, column: number): number =>
  edges.get(`${column}|${row.page.index}`) ?? 0;

/** Rows between rules and section heads: where decimal points stand in line. */
function sectionsOf({ rows }: SetTable): readonly (readonly SetTableRow[])[] {
  const sections: SetTableRow[][] = [[]];
  for (const row of rows) {
    if (row.row.kind === 'head' || row.page !== sections.at(-1)?.[0]?.page) sections.push([]);
    sections.at(-1)?.push(row);
  }
  return sections;
}

/** Section and column where points and digits are told apart: those that mix decimals align their points. */
const mixes = (rows: readonly SetTableRow[], column: number): boolean =>
  new Set(rows.flatMap((row) => row.row.cells[column]?.decimals ?? [])).size > 1;

function* digitEdges(input: LintInput): Iterable<Breach> {
  for (const table of setTables(input)) {
    const edges = columnEdges(table, input);
    for (const section of sectionsOf(table)) {
      for (const row of section) {
        for (const [column, runs] of row.columns) {
          const cell = row.row.cells[column];
          const edge = digitEdge(runs, input);
          if (!cell || edge === undefined || cell.core === '–' || mixes(section, column)) continue;
          const wanted = edgeOf(edges, row, column);
          if (Math.abs(edge - wanted) > near)
            yield at(row, edge, `the digits of '${cell.core}' end ${(edge - wanted).toFixed(2)} pt off their column's edge`);
          const marks = marksIn(runs, input);
          const suffix = marks[marks.findLastIndex(isCore) + 1];
          if (suffix && Math.abs(suffix.x - edge) > near)
            yield at(row, suffix.x, `'${suffix.text}' stands ${(suffix.x - edge).toFixed(2)} pt off the digits`);
        }
      }
    }
  }
}

function* decimalPoints(input: LintInput): Iterable<Breach> {
  for (const table of setTables(input)) {
    for (const section of sectionsOf(table)) {
      const points = new Map<number, number>();
      for (const row of section) {
        for (const [column, runs] of row.columns) {
          const point = column >= 0 ? marksIn(runs, input).findLast(({ text }) => text === '.') : undefined;
          if (!point) continue;
          const known = points.get(column);
          if (known !== undefined && Math.abs(point.x - known) > near)
            yield at(row, point.x, `a decimal point stands ${(point.x - known).toFixed(2)} pt off those above it`);
          points.set(column, known ?? point.x);
        }
      }
    }
  }
}

function* equalDigits(input: LintInput): Iterable<Breach> {
  for (const { rows } of setTables(input)) {
    for (const row of rows) {
      for (const [column, runs] of row.columns) {
        for (const run of column >= 0 ? runs : []) {
          const face = input.fonts.get(run.font);
          if (face && !face.tabularDigits && run.glyphs.some(({ text }) => /\d/.test(text)))
            yield at(row, run.x, `the digits of ${face.id} are not equally wide`);
        }
      }
    }
  }
}

function* cellText(input: LintInput): Iterable<Breach> {
  for (const { rows } of setTables(input)) {
    for (const row of rows) {
      for (const [column, cell] of row.row.cells.entries()) {
        const runs = row.columns.get(column) ?? [];
        const text = runs.flatMap((run) => run.glyphs.map((glyph) => glyph.text)).join('');
        const wanted = cell ? cell.prefix + cell.core + cell.suffix : '';
        const x = runs[0]?.x ?? 0;
        if (text !== wanted) yield at(row, x, `a cell prints '${text}' instead of '${wanted}'`);
        else if (cell && cell.prefix.includes('(') !== cell.suffix.includes(')'))
          yield at(row, x, `'${text}' opens or closes a parenthesis alone`);
      }
    }
  }
}

function* nilDashes(input: LintInput): Iterable<Breach> {
  for (const table of setTables(input)) {
    const edges = columnEdges(table, input);
    for (const row of table.rows) {
      for (const [column, cell] of row.row.cells.entries()) {
        const marks = marksIn(row.columns.get(column) ?? [], input);
        if (!cell || /\d/.test(cell.core)) continue;
        const dash = marks.find(({ text }) => '-−–—'.includes(text));
        if (dash && dash.text !== '–')
          yield at(row, dash.x, `nil is printed as U+${(dash.text.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
        else if (dash && Math.abs(dash.right - edgeOf(edges, row, column)) > near)
          yield at(row, dash.x, 'a nil dash stands off the digit edge');
      }
    }
  }
}

const rulesOf = (page: Page, roles: readonly Rule['role'][]): readonly Rule[] =>
  page.items.filter((item): item is Rule => item.kind === 'rule' && roles.includes(item.role));

function* totalRules(input: LintInput): Iterable<Breach> {
  for (const table of setTables(input)) {
    const edges = columnEdges(table, input);
    const weight = input.style.tables.get(table.table.style)?.rules;
    for (const page of new Set(table.rows.map((row) => row.page))) {
      const frame = page.frames.find(({ element }) => element === table.table.id);
      if (!frame || !weight) continue;
      const inside = rulesOf(page, ['total', 'grand']).filter((rule) => rule.y >= frame.y && rule.y <= frame.y + frame.height);
      for (const rule of inside) {
        const right = rule.x + rule.width;
        const place = { page, x: rule.x, y: rule.y, at: table.table.at };
        const column = [...edges].find(([key, edge]) => key.endsWith(`|${page.index}`) && Math.abs(edge - right) <= 0.3);
        if (!column) yield { ...place, message: 'a rule does not end at the digits of a column' };
        if (Math.abs(rule.height - weight.total) > near / 2)
          yield { ...place, message: `a total's rule is ${rule.height.toFixed(2)} pt thick` };
        // The widest figure of the whole table, so that rules of one column are equally long on all its pages.
        const number = Number(column?.[0].split('|')[0] ?? -1);
        const widest = Math.min(...table.rows.flatMap((row) => (row.columns.get(number) ?? []).map((run) => run.x)));
        if (column && Math.abs(rule.x - widest) > 0.3)
          yield { ...place, message: `a rule starts ${(rule.x - widest).toFixed(2)} pt off the widest figure of its column` };
      }
      const grand = inside.filter((rule) => rule.role === 'grand').sort((a, b) => a.x - b.x || a.y - b.y);
      for (let i = 0; i < grand.length; i += 2) {
        const [upper, lower] = [grand[i], grand[i + 1]];
        if (!upper || !lower || Math.abs(lower.y - upper.y - weight.doubleGap) > 0.2)
          yield { page, x: upper?.x ?? 0, y: upper?.y ?? 0, message: 'a double rule is not a pair 1.5 pt apart', at: table.table.at };
      }
    }
  }
}

function* spanners(input: LintInput): Iterable<Breach> {
  for (const page of input.layout.pages) {
    const rules = rulesOf(page, ['spanner']).toSorted((a, b) => a.y - b.y || a.x - b.x);
    for (const [index, rule] of rules.entries()) {
      const next = rules[index + 1];
      const place = { page, x: rule.x, y: rule.y };
      if (next && Math.abs(next.y - rule.y) < near && next.x - rule.x - rule.width < 4 && next.x > rule.x)
        yield { ...place, message: 'two spanning heads touch' };
      const middle = rule.x + rule.width / 2;
      const runs = page.items.filter((item): item is GlyphRun => {
        const head = placeOf(item, input)?.head;
        return (
          item.kind === 'glyphs' &&
          head !== undefined &&
          head.colSpan > 1 &&
          item.y < rule.y &&
          item.y > rule.y - 3 * item.size &&
          item.x >= rule.x - near &&
          item.x + item.width <= rule.x + rule.width + near
        );
      });
      const left = Math.min(...runs.map((run) => run.x));
      const right = Math.max(...runs.map((run) => run.x + run.width));
      if (runs.length > 0 && Math.abs((left + right) / 2 - middle) > 0.5)
        yield { ...place, message: `a spanning head stands ${((left + right) / 2 - middle).toFixed(2)} pt off the middle of its columns` };
    }
  }
}

function* labelIndents(input: LintInput): Iterable<Breach> {
  for (const table of setTables(input)) {
    const step = input.style.tables.get(table.table.style)?.indent ?? 0;
    for (const row of table.rows) {
      const first = row.columns.get(-1)?.[0];
      if (!first) continue;
      const wanted = table.left + row.row.depth * step * first.size;
      const start = marksOf(first, input.fonts)[0]?.left ?? first.x;
      if (Math.abs(start - wanted) > near)
        yield at(row, start, `a label of depth ${row.row.depth} stands ${(start - wanted).toFixed(2)} pt off its indent`);
    }
  }
}

function* rowPitch(input: LintInput): Iterable<Breach> {
  for (const table of setTables(input)) {
    const style = input.style.tables.get(table.table.style);
    for (let i = 1; i < table.rows.length; i++) {
      const [before, row] = [table.rows[i - 1], table.rows[i]];
      if (!before || !row || !style || before.page !== row.page) continue;
      const plain = (each: SetTableRow): boolean =>
        each.row.kind === 'item' && each.row.rule === 'none' && new Set(each.columns.get(-1)?.map(({ y }) => y.toFixed(1))).size === 1;
      const distance = row.y - before.y;
      const wanted = style.pitch * row.size;
      if (plain(before) && plain(row) && Math.abs(distance - wanted) > near / 2)
        yield at(row, table.left, `rows stand ${distance.toFixed(2)} pt apart instead of ${wanted.toFixed(2)}`);
    }
    yield* headLines(table.table, input);
  }
}

/** A head of more than three lines is a paragraph. */
function* headLines(table: Table, { layout }: LintInput): Iterable<Breach> {
  for (const page of layout.pages) {
    for (const head of table.heads) {
      const runs = page.items.filter(
        (item): item is GlyphRun => item.kind === 'glyphs' && 'element' in item.owner && item.owner.element === head.id && !item.sup,
      );
      const lines = new Set(runs.map(({ y }) => y.toFixed(1))).size;
      if (lines > 3) yield { page, x: runs[0]?.x ?? 0, y: runs[0]?.y ?? 0, message: `a head takes ${lines} lines`, at: head.at };
    }
  }
}

function* gutters(input: LintInput): Iterable<Breach> {
  for (const { rows } of setTables(input)) {
    for (const row of rows) {
      const boxes = [...row.columns]
        .flatMap(([column, runs]) =>
          runs
            .filter((run) => column >= 0 || Math.abs(run.y - row.y) < 0.2)
            .map((run) => ({ column, left: run.x, right: run.x + run.width })),
        )
        .sort((a, b) => a.left - b.left);
      for (let i = 1; i < boxes.length; i++) {
        const [a, b] = [boxes[i - 1], boxes[i]];
        if (a && b && a.column !== b.column && b.left - a.right < 4.5 - 0.005)
          yield at(row, b.left, `columns stand ${(b.left - a.right).toFixed(2)} pt apart`);
      }
    }
  }
}

function* unitNotes(input: LintInput): Iterable<Breach> {
  for (const page of input.layout.pages) {
    for (const run of page.items) {
      const place = placeOf(run, input);
      if (run.kind !== 'glyphs' || run.sup || place?.kind !== 'unit' || !place.table) continue;
      const frame = page.frames.find(({ element }) => element === place.table?.id);
      const align = input.style.blocks[place.lang].get('unit')?.align;
      const last = page.items.findLast(
        (item): item is GlyphRun => item.kind === 'glyphs' && 'element' in item.owner && item.owner.element === place.base,
      );
      const end = last ? (marksOf(last, input.fonts).at(-1)?.right ?? 0) : 0;
      const edge = (frame?.x ?? 0) + (frame?.width ?? 0);
      if (align === 'right' && Math.abs(end - edge) > 0.5)
        yield { page, x: run.x, y: run.y, message: `the unit ends ${(end - edge).toFixed(2)} pt off the table's edge`, at: run.at };
      const caption = page.items.filter(
        (item): item is GlyphRun =>
          placeOf(item, input)?.kind === 'caption' && placeOf(item, input)?.table === place.table && item.kind === 'glyphs' && !item.sup,
      );
      const nearest = caption.find((item) => Math.abs(item.y - run.y) < 0.6 * run.size);
      if (nearest && Math.abs(nearest.y - run.y) > near / 2)
        yield { page, x: run.x, y: run.y, message: "the unit stands off its caption's baseline", at: run.at };
    }
  }
}

export const tables: readonly LintRule[] = [
  { id: 'lint/TL-30', severity: 'error', rule: 'columns stand at least 4.5 pt apart in every row', run: gutters },
  {
    id: 'lint/TL-32',
    severity: 'error',
    rule: 'the digits of a column end on one edge, and what follows them starts there',
    run: digitEdges,
  },
  { id: 'lint/TL-33', severity: 'error', rule: 'the decimal points of a section stand below one another', run: decimalPoints },
  { id: 'lint/TL-34', severity: 'error', rule: 'digits in tables are equally wide', run: equalDigits },
  {
    id: 'lint/TL-35',
    severity: 'error',
    rule: 'cells print prefix, figure and suffix as their statement says, parentheses in pairs',
    run: cellText,
  },
  { id: 'lint/TL-36', severity: 'error', rule: 'nil is an en dash that ends at the digit edge', run: nilDashes },
  { id: 'lint/TL-37', severity: 'error', rule: "a total's rule spans the figures of its column, a double rule is a pair", run: totalRules },
  { id: 'lint/TL-38', severity: 'error', rule: 'spanning heads stand over the middle of their columns and apart', run: spanners },
  { id: 'lint/TL-39', severity: 'error', rule: 'labels are indented one step for each level', run: labelIndents },
  { id: 'lint/TL-40', severity: 'error', rule: 'rows of a section stand equally far apart, heads take three lines at most', run: rowPitch },
  { id: 'lint/TL-46', severity: 'error', rule: "a unit note ends at its table's right edge, on its caption's baseline", run: unitNotes },
];
