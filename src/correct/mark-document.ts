// Turn a corrected document into the same document with every change marked: words, figures, and where something is gone.
import { language } from '../language/languages.ts';
import type { Changes } from '../model/correction.ts';
import type { Block, BodyRow, Document, FigureCell, HeadCell, Inline, ListItem, Note, Paragraph, Table } from '../model/document.ts';
import { itemText, withCells } from '../model/document-texts.ts';
import { inLang, type Lang, type PerLang, perLang } from '../model/language.ts';
import { changedInlines } from './changed-inlines.ts';
import { deletedAt, markedAt, wordsMarkedAt } from './deleted-words.ts';
import { type DeletionMark, inText } from './deletion-marks.ts';

/** Class of the line above each part. */
export const titleClass = 'corrected';

/** How much room the marks of what went take: a line of their own, words in a text, or none, where the word before them is marked. */
export const markSizes = ['line', 'text', 'word'] as const;
export type MarkSize = (typeof markSizes)[number];

/** What went, and how it is marked. */
export interface Deletions {
  /** Where more than words of a text went. */
  readonly marks: readonly DeletionMark[];
  /** Stands where something went. */
  readonly words: PerLang<string>;
  readonly sizeAt: (element: string) => MarkSize;
}

/** Words and figures stay where they are. */
export function markDocument(document: Document, changes: Changes, deletions: Deletions): Document {
  const marker = new Marker(changes, deletions);
  const parts = document.parts.map((part) => ({
    ...part,
    sections: part.sections.map((section) => ({ ...section, blocks: marker.blocks(section.blocks) })),
  }));
  return { ...document, parts };
}

class Marker {
  readonly #texts: ReadonlyMap<string, Changes['texts'][number]['before']>;
  readonly #figures: Changes['figures'];
  readonly #marks: ReadonlyMap<string, readonly DeletionMark[]>;
  readonly #deletions: Deletions;

  constructor({ texts, figures }: Changes, deletions: Deletions) {
    // Of a text that moved all is marked.
    this.#texts = new Map(texts.flatMap(({ id, before, moved }) => (id === undefined ? [] : [[id, moved ? undefined : before] as const])));
    this.#figures = figures;
    const byPlace = new Map<string, DeletionMark[]>();
    for (const each of deletions.marks) {
      const mark = deletions.sizeAt(each.text) === 'line' ? each : inText(each);
      const known = byPlace.get(mark.beside);
      if (known) known.push(mark);
      else byPlace.set(mark.beside, [mark]);
    }
    this.#marks = byPlace;
    this.#deletions = deletions;
  }

  blocks(blocks: readonly Block[]): readonly Block[] {
    return blocks.flatMap((block, index) => {
      const marks = this.#at(block.id, 'paragraph', 'note');
      const beside = (side: DeletionMark['where']) =>
        marks.filter(({ where }) => where === side).map(({ kind }) => this.#gone(kind, side, block, blocks[index + 1]));
      return [...beside('before'), this.#block(block), ...beside('after')];
    });
  }

  #at(beside: string, ...kinds: readonly DeletionMark['kind'][]): readonly DeletionMark[] {
    return (this.#marks.get(beside) ?? []).filter(({ kind }) => kinds.includes(kind));
  }

  #block(block: Block): Block {
    const { lang } = block;
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return { ...block, inlines: this.#text(block.id, block.inlines, lang) };
      case 'note':
        return note(block, this.#text(block.id, [...block.label, ...block.inlines], lang, lengthOf(block.label)));
      case 'list':
        return { ...block, items: block.items.flatMap((one) => this.#items(one, lang)) };
      case 'words':
        return withCells(block, (cell) => this.#text(cell.id, cell.inlines, lang));
      case 'group':
        return { ...block, blocks: this.blocks(block.blocks) };
      case 'table':
        return this.#table(block);
    }
  }

  /** Changed words marked, and a mark where words went: none in the label, which ends at `from`. */
  #text(id: string, inlines: readonly Inline[], lang: Lang, from = 0): readonly Inline[] {
    const before = this.#texts.get(id);
    const marked = this.#texts.has(id) ? changedInlines(before, inlines, lang).after : inlines;
    const lost = before ? deletedAt(before, inlines, lang) : [];
    const beside = this.#at(id, 'words').map(({ where }) => (where === 'after' ? lengthOf(inlines) : from));
    const places = [...new Set([...lost, ...beside].map((place) => Math.max(place, from)))].sort((a, b) => a - b);
    return this.#deletions.sizeAt(id) === 'word'
      ? wordsMarkedAt(marked, places, lang)
      : markedAt(marked, places, inLang(this.#deletions.words, lang));
  }

  #items(one: ListItem, lang: Lang): readonly ListItem[] {
    const from = one.label.length > 0 ? lengthOf(one.label) + 1 : 0;
    const marked = item(one, this.#text(one.id, itemText(one), lang, from));
    const beside = (side: DeletionMark['where']) =>
      this.#at(one.id, 'item')
        .filter(({ where }) => where === side)
        .map(
          (): ListItem => ({
            ...(one.depth && { depth: one.depth }),
            id: `${one.id}.${side}`,
            label: [],
            inlines: this.#mark(one.at, lang),
            at: one.at,
          }),
        );
    return [...beside('before'), marked, ...beside('after')];
  }

  #table(block: Table): Table {
    const text = (id: string, inlines: readonly Inline[]) => this.#text(id, inlines, block.lang);
    return {
      ...block,
      captions: block.captions.map((caption) => ({ ...caption, inlines: text(caption.id, caption.inlines) })),
      ...(block.unit ? { unit: { ...block.unit, inlines: text(block.unit.id, block.unit.inlines) } } : {}),
      heads: block.heads.map((head) => this.#head(head, block.lang)),
      rows: block.rows.flatMap((row) => this.#rows(row, block)),
    };
  }

  /** A head is compared as a whole; its pieces keep their lengths, and a mark stands at its end. */
  #head(head: HeadCell, lang: Lang): HeadCell {
    const before = this.#texts.get(head.id);
    const all = head.pieces.flat();
    const marked = this.#texts.has(head.id) ? pieces(head.pieces, changedInlines(before, all, lang).after) : head.pieces;
    const lost = (before && deletedAt(before, all, lang).length > 0) || this.#at(head.id, 'words').length > 0;
    if (!lost) return { ...head, pieces: marked };
    const last = marked.at(-1) ?? [];
    const ended =
      this.#deletions.sizeAt(head.id) === 'word'
        ? wordsMarkedAt(last, [lengthOf(last)], lang)
        : [...last, ...this.#mark(head.at, lang, true)];
    return { ...head, pieces: [...marked.slice(0, -1), ended] };
  }

  /** Words and marks are read as texts, figures by their numbers. */
  #cell(cell: FigureCell | undefined, lang: Lang): FigureCell | undefined {
    if (!cell) return undefined;
    const { id, words = [], mark = [], figure } = cell;
    const changed = figure !== undefined && this.#figures.has(figure) ? { ...cell, changed: true as const } : cell;
    if (!this.#texts.has(id)) return changed;
    const [own = [], behind = []] = pieces([words, mark], changedInlines(this.#texts.get(id), [...words, ...mark], lang).after);
    return { ...changed, ...(cell.words && { words: own }), ...(cell.mark && { mark: behind }) };
  }

  #rows(row: BodyRow, { lang, columns }: Table): readonly BodyRow[] {
    const marked: BodyRow = {
      ...row,
      label: this.#text(`${row.id}.label`, row.label, lang),
      cells: row.cells.map((cell) => this.#cell(cell, lang)),
    };
    const { depth, heads, at } = row;
    const beside = (side: DeletionMark['where']) =>
      this.#at(row.id, 'row')
        .filter(({ where }) => where === side)
        .map((): BodyRow => {
          const cells = columns.map(() => undefined);
          return { id: `${row.id}.${side}`, kind: 'item', depth, rule: 'none', label: this.#mark(at, lang), cells, heads, at };
        });
    return [...beside('before'), marked, ...beside('after')];
  }

  /** A block that says that others are gone, set as the paragraph beside it is. */
  #gone(kind: DeletionMark['kind'], side: DeletionMark['where'], beside: Block, next: Block | undefined): Block {
    const { lang, at } = beside;
    const base = { id: `${beside.id}.${side}`, lang, at };
    const inlines = this.#mark(at, lang);
    if (kind === 'note') return { ...base, kind, class: beside.kind === 'note' ? beside.class : '', mark: '', label: [], inlines };
    const like = [beside, ...(beside.kind === 'heading' && next ? [next] : [])].find((block) => block.kind === 'paragraph');
    return { ...base, kind: 'paragraph', class: like?.class ?? '', inlines };
  }

  #mark(at: Inline['at'], lang: Lang, raised = false): readonly Inline[] {
    return [{ text: inLang(this.#deletions.words, lang), at, changed: true, ...(raised && { sup: true as const }) }];
  }
}

const lengthOf = (inlines: readonly Inline[]): number => inlines.reduce((sum, { text }) => sum + text.length, 0);

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
  let left = lengthOf(label);
  const end = inlines.findIndex(({ text }) => {
    left -= text.length;
    return left < 0;
  });
  const cut = end < 0 ? inlines.length : end;
  return { label: inlines.slice(0, cut), inlines: inlines.slice(cut) };
}

/** Each piece as long as it was. */
function pieces(before: readonly (readonly Inline[])[], inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const marked = [...inlines];
  return before.map((piece) => {
    let length = lengthOf(piece);
    const taken: Inline[] = [];
    for (let next = marked[0]; next && length > 0; next = marked[0]) {
      marked.shift();
      taken.push(next);
      length -= next.text.length;
    }
    return taken;
  });
}
