// Turn the content of an element into the inlines of a block, and its attributes into the fields that every block has.

import type { TextKind } from '../language/typesetting.ts';
import type { Inline } from '../model/document.ts';
import type { Lang } from '../model/language.ts';
import { printsNothing } from '../model/printable.ts';
import { type BlockContext, knownClass } from './block-context.ts';
import type { Element, Node } from './node.ts';
import { readInlines } from './read-inlines.ts';

/** Fields that every block has. */
export function baseOf(context: BlockContext, element: Element, tag = element.name) {
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

/** Undefined, and reported, when there is nothing to print. */
export function readText(context: BlockContext, element: Element, nodes: readonly Node[], kind: TextKind): readonly Inline[] | undefined {
  const inlines = readInlines(context.merging, nodes, languageOf(context, element), kind);
  if (!isUnseen(inlines)) return inlines;
  reportEmpty(context, element);
  return undefined;
}

/** Whether nothing of it is seen on a page. */
export const isUnseen = (inlines: readonly Inline[]): boolean =>
  inlines.every(({ text, pageRef }) => pageRef === undefined && printsNothing(text));

export function reportEmpty(context: BlockContext, element: Element): void {
  const hints = ['write its text, or take it out'];
  context.merging.report({ severity: 'error', code: 'merge/empty', message: `<${element.name}> is empty`, at: element.at, hints });
}

function languageOf(context: BlockContext, element: Element): Lang {
  const lang = element.attributes.get('lang') ?? context.lang;
  if (context.merging.release.languages.includes(lang)) return lang;
  context.merging.report({ severity: 'error', code: 'merge/unknown-attribute', message: `unknown language ${lang}`, at: element.at });
  return context.lang;
}
