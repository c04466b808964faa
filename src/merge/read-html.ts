// Turn a manuscript of HTML, a layout's or a label's, into a tree of elements, texts and insertions.
import { TreeGrower } from './grow-tree.ts';
import type { Manuscript } from './manuscript.ts';
import type { Merging } from './merging.ts';
import type { Node } from './node.ts';
import { readTags } from './read-tags.ts';

export function readHtml(merging: Merging, manuscript: Manuscript): readonly Node[] {
  const tree = new TreeGrower(merging, manuscript);
  readTags(merging, manuscript, tree);
  return tree.finish();
}
