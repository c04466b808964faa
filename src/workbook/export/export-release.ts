// Turn a release into a workbook: a sheet a statement and one of all facts, and the map by which an import finds those again.
import { releasePeriod } from '../../figures/fact-key.ts';
import { inReports } from '../../language/languages.ts';
import type { Block, Document, Note, Table } from '../../model/document.ts';
import type { Financials } from '../../model/financials.ts';
import { inLang } from '../../model/language.ts';
import type { Release } from '../../model/release.ts';
import { writeXlsx } from '../write/write-xlsx.ts';
import { factsSheet } from './facts-sheet.ts';
import { statementSheet } from './statement-sheet.ts';

/** An exported release. */
export interface ExportedRelease {
  readonly workbook: Uint8Array;
  /** With which an import of the workbook changes nothing until one of its figures is changed. */
  readonly map: string;
  /** Names of its sheets. */
  readonly sheets: readonly string[];
}

/** `schema` is the first line of the map. */
export function exportRelease(document: Document, release: Release, financials: Financials, schema: string): ExportedRelease {
  const tables = tablesOf(document);
  const names = sheetNames([...tables.keys(), 'facts']);
  const factsName = names.at(-1) ?? 'facts';
  const facts = factsSheet(factsName, release, financials);
  const book = { document, release, facts, notes: notesById(document) };
  const sheets = [...tables].flatMap(([id, each], index) => {
    const statement = financials.statements.get(id);
    return statement ? [statementSheet(names[index] ?? id, each, statement, book)] : [];
  });
  const all = [...sheets, facts.sheet];
  const workbook = writeXlsx(all, {
    title: inLang(document.titles, document.lang),
    author: inReports(release.issuer.names).value,
    date: document.date,
  });
  const columns = facts.periods.filter((id) => id !== releasePeriod).map((id) => `      ${JSON.stringify(id)}: ${JSON.stringify(id)}`);
  const map = [
    schema,
    '# Leads from the sheet of facts back to the data files: each row has the id of its concept, each column that of its period.',
    `issuer: ${JSON.stringify(release.issuer.id)}`,
    'sheets:',
    `  ${JSON.stringify(factsName)}:`,
    '    labels: A',
    `    heads: ${facts.headRow + 1}`,
    '    columns:',
    ...columns,
    '',
  ].join('\n');
  return { workbook, map, sheets: all.map(({ name }) => name) };
}

/** By statement, in the order of first print; of each language its first table. */
function tablesOf(document: Document): ReadonlyMap<string, readonly Table[]> {
  const found = new Map<string, Table[]>();
  for (const block of blocksOf(document)) {
    if (block.kind !== 'table') continue;
    const known = found.get(block.statement);
    if (!known) found.set(block.statement, [block]);
    else if (!known.some(({ lang }) => lang === block.lang)) known.push(block);
  }
  return found;
}

function notesById(document: Document): ReadonlyMap<string, Note> {
  return new Map(blocksOf(document).flatMap((block) => (block.kind === 'note' ? [[block.id, block] as const] : [])));
}

function blocksOf(document: Document): readonly Block[] {
  const inner = (block: Block): readonly Block[] => (block.kind === 'group' ? [block, ...block.blocks.flatMap(inner)] : [block]);
  return document.parts.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(inner)));
}

/** Names of sheets: without signs that spreadsheets refuse, of at most 31 characters, each once whatever its capitals. */
function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name.replace(/[[\]:*?/\\']/g, '-').slice(0, 31);
    let own = plain;
    for (let count = 2; taken.has(own.toLowerCase()); count++) own = `${plain.slice(0, 27)} ${count}`;
    taken.add(own.toLowerCase());
    return own;
  });
}
