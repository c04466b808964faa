// Turn figures.json and a file's words into findings: every figure is where the build printed it, as it was printed, and no other.
import { isLanguage, language } from '../language/languages.ts';
import { figuresFormat, formatFault } from '../model/formats.ts';
import { buildLimits, fileLimits } from '../model/limits.ts';
import { say } from '../model/say.ts';
import type { PageContent } from '../pdf/content/page-content.ts';
import { type TagNode, withInner } from '../pdf/content/tag-tree.ts';
import { folded } from '../pdf/engine/pdf-page.ts';
import { PdfFault } from '../pdf/objects/pdf-value.ts';
import type { FindInFile } from './file-finding.ts';

/** What is read of a figure's record. */
interface RecordedFigure {
  readonly fact: string;
  readonly text: string;
  /** Of a cell: the mark of a note behind it; '' for none. */
  readonly mark: string;
  /** In a cell of a table, or in prose. */
  readonly cell: boolean;
  /** Pages from 1, in order, each once. */
  readonly pages: readonly number[];
}

/** Tells which of the files of its release a PDF is: one of one language, whole or its summary alone. */
export interface FileTraits {
  /** As its catalog names it. */
  readonly lang: string | undefined;
  /** Number of its pages. */
  readonly pages: number;
}

/** Figures, and words that stand in cells in the place of some. */
export interface RecordedFigures {
  readonly figures: readonly RecordedFigure[];
  readonly words: readonly { readonly before: number; readonly text: string }[];
}

/** Figures of this file, their pages counted in it; of a build that names several files, those of the file that is most like it. */
export function readFigures(json: string, traits: FileTraits): RecordedFigures {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new PdfFault(say`the figures are not JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  const fault = formatFault(fieldOf(value, 'format'), figuresFormat);
  if (fault !== undefined) throw new PdfFault(say`its figures.json ${fault}`);
  const figures = fieldOf(value, 'figures');
  if (!Array.isArray(figures)) throw new PdfFault('the figures have no list of figures');
  if (figures.length > fileLimits.figures)
    throw new PdfFault(say`${figures.length} figures are recorded, and ${fileLimits.figures} are read`);
  const words = fieldOf(value, 'words') ?? [];
  if (!Array.isArray(words)) throw new PdfFault('the words of tables are no list');
  if (words.length > fileLimits.figures)
    throw new PdfFault(say`${words.length} words of tables are recorded, and ${fileLimits.figures} are read`);
  const read = { figures: figures.map(readFigure), words: words.map(readWords) };
  const own = pagesOfFile(fieldOf(value, 'files'), traits);
  return own ? ofFile(read, own) : read;
}

/** What stands in one file: words stand where the figure after them does, at the end of a table where the one before them does. */
function ofFile({ figures, words }: RecordedFigures, own: ReadonlyMap<number, number>): RecordedFigures {
  const kept: RecordedFigure[] = [];
  // By figure, how many before it are kept, and whether it is.
  const place = figures.map((figure) => {
    const pages = figure.pages.flatMap((page) => own.get(page) ?? []);
    // A figure that stands on no page at all is told of, whatever file it was meant for.
    const isKept = pages.length > 0 || figure.pages.length === 0;
    const before = kept.length;
    if (isKept) kept.push({ ...figure, pages });
    return { before, isKept, cell: figure.cell };
  });
  return {
    figures: kept,
    words: words.flatMap(({ before, text }) => {
      const [last, next] = [place[before - 1], place[before]];
      const beside = next?.cell || !last?.cell ? next : last;
      return beside?.isKept ? [{ before: next?.before ?? kept.length, text }] : [];
    }),
  };
}

/** By the number of a page in the release, its number in the file; undefined for a build that names no files. */
function pagesOfFile(files: unknown, { lang, pages: count }: FileTraits): ReadonlyMap<number, number> | undefined {
  if (files === undefined) return undefined;
  if (!Array.isArray(files) || files.length > buildLimits.files) throw new PdfFault('the files of the figures are of an unknown form');
  const known = files.map((file: unknown) => {
    const [pages, languages] = [fieldOf(file, 'pages'), fieldOf(file, 'languages')];
    const numbers = Array.isArray(pages) ? pages.filter((page) => typeof page === 'number') : [];
    if (!Array.isArray(pages) || numbers.length < pages.length || pages.length > buildLimits.pages || !Array.isArray(languages))
      throw new PdfFault('the files of the figures are of an unknown form');
    const [first] = languages as readonly unknown[];
    return { tag: typeof first === 'string' && isLanguage(first) ? language(first).tag : first, numbers };
  });
  const spoken = known.filter(({ tag }) => tag === lang);
  const [found] = [...spoken].sort((a, b) => Math.abs(a.numbers.length - count) - Math.abs(b.numbers.length - count));
  if (!found) throw new PdfFault(say`its figures.json is of a build without a file in ${lang ?? 'its language'}`);
  return new Map(found.numbers.map((page, index) => [page, index + 1]));
}

function readWords(record: unknown, i: number): RecordedFigures['words'][number] {
  const [before, text] = [fieldOf(record, 'before'), fieldOf(record, 'text')];
  if (typeof before !== 'number' || typeof text !== 'string') throw new PdfFault(say`words ${i} of a table are of an unknown form`);
  return { before, text };
}

function readFigure(figure: unknown, i: number): RecordedFigure {
  const text = fieldOf(figure, 'text');
  const fact = fieldOf(figure, 'fact');
  const places = fieldOf(figure, 'places');
  if (typeof text !== 'string' || typeof fact !== 'string' || !Array.isArray(places))
    throw new PdfFault(say`figure ${i} is of an unknown form`);
  const pages = places.flatMap((place: unknown) => {
    const page = fieldOf(place, 'page');
    return typeof page === 'number' ? [page] : [];
  });
  const distinct = [...new Set(pages)];
  if (distinct.length > fileLimits.pagesOfFigure)
    throw new PdfFault(say`figure ${i} stands on ${distinct.length} pages, and ${fileLimits.pagesOfFigure} are looked at`);
  const mark = fieldOf(figure, 'mark');
  return {
    fact,
    text,
    mark: typeof mark === 'string' ? mark : '',
    cell: fieldOf(fieldOf(figure, 'place'), 'kind') === 'cell',
    pages: distinct,
  };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as { readonly [key: string]: unknown })[name] : undefined;
}

/**
 * Cells are compared one by one in their order, so that a changed digit, a missing figure and one too many are all found. Prose is
 * searched on its pages, in the order of print.
 */
export function checkFigures(
  { figures, words }: RecordedFigures,
  roots: readonly TagNode[],
  pages: readonly PageContent[],
  find: FindInFile,
): void {
  // Every statement says what it shows; a table of words says it by its words, and its figures are those of prose.
  const printed = roots
    .flatMap(withInner)
    .filter(({ type, attributes }) => type === 'Table' && attributes.has('Summary'))
    .flatMap(withInner)
    .filter(({ type, text }) => type === 'TD' && text.trim() !== '')
    .map(({ text }) => text.trim());
  const before = new Map<number, string[]>();
  for (const { before: figure, text } of words) before.set(figure, [...(before.get(figure) ?? []), text]);
  const wordsAt = (id: number) => (before.get(id) ?? []).map((text) => ({ text, fact: 'a cell of words' }));
  const recorded = [
    ...figures.flatMap(({ cell, text, mark, fact }, id) => [...wordsAt(id), ...(cell ? [{ text: text + mark, fact }] : [])]),
    ...wordsAt(figures.length),
  ];
  if (printed.length !== recorded.length)
    find('figures', say`tables print ${printed.length} figures, the build recorded ${recorded.length}`);
  recorded.forEach(({ text, fact }, i) => {
    const found = printed[i];
    if (found !== undefined && folded(found) !== folded(text)) find('figures', say`${fact} was printed as ${text} and reads ${found}`);
  });
  const reached = new Map<number, number>();
  const foldedPages = pages.map((page) => folded(page.text));
  for (const { text, fact, pages: places } of figures.filter(({ cell }) => !cell)) {
    const first = places[0] ?? 0;
    const words = places.map((page) => foldedPages[page - 1] ?? '').join('');
    const wanted = folded(text);
    const at = words.indexOf(wanted, reached.get(first) ?? 0);
    if (at < 0) find('figures', say`page ${first}: ${fact} was printed as ${text} and is not there`);
    else if (places.length === 1) reached.set(first, at + wanted.length);
  }
}
