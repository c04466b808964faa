// Turn the record of the earlier release into its elements in reading order: texts, tables and tables of words, each with its heading and page.
import type { BuildRecord, RunRecord, TextRecord } from '../model/build-record.ts';
import type { Lang } from '../model/language.ts';

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

/** What the earlier release printed. */
export interface EarlierRelease {
  readonly record: BuildRecord;
  /** In reading order, by language. */
  readonly elements: (lang: Lang) => readonly EarlierElement[];
  /** Runs by the id of their element, in reading order; `<id>.label` owns the number or mark of an item or a note. */
  readonly runs: ReadonlyMap<string, readonly PlacedRun[]>;
}

export function earlierRelease(record: BuildRecord): EarlierRelease {
  const runs = new Map<string, PlacedRun[]>();
  for (const { page, runs: all } of record.document.pages) {
    for (const run of all) {
      if (run.owner === undefined) continue;
      const known = runs.get(run.owner);
      if (known) known.push({ page, run });
      else runs.set(run.owner, [{ page, run }]);
    }
  }
  return { record, runs, elements: (lang) => elementsOf(record.document.texts.filter((text) => text.lang === lang && text.part !== '')) };
}

function elementsOf(texts: readonly TextRecord[]): readonly EarlierElement[] {
  const found: (EarlierElement & { readonly texts: TextRecord[] })[] = [];
  let heading: TextRecord | undefined;
  let part = '';
  for (const text of texts) {
    if (text.part !== part) heading = undefined;
    part = text.part;
    if (text.kind === 'heading') heading = text;
    const { kind, id } = placeIn(text);
    const last = found.at(-1);
    if (last?.id === id && last.kind === kind) last.texts.push(text);
    else found.push({ kind, id, part, heading, texts: [text] });
  }
  return found;
}

/** What ends the id of a text in a table. */
const inTable = /\.(?:summary|unit|caption\.\d+|h\d+\.\d+|r\d+\.label)$/;
const inWords = /\.r\d+\.c\d+$/;

function placeIn({ kind, id }: TextRecord): Pick<EarlierElement, 'kind' | 'id'> {
  switch (kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return { kind, id };
    case 'item':
      return inWords.test(id) ? { kind: 'words', id: id.replace(inWords, '') } : { kind, id };
    default:
      return { kind: 'table', id: id.replace(inTable, '') };
  }
}

/** The first page on which one of these stands, from 1. */
export function earlierPage({ runs }: EarlierRelease, ids: readonly string[]): number | undefined {
  for (const id of ids) {
    const page = (runs.get(id) ?? runs.get(`${id}.label`))?.[0]?.page;
    if (page !== undefined) return page;
  }
  return undefined;
}

/** The number or mark before a note or a numbered item, as printed and as the text begins; '' for none. */
export function earlierLabel({ runs }: EarlierRelease, { id, text }: TextRecord): string {
  const label = (runs.get(`${id}.label`) ?? [])
    .map(({ run }) => run.text)
    .join('')
    .trimEnd();
  return label !== '' && text.startsWith(label) ? label : '';
}

/** What a word may be parted after at the end of a line. */
const parting = /[\s\-‐–—/]$/u;

/** Where the text was broken by force: a line begins there, and no white space parts it from the line before, as it does between words. */
export function forcedBreaks({ runs }: EarlierRelease, { id, text }: TextRecord): readonly number[] {
  const breaks: number[] = [];
  let offset = 0;
  let last: PlacedRun | undefined;
  for (const placed of runs.get(id) ?? []) {
    const at = text.indexOf(placed.run.text, offset);
    if (at < 0) continue;
    const isNewLine = last !== undefined && (last.page !== placed.page || Math.abs(last.run.y - placed.run.y) > placed.run.size / 2);
    if (isNewLine && at === offset && at > 0 && !parting.test(text.slice(0, at)) && !/^\s/u.test(text.slice(at))) breaks.push(at);
    offset = at + placed.run.text.length;
    last = placed;
  }
  return breaks;
}
