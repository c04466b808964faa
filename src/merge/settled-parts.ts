// Turn parts that were put together anew into the sections and blocks of an earlier document, wherever these say the same at the same places.
import { contentKey } from '../model/content-key.ts';
import type { Block, Part, Section } from '../model/document.ts';
import type { Kind, Memory } from '../model/memory.ts';

const blocks: Kind<Block> = { name: 'merge/block', bytes: (block) => (block.kind === 'table' ? 20_000 : 2000) };
const sections: Kind<Section> = { name: 'merge/settled-section', bytes: (section) => 200 + 10 * section.blocks.length };

/** So that who works on a block, or on a section, can tell it by itself. */
export function settledParts(parts: readonly Part[], memory: Memory): readonly Part[] {
  if (!memory.keeps) return parts;
  return parts.map((part) => ({ ...part, sections: part.sections.map((section) => settledSection(section, memory)) }));
}

function settledSection(section: Section, memory: Memory): Section {
  const { blocks: made, at, ...named } = section;
  const settled = made.map((block) => settledBlock(block, memory));
  const key = JSON.stringify([named, at, settled.map((block) => memory.numberOf(block))]);
  return memory.recall(sections, key, () => ({ ...section, blocks: settled }));
}

function settledBlock(block: Block, memory: Memory): Block {
  const key = contentKey(block);
  const known = memory.find(blocks, key);
  if (known !== undefined && (known === block || samePlaces(known, block))) return known;
  memory.keep(blocks, key, block);
  return block;
}

/** Of two that say the same. */
function samePlaces(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || a === b) return a === b;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, index) => samePlaces(item, b[index]));
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  for (const name in left) if (!samePlaces(left[name], right[name])) return false;
  return true;
}
