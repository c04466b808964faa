// Turn what stands around the figures of set tables into findings: rules, spanning heads, indents, row pitch, unit notes.

import type { Table } from '../model/document.ts';
import { inLang } from '../model/language.ts';
import type { GlyphRun, Page, Rule } from '../model/page.ts';
import { say } from '../model/say.ts';
import type { TableStyle } from '../model/style.ts';
import type { LintInput, LintRule, PageFinding } from './lint-rule.ts';
import { at, columnEdges, edgeOf, placeOf, type SetTable, type SetTableRow, setTables } from './set-tables.ts';
import { marksOf } from './text-lines.ts';

const near = 0.1;

const rulesOf = (page: Page, roles: readonly Rule['role'][]): readonly Rule[] =>
  page.items.filter((item): item is Rule => item.kind === 'rule' && roles.includes(item.role));

/** Thickness of a total's rule, distance of the two rules below a grand total, and where they may begin and end: points. */
const thin = { wanted: 0.35, by: 0.05 } as const;
const double = { wanted: 1.5, by: 0.2 } as const;
const ends = 0.3;

function* totalRules(input: LintInput): Iterable<PageFinding> {
  for (const table of setTables(input)) {
    const edges = columnEdges(table, input);
    for (const page of new Set(table.rows.map((row) => row.page))) {
      const frame = page.frames.find(({ element }) => element === table.table.id);
      if (!frame) continue;
      const inside = rulesOf(page, ['total', 'grand']).filter((rule) => rule.y >= frame.y && rule.y <= frame.y + frame.height);
      for (const rule of inside) {
        const right = rule.x + rule.width;
        // A rule above a total is that of the next figures, one below of those before.
        const rows = table.rows.filter((row) => row.page === page);
        const own = rule.role === 'total' ? rows.find(({ y }) => y > rule.y) : rows.findLast(({ y }) => y < rule.y);
        const place = { page, x: rule.x, y: rule.y, at: own?.row.at ?? table.table.at };
        const column = [...edges].find(([key, edge]) => key.endsWith(`|${page.index}`) && Math.abs(edge - right) <= ends);
        if (!column) yield { ...place, message: 'a rule does not end at the digits of a column' };
        if (Math.abs(rule.height - thin.wanted) > thin.by)
          yield { ...place, message: say`a total's rule is ${rule.height.toFixed(2)} pt thick, ${thin.wanted} wanted` };
        // The widest figure of the whole table, so that rules of one column are equally long on all its pages.
        const number = Number(column?.[0].split('|')[0] ?? -1);
        const widest = Math.min(...table.rows.flatMap((row) => (row.columns.get(number) ?? []).map((run) => run.x)));
        if (column && Math.abs(rule.x - widest) > ends)
          yield { ...place, message: say`a rule starts ${(rule.x - widest).toFixed(2)} pt off the widest figure of its column` };
      }
      const grand = inside.filter((rule) => rule.role === 'grand').sort((a, b) => a.x - b.x || a.y - b.y);
      for (let i = 0; i < grand.length; i += 2) {
        const [upper, lower] = [grand[i], grand[i + 1]];
        if (!upper || !lower || Math.abs(lower.y - upper.y - double.wanted) > double.by)
          yield { page, x: upper?.x ?? 0, y: upper?.y ?? 0, message: 'a double rule is not a pair 1.5 pt apart', at: table.table.at };
      }
      for (const row of table.rows) if (row.page === page) yield* missingRules(table, row, edges, inside);
    }
  }
}

/** A total whose amounts have no rule above them, or a grand total without the double rule below. */
function* missingRules(
  { table }: SetTable,
  row: SetTableRow,
  edges: ReadonlyMap<string, number>,
  rules: readonly Rule[],
): Iterable<PageFinding> {
  if (row.row.rule === 'none') return;
  for (const column of row.columns.keys()) {
    const measure = table.columns[column]?.measure;
    if (measure !== 'amount' && measure !== 'translated') continue;
    const edge = edgeOf(edges, row, column);
    const own = rules.filter((rule) => Math.abs(rule.x + rule.width - edge) <= ends);
    const above = own.some(({ role, y }) => role === 'total' && y < row.y && y > row.y - 2 * row.size);
    const below = own.filter(({ role, y }) => role === 'grand' && y > row.y && y < row.y + row.size).length;
    if (!above) yield at(row, edge, 'a total has no rule above its figures');
    if (row.row.rule === 'grand' && below !== 2) yield at(row, edge, 'a grand total has no double rule below its figures');
  }
}

function* spanners(input: LintInput): Iterable<PageFinding> {
  for (const page of input.layout.pages) {
    const rules = rulesOf(page, ['spanner']).toSorted((a, b) => a.y - b.y || a.x - b.x);
    for (const [index, rule] of rules.entries()) {
      const next = rules[index + 1];
      const under = page.frames.find(({ role, y, height }) => role === 'table' && rule.y >= y && rule.y <= y + height);
      const place = { page, x: rule.x, y: rule.y, at: input.blocks.get(under?.element ?? '')?.at };
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
        yield {
          ...place,
          run: runs[0],
          at: place.at,
          message: say`a spanning head stands ${((left + right) / 2 - middle).toFixed(2)} pt off the middle of its columns`,
        };
    }
  }
}

/** Words of a table with sides or tints stand so far from its edges, in em of its largest size. */
const besideEdge = 0.5;

const isBoxed = ({ lines, tints }: TableStyle): boolean =>
  lines.side > 0 || tints.columns.size > 0 || [tints.head, tints.band, tints.total].some((tint) => tint !== undefined);

function* labelIndents(input: LintInput): Iterable<PageFinding> {
  for (const table of setTables(input)) {
    const style = input.style.tables.get(table.table.style);
    const step = style?.indent ?? 0;
    const inset = style && isBoxed(style) ? besideEdge * (style.sizes[0] ?? 0) : 0;
    for (const row of table.rows) {
      const first = row.columns.get(-1)?.[0];
      if (!first) continue;
      const wanted = table.left + inset + row.row.depth * step * first.size;
      const start = marksOf(first, input.fonts)[0]?.left ?? first.x;
      if (Math.abs(start - wanted) > near)
        yield at(row, start, say`a label of depth ${row.row.depth} stands ${(start - wanted).toFixed(2)} pt off its indent`);
      // The lines of a label that wraps hang one step further in.
      const lines = new Map<string, number>();
      for (const run of row.columns.get(-1) ?? []) {
        const key = run.y.toFixed(1);
        lines.set(key, Math.min(lines.get(key) ?? Number.POSITIVE_INFINITY, marksOf(run, input.fonts)[0]?.left ?? run.x));
      }
      for (const left of [...lines.values()].slice(1))
        if (Math.abs(left - wanted - step * first.size) > near)
          yield at(
            row,
            left,
            say`the second line of a label hangs ${(left - wanted).toFixed(2)} pt instead of ${(step * first.size).toFixed(2)}`,
          );
    }
  }
}

function* rowPitch(input: LintInput): Iterable<PageFinding> {
  for (const table of setTables(input)) {
    const style = input.style.tables.get(table.table.style);
    for (let i = 1; i < table.rows.length; i++) {
      const [before, row] = [table.rows[i - 1], table.rows[i]];
      if (!before || !row || !style || before.page !== row.page) continue;
      const plain = (each: SetTableRow, kinds: readonly string[]): boolean =>
        kinds.includes(each.row.kind) && each.row.rule === 'none' && new Set(each.columns.get(-1)?.map(({ y }) => y.toFixed(1))).size === 1;
      const distance = row.y - before.y;
      const wanted = style.pitch * row.size;
      if (plain(before, ['item', 'head']) && plain(row, ['item']) && Math.abs(distance - wanted) > near / 2)
        yield at(row, table.left, say`rows stand ${distance.toFixed(2)} pt apart instead of ${wanted.toFixed(2)}`);
    }
    yield* headLines(table.table, input);
  }
}

/** A head of more than three lines is a paragraph. */
function* headLines(table: Table, { layout }: LintInput): Iterable<PageFinding> {
  for (const page of layout.pages) {
    for (const head of table.heads) {
      const runs = page.items.filter(
        (item): item is GlyphRun => item.kind === 'glyphs' && 'element' in item.owner && item.owner.element === head.id && !item.sup,
      );
      const lines = new Set(runs.map(({ y }) => y.toFixed(1))).size;
      if (lines > 3) yield { page, x: runs[0]?.x ?? 0, y: runs[0]?.y ?? 0, message: say`a head takes ${lines} lines`, at: head.at };
    }
  }
}

function* unitNotes(input: LintInput): Iterable<PageFinding> {
  for (const page of input.layout.pages) {
    for (const run of page.items) {
      const place = placeOf(run, input);
      if (run.kind !== 'glyphs' || run.sup || place?.kind !== 'unit' || !place.table) continue;
      const frame = page.frames.find(({ element }) => element === place.table?.id);
      const align = inLang(input.style.blocks, place.lang).get('unit')?.align;
      const last = page.items.findLast(
        (item): item is GlyphRun => item.kind === 'glyphs' && 'element' in item.owner && item.owner.element === place.base,
      );
      const end = last ? (marksOf(last, input.fonts).at(-1)?.right ?? 0) : 0;
      const edge = (frame?.x ?? 0) + (frame?.width ?? 0);
      if (align === 'right' && Math.abs(end - edge) > 0.5)
        yield { page, x: run.x, y: run.y, message: say`the unit ends ${(end - edge).toFixed(2)} pt off the table's edge`, run };
      const caption = page.items.filter(
        (item): item is GlyphRun =>
          placeOf(item, input)?.kind === 'caption' && placeOf(item, input)?.table === place.table && item.kind === 'glyphs' && !item.sup,
      );
      const nearest = caption.find((item) => Math.abs(item.y - run.y) < 0.6 * run.size);
      if (nearest && Math.abs(nearest.y - run.y) > near / 2)
        yield { page, x: run.x, y: run.y, message: "the unit stands off its caption's baseline", run };
    }
  }
}

export const tableSurroundings: readonly LintRule[] = [
  {
    code: 'lint/TL-37',
    severity: 'error',
    rule: "a total's rule spans the figures of its column, a double rule is a pair",
    hint: 'set the rules of the table in its style: total .35, double-gap 1.5',
    run: totalRules,
  },
  {
    code: 'lint/TL-38',
    severity: 'error',
    rule: 'spanning heads stand over the middle of their columns and apart',
    hint: 'give the head authored breaks with |, or the columns under it more room',
    run: spanners,
  },
  {
    code: 'lint/TL-39',
    severity: 'error',
    rule: 'labels are indented one step for each level',
    hint: 'set the indent of the table in its style',
    run: labelIndents,
  },
  {
    code: 'lint/TL-40',
    severity: 'error',
    rule: 'rows of a section stand equally far apart, heads take three lines at most',
    hint: 'set the pitch of the table in its style, and shorten a head of more than three lines',
    run: rowPitch,
  },
  {
    code: 'lint/TL-46',
    severity: 'error',
    rule: "a unit note ends at its table's right edge, on its caption's baseline",
    hint: 'shorten the caption or the unit so that both stand on one line',
    run: unitNotes,
  },
];
