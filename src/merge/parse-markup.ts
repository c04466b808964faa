// Turn mapped markup into a tree of elements and texts that know their places; what a document may not hold is reported.
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { Span } from '../model/span.ts';
import type { MappedText } from './mapped-text.ts';
import type { Merging } from './merging.ts';
import { nameHint } from './nearest-name.ts';
import { elements } from './vocabulary.ts';

export interface Element {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
  /** Place of the opening tag. */
  readonly at: Span;
}

export interface Text {
  readonly kind: 'text';
  readonly text: string;
  /** Place of the character at an offset of `text`. */
  readonly locate: (offset: number, length?: number) => Span;
}

export type Node = Element | Text;

/** Elements whose end tag may be left out, as in all HTML. */
const openEnded = new Set(['p', 'li', 'br']);

/** Elements and texts of a fragment; unknown elements are reported and left out with all that they hold. */
export function parseMarkup(merging: Merging, source: MappedText): readonly Node[] {
  const fragment = parseFragment(source.text, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startOffset }) => {
      const message = `markup: ${code.replaceAll('-', ' ')}`;
      merging.report({
        severity: 'error',
        code: 'merge/template',
        message,
        at: source.locate(Math.min(startOffset, source.text.length - 1)),
      });
    },
  });
  return readNodes(merging, source, fragment.childNodes);
}

function readNodes(merging: Merging, source: MappedText, nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): readonly Node[] {
  return nodes.flatMap((node): readonly Node[] => {
    const start = node.sourceCodeLocation?.startOffset ?? 0;
    if (node.nodeName === '#text') {
      const { value } = node as DefaultTreeAdapterTypes.TextNode;
      return [{ kind: 'text', text: value, locate: (offset, length) => source.locate(start + offset, length) }];
    }
    if (!('tagName' in node)) return [];
    const element = readElement(merging, source, node, start);
    return element ? [element] : [];
  });
}

function readElement(merging: Merging, source: MappedText, node: DefaultTreeAdapterTypes.Element, start: number): Element | undefined {
  const location = node.sourceCodeLocation;
  const at = source.locate(start, (location?.startTag?.endOffset ?? start + 1) - start);
  const known = elements.get(node.tagName);
  if (!known) {
    const hints = nameHint(node.tagName, elements.keys());
    merging.report({ severity: 'error', code: 'merge/unknown-element', message: `unknown element <${node.tagName}>`, at, hints });
    return undefined;
  }
  if (location && !location.endTag && !openEnded.has(node.tagName)) {
    const message = `<${node.tagName}> is not closed`;
    merging.report({ severity: 'error', code: 'merge/template', message, at, hints: [`write </${node.tagName}> where it ends`] });
  }
  for (const { name } of node.attrs) {
    if (known.includes(name)) continue;
    const place = location?.attrs?.[name];
    const where = place ? source.locate(place.startOffset, place.endOffset - place.startOffset) : at;
    const message = `<${node.tagName}> has no attribute ${name}`;
    merging.report({
      severity: 'error',
      code: 'merge/unknown-attribute',
      message,
      at: where,
      hints: known.length > 0 ? nameHint(name, known) : ['take it out: how text looks is said in style.yaml'],
    });
  }
  const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
  return { kind: 'element', name: node.tagName, attributes, children: readNodes(merging, source, node.childNodes), at };
}
