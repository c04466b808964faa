// Turn a file of statements/ into typed data: columns, heads per language, rows as a tree.
import * as z from 'zod/mini';
import type { Lang } from '../../model/language.ts';
import { dataLimits } from '../../model/limits.ts';
import {
  flag,
  forLanguages,
  labels,
  lazily,
  list,
  measure,
  number,
  perLang,
  reference,
  regime,
  scale,
  text,
  whichLang,
} from './scalars.ts';

/** By column: what its cell prints besides its figure, or instead of it. */
const cellsSchema = (languages: readonly Lang[]) =>
  z.record(
    z.string(),
    z.strictObject({
      words: z.optional(labels(languages, 'words in the place of a figure')),
      mark: z.optional(labels(languages, 'note mark behind the figure or the words')),
    }),
  );

/** What rows and totals have in common. */
const printing = (languages: readonly Lang[]) => ({
  note: z.optional(labels(languages, 'note mark after the label')),
  unlabelled: flag(),
  cells: z.optional(cellsSchema(languages)),
  negate: flag(),
  'follow-sign': flag(),
  weight: z.optional(z.enum(['1', '-1', '0'])),
  labels: z.optional(labels(languages, 'label of this row, instead of the concept’s')),
  italic: flag(),
  'percent-sign': flag(),
  rule: z.optional(z.enum(['none', 'total', 'grand'])),
  scale: z.optional(scale()),
  decimals: z.optional(number('decimals of amounts in this row')),
  blank: z.optional(z.array(measure())),
  periods: z.optional(z.record(z.string(), reference('period of the cell in this column, where it is another than that of the column'))),
  tied: z.optional(
    z.strictObject({
      statement: reference('statement whose printed figures this row repeats'),
      concept: z.optional(reference('row of that statement; by default the one of this concept')),
    }),
  ),
});

const totalSchema = forLanguages((languages) =>
  z.strictObject({ concept: reference('concept of the total'), level: z.optional(z.enum(['in', 'out'])), ...printing(languages) }),
);

const rowFields = (languages: readonly Lang[]) => ({
  concept: z.optional(reference('concept of the row')),
  head: z.optional(labels(languages, 'label of a group')),
  total: z.optional(totalSchema(languages)),
  of: z.optional(z.array(reference('row that this one is the sum of; a minus before it subtracts'))),
  ...printing(languages),
});

/** A row: a concept, or a group with its rows and its total. */
export interface RowData extends z.infer<z.ZodMiniObject<ReturnType<typeof rowFields>>> {
  readonly rows?: readonly RowData[] | undefined;
}

const rowSchema: (languages: readonly Lang[]) => z.ZodMiniType<RowData> = forLanguages((languages) =>
  z.strictObject({
    ...rowFields(languages),
    get rows() {
      return z.optional(list(rowSchema(languages), dataLimits.rows));
    },
  }),
);

const headFields = () => ({
  head: z.optional(text('text; | where the line may break; without one, a head over a column is worded from it')),
  period: z.optional(reference('period whose name is printed')),
  style: z.optional(z.enum(['end', 'label', 'term', 'short'])),
  concept: z.optional(reference('concept whose name over columns is printed')),
  column: z.optional(reference('column under this head')),
});

/** A head: a text or a period’s name, over other heads or over a column. */
export interface HeadData extends z.infer<z.ZodMiniObject<ReturnType<typeof headFields>>> {
  readonly over?: readonly HeadData[] | undefined;
}

const headSchema: () => z.ZodMiniType<HeadData> = lazily(() =>
  z.strictObject({
    ...headFields(),
    get over() {
      return z.optional(list(headSchema(), dataLimits.columns));
    },
  }),
);

const columnSchema = forLanguages((languages) =>
  z.strictObject({
    id: reference('name of the column in this file'),
    period: reference('period or its role: current, prior-year, prior-quarter'),
    measure: measure(),
    of: z.optional(reference('percent-of: the concept that is 100%')),
    from: z.optional(reference('change and difference: the period compared with')),
    decimals: z.optional(number('decimals of this column')),
    regime: z.optional(regime()),
    after: z.optional(whichLang(languages, text(), 'words behind each figure, such as its unit')),
  }),
);

/** What the table is, whichever way its rows go. */
const tableFields = (languages: readonly Lang[]) => ({
  kind: z.enum(['statement', 'statistics']),
  captions: perLang(languages, list(text('caption line'), dataLimits.captions)),
  unit: z.optional(labels(languages, 'unit note')),
  summary: labels(languages, 'what the table shows, for assistive technology'),
  stub: labels(languages, 'head of the label column'),
  scale: z._default(scale(), 'one'),
  decimals: z._default(number('decimals of amounts'), '0'),
  heads: z.optional(
    whichLang(
      languages,
      list(headSchema(), dataLimits.columns),
      'heads in a language; without them, columns are headed by what they print',
    ),
  ),
});

export const statementSchema = forLanguages((languages) =>
  z.strictObject({
    ...tableFields(languages),
    orientation: z._default(z.enum(['concepts-as-rows', 'periods-as-rows']), 'concepts-as-rows'),
    columns: list(columnSchema(languages), dataLimits.columns),
    rows: list(rowSchema(languages), dataLimits.rows),
  }),
);

/** The value of `orientation` that turns a table's rows and columns round. */
export const periodsAsRows = 'periods-as-rows';

/** A table with a row per period and columns of concepts. */
export const periodTableSchema = forLanguages((languages) =>
  z.strictObject({
    ...tableFields(languages),
    orientation: z.literal(periodsAsRows),
    columns: list(
      z.strictObject({
        id: reference('name of the column in this file'),
        concept: reference('concept of the column'),
        measure: z._default(measure(), 'amount'),
        of: z.optional(reference('percent-of: the concept that is 100%')),
        decimals: z.optional(number('decimals of this column')),
        regime: z.optional(regime()),
      }),
      dataLimits.columns,
    ),
    rows: list(
      z.strictObject({
        period: reference('period or its role'),
        from: z.optional(reference('the period that changes in this row compare with')),
        labels: z.optional(labels(languages, 'words that head the row; without them, the name of the period')),
        blank: z.optional(z.array(reference('column without a figure in this row'))),
        cells: z.optional(cellsSchema(languages)),
      }),
      dataLimits.rows,
    ),
  }),
);

/** The value of `orientation` for a table whose rows and columns both decide whose figure a cell prints. */
export const matrixOrientation = 'matrix';

const matrixColumnFields = (languages: readonly Lang[]) => ({
  id: z.optional(reference('name of the column in this file')),
  member: z.optional(reference('member of members.yaml that the column is of; without one, of the concepts of the rows as they are')),
  of: z.optional(z.array(reference('column that this one is the sum of; a minus before it subtracts'))),
  head: z.optional(labels(languages, 'head; | where the line may break; without one, the label of the member')),
});

/** A column, or a group of columns under one head. */
export interface MatrixColumnData extends z.infer<z.ZodMiniObject<ReturnType<typeof matrixColumnFields>>> {
  readonly columns?: readonly MatrixColumnData[] | undefined;
}

const matrixColumnSchema: (languages: readonly Lang[]) => z.ZodMiniType<MatrixColumnData> = forLanguages((languages) =>
  z.strictObject({
    ...matrixColumnFields(languages),
    get columns() {
      return z.optional(list(matrixColumnSchema(languages), dataLimits.columns));
    },
  }),
);

/** What rows and totals of a matrix have in common. */
const matrixPrinting = (languages: readonly Lang[]) => ({
  labels: z.optional(labels(languages, 'label of this row, instead of the concept’s')),
  note: z.optional(labels(languages, 'note mark after the label')),
  'follow-sign': flag(),
  weight: z.optional(z.enum(['1', '-1', '0'])),
  rule: z.optional(z.enum(['none', 'total', 'grand'])),
  cells: z.optional(z.record(z.string(), reference('concept whose figure stands in the column'))),
  blank: z.optional(z.array(reference('column without a figure in this row'))),
});

const matrixRowFields = (languages: readonly Lang[]) => ({
  concept: z.optional(reference('concept of the row: each cell prints it of the member of its column')),
  balance: z.optional(z.enum(['opening', 'closing'])),
  head: z.optional(labels(languages, 'label of a group')),
  total: z.optional(
    z.strictObject({
      concept: reference('concept of the total'),
      level: z.optional(z.enum(['in', 'out'])),
      ...matrixPrinting(languages),
    }),
  ),
  of: z.optional(z.array(reference('row that this one is the sum of, `opening` for the opening balances; a minus before it subtracts'))),
  ...matrixPrinting(languages),
});

/** A row of a matrix: a concept, balances, or a group with its rows and its total. */
export interface MatrixRowData extends z.infer<z.ZodMiniObject<ReturnType<typeof matrixRowFields>>> {
  readonly rows?: readonly MatrixRowData[] | undefined;
}

const matrixRowSchema: (languages: readonly Lang[]) => z.ZodMiniType<MatrixRowData> = forLanguages((languages) =>
  z.strictObject({
    ...matrixRowFields(languages),
    get rows() {
      return z.optional(list(matrixRowSchema(languages), dataLimits.rows));
    },
  }),
);

/** A table of one period with a concept a row and a member a column. */
export const matrixSchema = forLanguages((languages) => {
  const { heads: _, ...fields } = tableFields(languages);
  return z.strictObject({
    ...fields,
    orientation: z.literal(matrixOrientation),
    like: z.optional(reference('another matrix, whose rows and columns this one has')),
    period: reference('period or its role'),
    opening: z.optional(reference('period whose closing balances open it; without it, the one named previous in its file')),
    regime: z.optional(regime()),
    columns: z.optional(list(matrixColumnSchema(languages), dataLimits.columns)),
    rows: z.optional(list(matrixRowSchema(languages), dataLimits.rows)),
  });
});

export type MatrixData = z.infer<ReturnType<typeof matrixSchema>>;
export type TotalData = z.infer<ReturnType<typeof totalSchema>>;
export type StatementData = z.infer<ReturnType<typeof statementSchema>>;
export type PeriodTableData = z.infer<ReturnType<typeof periodTableSchema>>;
