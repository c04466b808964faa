// Turn the first use of each abbreviation in a part into a run that knows its long form, for voices that read it out.
import type { Block, Inline, Part } from '../model/document.ts';
import type { Lang } from '../model/language.ts';
import { matchesIn } from '../model/matches.ts';
import { forgetful, type Kind, type Memory } from '../model/memory.ts';
import { literally } from '../model/pattern-text.ts';
import type { Labels } from '../model/span.ts';
import { withRuns } from './with-runs.ts';

/** A block gone through, and the abbreviations that were new in it. */
interface ExpandedBlock {
  readonly block: Block;
  readonly met: readonly string[];
}

const expandedBlocks: Kind<ExpandedBlock> = {
  name: 'merge/expanded',
  bytes: ({ block, met }) => (met.length === 0 ? 60 : block.kind === 'table' ? 5000 : 2000),
};

/** In reading order; links, note marks and figures are left whole. */
export function expandAbbreviations(
  parts: readonly Part[],
  abbreviations: ReadonlyMap<string, Labels>,
  memory: Memory = forgetful,
): readonly Part[] {
  if (abbreviations.size === 0) return parts;
  const longestFirst = [...abbreviations.keys()].sort((a, b) => b.length - a.length);
  const words = longestFirst.map(literally).join('|');
  // Whole words only: CDN, not the letters of a longer name.
  const pattern = new RegExp(`(?<![A-Za-z0-9])(?:${words})(?![A-Za-z0-9])`, 'g');
  return parts.map((part) => {
    const expander = new Expander(pattern, abbreviations, memory);
    const sections = part.sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => expander.block(block)) }));
    return { ...part, sections };
  });
}

/** Goes through one part and remembers what it has met. */
class Expander {
  readonly #pattern: RegExp;
  readonly #abbreviations: ReadonlyMap<string, Labels>;
  readonly #memory: Memory;
  readonly #met = new Set<string>();

  constructor(pattern: RegExp, abbreviations: ReadonlyMap<string, Labels>, memory: Memory) {
    this.#pattern = pattern;
    this.#abbreviations = abbreviations;
    this.#memory = memory;
  }

  block(block: Block): Block {
    if (this.#met.size === this.#abbreviations.size) return block;
    const [memory, abbreviations] = [this.#memory, this.#abbreviations];
    const key = (): string => `${memory.numberOf(block)} ${memory.numberOf(abbreviations)} ${JSON.stringify([...this.#met])}`;
    const { block: expanded, met } = memory.recall(expandedBlocks, key, () => this.#expanded(block));
    for (const word of met) this.#met.add(word);
    return expanded;
  }

  #expanded(block: Block): ExpandedBlock {
    const before = this.#met.size;
    const expanded = withRuns(block, (inlines, { lang }) => this.#inlines(inlines, lang));
    return { block: expanded, met: [...this.#met].slice(before) };
  }

  #inlines(inlines: readonly Inline[], lang: Lang): readonly Inline[] {
    let now: Inline[] | undefined;
    for (const [index, inline] of inlines.entries()) {
      const cut = this.#inline(inline, lang);
      if (cut) now ??= inlines.slice(0, index);
      if (now) now.push(...(cut ?? [inline]));
    }
    return now ?? inlines;
  }

  /** Undefined for a run without an abbreviation that is new. */
  #inline(inline: Inline, lang: Lang): readonly Inline[] | undefined {
    const { figure, href, noteRef, pageRef, expansion, text } = inline;
    if (figure !== undefined || href !== undefined || noteRef !== undefined || pageRef !== undefined || expansion !== undefined) {
      return undefined;
    }
    if (text.search(this.#pattern) < 0) return undefined;
    const cut: Inline[] = [];
    let from = 0;
    for (const { 0: word, index } of matchesIn(text, this.#pattern)) {
      const long = this.#abbreviations.get(word)?.[inline.lang ?? lang]?.value;
      if (long === undefined || this.#met.has(word)) continue;
      this.#met.add(word);
      if (index > from) cut.push(piece(inline, from, index));
      cut.push({ ...piece(inline, index, index + word.length), expansion: long });
      from = index + word.length;
    }
    if (from === 0) return undefined;
    return from < text.length ? [...cut, piece(inline, from, text.length)] : cut;
  }
}

/** Part of a run's text; only the first piece begins a line that the run began. */
function piece(inline: Inline, from: number, to: number): Inline {
  const { lineBreak, ...rest } = inline;
  return { ...rest, text: inline.text.slice(from, to), ...(lineBreak && from === 0 ? { lineBreak } : {}) };
}
