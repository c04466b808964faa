// Turn a layout's markup in one language into parts, and each part into sections that start on a page of their class.

import { printedCharacters } from '../language/characters.ts';
import type { Part, Section } from '../model/document.ts';
import { inLang, type Lang } from '../model/language.ts';
import { nameHints } from '../model/nearest-name.ts';
import { say } from '../model/say.ts';
import { type BlockContext, BlockIds } from './block-fields.ts';
import type { Merging } from './merging.ts';
import { placeInserted } from './place-inserted.ts';
import { readBlocks } from './read-blocks.ts';
import { resolveNotes } from './resolve-notes.ts';
import { type Element, type Node, strayText } from './tree.ts';

/** Parts in order; anything else at the top of a layout is reported. `lang` is the language that the layout is walked for. */
export function readParts(merging: Merging, nodes: readonly Node[], lang: Lang): readonly Part[] {
  const parts: Part[] = [];
  const placed = new Set<string>();
  for (const element of elementsOf(merging, nodes)) {
    if (element.name !== 'section' || element.attributes.get('class') !== 'part') {
      const hints = ['a layout is a row of <section class="part" title="…">'];
      const message = say`<${element.name}> stands outside a part`;
      merging.report({ severity: 'error', code: 'merge/unknown-element', message, at: element.at, hints });
      continue;
    }
    const part = readPart(merging, element, lang, placed);
    if (part) parts.push(part);
  }
  // A language that the layout leaves out prints nothing of its narrative.
  if (parts.length > 0) reportUnused(merging, lang, placed);
  return parts;
}

function readPart(merging: Merging, element: Element, lang: Lang, placed: Set<string>): Part | undefined {
  const { attributes, at } = element;
  const own = attributes.get('lang');
  if (own !== undefined && own !== lang) {
    const message = say`this part is in ${own}, and the layout is walked for ${lang} too`;
    const hints = [say`take lang="${own}" out, or put what only ${own} has between {{#only "${own}"}} and {{/only}}`];
    merging.report({ severity: 'error', code: 'merge/unknown-attribute', message, at, hints });
    return undefined;
  }
  const title = printedCharacters(attributes.get('title') ?? '');
  if (title.trim() === '') {
    const hints = ['write title="…" in the part\'s own language: it names the part in the outline'];
    merging.report({ severity: 'error', code: 'merge/unknown-attribute', message: 'a part needs a title', at, hints });
  }
  const id = attributes.get('id') ?? lang;
  const insert = placeInserted({ merging, placed, only: false });
  const context: BlockContext = { markup: merging, lang, ids: new BlockIds(id), inGroup: false, insert };
  const sections = elementsOf(merging, element.children).flatMap((child, index) => readSection(merging, context, child, index));
  return { id, lang, title, sections: resolveNotes(merging, sections), at };
}

/** A part's first section answers to the part's own id, so that a page reference to the part finds its first page. */
function readSection(merging: Merging, context: BlockContext, element: Element, index: number): readonly Section[] {
  const { part } = context.ids;
  const [kind, page = '', ...rest] = (element.attributes.get('class') ?? '').split(/\s+/);
  if (element.name !== 'section' || kind !== 'page' || rest.length > 0) {
    const message = say`a part holds pages: <${element.name}> is none`;
    const hints = ['write <section class="page en-text">'];
    merging.report({ severity: 'error', code: 'merge/unknown-element', message, at: element.at, hints });
    return [];
  }
  const { pages } = merging.release.style;
  if (!pages.has(page)) {
    const message = page === '' ? 'a page needs its class' : say`the style has no page class ${page}`;
    merging.report({ severity: 'error', code: 'merge/unknown-class', message, at: element.at, hints: nameHints(page, pages.keys()) });
    return [];
  }
  const anchor = element.attributes.get('id') ?? (index === 0 ? part : undefined);
  const blocks = readBlocks(context, element.children);
  return [{ id: `${part}.s${index + 1}`, page, ...(anchor === undefined ? {} : { anchor }), blocks, at: element.at }];
}

function reportUnused(merging: Merging, lang: Lang, placed: ReadonlySet<string>): void {
  for (const section of inLang(merging.release.narratives, lang).values()) {
    if (placed.has(section.id)) continue;
    const message = say`section ${section.id} is placed nowhere in the layout`;
    const hints = [say`put {{narrative "${section.id}"}} where it belongs, or take the section out`];
    merging.report({ severity: 'error', code: 'merge/section-unused', message, at: section.at, hints });
  }
}

/** Elements among nodes where text has no place. */
function elementsOf(merging: Merging, nodes: readonly Node[]): readonly Element[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'element') return [node];
    const stray = strayText(node);
    if (stray)
      merging.report({ severity: 'error', code: 'merge/unknown-element', message: say`text outside a page: ${stray.words}`, at: stray.at });
    return [];
  });
}
