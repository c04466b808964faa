// Turn a table into a flow: captions, head and rows as boxes, with breaks where a table may go on to the next page.

import type { Diagnostic, Report } from '../../model/diagnostic.ts';
import type { BodyRow, Table } from '../../model/document.ts';
import type { PageItem, Rule } from '../../model/page.ts';
import type { Style, TableStyle } from '../../model/style.ts';
import { blockStyle, textSpec } from '../block-style.ts';
import { asArtifact, move } from '../move.ts';
import type { Box, Break, FlowItem } from '../pagination/flow.ts';
import { forbidden } from '../pagination/flow.ts';
import type { BlockFlow, Shop } from '../pagination/flow-text.ts';
import type { Fit } from './fit-columns.ts';
import { fitColumns } from './fit-columns.ts';
import { flowCaptions } from './flow-captions.ts';
import { measureTable } from './measure-table.ts';
import { reportTable } from './report-table.ts';
import { setHeads } from './set-heads.ts';
import { setRow } from './set-row.ts';

/** A table up to this share of the page body is never split. */
const wholeUpTo = 0.6;
/** Rows on each side of a split, and rows above a total on its page. */
const rowsEachSide = 3;
const rowsAboveTotal = 2;
/** A split is worse than about half a page of white (55² squares of percent). */
const splitCost = 3000;
/** Room between the last row and the closing rule, in points. */
const beforeClosing = 1.5;

/** Sets a table at the largest size that fits, once for each frame and each setting of its parts. */
export function flowTable(table: Table, shop: Shop, style: Style, report: Report): BlockFlow {
  const { page } = shop.setting;
  const parts = [blockStyle(shop.setting, 'caption', table.style), ...['unit', 'cell', 'head'].map((tag) => blockStyle(shop.setting, tag))];
  const key = [table.id, page.measure, page.bottom - page.top, ...parts.map(({ size, leading }) => `${size}/${leading}`)].join('|');
  let known = shop.tables.get(key);
  if (!known) {
    const findings: Diagnostic[] = [];
    known = { flow: flowAnew(table, shop, style, (finding) => findings.push(finding)), findings };
    shop.tables.set(key, known);
  }
  for (const finding of known.findings) report(finding);
  return known.flow;
}

function flowAnew(table: Table, shop: Shop, style: Style, report: Report): BlockFlow {
  const tableStyle = style.tables.get(table.style);
  if (!tableStyle) throw new Error(`the style has no table \`${table.style}\``);
  const { page } = shop.setting;
  const cell = textSpec(shop.setting, blockStyle(shop.setting, 'cell'));
  const head = textSpec(shop.setting, blockStyle(shop.setting, 'head'));
  const fit = fitColumns(table, measureTable(table, cell, head, shop.typesetter), tableStyle, page.measure);
  const captions = flowCaptions(table, shop, fit.width, '');
  const opening = openingBox(table, fit, tableStyle, shop);
  const rows = table.rows.map((_, index) => rowBox(table, index, fit, tableStyle, shop));
  const gaps = table.rows.map((_, index) => (index === 0 ? 0 : gapBefore(table, index, tableStyle, fit.size)));
  const heightOf = (boxes: readonly Box[]): number => boxes.reduce((sum, box) => sum + box.height, 0);
  const height = heightOf([...captions.boxes, opening, ...rows]) + gaps.reduce((sum, gap) => sum + gap, 0);
  const room = page.bottom - page.top;
  const carry = [...flowCaptions(table, shop, fit.width, style.continued[shop.setting.lang]).boxes, opening].map(again);
  reportTable(
    table,
    fit,
    { height, room, carried: heightOf(carry), highestRow: Math.max(0, ...rows.map((row) => row.height)) },
    page.measure,
    report,
  );
  const items: FlowItem[] = [...captions.boxes, opening].flatMap((box, index): readonly FlowItem[] =>
    index === 0 ? [box] : [forbidden, box],
  );
  rows.forEach((row, index) => {
    if (gaps[index]) items.push({ kind: 'space', height: gaps[index] });
    items.push(breakBefore(table, index, height <= (table.whole ? 1 : wholeUpTo) * room, carry), row);
  });
  return {
    items,
    style: {
      ...captions.style,
      before: captions.boxes.length > 0 ? captions.style.before : tableStyle.before,
      after: tableStyle.after,
      keepWithNext: false,
      keepWithPrevious: false,
    },
  };
}

/** The top edge, the heads and the rule below them. */
function openingBox(table: Table, fit: Fit, style: TableStyle, shop: Shop): Box {
  const spec = { ...textSpec(shop.setting, blockStyle(shop.setting, 'head')), size: fit.headSize };
  const { edge, head } = style.rules;
  const heads = setHeads(table, fit, style, spec, shop.typesetter);
  const items: PageItem[] = [fullRule(0, fit.width, edge, 'edge'), ...heads.items.map((item) => move(item, 0, edge))];
  if (table.headRows > 0) items.push(fullRule(edge + heads.height, fit.width, head, 'head'));
  return boxOf(table, fit, items, edge + heads.height + (table.headRows > 0 ? head : 0), 0);
}

/** A row; the last one brings the table's closing rule. */
function rowBox(table: Table, index: number, fit: Fit, style: TableStyle, shop: Shop): Box {
  const spec = { ...textSpec(shop.setting, blockStyle(shop.setting, 'cell')), size: fit.size };
  const row = setRow(table, index, fit, style, spec, shop.typesetter);
  if (index < table.rows.length - 1) return boxOf(table, fit, row.items, row.height, row.lines);
  const closing = row.height + beforeClosing;
  return boxOf(table, fit, [...row.items, fullRule(closing, fit.width, style.rules.edge, 'edge')], closing + style.rules.edge, row.lines);
}

function boxOf(table: Table, fit: Fit, items: readonly PageItem[], height: number, lines: number): Box {
  const frames = [{ element: table.id, role: 'table', x: 0, width: fit.width }];
  return { kind: 'box', height, items: () => items, frames, lines, onGrid: false, heading: false };
}

function fullRule(y: number, width: number, height: number, role: Rule['role']): Rule {
  return { kind: 'rule', x: 0, y, width, height, role };
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

/** A break before this row: never after a section head, never parting a total from the rows above it, never few rows alone. */
function breakBefore(table: Table, index: number, whole: boolean, carry: readonly Box[]): Break {
  const allowed =
    !whole &&
    index >= rowsEachSide &&
    table.rows.length - index >= rowsEachSide &&
    table.rows[index - 1]?.kind !== 'head' &&
    !table.rows.slice(index, index + rowsAboveTotal).some(isTotal);
  return allowed ? { kind: 'break', cost: splitCost, carry } : { ...forbidden, carry: index === 0 ? [] : carry };
}

/** The same marks as artifacts: what a table repeats on its next page. */
function again(box: Box): Box {
  return {
    ...box,
    items: () => box.items().map((item) => (item.kind === 'rule' ? item : asArtifact(item, 'repeated-head'))),
    frames: box.frames.filter((frame) => frame.role === 'table'),
  };
}
