// Turn a document into an index: which block, style and place in a table each owner of glyphs has.
import type { Block, BodyRow, Document, FigureCell, HeadCell, Inline, ListItem, Section, Table } from '../model/document.ts';
import { cellsOf, withInner } from '../model/document-texts.ts';
import { inLang, type Lang } from '../model/language.ts';
import { depthOf } from '../model/nested-lists.ts';
import type { BlockStyle, Style } from '../model/style.ts';

/** What an owner of glyphs is. */
export interface ElementPlace {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'note' | 'caption' | 'unit' | 'head' | 'label' | 'cell' | 'marker';
  /** The block or item whose lines these are: markers and labels belong to their items and notes. */
  readonly base: string;
  readonly block: Block;
  readonly section: Section;
  readonly lang: Lang;
  /** Style of running text; undefined inside tables. */
  readonly style?: BlockStyle;
  readonly inlines: readonly Inline[];
  readonly table?: Table;
  readonly row?: BodyRow;
  readonly column?: number;
  readonly cell?: FigureCell;
  readonly head?: HeadCell;
}

/** By id of owner. */
export function indexElements(document: Document, style: Style): ReadonlyMap<string, ElementPlace> {
  const index = new Map<string, ElementPlace>();
  for (const part of document.parts) {
    for (const section of part.sections) for (const block of section.blocks) addBlock(block, section, part.lang, '', style, index);
  }
  return index;
}

/** All blocks by id, tables and those inside of groups too. */
export function indexBlocks(document: Document): ReadonlyMap<string, Block> {
  const blocks = document.parts.flatMap(({ sections }) => sections.flatMap((section) => section.blocks.flatMap(withInner)));
  return new Map(blocks.map((block) => [block.id, block]));
}

function addBlock(block: Block, section: Section, lang: Lang, group: string, style: Style, index: Map<string, ElementPlace>): void {
  const styled = (tag: string): { style: BlockStyle } | undefined => {
    const found = styleOf(style, lang, tag, block.class, group);
    return found && { style: found };
  };
  const ofItem = (item: ListItem): { style: BlockStyle } | undefined => {
    const level = `li-${depthOf(item) + 1}`;
    const blocks = inLang(style.blocks, lang);
    const own = blocks.get(`${level}.${block.class}`) ?? blocks.get(level);
    return own ? { style: own } : styled(block.kind === 'list' && block.terms ? 'dl' : 'li');
  };
  const base = { base: block.id, block, section, lang };
  switch (block.kind) {
    case 'heading':
      index.set(block.id, { ...base, kind: 'heading', inlines: block.inlines, ...styled(`h${block.level}`) });
      return;
    case 'paragraph':
      index.set(block.id, { ...base, kind: 'paragraph', inlines: block.inlines, ...styled('p') });
      return;
    case 'list':
      for (const item of block.items) {
        const label = `${item.id}.label`;
        // Terms stand in a column of their own, as the cells of a table do, and are read first.
        if (block.terms) index.set(label, { ...base, base: label, kind: 'label', inlines: item.label });
        index.set(item.id, { ...base, base: item.id, kind: 'item', inlines: item.inlines, ...ofItem(item) });
        if (!block.terms) index.set(label, { ...base, base: item.id, kind: 'marker', inlines: item.label, ...ofItem(item) });
      }
      return;
    case 'note':
      index.set(block.id, { ...base, kind: 'note', inlines: [...block.label, ...block.inlines], ...styled('note') });
      index.set(`${block.id}.label`, { ...base, kind: 'note', inlines: block.label, ...styled('note') });
      return;
    case 'words':
      // Set to the left in columns of their own: the rules of running text do not ask for them.
      for (const cell of cellsOf(block)) index.set(cell.id, { ...base, base: cell.id, kind: 'item', inlines: cell.inlines });
      return;
    case 'group':
      for (const inner of block.blocks) {
        // The title of a chart is set as the caption of a table is.
        if (block.chart && inner.kind === 'paragraph')
          index.set(inner.id, { ...base, base: inner.id, kind: 'item', inlines: inner.inlines });
        else addBlock(inner, section, lang, block.class, style, index);
      }
      return;
    case 'table':
      addTable(block, section, lang, index);
  }
}

function addTable(table: Table, section: Section, lang: Lang, index: Map<string, ElementPlace>): void {
  const base = { block: table, section, lang, table };
  for (const { id, inlines } of table.captions) index.set(id, { ...base, base: id, kind: 'caption', inlines });
  if (table.unit) index.set(table.unit.id, { ...base, base: table.unit.id, kind: 'unit', inlines: table.unit.inlines });
  for (const head of table.heads) index.set(head.id, { ...base, base: head.id, kind: 'head', inlines: head.pieces.flat(), head });
  for (const row of table.rows) {
    const label = `${row.id}.label`;
    index.set(label, { ...base, base: label, kind: 'label', inlines: row.label, row });
    row.cells.forEach((cell, column) => {
      if (cell) index.set(cell.id, { ...base, base: cell.id, kind: 'cell', inlines: [], row, column, cell });
    });
  }
}

/** The style of a block, by the rule that themes are written to: tag and class, class, group, tag. */
function styleOf(style: Style, lang: Lang, tag: string, className: string, group = ''): BlockStyle | undefined {
  const names = className ? [`${tag}.${className}`, className] : [];
  if (group && tag === 'p') names.push(group);
  return [...names, tag].map((name) => inLang(style.blocks, lang).get(name)).find((found) => found !== undefined);
}
