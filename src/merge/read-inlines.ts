// Turn elements and texts of a line into inlines: one run of text for each set of attributes, figures as runs of their own.
import { isLanguage } from '../language/languages.ts';
import type { TextKind } from '../language/typesetting.ts';
import type { Inline } from '../model/document.ts';
import type { Lang } from '../model/language.ts';
import { linkTarget } from '../model/link-target.ts';
import { quoted } from '../model/printable.ts';
import { say } from '../model/say.ts';
import type { Markup } from './markup.ts';
import { readLinePicture } from './read-line-picture.ts';
import { setInlines } from './set-inlines.ts';
import type { Element, Inserted, Node } from './tree.ts';

/** What a run inherits from the elements round it. */
type Format = Pick<Inline, 'bold' | 'italic' | 'sup' | 'lang' | 'href' | 'bound'>;

/** Inlines of a block, normalised: white space as one space, characters as the profile sets them. */
export function readInlines(markup: Markup, nodes: readonly Node[], lang: Lang, kind: TextKind): readonly Inline[] {
  const inlines: Inline[] = [];
  new InlineReader(markup, lang, inlines).read(nodes, {});
  return setInlines(markup, inlines, lang, kind);
}

class InlineReader {
  readonly #markup: Markup;
  readonly #lang: Lang;
  readonly #inlines: Inline[];
  /** A `<br>` was read: the next run begins a line. */
  #broken = false;

  constructor(markup: Markup, lang: Lang, inlines: Inline[]) {
    this.#markup = markup;
    this.#lang = lang;
    this.#inlines = inlines;
  }

  read(nodes: readonly Node[], format: Format): void {
    for (const node of nodes) {
      if (node.kind === 'element') {
        this.#element(node, format);
      } else if (node.kind === 'inserted') {
        this.#inserted(node, format);
      } else if (node.text !== '') {
        const lead = /\S/.exec(node.text)?.index ?? 0;
        this.#push({ text: node.text, at: node.locate(lead, node.text.trim().length), ...format });
      }
    }
  }

  #element(element: Element, format: Format): void {
    switch (element.name) {
      case 'b':
      case 'strong':
        this.read(element.children, { ...format, bold: true });
        break;
      case 'i':
      case 'em':
        this.read(element.children, { ...format, italic: true });
        break;
      case 'sup':
        this.read(element.children, { ...format, sup: true });
        break;
      case 'br':
        this.#broken = true;
        break;
      case 'a':
        this.read(element.children, { ...format, ...this.#link(element) });
        break;
      case 'span':
        this.#span(element, format);
        break;
      case 'img':
        this.#picture(element, format);
        break;
      default:
        this.#misplaced(element);
    }
  }

  #picture(element: Element, { lang, href }: Format): void {
    const picture = readLinePicture(this.#markup, element);
    if (picture) this.#push({ text: '', picture, at: element.at, ...(lang && { lang }), ...(href !== undefined && { href }) });
  }

  #link(element: Element): Format {
    const href = element.attributes.get('href') ?? '';
    if (linkTarget(href) !== undefined) return { href };
    const hints = ['links are https: or http: with a host, mailto: with one mailbox, or #anchor'];
    this.#markup.report({
      severity: 'error',
      code: 'merge/unknown-attribute',
      message: say`a link may not lead to ${quoted(href)}`,
      at: element.at,
      hints,
    });
    return {};
  }

  #span({ attributes, at, children }: Element, format: Format): void {
    const lang = attributes.get('lang');
    if (lang !== undefined && !isLanguage(lang)) {
      this.#markup.report({ severity: 'error', code: 'merge/unknown-attribute', message: say`unknown language ${lang}`, at });
    }
    const other = isLanguage(lang) && lang !== this.#lang ? { lang } : {};
    this.read(children, { ...format, ...other } as Format);
  }

  /** What a helper wrote: words that remember what they follow from, a figure of the document, the page of an anchor. */
  #inserted({ written, at }: Inserted, format: Format): void {
    if ('text' in written) {
      const { text, bound } = written;
      if (text !== '') this.#push({ text, at: written.at ?? at, ...format, ...(bound ? { bound } : {}) });
    } else if ('figure' in written) {
      const { id, text, at: place } = this.#markup.place(written.figure);
      this.#push({ text, at: place, figure: id, ...format });
    } else if ('pageOf' in written) {
      this.#push({ text: '', at, pageRef: written.pageOf, ...format });
    } else {
      const message = say`${'table' in written ? 'a table' : 'chart' in written ? 'a chart' : 'a section'} cannot stand inside a line of text`;
      const hints = ['leave an empty line before and after it'];
      this.#markup.report({ severity: 'error', code: 'merge/unknown-element', message, at, hints });
    }
  }

  #misplaced(element: Element): void {
    const list = element.name === 'ul' || element.name === 'ol';
    const hint =
      element.name === 'dfn'
        ? 'a note is a paragraph that begins with <dfn>'
        : say`<${element.name}> stands on its own, outside paragraphs${list ? ' and outside the items of another list' : ''}`;
    const message = say`<${element.name}> cannot stand inside a line of text`;
    this.#markup.report({ severity: 'error', code: 'merge/unknown-element', message, at: element.at, hints: [hint] });
  }

  #push(inline: Inline): void {
    this.#inlines.push(this.#broken ? { ...inline, lineBreak: true } : inline);
    this.#broken = false;
  }
}
