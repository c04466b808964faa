// Turn the blocks of a section into one flow, with what stands between two blocks and whether a page may end there.
import type { Block, Group, Heading, Table } from '../../model/document.ts';
import { inLang } from '../../model/language.ts';
import { say } from '../../model/say.ts';
import type { BlockStyle, FrameStyle, Style, TableStyle } from '../../model/style.ts';
import { blockStyle, paragraphSpec, type Setting } from '../block-style.ts';
import { flowChart, isChart } from '../chart/flow-chart.ts';
import type { Report } from '../codes.ts';
import { flowTable } from '../table/flow-table.ts';
import { flowWords } from '../table/flow-words.ts';
import { aboveNotes, type Box, type Break, type FlowItem, forbidden, free, space } from './flow.ts';
import { inColumns, insideColumn, stretchesOf } from './flow-columned.ts';
import { endsWithPage, flowContents } from './flow-contents.ts';
import { flowFramed, insideFrame } from './flow-framed.ts';
import { flowList, listStyle } from './flow-list.ts';
import { flowPicture, isPicture } from './flow-picture.ts';
import { type BlockFlow, flowHeading, flowNote, flowParagraph, frameOf, keepTogether, lineBox, own, type Shop } from './flow-text.ts';
import { made } from './marks.ts';
import { recallFlow } from './recall-flow.ts';

/** Share of the measure that the rule before notes takes (JLREQ 4.2), and the room around it in points. */
const noteRule = { share: 1 / 3, before: 6, after: 3 } as const;

/** A stretch of a section that is set as one: a block, an item of a list, a rule before notes. */
interface Piece extends BlockFlow {
  readonly kind: Block['kind'] | 'rule';
}

/** Sets blocks one below another. */
export function buildFlow(blocks: readonly Block[], shop: Shop, style: Style, report: Report): readonly FlowItem[] {
  return keepHeadings(joined(piecesOf(blocks, shop, style, report, '')));
}

/** Pieces one below another, with what stands between two of them. */
function joined(pieces: readonly Piece[]): readonly FlowItem[] {
  const flow: FlowItem[] = [];
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1];
    if (before) flow.push(...space(before.style.after, piece.style.before), breakBetween(before, piece));
    flow.push(...piece.items);
  });
  return flow;
}

/** Notes below a list may head the next page whole: the rule above them says what they are. */
function breakBetween(before: Piece, piece: Piece): Break {
  if (piece.kind === 'rule' && !before.style.keepWithNext) return aboveNotes;
  return staysWith(before, piece) ? forbidden : free;
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
    if (block.kind === 'note' && before?.kind === 'list') pieces.push(...rulePieces(shop, style, report));
    if (runIn && block.kind !== 'paragraph') {
      pieces.push(...headingPieces(runIn, shop, report));
      runIn = undefined;
    }
    if (block.kind === 'heading' && block.runIn) runIn = block;
    else {
      pieces.push(...piecesOfBlock(block, shop, style, report, groupClass, runIn));
      runIn = undefined;
    }
  });
  if (runIn) pieces.push(...headingPieces(runIn, shop, report));
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
  const { setting } = shop;
  const { page } = setting;
  const own = (tag: string, className = block.class): BlockStyle => blockStyle(setting, tag, className, groupClass);
  const recall = (styles: readonly object[], make: (shop: Shop, report: Report) => readonly BlockFlow[], more?: string): readonly Piece[] =>
    recallFlow({ blocks: [block], styles, ...(more !== undefined && { more }) }, shop, report, make).map((flow) => ({
      kind: block.kind,
      ...flow,
    }));
  const framed = framedStyle(block, setting, groupClass);
  if (framed?.frame) return [framedPiece(block, framed, framed.frame, shop, style, report, groupClass)];
  switch (block.kind) {
    case 'heading':
      return headingPieces(block, shop, report);
    case 'paragraph': {
      if (!runIn && endsWithPage(block, own('p'))) {
        return recall([page, own('p')], (shop) => [{ items: keepTogether(flowContents(block, own('p'), shop)), style: own('p') }]);
      }
      if (!runIn) return recall([page, own('p')], (shop) => [flowParagraph(block, shop, groupClass, undefined)]);
      const styles = [page, own('p'), blockStyle(setting, `h${runIn.level}`, runIn.class)];
      return recallFlow({ blocks: [runIn, block], styles }, shop, report, (shop) => [
        // A run-in heading brings its own space before the paragraph that it opens.
        withSpaceOf(runIn, flowParagraph(block, shop, groupClass, runIn), shop),
      ]).map((flow) => ({ kind: 'paragraph', ...flow }));
    }
    case 'list':
      return recall([page, ...[0, 1, 2].map((depth) => listStyle(setting, block, depth))], (shop) => flowList(block, shop));
    case 'note':
      return recall([page, own('note')], (shop) => [flowNote(block, shop)]);
    case 'group':
      return groupPieces(block, shop, style, report);
    case 'words': {
      const styles = [page, own('cell', ''), own('head', ''), own('caption', 'statistics'), tableStyle(style, 'statistics')];
      return recall(styles, (shop) => [flowWords(block, shop, style)]);
    }
    case 'table': {
      const plan = shop.planOf(block);
      const styles = [plan, own('caption', block.style), own('unit', ''), own('head', ''), own('cell', ''), tableStyle(style, block.style)];
      const more = `${page.measure}/${page.bottom - page.top}/${inLang(style.continued, setting.lang)}`;
      return recall(styles, (shop, report) => [flowTable(block, plan, shop, style, report)], more);
    }
  }
}

/** The style that puts a block into a frame; a table has lines of its own. */
function framedStyle(block: Block, setting: Setting, groupClass: string): BlockStyle | undefined {
  const own = (tag: string) => blockStyle(setting, tag, block.class, groupClass);
  if (block.kind === 'group') return setting.blocks.get(block.class);
  if (block.kind === 'paragraph') return own('p');
  if (block.kind === 'list') return own('li');
  return block.kind === 'note' ? own('note') : undefined;
}

function framedPiece(
  block: Block,
  framed: BlockStyle,
  frame: FrameStyle,
  shop: Shop,
  style: Style,
  report: Report,
  groupClass: string,
): Piece {
  const inner = insideFrame(shop, frame, framed);
  const first = block.kind === 'group' && frame.titleInRule ? block.blocks[0] : undefined;
  const title = first?.kind === 'heading' && !first.runIn && block.kind === 'group' && block.blocks.length > 1 ? first : undefined;
  const rest = title && block.kind === 'group' ? { ...block, blocks: block.blocks.slice(1) } : block;
  const inside = keepHeadings(joined(piecesOf([rest], inner, style, report, groupClass)));
  return { kind: block.kind, ...flowFramed(inside, { frame, style: framed, title, measure: inner.setting.page.measure }, shop) };
}

function headingPieces(heading: Heading, shop: Shop, report: Report): readonly Piece[] {
  const styles = [shop.setting.page, blockStyle(shop.setting, `h${heading.level}`, heading.class)];
  const flows = recallFlow({ blocks: [heading], styles }, shop, report, (shop) => [flowHeading(heading, shop)]);
  return flows.map((flow) => ({ kind: 'heading', ...flow }));
}

function withSpaceOf(heading: Heading, flow: BlockFlow, { setting }: Shop): BlockFlow {
  return { ...flow, style: { ...flow.style, before: blockStyle(setting, `h${heading.level}`, heading.class).before } };
}

function tableStyle(style: Style, name: Table['style']): TableStyle {
  const found = style.tables.get(name);
  if (!found) throw new Error(say`the style has no table \`${name}\``);
  return found;
}

/** A group set flush right is a block of flush-left lines whose widest one ends at the right margin; other groups are their blocks. */
function groupPieces(group: Group, shop: Shop, style: Style, report: Report): readonly Piece[] {
  if (isPicture(group)) {
    const styles = [shop.setting.page, blockStyle(shop.setting, 'p')];
    const flows = recallFlow({ blocks: [group], styles }, shop, report, (shop) => [flowPicture(group, shop)]);
    return flows.map((flow) => ({ kind: 'group', ...flow }));
  }
  if (isChart(group)) {
    const { setting } = shop;
    const styles = [setting.page, blockStyle(setting, 'caption', 'statistics'), blockStyle(setting, 'cell'), style.charts];
    const flows = recallFlow({ blocks: [group], styles }, shop, report, (shop, report) => [flowChart(group, shop, style.charts, report)]);
    return flows.map((flow) => ({ kind: 'group', ...flow }));
  }
  const groupStyle = shop.setting.blocks.get(group.class);
  const paragraphs = group.blocks.filter((block) => block.kind === 'paragraph');
  if (groupStyle?.columns === 2) return columnPieces(group, groupStyle, shop, style, report);
  if (groupStyle?.keepTogether && paragraphs.length === group.blocks.length) {
    const { setting } = shop;
    const styles = [setting.page, groupStyle, ...paragraphs.map((block) => blockStyle(setting, 'p', block.class, group.class))];
    const flows = recallFlow({ blocks: [group], styles }, shop, report, (shop) => [
      { items: keepTogether(groupBoxes(group, groupStyle, shop)), style: groupStyle },
    ]);
    return flows.map((flow) => ({ kind: 'group', ...flow }));
  }
  return piecesOf(group.blocks, shop, style, report, group.class);
}

/** What stands in columns is one piece for each stretch between blocks that stand across both. */
function columnPieces(group: Group, groupStyle: BlockStyle, shop: Shop, style: Style, report: Report): readonly Piece[] {
  const inner = insideColumn(shop, groupStyle);
  const [measure, whole] = [inner.setting.page.measure, shop.setting.page.measure];
  return stretchesOf(group.blocks, shop.setting).flatMap(({ across, blocks }): readonly Piece[] => {
    if (across) return piecesOf(blocks, shop, style, report, group.class);
    const pieces = piecesOf(blocks, inner, style, report, group.class);
    const [first, last] = [pieces[0], pieces.at(-1)];
    if (!first || !last) return [];
    const around = {
      ...groupStyle,
      before: Math.max(groupStyle.before, first.style.before),
      after: Math.max(groupStyle.after, last.style.after),
      keepWithPrevious: false,
      keepWithNext: false,
    };
    return [{ kind: 'group', items: inColumns(keepHeadings(joined(pieces)), measure, whole), style: around }];
  });
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

function rulePieces(shop: Shop, style: Style, report: Report): readonly Piece[] {
  const thickness = style.tables.get('statistics')?.rules.head ?? 0.35;
  const inputs = { blocks: [], styles: [shop.setting.page, blockStyle(shop.setting, 'note')], more: `rule ${thickness}` };
  return recallFlow(inputs, shop, report, (shop) => [ruleBefore(shop, thickness)]).map((flow) => ({ kind: 'rule', ...flow }));
}

function ruleBefore(shop: Shop, thickness: number): BlockFlow {
  const { height, width } = { height: noteRule.before + thickness + noteRule.after, width: shop.setting.page.measure * noteRule.share };
  const items = [{ kind: 'rule' as const, x: 0, y: noteRule.before, width, height: thickness, role: 'note' as const }];
  const box: Box = { kind: 'box', height, items: made(items), frames: [], lines: 0, onGrid: false, heading: false };
  return { items: [box], style: { ...blockStyle(shop.setting, 'note'), before: 0, after: 0 } };
}

/** Lines that follow a heading on its page at least: one line below a heading reads as part of it. */
const linesAfterHeading = 2;

/** Forbids breaks after a heading until enough lines stand below it, or all that do before the next one. */
function keepHeadings(flow: readonly FlowItem[]): readonly FlowItem[] {
  const beforeHeading: boolean[] = [];
  for (let index = flow.length - 1, heading = false; index >= 0; index--) {
    const item = flow[index] as FlowItem;
    if (item.kind === 'box') heading = item.heading;
    beforeHeading[index] = heading;
  }
  let needed = 0;
  return flow.map((item, index) => {
    if (item.kind === 'box') needed = item.heading ? linesAfterHeading : Math.max(0, needed - item.lines);
    if (item.kind !== 'break' || needed === 0 || (needed < linesAfterHeading && beforeHeading[index])) return item;
    return { ...item, cost: forbidden.cost };
  });
}
