// Turn the figures of a chart into labels at their places: beside what they measure, none over another.

import type { ChartMark } from '../../figures/chart-marks.ts';
import type { ChartForm } from '../../model/chart.ts';

/** Space between a label and what it measures, in points. */
const gap = 2.5;
/** Of the size: how far digits rise above their baseline, and all that a label takes. */
const ascent = 0.8;
const extent = 1;

/** A rectangle, in points. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A label where it stands. */
export interface PlacedLabel extends Box {
  readonly mark: ChartMark;
  readonly baseline: number;
  /** Stands on a bar: what is under it is cleared. */
  readonly inside: boolean;
}

export interface LabelPlaces {
  readonly labels: readonly PlacedLabel[];
  /** Those for which there was no room: they stand over something else. */
  readonly crowded: readonly PlacedLabel[];
}

/** `widthOf` gives that of the figure of a mark at this size; `width` is that of the field, `zero` where its zero stands. */
export function placeLabels(
  marks: readonly ChartMark[],
  form: ChartForm,
  {
    size,
    width,
    zero,
    widthOf,
  }: { readonly size: number; readonly width: number; readonly zero: number; readonly widthOf: (mark: ChartMark) => number },
): LabelPlaces {
  const labels: PlacedLabel[] = [];
  const crowded: PlacedLabel[] = [];
  const bars: readonly Box[] =
    form === 'lines' ? marks.map(({ x, y }) => ({ x: x - gap, y: y - gap, width: 2 * gap, height: 2 * gap })) : marks;
  marks.forEach((mark, index) => {
    const places = candidates(mark, { form, size, zero, width: widthOf(mark) });
    const fits = (box: PlacedLabel): boolean =>
      box.x >= 0 &&
      box.x + box.width <= width &&
      (box.inside || !overlap(box, { x: 0, y: zero, width, height: 0.2 })) &&
      labels.every((other) => !overlap(box, other)) &&
      bars.every((bar, at) => (box.inside && at === index) || !overlap(box, bar));
    const found = places.find(fits);
    const [first] = places;
    if (found) labels.push(found);
    else if (first) {
      labels.push(first);
      crowded.push(first);
    }
  });
  return { labels, crowded };
}

/** A label without a place. */
interface Wanted {
  readonly form: ChartForm;
  readonly size: number;
  readonly width: number;
  /** Where zero stands. */
  readonly zero: number;
}

/** The places that a label may take, the best first. */
function candidates(mark: ChartMark, { form, size, zero, width }: Wanted): readonly PlacedLabel[] {
  const height = extent * size;
  const at = (x: number, y: number, inside = false): PlacedLabel => ({
    mark,
    x,
    y,
    width,
    height,
    baseline: y + ascent * size + (height - ascent * size) / 2,
    inside,
  });
  const centre = mark.x + mark.width / 2 - width / 2;
  const above = at(centre, mark.y - gap - height);
  const below = at(centre, mark.y + mark.height + gap);
  if (form === 'bars') return mark.value < 0 ? [below] : [above];
  if (form === 'lines') {
    const besides = [at(mark.x + 2 * gap, mark.y - height / 2), at(mark.x - 2 * gap - width, mark.y - height / 2)];
    return mark.value < 0 ? [below, above, ...besides] : [above, below, ...besides];
  }
  const middle = mark.y + mark.height / 2 - height / 2;
  const clear = mark.value < 0 ? Math.max(middle, zero + gap / 2) : Math.min(middle, zero - gap / 2 - height);
  const beside = at(mark.x + mark.width + gap, clear);
  return mark.height >= height + gap && mark.width >= width + gap ? [at(centre, middle, true), beside] : [beside];
}

/** Shared edges are no overlap. */
function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width - slack && b.x < a.x + a.width - slack && a.y < b.y + b.height - slack && b.y < a.y + a.height - slack;
}
const slack = 0.05;
