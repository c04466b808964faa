// Turn the document's blocks into the tree of structure elements that pages hang their content on.
import { language } from '../../language/languages.ts';
import type { Block, Document, List, Note, Part, Section } from '../../model/document.ts';
import type { Lang } from '../../model/language.ts';
import { type PdfWriter, pdfName, type StructureElement } from '../../pdf/writing/pdf-writer.ts';
import { ElementTree } from './element-tree.ts';
import { addTable } from './table-elements.ts';
import { addWordTable } from './word-table-elements.ts';

/** The whole document: Document > Part > Sect > blocks. */
export function growElements(writer: PdfWriter, document: Document, owners: ReadonlySet<string>): ElementTree {
  const tree = new ElementTree(writer, owners, document.lang);
  for (const part of document.parts) {
    const element = tree.branch(tree.root, 'Part', { lang: language(part.lang).tag, title: part.title });
    for (const section of part.sections) addSection(tree, element, section, part);
  }
  return tree;
}

/** A section and, inside it, one Sect for each heading, nested by level. */
function addSection(tree: ElementTree, parent: StructureElement, section: Section, part: Part): void {
  const open: { readonly element: StructureElement; readonly level: number }[] = [
    { element: tree.branch(parent, 'Sect'), level: ownLevel(section) },
  ];
  for (const block of section.blocks) {
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

function addList(tree: ElementTree, parent: StructureElement, list: List, around: Lang): void {
  const element = tree.branch(parent, 'L', list.lang === around ? {} : { lang: language(list.lang).tag });
  element.describe({ O: pdfName('List'), ListNumbering: pdfName(list.numbered ? 'Decimal' : 'Disc') });
  for (const item of list.items) {
    const entry = tree.branch(element, 'LI');
    if (tree.isShown(`${item.id}.label`)) tree.leaf(entry, 'Lbl', `${item.id}.label`, list.lang, list.lang, item.label);
    tree.leaf(entry, 'LBody', item.id, list.lang, list.lang, item.inlines);
  }
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
