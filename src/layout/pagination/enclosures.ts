// Turn what surrounds several boxes into marks: tints behind them and upright rules beside them, as far as they go on one page.

import type { Rule } from '../../model/page.ts';
import type { Color } from '../../model/style.ts';
import type { PlacedBox } from './break-pages.ts';
import type { Box, Enclosed, Enclosure, FlowItem } from './flow.ts';

interface Reach {
  top: number;
  bottom: number;
  /** Of its column. */
  readonly x: number;
}

/** Marks below the top of the page body: the outer enclosures first. What surrounds boxes of one column goes no further than that. */
export function enclosureMarks(boxes: readonly PlacedBox[]): readonly Rule[] {
  const reaches = new Map<Enclosure, Map<number, Reach>>();
  for (const { box, y, column = 0, dx = 0 } of boxes) {
    const around = box.enclosed ?? [];
    around.forEach(({ enclosure, from = 0 }, index) => {
      const own = index >= around.length - (box.enclosedInColumn ?? 0);
      const [place, x] = own ? [column, dx] : [0, 0];
      const places = reaches.get(enclosure) ?? new Map<number, Reach>();
      reaches.set(enclosure, places);
      const known = places.get(place);
      if (known) known.bottom = Math.max(known.bottom, y + box.height);
      else places.set(place, { top: y + from, bottom: y + box.height, x });
    });
  }
  return [...reaches].flatMap(([{ grounds, sides }, places]) =>
    [...places.values()].flatMap(({ top, bottom, x: dx }) => [
      ...grounds.map(({ x, width, color }) => tint(x + dx, top, width, bottom - top, color)),
      ...sides.map((side): Rule => ({ kind: 'rule', y: top, height: bottom - top, ...side, x: side.x + dx })),
    ]),
  );
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
    items: (left, top) => box.items(left + dx, top),
    frames: box.frames.map((frame) => ({ ...frame, x: frame.x + dx })),
    enclosed: [{ enclosure: outer }, ...inner],
  };
}
