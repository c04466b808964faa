// Turn a block into the anchors whose page numbers it prints.
import type { Block, Inline } from '../../model/document.ts';

const known = new WeakMap<Block, readonly string[]>();

/** In order of print. Looked for once in each block. */
export function pageReferencesOf(block: Block): readonly string[] {
  const found = known.get(block) ?? referencesIn(block);
  known.set(block, found);
  return found;
}

function referencesIn(block: Block): readonly string[] {
  if (block.kind === 'group') return block.blocks.flatMap(referencesIn);
  const found: string[] = [];
  for (const { pageRef } of inlinesOf(block)) if (pageRef !== undefined) found.push(pageRef);
  return found;
}

/** Every run of text of a block, whatever part of it prints it. */
function inlinesOf(block: Exclude<Block, { kind: 'group' }>): readonly Inline[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.inlines;
    case 'note':
      return [...block.label, ...block.inlines];
    case 'list':
      return block.items.flatMap(({ label, inlines }) => [...label, ...inlines]);
    case 'words':
      return block.rows.flatMap(({ cells }) => cells.flatMap(({ inlines }) => inlines));
    case 'table':
      return [
        ...block.captions.flatMap(({ inlines }) => inlines),
        ...(block.unit?.inlines ?? []),
        ...block.heads.flatMap(({ pieces }) => pieces.flat()),
        ...block.rows.flatMap(({ label }) => label),
      ];
  }
}
