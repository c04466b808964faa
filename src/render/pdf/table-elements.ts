// Turn a table into elements in which every figure knows its heads: columns through all levels, sections, row.

import { language } from '../../language/languages.ts';
import { type BodyRow, type HeadCell, headBeside, type Table } from '../../model/document.ts';
import { cellRuns } from '../../model/document-texts.ts';
import type { Lang } from '../../model/language.ts';
import { pdfName, type StructureElement, type WrittenDict } from '../../pdf/writing/pdf-writer.ts';
import type { ElementTree } from './element-tree.ts';

/** Owner of the attributes that cells and tables have (ISO 32000-1, 14.8.5.7). */
const ofTable = pdfName('Table');

/** Adds Table > Caption, THead, TBody. The grid is regular: blank cells are empty TDs. */
export function addTable(tree: ElementTree, parent: StructureElement, table: Table, around: Lang): void {
  const element = tree.branch(parent, 'Table', table.lang === around ? {} : { lang: language(table.lang).tag });
  if (table.summary !== '') element.describe({ O: ofTable, Summary: table.summary });
  addCaption(tree, element, table);
  const columnHeads = addHead(tree, element, table);
  const body = tree.branch(element, 'TBody');
  for (const row of table.rows) addRow(tree, body, row, table, columnHeads);
}

function addCaption(tree: ElementTree, parent: StructureElement, table: Table): void {
  const lines = table.unit ? [...table.captions, table.unit] : table.captions;
  if (lines.length === 0) return;
  const caption = tree.branch(parent, 'Caption');
  for (const line of lines) tree.leaf(caption, 'P', line.id, table.lang, table.lang, line.inlines);
}

/** Adds THead; gives the ids of the heads of each column, outermost first, the stub's at 0. */
function addHead(tree: ElementTree, parent: StructureElement, table: Table): readonly (readonly string[])[] {
  const width = table.columns.length + 1;
  const heads: string[][] = Array.from({ length: width }, () => []);
  if (table.headRows === 0) return heads;
  const grid = occupy(table, width);
  const head = tree.branch(parent, 'THead');
  grid.forEach((slots, r) => {
    const row = tree.branch(head, 'TR');
    slots.forEach((cell, c) => {
      if (!cell) tree.branch(row, 'TD');
      else if (cell.row === r && cell.column === c) addHeadCell(tree, row, cell, table, heads);
    });
  });
  return heads.map((own, column) => {
    const beside = headBeside(table, column - 1);
    return beside === undefined || own.includes(beside) || !tree.ids.has(beside) ? own : [beside, ...own];
  });
}

/** Which head cell covers each slot of the head's grid. */
function occupy(table: Table, width: number): readonly (readonly (HeadCell | undefined)[])[] {
  const grid = Array.from({ length: table.headRows }, () => Array.from({ length: width }, (): HeadCell | undefined => undefined));
  for (const cell of table.heads) {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
      for (let c = cell.column; c < cell.column + cell.colSpan; c++) {
        if (r >= table.headRows || c >= width) throw new Error(`head cell ${cell.id} reaches out of the table's grid`);
        if (grid[r]![c]) throw new Error(`head cells ${grid[r]![c]!.id} and ${cell.id} cover the same place`);
        grid[r]![c] = cell;
      }
    }
  }
  return grid;
}

function addHeadCell(tree: ElementTree, row: StructureElement, cell: HeadCell, table: Table, heads: string[][]): void {
  const inlines = cell.pieces.flat();
  const blank = inlines.every(({ text }) => text.trim() === '') && !tree.isShown(cell.id);
  const spans: WrittenDict = {
    ...(cell.colSpan > 1 ? { ColSpan: cell.colSpan } : {}),
    ...(cell.rowSpan > 1 ? { RowSpan: cell.rowSpan } : {}),
  };
  const element = tree.leaf(row, blank ? 'TD' : 'TH', cell.id, table.lang, table.lang, inlines);
  const above = heads[cell.column]!;
  const attributes: WrittenDict = { O: ofTable, ...(blank ? {} : { Scope: pdfName('Column') }), ...spans, ...headers(above) };
  if (Object.keys(attributes).length > 1) element.describe(attributes);
  if (blank) return;
  tree.name(element, cell.id);
  for (let c = cell.column; c < cell.column + cell.colSpan; c++) heads[c]!.push(cell.id);
}

function addRow(tree: ElementTree, body: StructureElement, row: BodyRow, table: Table, columnHeads: readonly (readonly string[])[]): void {
  const element = tree.branch(body, 'TR');
  const sections = row.heads.map((id) => sectionHead(tree, id));
  const headId = `${row.id}.label`;
  const isSection = row.kind === 'head' && row.cells.every((cell) => !cell);
  const head =
    row.spoken === undefined
      ? tree.leaf(element, 'TH', headId, table.lang, table.lang, row.label)
      : tree.branch(element, 'TH', { alt: row.spoken });
  tree.name(head, headId);
  const span: WrittenDict = isSection && table.columns.length > 0 ? { ColSpan: table.columns.length + 1 } : {};
  head.describe({ O: ofTable, Scope: pdfName('Row'), ...span, ...headers([...(isSection ? [] : columnHeads[0]!), ...sections]) });
  if (isSection) return;
  table.columns.forEach((_, c) => {
    const cell = row.cells[c];
    const figure = cell ? tree.leaf(element, 'TD', cell.id, table.lang, table.lang, cellRuns(cell).flat()) : tree.branch(element, 'TD');
    figure.describe({ O: ofTable, Headers: [...columnHeads[c + 1]!, ...sections, headId] });
  });
}

/** A section head is named by its row or by its label. */
function sectionHead(tree: ElementTree, id: string): string {
  const label = tree.ids.has(`${id}.label`) ? `${id}.label` : id;
  if (!tree.ids.has(label)) throw new Error(`section head ${id} does not stand above its rows`);
  return label;
}

function headers(ids: readonly string[]): WrittenDict {
  return ids.length > 0 ? { Headers: [...ids] } : {};
}
