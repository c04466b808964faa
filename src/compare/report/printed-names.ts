// Turn the record of a build into the names that its readers know: of a fact, its period, a cell and a text, as they are printed.

import { conceptOf, periodOf } from '../../figures/fact-key.ts';
import { writtenDates } from '../../language/written-dates.ts';
import type { BuildRecord, FigureRecord, OverrideRecord, TextRecord } from '../../model/build-record.ts';
import type { FactKey } from '../../model/financials.ts';
import type { Lang } from '../../model/language.ts';
import type { PeriodDates } from '../../model/release.ts';
import { calendarOf } from '../calendar-of.ts';
import { overrideName } from '../compare-data.ts';
import { type PrintedTable, printedTables } from './printed-tables.ts';

/** The names of one version, each in the language asked for, or in another that prints it. */
export interface PrintedNames {
  /** The row or column that prints a fact's concept; undefined where no table does. */
  readonly concept: (fact: FactKey, lang: Lang) => string | undefined;
  /** The words round the first figure of a text that prints the fact's amount, in that language or in another; undefined where none does. */
  readonly quoted: (fact: FactKey, lang: Lang) => { readonly lang: Lang; readonly text: string } | undefined;
  /** The period of a fact in words; undefined for one that belongs to the release itself. */
  readonly period: (fact: FactKey, lang: Lang) => string | undefined;
  /** A period by its id. */
  readonly periodNamed: (id: string, lang: Lang) => string | undefined;
  /** Table, row and column of a figure; of one in a text, the heading over the text. */
  readonly place: (figure: FigureRecord, lang: Lang) => readonly string[];
  /** The table of a statement, and the heads over a column of it; undefined where it is not printed. */
  readonly table: (statement: string, lang: Lang) => string | undefined;
  readonly column: (statement: string, column: string, lang: Lang) => string | undefined;
  /** The text that stands round a figure of a text, cut to what a list can carry; both ends with an ellipsis where they are cut. */
  readonly context: (figure: FigureRecord) => readonly [before: string, after: string] | undefined;
  /** Where a text stands: its table, or the heading over it. */
  readonly over: (text: TextRecord, lang: Lang) => string | undefined;
  /** An override by the name that its changes have. */
  readonly override: (name: string) => OverrideRecord | undefined;
  /** The first text of a block; undefined for a block without words. */
  readonly blockText: (block: string) => TextRecord | undefined;
}

/** Names of both versions: the new one is asked first. A version without a record has none. */
export interface BothNames {
  readonly old?: PrintedNames;
  readonly new?: PrintedNames;
}

export function printedNames({ figures, document }: BuildRecord): PrintedNames {
  const tables = printedTables(figures, document);
  const headings = headingsOver(document.texts);
  const concepts = conceptNames(tables, figures.figures);
  const periods = new Map(figures.givens.flatMap(({ given, value }) => periodOfGiven(given, value)));
  const byFigure = new Map(document.texts.flatMap((text) => text.spans.map((span) => [span.figure, { span, text }] as const)));
  const overrides = new Map(figures.overrides.map((override) => [overrideName(override), override]));
  const blocks = new Map(document.texts.toReversed().map((text) => [text.block, text]));
  const quotes = quotedFacts(figures.figures);
  const contextOf = ({ id }: FigureRecord) => {
    const found = byFigure.get(id);
    return found && ([ending(found.text.text.slice(0, found.span.start)), beginning(found.text.text.slice(found.span.end))] as const);
  };
  const tableOf = (statement: string, lang: Lang): PrintedTable | undefined => inEither(tables.get(statement), lang);
  const periodNamed = (id: string, lang: Lang): string | undefined => {
    const dates = periods.get(id);
    return dates && writtenDates(lang, calendarOf(figures)).period(dates, 'term');
  };
  return {
    concept: (fact, lang) => inEither(concepts.get(conceptOf(fact)), lang),
    quoted: (fact, lang) => {
      const figure = inEither(quotes.get(fact), lang);
      const round = figure && contextOf(figure);
      return round && { lang: figure.lang, text: `${round[0]}${figure.text}${round[1]}` };
    },
    period: (fact, lang) => periodNamed(periodOf(fact), lang),
    periodNamed,
    place: (figure, lang) => {
      if (figure.place.kind === 'prose') {
        const text = byFigure.get(figure.id)?.text;
        return [(text && headings.get(text.id)) ?? ''].filter(isTold);
      }
      const { statement, row, column } = figure.place;
      const table = tableOf(statement, lang);
      return [table?.name ?? statement, table?.row(row) ?? '', table?.columns.get(column)?.heads.join(' / ') ?? column].filter(isTold);
    },
    table: (statement, lang) => tableOf(statement, lang)?.name,
    column: (statement, column, lang) => tableOf(statement, lang)?.columns.get(column)?.heads.join(' / '),
    context: contextOf,
    over: (text, lang) => (text.statement === undefined ? headings.get(text.id) : (tableOf(text.statement, lang)?.name ?? text.statement)),
    override: (name) => overrides.get(name),
    blockText: (block) => blocks.get(block),
  };
}

const isTold = (name: string): boolean => name !== '';

/** The value in a language, or in the first that has one. */
function inEither<T>(values: ReadonlyMap<Lang, T> | undefined, lang: Lang): T | undefined {
  return values?.get(lang) ?? values?.values().next().value;
}

/** The heading that each text stands under, in its part. A heading stands under none. */
function headingsOver(texts: readonly TextRecord[]): ReadonlyMap<string, string> {
  const over = new Map<string, string>();
  let last: TextRecord | undefined;
  for (const text of texts) {
    if (text.kind === 'heading') last = text;
    else if (last?.part === text.part) over.set(text.id, last.text);
  }
  return over;
}

/** By concept and language: the row that prints its amounts, or the column where rows are periods. The first table in reading order whose words say which it is. */
function conceptNames(
  tables: ReadonlyMap<string, ReadonlyMap<Lang, PrintedTable>>,
  figures: readonly FigureRecord[],
): ReadonlyMap<string, ReadonlyMap<Lang, string>> {
  const names = new Map<string, Map<Lang, string>>();
  for (const { fact, measure, lang, place } of figures) {
    if (place.kind !== 'cell' || measure !== 'amount') continue;
    const concept = conceptOf(fact);
    const known = names.get(concept) ?? new Map<Lang, string>();
    if (known.has(lang)) continue;
    const table = tables.get(place.statement)?.get(lang);
    const name = table?.conceptsInColumns ? table.columns.get(place.column)?.concept : table?.row(place.row);
    if (name) names.set(concept, known.set(lang, name));
  }
  return names;
}

/** By fact and language, its first amount in a text. */
function quotedFacts(figures: readonly FigureRecord[]): ReadonlyMap<FactKey, ReadonlyMap<Lang, FigureRecord>> {
  const quotes = new Map<FactKey, Map<Lang, FigureRecord>>();
  for (const figure of figures) {
    if (figure.place.kind !== 'prose' || figure.measure !== 'amount') continue;
    const known = quotes.get(figure.fact) ?? new Map<Lang, FigureRecord>();
    if (!known.has(figure.lang)) quotes.set(figure.fact, known.set(figure.lang, figure));
  }
  return quotes;
}

/** `period.2q02`, `2002-07-01 to 2002-09-30, year 2002, quarter 2`, as builds write it. */
function periodOfGiven(given: string, value: string): readonly (readonly [string, PeriodDates])[] {
  const [, id] = /^period\.(.+)$/.exec(given) ?? [];
  const [, start, end, year, quarter] = /^(\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d), year (\d{1,4}), quarter ([1-4])$/.exec(value) ?? [];
  if (id === undefined || start === undefined || end === undefined) return [];
  return [[id, { id, start, end, fiscalYear: Number(year), quarter: Number(quarter) }]];
}

/** Characters that are told of a text on each side of a figure. */
const contextLength = 24;

function ending(text: string): string {
  const characters = [...text.slice(-4 * contextLength)];
  return characters.length > contextLength || text.length > 4 * contextLength ? `…${characters.slice(-contextLength).join('')}` : text;
}

function beginning(text: string): string {
  const characters = [...text.slice(0, 4 * contextLength)];
  return characters.length > contextLength || text.length > 4 * contextLength ? `${characters.slice(0, contextLength).join('')}…` : text;
}
