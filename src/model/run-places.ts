// Turn a document into the places of its glyph runs: pages hold none, so that they stay what they are when lines move in a file.
import type { Block, Document, Inline } from './document.ts';
import type { GlyphRun } from './page.ts';
import type { Span } from './span.ts';

/** Finds where the words of a run were typed; undefined for one of another document. */
export type PlaceOfRun = (run: Pick<GlyphRun, 'owner' | 'inline'>) => Span | undefined;

/** What owns runs: its own place, and the inlines that they count. */
interface Source {
  readonly at: Span;
  readonly inlines: readonly Inline[];
}

/** Places in the document that the pages were made of. Running heads and folios stand for the first part. */
export function runPlaces(document: Document): PlaceOfRun {
  let sources: ReadonlyMap<string, Source> | undefined;
  return ({ owner, inline }) => {
    sources ??= sourcesOf(document);
    if ('artifact' in owner && owner.artifact !== 'repeated-head') return document.parts[0]?.at;
    const source = sources.get('element' in owner ? owner.element : owner.of);
    return source && (source.inlines[inline ?? -1]?.at ?? source.at);
  };
}

function sourcesOf(document: Document): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>();
  for (const part of document.parts) for (const section of part.sections) for (const block of section.blocks) add(block, sources);
  return sources;
}

function add(block: Block, sources: Map<string, Source>): void {
  const { id, at } = block;
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      sources.set(id, { at, inlines: block.inlines });
      return;
    case 'list':
      for (const item of block.items) {
        sources.set(item.id, item);
        sources.set(`${item.id}.label`, { at: item.at, inlines: item.label });
      }
      return;
    case 'note':
      sources.set(id, { at, inlines: [...block.label, ...block.inlines] });
      sources.set(`${id}.label`, { at, inlines: block.label });
      return;
    case 'words':
      for (const { cells } of block.rows) for (const cell of cells) sources.set(cell.id, cell);
      return;
    case 'group':
      if (block.chart || block.picture) sources.set(`${id}.drawing`, { at, inlines: [] });
      for (const inner of block.blocks) add(inner, sources);
      return;
    case 'table':
      for (const caption of block.captions) sources.set(caption.id, { at, inlines: caption.inlines });
      if (block.unit) sources.set(block.unit.id, { at, inlines: block.unit.inlines });
      for (const head of block.heads) sources.set(head.id, { at: head.at, inlines: head.pieces.flat() });
      for (const row of block.rows) {
        sources.set(`${row.id}.label`, { at: row.at, inlines: row.label });
        for (const cell of row.cells) if (cell) sources.set(cell.id, { at: cell.at, inlines: [] });
      }
  }
}
