// Turn a set release into all that is to be checked of it: every figure and every sentence, and the tables and pages that hold them.
import { createHash } from 'node:crypto';
import { splitSentences } from '../language/text-pieces.ts';
import type { Document, Figure, Inline, Table } from '../model/document.ts';
import { documentTexts, withInner } from '../model/document-texts.ts';
import type { Lang } from '../model/language.ts';
import { figureIndices, type Layout } from '../model/page.ts';
import type { Tick, TickKind } from '../model/review.ts';
import { runText } from '../model/run-text.ts';

/** One thing that may be checked as one. */
export interface ReviewUnit {
  /** By which it is told from all others: of what it is, where it stands and what it says. */
  readonly id: string;
  readonly kind: TickKind;
  readonly lang: Lang;
  /** Where it stands: a section, a statement, a figure of one of them, a page by its part and number. */
  readonly of: string;
  /** What is signed. */
  readonly signed: string;
  /** As it is shown. */
  readonly text: string;
  /** Indices of the pages that it stands on. */
  readonly pages: readonly number[];
  /** Elements of the document whose words it has, or that it is; none for figures. */
  readonly elements: readonly string[];
  /** Indices in the document's figures. */
  readonly figures: readonly number[];
  /** Checked with what holds it: ids of its sentence or table. Pages hold what stands on them. */
  readonly within: readonly string[];
}

/** Figures and sentences have to be checked, each by itself or with what holds it; tables and pages are ways to do so. */
export const isRequired = ({ kind }: Pick<ReviewUnit, 'kind'>): boolean => kind === 'figure' || kind === 'sentence';

/** Of several that say the same at the same place, one stands for all. */
export function reviewUnits(document: Document, layout: Layout): readonly ReviewUnit[] {
  const pages = pagesOf(layout);
  const printed = figureIndices(layout);
  const units = new Map<string, ReviewUnit>();
  const add = (unit: Omit<ReviewUnit, 'id'>): string => {
    const id = idOf(unit);
    const known = units.get(id);
    const both = <T>(a: readonly T[] = [], b: readonly T[]) => [...new Set([...a, ...b])];
    units.set(id, {
      ...unit,
      id,
      pages: both(known?.pages, unit.pages),
      elements: both(known?.elements, unit.elements),
      figures: both(known?.figures, unit.figures),
      within: both(known?.within, unit.within),
    });
    return id;
  };
  const addFigure = (figure: Figure, place: string, within: string) =>
    add({
      kind: 'figure',
      lang: figure.lang,
      of: [place, figure.fact, figure.measure, ...(figure.against === undefined ? [] : [figure.against])].join('/'),
      signed: signedText(figure.text),
      text: figure.text,
      pages: printed.get(figure.id) ?? [],
      elements: [],
      figures: [figure.id],
      within: [within],
    });
  const addSentences = (inlines: readonly Inline[], lang: Lang, of: string, element: string, within: readonly string[]) => {
    for (const sentence of splitSentences(inlines, lang)) {
      const text = plain(sentence.map((inline) => inline.text).join(''));
      if (text === '') continue;
      const numbers = [...new Set(sentence.flatMap(({ figure }) => figure ?? []))];
      const on = pages.get(element) ?? [];
      const id = add({ kind: 'sentence', lang, of, signed: signedText(text), text, pages: on, elements: [element], figures: [], within });
      for (const number of numbers) {
        const figure = document.figures[number];
        if (figure) addFigure(figure, of, id);
      }
    }
  };
  for (const part of document.parts) {
    for (const section of part.sections) {
      for (const { id, lang, inlines } of documentTexts({ ...document, parts: [{ ...part, sections: [section] }] }))
        addSentences(inlines, lang, section.id, id, []);
      for (const table of section.blocks.flatMap(withInner).filter((block): block is Table => block.kind === 'table'))
        addTable(table, document, pages, add, addFigure, addSentences);
    }
  }
  for (const page of layout.pages) {
    const text = page.items.flatMap((item) => (item.kind === 'glyphs' ? [runText(item)] : [])).join('');
    const of = `${page.part}/${page.numberInPart}`;
    add({
      kind: 'page',
      lang: page.lang,
      of,
      signed: digest(plain(text)),
      text: of,
      pages: [page.index],
      elements: [],
      figures: [],
      within: [],
    });
  }
  return [...units.values()];
}

function addTable(
  table: Table,
  { figures }: Document,
  pages: ReadonlyMap<string, readonly number[]>,
  add: (unit: Omit<ReviewUnit, 'id'>) => string,
  addFigure: (figure: Figure, place: string, within: string) => void,
  addSentences: (inlines: readonly Inline[], lang: Lang, of: string, element: string, within: readonly string[]) => void,
): void {
  const { id, lang, statement, captions, unit, heads, rows } = table;
  const words = [
    ...captions,
    ...(unit ? [unit] : []),
    ...heads.map((head) => ({ id: head.id, inlines: head.pieces.flat() })),
    ...rows.map((row) => ({ id: `${row.id}.label`, inlines: row.label })),
  ];
  const cells = rows.flatMap((row) => row.cells);
  const said = [
    ...words.map(({ inlines }) => inlines.map(({ text }) => text).join('')),
    ...cells.map((cell) => (cell ? cell.prefix + cell.core + cell.suffix : '')),
  ];
  const numbers = cells.flatMap((cell) => cell?.figure ?? []);
  const elements = [id, ...words.map((each) => each.id), ...cells.flatMap((cell) => cell?.id ?? [])];
  const on = [...new Set(elements.flatMap((element) => pages.get(element) ?? []))];
  const whole = add({
    kind: 'table',
    lang,
    of: statement,
    signed: digest(said.map(plain).join('\n')),
    text: statement,
    pages: on,
    elements,
    figures: numbers,
    within: [],
  });
  for (const { id: element, inlines } of words) addSentences(inlines, lang, statement, element, [whole]);
  for (const number of numbers) {
    const figure = figures[number];
    const column = figure?.place.kind === 'cell' ? figure.place.column : '';
    if (figure) addFigure(figure, `${statement}/${column}`, whole);
  }
}

/** Pages of each element that owns a run of glyphs. */
function pagesOf({ pages }: Layout): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, Set<number>>();
  for (const { index, items } of pages) {
    for (const item of items) {
      if (item.kind !== 'glyphs' || !('element' in item.owner)) continue;
      // Labels of items and notes are owners of their own.
      for (const element of [item.owner.element, item.owner.element.replace(/\.label$/, '')])
        found.set(element, (found.get(element) ?? new Set()).add(index));
    }
  }
  return new Map([...found].map(([element, on]) => [element, [...on]]));
}

/** Spaces and line breaks say nothing. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);

/** Characters of a text that are kept; of a longer one its beginning, and a digest of all. */
const longest = 300;

const signedText = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest - 60)}… ${digest(text)}`);

/** The same for a tick and for what it is a tick of. */
export const idOf = ({ kind, lang, of, signed }: Pick<Tick, 'kind' | 'lang' | 'of' | 'signed'>): string =>
  digest(JSON.stringify([kind, lang, of, signed]));
