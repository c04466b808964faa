// Turn nested blocks into one list in reading order.
import type { Block } from '../../model/document.ts';

/** Groups opened: their blocks follow them. */
export function blocksOf(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => (block.kind === 'group' ? [block, ...blocksOf(block.blocks)] : [block]));
}
