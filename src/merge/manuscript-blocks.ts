// Turn the manuscript of a section into its blocks, recalled while what stands in it is the same, whatever figures and words follow from.
import type { Block } from '../model/document.ts';
import type { Kind } from '../model/memory.ts';
import type { NarrativeSection } from '../model/sources.ts';
import type { BlockContext } from './block-fields.ts';
import { insertionKey, isPlaced, placeElsewhere } from './insertion-key.ts';
import type { Manuscript } from './manuscript.ts';
import type { FigureDraft, Markup } from './markup.ts';
import type { Merging } from './merging.ts';
import { movedBlocks } from './moved-blocks.ts';
import { readBlocks } from './read-blocks.ts';
import { readMarkdown } from './read-markdown.ts';
import { textNumber } from './text-number.ts';

/** Blocks of a manuscript. */
interface ReadManuscript {
  readonly blocks: readonly Block[];
  /** Block ids that they took. */
  readonly ids: number;
  /** Offsets of the insertions that wrote figures, in the order in which these were counted. */
  readonly counted: readonly number[];
  /** The line of its file that the section began at. */
  readonly line: number;
  /** Places in other files of what was written, one after another. */
  readonly elsewhere: string;
}

const manuscripts: Kind<ReadManuscript> = { name: 'merge/manuscript', bytes: ({ blocks }) => 1500 * blocks.length };

/** Figures are those of this run: blocks know their numbers and their texts only. */
export function manuscriptBlocks(
  merging: Merging,
  section: NarrativeSection,
  manuscript: Manuscript,
  context: BlockContext,
): readonly Block[] {
  const { memory } = merging;
  const { insertions, mixed, pieces, text } = manuscript;
  const written = [...insertions.values()];
  // What it places follows from statements; what other texts put in has its own places.
  if (!memory.keeps || mixed || written.some(isPlaced)) {
    return readBlocks(context, readMarkdown(merging, manuscript));
  }
  const { file, line, lang } = section;
  const { ids, inGroup } = context;
  const where = [file, lang, context.lang, ids.part, ids.taken, merging.figures.length, inGroup];
  const parts = [...insertions].map(([offset, insertion]) => [offset, insertionKey(insertion)]);
  // Places follow from the text as it was typed: a space more in an expression is in no manuscript, and moves what stands behind it.
  const texts = `${textNumber(section.text, memory)} ${textNumber(text, memory)}`;
  const key = `${JSON.stringify([where, parts, pieces])} ${merging.markupKey} ${texts}`;
  const elsewhere = JSON.stringify(written.map(placeElsewhere));
  const known = memory.find(manuscripts, key);
  if (known && known.elsewhere === elsewhere) {
    ids.taken += known.ids;
    for (const offset of known.counted) {
      const insertion = insertions.get(offset);
      if (insertion && 'figure' in insertion.written) merging.place(insertion.written.figure);
    }
    if (known.line === line) return known.blocks;
    const blocks = movedBlocks(known.blocks, { file, by: line - known.line });
    memory.keep(manuscripts, key, { ...known, blocks, line });
    return blocks;
  }
  const counted: number[] = [];
  const offsets = new Map<FigureDraft, number>();
  for (const [offset, { written: each }] of insertions) if ('figure' in each) offsets.set(each.figure, offset);
  let silent = true;
  const markup: Markup = {
    ...merging,
    report(finding) {
      silent = false;
      merging.report(finding);
    },
    place(draft) {
      const offset = offsets.get(draft);
      if (offset === undefined) throw new Error('a figure is counted that the manuscript does not hold');
      counted.push(offset);
      return merging.place(draft);
    },
  };
  const taken = ids.taken;
  const blocks = readBlocks({ ...context, markup }, readMarkdown(markup, manuscript));
  if (silent) memory.keep(manuscripts, key, { blocks, ids: ids.taken - taken, counted, line, elsewhere });
  return blocks;
}
