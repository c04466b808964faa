// Turn a block into the same block with other runs of text in it; where none changes it stays the same object.
import type { Block, FigureCell, Inline } from '../model/document.ts';

type Runs = readonly Inline[];

/** Gives the runs that stand in the place of some; `block` is the innermost that they stand in, `label` says that they are a note's label. */
export type ChangeRuns = (inlines: Runs, block: Block, label: boolean) => Runs;

/** Figures of tables and numbers of lists are none. */
export function withRuns(block: Block, change: ChangeRuns): Block {
  const text = (inlines: Runs) => change(inlines, block, false);
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return withText(block, text);
    case 'note':
      return withText(replaced(block, 'label', change(block.label, block, true)), text);
    case 'list':
      return replaced(
        block,
        'items',
        mapped(block.items, (item) => withText(item, text)),
      );
    case 'words':
      return replaced(
        block,
        'rows',
        mapped(block.rows, (row) =>
          replaced(
            row,
            'cells',
            mapped(row.cells, (cell) => withText(cell, text)),
          ),
        ),
      );
    case 'group':
      return replaced(
        block,
        'blocks',
        mapped(block.blocks, (inner) => withRuns(inner, change)),
      );
    case 'table': {
      const captions = mapped(block.captions, (caption) => withText(caption, text));
      const unit = block.unit && withText(block.unit, text);
      const heads = mapped(block.heads, (head) => replaced(head, 'pieces', mapped(head.pieces, text)));
      const rows = mapped(block.rows, (row) =>
        replaced(
          replaced(row, 'label', text(row.label)),
          'cells',
          mapped(row.cells, (cell) => cell && withCellRuns(cell, text)),
        ),
      );
      const headed = replaced(replaced(block, 'captions', captions), 'heads', heads);
      return replaced(unit ? replaced(headed, 'unit', unit) : headed, 'rows', rows);
    }
  }
}

/** Words in the place of a figure, and a note mark. */
function withCellRuns(cell: FigureCell, change: (inlines: Runs) => Runs): FigureCell {
  const worded = cell.words ? replaced(cell, 'words', change(cell.words)) : cell;
  return worded.mark ? replaced(worded, 'mark', change(worded.mark)) : worded;
}

const withText = <T extends { readonly inlines: Runs }>(value: T, change: (inlines: Runs) => Runs): T =>
  replaced(value, 'inlines', change(value.inlines));

const replaced = <T, K extends keyof T>(value: T, field: K, now: T[K]): T => (now === value[field] ? value : { ...value, [field]: now });

/** The same list where every item stays the same object. */
function mapped<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  const now = items.map(change);
  return now.every((item, index) => item === items[index]) ? items : now;
}
