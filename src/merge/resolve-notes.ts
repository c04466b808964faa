// Turn raised marks into references: each leads to the nearest note of its mark that follows it in the part.
import type { Block, Inline, Note, Section } from '../model/document.ts';
import { withInner } from '../model/document-texts.ts';
import type { Kind } from '../model/memory.ts';
import { say } from '../model/say.ts';
import { blockFacts } from './block-facts.ts';
import type { Merging } from './merging.ts';
import { withRuns } from './with-runs.ts';

/** What looks like a note's mark even when no note has it: (1), *3), *, †. A bare number is an exponent. */
const markShape = /^(?:[（(]\d+[)）]|\*\d*[)）]?|[*†‡§※]+\d*|[（(][a-z*][)）])$/;

const resolved: Kind<Block> = { name: 'merge/resolved', bytes: (block) => (block.kind === 'table' ? 5000 : 2000) };

export function resolveNotes(merging: Merging, sections: readonly Section[]): readonly Section[] {
  const order = sections.flatMap((section) => section.blocks).flatMap(withInner);
  const position = new Map(order.map((block, index) => [block.id, index]));
  const notes = order.filter((block) => block.kind === 'note');
  const resolver = new Resolver(merging, notes, position);
  const marked = sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => resolver.block(block)) }));
  for (const note of notes) if (markShape.test(note.mark.trim()) && !resolver.referred.has(note.id)) reportUnmarked(note, merging);
  return marked;
}

function reportUnmarked({ mark, at }: Note, { report }: Merging): void {
  const message = say`nothing before the note ${mark.trim()} refers to it`;
  const hints = [say`raise its mark in the text or table that it belongs to: <sup>${mark.trim()}</sup>`];
  report({ severity: 'error', code: 'merge/note-unresolved', message, at, hints });
}

class Resolver {
  /** Ids of the notes that some mark leads to. */
  readonly referred = new Set<string>();
  readonly #merging: Merging;
  readonly #notes: readonly { readonly id: string; readonly mark: string }[];
  readonly #position: ReadonlyMap<string, number>;

  constructor(merging: Merging, notes: readonly Note[], position: ReadonlyMap<string, number>) {
    this.#merging = merging;
    this.#notes = notes.map(({ id, mark }) => ({ id, mark: sameMark(mark) }));
    this.#position = position;
  }

  block(block: Block): Block {
    if (!blockFacts(block).raised) return block;
    const found: string[] = [];
    const made = withRuns(block, (inlines, { id }, label) => {
      // A note's own label holds its own mark: it refers to nothing.
      return label ? inlines : this.#inlines(inlines, this.#position.get(id) ?? 0, found);
    });
    if (made === block) return block;
    const { memory } = this.#merging;
    return memory.recall(
      resolved,
      () => `${memory.numberOf(block)} ${found.join()}`,
      () => made,
    );
  }

  /** `found` takes the note of each mark, or nothing for one that leads to none. */
  #inlines(inlines: readonly Inline[], from: number, found: string[]): readonly Inline[] {
    if (!inlines.some((inline) => inline.sup)) return inlines;
    let changed = false;
    const now = inlines.map((inline) => {
      if (!inline.sup || inline.href !== undefined || inline.figure !== undefined) return inline;
      const mark = sameMark(inline.text);
      const note = this.#notes.find((note) => note.mark === mark && (this.#position.get(note.id) ?? 0) > from);
      found.push(note?.id ?? '');
      if (note) {
        this.referred.add(note.id);
        changed = true;
        return { ...inline, noteRef: note.id };
      }
      // What a notice quotes keeps its marks; the notes stay in the release.
      if (!this.#merging.notice && markShape.test(inline.text.trim())) {
        const message = say`no note ${inline.text.trim()} follows this mark`;
        const hints = [say`begin a paragraph after it with <dfn data-mark="${inline.text.trim()}">`];
        this.#merging.report({ severity: 'error', code: 'merge/note-unresolved', message, at: inline.at, hints });
      }
      return inline;
    });
    return changed ? now : inlines;
  }
}

/** Marks agree whatever the width of their brackets and the spaces round them. */
function sameMark(mark: string): string {
  return mark.normalize('NFKC').replace(/\s/g, '');
}
