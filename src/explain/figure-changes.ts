// Turn a document as it stands and as supposed into the figures that would print something else, each with every place that prints it.
import type { Document, Figure } from '../model/document.ts';
import type { FactKey } from '../model/financials.ts';
import type { Lang } from '../model/language.ts';
import type { Span } from '../model/span.ts';
import { type Explained, type PrintedPlace, placing } from './explain-fact.ts';

/** Where one language prints the figure. */
export type ChangedPlace = Pick<PrintedPlace, 'lang' | 'pages' | 'where' | 'at'>;

/** One figure that would print another text. */
export interface FigureChange {
  /** Index in the document's figures, of the place that comes first; of a figure that is new, in those of the supposed document. */
  readonly figure: number;
  readonly fact: FactKey;
  readonly measure: Figure['measure'];
  readonly against?: FactKey;
  /** Languages that print it; a cell stands in both tables. */
  readonly langs: readonly Lang[];
  /** Physical pages, from 1, in all languages. */
  readonly pages: readonly number[];
  /** In the language that comes first. */
  readonly where: PrintedPlace['where'];
  readonly at: Span;
  /** Every place, in the words of its language. */
  readonly places: readonly ChangedPlace[];
  /** Undefined for a figure that would be new. */
  readonly before?: string;
  /** Undefined when the sentence would be refused instead. */
  readonly after?: string;
}

/** Figures are matched by the place in their source, not by number: a refused one would shift all after it. `after` is undefined where nothing could be merged. */
export function figureChanges(before: Explained, after: Explained | undefined): readonly FigureChange[] {
  const [then, now] = [named(before.document), after ? named(after.document) : new Map<string, Figure>()];
  const [placeThen, placeNow] = [placing(before), after && placing(after)];
  const found = new Map<string, FigureChange>();
  const add = (name: string, place: PrintedPlace, kind: Figure['place'], texts: Pick<FigureChange, 'before' | 'after'>) => {
    const { figure, fact, measure, against, lang, pages, where, at } = place;
    // The same cell in the table of another language.
    const key = kind.kind === 'cell' ? JSON.stringify([kind, texts.before, texts.after]) : name;
    const twin = found.get(key);
    const one: ChangedPlace = { lang, pages, where, at };
    found.set(
      key,
      twin
        ? { ...twin, langs: [...twin.langs, lang], pages: [...twin.pages, ...pages], places: [...twin.places, one] }
        : { figure, fact, measure, ...(against && { against }), langs: [lang], pages, where, at, places: [one], ...texts },
    );
  };
  for (const [name, figure] of then) {
    const text = now.get(name)?.text;
    if (text !== figure.text)
      add(name, placeThen(figure), figure.place, { before: figure.text, ...(text !== undefined && { after: text }) });
  }
  for (const [name, figure] of now) {
    if (placeNow && !then.has(name)) add(name, placeNow(figure), figure.place, { after: figure.text });
  }
  return [...found.values()];
}

/** A name for each figure that does not depend on any value: its language, its place, and which of those it is. */
function named({ figures }: Document): ReadonlyMap<string, Figure> {
  const seen = new Map<string, number>();
  return new Map(
    figures.map((figure) => {
      const { lang, place, at } = figure;
      const name = `${lang} ${JSON.stringify(place)} ${at.file}:${at.line}:${at.column}`;
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      return [`${name} ${count}`, figure] as const;
    }),
  );
}
