// Turn what surrounds several boxes into marks: tints behind them and upright rules beside them, as far as they go on one page.

import type { PageItem, Rule } from '../../model/page.ts';
import type { Color } from '../../model/style.ts';
import type { Box, Enclosed, Enclosure, FlowItem } from './flow.ts';

interface Reach {
  top: number;
  bottom: number;
}

/** Marks below the top of the page body: the outer enclosures first. */
export function enclosureMarks(boxes: readonly { readonly box: Box; readonly y: number }[]): readonly Rule[] {
  const reaches = new Map<Enclosure, Reach>();
  for (const { box, y } of boxes) {
    for (const { enclosure, from = 0 } of box.enclosed ?? []) {
      const known = reaches.get(enclosure);
      if (known) known.bottom = Math.max(known.bottom, y + box.height);
      else reaches.set(enclosure, { top: y + from, bottom: y + box.height });
    }
  }
  return [...reaches].flatMap(([{ grounds, sides }, { top, bottom }]) => [
    ...grounds.map(({ x, width, color }) => tint(x, top, width, bottom - top, color)),
    ...sides.map((side): Rule => ({ kind: 'rule', y: top, height: bottom - top, ...side })),
  ]);
}

/** A ground: other marks stand on it. */
export function tint(x: number, y: number, width: number, height: number, color: Color): Rule {
  return { kind: 'rule', x, y, width, height, role: 'tint', color: color.value };
}

/** The same item inside another enclosure, so far to the right. `moved` has the enclosures that were moved already. */
export function encloseItem(item: FlowItem, outer: Enclosure, dx: number, again: Box, moved: Map<Enclosure, Enclosure>): FlowItem {
  if (item.kind === 'space') return item;
  if (item.kind === 'break') return { ...item, carry: [again, ...item.carry.map((box) => encloseBox(box, outer, dx, moved))] };
  return encloseBox(item, outer, dx, moved);
}

function encloseBox(box: Box, outer: Enclosure, dx: number, moved: Map<Enclosure, Enclosure>): Box {
  const inner = (box.enclosed ?? []).map(({ enclosure, ...rest }): Enclosed => {
    let own = moved.get(enclosure);
    if (!own) {
      own = {
        grounds: enclosure.grounds.map((ground) => ({ ...ground, x: ground.x + dx })),
        sides: enclosure.sides.map((side) => ({ ...side, x: side.x + dx })),
      };
      moved.set(enclosure, own);
    }
    return { ...rest, enclosure: own };
  });
  return {
    ...box,
    onGrid: false,
    items: () => box.items().map((item): PageItem => ({ ...item, x: item.x + dx })),
    frames: box.frames.map((frame) => ({ ...frame, x: frame.x + dx })),
    enclosed: [{ enclosure: outer }, ...inner],
  };
}
