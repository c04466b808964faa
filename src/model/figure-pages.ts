// Turn laid-out pages into the physical pages on which each figure stands.
import type { Layout } from './page.ts';

/** By figure id: pages from 1, in order, each once. Repeated heads and other artifacts are no places of a figure. */
export function figurePages(layout: Layout): ReadonlyMap<number, readonly number[]> {
  const pages = new Map<number, number[]>();
  for (const page of layout.pages) {
    for (const item of page.items) {
      if (item.kind !== 'glyphs' || item.figure === undefined || 'artifact' in item.owner) continue;
      const known = pages.get(item.figure);
      if (!known) pages.set(item.figure, [page.index + 1]);
      else if (known.at(-1) !== page.index + 1) known.push(page.index + 1);
    }
  }
  return pages;
}
