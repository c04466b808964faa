// Turn the document's blocks into the tree of structure elements that pages hang their content on.

import type { StructureElement } from 'pdfkit';
import { language } from '../../language/languages.ts';
import type { Block, Document, Inline, List, Note, Part, Section } from '../../model/document.ts';
import type { Lang } from '../../model/language.ts';
import { printsNothing } from '../../model/printable.ts';
import { pdfText } from '../../pdf/writing/pdf-text.ts';
import type { ReleaseWriter } from '../../pdf/writing/release-writer.ts';
import { addTable } from './table-elements.ts';
import { addWordTable } from './word-table-elements.ts';

/** An element that owns glyph runs. */
export interface Leaf {
  readonly element: StructureElement;
  /** Structure type, repeated in the content stream. */
  readonly type: string;
  readonly lang: Lang;
  /** It has text in the document, so pages must show it. */
  readonly hasText: boolean;
}

/** Grows the tree: makes elements, remembers who owns runs and who has an ID. */
export class ElementTree {
  readonly root: StructureElement;
  readonly leaves = new Map<string, Leaf>();
  /** Element by its ID, for the tree's IDTree. */
  readonly ids = new Map<string, StructureElement>();
  private readonly writer: ReleaseWriter;
  /** Owners that have runs on some page: a label that layout does not set needs no element. */
  private readonly owners: ReadonlySet<string>;

  constructor(writer: ReleaseWriter, owners: ReadonlySet<string>, lang: Lang) {
    this.writer = writer;
    this.owners = owners;
    this.root = writer.struct('Document', { lang: language(lang).tag });
    writer.addStructure(this.root);
  }

  branch(parent: StructureElement, type: string, options: { lang?: string; title?: string } = {}): StructureElement {
    const element = this.writer.struct(type, options);
    parent.add(element);
    return element;
  }

  /** An element that owns runs under `owner`; its language is written where it differs from `around`. */
  leaf(parent: StructureElement, type: string, owner: string, lang: Lang, around: Lang, inlines: readonly Inline[]): StructureElement {
    if (this.leaves.has(owner)) throw new Error(`two elements of the document are called ${owner}`);
    const element = this.branch(parent, type, lang === around ? {} : { lang: language(lang).tag });
    this.leaves.set(owner, { element, type, lang, hasText: !inlines.every(({ text }) => printsNothing(text)) });
    return element;
  }

  /** True when pages show runs of this owner. */
  isShown(owner: string): boolean {
    return this.owners.has(owner);
  }

  /** Gives an element its ID. */
  name(element: StructureElement, id: string): void {
    if (this.ids.has(id)) throw new Error(`two structure elements have the ID ${id}`);
    element.dictionary.data.ID = pdfText(id);
    this.ids.set(id, element);
  }
}

/** The whole document: Document > Part > Sect > blocks. */
export function growElements(writer: ReleaseWriter, document: Document, owners: ReadonlySet<string>): ElementTree {
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
  element.dictionary.data.A = { O: 'List', ListNumbering: list.numbered ? 'Decimal' : 'Disc' };
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
