// Turn the source's own tables into a test: statements printed from the data say what the source says, row by row, in both languages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Block, BodyRow, Document, Inline, Table } from '../../src/model/document.ts';
import { compose } from '../support/stages.ts';

const root = join(import.meta.dirname, '../..');

/** Lines of an expectation file: comments and blank lines left out. */
function expected(name: string): string[] {
  const lines = readFileSync(join(root, 'test/data', name), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

/** Text with a space before each note mark, and no authored break points. */
function plain(inlines: readonly Inline[]): string {
  const text = inlines.map((inline) => (inline.sup ? ` ${inline.text}` : inline.text)).join('');
  return text.replace(/\s+/g, ' ').trim();
}

const line = (fields: readonly string[]) => fields.join(' | ').trimEnd();

function tablesOf(blocks: readonly Block[]): Table[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [block] : block.kind === 'group' ? tablesOf(block.blocks) : []));
}

function tablesIn(document: Document): Table[] {
  return document.parts.flatMap((part) => part.sections.flatMap((section) => tablesOf(section.blocks)));
}

function rowLine(table: Table, row: BodyRow): string {
  const cells = row.cells.map((cell) => (cell ? cell.prefix + cell.core + cell.suffix : ''));
  return line([table.lang, table.statement, plain(row.label), ...(cells.some((cell) => cell !== '') ? cells : [])]);
}

function headLine(table: Table): string {
  const captions = table.captions.map((caption) => plain(caption.inlines));
  const unit = table.unit ? [plain(table.unit.inlines)] : [];
  const heads = table.heads.map((head) => plain(head.pieces.flat())).filter((text) => text !== '');
  return line([table.lang, table.statement, ...captions, ...unit, ...heads]);
}

describe('the statements of the sample', () => {
  let tables: readonly Table[] = [];

  beforeAll(() => {
    const { document, findings } = compose({ root, issuer: 'iij', release: '2q02' }, 'merge');
    if (!document) throw new Error(`no document: ${findings.map((finding) => `${finding.code} ${finding.message}`).join('; ')}`);
    tables = tablesIn(document);
  });

  test.each(['ja', 'en'])('print every row of the source in %s, in its order', (lang) => {
    const rows = expected('source-tables.txt').filter((row) => row.startsWith(`${lang} |`));
    expect(rows).toHaveLength(120);
    expect(tables.filter((table) => table.lang === lang).flatMap((table) => table.rows.map((row) => rowLine(table, row)))).toEqual(rows);
  });

  test.each(['ja', 'en'])('print every caption, unit and head of the source in %s', (lang) => {
    const heads = expected('source-heads.txt').filter((head) => head.startsWith(`${lang} |`));
    expect(heads).toHaveLength(9);
    expect(tables.filter((table) => table.lang === lang).map(headLine)).toEqual(heads);
  });

  test('print the same figures in both languages', () => {
    const cells = (lang: string) =>
      tables.filter((table) => table.lang === lang).flatMap((table) => table.rows.map((row) => rowLine(table, row).split(' | ').slice(3)));
    expect(cells('ja')).toEqual(cells('en'));
    expect(cells('ja').filter((row) => row.length > 0)).toHaveLength(108);
  });
});
