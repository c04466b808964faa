// Turn the first use of each abbreviation in a part into a run that knows its long form, for voices that read it out.
import type { Block, Inline, Part } from '../model/document.ts';
import { withCells } from '../model/document-texts.ts';
import type { Lang } from '../model/language.ts';
import type { Labels } from '../model/span.ts';

/** In reading order; links, note marks and figures are left whole. */
export function expandAbbreviations(parts: readonly Part[], abbreviations: ReadonlyMap<string, Labels>): readonly Part[] {
  if (abbreviations.size === 0) return parts;
  const longestFirst = [...abbreviations.keys()].sort((a, b) => b.length - a.length);
  const words = longestFirst.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  // Whole words only: CDN, not the letters of a longer name.
  const pattern = new RegExp(`(?<![A-Za-z0-9])(?:${words})(?![A-Za-z0-9])`, 'g');
  return parts.map((part) => {
    const expander = new Expander(pattern, abbreviations);
    const sections = part.sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => expander.block(block)) }));
    return { ...part, sections };
  });
}

/** Goes through one part and remembers what it has met. */
class Expander {
  readonly #pattern: RegExp;
  readonly #abbreviations: ReadonlyMap<string, Labels>;
  readonly #met = new Set<string>();

  constructor(pattern: RegExp, abbreviations: ReadonlyMap<string, Labels>) {
    this.#pattern = pattern;
    this.#abbreviations = abbreviations;
  }

  block(block: Block): Block {
    const expand = (inlines: readonly Inline[]): readonly Inline[] => inlines.flatMap((inline) => this.#inline(inline, block.lang));
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return { ...block, inlines: expand(block.inlines) };
      case 'note':
        return { ...block, label: expand(block.label), inlines: expand(block.inlines) };
      case 'list':
        return { ...block, items: block.items.map((item) => ({ ...item, inlines: expand(item.inlines) })) };
      case 'words':
        return withCells(block, ({ inlines }) => expand(inlines));
      case 'group':
        return { ...block, blocks: block.blocks.map((inner) => this.block(inner)) };
      case 'table':
        return {
          ...block,
          captions: block.captions.map((caption) => ({ ...caption, inlines: expand(caption.inlines) })),
          ...(block.unit ? { unit: { ...block.unit, inlines: expand(block.unit.inlines) } } : {}),
          heads: block.heads.map((head) => ({ ...head, pieces: head.pieces.map(expand) })),
          rows: block.rows.map((row) => ({ ...row, label: expand(row.label) })),
        };
    }
  }

  #inline(inline: Inline, lang: Lang): readonly Inline[] {
    const { figure, href, noteRef, pageRef, expansion, text } = inline;
    if ([figure, href, noteRef, pageRef, expansion].some((mark) => mark !== undefined)) return [inline];
    const cut: Inline[] = [];
    let from = 0;
    for (const { 0: word, index } of text.matchAll(this.#pattern)) {
      const long = this.#abbreviations.get(word)?.[inline.lang ?? lang]?.value;
      if (long === undefined || this.#met.has(word)) continue;
      this.#met.add(word);
      if (index > from) cut.push(piece(inline, from, index));
      cut.push({ ...piece(inline, index, index + word.length), expansion: long });
      from = index + word.length;
    }
    if (from === 0) return [inline];
    return from < text.length ? [...cut, piece(inline, from, text.length)] : cut;
  }
}

/** Part of a run's text; only the first piece begins a line that the run began. */
function piece(inline: Inline, from: number, to: number): Inline {
  const { lineBreak, ...rest } = inline;
  return { ...rest, text: inline.text.slice(from, to), ...(lineBreak && from === 0 ? { lineBreak } : {}) };
}
