// Turn the tables of words of a document into their heads and row labels, each with the figures that stand under or beside it.
import type { Block, Figure, Inline, WordTable } from '../../model/document.ts';
import type { Lang } from '../../model/language.ts';
import type { Span } from '../../model/span.ts';
import type { Printed } from '../check-shapes.ts';
import { labelText } from './printed-tables.ts';

/** Words of a table and the figures that they name. */
export interface WordHead {
  /** As printed. */
  readonly text: string;
  /** Of the table. */
  readonly lang: Lang;
  /** Which figures the words name. */
  readonly heads: 'row' | 'column';
  /** At least one. */
  readonly figures: readonly Figure[];
  /** Where the words are typed. */
  readonly at: Span;
}

/** By table, in reading order; tables without a figure have none. */
export function wordTableHeads({ document }: Printed): readonly (readonly WordHead[])[] {
  const found: (readonly WordHead[])[] = [];
  const take = (block: Block): void => {
    if (block.kind === 'group') block.blocks.forEach(take);
    if (block.kind === 'words') found.push(headsIn(block, document.figures));
  };
  for (const { sections } of document.parts) for (const { blocks } of sections) blocks.forEach(take);
  return found.filter(({ length }) => length > 0);
}

function headsIn({ lang, rows }: WordTable, figures: readonly Figure[]): readonly WordHead[] {
  const [head, ...body] = rows;
  const figuresIn = (inlines: readonly Inline[]) =>
    inlines.flatMap(({ figure }) => (figure === undefined ? [] : [figures[figure]])).filter((figure) => figure !== undefined);
  const named = (heads: WordHead['heads'], words: readonly Inline[], under: readonly Figure[], at: Span): readonly WordHead[] =>
    under.length === 0 ? [] : [{ text: labelText(words), lang, heads, figures: under, at: words[0]?.at ?? at }];
  const columns = (head?.cells ?? []).map(({ inlines, at }, column) => ({
    inlines,
    at,
    under: body.flatMap(({ cells }) => figuresIn(cells[column]?.inlines ?? [])),
  }));
  return [
    ...columns.slice(1).flatMap(({ inlines, at, under }) => named('column', inlines, under, at)),
    ...body.flatMap(({ cells: [label, ...cells], at }) =>
      named(
        'row',
        label?.inlines ?? [],
        cells.flatMap(({ inlines }) => figuresIn(inlines)),
        at,
      ),
    ),
  ];
}
