// Turn paragraphs of Markdown whose lines are counted by their writer, (1), ①, １．, a), into numbered lists; labels stay as they were typed.
import { type TypedLabel, typedLabel } from './item-labels.ts';
import type { Element, Node } from './tree.ts';

/** A line of a paragraph that begins with a label, or lines before the first such. */
interface Lines {
  readonly label: TypedLabel | undefined;
  readonly children: readonly Node[];
  readonly at: Element['at'];
}

/** Counts of one form that go up by one make a list, from two items on: a single label may be a reference, and stays text. */
export function numberedParagraphs(nodes: readonly Node[]): readonly Node[] {
  const out: Node[] = [];
  let open: Lines[] = [];
  const close = (): void => {
    if (open.length > 1) out.push(listOf(open));
    else for (const lines of open) out.push(paragraphOf(lines));
    open = [];
  };
  for (const node of nodes) {
    if (node.kind === 'text' && node.text.trim() === '') continue;
    const parts = node.kind === 'element' && node.name === 'p' && node.attributes.size === 0 ? linesOf(node) : undefined;
    if (!parts) {
      close();
      out.push(node);
      continue;
    }
    for (const lines of parts) {
      const { label } = lines;
      const before = open.at(-1)?.label;
      if (!label || !before || before.form !== label.form || before.number + 1 !== label.number) close();
      if (label) open.push(lines);
      else out.push(paragraphOf(lines));
    }
  }
  close();
  return out;
}

/** Undefined where no two lines are counted one after the other and the paragraph does not begin with a label. */
function linesOf(paragraph: Element): readonly Lines[] | undefined {
  const lines: { label: TypedLabel | undefined; children: Node[]; at: Element['at'] }[] = [];
  const open = (label: TypedLabel | undefined, at: Element['at']): void => void lines.push({ label, children: [], at });
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
      const previous = lines.findLast((each) => each.label !== undefined)?.label;
      const follows = previous ? previous.form === label?.form && previous.number + 1 === label.number : true;
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

const paragraphOf = ({ children, at }: Lines): Element => element('p', none, children, at);

function listOf(items: readonly Lines[]): Element {
  const entries = items.map(({ label, children, at }) =>
    element('li', new Map([['data-label', label!.text]]), withoutLabel(children, label!), at),
  );
  return element('ol', none, entries, items[0]!.at);
}

function withoutLabel([first, ...rest]: readonly Node[], { length }: TypedLabel): readonly Node[] {
  if (first?.kind !== 'text') return first ? [first, ...rest] : rest;
  return [{ kind: 'text', text: first.text.slice(length), locate: (offset, each) => first.locate(length + offset, each) }, ...rest];
}
