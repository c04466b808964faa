// Turn the regions that are not looked at into boxes of a page, and changes that lie wholly inside them into none.
import type { Box } from '../model/difference.ts';
import type { IgnoredRegion } from './diff-options.ts';
import type { Draft } from './draft.ts';
import type { Mark } from './page-marks.ts';

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
