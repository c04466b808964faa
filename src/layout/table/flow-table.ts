// Turn a table into a flow, its blocks of columns one below another, or into findings where it does not fit its page.
import type { Table } from '../../model/document.ts';
import { say } from '../../model/say.ts';
import type { Style } from '../../model/style.ts';
import { blockStyle } from '../block-style.ts';
import type { Report } from '../codes.ts';
import { type FlowItem, free, space } from '../pagination/flow.ts';
import type { BlockFlow, Shop } from '../pagination/flow-text.ts';
import { alignPoints } from './align-points.ts';
import { type FlowedColumns, flowColumns } from './flow-columns.ts';
import { type TablePlan, takeColumns } from './plan-table.ts';

/** Sets a table as it was planned, in blocks of columns one below another. */
export function flowTable(table: Table, plan: TablePlan, shop: Shop, style: Style, report: Report): BlockFlow {
  const tableStyle = style.tables.get(table.style);
  if (!tableStyle) throw new Error(say`the style has no table \`${table.style}\``);
  // Of the whole table: columns below one another follow the same rows.
  const lacking = alignPoints(table);
  const set = plan.blocks.map(({ columns, fit }, index) => {
    const part = columns ? takeColumns(table, columns) : table;
    return flowColumns({ table: part, fit, lacking }, index > 0, tableStyle, shop, style);
  });
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

/** The table's blocks of columns as set, and the height of the page body in points. */
interface TableHeights {
  readonly blocks: readonly FlowedColumns[];
  readonly room: number;
}

function reportTable(table: Table, plan: TablePlan, { blocks, room }: TableHeights, report: Report): void {
  reportWidth(table, plan, report);
  const least = Math.max(...blocks.map(({ carried, highestRow }) => carried + highestRow));
  const height = Math.max(...blocks.map((block) => block.height));
  const sheet = plan.turned ? 'the turned page' : 'the page';
  if (least > room) {
    report({
      severity: 'error',
      code: 'layout/table-too-tall',
      message: say`captions, heads and one row of table ${table.statement} are ${points(least)} pt high, ${sheet} holds ${points(room)} pt`,
      at: table.at,
      hints: ['shorten the captions or the heads'],
    });
  } else if (table.style === 'statement' && height > room) {
    report({
      severity: 'warning',
      code: 'layout/table-too-tall',
      message: say`statement ${table.statement} is ${points(height)} pt high and ${sheet} holds ${points(room)} pt: it goes on over pages`,
      at: table.at,
      hints: ['a statement is read best on one page: leave out rows, or give its page class more height'],
    });
  }
}

const points = (length: number): string => length.toFixed(1);

/** A table that neither a turned page nor a split makes fit. */
function reportWidth(table: Table, { blocks, refused }: TablePlan, report: Report): void {
  const missing = blocks[0]?.fit.missing;
  if (!refused || !missing) return;
  const [upright = 0, turned] = refused.measures;
  const widest = Math.max(...refused.measures);
  report({
    severity: 'error',
    code: 'layout/table-too-wide',
    message:
      turned === undefined
        ? say`table ${table.statement} needs ${points(missing.needed)} pt at its smallest size of ${missing.size} pt, the page holds ${points(upright)} pt`
        : say`table ${table.statement} needs ${points(missing.needed)} pt at its smallest size of ${missing.size} pt, the page holds ${points(upright)} pt, turned ${points(turned)} pt`,
    at: table.at,
    label: say`${table.columns.length} columns after the labels`,
    hints: [
      refused.group > widest
        ? say`with wrapped labels its widest group of columns alone needs ${points(refused.group)} pt; part the group, shorten heads with | or leave out a column`
        : 'labels take more than two lines when they wrap; shorten the longest of them',
    ],
  });
}
