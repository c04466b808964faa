// Turn raised marks into references: each leads to the nearest note of its mark that follows it in the part.
import type { Block, Inline, Note, Section } from '../model/document.ts';
import { withCells, withInner } from '../model/document-texts.ts';
import type { Merging } from './merging.ts';

/** What looks like a note's mark even when no note has it: (1), *3), *, †. A bare number is an exponent. */
const markShape = /^(?:[（(]\d+[)）]|\*\d*[)）]?|[*†‡§※]+\d*|[（(][a-z*][)）])$/;

export function resolveNotes(merging: Merging, sections: readonly Section[]): readonly Section[] {
  const order = sections.flatMap((section) => section.blocks).flatMap(withInner);
  const position = new Map(order.map((block, index) => [block.id, index]));
  const notes = order.filter((block) => block.kind === 'note');
  const resolver = new Resolver(merging, notes, position);
  const resolved = sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => resolver.block(block)) }));
  for (const note of notes) if (markShape.test(note.mark.trim()) && !resolver.referred.has(note.id)) reportUnmarked(note, merging);
  return resolved;
}

function reportUnmarked({ mark, at }: Note, { report }: Merging): void {
  const message = `nothing before the note ${mark.trim()} refers to it`;
  const hints = [`raise its mark in the text or table that it belongs to: <sup>${mark.trim()}</sup>`];
  report({ severity: 'error', code: 'merge/note-unresolved', message, at, hints });
}

class Resolver {
  /** Ids of the notes that some mark leads to. */
  readonly referred = new Set<string>();
  readonly #merging: Merging;
  readonly #notes: readonly Note[];
  readonly #position: ReadonlyMap<string, number>;

  constructor(merging: Merging, notes: readonly Note[], position: ReadonlyMap<string, number>) {
    this.#merging = merging;
    this.#notes = notes;
    this.#position = position;
  }

  block(block: Block): Block {
    const resolve = (inlines: readonly Inline[]) => this.#inlines(inlines, this.#position.get(block.id) ?? 0);
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
      case 'note':
        // A note's own label holds its own mark: it refers to nothing.
        return { ...block, inlines: resolve(block.inlines) };
      case 'list':
        return { ...block, items: block.items.map((item) => ({ ...item, inlines: resolve(item.inlines) })) };
      case 'words':
        return withCells(block, ({ inlines }) => resolve(inlines));
      case 'group':
        return { ...block, blocks: block.blocks.map((inner) => this.block(inner)) };
      case 'table':
        return {
          ...block,
          captions: block.captions.map((caption) => ({ ...caption, inlines: resolve(caption.inlines) })),
          ...(block.unit ? { unit: { ...block.unit, inlines: resolve(block.unit.inlines) } } : {}),
          heads: block.heads.map((head) => ({ ...head, pieces: head.pieces.map(resolve) })),
          rows: block.rows.map((row) => ({ ...row, label: resolve(row.label) })),
        };
    }
  }

  #inlines(inlines: readonly Inline[], from: number): readonly Inline[] {
    if (!inlines.some((inline) => inline.sup)) return inlines;
    return inlines.map((inline) => {
      if (!inline.sup || inline.href !== undefined || inline.figure !== undefined) return inline;
      const mark = sameMark(inline.text);
      const note = this.#notes.find((note) => sameMark(note.mark) === mark && (this.#position.get(note.id) ?? 0) > from);
      if (note) {
        this.referred.add(note.id);
        return { ...inline, noteRef: note.id };
      }
      // What a notice quotes keeps its marks; the notes stay in the release.
      if (!this.#merging.notice && markShape.test(inline.text.trim())) {
        const message = `no note ${inline.text.trim()} follows this mark`;
        const hints = [`begin a paragraph after it with <dfn data-mark="${inline.text.trim()}">`];
        this.#merging.report({ severity: 'error', code: 'merge/note-unresolved', message, at: inline.at, hints });
      }
      return inline;
    });
  }
}

/** Marks agree whatever the width of their brackets and the spaces round them. */
function sameMark(mark: string): string {
  return mark.normalize('NFKC').replace(/\s/g, '');
}
