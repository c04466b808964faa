// Turn the blocks of a section into one flow, with what stands between two blocks and whether a page may end there.
import type { Block, Group, Heading } from '../../model/document.ts';
import type { BlockStyle, Style } from '../../model/style.ts';
import { blockStyle, paragraphSpec } from '../block-style.ts';
import type { Report } from '../codes.ts';
import { flowTable } from '../table/flow-table.ts';
import { flowWords } from '../table/flow-words.ts';
import { type Box, type FlowItem, forbidden, free, space } from './flow.ts';
import { flowList } from './flow-list.ts';
import { type BlockFlow, flowHeading, flowNote, flowParagraph, frameOf, keepTogether, lineBox, own, type Shop } from './flow-text.ts';

/** Share of the measure that the rule before notes takes (JLREQ 4.2), and the room around it in points. */
const noteRule = { share: 1 / 3, before: 6, after: 3 } as const;

/** A stretch of a section that is set as one: a block, an item of a list, a rule before notes. */
interface Piece extends BlockFlow {
  readonly kind: Block['kind'] | 'rule';
}

/** Sets blocks one below another. */
export function buildFlow(blocks: readonly Block[], shop: Shop, style: Style, report: Report): readonly FlowItem[] {
  const pieces = piecesOf(blocks, shop, style, report, '');
  const flow: FlowItem[] = [];
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1];
    if (before) flow.push(...space(before.style.after, piece.style.before), staysWith(before, piece) ? forbidden : free);
    flow.push(...piece.items);
  });
  return keepHeadings(flow);
}

/** A paragraph stays with the list that it introduces, notes with what they explain, and what the style says. */
function staysWith(before: Piece, piece: Piece): boolean {
  if (before.style.keepWithNext || piece.style.keepWithPrevious || before.kind === 'rule') return true;
  return before.kind === 'paragraph' && piece.kind === 'list';
}

function piecesOf(blocks: readonly Block[], shop: Shop, style: Style, report: Report, groupClass: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let runIn: Heading | undefined;
  blocks.forEach((block, index) => {
    const before = blocks[index - 1];
    if (block.kind === 'note' && before?.kind === 'list') pieces.push(rulePiece(shop, style));
    if (runIn && block.kind !== 'paragraph') {
      pieces.push({ kind: 'heading', ...flowHeading(runIn, shop) });
      runIn = undefined;
    }
    if (block.kind === 'heading' && block.runIn) runIn = block;
    else {
      pieces.push(...piecesOfBlock(block, shop, style, report, groupClass, runIn));
      runIn = undefined;
    }
  });
  if (runIn) pieces.push({ kind: 'heading', ...flowHeading(runIn, shop) });
  return pieces;
}

function piecesOfBlock(
  block: Block,
  shop: Shop,
  style: Style,
  report: Report,
  groupClass: string,
  runIn: Heading | undefined,
): readonly Piece[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', ...flowHeading(block, shop) }];
    case 'paragraph': {
      const piece = flowParagraph(block, shop, groupClass, runIn);
      // A run-in heading brings its own space before the paragraph that it opens.
      const before = runIn ? blockStyle(shop.setting, `h${runIn.level}`, runIn.class).before : piece.style.before;
      return [{ kind: 'paragraph', items: piece.items, style: { ...piece.style, before } }];
    }
    case 'list':
      return flowList(block, shop).map((item) => ({ kind: 'list', ...item }));
    case 'note':
      return [{ kind: 'note', ...flowNote(block, shop) }];
    case 'group':
      return groupPieces(block, shop, style, report);
    case 'words':
      return [{ kind: 'words', ...flowWords(block, shop, style) }];
    case 'table':
      return [{ kind: 'table', ...flowTable(block, shop, style, report) }];
  }
}

/** A group set flush right is a block of flush-left lines whose widest one ends at the right margin; other groups are their blocks. */
function groupPieces(group: Group, shop: Shop, style: Style, report: Report): readonly Piece[] {
  const groupStyle = shop.setting.blocks.get(group.class);
  const paragraphs = group.blocks.filter((block) => block.kind === 'paragraph');
  if (groupStyle?.keepTogether && paragraphs.length === group.blocks.length) {
    return [{ kind: 'group', items: keepTogether(groupBoxes(group, groupStyle, shop)), style: groupStyle }];
  }
  return piecesOf(group.blocks, shop, style, report, group.class);
}

function groupBoxes(group: Group, groupStyle: BlockStyle, shop: Shop): readonly Box[] {
  const measure = groupStyle.measure || shop.setting.page.measure;
  const set = group.blocks.flatMap((block) => {
    if (block.kind !== 'paragraph') return [];
    const style = blockStyle(shop.setting, 'p', block.class, group.class);
    const spec = { ...paragraphSpec(shop.setting, style), align: 'left' as const };
    return shop.typesetter.paragraph(own(block.inlines, block.id, shop), spec).map((line) => ({ line, style, id: block.id }));
  });
  const widest = Math.max(0, ...set.map(({ line }) => line.width));
  const shift = groupStyle.align === 'right' ? measure - widest : 0;
  return set.map(({ line, style, id }) =>
    lineBox(line, style, { frames: [{ ...frameOf(id, 'paragraph', shop.setting, style), x: shift, width: widest }], onGrid: false, shift }),
  );
}

function rulePiece(shop: Shop, style: Style): Piece {
  const thickness = style.tables.get('statistics')?.rules.head ?? 0.35;
  const { height, width } = { height: noteRule.before + thickness + noteRule.after, width: shop.setting.page.measure * noteRule.share };
  const items = [{ kind: 'rule' as const, x: 0, y: noteRule.before, width, height: thickness, role: 'note' as const }];
  const box: Box = { kind: 'box', height, items: () => items, frames: [], lines: 0, onGrid: false, heading: false };
  return { kind: 'rule', items: [box], style: { ...blockStyle(shop.setting, 'note'), before: 0, after: 0 } };
}

/** Lines that follow a heading on its page at least: one line below a heading reads as part of it. */
const linesAfterHeading = 2;

/** Forbids breaks after a heading until enough lines stand below it. */
function keepHeadings(flow: readonly FlowItem[]): readonly FlowItem[] {
  let needed = 0;
  return flow.map((item) => {
    if (item.kind === 'box') needed = item.heading ? linesAfterHeading : Math.max(0, needed - item.lines);
    return item.kind === 'break' && needed > 0 ? { ...forbidden, carry: item.carry } : item;
  });
}
