// Turn headings, paragraphs, list items and notes into boxes of one line each, with breaks where widows and orphans allow them.

import type { Heading, Inline, Note, Paragraph, Table } from '../../model/document.ts';
import { isReference } from '../../model/page-references.ts';
import type { BlockStyle } from '../../model/style.ts';
import type { Setting } from '../block-style.ts';
import { baselineIn, blockStyle, paragraphSpec, textSpec } from '../block-style.ts';
import type { Keeping } from '../keeping.ts';
import type { Line, OwnedInline } from '../paragraph/line.ts';
import { ownedBy } from '../paragraph/own.ts';
import type { TablePlan } from '../table/plan-table.ts';
import type { Typesetter, Typesetters } from '../typesetter.ts';
import { type Box, type BoxFrame, type Break, type FlowItem, forbidden, free, insideName, insideNote } from './flow.ts';
import { lineMarks, together } from './marks.ts';

/** A block's boxes and breaks, and the style that says what stands around it. */
export interface BlockFlow {
  readonly items: readonly FlowItem[];
  readonly style: BlockStyle;
}

/** What all blocks of a section are set with. */
export interface Shop {
  readonly setting: Setting;
  readonly typesetter: Typesetter;
  /** Gives a typesetter that tells another report. */
  readonly typesetters: Typesetters;
  readonly keeping: Keeping;
  /** Fills page references: the text to print for an anchor. */
  readonly pageNumber: (anchor: string) => string;
  /** List markers of the section's language, the outermost first. */
  readonly markers: readonly string[];
  /** Elements of the paragraphs that are set in as few lines as they can be. */
  readonly shorter: ReadonlySet<string>;
  /** How a table is set: upright, turned or split. */
  readonly planOf: (table: Table) => TablePlan;
  /** The same in another setting: inside a frame. */
  readonly planIn: (setting: Setting) => (table: Table) => TablePlan;
}

/** Gap after a run-in heading, in em; the word space there is set without width. */
const runInGap = 0.5;

/** Gap after a note's label, in em: a word space. */
const labelGap = 0.25;

/** Characters that bring their own space at the end of a note's label. */
const spacedEnd = /[：、　\s]$/u;

export function flowHeading(heading: Heading, shop: Shop): BlockFlow {
  const style = blockStyle(shop.setting, `h${heading.level}`, heading.class);
  const lines = shop.typesetter.paragraph(own(heading.inlines, heading.id, shop), paragraphSpec(shop.setting, style));
  const frame = [frameOf(heading.id, 'heading', shop.setting, style)];
  const grid = shop.setting.page.grid;
  if (grid > 0 && style.gridLines > 0) return { items: [headingOnGrid(lines, style, grid, frame)], style };
  return { items: keepTogether(lines.map((line) => lineBox(line, style, { frames: frame, heading: true }))), style };
}

/** A paragraph, with a run-in heading at its start if one stands before it. */
export function flowParagraph(paragraph: Paragraph, shop: Shop, groupClass: string, runIn: Heading | undefined): BlockFlow {
  const style = blockStyle(shop.setting, 'p', paragraph.class, groupClass);
  const text = own(paragraph.inlines, paragraph.id, shop);
  const plain = paragraphSpec(shop.setting, style);
  const spec = shop.shorter.has(paragraph.id) ? { ...plain, fewest: true as const } : plain;
  const frame = frameOf(paragraph.id, 'paragraph', shop.setting, style);
  if (!runIn) return { items: breakable(setLines(shop, text, spec, style, [frame]), style), style };
  const headingStyle = blockStyle(shop.setting, `h${runIn.level}`, runIn.class);
  const { role, weight, italic } = textSpec(shop.setting, headingStyle);
  const face = { role, weight, italic };
  const lead = own(runIn.inlines, runIn.id, shop).map((owned): OwnedInline => ({ ...owned, face }));
  const space: OwnedInline = { inline: { text: ' ', at: runIn.at }, owner: runIn.id, face };
  const [first, ...others] = text;
  const joined = first ? [...lead, space, { ...first, gapBefore: runInGap }, ...others] : lead;
  const boxes = setLines(shop, joined, spec, style, [frame]);
  const headingFrame = frameOf(runIn.id, 'heading', shop.setting, style);
  const headed = boxes.map((box, index) => (index === 0 ? { ...box, frames: [headingFrame, ...box.frames] } : box));
  return { items: breakable(headed, style), style };
}

export function flowNote(note: Note, shop: Shop): BlockFlow {
  const style = blockStyle(shop.setting, 'note', note.class);
  const label = spacedLabel(own(note.label, `${note.id}.label`, shop));
  const ending = note.label.map(({ text }) => text).join('');
  const space: readonly OwnedInline[] =
    ending === '' || spacedEnd.test(ending) ? [] : [{ inline: { text: ' ', at: note.at }, owner: `${note.id}.label` }];
  const [first, ...others] = own(note.inlines, note.id, shop, note.label.length);
  // Labels of notes stand at one distance before their text, however wide the spaces of its first line are.
  const text = first && space.length > 0 ? [{ ...first, gapBefore: labelGap }, ...others] : first ? [first, ...others] : [];
  const inlines = [...label, ...space, ...text];
  const frame = frameOf(note.id, 'note', shop.setting, style);
  return { items: breakable(setLines(shop, inlines, paragraphSpec(shop.setting, style), style, [frame]), style, insideNote), style };
}

/** The words of a label at one distance, however wide the spaces of its line are. */
function spacedLabel(label: readonly OwnedInline[]): readonly OwnedInline[] {
  return label.flatMap((owned) =>
    owned.inline.text
      .split(/(?<=\s)(?=\S)/u)
      .map((text, index): OwnedInline => ({ ...owned, inline: { ...owned.inline, text }, ...(index > 0 && { gapBefore: labelGap }) })),
  );
}

/** Names the owner of runs, with page references filled in and linked to what they refer to; inlines count from `from` in its text. */
export function own(inlines: readonly Inline[], owner: string, shop: Pick<Shop, 'pageNumber'>, from = 0): readonly OwnedInline[] {
  const owned = ownedBy(inlines, owner, from);
  if (!inlines.some(isReference)) return owned;
  return owned.map((each) => {
    const { inline } = each;
    if (!isReference(inline)) return each;
    return { ...each, inline: { ...inline, text: shop.pageNumber(inline.pageRef), href: inline.href ?? `#${inline.pageRef}` } };
  });
}

export function frameOf(element: string, role: string, setting: Setting, style: BlockStyle): BoxFrame {
  return { element, role, x: 0, width: style.measure || setting.page.measure };
}

/** One line as a box as high as the style's leading. */
export function lineBox(
  line: Line,
  style: Pick<BlockStyle, 'leading' | 'size' | 'color'>,
  {
    frames = [],
    heading = false,
    onGrid = true,
    shift = 0,
  }: { frames?: readonly BoxFrame[]; heading?: boolean; onGrid?: boolean; shift?: number },
): Box {
  const baseline = baselineIn(style.leading, style.size);
  const items = lineMarks(line, shift, baseline, style.color);
  const box: Box = { kind: 'box', height: style.leading, items, frames, lines: heading ? 0 : 1, onGrid, heading };
  if (!line.hyphenated && !line.parting) return box;
  return { ...box, ...(line.hyphenated && { runsOn: line.hyphenated }), ...(line.parting && { parting: line.parting }) };
}

function setLines(
  shop: Shop,
  inlines: readonly OwnedInline[],
  spec: Parameters<Typesetter['paragraph']>[1],
  style: BlockStyle,
  frames: readonly BoxFrame[],
): readonly Box[] {
  const onGrid = style.leading === shop.setting.page.grid;
  return shop.typesetter.paragraph(inlines, spec).map((line) => lineBox(line, style, { frames, onGrid }));
}

/** A heading takes whole lines of the grid (行取り), its own lines in their middle. */
function headingOnGrid(lines: readonly Line[], style: BlockStyle, grid: number, frames: readonly BoxFrame[]): Box {
  const text = lines.length * style.leading;
  const height = Math.max(style.gridLines, Math.ceil(text / grid)) * grid;
  const top = (height - text) / 2 + baselineIn(style.leading, style.size);
  const items = together(lines.map((line, index) => lineMarks(line, 0, top + index * style.leading, style.color)));
  return { kind: 'box', height, items, frames, lines: 0, onGrid: true, heading: true };
}

/** Breaks between lines that leave at least `orphans` before and `widows` after, and part no word; each costs what `inside` says. */
export function breakable(
  boxes: readonly Box[],
  style: Pick<BlockStyle, 'widows' | 'orphans' | 'keepTogether'>,
  inside: Break = free,
): readonly FlowItem[] {
  return boxes.flatMap((box, index): readonly FlowItem[] => {
    if (index === 0) return [box];
    const whole = !style.keepTogether && !boxes[index - 1]?.runsOn;
    const allowed = whole && index >= style.orphans && boxes.length - index >= style.widows;
    return [!allowed ? forbidden : boxes[index - 1]?.parting && inside.cost < insideName.cost ? insideName : inside, box];
  });
}

export function keepTogether(boxes: readonly Box[]): readonly FlowItem[] {
  return boxes.flatMap((box, index): readonly FlowItem[] => (index === 0 ? [box] : [forbidden, box]));
}
