// Turn what a comparison leaves out into boxes of a page, and changes that lie wholly inside them into none.
import type { Box } from '../model/difference.ts';
import type { Draft } from './draft.ts';
import type { Mark } from './page-marks.ts';

/** What is left out and how closely pages are looked at. */
export interface DiffOptions {
  /** Regions that are not looked at. */
  readonly ignore: readonly IgnoredRegion[];
  /** Colour distance (0-1) from which a pixel differs. */
  readonly threshold: number;
}

/** `header` and `folio` by name, on every page; or a rectangle of a page of the new version, in points from the top left corner. */
export type IgnoredRegion =
  | { readonly name: 'header' | 'folio' }
  | { readonly page: number; readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export const defaultDiffOptions: DiffOptions = { ignore: [], threshold: 0.1 };

const artifactOf = { header: 'header', folio: 'footer' } as const;

/** Boxes of one page, those of marks by name included. */
export function ignoredBoxes(ignore: readonly IgnoredRegion[], page: number, marks: readonly Mark[]): readonly Box[] {
  return ignore.flatMap((region) => {
    if (!('name' in region)) return region.page === page ? [region] : [];
    return marks.filter(({ artifact }) => artifact === artifactOf[region.name]).map(({ box }) => box);
  });
}

/** Places of a change in the new version decide; of one without any, those in the old. */
export function isIgnored(change: Draft, boxesOf: (page: number) => readonly Box[]): boolean {
  const places = change.new.length > 0 ? change.new : change.old;
  return places.length > 0 && places.every((place) => boxesOf(place.page).some((box) => covers(box, place)));
}

/** Points by which a mark may reach out of a region. */
const reach = 1;

function covers(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x - reach &&
    inner.y >= outer.y - reach &&
    inner.x + inner.width <= outer.x + outer.width + reach &&
    inner.y + inner.height <= outer.y + outer.height + reach
  );
}
