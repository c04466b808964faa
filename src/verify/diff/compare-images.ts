// Turn two page images into the regions that differ though no recorded mark of either page accounts for them.
import type { Box } from '../../model/difference.ts';
import { changedRegions, comparePages, defaultCompareOptions, type Region } from '../compare-pages.ts';
import type { Bitmap } from '../rasterise.ts';

/** Points by which a mark may reach beyond its box: overhanging letters, soft edges. */
const reach = 1.5;

/**
 * `accounted` are boxes of the page, in points, in which a difference is told already. They are taken out of the mask pixel by pixel,
 * so that a strange mark beside a changed figure is found. Undefined when the images have two sizes.
 */
export function unexplainedRegions(
  before: Bitmap,
  after: Bitmap,
  width: number,
  accounted: readonly Box[],
  threshold: number,
): readonly Omit<Box, 'page'>[] | undefined {
  const { sizesDiffer, mask } = comparePages(before, after, { ...defaultCompareOptions, threshold });
  if (sizesDiffer) return undefined;
  if (!mask) return [];
  const scale = mask.width / width;
  for (const box of accounted) clear(mask, box, scale);
  return changedRegions(mask.data, mask.width, mask.height).map((region) => inPoints(region, scale));
}

function clear({ width, height, data }: Bitmap, box: Box, scale: number): void {
  const [left, right] = [Math.floor((box.x - reach) * scale), Math.ceil((box.x + box.width + reach) * scale)];
  const [top, bottom] = [Math.floor((box.y - reach) * scale), Math.ceil((box.y + box.height + reach) * scale)];
  const from = Math.max(0, left);
  const to = Math.min(width, right);
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) if (to > from) data.fill(0, y * width + from, y * width + to);
}

function inPoints({ x, y, width, height }: Region, scale: number): Omit<Box, 'page'> {
  return { x: x / scale, y: y / scale, width: width / scale, height: height / scale };
}
