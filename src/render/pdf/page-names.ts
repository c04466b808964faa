// Turn a page into the names that its runs give: of the fonts that they are set in, and of the elements that own them.
import type { Page } from '../../model/page.ts';
import type { Picture } from '../../model/picture.ts';

export interface PageNames {
  /** Ids of the fonts of its glyphs. */
  readonly fonts: readonly string[];
  /** Pictures that it shows, each once. */
  readonly pictures: readonly Picture[];
  /** Ids of the elements that own its runs. */
  readonly owners: readonly string[];
}

const known = new WeakMap<Page, PageNames>();

/** Each name once, in the order of the first run that gives it. Looked for once in each page. */
export function namesOn(page: Page): PageNames {
  let names = known.get(page);
  if (!names) {
    const fonts = new Set<string>();
    const owners = new Set<string>();
    const pictures = new Map<string, Picture>();
    for (const item of page.items) {
      if (item.kind === 'picture') pictures.set(item.picture.sha256, item.picture);
      if ((item.kind === 'drawing' || item.kind === 'picture') && 'element' in item.owner) owners.add(item.owner.element);
      if (item.kind !== 'glyphs') continue;
      if (item.glyphs.length > 0) fonts.add(item.font);
      if ('element' in item.owner) owners.add(item.owner.element);
    }
    names = { fonts: [...fonts], pictures: [...pictures.values()], owners: [...owners] };
    known.set(page, names);
  }
  return names;
}
