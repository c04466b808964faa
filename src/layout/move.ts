// Turn marks set at one place into the same marks at another.
import type { GlyphRun, Owner, PageItem } from '../model/page.ts';

/** Moves a mark right and down, in points. */
export function move<T extends PageItem>(item: T, dx: number, dy: number): T {
  return { ...item, x: item.x + dx, y: item.y + dy };
}

/** The same glyphs as an artifact: they stand for no figure and lead nowhere. */
export function asArtifact(run: GlyphRun, artifact: Extract<Owner, { artifact: string }>['artifact']): GlyphRun {
  const { figure: _figure, href: _href, noteRef: _noteRef, expansion: _expansion, ...rest } = run;
  return { ...rest, owner: { artifact } };
}
