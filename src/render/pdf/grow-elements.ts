// Turn the document's blocks into the tree of structure elements that pages hang their content on.
import { language } from '../../language/languages.ts';
import type { Block, Chart, Document, List, Note, Part, Section, WordRow, WordTable } from '../../model/document.ts';
import type { Lang } from '../../model/language.ts';
import { type ListLevel, nestedList } from '../../model/nested-lists.ts';
import { type PdfWriter, pdfName, type StructureElement } from '../../pdf/writing/pdf-writer.ts';
import { ContentsTree } from './contents-elements.ts';
import { type Areas, ElementTree } from './element-tree.ts';
import { addTable } from './table-elements.ts';

/** The whole document: Document > Part > Sect > blocks. `contents` are lines of contents by their elements: how far each begins from the left. */
export function growElements(
  writer: PdfWriter,
  document: Document,
  owners: ReadonlySet<string>,
  areas: Areas,
  contents: ReadonlyMap<string, number>,
): ElementTree {
  const tree = new ElementTree(writer, owners, document.lang, areas);
  for (const part of document.parts) {
    const element = tree.branch(tree.root, 'Part', { lang: language(part.lang).tag, title: part.title });
    for (const section of part.sections) addSection(tree, element, section, part, contents);
  }
  return tree;
}

/** A section and, inside it, one Sect for each heading, nested by level. */
function addSection(
  tree: ElementTree,
  parent: StructureElement,
  section: Section,
  part: Part,
  contents: ReadonlyMap<string, number>,
): void {
  const open: { readonly element: StructureElement; readonly level: number }[] = [
    { element: tree.branch(parent, 'Sect'), level: ownLevel(section) },
  ];
  const lines = new ContentsTree(tree, contents);
  for (const block of section.blocks) {
    if (lines.add(open.at(-1)!.element, block, part.lang)) continue;
    if (block.kind === 'heading' && block.level > open[0]!.level) {
      while (open.length > 1 && open.at(-1)!.level >= block.level) open.pop();
      open.push({ element: tree.branch(open.at(-1)!.element, 'Sect'), level: block.level });
    }
    addBlock(tree, open.at(-1)!.element, block, part.lang);
  }
}

/** Level of the heading that heads the whole section: its first, if no other stands as high; 0 for none. */
function ownLevel(section: Section): number {
  const levels = section.blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
  const first = levels[0] ?? 0;
  return levels.slice(1).every((level) => level > first) ? first : 0;
}

function addBlock(tree: ElementTree, parent: StructureElement, block: Block, around: Lang): void {
  switch (block.kind) {
    case 'heading':
      tree.leaf(parent, `H${block.level}`, block.id, block.lang, around, block.inlines);
      return;
    case 'paragraph':
      tree.leaf(parent, 'P', block.id, block.lang, around, block.inlines);
      return;
    case 'list':
      addList(tree, parent, block, around);
      return;
    case 'note':
      addNote(tree, parent, block, around);
      return;
    case 'group': {
      const group = tree.branch(parent, 'Div', block.lang === around ? {} : { lang: language(block.lang).tag });
      if (block.chart) addDrawing(tree, group, block.id, block.chart, block.lang);
      if (block.picture && block.picture.alt !== '') addDrawing(tree, group, block.id, block.picture, block.lang);
      for (const inner of block.blocks) addBlock(tree, group, inner, block.lang);
      return;
    }
    case 'words':
      addWordTable(tree, parent, block, around);
      return;
    case 'table':
      addTable(tree, parent, block, around);
      return;
  }
}

/** What is seen, in words; the figures themselves stand in the table after it. */
function addDrawing(tree: ElementTree, parent: StructureElement, id: string, { alt }: Pick<Chart, 'alt'>, lang: Lang): void {
  tree.drawing(parent, `${id}.drawing`, lang, alt);
}

function addList(tree: ElementTree, parent: StructureElement, list: List, around: Lang): void {
  const element = tree.branch(parent, 'L', list.lang === around ? {} : { lang: language(list.lang).tag });
  addItems(tree, element, nestedList(list), list);
}

/** A list inside an item stands in its body, after its words. */
function addItems(tree: ElementTree, element: StructureElement, level: ListLevel, list: List): void {
  element.describe({ O: pdfName('List'), ListNumbering: pdfName(numberingOf(level, list)) });
  for (const { item, inner } of level.entries) {
    const entry = tree.branch(element, 'LI');
    if (tree.isShown(`${item.id}.label`)) tree.leaf(entry, 'Lbl', `${item.id}.label`, list.lang, list.lang, item.label);
    if (inner.length === 0) {
      tree.leaf(entry, 'LBody', item.id, list.lang, list.lang, item.inlines);
      continue;
    }
    const body = tree.branch(entry, 'LBody');
    tree.leaf(body, 'P', item.id, list.lang, list.lang, item.inlines);
    for (const each of inner) addItems(tree, tree.branch(body, 'L'), each, list);
  }
}

/** How the labels of its items are counted (ISO 32000-1, table 347). */
function numberingOf({ numbered, depth, entries }: ListLevel, { terms }: List): string {
  if (!numbered) return (['Disc', 'Circle', 'Square'] as const)[depth] ?? 'Disc';
  if (terms) return 'None';
  const label = entries[0]?.item.label.map(({ text }) => text).join('') ?? '';
  return /^\(?[a-z]\)$/.test(label) ? 'LowerAlpha' : /^\(?[A-Z]\)$/.test(label) ? 'UpperAlpha' : 'Decimal';
}

/** Marks refer to the note's ID; its label is its first child. */
function addNote(tree: ElementTree, parent: StructureElement, note: Note, around: Lang): void {
  const element = tree.branch(parent, 'Note', note.lang === around ? {} : { lang: language(note.lang).tag });
  tree.name(element, note.id);
  if (note.label.length > 0 || tree.isShown(`${note.id}.label`)) {
    tree.leaf(element, 'Lbl', `${note.id}.label`, note.lang, note.lang, note.label);
  }
  tree.leaf(element, 'P', note.id, note.lang, note.lang, note.inlines);
}

/** Adds Table > THead, TBody. */
function addWordTable(tree: ElementTree, parent: StructureElement, table: WordTable, around: Lang): void {
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
