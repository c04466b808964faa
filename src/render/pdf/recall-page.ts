// Turn a page into its typesetting and its content, made anew only where the page, its fonts or its elements differ from what was made before.
import type { Kind, Memory } from '../../model/memory.ts';
import type { Page } from '../../model/page.ts';
import type { FontFile } from '../../model/sources.ts';
import { type DrawnPage, drawnBytes, drawPage } from './draw-page.ts';
import type { OwnerTag } from './page-segments.ts';
import type { ReleaseFont } from './release-fonts.ts';
import { fontFile, type PageTypesetting, typesetPage, typesettingBytes } from './typeset-page.ts';

const typesettings: Kind<PageTypesetting> = { name: 'pdf/typeset-page', bytes: typesettingBytes };
const drawings: Kind<DrawnPage> = { name: 'pdf/drawn-page', bytes: drawnBytes };

/** What its glyphs become in their fonts. */
export function recallTypesetting(page: Page, fonts: ReadonlyMap<string, FontFile>, memory: Memory): PageTypesetting {
  const key = (): string => {
    const files = readPage(page).fonts.map((id) => memory.numberOf(fontFile(fonts, id)));
    return `${memory.numberOf(page)} ${files.join(' ')}`;
  };
  return memory.recall(typesettings, key, () => typesetPage(page, fonts));
}

/**
 * What it shows, as `fonts` number its glyphs and `owners` are tagged. Owners of other pages are not read, and neither is where links
 * lead: that is said when the page's pieces are hung.
 */
export function recallDrawing(
  page: Page,
  typeset: PageTypesetting,
  fonts: ReadonlyMap<string, ReleaseFont>,
  owners: ReadonlyMap<string, OwnerTag>,
  memory: Memory,
): DrawnPage {
  const key = (): string => {
    let out = `${memory.numberOf(page)}`;
    for (const font of typeset.uses.keys()) out += ` ${fonts.get(font)!.name} ${memory.numberOf(fonts.get(font)!.subset)}`;
    for (const owner of readPage(page).owners) {
      const tag = owners.get(owner);
      out += tag ? ` ${tag.type}${tag.lang}` : ' -';
    }
    return out;
  };
  return memory.recall(drawings, key, () => drawPage(page, typeset, fonts, owners));
}

/** The elements that own its runs, each once. */
export const ownersOn = (page: Page): readonly string[] => readPage(page).owners;

/** Ids of the fonts of its runs. */
export const fontsOn = (page: Page): readonly string[] => readPage(page).fonts;

interface Read {
  /** Ids of fonts. */
  readonly fonts: readonly string[];
  readonly owners: readonly string[];
}

const read = new WeakMap<Page, Read>();

/** What runs of the page name, in the order of their first. */
function readPage(page: Page): Read {
  const known = read.get(page);
  if (known) return known;
  const fonts = new Set<string>();
  const owners = new Set<string>();
  for (const item of page.items) {
    if (item.kind !== 'glyphs') continue;
    if (item.glyphs.length > 0) fonts.add(item.font);
    if ('element' in item.owner) owners.add(item.owner.element);
  }
  const made = { fonts: [...fonts], owners: [...owners] };
  read.set(page, made);
  return made;
}
