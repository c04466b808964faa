// Turn a corrected document into the same document with every changed word and figure marked, and a line above each part that says so.
import { language } from '../language/languages.ts';
import type { Changes } from '../model/correction.ts';
import type { Block, Document, Inline, ListItem, Note, Paragraph, Part, Table } from '../model/document.ts';
import { itemText, withCells } from '../model/document-texts.ts';
import { inLang, type Lang, type PerLang, perLang } from '../model/language.ts';
import { changedInlines } from './changed-inlines.ts';

/** Class of the line above each part. */
const titleClass = 'corrected';

/** Marks only: words and figures stay where they are. */
export function markDocument(document: Document, changes: Changes): Document {
  const texts = new Map(changes.texts.flatMap(({ id, before }) => (id === undefined ? [] : [[id, before] as const])));
  const text = (id: string, inlines: readonly Inline[], lang: Part['lang']): readonly Inline[] =>
    texts.has(id) ? changedInlines(texts.get(id), inlines, lang).after : inlines;
  const block = (each: Block): Block => {
    switch (each.kind) {
      case 'heading':
      case 'paragraph':
        return { ...each, inlines: text(each.id, each.inlines, each.lang) };
      case 'note':
        return note(each, text(each.id, [...each.label, ...each.inlines], each.lang));
      case 'list':
        return { ...each, items: each.items.map((one) => item(one, text(one.id, itemText(one), each.lang))) };
      case 'words':
        return withCells(each, (cell) => text(cell.id, cell.inlines, each.lang));
      case 'group':
        return { ...each, blocks: each.blocks.map(block) };
      case 'table':
        return table(each, (id, inlines) => text(id, inlines, each.lang), changes);
    }
  };
  const parts = document.parts.map((part) => ({
    ...part,
    sections: part.sections.map((section) => ({ ...section, blocks: section.blocks.map(block) })),
  }));
  return { ...document, parts };
}

/** A marked document with a line above each part in which something changed: 訂正版. */
export function titleMarked(document: Document, marked: PerLang<string>, languages: readonly Lang[]): Document {
  const parts = document.parts.map((part) => {
    const [first, ...others] = part.sections;
    if (!first || !languages.includes(part.lang)) return part;
    const { lang, at } = part;
    const line: Paragraph = {
      kind: 'paragraph',
      id: `${part.id}.${titleClass}`,
      class: titleClass,
      lang,
      at,
      inlines: [{ text: inLang(marked, lang), at }],
    };
    return { ...part, sections: [{ ...first, blocks: [line, ...first.blocks] }, ...others] };
  });
  const titles = perLang(document.languages, (lang) => {
    const title = inLang(document.titles, lang);
    return languages.includes(lang) ? language(lang).text.remarked(title, inLang(marked, lang)) : title;
  });
  return { ...document, titles, parts };
}

/** A note is read in one go; its label ends where it ended before it was marked. */
function note(block: Note, inlines: readonly Inline[]): Note {
  return { ...block, ...partedAt(block.label, inlines) };
}

/** A numbered item likewise, with the space that parts its number from its text when it is read. */
function item(one: ListItem, inlines: readonly Inline[]): ListItem {
  if (one.label.length === 0) return { ...one, inlines };
  const parted = partedAt(one.label, inlines);
  return { ...one, label: parted.label, inlines: parted.inlines.slice(1) };
}

/** The runs as long as `label`, and those after them. */
function partedAt(label: readonly Inline[], inlines: readonly Inline[]): Pick<Note, 'label' | 'inlines'> {
  let left = label.reduce((length, { text }) => length + text.length, 0);
  const end = inlines.findIndex(({ text }) => {
    left -= text.length;
    return left < 0;
  });
  const cut = end < 0 ? inlines.length : end;
  return { label: inlines.slice(0, cut), inlines: inlines.slice(cut) };
}

function table(block: Table, text: (id: string, inlines: readonly Inline[]) => readonly Inline[], { figures }: Changes): Table {
  return {
    ...block,
    captions: block.captions.map((caption) => ({ ...caption, inlines: text(caption.id, caption.inlines) })),
    ...(block.unit ? { unit: { ...block.unit, inlines: text(block.unit.id, block.unit.inlines) } } : {}),
    heads: block.heads.map((head) => ({ ...head, pieces: pieces(head.pieces, (inlines) => text(head.id, inlines)) })),
    rows: block.rows.map((row) => ({
      ...row,
      label: text(`${row.id}.label`, row.label),
      cells: row.cells.map((cell) => (cell && figures.has(cell.figure) ? { ...cell, changed: true as const } : cell)),
    })),
  };
}

/** A head is compared as a whole; its pieces keep their lengths. */
function pieces(
  before: readonly (readonly Inline[])[],
  mark: (inlines: readonly Inline[]) => readonly Inline[],
): readonly (readonly Inline[])[] {
  const all = before.flat();
  const marked = [...mark(all)];
  return before.map((piece) => {
    let length = piece.reduce((sum, { text }) => sum + text.length, 0);
    const taken: Inline[] = [];
    while (length > 0 && marked.length > 0) {
      const next = marked.shift() as Inline;
      taken.push(next);
      length -= next.text.length;
    }
    return taken;
  });
}
