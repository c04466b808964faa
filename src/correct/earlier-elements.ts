// Turn the record of the earlier release into its elements in reading order: texts, tables and tables of words, each with its heading and page.
import type { BuildRecord, FigureRecord, RunRecord, TextRecord } from '../model/build-record.ts';
import type { Lang } from '../model/language.ts';
import { numbersInFiles } from '../model/release-files.ts';

/** What a notice tells of at one place of its order: one text, or one table. */
export type ElementKind = 'heading' | 'paragraph' | 'item' | 'note' | 'words' | 'table';

export interface EarlierElement {
  readonly kind: ElementKind;
  /** Id of the text, or of the table. */
  readonly id: string;
  readonly part: string;
  /** The heading that it stands under, or is; undefined before the first of its part. */
  readonly heading: TextRecord | undefined;
  /** One of a text; those of a table in reading order. */
  readonly texts: readonly TextRecord[];
}

/** A run on its page, from 1. */
interface PlacedRun {
  readonly page: number;
  readonly run: RunRecord;
}

/** What a release printed. */
export interface PrintedRuns {
  /** Runs by the id of their element, in reading order; `<id>.label` owns the number or mark of an item or a note. */
  readonly runs: ReadonlyMap<string, readonly PlacedRun[]>;
}

/** What the earlier release printed, and what it was. */
export interface EarlierRelease extends PrintedRuns {
  readonly record: BuildRecord;
  /** Figures in cells, by `tableName`. */
  readonly cells: ReadonlyMap<string, readonly FigureRecord[]>;
  /** In reading order, by language. */
  readonly elements: (lang: Lang) => readonly EarlierElement[];
}

export function earlierRelease(record: BuildRecord): EarlierRelease {
  const texts = (lang: Lang) => record.document.texts.filter((text) => text.lang === lang && text.part !== '');
  const cells = new Map<string, FigureRecord[]>();
  for (const figure of record.figures.figures) {
    if (figure.place.kind !== 'cell') continue;
    const name = tableName(figure.place.statement, figure.lang);
    const known = cells.get(name);
    if (known) known.push(figure);
    else cells.set(name, [figure]);
  }
  return { record, cells, ...printedRuns(record), elements: (lang) => elementsOf(texts(lang)) };
}

/** The table of a statement in a language. */
export const tableName = (statement: string, lang: Lang): string => `${lang} ${statement}`;

export function printedRuns(record: BuildRecord): PrintedRuns {
  const runs = new Map<string, PlacedRun[]>();
  const numberOf = numbersInFiles(record.figures.files);
  for (const { page: through, runs: all } of record.document.pages) {
    const page = numberOf(through);
    for (const run of all) {
      if (run.owner === undefined) continue;
      const known = runs.get(run.owner);
      if (known) known.push({ page, run });
      else runs.set(run.owner, [{ page, run }]);
    }
  }
  return { runs };
}

function elementsOf(texts: readonly TextRecord[]): readonly EarlierElement[] {
  const found: (EarlierElement & { readonly texts: TextRecord[] })[] = [];
  let heading: TextRecord | undefined;
  let part = '';
  for (const text of texts) {
    if (text.part !== part) heading = undefined;
    part = text.part;
    if (text.kind === 'heading') heading = text;
    // What is said of a picture is told with the picture.
    if (text.kind === 'summary' && text.statement === undefined) continue;
    const { kind, id } = placeIn(text);
    const last = found.at(-1);
    if (last?.id === id && last.kind === kind) last.texts.push(text);
    else found.push({ kind, id, part, heading, texts: [text] });
  }
  return found;
}

/** What ends the id of a text in a table. */
const inTable = /\.(?:summary|unit|caption\.\d+|h\d+\.\d+|r\d+\.label|r\d+\.c\d+)$/;
const inWords = /\.r\d+\.c\d+$/;

function placeIn({ kind, id, statement }: TextRecord): Pick<EarlierElement, 'kind' | 'id'> {
  switch (kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return { kind, id };
    case 'item':
      // Words in a cell of a table of figures belong to its statement.
      if (statement !== undefined) return { kind: 'table', id: id.replace(inTable, '') };
      return inWords.test(id) ? { kind: 'words', id: id.replace(inWords, '') } : { kind, id };
    default:
      return { kind: 'table', id: id.replace(inTable, '') };
  }
}

/** The first page of its file on which one of these stands, from 1. */
export function earlierPage({ runs }: PrintedRuns, ids: readonly string[]): number | undefined {
  for (const id of ids) {
    const page = (runs.get(id) ?? runs.get(`${id}.label`))?.[0]?.page;
    if (page !== undefined) return page;
  }
  return undefined;
}

/** Part and heading of an element, by its id: of a picture, or of the text that it stands in; undefined in builds that did not record it. */
export function earlierPlace({ record }: EarlierRelease, owner: string): Pick<EarlierElement, 'part' | 'heading'> | undefined {
  let heading: TextRecord | undefined;
  let part = '';
  for (const text of record.document.texts) {
    if (text.part !== part) heading = undefined;
    part = text.part;
    if (text.kind === 'heading') heading = text;
    if (part !== '' && (text.id === owner || text.block === owner)) return { part, heading };
  }
  return undefined;
}

/** The number or mark before a note or a numbered item, as printed and as the text begins; '' for none. */
export function earlierLabel({ runs }: PrintedRuns, { id, text }: TextRecord): string {
  const label = (runs.get(`${id}.label`) ?? [])
    .map(({ run }) => run.text)
    .join('')
    .trimEnd();
  return label !== '' && text.startsWith(label) ? label : '';
}

/** Where a run stands in its text. */
interface RunInText extends PlacedRun {
  readonly at: number;
  /** It prints the number of a page, which layout knows and the text does not hold. */
  readonly isPage: boolean;
}

const pageNumber = /^\d{1,4}$/;

/** Runs follow their text but for white space at the ends of lines, and numbers of pages. */
function runsInText({ runs }: PrintedRuns, { id, text }: TextRecord): readonly RunInText[] {
  let offset = 0;
  return (runs.get(id) ?? []).flatMap((placed): readonly RunInText[] => {
    const { text: words } = placed.run;
    const here = offset + (/^\s*/u.exec(text.slice(offset))?.[0].length ?? 0);
    const isHere = text.startsWith(words, offset) || text.startsWith(words.trimStart(), here);
    if (!isHere && pageNumber.test(words.trim())) return [{ ...placed, at: offset, isPage: true }];
    const isWhole = text.startsWith(words, offset);
    const at = isWhole ? offset : text.indexOf(words.trim(), offset);
    if (at < 0) return [];
    offset = at + (isWhole ? words : words.trim()).length;
    return [{ ...placed, at, isPage: false }];
  });
}

/** Where a line of the text begins after the first, in UTF-16 code units, with the white space before it in the line that ends. */
export function lineStarts(printed: PrintedRuns, text: TextRecord): readonly number[] {
  const starts: number[] = [];
  let last: RunInText | undefined;
  for (const placed of runsInText(printed, text)) {
    const isNewLine = last !== undefined && (last.page !== placed.page || Math.abs(last.run.y - placed.run.y) > placed.run.size / 2);
    if (isNewLine && placed.at > 0) starts.push(placed.at);
    last = placed;
  }
  return starts;
}

/** Numbers of pages that stand in a text as printed, and before which character of its record. */
export function pagesReferredTo(printed: PrintedRuns, text: TextRecord): readonly { readonly at: number; readonly text: string }[] {
  return runsInText(printed, text).flatMap(({ at, isPage, run }) => (isPage ? [{ at, text: run.text }] : []));
}

/** A stretch of a text as it was printed: with the numbers of pages that it refers to. */
export function printedStretch(printed: PrintedRuns, record: TextRecord, start: number, end: number): string {
  let out = '';
  let from = start;
  for (const { at, text } of pagesReferredTo(printed, record)) {
    if (at < start || at > end) continue;
    out += record.text.slice(from, at) + text;
    from = at;
  }
  return out + record.text.slice(from, end);
}

/** What a word may be parted after at the end of a line. */
const parting = /[\s\-‐–—/]$/u;

/** Where the text was broken by force: a line begins there, and no white space parts it from the line before, as it does between words. */
export function forcedBreaks(earlier: PrintedRuns, text: TextRecord): readonly number[] {
  return lineStarts(earlier, text).filter((at) => !parting.test(text.text.slice(0, at)) && !/^\s/u.test(text.text.slice(at)));
}
