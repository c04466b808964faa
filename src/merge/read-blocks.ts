// Turn elements into typed blocks: headings, paragraphs, lists, notes, groups, tables of words.
import type { Block, Heading, Inline } from '../model/document.ts';
import { say } from '../model/say.ts';
import type { Span } from '../model/span.ts';
import { type BlockContext, baseOf, readText, reportEmpty } from './block-fields.ts';
import { readList } from './read-list.ts';
import { readPicture } from './read-picture.ts';
import { readTerms } from './read-terms.ts';
import { readWordTable } from './read-word-table.ts';
import { type Element, type Inserted, type Node, strayText } from './tree.ts';

export function readBlocks(context: BlockContext, nodes: readonly Node[]): readonly Block[] {
  return nodes.flatMap((node): readonly Block[] => {
    if (node.kind === 'element') return readBlock(context, node);
    if (node.kind === 'inserted' && !('text' in node.written)) return readInserted(context, node);
    const stray = strayText(node);
    if (stray) reportStray(context, stray.words, stray.at);
    return [];
  });
}

/** A figure or a page number belongs in a paragraph. */
function readInserted(context: BlockContext, node: Inserted): readonly Block[] {
  const { written, at } = node;
  if (!('figure' in written) && !('pageOf' in written)) return context.insert(node, context);
  reportStray(context, 'figure' in written ? written.figure.text : 'a page number', at);
  return [];
}

function reportStray({ markup }: BlockContext, words: string, at: Span): void {
  const hints = ['put it in <p>, or leave an empty line between an element and the text after it'];
  markup.report({ severity: 'error', code: 'merge/unknown-element', message: say`text outside a paragraph: ${words}`, at, hints });
}

function readBlock(context: BlockContext, element: Element): readonly Block[] {
  switch (element.name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
      return readHeading(context, element, Number(element.name[1]) as Heading['level']);
    case 'p':
      return readParagraph(context, element);
    case 'ul':
    case 'ol':
      return readList(context, element);
    case 'dl':
      return readTerms(context, element);
    case 'table':
      return readWordTable(context, element);
    case 'section':
      return readGroup(context, element);
    case 'img':
      return readPicture(context, element);
    default: {
      const message = say`<${element.name}> cannot stand outside a paragraph`;
      context.markup.report({ severity: 'error', code: 'merge/unknown-element', message, at: element.at, hints: ['put it in <p>'] });
      return [];
    }
  }
}

function readHeading(context: BlockContext, element: Element, level: Heading['level']): readonly Block[] {
  const words = (element.attributes.get('class') ?? '').split(/\s+/).filter((word) => word !== '');
  const runIn = words.includes('run-in');
  const other = words.filter((word) => word !== 'run-in').join(' ');
  const plain = { ...element, attributes: new Map([...element.attributes, ['class', other]]) };
  const inlines = readText(context, element, element.children, 'name');
  return inlines ? [{ kind: 'heading', ...baseOf(context, plain), level, inlines, runIn }] : [];
}

/** A paragraph, or a note when it begins with `<dfn>`. */
function readParagraph(context: BlockContext, element: Element): readonly Block[] {
  const [first, ...rest] = element.children.filter((child, index) => index > 0 || child.kind !== 'text' || child.text.trim() !== '');
  const kind = context.inGroup ? 'name' : 'body';
  if (first?.kind === 'element' && first.name === 'img' && rest.every((node) => node.kind === 'text' && node.text.trim() === '')) {
    return readPicture(context, first);
  }
  if (first?.kind !== 'element' || first.name !== 'dfn') {
    const inlines = readText(context, element, element.children, kind);
    return inlines ? [{ kind: 'paragraph', ...baseOf(context, element), inlines }] : [];
  }
  const label = readText(context, first, first.children, 'name');
  const inlines = readText(context, element, rest, kind);
  if (!label || !inlines) return [];
  const mark = first.attributes.get('data-mark')?.trim() ?? markOf(textOf(label));
  return [{ kind: 'note', ...baseOf(context, element), mark, label, inlines }];
}

/** A label is its own mark unless it introduces the text, as `Note:` does: nothing refers to that. */
function markOf(label: string): string {
  return /[:：]$/.test(label) ? '' : label.trim();
}

/** A section is a group when it has a class, and nothing of its own otherwise. */
function readGroup(context: BlockContext, element: Element): readonly Block[] {
  if (element.attributes.get('class') === undefined) return readBlocks(context, element.children);
  const group = baseOf(context, element);
  const blocks = readBlocks({ ...context, inGroup: true }, element.children);
  if (blocks.length > 0) return [{ kind: 'group', ...group, blocks }];
  reportEmpty(context, element);
  return [];
}

function textOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => inline.text).join('');
}
