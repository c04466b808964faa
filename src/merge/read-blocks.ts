// Turn elements into typed blocks: headings, paragraphs, lists, notes, groups, tables, and narrative sections in place of their references.
import type { Block, Heading, Inline, ListItem } from '../model/document.ts';
import type { Lang } from '../model/language.ts';
import { type BlockContext, knownClass } from './block-context.ts';
import { noticeBlocks } from './correction/notice-blocks.ts';
import { expandTable } from './expand-table.ts';
import type { Element, Node } from './parse-markup.ts';
import { placeNarrative } from './place-narrative.ts';
import { readInlines } from './read-inlines.ts';
import type { TextKind } from './typeset/typeset.ts';

export function readBlocks(context: BlockContext, nodes: readonly Node[]): readonly Block[] {
  return nodes.flatMap((node): readonly Block[] => {
    if (node.kind === 'element') return readBlock(context, node);
    const stray = node.text.trim();
    if (stray !== '') {
      const message = `text outside a paragraph: ${stray.slice(0, 24).replace(/\s+/g, ' ')}`;
      const at = node.locate(node.text.indexOf(stray), stray.length);
      const hints = ['put it in <p>, or leave an empty line between an element and the text after it'];
      context.merging.report({ severity: 'error', code: 'merge/unknown-element', message, at, hints });
    }
    return [];
  });
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
      return readList(context, element);
    case 'table': {
      const table = expandTable(context.merging, element, context.lang, context.nextId());
      return table ? [table] : [];
    }
    case 'section':
      return readGroup(context, element);
    default: {
      const message = `<${element.name}> cannot stand outside a paragraph`;
      context.merging.report({ severity: 'error', code: 'merge/unknown-element', message, at: element.at, hints: ['put it in <p>'] });
      return [];
    }
  }
}

/** Fields that every block has. */
function base(context: BlockContext, element: Element, tag = element.name) {
  const lang = languageOf(context, element);
  const anchor = element.attributes.get('id');
  return {
    id: context.nextId(),
    class: knownClass(context, tag, element.attributes.get('class'), lang, element.at),
    lang,
    at: element.at,
    ...(anchor === undefined ? {} : { anchor }),
  };
}

function languageOf(context: BlockContext, element: Element): Lang {
  const lang = element.attributes.get('lang') ?? context.lang;
  if (lang === 'ja' || lang === 'en') return lang;
  context.merging.report({ severity: 'error', code: 'merge/unknown-attribute', message: `unknown language ${lang}`, at: element.at });
  return context.lang;
}

function readHeading(context: BlockContext, element: Element, level: Heading['level']): readonly Block[] {
  const words = (element.attributes.get('class') ?? '').split(/\s+/).filter((word) => word !== '');
  const runIn = words.includes('run-in');
  const other = words.filter((word) => word !== 'run-in').join(' ');
  const plain = { ...element, attributes: new Map([...element.attributes, ['class', other]]) };
  const inlines = readText(context, element, element.children, 'name');
  return inlines ? [{ kind: 'heading', ...base(context, plain), level, inlines, runIn }] : [];
}

/** A paragraph, or a note when it begins with `<dfn>`. */
function readParagraph(context: BlockContext, element: Element): readonly Block[] {
  const [first, ...rest] = element.children.filter((child, index) => index > 0 || child.kind === 'element' || child.text.trim() !== '');
  const kind = context.inGroup ? 'name' : 'body';
  if (first?.kind !== 'element' || first.name !== 'dfn') {
    const inlines = readText(context, element, element.children, kind);
    return inlines ? [{ kind: 'paragraph', ...base(context, element), inlines }] : [];
  }
  const label = readText(context, first, first.children, 'name');
  const inlines = readText(context, element, rest, kind);
  if (!label || !inlines) return [];
  const mark = first.attributes.get('data-mark')?.trim() ?? markOf(textOf(label));
  return [{ kind: 'note', ...base(context, element), mark, label, inlines }];
}

function readList(context: BlockContext, element: Element): readonly Block[] {
  const list = base(context, element);
  const items: ListItem[] = [];
  for (const child of element.children) {
    if (child.kind === 'text' && child.text.trim() === '') continue;
    if (child.kind === 'text' || child.name !== 'li') {
      const at = child.kind === 'text' ? child.locate(0) : child.at;
      context.merging.report({
        severity: 'error',
        code: 'merge/unknown-element',
        message: 'a list holds items only',
        at,
        hints: ['write <li>'],
      });
      continue;
    }
    const inlines = readText(context, child, itemContent(child), 'body');
    if (inlines) items.push({ id: `${list.id}.${items.length + 1}`, inlines, at: child.at });
  }
  if (items.length > 0) return [{ kind: 'list', ...list, items }];
  if (element.children.length === 0) reportEmpty(context, element);
  return [];
}

/** Items that Markdown sets apart by empty lines hold one paragraph each. */
function itemContent(item: Element): readonly Node[] {
  const parts = item.children.filter((child) => child.kind === 'element' || child.text.trim() !== '');
  const [only] = parts;
  return parts.length === 1 && only?.kind === 'element' && only.name === 'p' ? only.children : item.children;
}

/** A label is its own mark unless it introduces the text, as `Note:` does: nothing refers to that. */
function markOf(label: string): string {
  return /[:：]$/.test(label) ? '' : label.trim();
}

/** A narrative's reference gives its blocks; another section is a group when it has a class, and nothing of its own otherwise. */
function readGroup(context: BlockContext, element: Element): readonly Block[] {
  const narrative = element.attributes.get('data-narrative');
  if (narrative !== undefined) {
    const nodes = placeNarrative(context, narrative, element.at);
    return nodes ? readBlocks({ ...context, inNarrative: true }, nodes) : [];
  }
  const corrections = element.attributes.get('data-corrections');
  if (corrections !== undefined) return readCorrections(context, element, corrections);
  if (element.attributes.get('class') === undefined) return readBlocks(context, element.children);
  const group = base(context, element);
  const blocks = readBlocks({ ...context, inGroup: true }, element.children);
  if (blocks.length > 0) return [{ kind: 'group', ...group, blocks }];
  reportEmpty(context, element);
  return [];
}

/** What a correction changed, place after place; only its helper writes the element. */
function readCorrections(context: BlockContext, element: Element, number: string): readonly Block[] {
  const { notice, release } = context.merging;
  const words = notice?.words[Number(number)];
  const style = release.style.correction;
  if (notice && words && style) return noticeBlocks(context, notice.correction, words, style.excerptLimit, element.at);
  const message = 'data-corrections is written by helpers only';
  context.merging.report({ severity: 'error', code: 'merge/unknown-attribute', message, at: element.at, hints: ['use {{corrections}}'] });
  return [];
}

/** Undefined, and reported, when there is nothing to print. */
function readText(context: BlockContext, element: Element, nodes: readonly Node[], kind: TextKind): readonly Inline[] | undefined {
  const inlines = readInlines(context.merging, nodes, languageOf(context, element), kind);
  if (inlines.length > 0) return inlines;
  reportEmpty(context, element);
  return undefined;
}

function reportEmpty(context: BlockContext, element: Element): void {
  const hints = ['write its text, or take it out'];
  context.merging.report({ severity: 'error', code: 'merge/empty', message: `<${element.name}> is empty`, at: element.at, hints });
}

function textOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => inline.text).join('');
}
