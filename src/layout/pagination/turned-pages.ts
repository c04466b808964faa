// Turn the blocks of a section into stretches of upright and of turned pages, and an upright page class into its turned one.

import type { Block, Table } from '../../model/document.ts';
import type { PageClass } from '../../model/style.ts';
import { blockStyle, type Setting } from '../block-style.ts';

/** Width and height exchanged; every margin keeps its width. */
export function turnPage(page: PageClass): PageClass {
  const wider = page.height - page.width;
  return { ...page, width: page.height, height: page.width, measure: page.measure + wider, bottom: page.bottom - wider };
}

/** Neighbouring blocks that start on a new page. */
export interface Stretch {
  readonly turned: boolean;
  readonly blocks: readonly Block[];
}

/** A turned table takes along the titles that stay with what follows them, and the notes after it. */
export function cutStretches(blocks: readonly Block[], setting: Setting, turns: (table: Table) => boolean): readonly Stretch[] {
  const opened = openGroups(blocks, turns);
  const turned = opened.map((block) => block.kind === 'table' && turns(block));
  opened.forEach((_, index) => {
    if (turned[index] && opened[index]?.kind === 'table')
      for (let before = index - 1; before >= 0 && leads(opened[before], setting); before--) turned[before] = true;
  });
  opened.forEach((block, index) => {
    if (index > 0 && turned[index - 1] && follows(block, setting)) turned[index] = true;
  });
  const stretches: { turned: boolean; blocks: Block[] }[] = [];
  opened.forEach((block, index) => {
    const now = turned[index] === true;
    const open = stretches.at(-1);
    // Each turned table starts a page: what leads it starts it. Matrices of neighbouring periods stand under one another where they fit.
    const beside = isMatrix(block) && isMatrix(opened[index - 1]);
    const starts = now && turned[index - 1] === true && !beside && !leads(opened[index - 1], setting) && !follows(block, setting);
    if (open && open.turned === now && !starts) open.blocks.push(block);
    else stretches.push({ turned: now, blocks: [block] });
  });
  return stretches;
}

const isMatrix = (block: Block | undefined): boolean => block?.kind === 'table' && block.matrix === true;

/** A group with a table that turns is cut around it. */
function openGroups(blocks: readonly Block[], turns: (table: Table) => boolean): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== 'group') return [block];
    const inner = openGroups(block.blocks, turns);
    if (!inner.some((each) => each.kind === 'table' && turns(each))) return [block];
    return inner.map((each) => (each.kind === 'paragraph' ? { ...block, blocks: [each] } : each));
  });
}

/** Stays with what follows it. */
function leads(block: Block | undefined, setting: Setting, group = ''): boolean {
  if (block?.kind === 'group') return leads(block.blocks.at(-1), setting, block.class);
  if (block?.kind === 'heading') return blockStyle(setting, `h${block.level}`, block.class).keepWithNext;
  return block?.kind === 'paragraph' && blockStyle(setting, 'p', block.class, group).keepWithNext;
}

/** Stays with what stands before it. */
function follows(block: Block | undefined, setting: Setting, group = ''): boolean {
  if (block?.kind === 'group') return follows(block.blocks[0], setting, block.class);
  if (block?.kind === 'note') return blockStyle(setting, 'note', block.class).keepWithPrevious;
  return block?.kind === 'paragraph' && blockStyle(setting, 'p', block.class, group).keepWithPrevious;
}
