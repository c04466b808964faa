// Turn a table of words into boxes, one a row: columns as wide as their words ask, cells wrapped where that is more than the page has.
import type { WordRow, WordTable } from '../../model/document.ts';
import type { PageItem, Rule } from '../../model/page.ts';
import type { Style, TableStyle } from '../../model/style.ts';
import { baselineIn, blockStyle, textSpec } from '../block-style.ts';
import { tint } from '../pagination/enclosures.ts';
import { type Box, type Break, type FlowItem, forbidden } from '../pagination/flow.ts';
import type { BlockFlow, Shop } from '../pagination/flow-text.ts';
import { own } from '../pagination/flow-text.ts';
import { asRepeated, lineMarks, made, together } from '../pagination/marks.ts';
import type { TextSpec } from '../paragraph/line.ts';
import { tableInset, tableRule } from './table-lines.ts';

/** A table up to this share of the page body is never split; what a split costs, in squares of percent of white. */
const wholeUpTo = 0.6;
const splitCost = 3000;
/** Rows on each side of a split. */
const rowsEachSide = 2;
/** Room between words and the rules above and below them, in points. */
const besideRule = 1.5;
/** Words need more room between columns than figures, whose right edges are straight: so many gutters. */
const wordGutter = 1.5;

/** A column's place, in points. */
interface Column {
  readonly x: number;
  readonly width: number;
}

/** How the rows of one table are set. */
interface Setting {
  readonly table: WordTable;
  readonly columns: readonly Column[];
  /** From the left of the first column to the right of the last. */
  readonly width: number;
  readonly style: TableStyle;
  readonly spec: TextSpec;
  readonly head: TextSpec;
}

/** Set like the cells of a statistics table, at its largest size. */
export function flowWords(table: WordTable, shop: Shop, style: Style): BlockFlow {
  const tableStyle = style.tables.get('statistics');
  if (!tableStyle) throw new Error('the style has no table `statistics`');
  const size = tableStyle.sizes[0] ?? blockStyle(shop.setting, 'cell').size;
  const spec = { ...textSpec(shop.setting, blockStyle(shop.setting, 'cell')), size };
  const headSize = Math.max(tableStyle.minHead, size * tableStyle.headScale);
  const head = { ...textSpec(shop.setting, blockStyle(shop.setting, 'head')), size: headSize };
  const inset = tableInset(tableStyle);
  const columns = columnsOf(table, spec, head, wordGutter * tableStyle.gutter * size, inset, shop);
  const last = columns.at(-1);
  const setting: Setting = { table, columns, width: last ? last.x + last.width + inset : 0, style: tableStyle, spec, head };
  const boxes = table.rows.map((row, index) => rowBox(row, index, setting, shop));
  const body = shop.setting.page.bottom - shop.setting.page.top;
  const whole = boxes.reduce((sum, { height }) => sum + height, 0) <= wholeUpTo * body;
  const items = boxes.flatMap((box, index): readonly FlowItem[] => (index === 0 ? [box] : [breakBefore(index, boxes, whole), box]));
  const around = blockStyle(shop.setting, 'caption', 'statistics');
  const before = Math.max(around.before, tableStyle.after);
  return { items, style: { ...around, before, after: tableStyle.after, keepWithNext: false, keepWithPrevious: false } };
}

/** Columns that want less than their share have what they want; the others share the rest. */
function columnsOf(table: WordTable, spec: TextSpec, head: TextSpec, gutter: number, inset: number, shop: Shop): readonly Column[] {
  const count = table.rows[0]?.cells.length ?? 0;
  const wanted = Array.from({ length: count }, (_, column) =>
    Math.max(
      ...table.rows.map(({ cells }, row) => {
        const cell = cells[column];
        return cell && cell.inlines.length > 0 ? shop.typesetter.line(own(cell.inlines, cell.id, shop), row === 0 ? head : spec).width : 0;
      }),
    ),
  );
  const widths = [...wanted];
  let room = shop.setting.page.measure - 2 * inset - gutter * (count - 1);
  let open = wanted.map((_, column) => column);
  // Each turn settles the columns that fit their share, and leaves more for the others.
  for (let settled = true; settled && open.length > 0; ) {
    const share = room / open.length;
    const fitting = open.filter((column) => (wanted[column] ?? 0) <= share);
    settled = fitting.length > 0;
    open = open.filter((column) => !fitting.includes(column));
    for (const column of fitting) room -= wanted[column] ?? 0;
    for (const column of open) widths[column] = room / open.length;
  }
  let x = inset;
  return widths.map((width) => {
    const column = { x, width };
    x += width + gutter;
    return column;
  });
}

/** A row; the first has the top edge above it and the rule of heads below, the last the closing edge. */
function rowBox(row: WordRow, index: number, setting: Setting, shop: Shop): Box {
  const { columns, style, table, width } = setting;
  const isHead = index === 0;
  const { color } = blockStyle(shop.setting, isHead ? 'head' : 'cell');
  const spec = isHead ? setting.head : setting.spec;
  const leading = spec.size * (isHead ? style.headPitch : style.pitch);
  const { edge, head } = style.rules;
  const top = isHead ? edge + besideRule : index === 1 ? besideRule : 0;
  const cells = row.cells.map((cell, column) => {
    const place = columns[column] ?? { x: 0, width };
    if (cell.inlines.length === 0) return { lines: 0, marks: [] };
    // A hair more than the widest line: it must not break for a sum that is rounded elsewhere.
    const lines = shop.typesetter.paragraph(own(cell.inlines, cell.id, shop), {
      ...spec,
      measure: place.width + 0.001,
      align: cell.align,
      indent: 0,
      hang: 0,
    });
    const marks = lines.map((line, n) => lineMarks(line, place.x, top + n * leading + baselineIn(leading, spec.size), color));
    return { lines: lines.length, marks };
  });
  const closes = index === table.rows.length - 1;
  const text = top + Math.max(1, ...cells.map(({ lines }) => lines)) * leading + (isHead || closes ? besideRule : 0);
  const rule = (y: number, height: number, role: Rule['role']): PageItem => tableRule(style, { x: 0, y, width, height, role });
  const ground = isHead ? style.tints.head : index % 2 === 0 ? style.tints.band : undefined;
  const upright = (x: number, thickness: number, role: Rule['role']): PageItem =>
    tableRule(style, { x, y: 0, width: thickness, height, role });
  const height = text + (isHead ? head : 0) + (closes ? edge : 0);
  const between = style.lines.column || style.lines.group;
  const below = [
    ...(ground ? [tint(0, 0, width, text, ground)] : []),
    ...(style.lines.row > 0 && index > 1 ? [rule(0, style.lines.row, 'line')] : []),
    ...(between > 0 ? columns.slice(1).map(({ x }, at) => upright((x + rightOf(columns[at]) - between) / 2, between, 'line')) : []),
    ...(style.lines.side > 0 ? [0, width - style.lines.side].map((x) => upright(x, style.lines.side, 'side')) : []),
  ];
  const above = [...(isHead ? [rule(0, edge, 'edge'), rule(text, head, 'head')] : []), ...(closes ? [rule(text, edge, 'edge')] : [])];
  const frames = [{ element: table.id, role: 'words', x: 0, width }];
  const items = together([made(below), ...cells.flatMap((cell) => cell.marks), made(above)]);
  return { kind: 'box', height, items, frames, lines: 1, onGrid: false, heading: false };
}

const rightOf = (column: Column | undefined): number => (column ? column.x + column.width : 0);

/** The head is printed again where a page begins inside the table, for the eye. */
function breakBefore(index: number, boxes: readonly Box[], whole: boolean): Break {
  const [head] = boxes;
  if (whole || !head || index <= rowsEachSide || boxes.length - index < rowsEachSide) return forbidden;
  const items: Box['items'] = (left, top) => head.items(left, top).map((item) => asRepeated(item));
  return { kind: 'break', cost: splitCost, carry: [{ ...head, items, lines: 0 }] };
}
