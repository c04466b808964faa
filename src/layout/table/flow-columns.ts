// Turn some columns of a table with all its rows into a flow: captions, heads and rows as boxes, with breaks between rows.

import type { BodyRow, Table } from '../../model/document.ts';
import { inLang } from '../../model/language.ts';
import type { Rule } from '../../model/page.ts';
import type { Style, TableStyle } from '../../model/style.ts';
import { blockStyle, textSpec } from '../block-style.ts';
import { type Box, type Break, type Enclosure, type FlowItem, forbidden } from '../pagination/flow.ts';
import type { Shop } from '../pagination/flow-text.ts';
import { asRepeated, lineMarks, linesAndRules, type MarksAt, made, move, together } from '../pagination/marks.ts';
import type { Lacking } from './align-points.ts';
import type { Fit } from './fit-columns.ts';
import { flowCaptions } from './flow-captions.ts';
import { type SetHeads, setHeads } from './set-heads.ts';
import { setRow } from './set-row.ts';
import { columnsOfRows, fullWidth, hasUnitRow, marksOfHeads, rowTints, sidesOf, tableInset, tableRule } from './table-lines.ts';

/** A table up to this share of the page body is never split. */
const wholeUpTo = 0.6;
/** The same of a version of a table that is compared: what names it has to stand above it. */
const wholeVersionUpTo = 0.75;
/** Rows on each side of a split, and rows above a total on its page. */
const rowsEachSide = 3;
const rowsAboveTotal = 2;
/** A split is worse than about half a page of white (55² squares of percent). */
const splitCost = 3000;
/** Room between the last row and the closing rule, in points. */
const beforeClosing = 1.5;

/** Boxes and breaks, and the heights that they have, in points. */
export interface FlowedColumns {
  readonly items: readonly FlowItem[];
  readonly height: number;
  /** What a split repeats. */
  readonly carried: number;
  readonly highestRow: number;
}

/** Some columns of a table with all its rows, the fit that sets them, and what figures lack of the digit edge. */
export interface TableBlock {
  readonly table: Table;
  readonly fit: Fit;
  readonly lacking: Lacking;
}

/** Columns that continue a table repeat its captions and labels: these are printed for the eye and said once. */
export function flowColumns(
  { table, fit, lacking }: TableBlock,
  continues: boolean,
  tableStyle: TableStyle,
  shop: Shop,
  style: Style,
): FlowedColumns {
  const { page, lang } = shop.setting;
  const sides = sidesOf(fit, tableStyle);
  const opening = enclosed(openingBox(table, fit, tableStyle, shop), [sides]);
  const around = [sides, columnsOfRows(table, fit, tableStyle)];
  const rows = table.rows.map((_, index) => enclosed(rowBox(table, index, { fit, lacking }, tableStyle, shop), around));
  const gaps = table.rows.map((_, index) => (index === 0 ? 0 : gapBefore(table, index, tableStyle, fit.size)));
  const width = fullWidth(fit, tableStyle);
  const again = flowCaptions(table, shop, width, inLang(style.continued, lang)).boxes.map((box) => repeated(box));
  const carry = [...again, repeated(opening)];
  const stub = new Set([
    ...table.rows.map(({ id }) => `${id}.label`),
    ...table.heads.flatMap((head) => (head.column === 0 ? head.id : [])),
  ]);
  const shown = (box: Box): Box => (continues ? repeated(box, stub) : box);
  const top = [...(continues ? again : flowCaptions(table, shop, width, '').boxes), shown(opening)];
  const height = heightOf([...top, ...rows]) + gaps.reduce((sum, gap) => sum + gap, 0);
  const whole = height <= (table.whole ? wholeVersionUpTo : wholeUpTo) * (page.bottom - page.top);
  const items: FlowItem[] = top.flatMap((box, index): readonly FlowItem[] => (index === 0 ? [box] : [forbidden, box]));
  rows.forEach((row, index) => {
    if (gaps[index]) items.push({ kind: 'space', height: gaps[index] });
    items.push(breakBefore(table, index, whole, carry), shown(row));
  });
  return { items, height, carried: heightOf(carry), highestRow: Math.max(0, ...rows.map((row) => row.height)) };
}

const heightOf = (boxes: readonly Box[]): number => boxes.reduce((sum, box) => sum + box.height, 0);

/** The top edge, the heads and the rule below them. */
function openingBox(table: Table, fit: Fit, style: TableStyle, shop: Shop): Box {
  const spec = { ...textSpec(shop.setting, blockStyle(shop.setting, 'head')), size: fit.headSize };
  const { edge, head } = style.rules;
  const heads = setHeads(table, fit, style, spec, shop.typesetter);
  const units = hasUnitRow(table, style);
  const foot = units ? (heads.bottoms.at(-2) ?? 0) - head : heads.height;
  const below = table.headRows > 0 ? [fullRule(edge + foot, fit, style, head, 'head')] : [];
  const lines = table.headRows > 0 ? marksOfHeads(table, fit, style, edge, heads.bottoms) : [];
  const color = blockStyle(shop.setting, 'head').color;
  const inset = tableInset(style);
  const moved = (mark: SetHeads['marks'][number]): MarksAt =>
    'line' in mark ? lineMarks(mark.line, mark.x + inset, mark.y + edge, color) : made([move(mark, inset, edge)]);
  const items = together([made([fullRule(0, fit, style, edge, 'edge'), ...lines]), ...heads.marks.map(moved), made(below)]);
  // Heads are lines too: a table of one row is enough below a heading.
  return boxOf(table, fit, style, items, edge + heads.height + (table.headRows > 0 && !units ? head : 0), table.headRows);
}

/** A box in what surrounds it. */
function enclosed(box: Box, around: readonly (Enclosure | undefined)[]): Box {
  const own = around.flatMap((enclosure) => (enclosure ? [{ enclosure }] : []));
  return own.length > 0 ? { ...box, enclosed: own } : box;
}

/** A row; the last one brings the table's closing rule. */
function rowBox(table: Table, index: number, set: Parameters<typeof setRow>[2], style: TableStyle, shop: Shop): Box {
  const { fit } = set;
  const spec = { ...textSpec(shop.setting, blockStyle(shop.setting, 'cell')), size: fit.size };
  const row = setRow(table, index, set, style, spec, shop.typesetter);
  const { color } = blockStyle(shop.setting, 'cell');
  const inset = tableInset(style);
  const lines = inset === 0 ? row.lines : row.lines.map((each) => ({ ...each, x: each.x + inset }));
  const own = row.rules.map((rule) => move(rule, inset, 0));
  const above = style.lines.row > 0 && index > 0 ? [fullRule(0, fit, style, style.lines.row, 'line')] : [];
  const last = index === table.rows.length - 1;
  const closing = row.height + (last ? beforeClosing : 0);
  const source = table.rows[index];
  const tints = source ? rowTints(table, source, index, fit, style, closing) : [];
  const below = last ? [fullRule(closing, fit, style, style.rules.edge, 'edge')] : [];
  const height = closing + (last ? style.rules.edge : 0);
  return boxOf(table, fit, style, linesAndRules(lines, [...tints, ...above, ...own, ...below], color), height, row.labelLines);
}

function boxOf(table: Table, fit: Fit, style: TableStyle, items: Box['items'], height: number, lines: number): Box {
  const frames = [{ element: table.id, role: 'table', x: 0, width: fullWidth(fit, style) }];
  return { kind: 'box', height, items, frames, lines, onGrid: false, heading: false };
}

function fullRule(y: number, fit: Fit, style: TableStyle, height: number, role: Rule['role']): Rule {
  return tableRule(style, { x: 0, y, width: fullWidth(fit, style), height, role });
}

/** Rows that a rule stands above are totals too: operating income over revenues and costs. */
function isTotal(row: BodyRow | undefined): boolean {
  return row !== undefined && (row.kind === 'total' || row.rule !== 'none');
}

/** Extra space after a total and before a section head. */
function gapBefore(table: Table, index: number, style: TableStyle, size: number): number {
  const before = table.rows[index - 1];
  const parted = isTotal(before) || (table.rows[index]?.kind === 'head' && before?.kind !== 'head');
  return parted ? style.sectionGap * style.pitch * size : 0;
}

/** A break before this row: never after a section head and one row, never parting a total from the rows above it, never few rows alone. */
function breakBefore(table: Table, index: number, whole: boolean, carry: readonly Box[]): Break {
  const allowed =
    !whole &&
    index >= rowsEachSide &&
    table.rows.length - index >= rowsEachSide &&
    table.rows[index - 1]?.kind !== 'head' &&
    !leavesOne(table, index) &&
    !table.rows.slice(index, index + rowsAboveTotal).some(isTotal);
  return allowed ? { kind: 'break', cost: splitCost, carry } : { ...forbidden, carry: index === 0 ? [] : carry };
}

/** A section head with the first of its rows would stand alone at the foot of a page: two rows follow it, as two lines follow a heading. */
function leavesOne(table: Table, index: number): boolean {
  return table.rows[index - 2]?.kind === 'head' && table.rows[index]?.kind !== 'head';
}

/** The same marks, those of the elements chosen as artifacts, or all: what a table repeats. */
function repeated(box: Box, chosen?: ReadonlySet<string>): Box {
  return {
    ...box,
    items: (left, top) => box.items(left, top).map((item) => asRepeated(item, chosen)),
    frames: box.frames.filter((frame) => frame.role === 'table'),
  };
}
