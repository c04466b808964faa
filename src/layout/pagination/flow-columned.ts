// Turn the pieces of a group into one flow that fills two columns: half as wide each, with a gap between them.
import { language } from '../../language/languages.ts';
import type { Block } from '../../model/document.ts';
import type { BlockStyle } from '../../model/style.ts';
import { blockStyle, type Setting } from '../block-style.ts';
import type { Box, Columns, FlowItem } from './flow.ts';
import type { Shop } from './flow-text.ts';

/** A shop that sets what stands in one column of a group. */
export function insideColumn(shop: Shop, style: BlockStyle): Shop {
  const { page, blocks, lang } = shop.setting;
  const room = (page.measure - style.columnGap * style.size) / 2;
  // Lines of the cjk tradition hold whole characters; what is left goes to the gap.
  const measure = language(lang).tradition === 'cjk' ? Math.floor(room / style.size + 1e-6) * style.size : room;
  const inner = new Map([...blocks].map(([name, block]) => [name, { ...block, measure: Math.min(block.measure, measure) }]));
  const setting: Setting = { ...shop.setting, blocks: inner, page: { ...page, measure } };
  return { ...shop, setting, planOf: shop.planIn(setting) };
}

/** Blocks that stand in columns, and those that stand across both: statements, and what the style says of. */
export interface Stretch {
  readonly across: boolean;
  readonly blocks: readonly Block[];
}

export function stretchesOf(blocks: readonly Block[], setting: Setting): readonly Stretch[] {
  const stretches: { across: boolean; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const across = standsAcross(block, setting);
    const last = stretches.at(-1);
    if (last?.across === across) last.blocks.push(block);
    else stretches.push({ across, blocks: [block] });
  }
  return stretches;
}

function standsAcross(block: Block, setting: Setting): boolean {
  if (block.kind === 'table') return true;
  if (block.kind === 'heading') return !block.runIn && blockStyle(setting, `h${block.level}`, block.class).across;
  if (block.kind === 'group') return setting.blocks.get(block.class)?.across ?? false;
  if (block.kind === 'paragraph') return blockStyle(setting, 'p', block.class).across;
  return block.kind === 'list' && blockStyle(setting, block.terms ? 'dl' : 'li', block.class).across;
}

/** `measure` is that of one column, `whole` that of both with their gap. */
export function inColumns(flow: readonly FlowItem[], measure: number, whole: number): readonly FlowItem[] {
  const columns: Columns = { second: whole - measure };
  return flow.map((item): FlowItem => {
    if (item.kind === 'space') return { ...item, columns };
    if (item.kind === 'box') return ofColumn(item, columns);
    const carry = item.carry.map((box) => ofColumn(box, columns));
    return { ...item, columns, carry, again: carry };
  });
}

const ofColumn = (box: Box, columns: Columns): Box => ({ ...box, columns, enclosedInColumn: box.enclosed?.length ?? 0 });
