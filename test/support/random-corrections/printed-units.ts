// Turn blocks into the texts and cells that they print, each with what of it is marked as changed.
import type { Inline } from '../../../src/index.ts';
import type { Block, Table } from '../../../src/model/document.ts';

/** What is read in one go: runs of text, or a cell. */
export type Unit = readonly Pick<Inline, 'text' | 'changed'>[];

/** White space and the forms of characters are the setter's. */
export const flat = (text: string): string => text.normalize('NFKC').replaceAll('\u2212', '△').replace(/\s+/gu, '');

export const short = (text: string): string => (text.length > 70 ? `${text.slice(0, 69)}…` : text);

/** Of one block; those of blocks in a group are their own. */
export function unitsOf(block: Block): readonly Unit[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.inlines];
    case 'note':
      return [[...block.label, ...block.inlines]];
    case 'list':
      return block.items.map(({ label, inlines }) => [...label, ...inlines]);
    case 'words':
      return block.rows.flatMap(({ cells }) => cells.map(({ inlines }) => inlines));
    case 'group':
      return [];
    case 'table':
      return tableUnits(block);
  }
}

function tableUnits({ captions, unit, heads, rows }: Table): readonly Unit[] {
  return [
    ...captions.map(({ inlines }) => inlines),
    ...(unit ? [unit.inlines] : []),
    ...heads.map(({ pieces }) => pieces.flat()),
    ...rows.flatMap(({ label, cells }) => [
      label,
      ...cells.flatMap((cell) =>
        cell ? [[{ text: cell.prefix + cell.core + cell.suffix, ...(cell.changed && { changed: true as const }) }]] : [],
      ),
    ]),
  ];
}

/** Marked runs after one another are one mark. */
export function marksIn(unit: Unit): readonly string[] {
  const found: string[] = [];
  let open = false;
  for (const { text, changed } of unit) {
    if (changed && open) found[found.length - 1] += text;
    else if (changed) found.push(text);
    open = changed === true;
  }
  return found;
}
