// Turn elements and texts of a line into inlines: one run of text for each set of attributes, figures as runs of their own.
import type { Bound, Inline } from '../model/document.ts';
import type { Lang } from '../model/language.ts';
import { compareSpans } from '../model/span.ts';
import type { Merging } from './merging.ts';
import { placeFigure } from './merging.ts';
import type { Element, Node } from './parse-markup.ts';
import { setInlines } from './set-inlines.ts';
import type { TextKind } from './typeset/typeset.ts';

/** What a run inherits from the elements round it. */
type Format = Pick<Inline, 'bold' | 'italic' | 'sup' | 'lang' | 'href' | 'bound'>;

/** Where links may lead. */
const allowedLink = /^(?:https?:\/\/|mailto:|#)/;

/** Inlines of a block, normalised: white space as one space, characters as the profile sets them. */
export function readInlines(merging: Merging, nodes: readonly Node[], lang: Lang, kind: TextKind): readonly Inline[] {
  const inlines: Inline[] = [];
  new InlineReader(merging, lang, inlines).read(nodes, {});
  return setInlines(merging, inlines, lang, kind);
}

class InlineReader {
  readonly #merging: Merging;
  readonly #lang: Lang;
  readonly #inlines: Inline[];
  /** A `<br>` was read: the next run begins a line. */
  #broken = false;

  constructor(merging: Merging, lang: Lang, inlines: Inline[]) {
    this.#merging = merging;
    this.#lang = lang;
    this.#inlines = inlines;
  }

  read(nodes: readonly Node[], format: Format): void {
    for (const node of nodes) {
      if (node.kind === 'element') {
        this.#element(node, format);
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
      case 'data':
        this.#figure(element, format);
        break;
      default:
        this.#misplaced(element);
    }
  }

  #link(element: Element): Format {
    const href = element.attributes.get('href') ?? '';
    if (allowedLink.test(href)) return { href };
    const hints = ['links are https:, mailto: or #anchor'];
    this.#merging.report({
      severity: 'error',
      code: 'merge/unknown-attribute',
      message: `a link may not lead to "${href}"`,
      at: element.at,
      hints,
    });
    return {};
  }

  #span(element: Element, format: Format): void {
    const { attributes, at } = element;
    const pageRef = attributes.get('data-page');
    if (pageRef !== undefined) this.#push({ text: '', at, pageRef, ...format });
    const bound = this.#bound(element);
    const lang = attributes.get('lang');
    if (lang !== undefined && lang !== 'ja' && lang !== 'en') {
      this.#merging.report({ severity: 'error', code: 'merge/unknown-attribute', message: `unknown language ${lang}`, at });
    }
    const other = (lang === 'ja' || lang === 'en') && lang !== this.#lang ? { lang } : {};
    this.read(element.children, { ...format, ...other, ...(bound ? { bound } : {}) } as Format);
  }

  /** What a helper wrote its words from; a mark typed by hand stands elsewhere than its helper, and is told. */
  #bound({ attributes, at }: Element): Bound | undefined {
    const number = attributes.get('data-bound');
    if (number === undefined) return undefined;
    const written = this.#merging.bounds[Number(number)];
    if (written && compareSpans(written.at, at) === 0) return written.bound;
    const message = 'data-bound is written by helpers only';
    this.#merging.report({ severity: 'error', code: 'merge/unknown-attribute', message, at, hints: ['use a helper: date, period, rate'] });
    return undefined;
  }

  /** The number that a helper wrote leads to its figure; `<data>` written by hand has none. */
  #figure(element: Element, format: Format): void {
    const draft = this.#merging.drafts[Number(element.attributes.get('data-figure') ?? Number.NaN)];
    if (!draft || draft.fact !== element.attributes.get('value')) {
      const hints = ['use a figure helper: amount, usd, number, percent, share, change, times'];
      this.#merging.report({
        severity: 'error',
        code: 'merge/unknown-element',
        message: '<data> is written by helpers only',
        at: element.at,
        hints,
      });
      return;
    }
    const { id, text, at } = placeFigure(this.#merging, draft);
    this.#push({ text, at, figure: id, ...format });
  }

  #misplaced(element: Element): void {
    const hint =
      element.name === 'dfn' ? 'a note is a paragraph that begins with <dfn>' : `<${element.name}> stands on its own, outside paragraphs`;
    const message = `<${element.name}> cannot stand inside a line of text`;
    this.#merging.report({ severity: 'error', code: 'merge/unknown-element', message, at: element.at, hints: [hint] });
  }

  #push(inline: Inline): void {
    this.#inlines.push(this.#broken ? { ...inline, lineBreak: true } : inline);
    this.#broken = false;
  }
}
