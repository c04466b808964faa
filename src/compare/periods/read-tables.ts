// Turn the record of a release into its tables of figures, with names for rows and columns by which another release can be held against them.
import { conceptOf, periodOf } from '../../figures/fact-key.ts';
import type { FigureRecord, TextRecord } from '../../model/build-record.ts';
import type { Lang } from '../../model/language.ts';
import { dataLimits } from '../../model/limits.ts';
import type { ReadAt } from '../../model/release-comparison.ts';
import { numbersInFiles } from '../../model/release-files.ts';
import { asSentence, figureName, type ReadRelease, type Sentence, sentencesOf } from './sentences.ts';

/** A row or a column. */
export interface TableLine {
  /** Its label, or its heads from above, each read like a sentence; undefined for one without words. */
  readonly label: Sentence | undefined;
  /** Concepts and measures that it prints, whatever the period; '' for a row of words alone. */
  readonly concepts: string;
  /** The same with the roles of its periods. */
  readonly figures: string;
  /** Of a column: its id. */
  readonly id: string;
}

/** A table as a release prints it in one language. */
export interface ReadTable {
  readonly lang: Lang;
  readonly statement: string;
  /** Its first text: where it stands. */
  readonly first: TextRecord;
  readonly at: ReadAt;
  /** Its first caption, or what is heard of it. */
  readonly name: string;
  readonly captions: readonly Sentence[];
  readonly rows: readonly TableLine[];
  readonly columns: readonly TableLine[];
}

export function tablesOf(release: ReadRelease, lang: Lang): readonly ReadTable[] {
  const { document, figures } = release.record;
  const texts = new Map<string, TextRecord[]>();
  const headings = new Map<string, string>();
  let heading = '';
  for (const text of document.texts) {
    if (text.lang !== lang) continue;
    if (text.statement === undefined) {
      if (text.kind === 'heading') heading = text.text;
      continue;
    }
    const known = texts.get(text.statement);
    if (known) known.push(text);
    else texts.set(text.statement, [text]);
    if (!headings.has(text.statement)) headings.set(text.statement, heading);
  }
  const cells = new Map<string, FigureRecord[]>();
  for (const figure of figures.figures) {
    if (figure.place.kind !== 'cell' || figure.lang !== lang) continue;
    const known = cells.get(figure.place.statement);
    if (known) known.push(figure);
    else cells.set(figure.place.statement, [figure]);
  }
  return [...texts].flatMap(([statement, own]) => {
    const [first] = own;
    return first ? [readTable(statement, first, own, cells.get(statement) ?? [], headings.get(statement) ?? '', release)] : [];
  });
}

/** A label of row 3 is called after it, a head after its row and column. */
const rowOf = /\.r(\d+)\.label$/;
const headOf = /\.h(\d+)\.(\d+)$/;

/** The page of a figure as readers of its file know it. */
const figureNumber = (page: number | undefined, { record }: ReadRelease): number | undefined =>
  page === undefined ? undefined : numbersInFiles(record.figures.files)(page);

function readTable(
  statement: string,
  first: TextRecord,
  texts: readonly TextRecord[],
  figures: readonly FigureRecord[],
  heading: string,
  release: ReadRelease,
): ReadTable {
  const captions = texts.filter(({ kind }) => kind === 'caption' || kind === 'unit').flatMap((text) => sentencesOf(text, heading, release));
  const page = captions[0]?.at.page ?? figureNumber(figures[0]?.places[0]?.page, release);
  return {
    lang: first.lang,
    statement,
    first,
    at: { id: first.block, heading, ...(page === undefined ? {} : { page }) },
    name: (texts.find(({ kind }) => kind === 'caption') ?? texts.find(({ kind }) => kind === 'summary'))?.text ?? '',
    captions,
    rows: rowsOf(texts, figures, heading, release),
    columns: columnsOf(texts, figures, release, heading),
  };
}

function rowsOf(
  texts: readonly TextRecord[],
  figures: readonly FigureRecord[],
  heading: string,
  release: ReadRelease,
): readonly TableLine[] {
  const byRow = grouped(figures, ({ place }) => (place.kind === 'cell' ? place.row : -1));
  const labels = new Map(
    texts.flatMap((text) => {
      const [, row] = text.kind === 'label' ? (rowOf.exec(text.id) ?? []) : [];
      return row === undefined ? [] : [[Number(row), text] as const];
    }),
  );
  const rows = [...new Set([...labels.keys(), ...byRow.keys()])].sort((a, b) => a - b);
  return rows.map((row) => {
    const label = labels.get(row);
    return { label: label && asSentence(label, heading, release), id: '', ...printedInRow(byRow.get(row) ?? [], release) };
  });
}

/** From left to right, by where their figures end. */
function columnsOf(
  texts: readonly TextRecord[],
  figures: readonly FigureRecord[],
  release: ReadRelease,
  heading: string,
): readonly TableLine[] {
  const byColumn = grouped(figures, ({ place }) => (place.kind === 'cell' ? place.column : ''));
  const columns = [...byColumn].sort(([, one], [, other]) => rightEdge(one) - rightEdge(other));
  const heads = texts.flatMap((text) => {
    const [, row, column] = text.kind === 'head' ? (headOf.exec(text.id) ?? []) : [];
    return row === undefined ? [] : [{ row: Number(row), column: Number(column), text }];
  });
  const byRow = new Map<number, Head[]>();
  for (const head of heads.sort((a, b) => a.row - b.row || a.column - b.column)) {
    const known = byRow.get(head.row);
    if (known) known.push(head);
    else byRow.set(head.row, [head]);
  }
  const rows = [...byRow.values()];
  const byConcept = areOfConcepts(columns.map(([, own]) => own));
  return columns.map(([id, own], index) => ({
    id,
    label: index < dataLimits.columns ? columnHead(rows, index + 1, release, heading) : undefined,
    ...printedInColumn(own, release, byConcept),
  }));
}

/** A head of the grid at its row and column; column 0 is the stub. */
interface Head {
  readonly row: number;
  readonly column: number;
  readonly text: TextRecord;
}

/** Heads from above, read as one; of a row without a head of its own over the column, that to the left, as far as the head above it spans. */
function columnHead(rows: readonly (readonly Head[])[], column: number, release: ReadRelease, heading: string): Sentence | undefined {
  let from = 1;
  const over = rows.flatMap((heads) => {
    const nearest = heads.findLast((head) => head.column <= column);
    if (!nearest || nearest.column < from) return [];
    from = nearest.column;
    return [nearest.text];
  });
  const [first] = over;
  if (!first) return undefined;
  const joint = ' / ';
  let text = '';
  const spans = over.flatMap((head) => {
    const start = text === '' ? 0 : text.length + joint.length;
    text = text === '' ? head.text : text + joint + head.text;
    return head.spans.map((span) => ({ ...span, start: span.start + start, end: span.end + start }));
  });
  return asSentence({ ...first, text, spans }, heading, release);
}

const rightEdge = (figures: readonly FigureRecord[]): number =>
  figures.reduce((most, { places }) => places.reduce((end, { x, width }) => Math.max(end, x + width), most), 0);

const unique = (names: readonly string[]): string => [...new Set(names)].sort().join('|');

/** A row is known by its concepts. */
function printedInRow(figures: readonly FigureRecord[], { periods }: ReadRelease): Pick<TableLine, 'concepts' | 'figures'> {
  return {
    concepts: unique(figures.map(({ fact }) => conceptOf(fact))),
    figures: unique(figures.map((each) => figureName(each, periods))),
  };
}

/** A column is known by its measure and its periods, since rows come and go; where columns are those of concepts, by its concept too. */
function printedInColumn(
  figures: readonly FigureRecord[],
  { periods }: ReadRelease,
  byConcept: boolean,
): Pick<TableLine, 'concepts' | 'figures'> {
  const own = ({ fact, measure }: FigureRecord) => (byConcept ? `${conceptOf(fact)} ${measure}` : measure);
  const roles = ({ fact, against }: FigureRecord) =>
    [fact, ...(against === undefined ? [] : [against])].map((key) => periods.roleOf(periodOf(key)));
  return { concepts: unique(figures.map(own)), figures: unique(figures.map((each) => [own(each), ...roles(each)].join(' '))) };
}

/** Whether some columns print other concepts than others: net sales in one, profit in the next. */
function areOfConcepts(columns: readonly (readonly FigureRecord[])[]): boolean {
  const [first, ...others] = columns.map((figures) => new Set(figures.map(({ fact }) => conceptOf(fact))));
  return first !== undefined && others.some((concepts) => [...concepts].every((concept) => !first.has(concept)));
}

function grouped<K>(figures: readonly FigureRecord[], keyOf: (figure: FigureRecord) => K): ReadonlyMap<K, readonly FigureRecord[]> {
  const found = new Map<K, FigureRecord[]>();
  for (const figure of figures) {
    const key = keyOf(figure);
    const known = found.get(key);
    if (known) known.push(figure);
    else found.set(key, [figure]);
  }
  return found;
}
