// Turn a page into its typesetting and its content, made anew only where the page, its fonts or its elements differ from what was made before.
import type { Kind, Memory } from '../../model/memory.ts';
import type { Page } from '../../model/page.ts';
import type { FontFile } from '../../model/sources.ts';
import { type DrawnPage, drawnBytes, drawPage } from './draw-page.ts';
import { namesOn } from './page-names.ts';
import type { OwnerTag } from './page-segments.ts';
import type { ReleaseFont } from './release-fonts.ts';
import { fontFile, type PageTypesetting, typesetPage, typesettingBytes } from './typeset-page.ts';

const typesettings: Kind<PageTypesetting> = { name: 'render/typeset-page', bytes: typesettingBytes };
const drawings: Kind<DrawnPage> = { name: 'render/drawn-page', bytes: drawnBytes };

/** What its glyphs become in their fonts. */
export function recallTypesetting(page: Page, fonts: ReadonlyMap<string, FontFile>, memory: Memory): PageTypesetting {
  const key = (): string => {
    const files = namesOn(page).fonts.map((id) => memory.numberOf(fontFile(fonts, id)));
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
    for (const owner of namesOn(page).owners) {
      const tag = owners.get(owner);
      out += tag ? ` ${tag.type}${tag.lang}` : ' -';
    }
    return out;
  };
  return memory.recall(drawings, key, () => drawPage(page, typeset, fonts, owners));
}
