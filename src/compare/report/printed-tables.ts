// Turn the texts and figures of a build into its tables as readers see them: their names, the labels of rows, the heads over columns.
import { conceptOf } from '../../figures/fact-key.ts';
import type { HeadReading } from '../../language/heads.ts';
import type { LabelReading } from '../../language/labels.ts';
import { isLanguage, language } from '../../language/languages.ts';
import type { DocumentRecord, FigureRecord, FiguresRecord, TextRecord } from '../../model/build-record.ts';
import type { Lang } from '../../model/language.ts';
import { dataLimits } from '../../model/limits.ts';

/** The words over one column. */
export interface PrintedColumn {
  /** The heads over it, outermost first. */
  readonly heads: readonly string[];
  /** Those of them that are of this column alone: a unit that stands over several columns is left out. */
  readonly concept: string;
}

/** One table in one language. */
export interface PrintedTable {
  /** A caption, or the heading over it; the statement's id where it has neither. */
  readonly name: string;
  /** The label of a row, from 0; one that tells nothing alone with the group that it stands in. */
  readonly row: (row: number) => string | undefined;
  /** By the id of the column in its statement. */
  readonly columns: ReadonlyMap<string, PrintedColumn>;
  /** Rows are periods, and columns say what is measured. */
  readonly conceptsInColumns: boolean;
}

/** By statement and language. */
export function printedTables(
  { figures, givens }: FiguresRecord,
  { texts }: DocumentRecord,
): ReadonlyMap<string, ReadonlyMap<Lang, PrintedTable>> {
  const cells = cellsByStatement(figures);
  const orders = columnOrders(givens.map(({ given }) => given));
  const found = new Map<string, Map<Lang, PrintedTable>>();
  for (const { statement, lang, heading, own } of tablesOf(texts)) {
    const known = found.get(statement) ?? new Map<Lang, PrintedTable>();
    if (known.has(lang)) continue;
    const printed = cells.get(`${lang} ${statement}`) ?? [];
    found.set(statement, known.set(lang, tableOf(statement, lang, heading, own, printed, orders.get(statement) ?? [])));
  }
  return found;
}

/** The texts of one table, with the heading over it. */
interface TableTexts {
  readonly statement: string;
  readonly lang: Lang;
  readonly heading: string | undefined;
  readonly own: TextRecord[];
}

function tablesOf(texts: readonly TextRecord[]): readonly TableTexts[] {
  const tables = new Map<string, TableTexts>();
  let heading: TextRecord | undefined;
  for (const text of texts) {
    if (text.kind === 'heading') heading = text;
    if (text.statement === undefined) continue;
    const known = tables.get(text.block + text.statement);
    if (known) known.own.push(text);
    else {
      const over = heading?.part === text.part ? heading.text : undefined;
      tables.set(text.block + text.statement, { statement: text.statement, lang: text.lang, heading: over, own: [text] });
    }
  }
  return [...tables.values()];
}

function cellsByStatement(figures: readonly FigureRecord[]): ReadonlyMap<string, readonly FigureRecord[]> {
  const cells = new Map<string, FigureRecord[]>();
  for (const figure of figures) {
    if (figure.place.kind !== 'cell') continue;
    const name = `${figure.lang} ${figure.place.statement}`;
    const known = cells.get(name);
    if (known) known.push(figure);
    else cells.set(name, [figure]);
  }
  return cells;
}

/** Ids of the columns of each statement in their order: `column.operations.jpy`, or with the number of a row, `column.results.1.sales`. */
function columnOrders(givens: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const orders = new Map<string, Set<string>>();
  for (const given of givens) {
    const [, statement, column] = /^column\.([^.]+)\.(?:\d+\.)?([^.]+)$/.exec(given) ?? [];
    if (statement === undefined || column === undefined) continue;
    orders.set(statement, (orders.get(statement) ?? new Set<string>()).add(column));
  }
  return new Map([...orders].map(([statement, columns]) => [statement, [...columns].slice(0, dataLimits.columns)]));
}

function tableOf(
  statement: string,
  lang: Lang,
  heading: string | undefined,
  own: readonly TextRecord[],
  cells: readonly FigureRecord[],
  order: readonly string[],
): PrintedTable {
  const ofKind = (kind: TextRecord['kind']) => own.filter((text) => text.kind === kind);
  // A build of another version may have a language that this one does not know.
  const reading = isLanguage(lang) ? language(lang) : undefined;
  const captions = ofKind('caption').map(({ text }) => text);
  const caption = captions.find((text) => !(reading && saysPeriod(reading.heads, text)));
  return {
    name: (captions[0] === caption ? caption : undefined) ?? heading ?? captions[0] ?? statement,
    row: rowNames(ofKind('label'), cells, reading?.labels),
    columns: columnNames(ofKind('head'), order),
    conceptsInColumns: severalConceptsInARow(cells),
  };
}

/** A caption that names periods says nothing of what the table shows. */
function saysPeriod(reading: HeadReading, caption: string): boolean {
  const { days, lengths, fiscalYears } = reading.sayingsIn(caption.normalize('NFKC').slice(0, longestName));
  return days.length + lengths.length + fiscalYears.length > 0;
}

function severalConceptsInARow(cells: readonly FigureRecord[]): boolean {
  const concepts = new Map<number, string>();
  for (const { fact, measure, place } of cells) {
    if (place.kind !== 'cell' || measure !== 'amount') continue;
    const concept = conceptOf(fact);
    if ((concepts.get(place.row) ?? concept) !== concept) return true;
    concepts.set(place.row, concept);
  }
  return false;
}

/** Characters of a label, or of a caption, that are read for what they say. */
const longestName = 200;

/** `ja.28.r2.label` is the label of the third row. */
function rowNames(labels: readonly TextRecord[], cells: readonly FigureRecord[], reading: LabelReading | undefined): PrintedTable['row'] {
  const printed = new Map(labels.map(({ id, text }) => [Number(/\.r(\d+)\.label$/.exec(id)?.[1] ?? -1), text] as const));
  const filled = new Set(cells.map(({ place }) => (place.kind === 'cell' ? place.row : -1)));
  const tellsNothing = (label: string) =>
    reading?.namesIn(label.normalize('NFKC').slice(0, longestName)).every((name) => reading.unspecific.test(name)) === true;
  return (row) => {
    const label = printed.get(row);
    if (label === undefined || !tellsNothing(label)) return label;
    // A row without figures begins a group.
    for (let above = row - 1; above >= Math.max(0, row - dataLimits.rows); above--) {
      const group = printed.get(above);
      if (group !== undefined && !filled.has(above)) return `${group.replace(/[:：]\s*$/, '')} / ${label}`;
    }
    return label;
  };
}

/** One head: its line, and the columns from its own on that it stands over, until the next. */
interface Head {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** `ja.28.h1.3` stands in the second line of heads over the third column. A head stands over all columns up to the next of its line, inside the head above it. */
function columnNames(heads: readonly TextRecord[], order: readonly string[]): ReadonlyMap<string, PrintedColumn> {
  const parsed = heads.slice(0, dataLimits.columns * dataLimits.captions).flatMap(({ id, text }): readonly Head[] => {
    const [, line, column] = /\.h(\d+)\.(\d+)$/.exec(id) ?? [];
    return line === undefined || Number(column) < 1 ? [] : [{ line: Number(line), column: Number(column), text }];
  });
  const lines = [...new Set(parsed.map(({ line }) => line))].sort((a, b) => a - b);
  const byLine = lines.map((line) => parsed.filter((head) => head.line === line).sort((a, b) => a.column - b.column));
  const times = new Map<string, number>();
  for (const { text, line } of parsed) if (line > 0) times.set(text, (times.get(text) ?? 0) + 1);
  return new Map(
    order.map((id, index) => {
      const over: Head[] = [];
      for (const line of byLine) {
        const head = line.findLast(({ column }) => column <= index + 1);
        if (head && head.column >= (over.at(-1)?.column ?? 1)) over.push(head);
      }
      const texts = over.map(({ text }) => text);
      const alone = over.filter(({ text, line }) => line === 0 || times.get(text) === 1).map(({ text }) => text);
      return [id, { heads: texts, concept: (alone.length > 0 ? alone : texts).join(' / ') }] as const;
    }),
  );
}
