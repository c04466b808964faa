// Turn a table's captions and unit note into lines: the unit at the table's right edge, or after the caption.

import type { Table } from '../../model/document.ts';
import type { BlockStyle } from '../../model/style.ts';
import { baselineIn, blockStyle, paragraphSpec, textSpec } from '../block-style.ts';
import type { Box, BoxFrame } from '../pagination/flow.ts';
import type { Shop } from '../pagination/flow-text.ts';
import { lineBox, own } from '../pagination/flow-text.ts';
import { lineMarks, together } from '../pagination/marks.ts';
import type { Line, OwnedInline } from '../paragraph/line.ts';

/** Gap between a caption and the unit that follows it, in em of the unit's size. */
const unitGap = 0.6;

export interface Captions {
  readonly boxes: readonly Box[];
  readonly style: BlockStyle;
}

/** Sets captions one below another; `continued` is appended to the last of them, '' for the first time. */
export function flowCaptions(table: Table, shop: Shop, width: number, continued: string): Captions {
  const style = blockStyle(shop.setting, 'caption', table.style);
  const spec = { ...paragraphSpec(shop.setting, style), measure: Math.max(width, style.measure) };
  const boxes: Box[] = [];
  table.captions.forEach((caption, index) => {
    const last = index === table.captions.length - 1;
    const more: readonly OwnedInline[] = last && continued !== '' ? [{ inline: { text: continued, at: table.at }, owner: caption.id }] : [];
    const inlines: readonly OwnedInline[] = [...own(caption.inlines, caption.id, shop), ...more];
    const lines = shop.typesetter.paragraph(inlines, spec);
    boxes.push(
      ...lines
        .map((line) => lineBox(line, style, { frames: [frame(caption.id, width)], onGrid: false }))
        .map((box) => ({ ...box, lines: 0 })),
    );
    if (last && table.unit) addUnit(boxes, lines.at(-1), table, shop, width, style);
  });
  if (table.captions.length === 0 && table.unit) boxes.push(unitBox(setUnit(table, shop), table, shop, width));
  return { boxes: boxes.map((box, index) => (index === boxes.length - 1 ? { ...box, height: box.height + style.after } : box)), style };
}

/** Puts the unit on the caption's line where there is room, else on a line of its own. */
function addUnit(boxes: Box[], caption: Line | undefined, table: Table, shop: Shop, width: number, captionStyle: BlockStyle): void {
  const unit = setUnit(table, shop);
  const unitStyle = blockStyle(shop.setting, 'unit');
  const end = (caption?.width ?? 0) + unitGap * unitStyle.size;
  const box = boxes.at(-1);
  if (!box || !table.unit || end + unit.width > width) {
    boxes.push(unitBox(unit, table, shop, width));
    return;
  }
  const x = unitStyle.align === 'right' ? width - unit.width : end;
  const baseline = baselineIn(captionStyle.leading, captionStyle.size);
  const items = together([box.items, lineMarks(unit, x, baseline, unitStyle.color)]);
  boxes[boxes.length - 1] = { ...box, items, frames: [...box.frames, { ...frame(table.unit.id, unit.width), x }] };
}

function unitBox(unit: Line, table: Table, shop: Shop, width: number): Box {
  const style = blockStyle(shop.setting, 'unit');
  const shift = style.align === 'right' ? width - unit.width : 0;
  const frames = table.unit ? [frame(table.unit.id, width)] : [];
  return { ...lineBox(unit, style, { frames, onGrid: false, shift }), lines: 0 };
}

function setUnit(table: Table, shop: Shop): Line {
  const style = blockStyle(shop.setting, 'unit');
  return shop.typesetter.line(table.unit ? own(table.unit.inlines, table.unit.id, shop) : [], textSpec(shop.setting, style));
}

function frame(element: string, width: number): BoxFrame {
  return { element, role: 'caption', x: 0, width };
}
