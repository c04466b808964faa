// Turn a block into the anchors whose page numbers it prints.
import type { Block, Inline } from './document.ts';
import { inlinesOf } from './document-texts.ts';

/** Whether the text of an inline is the number of a page. */
export const isReference = (inline: Inline): inline is Inline & { readonly pageRef: string } => inline.pageRef !== undefined;

const known = new WeakMap<Block, readonly string[]>();

/** In the order of its text. Looked for once in each block. */
export function referencesIn(block: Block): readonly string[] {
  let found = known.get(block);
  if (!found) {
    found = inlinesOf(block).flatMap(({ pageRef }) => pageRef ?? []);
    known.set(block, found);
  }
  return found;
}
