// Turn a list's element into a list: its items, and the number of each where it is a numbered one.
import type { Block, Inline, ListItem } from '../model/document.ts';
import { listLevels } from '../model/nested-lists.ts';
import { say, sayAll } from '../model/say.ts';
import { type BlockContext, baseOf, readText, reportEmpty } from './block-fields.ts';
import { labelForms, labelOf } from './item-labels.ts';
import { type Element, type Node, strayText } from './tree.ts';

/** Largest number that a list counts to: a larger one at the beginning of a line is a year, or a figure that no fact holds. */
const largest = 199;

export function readList(context: BlockContext, element: Element): readonly Block[] {
  const list = baseOf(context, element);
  const items: ListItem[] = [];
  readItems(context, element, list.id, 0, items);
  if (items.length > 0) return [{ kind: 'list', ...list, numbered: element.name === 'ol', items }];
  if (element.children.length === 0) reportEmpty(context, element);
  return [];
}

/** Adds the items of a list, each before those of the lists inside it. */
function readItems(context: BlockContext, element: Element, id: string, depth: number, items: ListItem[]): void {
  const numbers = element.name === 'ol' ? new Numbers(context, element) : undefined;
  for (const child of element.children) {
    if (child.kind !== 'element' || child.name !== 'li') {
      reportStranger(context, child);
      continue;
    }
    const label = numbers?.next(child) ?? [];
    const { words, inner } = partsOf(context, child);
    const inlines = readText(context, child, words, 'body');
    if (inlines) {
      const level = depth === 1 || depth === 2 ? { depth: depth as 1 | 2 } : {};
      items.push({ id: `${id}.${items.length + 1}`, ...level, label, inlines, at: child.at });
    }
    for (const list of inner) {
      if (depth + 1 < listLevels) readItems(context, list, id, depth + 1, items);
      else reportDeep(context, list);
    }
  }
}

const isList = (node: Node): node is Element & { name: 'ul' | 'ol' } =>
  node.kind === 'element' && (node.name === 'ul' || node.name === 'ol');

/** The words of an item, and the lists that stand after them. */
function partsOf(context: BlockContext, item: Element): { readonly words: readonly Node[]; readonly inner: readonly Element[] } {
  const first = item.children.findIndex(isList);
  if (first < 0) return { words: itemContent(item.children), inner: [] };
  const rest = item.children.slice(first).filter((child) => child.kind !== 'text' || child.text.trim() !== '');
  const stray = rest.find((child) => !isList(child));
  if (stray) {
    const at = stray.kind === 'element' ? stray.at : (strayText(stray)?.at ?? item.at);
    const hints = ['write the words of an item before the list inside it, or make them an item of their own'];
    context.markup.report({
      severity: 'error',
      code: 'merge/unknown-element',
      message: 'words stand after the list of an item',
      at,
      hints,
    });
  }
  return { words: itemContent(item.children.slice(0, first)), inner: rest.filter(isList) };
}

function reportDeep({ markup }: BlockContext, { at }: Element): void {
  const message = say`lists stand inside each other more than ${listLevels} deep`;
  markup.report({ severity: 'error', code: 'merge/unknown-element', message, at, hints: ['write the inner list after the outer one'] });
}

/** Counts the items of a numbered list; a number typed otherwise than the count says would be changed in print, and is reported. */
class Numbers {
  readonly #context: BlockContext;
  /** How its labels are written: that of the first item. */
  readonly #form: string;
  #next: number | undefined;

  constructor(context: BlockContext, { attributes, at }: Element) {
    this.#context = context;
    this.#form = formOf(context, attributes.get('type'), at) ?? `1${attributes.get('data-delimiter') ?? '.'}`;
    const start = attributes.get('start');
    this.#next = start === undefined ? undefined : Number(start);
    if (start === undefined || (/^\d+$/.test(start) && Number(start) <= largest)) return;
    const message = say`start="${start}" is not a number from 0 to ${largest}`;
    context.markup.report({ severity: 'error', code: 'merge/unknown-attribute', message, at });
  }

  /** The number as it is printed before an item; `value` is how Markdown's writer typed it. */
  next({ attributes, at }: Element): readonly Inline[] {
    const label = attributes.get('data-label');
    if (label !== undefined) return [{ text: label, at }];
    const value = attributes.get('value');
    const typed = value === undefined ? undefined : Number(value);
    const number = this.#next ?? typed ?? 1;
    if (typed !== undefined && (typed !== number || typed > largest)) this.#report(value ?? '', number, at);
    this.#next = number + 1;
    return [{ text: labelOf(this.#form, number) ?? this.#tooLarge(number, at), at }];
  }

  #tooLarge(number: number, at: Element['at']): string {
    const message = say`no label of the form ${this.#form} counts ${number}`;
    this.#context.markup.report({ severity: 'error', code: 'merge/unknown-attribute', message, at, hints: ['choose another type'] });
    return `${number}`;
  }

  #report(typed: string, number: number, at: Element['at']): void {
    const message = number > largest ? say`a list counts to ${largest} at most` : say`${typed} stands where the list counts ${number}`;
    const hints = [
      say`write ${labelOf(this.#form, number) ?? number}, or put a backslash before the point of a number that opens a paragraph`,
    ];
    this.#context.markup.report({ severity: 'error', code: 'merge/unknown-element', message, at, hints });
  }
}

/** Undefined for the plain form; one that is not known is reported. */
function formOf({ markup }: BlockContext, type: string | undefined, at: Element['at']): string | undefined {
  if (type === undefined || labelForms.includes(type)) return type;
  const hints = [say`forms of numbers: ${sayAll(labelForms, ', ')}`];
  markup.report({ severity: 'error', code: 'merge/unknown-attribute', message: say`type="${type}" is no form of numbers`, at, hints });
  return undefined;
}

function reportStranger({ markup }: BlockContext, node: Node): void {
  const at = node.kind === 'element' ? node.at : strayText(node)?.at;
  if (!at) return;
  markup.report({ severity: 'error', code: 'merge/unknown-element', message: 'a list holds items only', at, hints: ['write <li>'] });
}

/** Items that Markdown sets apart by empty lines hold one paragraph each. */
function itemContent(children: readonly Node[]): readonly Node[] {
  const parts = children.filter((child) => child.kind !== 'text' || child.text.trim() !== '');
  const [only] = parts;
  return parts.length === 1 && only?.kind === 'element' && only.name === 'p' && only.attributes.size === 0 ? only.children : children;
}
