// Turn a point on a page of one language into the point that stands for it on a page of another, by the figures that both print.
import type { MappedFigure } from '../../project/map-pages.ts';
import type { PageView } from '../protocol.ts';

/** A point on a page, in points from its upper edge. */
export interface Spot {
  /** Index of the page. */
  readonly page: number;
  readonly y: number;
}

/** Where a figure stands first. */
export type Spots = ReadonlyMap<number, Spot>;

export function spotsOf(pages: readonly PageView[]): Spots {
  const spots = new Map<number, Spot>();
  for (const { index, marks } of pages)
    for (const { figure, y } of marks) if (figure !== undefined && !spots.has(figure)) spots.set(figure, { page: index, y });
  return spots;
}

/** Points that the nearest figure may be away: beyond, nothing on the page says where the other language is. */
const farthest = 500;

/** Undefined where no figure near it is printed in `lang` too. */
export function partnerOf(
  spot: Spot,
  pages: readonly PageView[],
  figures: readonly MappedFigure[],
  spots: Spots,
  lang: string,
): Spot | undefined {
  const marks = pages.find(({ index }) => index === spot.page)?.marks ?? [];
  let best: { readonly distance: number; readonly spot: Spot } | undefined;
  for (const { figure, y } of marks) {
    const distance = Math.abs(y - spot.y);
    if (figure === undefined || distance > farthest || (best && distance >= best.distance)) continue;
    const partner = figures[figure]?.partners.find((id) => figures[id]?.lang === lang);
    const there = partner === undefined ? undefined : spots.get(partner);
    if (there) best = { distance, spot: { page: there.page, y: there.y + spot.y - y } };
  }
  return best?.spot;
}
