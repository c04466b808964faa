// Tables read back from the record of a build: the grid, the columns and the rows are those that were printed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { earlierRelease } from '../../src/correct/earlier-elements.ts';
import { earlierTable } from '../../src/correct/earlier-table.ts';
import type { BuildRecord } from '../../src/model/build-record.ts';
import type { Table } from '../../src/model/document.ts';
import { cellRuns, withInner } from '../../src/model/document-texts.ts';
import { parseRecord, writtenRecord } from '../../src/project/read-record.ts';
import { buildSample, samplePlace, type WholeRelease } from '../support/sample.ts';

const places = [samplePlace, { ...samplePlace, issuer: 'aoba', release: '2026h1' }];

describe.each(places)('tables of $issuer/$release', (place) => {
  let built: WholeRelease;
  beforeAll(async () => {
    built = await buildSample(place);
  }, 60_000);

  const tables = (): readonly Table[] => tablesOf(built);

  it('are read from the record as they were merged', () => {
    const record = recordFrom((file) => String(built.outputs.get(file)));
    expect(tables().length).toBeGreaterThan(10);
    for (const table of tables()) {
      const read = readTable(record, table);
      expect(read.style, table.id).toBe(table.style);
      expect(read.headRows, table.id).toBe(table.headRows);
      expect(gridOf(read.heads), table.id).toEqual(gridOf(table.heads));
      expect(
        read.heads.map(({ text }) => text?.text ?? ''),
        table.id,
      ).toEqual(table.heads.map(({ pieces }) => textOf(pieces.flat())));
      expect(read.columns.length, table.id).toBe(table.columns.length);
      const rows = table.rows.filter((row) => row.label.length > 0 || row.cells.some((cell) => cell));
      expect(
        read.rows.map(({ id, kind, depth, rule, heads }) => ({ id, kind, depth, rule, heads })),
        table.id,
      ).toEqual(rows.map(({ id, kind, depth, rule, heads }) => ({ id, kind, depth, rule, heads })));
      expect(read.rows.map((row) => row.cells.map((figure) => figure?.id))).toEqual(
        rows.map((row) => row.cells.map((cell) => cell?.figure)),
      );
      expect(
        read.rows.map((row) => row.words.map((text) => text?.text)),
        table.id,
      ).toEqual(
        rows.map((row) => row.cells.map((cell) => (cell && (cell.words || cell.mark) ? textOf(cellRuns(cell).flat()) : undefined))),
      );
    }
  });

  it('of a build of version 0.1.0 have a head for each column, and the rows that its record names', () => {
    const record = earlierRecord(place);
    const release = earlierRelease(record);
    for (const lang of ['ja', 'en']) {
      const found = release.elements(lang).filter(({ kind }) => kind === 'table');
      expect(found.length).toBeGreaterThan(8);
      for (const element of found) {
        const read = earlierTable(element, release, undefined, () => undefined);
        const { statement } = record.document.texts.find(({ block }) => block === element.id) ?? {};
        const cells = record.figures.figures.filter(
          (figure) => figure.lang === lang && figure.place.kind === 'cell' && figure.place.statement === statement,
        );
        const printed = new Set(cells.map(({ place: at }) => (at.kind === 'cell' ? at.column : '')));
        expect(read.columns.length, element.id).toBeGreaterThanOrEqual(printed.size);
        expect(read.rows.flatMap((row) => row.cells.flatMap((figure) => figure?.id ?? [])).length, element.id).toBe(cells.length);
        expect(Math.max(...read.heads.map(({ column, colSpan }) => column + colSpan)), element.id).toBe(read.columns.length + 1);
      }
    }
  });
});

it('tables of a build of version 0.1.0 have the heads, the columns and the depth of those that are printed so still', async () => {
  const built = await buildSample(samplePlace);
  const record = earlierRecord(samplePlace);
  for (const table of tablesOf(built)) {
    const read = readTable(record, table);
    expect(gridOf(read.heads), table.id).toEqual(gridOf(table.heads));
    expect(read.columns.length, table.id).toBe(table.columns.length);
    const deep = (rows: readonly { readonly depth: number }[]) => Math.max(...rows.map(({ depth }) => depth));
    expect(deep(read.rows), table.id).toBe(deep(table.rows));
  }
});

const tablesOf = ({ document }: WholeRelease): readonly Table[] =>
  document.parts
    .flatMap((part) => part.sections.flatMap(({ blocks }) => blocks.flatMap(withInner)))
    .filter((block): block is Table => block.kind === 'table');

const earlierRecord = ({ issuer, release }: { readonly issuer: string; readonly release: string }): BuildRecord => {
  const folder = join('test/earlier/0.1.0', `${issuer}-${release}`);
  return recordFrom((file) => readFileSync(join(folder, file), 'utf8'));
};

const recordFrom = (read: (file: string) => string): BuildRecord => parseRecord(writtenRecord(read, 'build'), 'build');

/** As a table that nothing stands for now. */
function readTable(record: BuildRecord, { id, lang }: Table): ReturnType<typeof earlierTable> {
  const release = earlierRelease(record);
  const element = release.elements(lang).find((each) => each.kind === 'table' && each.id === id);
  if (!element) throw new Error(`no table ${id}`);
  return earlierTable(element, release, undefined, () => undefined);
}

const textOf = (inlines: readonly { readonly text: string }[]): string => inlines.map(({ text }) => text).join('');

const gridOf = (heads: readonly Pick<Table['heads'][number], 'row' | 'column' | 'rowSpan' | 'colSpan'>[]) =>
  heads.map(({ row, column, rowSpan, colSpan }) => [row, column, rowSpan, colSpan].join(' '));
