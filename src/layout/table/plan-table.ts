// Turn a table into the way it is set: upright, on a turned page, or in blocks of columns one below another.
import type { Table } from '../../model/document.ts';
import { say } from '../../model/say.ts';
import type { Style, TableStyle } from '../../model/style.ts';
import { blockStyle, type Setting, textSpec } from '../block-style.ts';
import { turnPage } from '../pagination/turned-pages.ts';
import type { TextSpec } from '../paragraph/line.ts';
import type { Typesetter } from '../typesetter.ts';
import { alignPoints } from './align-points.ts';
import { type Fit, fitColumns, legible } from './fit-columns.ts';
import { measureTable } from './measure-table.ts';
import { alignSisters, asOne, type Sisters } from './sister-tables.ts';
import { tableInset } from './table-lines.ts';

/** Some columns of a table with all its rows, and the fit that sets them. */
export interface PlannedBlock {
  /** From 0, neighbours; undefined for all of them. */
  readonly columns: readonly number[] | undefined;
  readonly fit: Fit;
}

/** It holds nothing of the table itself, so that it serves one whose rows have moved in their file. */
export interface TablePlan {
  readonly turned: boolean;
  /** One, or several that print the columns from the left to the right. */
  readonly blocks: readonly PlannedBlock[];
  /** Set when nothing helps: measures of the pages tried, and what the widest group of columns needs when its labels wrap. */
  readonly refused?: { readonly measures: readonly number[]; readonly group: number };
}

/** One plan for all sisters. Upright, turned, split: the first that fits, a matrix at sizes that are read without effort before at any other; of two splits the one of fewer blocks. */
export function planTable(sisters: Sisters, setting: Setting, style: Style, typesetter: Typesetter): TablePlan {
  const table = asOne(sisters);
  const tableStyle = style.tables.get(table.style);
  if (!tableStyle) throw new Error(say`the style has no table \`${table.style}\``);
  const cell = textSpec(setting, blockStyle(setting, 'cell'));
  const head = textSpec(setting, blockStyle(setting, 'head'));
  const lacking = alignSisters(sisters);
  const room = 2 * tableInset(tableStyle);
  const upright = setting.page.measure - room;
  // Columns of a matrix stand in line with those of no other table.
  const ownStyle = table.matrix ? { ...tableStyle, minColumn: 0 } : tableStyle;
  const set: Fitting = (columns, measure, sizes = tableStyle.sizes) => {
    const part = columns ? takeColumns(table, columns) : table;
    const widths = measureTable(part, lacking, cell, head, typesetter);
    return { columns, fit: fitColumns(part, widths, { ...ownStyle, sizes }, measure, measure > upright ? 0 : undefined) };
  };
  const turned = turnPage(setting.page).measure - room;
  const measures = turned > upright ? [upright, turned] : [upright];
  const readable = table.matrix ? tableStyle.sizes.filter((size) => size >= legible) : [];
  for (const [index, measure] of readable.length > 0 ? measures.entries() : []) {
    // Upright at the least size that is read without effort, whatever the style begins with, before on a turned page.
    const block = set(undefined, measure, index === 0 && !readable.includes(legible) ? [...readable, legible] : readable);
    if (!block.fit.missing) return { turned: index > 0, blocks: [block] };
  }
  const whole: PlannedBlock[] = [];
  for (const [index, measure] of measures.entries()) {
    const block = set(undefined, measure);
    if (!block.fit.missing) return { turned: index > 0, blocks: [block] };
    whole.push(block);
  }
  const splits = measures
    .flatMap((measure, index) => {
      const blocks = split(table, measure, set);
      return blocks ? [{ turned: index > 0, blocks }] : [];
    })
    .sort((a, b) => a.blocks.length - b.blocks.length);
  if (splits[0]) return splits[0];
  const groups = columnGroups(table).map((columns) => set(columns, upright).fit.width);
  return { turned: false, blocks: whole.slice(0, 1), refused: { measures, group: Math.max(...groups) } };
}

/** The plan of sisters for one of them: rules above its totals are as wide as its own figures. */
export function planSister(table: Table, shared: TablePlan, setting: Setting, typesetter: Typesetter): TablePlan {
  const [cell, head] = ['cell', 'head'].map((tag) => textSpec(setting, blockStyle(setting, tag))) as [TextSpec, TextSpec];
  const { columns: own } = measureTable(table, alignPoints(table), cell, head, typesetter);
  const blocks = shared.blocks.map(({ fit, ...block }) => {
    const columns = fit.columns.map((column, index) => ({ ...column, figures: column.digits - (own[index]?.left ?? 0) * fit.size }));
    return { ...block, fit: { ...fit, columns } };
  });
  return { ...shared, blocks };
}

type Fitting = (columns: readonly number[] | undefined, measure: number, sizes?: TableStyle['sizes']) => PlannedBlock;

/** As many groups a block as fit, all blocks at one size and with one label column; undefined when a group does not fit alone. */
function split(table: Table, measure: number, set: Fitting): readonly PlannedBlock[] | undefined {
  const blocks: PlannedBlock[] = [];
  for (const group of columnGroups(table)) {
    const open = blocks.at(-1);
    const joined = open && set([...(open.columns ?? []), ...group], measure);
    if (joined && !joined.fit.missing) blocks[blocks.length - 1] = joined;
    else {
      const block = set(group, measure);
      if (block.fit.missing) return undefined;
      blocks.push(block);
    }
  }
  const size = Math.min(...blocks.map(({ fit }) => fit.size));
  const sized = blocks.map(({ columns }) => set(columns, measure, [size]));
  const stub = Math.min(...sized.map(({ fit }) => fit.stub));
  return sized.map((block) => ({ ...block, fit: narrowStub(block.fit, stub) }));
}

/** A block of few columns has its figures as near to the labels as the block of many: the repeated labels stand as in the first. */
function narrowStub(fit: Fit, stub: number): Fit {
  const less = fit.stub - stub;
  const columns = fit.columns.map(({ left, right, digits, figures }) => ({
    left: left - less,
    right: right - less,
    digits: digits - less,
    figures: figures - less,
  }));
  return { ...fit, stub, columns, width: fit.width - less };
}

/** Columns from the left, from 0, that stand under one head of the first level; a column without one stands alone. */
export function columnGroups(table: Table): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (let column = 0; column < table.columns.length; ) {
    const top = table.heads.find((head) => head.row === 0 && head.column === column + 1);
    const count = top?.colSpan ?? 1;
    groups.push(Array.from({ length: count }, (_, index) => column + index));
    column += count;
  }
  return groups;
}

/** The table with neighbouring columns only, and its label column. */
export function takeColumns(table: Table, columns: readonly number[]): Table {
  const first = columns[0] ?? 0;
  const inside = (column: number): boolean => column >= first && column < first + columns.length;
  return {
    ...table,
    columns: table.columns.filter((_, column) => inside(column)),
    heads: table.heads.flatMap((head) => {
      if (head.column === 0) return [head];
      return inside(head.column - 1) ? [{ ...head, column: head.column - first }] : [];
    }),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, column) => inside(column)) })),
  };
}
