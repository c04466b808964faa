// Turn a set release into what stands where on its pages: words with the places that they were typed at, figures with all that print the same.
import { conceptOf } from '../figures/fact-key.ts';
import type { Document, Figure, Inline } from '../model/document.ts';
import { withInner } from '../model/document-texts.ts';
import type { FactKey } from '../model/financials.ts';
import type { Lang } from '../model/language.ts';
import { type GlyphRun, type Page, pageNumber } from '../model/page.ts';
import type { Release } from '../model/release.ts';
import { type PlaceOfRun, runPlaces } from '../model/run-places.ts';
import { runText } from '../model/run-text.ts';
import type { Span } from '../model/span.ts';
import type { Composed } from '../session.ts';

/** Words of one element on one line of a page, or one figure among them. Lengths in points, from the page's upper left corner. */
export interface PageMark {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  /** Id of the element in the document that they belong to; empty for running heads and folios. */
  readonly element: string;
  /** Index in the document's figures. */
  readonly figure?: number;
  /** Where they were typed; undefined for what the program adds. */
  readonly at?: Span;
}

/** A page and what stands on it, in reading order. */
export interface MappedPage {
  /** Physical index, from 0. */
  readonly index: number;
  readonly width: number;
  readonly height: number;
  readonly lang: Lang;
  /** Class of the page in its style. */
  readonly class: string;
  /** That a reader knows it by: in its file, from 1. */
  readonly number: number;
  readonly marks: readonly PageMark[];
}

/** A figure as printed at one place, and which others print the same. */
export interface MappedFigure {
  readonly id: number;
  readonly lang: Lang;
  readonly text: string;
  readonly fact: FactKey;
  /** The label of its concept in its language. */
  readonly label: string;
  /** The same for all figures that print the same of the same fact. */
  readonly group: number;
  /** The figure of another language that stands for it there: of the same cell, or of the same turn among those of prose. */
  readonly partners: readonly number[];
  /** Where its fact was typed, or where its formula stands. */
  readonly typedAt: Span;
  /** Texts of the notes that the label of its row, or a head of its column, refers to. */
  readonly notes: readonly string[];
}

export interface PageMap {
  readonly pages: readonly MappedPage[];
  readonly figures: readonly MappedFigure[];
}

export function mapPages({ document, layout, release, financials }: Composed): PageMap {
  const placeOf = runPlaces(document);
  const partners = partnersOf(document);
  const notes = notesOf(document);
  const groups = new Map<string, number>();
  const groupOf = (figure: Figure) => {
    const name = sameFigure(figure);
    const known = groups.get(name) ?? groups.size;
    groups.set(name, known);
    return known;
  };
  return {
    pages: layout.pages.map((page) => mapPage(page, placeOf)),
    figures: document.figures.map((figure) => ({
      id: figure.id,
      lang: figure.lang,
      text: figure.text,
      fact: figure.fact,
      label: labelOf(figure, release),
      group: groupOf(figure),
      partners: partners.get(figure.id) ?? [],
      typedAt: financials.facts.get(figure.fact)?.at ?? figure.at,
      notes: notes.get(figure.id) ?? [],
    })),
  };
}

/** How far above and below the baseline letters reach, in sizes of their face: what is pointed at is a little more than what is drawn. */
const [ascent, descent] = [0.88, 0.24];

function mapPage(page: Page, placeOf: PlaceOfRun): MappedPage {
  const { index, width, height, lang, class: name, items } = page;
  const marks: PageMark[] = [];
  for (const item of items) {
    if (item.kind !== 'glyphs') continue;
    const text = runText(item);
    if (text.trim() === '') continue;
    const mark = markOf(item, text, placeOf);
    const last = marks.at(-1);
    const joined = last && join(last, mark);
    if (joined) marks[marks.length - 1] = joined;
    else marks.push(mark);
  }
  return { index, width, height, lang, class: name, number: pageNumber(page), marks };
}

function markOf(run: GlyphRun, text: string, placeOf: PlaceOfRun): PageMark {
  const { owner, figure, x, y, width, size } = run;
  const element = 'element' in owner ? owner.element : owner.artifact === 'repeated-head' ? owner.of : '';
  const at = placeOf(run);
  return {
    x,
    y: y - size * ascent,
    width,
    height: size * (ascent + descent),
    text,
    element,
    ...(figure !== undefined && { figure }),
    ...(at && { at }),
  };
}

/** One mark of two, where both are of one element and line, print one figure or none, and were typed on one line of a file. */
function join(a: PageMark, b: PageMark): PageMark | undefined {
  const near = Math.abs(a.y + a.height - (b.y + b.height)) < 4 && b.x >= a.x && b.x - (a.x + a.width) < a.height * 2;
  if (!near || a.element !== b.element || a.figure !== b.figure || a.at?.file !== b.at?.file || a.at?.line !== b.at?.line) return undefined;
  const y = Math.min(a.y, b.y);
  return {
    ...a,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - a.x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
    text: b.x - (a.x + a.width) > 1 ? `${a.text} ${b.text}` : a.text + b.text,
  };
}

const sameFigure = ({ fact, measure, against }: Figure): string => `${fact} ${measure} ${against ?? ''}`;

/** The same cell in the table of each other language; in prose the first there for the first here, and so on; the last for those beyond. */
function partnersOf({ figures, languages }: Document): ReadonlyMap<number, readonly number[]> {
  const [cells, prose] = [new Map<string, Figure>(), new Map<string, Figure[]>()];
  const cellOf = ({ place }: Figure, lang: Lang) =>
    place.kind === 'cell' ? `${lang} ${place.statement} ${place.row} ${place.column}` : undefined;
  for (const figure of figures) {
    const cell = cellOf(figure, figure.lang);
    if (cell === undefined) {
      const name = `${figure.lang} ${sameFigure(figure)}`;
      prose.set(name, [...(prose.get(name) ?? []), figure]);
    } else if (!cells.has(cell)) cells.set(cell, figure);
  }
  const byGroup = new Map<string, Figure>();
  for (const figure of figures)
    if (!byGroup.has(`${figure.lang} ${sameFigure(figure)}`)) byGroup.set(`${figure.lang} ${sameFigure(figure)}`, figure);
  const partner = (figure: Figure, lang: Lang): Figure | undefined => {
    const cell = cellOf(figure, lang);
    const same = sameFigure(figure);
    if (cell !== undefined) return cells.get(cell) ?? byGroup.get(`${lang} ${same}`);
    const turn = prose.get(`${figure.lang} ${same}`)?.indexOf(figure) ?? 0;
    const there = prose.get(`${lang} ${same}`);
    return there?.[Math.min(turn, there.length - 1)] ?? byGroup.get(`${lang} ${same}`);
  };
  return new Map(
    figures.map((figure) => [
      figure.id,
      languages.flatMap((lang) => {
        const found = lang === figure.lang ? undefined : partner(figure, lang);
        return found ? [found.id] : [];
      }),
    ]),
  );
}

/** Without markup and break points; the concept's id where it has no label. */
function labelOf({ fact, lang }: Figure, { concepts }: Release): string {
  const concept = concepts.get(conceptOf(fact));
  return (concept?.labels[lang]?.value ?? concept?.id ?? fact).replace(/<[^>]*>|\|/g, '');
}

/** By figure of a table; figures without notes are left out. */
function notesOf({ parts }: Document): ReadonlyMap<number, readonly string[]> {
  const blocks = parts.flatMap(({ sections }) => sections.flatMap((section) => section.blocks.flatMap(withInner)));
  const plain = (inlines: readonly Inline[]) => inlines.map(({ text }) => text).join('');
  const texts = new Map(blocks.flatMap((block) => (block.kind === 'note' ? [[block.id, plain(block.inlines)] as const] : [])));
  const referred = (inlines: readonly Inline[]) => inlines.flatMap(({ noteRef }) => texts.get(noteRef ?? '') ?? []);
  const found = new Map<number, readonly string[]>();
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    for (const { label, cells } of block.rows)
      for (const [index, cell] of cells.entries()) {
        // Column 0 of the grid is the stub.
        const heads = block.heads.filter(({ column, colSpan }) => column <= index + 1 && index + 1 < column + colSpan);
        const own = [...new Set([...referred(label), ...heads.flatMap(({ pieces }) => referred(pieces.flat()))])];
        if (cell?.figure !== undefined && own.length > 0) found.set(cell.figure, own);
      }
  }
  return found;
}
