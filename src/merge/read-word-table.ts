// Turn a table's element into a table of words: its first row heads the columns, every row has as many cells.
import type { Block, WordCell, WordRow } from '../model/document.ts';
import { say } from '../model/say.ts';
import { type BlockContext, baseOf, isUnseen } from './block-fields.ts';
import { readInlines } from './read-inlines.ts';
import { type Element, type Node, strayText } from './tree.ts';

export function readWordTable(context: BlockContext, element: Element): readonly Block[] {
  const table = baseOf(context, element);
  const rows = rowsOf(context, element).map((row, index): WordRow => {
    const id = `${table.id}.r${index}`;
    return {
      id,
      cells: cellsOf(context, row, index === 0 ? 'th' : 'td').map((cell, column) => readCell(context, cell, `${id}.c${column}`)),
      at: row.at,
    };
  });
  const [head, ...body] = rows;
  if (!head || head.cells.length === 0 || body.length === 0) {
    refuse(context, 'a table of words has a head and at least one row below it', element.at, [
      'write <tr><th>…</th></tr>, then <tr><td>…</td></tr>',
    ]);
    return [];
  }
  head.cells.forEach(({ inlines, at }) => {
    if (isUnseen(inlines)) refuse(context, 'a head of a table of words is empty', at, ['say what stands below it']);
  });
  for (const { cells, at } of body) {
    const [first] = cells;
    if (first && isUnseen(first.inlines))
      refuse(context, 'the first cell of a row is empty', first.at, ['it names the row: say what the row is of']);
    if (cells.length === head.cells.length) continue;
    const message = say`a row has ${cells.length} cells below ${head.cells.length} heads`;
    refuse(context, message, at, ['give every row a cell for each head; an empty one stays empty']);
  }
  return [{ kind: 'words', ...table, rows }];
}

function readCell({ markup, lang }: BlockContext, cell: Element, id: string): WordCell {
  const align = cell.attributes.get('align');
  const aligned = align === 'right' || align === 'center' ? align : 'left';
  return { id, align: aligned, inlines: readInlines(markup, cell.children, lang, 'name'), at: cell.at };
}

/** Rows, in `<thead>` and `<tbody>` or without. */
function rowsOf(context: BlockContext, element: Element): readonly Element[] {
  return elementsIn(context, element).flatMap((child) => {
    if (child.name === 'thead' || child.name === 'tbody') return rowsOf(context, child);
    if (child.name === 'tr') return [child];
    refuse(context, 'a table of words holds rows only', child.at, ['write <tr>']);
    return [];
  });
}

function cellsOf(context: BlockContext, row: Element, wanted: 'th' | 'td'): readonly Element[] {
  return elementsIn(context, row).filter((child) => {
    if (child.name !== wanted)
      refuse(context, say`a cell of this row is <${wanted}>, not <${child.name}>`, child.at, ['only the first row holds <th>']);
    return child.name === wanted;
  });
}

function elementsIn(context: BlockContext, { children }: Element): readonly Element[] {
  return children.flatMap((child: Node) => {
    if (child.kind === 'element') return [child];
    const stray = strayText(child);
    if (stray) refuse(context, say`text outside a cell: ${stray.words}`, stray.at, ['put it in <td>']);
    return [];
  });
}

function refuse({ markup }: BlockContext, message: string, at: Element['at'], hints: readonly string[]): void {
  markup.report({ severity: 'error', code: 'merge/unknown-element', message, at, hints });
}
