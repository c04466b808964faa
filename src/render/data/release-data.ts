// Turn a release into the data files that travel inside its PDF: each statement as comma-separated values, and the facts as JSON.

import { openText } from '../../figures/ends.ts';
import { conceptOf } from '../../figures/fact-key.ts';
import { beforeSplits } from '../../figures/splits.ts';
import { inReports } from '../../language/languages.ts';
import type { Block, Document, Figure, Inline, Table } from '../../model/document.ts';
import type { Financials } from '../../model/financials.ts';
import { inLang, type Lang, perLang } from '../../model/language.ts';
import type { Release } from '../../model/release.ts';
import { type FilingFact, filingCsv, filingFacts } from './filing-facts.ts';

/** A data file to be attached (PDF/A-3, relationship Data). */
export interface Attachment {
  /** Lower-case ASCII file name. */
  readonly name: string;
  /** Media type. */
  readonly type: 'text/csv' | 'application/json';
  /** What it holds, in words. */
  readonly description: string;
  readonly content: string;
}

/** By file name, in the order of names. */
export function releaseData(document: Document, release: Release, financials: Financials): readonly Attachment[] {
  const tables = [...statementTables(document)].map(([statement, table]): Attachment => {
    const [first] = table.values();
    return {
      name: `${statement}.csv`,
      type: 'text/csv',
      description: first?.summary ?? statement,
      content: statementCsv(table, document),
    };
  });
  return [...tables, ...factsData(document, release, financials)].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The facts; with a taxonomy beside them as a table, each with the names that filings have for it. */
export function factsData(document: Document, release: Release, financials: Financials): readonly Attachment[] {
  const filing = filingFacts(document, release, financials);
  const facts: Attachment = {
    name: 'facts.json',
    type: 'application/json',
    description: 'Every fact that this release prints: exact values in base units',
    content: factsJson(document, release, financials, filing),
  };
  if (!release.taxonomy) return [facts];
  const description = 'Figures with the elements and contexts of the exchange’s taxonomy, where they are known; no filing';
  return [{ name: 'facts.csv', type: 'text/csv', description, content: filingCsv(filing, release) }, facts];
}

/** A statement's table in each language that prints it; the first language's order of statements. */
function statementTables(document: Document): ReadonlyMap<string, ReadonlyMap<Lang, Table>> {
  const found = new Map<string, Map<Lang, Table>>();
  const visit = (block: Block): void => {
    if (block.kind === 'group') block.blocks.forEach(visit);
    if (block.kind !== 'table') return;
    const tables = found.get(block.statement) ?? new Map<Lang, Table>();
    found.set(block.statement, tables);
    if (!tables.has(block.lang)) tables.set(block.lang, block);
  };
  for (const { sections } of document.parts) for (const { blocks } of sections) blocks.forEach(visit);
  return found;
}

/**
 * RFC 4180 in UTF-8 with a byte order mark, which spreadsheets want before they read Japanese. One row a row of the table, after
 * one row of column heads a language; three columns a column: `printed` as on the page, `value` the same as a number, `exact`
 * before rounding, in the same units. Levels count from 0; kinds are those of rows, and `columns` for heads.
 */
function statementCsv(tables: ReadonlyMap<Lang, Table>, { figures, languages }: Pick<Document, 'figures' | 'languages'>): string {
  const [first] = tables.values();
  if (!first) throw new Error('a statement without tables');
  const each = <T>(of: (table: Table) => T): readonly (T | '')[] =>
    languages.map((lang) => {
      const table = tables.get(lang);
      return table ? of(table) : '';
    });
  const lines: (readonly string[])[] = [
    [
      'kind',
      'level',
      'fact',
      ...languages.map((lang) => `label_${lang}`),
      ...first.columns.flatMap(({ id }) => [id, `${id}_value`, `${id}_exact`]),
    ],
  ];
  for (const lang of languages) {
    const table = tables.get(lang);
    if (!table) continue;
    const blank = languages.map((other) => (other === lang ? plain(table.captions.flatMap(({ inlines }) => inlines)) : ''));
    lines.push(['columns', '', '', ...blank, ...table.columns.flatMap((_, c) => [headOf(table, c + 1), '', ''])]);
  }
  first.rows.forEach((row, r) => {
    const facts = new Set(row.cells.flatMap((cell) => (cell?.figure === undefined ? [] : [conceptOf(figures[cell.figure]?.fact ?? '')])));
    const cells = row.cells.flatMap((cell) => {
      if (cell?.words) return [plain(cell.words), '', ''];
      const figure = cell?.figure === undefined ? undefined : figures[cell.figure];
      return figure ? [figure.text, ...valuesOf(figure)] : ['', '', ''];
    });
    const labels = each((table) => table.rows[r]?.spoken ?? plain(table.rows[r]?.label ?? []));
    lines.push([row.kind, String(row.depth), facts.size === 1 ? [...facts].join('') : '', ...labels, ...cells]);
  });
  return `\ufeff${lines.map((fields) => fields.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** The printed and the exact value as text: nothing for what is undecided, both ends of a range. */
function valuesOf({ printed, exact, upper, undecided, decimals }: Figure): readonly [printed: string, exact: string] {
  if (undecided) return ['', ''];
  return [
    openText({ value: printed, upper: upper?.printed }, (end) => end.toFixed(decimals)),
    openText({ value: exact, upper: upper?.exact }, (end) => end.toString()),
  ];
}

/** The heads over a column, outermost first. */
function headOf(table: Table, column: number): string {
  return table.heads
    .filter((cell) => cell.column <= column && column < cell.column + cell.colSpan)
    .sort((a, b) => a.row - b.row)
    .map(({ pieces }) => plain(pieces.flat()))
    .filter((text) => text !== '')
    .join(' / ');
}

/** Note marks lead nowhere in a table of values. */
function plain(inlines: readonly Inline[]): string {
  const kept = inlines.filter(({ noteRef }) => noteRef === undefined);
  return kept
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function quoted(field: string): string {
  return /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** Version of the file's shape. */
const factsFormat = 1;

/** Periods, then facts in the order of the concepts file, one a line. Values are text, so that no reader rounds them. */
function factsJson(document: Document, release: Release, financials: Financials, filing: readonly FilingFact[]): string {
  const used = new Set(document.figures.flatMap(({ fact, against }) => [fact, ...(against === undefined ? [] : [against])]));
  const periods = [...release.periods.values()].map(({ id, start, end }) => JSON.stringify({ period: id, start, end }));
  const facts = [...financials.facts.values()]
    .filter(({ key }) => used.has(key))
    .map((fact) => {
      const { concept, period, unit, value, upper, undecided, nil, restated, origin, formula } = fact;
      const labels = release.concepts.get(concept)?.labels;
      return JSON.stringify({
        concept,
        period,
        unit,
        ...(unit === 'money' || unit === 'per-share' ? { currency: release.issuer.currency } : {}),
        // A value that there is not yet is none; of a range both ends are told.
        ...(undecided ? { value: null, undecided } : upper ? { lower: value, upper } : { value }),
        ...(nil ? { nil } : {}),
        ...(restated ? { restated: { ratio: restated.ratio, before: beforeSplits(value, fact) } } : {}),
        origin,
        ...(formula === '' ? {} : { formula }),
        ...(labels ? { labels: perLang(release.languages, (lang) => inLang(labels, lang).value) } : {}),
        ...namesOf(filing.filter((each) => each.measure === 'amount' && each.concept === concept && each.period === period)),
      });
    });
  const changes = filing.flatMap(({ concept, period, from, measure, value, name }) =>
    measure === 'change' ? [JSON.stringify({ concept, period, from, value, unit: 'percent', ...(name ? { filing: [name] } : {}) })] : [],
  );
  const head = { format: factsFormat, issuer: inReports(release.issuer.names).value, release: release.spec.id, date: document.date };
  return `${JSON.stringify(head).slice(0, -1)},\n"periods":[\n${periods.join(',\n')}\n],\n"facts":[\n${facts.join(',\n')}\n]${release.taxonomy ? `,\n"changes":[\n${changes.join(',\n')}\n]` : ''}}\n`;
}

/** Of a range, those of both ends with their values. */
function namesOf(filing: readonly FilingFact[]): { readonly filing?: readonly object[] } {
  const names = filing.flatMap(({ name, value }) => (name ? [filing.length > 1 ? { ...name, value } : name] : []));
  return names.length > 0 ? { filing: names } : {};
}
