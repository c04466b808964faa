// Turn a table into a flow: its blocks of columns one below another, remembered for each frame and each setting of its parts.

import type { Table } from '../../model/document.ts';
import type { Style } from '../../model/style.ts';
import { blockStyle } from '../block-style.ts';
import type { LayoutFinding, Report } from '../codes.ts';
import type { FlowItem } from '../pagination/flow.ts';
import { free, space } from '../pagination/flow.ts';
import type { BlockFlow, Shop } from '../pagination/flow-text.ts';
import { flowColumns } from './flow-columns.ts';
import { reportTable } from './report-table.ts';

/** Sets a table as it was planned, once for each frame and each setting of its parts. */
export function flowTable(table: Table, shop: Shop, style: Style, report: Report): BlockFlow {
  const { page } = shop.setting;
  const parts = [blockStyle(shop.setting, 'caption', table.style), ...['unit', 'cell', 'head'].map((tag) => blockStyle(shop.setting, tag))];
  const key = [table.id, page.measure, page.bottom - page.top, ...parts.map(({ size, leading }) => `${size}/${leading}`)].join('|');
  let known = shop.tables.get(key);
  if (!known) {
    const findings: LayoutFinding[] = [];
    known = { flow: flowAnew(table, shop, style, (finding) => findings.push(finding)), findings };
    shop.tables.set(key, known);
  }
  for (const finding of known.findings) report(finding);
  return known.flow;
}

function flowAnew(table: Table, shop: Shop, style: Style, report: Report): BlockFlow {
  const tableStyle = style.tables.get(table.style);
  if (!tableStyle) throw new Error(`the style has no table \`${table.style}\``);
  const plan = shop.planOf(table);
  const set = plan.blocks.map((block, index) => flowColumns(block, index > 0, tableStyle, shop, style));
  const { page } = shop.setting;
  reportTable(table, plan, { blocks: set, room: page.bottom - page.top }, report);
  const items = set.flatMap(({ items: own }, index): readonly FlowItem[] =>
    index === 0 ? own : [...space(tableStyle.after, tableStyle.before), free, ...own],
  );
  const caption = blockStyle(shop.setting, 'caption', table.style);
  return {
    items,
    style: {
      ...caption,
      before: table.captions.length > 0 || table.unit ? caption.before : tableStyle.before,
      after: tableStyle.after,
      keepWithNext: false,
      keepWithPrevious: false,
    },
  };
}
