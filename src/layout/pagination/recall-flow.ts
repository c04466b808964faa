// Turn a block into its flow, or recall that of one that said the same in the same styles: of what was edited only that is set anew.
import type { Block } from '../../model/document.ts';
import type { Kind } from '../../model/memory.ts';
import { referencesIn } from '../../model/page-references.ts';
import type { Report } from '../codes.ts';
import type { BlockFlow, Shop } from './flow-text.ts';

/** What the flow of a block follows from, besides the type of the style, the fonts and the language. */
export interface FlowInputs {
  /** The block, and before it a heading that runs into it. */
  readonly blocks: readonly Block[];
  /** Styles that it is set in, its page class among them if it reads that, its plan if it is a table: all by what they say. */
  readonly styles: readonly object[];
  /** What else. */
  readonly more?: string;
}

const flows: Kind<readonly BlockFlow[]> = {
  name: 'layout/flow',
  bytes: (pieces) => pieces.reduce((sum, { items }) => sum + 300 + 600 * items.length, 0),
};

/** `make` is given a shop and a report of its own, so that what it finds is known to be its. */
export function recallFlow(
  { blocks, styles, more = '' }: FlowInputs,
  shop: Shop,
  report: Report,
  make: (shop: Shop, report: Report) => readonly BlockFlow[],
): readonly BlockFlow[] {
  const { keeping, setting } = shop;
  const key = (): string => {
    let written = `${keeping.type}|${setting.lang}|${shop.markers.join('\n')}`;
    for (const block of blocks) written += `|${keeping.blockNumber(block)}${printedPages(block, shop)}`;
    for (const block of blocks) if ('id' in block && shop.shorter.has(block.id)) written += '|shorter';
    for (const style of styles) written += `|${keeping.numberOf(style)}`;
    return `${written}|${more}`;
  };
  return keeping.memory.recallSilent(flows, key, report, (own) => make({ ...shop, typesetter: shop.typesetters(own) }, own));
}

/** The pages that references in a block print. */
function printedPages(block: Block, { pageNumber }: Shop): string {
  const anchors = referencesIn(block);
  return anchors.length > 0 ? `,${anchors.map(pageNumber).join()}` : '';
}
