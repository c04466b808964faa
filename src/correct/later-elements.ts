// Turn a corrected document into its elements in reading order: texts, tables and tables of words, each with the heading that it stands under.
import type { Block, Document, Heading, Inline, List, ListItem, Note, Paragraph, Table, WordTable } from '../model/document.ts';
import { itemText } from '../model/document-texts.ts';
import type { Lang } from '../model/language.ts';

export interface LaterElement {
  /** Id of the text, or of the table. */
  readonly id: string;
  readonly part: string;
  /** The heading that it stands under, or is; undefined before the first of its part. */
  readonly heading: Heading | undefined;
  /** Of a heading: the one of a higher level above it. */
  readonly above?: Heading;
  readonly content: LaterContent;
}

export type LaterContent =
  | { readonly kind: 'heading'; readonly block: Heading }
  | { readonly kind: 'paragraph'; readonly block: Paragraph }
  | { readonly kind: 'note'; readonly block: Note }
  | { readonly kind: 'item'; readonly block: List; readonly item: ListItem }
  | { readonly kind: 'words'; readonly block: WordTable }
  | { readonly kind: 'table'; readonly block: Table };

/** Elements without a word are left out, as a record leaves them out. */
export function laterElements({ parts }: Document, lang: Lang): readonly LaterElement[] {
  return parts
    .filter((part) => part.lang === lang)
    .flatMap((part) =>
      partElements(
        part.id,
        part.sections.flatMap(({ blocks }) => blocks),
      ),
    );
}

function partElements(part: string, blocks: readonly Block[]): readonly LaterElement[] {
  const found: LaterElement[] = [];
  let heading: Heading | undefined;
  /** Headings that are open, by level from the highest. */
  const open: Heading[] = [];
  const add = (id: string, content: LaterContent, above?: Heading) =>
    found.push({ id, part, heading, content, ...(above ? { above } : {}) });
  const visit = (block: Block): void => {
    switch (block.kind) {
      case 'heading':
        heading = block;
        for (let last = open.at(-1); last && last.level >= block.level; last = open.at(-1)) open.pop();
        add(block.id, { kind: 'heading', block }, open.at(-1));
        open.push(block);
        break;
      case 'paragraph':
        add(block.id, { kind: 'paragraph', block });
        break;
      case 'note':
        add(block.id, { kind: 'note', block });
        break;
      case 'list':
        for (const item of block.items) add(item.id, { kind: 'item', block, item });
        break;
      case 'words':
        add(block.id, { kind: 'words', block });
        break;
      case 'table':
        add(block.id, { kind: 'table', block });
        break;
      case 'group':
        block.blocks.forEach(visit);
    }
  };
  blocks.forEach(visit);
  return found;
}

/** What a text prints, its label first; of a table nothing. */
export function contentInlines(content: LaterContent): readonly Inline[] {
  switch (content.kind) {
    case 'heading':
    case 'paragraph':
      return content.block.inlines;
    case 'note':
      return [...content.block.label, ...content.block.inlines];
    case 'item':
      return itemText(content.item);
    default:
      return [];
  }
}
