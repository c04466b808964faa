// Turn a table of words into elements: every cell knows the head of its column and the first cell of its row.
import { language } from '../../language/languages.ts';
import type { WordRow, WordTable } from '../../model/document.ts';
import type { Lang } from '../../model/language.ts';
import { pdfName, type StructureElement } from '../../pdf/writing/pdf-writer.ts';
import type { ElementTree } from './element-tree.ts';

/** Adds Table > THead, TBody. */
export function addWordTable(tree: ElementTree, parent: StructureElement, table: WordTable, around: Lang): void {
  const { lang } = table;
  const element = tree.branch(parent, 'Table', lang === around ? {} : { lang: language(lang).tag });
  const [head, ...rows] = table.rows;
  if (!head) throw new Error(`the table ${table.id} has no head`);
  const row = tree.branch(tree.branch(element, 'THead'), 'TR');
  for (const cell of head.cells) {
    const heading = tree.leaf(row, 'TH', cell.id, lang, lang, cell.inlines);
    heading.describe({ O: pdfName('Table'), Scope: pdfName('Column') });
    tree.name(heading, cell.id);
  }
  const body = tree.branch(element, 'TBody');
  for (const each of rows) addRow(tree, body, each, head, lang);
}

function addRow(tree: ElementTree, body: StructureElement, { cells }: WordRow, head: WordRow, lang: Lang): void {
  const row = tree.branch(body, 'TR');
  const [first] = cells;
  cells.forEach((cell, column) => {
    const element = tree.leaf(row, column === 0 ? 'TH' : 'TD', cell.id, lang, lang, cell.inlines);
    const heads = [head.cells[column], ...(column === 0 ? [] : [first])].flatMap((each) => (each ? [each.id] : []));
    element.describe({ O: pdfName('Table'), ...(column === 0 ? { Scope: pdfName('Row') } : {}), Headers: heads });
    if (column === 0) tree.name(element, cell.id);
  });
}
