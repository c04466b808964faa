// Turn the map of a workbook into schemas: the one that a map is held against, its short forms written out, and the one that editors know.
import * as z from 'zod/mini';
import { importedDigits } from '../../model/import-map.ts';
import { dataLimits } from '../../model/limits.ts';
import { scales } from '../../model/unit.ts';
import { choice, described, lazily, list, number, record, reference, text } from './scalars.ts';

const signs = ['as-shown', 'reversed'] as const;

const sign = () => z.optional(choice(signs, 'reversed: figures are taken with the opposite sign, as credit balances are'));
const scale = () =>
  z.optional(
    choice(
      [...(Object.keys(scales) as (keyof typeof scales)[]), 'percent'],
      'what its numbers are in; of ratios percent (23.6) or one (0.236)',
    ),
  );

const period = () => reference('id or role of the period whose figures the column has; `given` for the one that --period names');
const concept = () => reference('concept that the row is of');

const column = () => z.strictObject({ period: period(), sign: sign(), scale: scale() });
const row = () =>
  z.strictObject({
    concept: concept(),
    sign: sign(),
    scale: scale(),
    under: z.optional(text('of several rows of this name, the one under the row named so')),
    row: z.optional(number('of several rows of this name, the one on this row of the sheet')),
  });

const sheet = <C extends z.core.$ZodType, R extends z.core.$ZodType, L extends z.core.$ZodType, H extends z.core.$ZodType>(
  columns: C,
  rows: R,
  labels: L,
  heads: H,
) =>
  z.strictObject({
    labels: z.optional(labels),
    heads: z.optional(heads),
    columns: record(columns, 'columns of figures, by what heads them or their letters, and the period that each is of'),
    scale: scale(),
    digits: z._default(
      choice(importedDigits, 'digits that are imported: held by the cell, shown by its format, or rounded or cut as printed'),
      'held',
    ),
    reverse: z._default(
      list(
        text('concept, or the beginning of concepts with *: liabilities.*'),
        dataLimits.entries,
        'concepts whose figures are taken with the opposite sign',
        ['liabilities.*'],
      ),
      [],
    ),
    rows: z._default(record(rows, 'rows by their label or code, and the concept that each is of; several accounts may be of one'), {}),
    ignore: z._default(
      list(
        text('label or code of a row that is of no concept'),
        dataLimits.entries,
        'rows that are left alone, so that they are not listed as unknown',
      ),
      [],
    ),
  });

const labels = () =>
  list(text('letters of a column in which rows are named, or what heads it'), dataLimits.columns, 'columns in which rows are named');
const heads = () =>
  list(number('row of the sheet in which columns are named'), dataLimits.columns, 'rows of the sheet in which columns are named');

const map = <S extends z.core.$ZodType>(sheets: S) =>
  z.strictObject({
    issuer: z.optional(reference('folder of the issuer in data/; the only one of the project without it')),
    sheets: record(sheets, 'sheets of the workbook by name; of a CSV file there is one, of any name', {
      PL: { labels: 'A', heads: '3', columns: { B: 'given' }, rows: { 売上高: 'sales.total' } },
    }),
  });

const rowsOfOneName = () => list(row(), dataLimits.rows, 'rows of one name, each told from the others');

/** Every column and row a mapping, rows of one name a list. */
export const importMapSchema = lazily(() => map(sheet(column(), rowsOfOneName(), labels(), heads())));

/** As it may be typed: a period for a column, a concept for a row. */
export const typedMapSchema = lazily(() =>
  map(
    sheet(
      z.union([period(), column()]),
      z.union([concept(), row(), rowsOfOneName()]),
      described(
        z.union([text('letters of the column in which rows are named, or what heads it'), labels()]),
        'column in which rows are named, by its letters or what heads it',
        'A',
        ['A', '科目'],
      ),
      described(
        z.union([number('row of the sheet in which columns are named'), heads()]),
        'row of the sheet in which columns are named',
        3,
        [3, 4],
      ),
    ),
  ),
);
