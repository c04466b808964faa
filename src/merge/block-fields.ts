// Turn the running state of a part and an element of it into what every block has: id, class, language, place and inlines.

import type { TextKind } from '../language/typesetting.ts';
import type { Block, Inline } from '../model/document.ts';
import { inLang, type Lang } from '../model/language.ts';
import { printsNothing } from '../model/printable.ts';
import { say, sayAll } from '../model/say.ts';
import type { Span } from '../model/span.ts';
import type { Markup } from './markup.ts';
import { readInlines } from './read-inlines.ts';
import type { Element, Inserted, Node } from './tree.ts';

/** Made anew for every part. */
export interface BlockContext {
  readonly markup: Markup;
  readonly lang: Lang;
  /** Those of the part. */
  readonly ids: BlockIds;
  /** Names inside a group keep their spaces. */
  readonly inGroup: boolean;
  /** Gives the blocks of what an expression wrote between blocks: a narrative, a table, the places of a correction. */
  readonly insert: (inserted: Inserted, context: BlockContext) => readonly Block[];
}

/** Counts the blocks of a part: `en.1`, `en.2`… */
export class BlockIds {
  readonly part: string;
  /** Ids given so far. */
  taken = 0;

  constructor(part: string) {
    this.part = part;
  }

  next(): string {
    return `${this.part}.${++this.taken}`;
  }
}

/** The class of a block, checked against the style; '' for none or for one that the style does not know. */
function knownClass(context: BlockContext, tag: string, written: string | undefined, lang: Lang, at: Span): string {
  const word = written?.trim() ?? '';
  if (word === '') return '';
  const { markup } = context;
  const blocks = inLang(markup.classes, lang);
  if (blocks.has(`${tag}.${word}`) || (tag === 'section' && blocks.has(word))) return word;
  const known = [...blocks].filter((key) => key.startsWith(`${tag}.`)).map((key) => key.slice(tag.length + 1));
  const hints = [known.length > 0 ? say`classes of ${tag}: ${sayAll(known, ', ')}` : say`add ${tag}.${word} to the blocks of style.yaml`];
  markup.report({ severity: 'error', code: 'merge/unknown-class', message: say`the style has no ${tag}.${word} in ${lang}`, at, hints });
  return '';
}

/** Fields that every block has. */
export function baseOf(context: BlockContext, element: Element, tag = element.name) {
  const lang = languageOf(context, element);
  const anchor = element.attributes.get('id');
  return {
    id: context.ids.next(),
    class: knownClass(context, tag, element.attributes.get('class'), lang, element.at),
    lang,
    at: element.at,
    ...(anchor === undefined ? {} : { anchor }),
  };
}

/** Undefined, and reported, when there is nothing to print. */
export function readText(context: BlockContext, element: Element, nodes: readonly Node[], kind: TextKind): readonly Inline[] | undefined {
  const inlines = readInlines(context.markup, nodes, languageOf(context, element), kind);
  if (!isUnseen(inlines)) return inlines;
  reportEmpty(context, element);
  return undefined;
}

/** Whether nothing of it is said on a page: decorations say nothing. */
export const isUnseen = (inlines: readonly Inline[]): boolean =>
  inlines.every(({ text, pageRef, picture }) => pageRef === undefined && !picture?.alt && printsNothing(text));

export function reportEmpty(context: BlockContext, element: Element): void {
  const hints = ['write its text, or take it out'];
  context.markup.report({ severity: 'error', code: 'merge/empty', message: say`<${element.name}> is empty`, at: element.at, hints });
}

function languageOf(context: BlockContext, element: Element): Lang {
  const lang = element.attributes.get('lang') ?? context.lang;
  if (context.markup.languages.includes(lang)) return lang;
  context.markup.report({ severity: 'error', code: 'merge/unknown-attribute', message: say`unknown language ${lang}`, at: element.at });
  return context.lang;
}
