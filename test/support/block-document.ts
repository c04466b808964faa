// Turn short texts into blocks, tables and documents for layout tests.
import type {
  Block,
  BodyRow,
  Document,
  FigureCell,
  HeadCell,
  Heading,
  Inline,
  Note,
  Paragraph,
  Section,
  Table,
} from '../../src/model/document.ts';
import type { Lang } from '../../src/model/language.ts';
import type { Measure } from '../../src/model/statement-spec.ts';

export const here = { file: 'test.md', line: 1, column: 1, length: 1 };

export const inline = (text: string): readonly Inline[] => (text === '' ? [] : [{ text, at: here }]);

/** `count` words of `letters` letters: with 10 point half-em letters a word and its space take 5 × (letters + 1) points. */
export const words = (count: number, letters = 7): string => Array.from({ length: count }, () => 'x'.repeat(letters)).join(' ');

/** A paragraph of exactly `count` lines of 400 points: ten words a line. */
export const lines = (id: string, count: number): Paragraph => paragraph(id, words(count * 10));

export function paragraph(id: string, text: string, className = ''): Paragraph {
  return { kind: 'paragraph', id, class: className, lang: 'en', at: here, inlines: inline(text) };
}

export function heading(id: string, text: string, runIn = false): Heading {
  return { kind: 'heading', id, class: '', lang: 'en', at: here, level: 2, inlines: inline(text), runIn };
}

export function note(id: string, label: string, text: string): Note {
  return { kind: 'note', id, class: '', lang: 'en', at: here, mark: label, label: inline(label), inlines: inline(text) };
}

/** One row of a table as text: `label | cells`, `-` before the label for a total, `#` for a head; blank cells are empty. */
export function table(
  id: string,
  rows: readonly string[],
  change: Partial<Table> & { readonly measures?: readonly Measure[] } = {},
): Table {
  const { measures, ...fields } = change;
  const body = rows.map((text, index) => row(id, text, index));
  const count = Math.max(0, ...body.map(({ cells }) => cells.length));
  const columns = Array.from({ length: count }, (_, index) => ({ id: `c${index}`, measure: measures?.[index] ?? ('amount' as const) }));
  return {
    kind: 'table',
    id,
    class: '',
    lang: 'en',
    at: here,
    statement: id,
    style: 'statistics',
    captions: [],
    summary: '',
    headRows: 0,
    heads: [],
    columns,
    rows: body.map((each) => ({ ...each, cells: columns.map((_, index) => each.cells[index]) })),
    ...fields,
  };
}

function row(id: string, text: string, index: number): BodyRow {
  const [label = '', ...figures] = text.split('|').map((part) => part.trim());
  const kind = label.startsWith('-') ? 'total' : label.startsWith('#') ? 'head' : 'item';
  const rowId = `${id}.r${index}`;
  return {
    id: rowId,
    kind,
    depth: kind === 'item' ? 1 : 0,
    rule: kind === 'total' ? 'total' : 'none',
    label: inline(label.replace(/^[-#]/, '')),
    cells: figures.map((figure, column) => (figure === '' ? undefined : cell(`${rowId}.c${column}`, figure))),
    heads: [],
    at: here,
  };
}

function cell(id: string, text: string): FigureCell {
  const [, prefix = '', core = '', suffix = ''] = /^([(]?)([\d,.–]+)(.*)$/u.exec(text) ?? [];
  return { id, prefix, core, suffix, decimals: core.split('.')[1]?.length ?? 0, figure: 0, at: here };
}

/** A head cell; `|` parts the pieces that may stand on their own lines. */
export function head(id: string, place: readonly [row: number, column: number, rowSpan: number, colSpan: number], text: string): HeadCell {
  const [atRow, column, rowSpan, colSpan] = place;
  return { id, row: atRow, column, rowSpan, colSpan, pieces: text === '' ? [] : text.split('|').map(inline), at: here };
}

export function section(id: string, blocks: readonly Block[], page = 'text'): Section {
  return { id, page, anchor: id, blocks, at: here };
}

/** A document of one part per language given. */
export function documentOf(parts: Readonly<Partial<Record<Lang, readonly Section[]>>>): Document {
  return {
    lang: 'en',
    languages: ['ja', 'en'],
    titles: { ja: '表', en: 'Sheet' },
    author: 'test',
    date: '2002-11-12',
    furniture: { ja: { issuer: '会社', date: '2002年11月13日' }, en: { issuer: 'Company', date: 'November 12, 2002' } },
    parts: (Object.keys(parts) as Lang[]).map((lang) => ({ id: lang, lang, title: lang, sections: parts[lang] ?? [], at: here })),
    figures: [],
  };
}
