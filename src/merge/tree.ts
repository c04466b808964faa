// Turn tags, texts and insertions, one after another, into a tree whose nodes know their places; what it cannot hold is reported.

import { dataLimits } from '../model/limits.ts';
import { nameHints } from '../model/nearest-name.ts';
import { say } from '../model/say.ts';
import type { Span } from '../model/span.ts';
import { type MappedText, MappedTextBuilder } from '../template/mapped-text.ts';
import { type Insertion, type Manuscript, standIn, wordsOf } from './manuscript.ts';
import type { Markup } from './markup.ts';
import { elements } from './vocabulary.ts';

export interface Element {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
  /** Place of the opening tag. */
  readonly at: Span;
}

/** Typed text, character references and escapes resolved. */
interface Text extends MappedText {
  readonly kind: 'text';
}

/** What an expression wrote. */
export interface Inserted extends Insertion {
  readonly kind: 'inserted';
}

export type Node = Element | Text | Inserted;

/** Characters of a text that a finding shows. */
const shown = 24;

/** Undefined for white space. */
export function strayText(node: Text | Inserted): { readonly words: string; readonly at: Span } | undefined {
  const text = node.kind === 'text' ? node.text.trim() : wordsOf(node).trim();
  if (node.kind === 'text' && text === '') return undefined;
  const words = text.slice(0, shown).replace(/\s+/g, ' ');
  return { words, at: node.kind === 'text' ? node.locate(node.text.indexOf(text), text.length) : node.at };
}

/** Elements whose end tag may be left out, as in all HTML. */
const openEnded = new Set(['p', 'li', 'dt', 'dd']);

/** Elements that end an open paragraph. */
const blocks = new Set(['section', 'h1', 'h2', 'h3', 'h4', 'p', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table']);

interface OpenElement extends Element {
  readonly children: Node[];
  /** Its name or depth was reported, and what it holds is left out with it. */
  readonly refused: boolean;
}

/** Follows one manuscript; places are offsets in it. */
export class TreeGrower {
  readonly #markup: Markup;
  readonly #manuscript: Manuscript;
  readonly #roots: Node[] = [];
  readonly #open: OpenElement[] = [];
  /** Offsets of the insertions that found their place. */
  readonly #placed = new Set<number>();
  #text = new MappedTextBuilder();
  #deep = false;

  constructor(markup: Markup, manuscript: Manuscript) {
    this.#markup = markup;
    this.#manuscript = manuscript;
  }

  /** Text that stands so in the manuscript, from `offset` on; the characters that stand for insertions become what they stand for. */
  copy(text: string, offset: number): void {
    const { insertions } = this.#manuscript;
    let from = 0;
    for (let at = insertions.size > 0 ? text.indexOf(standIn) : -1; at >= 0; at = text.indexOf(standIn, at + 1)) {
      const insertion = insertions.get(offset + at);
      if (!insertion) continue;
      this.#text.copy(text.slice(from, at), this.#manuscript, offset + from);
      this.#flush();
      this.#children().push({ kind: 'inserted', ...insertion });
      this.#placed.add(offset + at);
      from = at + 1;
    }
    this.#text.copy(text.slice(from), this.#manuscript, offset + from);
  }

  /** Text that `length` characters at `offset` stand for: a reference, an escape. */
  make(text: string, offset: number, length: number): void {
    this.#text.make(text, this.#manuscript, offset, length);
  }

  /** Says of the insertions of a stretch that they were read as words, or refused with what stands round them. */
  settle(from: number, to: number): void {
    const { text, insertions } = this.#manuscript;
    if (insertions.size === 0) return;
    for (let at = text.indexOf(standIn, from); at >= 0 && at < to; at = text.indexOf(standIn, at + 1)) this.#placed.add(at);
  }

  /** Opens an element; `br` and `img` hold nothing and need no end. */
  open(name: string, attributes: ReadonlyMap<string, string>, at: Span): void {
    this.#flush();
    if (blocks.has(name) && this.#open.at(-1)?.name === 'p') this.#open.pop();
    const last = this.#open.at(-1)?.name ?? '';
    if (name === 'li' && last === 'li') this.#open.pop();
    if ((name === 'dt' || name === 'dd') && (last === 'dt' || last === 'dd')) this.#open.pop();
    const known = elements.has(name);
    if (!known) reportUnknown(this.#markup, name, at);
    if (this.#open.length >= dataLimits.nestedElements && !this.#deep) this.#reportDeep(at);
    const element: OpenElement = { kind: 'element', name, attributes, children: [], at, refused: !known };
    this.#children().push(...(known ? [element] : []));
    // What is too deep hangs side by side: it is reported, and a tree too deep to walk would end the program.
    if (name !== 'br' && name !== 'img' && !this.#deep) this.#open.push(element);
  }

  close(name: string, at: Span): void {
    this.#flush();
    if (this.#deep) return;
    const index = this.#open.findLastIndex((element) => element.name === name);
    if (index < 0) {
      const hints = [say`take it out, or write <${name}> where it begins`];
      this.#markup.report({ severity: 'error', code: 'merge/template', message: say`</${name}> closes nothing`, at, hints });
      return;
    }
    for (const inner of this.#open.splice(index).slice(1)) this.#reportOpen(inner);
  }

  finish(): readonly Node[] {
    this.#flush();
    for (const element of this.#deep ? [] : this.#open) this.#reportOpen(element);
    for (const [offset, { at }] of this.#manuscript.insertions) if (!this.#placed.has(offset)) this.#reportLost(at);
    return this.#roots;
  }

  /** Nothing that an expression writes is left out in silence. */
  #reportLost(at: Span): void {
    const hints = ['write it outside the marks that stand round it'];
    this.#markup.report({ severity: 'error', code: 'merge/template', message: 'what this writes would be lost here', at, hints });
  }

  #children(): Node[] {
    return this.#open.at(-1)?.children ?? this.#roots;
  }

  #flush(): void {
    if (this.#text.length === 0) return;
    this.#children().push({ kind: 'text', ...this.#text.build() });
    this.#text = new MappedTextBuilder();
  }

  #reportOpen({ name, at, refused }: OpenElement): void {
    if (refused || openEnded.has(name)) return;
    const hints = [say`write </${name}> where it ends`];
    this.#markup.report({ severity: 'error', code: 'merge/template', message: say`<${name}> is not closed`, at, hints });
  }

  #reportDeep(at: Span): void {
    this.#deep = true;
    const message = say`more than ${dataLimits.nestedElements} elements stand inside each other`;
    this.#markup.report({ severity: 'error', code: 'merge/template', message, at, hints: ['close those that have ended'] });
  }
}

/** What is written in the place of elements that HTML has and a release has not. */
const instead: Readonly<Record<string, string>> = {
  data: 'use a figure helper: amount, usd, number, percent, share, change, times',
  script: 'a release holds no programs',
  style: 'how text looks is said in style.yaml',
  div: 'write <section>, with a class of the style',
};

function reportUnknown({ report }: Markup, name: string, at: Span): void {
  const hint = Object.hasOwn(instead, name) ? instead[name] : undefined;
  const hints = hint === undefined ? nameHints(name, elements.keys(), elements.size) : [hint];
  report({ severity: 'error', code: 'merge/unknown-element', message: say`unknown element <${name}>`, at, hints });
}
