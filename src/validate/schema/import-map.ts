// Turn the map of a workbook into schemas: the one that a map is held against, its short forms written out, and the one that editors know.
import * as z from 'zod/mini';
import { importedDigits } from '../../model/import-map.ts';
import { dataLimits } from '../../model/limits.ts';
import { scales } from '../../model/unit.ts';
import { lazily, list, notes, number, reference, text } from './scalars.ts';

const signs = ['as-shown', 'reversed'] as const;

const sign = () =>
  z.optional(z.enum(signs).register(notes, { description: 'reversed: figures are taken with the opposite sign, as credit balances are' }));
const scale = () =>
  z.optional(
    z
      .enum([...(Object.keys(scales) as (keyof typeof scales)[]), 'percent'])
      .register(notes, { description: 'what its numbers are in; of ratios percent (23.6) or one (0.236)' }),
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
    columns: z.record(z.string(), columns),
    scale: scale(),
    digits: z._default(
      z
        .enum(importedDigits)
        .register(notes, { description: 'digits that are imported: held by the cell, shown by its format, or rounded or cut as printed' }),
      'held',
    ),
    reverse: z._default(list(text('concept, or the beginning of concepts with *: liabilities.*'), dataLimits.entries), []),
    rows: z._default(z.record(z.string(), rows), {}),
    ignore: z._default(list(text('label or code of a row that is of no concept'), dataLimits.entries), []),
  });

const labels = () => list(text('letters of a column in which rows are named, or what heads it'), dataLimits.columns);
const heads = () => list(number('row of the sheet in which columns are named'), dataLimits.columns);

const map = <S extends z.core.$ZodType>(sheets: S) =>
  z.strictObject({
    issuer: z.optional(reference('folder of the issuer in data/; the only one of the project without it')),
    sheets: z.record(z.string(), sheets),
  });

/** Every column and row a mapping, rows of one name a list. */
export const importMapSchema = lazily(() => map(sheet(column(), list(row(), dataLimits.rows), labels(), heads())));

/** As it may be typed: a period for a column, a concept for a row. */
export const typedMapSchema = lazily(() =>
  map(
    sheet(
      z.union([period(), column()]),
      z.union([concept(), row(), list(row(), dataLimits.rows)]),
      z.union([text('letters of the column in which rows are named, or what heads it'), labels()]),
      z.union([number('row of the sheet in which columns are named'), heads()]),
    ),
  ),
);
