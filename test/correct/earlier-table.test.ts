// Tables read back from the record of a build: the grid, the columns and the rows are those that were printed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { earlierRelease } from '../../src/correct/earlier-elements.ts';
import { earlierTable } from '../../src/correct/earlier-table.ts';
import type { BuildRecord } from '../../src/model/build-record.ts';
import type { Table } from '../../src/model/document.ts';
import { withInner } from '../../src/model/document-texts.ts';
import { parseRecord, writtenRecord } from '../../src/project/read-record.ts';
import { buildSample, samplePlace, type WholeRelease } from '../support/sample.ts';

const places = [samplePlace, { ...samplePlace, issuer: 'aoba', release: '2026h1' }];

describe.each(places)('tables of $issuer/$release', (place) => {
  let built: WholeRelease;
  beforeAll(async () => {
    built = await buildSample(place);
  }, 60_000);

  const tables = (): readonly Table[] =>
    built.document.parts
      .flatMap((part) => part.sections.flatMap(({ blocks }) => blocks.flatMap(withInner)))
      .filter((block): block is Table => block.kind === 'table');

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
    }
  });

  // The tables of aoba are those of the form since.
  if (place.issuer === 'aoba') return;

  it('of a build of version 0.1.0 have their heads, their columns and how deep their rows stand', () => {
    const folder = join('test/earlier/0.1.0', `${place.issuer}-${place.release}`);
    const record = recordFrom((file) => readFileSync(join(folder, file), 'utf8'));
    for (const table of tables()) {
      const read = readTable(record, table);
      expect(gridOf(read.heads), table.id).toEqual(gridOf(table.heads));
      expect(read.columns.length, table.id).toBe(table.columns.length);
      const deep = (rows: readonly { readonly depth: number }[]) => Math.max(...rows.map(({ depth }) => depth));
      expect(deep(read.rows), table.id).toBe(deep(table.rows));
    }
  });
});

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
