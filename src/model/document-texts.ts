// Turn a document into its texts in reading order: every paragraph, heading, list item and note, with the section that it stands in.
import type { Block, Document, FigureCell, Inline, ListItem, WordCell, WordTable } from './document.ts';
import type { Lang } from './language.ts';

/** One text that is read in one go; the labels and figures of tables are none. */
export interface DocumentText {
  /** Id of the block or list item: the same for the same source. */
  readonly id: string;
  readonly part: string;
  readonly lang: Lang;
  readonly kind: 'heading' | 'paragraph' | 'item' | 'note';
  readonly inlines: readonly Inline[];
}

export function documentTexts(document: Document): readonly DocumentText[] {
  return document.parts.flatMap((part) =>
    part.sections.flatMap((section) => section.blocks.flatMap((block) => textsOf(block).map((text) => ({ ...text, part: part.id })))),
  );
}

function textsOf(block: Block): readonly Omit<DocumentText, 'part'>[] {
  const { id, lang } = block;
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [{ id, lang, kind: block.kind, inlines: block.inlines }];
    case 'note':
      return [{ id, lang, kind: 'note', inlines: [...block.label, ...block.inlines] }];
    case 'list':
      return block.items.map((item) => ({ id: item.id, lang, kind: 'item', inlines: itemText(item) }));
    case 'group':
      return block.blocks.flatMap(textsOf);
    case 'words':
      return cellsOf(block).map((cell) => ({ id: cell.id, lang, kind: 'item', inlines: cell.inlines }));
    case 'table':
      return [];
  }
}

/** An item as it is read: its number, if it has one, and its text. */
export function itemText({ label, inlines, at }: ListItem): readonly Inline[] {
  return label.length > 0 ? [...label, { text: ' ', at }, ...inlines] : inlines;
}

/** A block, and after it those that stand in it, if it is a group. */
export function withInner(block: Block): readonly Block[] {
  return block.kind === 'group' ? [block, ...block.blocks.flatMap(withInner)] : [block];
}

/** Every list of runs in a block that is no figure, in reading order, with the labels of lists and notes; those of blocks in a group are their own. */
export function runsOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.inlines];
    case 'note':
      return [block.label, block.inlines];
    case 'list':
      return block.items.flatMap(({ label, inlines }) => [label, inlines]);
    case 'words':
      return cellsOf(block).map(({ inlines }) => inlines);
    case 'group':
      return [];
    case 'table': {
      const runs = block.captions.map(({ inlines }) => inlines);
      if (block.unit) runs.push(block.unit.inlines);
      for (const head of block.heads) runs.push(...head.pieces);
      for (const row of block.rows) runs.push(row.label, ...row.cells.flatMap(cellRuns));
      return runs;
    }
  }
}

/** What a cell of a table of figures prints besides its figure: words in its place, and its note mark. */
export function cellRuns(cell: FigureCell | undefined): readonly (readonly Inline[])[] {
  return [cell?.words, cell?.mark].filter((runs) => runs !== undefined);
}

/** Cells of a table of words, row by row. */
export function cellsOf({ rows }: WordTable): readonly WordCell[] {
  return rows.flatMap(({ cells }) => cells);
}

/** The same table with other text in its cells. */
export function withCells(table: WordTable, change: (cell: WordCell) => readonly Inline[]): WordTable {
  const rows = table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, inlines: change(cell) })) }));
  return { ...table, rows };
}

/** All inlines of a block and of those in it, labels, heads and captions too, in the order in which they stand. */
export function inlinesOf(block: Block): readonly Inline[] {
  return withInner(block).flatMap(runsOf).flat();
}
