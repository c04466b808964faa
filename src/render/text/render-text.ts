// Turn a document into plain text of 80 columns: each part in the plain characters of its language, tables in columns.
import { language } from '../../language/languages.ts';
import type { Block, Document, Inline, Part } from '../../model/document.ts';
import { type ListLevel, nestedList } from '../../model/nested-lists.ts';
import { fillLines, padBoth, textWidth } from './fill-lines.ts';
import { textTable, textWords } from './text-table.ts';

/** Columns of a line. */
const columns = 80;

/** `pageNumbers` are the physical pages that page references print. */
export function renderText(document: Document, pageNumbers: ReadonlyMap<string, number>): string {
  const mark = ({ lang }: Part): string => (document.draft ? `${language(lang).text.draft}\n\n` : '');
  const parts = document.parts.map((part) => mark(part) + renderPart(part, pageNumbers));
  return `${parts.join(`\n${'='.repeat(columns)}\n\n`)}`;
}

function renderPart(part: Part, pageNumbers: ReadonlyMap<string, number>): string {
  const page = new TextPage(language(part.lang).text.plain, pageNumbers);
  for (const section of part.sections) for (const block of section.blocks) page.add(block);
  return page.text();
}

/** Lines of one part, a blank one between blocks. */
class TextPage {
  readonly #lines: string[] = [];
  readonly #write: (text: string) => string;
  readonly #pageNumbers: ReadonlyMap<string, number>;

  constructor(write: (text: string) => string, pageNumbers: ReadonlyMap<string, number>) {
    this.#write = write;
    this.#pageNumbers = pageNumbers;
  }

  text(): string {
    return this.#lines.map((line) => `${line}\n`).join('');
  }

  add(block: Block): void {
    if (block.kind === 'group' && block.picture?.alt === '') return;
    if (this.#lines.length > 0) this.#lines.push('');
    switch (block.kind) {
      case 'heading':
        this.#heading(block.level, this.#paragraph(block.inlines));
        return;
      case 'paragraph':
        this.#lines.push(...this.#fill(block.inlines));
        return;
      case 'list': {
        this.#level(nestedList(block), language(block.lang).text.listMarker, '');
        return;
      }
      case 'note': {
        const label = block.label.length > 0 ? `${this.#paragraph(block.label)} ` : '';
        this.#lines.push(...this.#fill(block.inlines, label, '  '));
        return;
      }
      case 'words':
        this.#lines.push(...textWords(block, columns, (inlines) => this.#paragraph(inlines)));
        return;
      case 'group':
        if (block.picture) this.#lines.push(...fillLines(this.#write(`[${block.picture.alt}]`), columns));
        for (const inner of block.blocks) {
          if (inner.kind === 'paragraph') this.#lines.push(...this.#fill(inner.inlines));
          else this.add(inner);
        }
        return;
      case 'table':
        this.#lines.push(...textTable(block, columns, this.#write));
    }
  }

  /** Titles stand in the middle over a double line, chapters over a single one. */
  #heading(level: number, text: string): void {
    const lines = fillLines(text, columns);
    const width = Math.max(...lines.map(textWidth));
    if (level === 1)
      this.#lines.push(...lines.map((line) => padBoth(line, columns).trimEnd()), padBoth('='.repeat(width), columns).trimEnd());
    else this.#lines.push(...lines, ...(level === 2 ? ['-'.repeat(width)] : []));
  }

  /** Items of a list inside an item begin under its words. */
  #level({ numbered, entries }: ListLevel, marker: string, indent: string): void {
    for (const { item, inner } of entries) {
      const lead = `${indent}${numbered ? `${this.#paragraph(item.label)} ` : marker}`;
      const under = ' '.repeat(textWidth(lead));
      this.#lines.push(...this.#fill(item.inlines, lead, under));
      for (const level of inner) this.#level(level, marker, under);
    }
  }

  #fill(inlines: readonly Inline[], first = '', hang = ''): readonly string[] {
    return this.#paragraph(inlines)
      .split('\n')
      .flatMap((line, i) => fillLines(line, columns, i === 0 ? first : hang, hang));
  }

  #paragraph(inlines: readonly Inline[]): string {
    const texts = inlines.map(({ text, pageRef, picture, lineBreak }, i) => {
      const number = pageRef === undefined ? '' : String(this.#pageNumbers.get(pageRef) ?? '');
      return `${lineBreak && i > 0 ? '\n' : ''}${number}${picture?.alt ? `[${picture.alt}]` : text}`;
    });
    // The space behind a decoration that begins the text.
    return this.#write(texts.join('').replace(/^ +/, '')).replaceAll('\u00a0', ' ');
  }
}
