// Turn lines of contents into a list that voices know as one: TOC, an item a line, and a list within for lines that are set further in.
import { language } from '../../language/languages.ts';
import type { Block } from '../../model/document.ts';
import type { Lang } from '../../model/language.ts';
import type { Layout } from '../../model/page.ts';
import type { StructureElement } from '../../pdf/writing/pdf-writer.ts';
import type { ElementTree } from './element-tree.ts';

/** Lines that begin less far apart than this, in points, are of one level. */
const sameLevel = 1;

/** How far from the left each line of contents begins, in points, by its element. */
export function contentsOn({ pages }: Layout): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { frames, items } of pages) {
    const lines = new Set(frames.flatMap(({ element, role }) => (role === 'contents' ? [element] : [])));
    if (lines.size === 0) continue;
    for (const item of items) {
      if (item.kind !== 'glyphs' || !('element' in item.owner)) continue;
      const { element } = item.owner;
      if (lines.has(element) && !found.has(element)) found.set(element, item.x);
    }
  }
  return found;
}

/** Adds lines of contents that follow each other; any other block ends their list. */
export class ContentsTree {
  readonly #tree: ElementTree;
  readonly #indents: ReadonlyMap<string, number>;
  /** The lists that are open, each inside of the one before (ISO 32000-1, table 333). */
  readonly #open: { readonly list: StructureElement; readonly indent: number }[] = [];

  /** `indents` by element, as `contentsOn` finds them. */
  constructor(tree: ElementTree, indents: ReadonlyMap<string, number>) {
    this.#tree = tree;
    this.#indents = indents;
  }

  /** Whether the block was a line of contents, and is added: below `parent`, which speaks the language `around`. */
  add(parent: StructureElement, block: Block, around: Lang): boolean {
    const indent = block.kind === 'paragraph' ? this.#indents.get(block.id) : undefined;
    if (block.kind !== 'paragraph' || indent === undefined) {
      this.#open.length = 0;
      return false;
    }
    while (this.#open.length > 1 && this.#open.at(-1)!.indent > indent + sameLevel) this.#open.pop();
    const last = this.#open.at(-1);
    if (!last || last.indent < indent - sameLevel) {
      const options = last || block.lang === around ? {} : { lang: language(block.lang).tag };
      this.#open.push({ list: this.#tree.branch(last?.list ?? parent, 'TOC', options), indent });
    }
    this.#tree.leaf(this.#open.at(-1)!.list, 'TOCI', block.id, block.lang, block.lang, block.inlines);
    return true;
  }
}
