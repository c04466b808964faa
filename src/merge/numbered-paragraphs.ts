// Turn paragraphs of Markdown whose lines are counted by their writer, (1), ①, １．, a), into numbered lists; labels stay as they were typed.
import { type TypedLabel, typedLabel } from './item-labels.ts';
import type { Element, Node } from './tree.ts';

/** A line of a paragraph that begins with a label, or lines before the first such. */
interface Lines {
  readonly label: TypedLabel | undefined;
  readonly children: Node[];
  readonly at: Element['at'];
  /** Labelled lines that are indented under this one. */
  readonly inner: Lines[];
  /** Lists of Markdown's own that are. */
  readonly lists: Element[];
}

/**
 * Counts of one form that go up by one make a list, from two items on: a single label may be a reference, and stays text. A list that is
 * indented under a labelled line stands inside that item, and so do labelled lines inside an item of Markdown's own lists.
 */
export function numberedParagraphs(nodes: readonly Node[]): readonly Node[] {
  const out: Node[] = [];
  let open: Lines[] = [];
  const close = (): void => {
    out.push(...gathered(open));
    open = [];
  };
  for (const node of nodes) {
    if (node.kind === 'text' && node.text.trim() === '') continue;
    if (isList(node)) {
      const list = withNumberedItems(node);
      const above = open.at(-1);
      if (above?.label && node.attributes.has('data-indented')) above.lists.push(list);
      else {
        close();
        out.push(list);
      }
      continue;
    }
    const parts = node.kind === 'element' && node.name === 'p' && node.attributes.size === 0 ? linesOf(node) : undefined;
    if (!parts) {
      close();
      out.push(node);
      continue;
    }
    for (const lines of parts) {
      if (isInside(lines, open.at(-1))) addInside(open.at(-1)!, lines);
      else open.push(lines);
    }
  }
  close();
  return out;
}

/** Lines that count on make lists, the others paragraphs. */
function gathered(all: readonly Lines[]): readonly Node[] {
  const groups: Lines[][] = [];
  for (const lines of all) {
    const last = groups.at(-1);
    if (last && counts(last.at(-1), lines)) last.push(lines);
    else groups.push([lines]);
  }
  return groups.flatMap((group): readonly Node[] => {
    if (group.length > 1) return [listOf(group)];
    return group.flatMap((lines) => [element('p', none, lines.children, lines.at), ...inside(lines)]);
  });
}

/** What stands inside an item after its words. */
const inside = ({ inner, lists }: Lines): readonly Node[] => [...gathered(inner), ...lists];

/** Whether a labelled line counts on after another. */
const counts = (before: Lines | undefined, { label }: Lines): boolean =>
  label !== undefined && before?.label?.form === label.form && before.label.number + 1 === label.number;

/** Spaces by which a labelled line stands inside the item above it. */
const leastIndent = 2;

/** Whether a labelled line belongs to the item above it: it is indented below its label. */
const isInside = (lines: Lines, above: Lines | undefined): boolean =>
  lines.label !== undefined && above?.label !== undefined && lines.at.column >= above.at.column + leastIndent;

/** Under the last line inside the item, if it is indented below that too. */
function addInside(item: Lines, lines: Lines): void {
  const last = item.inner.at(-1);
  if (last && isInside(lines, last)) addInside(last, lines);
  else item.inner.push(lines);
}

const isList = (node: Node): node is Element & { name: 'ul' | 'ol' } =>
  node.kind === 'element' && (node.name === 'ul' || node.name === 'ol');

/** Lines of an item that are counted make a list inside it. */
function withNumberedItems(list: Element): Element {
  const children = list.children.map((item): Node => {
    if (item.kind !== 'element' || item.name !== 'li') return item;
    const at = item.children.findIndex((child) => child.kind === 'element' && blocks.has(child.name));
    // The words of a tight item stand in it as they are, those of a loose one in a paragraph.
    const tight = at < 0 ? item.children : item.children.slice(0, at);
    const words = tight.length > 0 ? [element('p', none, tight, item.at)] : [];
    const numbered = numberedParagraphs([...words, ...(at < 0 ? [] : item.children.slice(at))]);
    const [first, ...rest] = numbered;
    // A label at the very beginning is one of its words: an item is more than the list inside it.
    return first?.kind === 'element' && first.name === 'p' ? { ...item, children: [...first.children, ...rest] } : item;
  });
  return { ...list, children };
}

const blocks: ReadonlySet<string> = new Set(['p', 'ul', 'ol']);

/** Undefined where no two lines are counted one after the other and the paragraph does not begin with a label. */
function linesOf(paragraph: Element): readonly Lines[] | undefined {
  const lines: Lines[] = [];
  const open = (label: TypedLabel | undefined, at: Element['at']): void =>
    void lines.push({ label, children: [], at, inner: [], lists: [] });
  let begins = true;
  for (const child of paragraph.children) {
    if (child.kind !== 'text') {
      if (lines.length === 0) open(undefined, paragraph.at);
      lines.at(-1)!.children.push(child);
      begins = false;
      continue;
    }
    let from = 0;
    for (let start = begins ? 0 : child.text.indexOf('\n'); start >= 0; start = child.text.indexOf('\n', start + 1)) {
      const label = typedLabel(child.text.slice(start, start + longestLead));
      const previous = lines.findLast((each) => each.label?.form === label?.form)?.label;
      const follows = previous ? previous.number + 1 === label?.number : !lines.some((each) => each.label !== undefined);
      const starts = label !== undefined && (follows || label.number === 1);
      if (!starts) continue;
      if (lines.length > 0 || start > from) push(lines, child, from, start, open, paragraph.at);
      open(label, child.locate(start + (child.text[start] === '\n' ? 1 : 0), label.text.length));
      from = start;
    }
    push(lines, child, from, child.text.length, open, paragraph.at);
    begins = false;
  }
  const counted = lines.filter(({ label }) => label !== undefined);
  return counted.length > 1 || lines[0]?.label !== undefined ? lines : undefined;
}

/** White space, a label and the white space after it. */
const longestLead = 40;

function push(
  lines: { readonly children: Node[] }[],
  text: Extract<Node, { kind: 'text' }>,
  from: number,
  to: number,
  open: (label: undefined, at: Element['at']) => void,
  at: Element['at'],
): void {
  if (to <= from) return;
  if (lines.length === 0) open(undefined, at);
  lines
    .at(-1)!
    .children.push({ kind: 'text', text: text.text.slice(from, to), locate: (offset, length) => text.locate(from + offset, length) });
}

const element = (name: string, attributes: ReadonlyMap<string, string>, children: readonly Node[], at: Element['at']): Element => ({
  kind: 'element',
  name,
  attributes,
  children,
  at,
});

const none: ReadonlyMap<string, string> = new Map();

function listOf(items: readonly Lines[]): Element {
  const entries = items.map((item) => {
    const words = withoutLabel(item.children, item.label!);
    // A single label is no list: it stays in the text.
    const rest = inside(item).flatMap((node) => (node.kind === 'element' && node.name === 'p' ? node.children : [node]));
    return element('li', new Map([['data-label', item.label!.text]]), [...words, ...rest], item.at);
  });
  return element('ol', none, entries, items[0]!.at);
}

function withoutLabel([first, ...rest]: readonly Node[], { length }: TypedLabel): readonly Node[] {
  if (first?.kind !== 'text') return first ? [first, ...rest] : rest;
  return [{ kind: 'text', text: first.text.slice(length), locate: (offset, each) => first.locate(length + offset, each) }, ...rest];
}
