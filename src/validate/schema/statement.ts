// Turn a file of statements/ into typed data: columns, heads per language, rows as a tree.
import * as z from 'zod/mini';
import type { Lang } from '../../model/language.ts';
import { dataLimits } from '../../model/limits.ts';
import {
  choice,
  described,
  flag,
  forLanguages,
  labels,
  lazily,
  levelOfTotal,
  list,
  measure,
  number,
  perLang,
  record,
  reference,
  regime,
  ruleOfRow,
  scale,
  text,
  weightOfRow,
  whichLang,
} from './scalars.ts';

/** By column: what its cell prints besides its figure, or instead of it. */
const cellsSchema = (languages: readonly Lang[]) =>
  record(
    z.strictObject({
      words: z.optional(labels(languages, 'words in the place of a figure')),
      mark: z.optional(labels(languages, 'note mark behind the figure or the words')),
    }),
    'by column, what its cell prints besides its figure, or instead of it',
    { current: { mark: { ja: '*', en: '*' } } },
  );

/** Words in each language, or the concept or heading whose name is printed. */
const wordsOrName = (languages: readonly Lang[], description: string) =>
  described(
    z.union([reference('concept or heading of the dictionary'), labels(languages, description)]),
    `${description}: in each language, or the id of a concept or of a heading of the dictionary, whose name it prints`,
    'head.current-assets',
  );

/** What rows and totals have in common. */
const printing = (languages: readonly Lang[]) => ({
  note: z.optional(labels(languages, 'note mark after the label')),
  unlabelled: flag('a subtotal that prints no label: that of its concept is read out'),
  cells: z.optional(cellsSchema(languages)),
  negate: flag('its figures are printed with the opposite sign'),
  'follow-sign': flag('its label is the outcome that all its figures have: profit, or loss'),
  weight: z.optional(weightOfRow()),
  labels: z.optional(labels(languages, 'label of this row, instead of the concept’s')),
  italic: flag('its label is set in italic'),
  'percent-sign': flag('percent columns print % in this row'),
  rule: z.optional(ruleOfRow()),
  scale: z.optional(scale()),
  decimals: z.optional(number('decimals of amounts in this row')),
  blank: z.optional(described(z.array(measure()), 'measures that this row has no figures of', ['translated', 'percent-of'])),
  periods: z.optional(
    record(
      reference('period of the cell in this column'),
      'by column, the period of its cell, where it is another than that of the column',
      {
        prior: 'prior-year-end',
      },
    ),
  ),
  tied: z.optional(
    described(
      z.strictObject({
        statement: reference('statement whose printed figures this row repeats'),
        concept: z.optional(reference('row of that statement; by default the one of this concept')),
      }),
      'the row of another statement whose figures it repeats, digit by digit',
      { statement: 'income' },
    ),
  ),
});

const totalSchema = forLanguages((languages) =>
  z.strictObject({ concept: reference('concept of the total'), level: z.optional(levelOfTotal()), ...printing(languages) }),
);

const rowFields = (languages: readonly Lang[]) => ({
  concept: z.optional(reference('concept of the row')),
  head: z.optional(wordsOrName(languages, 'label of a group')),
  total: z.optional(described(totalSchema(languages), 'the sum of the rows of this group')),
  of: z.optional(
    described(z.array(reference('row that this one is the sum of; a minus before it subtracts')), 'the rows that it is computed from', [
      'sales.total',
      '-cost.sales',
    ]),
  ),
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
      return z.optional(list(rowSchema(languages), dataLimits.rows, 'rows of this group'));
    },
  }),
);

const headFields = () => ({
  head: z.optional(text('text; | where the line may break; without one, a head over a column is worded from it')),
  period: z.optional(reference('period whose name is printed')),
  style: z.optional(choice(['end', 'label', 'term', 'short'], 'how the period is named: its last day, its label, its term, in short')),
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
      return z.optional(list(headSchema(), dataLimits.columns, 'heads that this one stands over'));
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
    after: z.optional(whichLang(languages, text('words behind each figure'), 'words behind each figure, such as its unit')),
  }),
);

/** What the table is, whichever way its rows go. */
const tableFields = (languages: readonly Lang[]) => ({
  kind: choice(['statement', 'statistics'], 'which of the two table styles it is set in'),
  captions: perLang(
    languages,
    list(text('caption line'), dataLimits.captions, 'lines of the caption; none for a table without'),
    'lines above the table',
    {
      ja: ['連結損益計算書'],
      en: ['Consolidated Statement of Income'],
    },
  ),
  unit: z.optional(labels(languages, 'unit note')),
  summary: labels(languages, 'what the table shows, for assistive technology'),
  stub: labels(languages, 'head of the label column'),
  scale: z._default(scale(), 'one'),
  decimals: z._default(number('decimals of amounts'), '0'),
  heads: z.optional(
    whichLang(
      languages,
      list(headSchema(), dataLimits.columns, 'heads from left to right', [
        { head: 'Half', over: [{ column: 'prior' }, { column: 'current' }] },
      ]),
      'heads in a language; without them, columns are headed by what they print',
    ),
  ),
});

export const statementSchema = forLanguages((languages) =>
  z.strictObject({
    ...tableFields(languages),
    orientation: z._default(choice(['concepts-as-rows', 'periods-as-rows'], 'what its rows are'), 'concepts-as-rows'),
    columns: list(columnSchema(languages), dataLimits.columns, 'columns from left to right', [
      { id: 'current', period: 'current', measure: 'amount' },
    ]),
    rows: list(rowSchema(languages), dataLimits.rows, 'rows as a tree: concepts, and groups with their totals', [
      { concept: 'sales.total' },
      {
        head: { ja: '営業外収益', en: 'Non-operating income' },
        rows: [{ concept: 'income.interest' }],
        total: { concept: 'income.non-operating' },
      },
    ]),
  }),
);

/** The value of `orientation` that turns a table's rows and columns round. */
export const periodsAsRows = 'periods-as-rows';

/** A table with a row per period and columns of concepts. */
export const periodTableSchema = forLanguages((languages) =>
  z.strictObject({
    ...tableFields(languages),
    orientation: described(z.literal(periodsAsRows), 'a row a period'),
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
      'columns from left to right',
      [
        { id: 'sales', concept: 'sales.total' },
        { id: 'growth', concept: 'sales.total', measure: 'change' },
      ],
    ),
    rows: list(
      z.strictObject({
        period: reference('period or its role'),
        from: z.optional(reference('the period that changes in this row compare with')),
        labels: z.optional(labels(languages, 'words that head the row; without them, the name of the period')),
        blank: z.optional(described(z.array(reference('column without a figure in this row')), 'columns without a figure in this row')),
        cells: z.optional(cellsSchema(languages)),
      }),
      dataLimits.rows,
      'rows from above',
      [{ period: 'prior-year' }, { period: 'current', from: 'prior-year' }],
    ),
  }),
);

/** The value of `orientation` for a table whose rows and columns both decide whose figure a cell prints. */
export const matrixOrientation = 'matrix';

const matrixColumnFields = (languages: readonly Lang[]) => ({
  id: z.optional(reference('name of the column in this file')),
  member: z.optional(reference('member of members.yaml that the column is of; without one, of the concepts of the rows as they are')),
  of: z.optional(
    described(
      z.array(reference('column that this one is the sum of; a minus before it subtracts')),
      'the columns that it is computed from',
    ),
  ),
  head: z.optional(wordsOrName(languages, 'head; | where the line may break; without one, the label of the member')),
});

/** A column, or a group of columns under one head. */
export interface MatrixColumnData extends z.infer<z.ZodMiniObject<ReturnType<typeof matrixColumnFields>>> {
  readonly columns?: readonly MatrixColumnData[] | undefined;
}

const matrixColumnSchema: (languages: readonly Lang[]) => z.ZodMiniType<MatrixColumnData> = forLanguages((languages) =>
  z.strictObject({
    ...matrixColumnFields(languages),
    get columns() {
      return z.optional(list(matrixColumnSchema(languages), dataLimits.columns, 'columns of this group'));
    },
  }),
);

/** What rows and totals of a matrix have in common. */
const matrixPrinting = (languages: readonly Lang[]) => ({
  labels: z.optional(labels(languages, 'label of this row, instead of the concept’s')),
  note: z.optional(labels(languages, 'note mark after the label')),
  'follow-sign': flag('its label is the outcome that all its figures have: profit, or loss'),
  weight: z.optional(weightOfRow()),
  rule: z.optional(ruleOfRow()),
  cells: z.optional(record(reference('concept whose figure stands in the column'), 'by column, another concept than that of the row')),
  blank: z.optional(described(z.array(reference('column without a figure in this row')), 'columns without a figure in this row')),
});

const matrixRowFields = (languages: readonly Lang[]) => ({
  concept: z.optional(reference('concept of the row: each cell prints it of the member of its column')),
  balance: z.optional(choice(['opening', 'closing'], 'a row of balances, before or after what moves them')),
  head: z.optional(wordsOrName(languages, 'label of a group')),
  total: z.optional(
    described(
      z.strictObject({
        concept: reference('concept of the total'),
        level: z.optional(levelOfTotal()),
        ...matrixPrinting(languages),
      }),
      'the sum of the rows of this group',
    ),
  ),
  of: z.optional(
    described(
      z.array(reference('row that this one is the sum of, `opening` for the opening balances; a minus before it subtracts')),
      'the rows that it is computed from',
    ),
  ),
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
      return z.optional(list(matrixRowSchema(languages), dataLimits.rows, 'rows of this group'));
    },
  }),
);

/** A table of one period with a concept a row and a member a column. */
export const matrixSchema = forLanguages((languages) => {
  const { heads: _, ...fields } = tableFields(languages);
  return z.strictObject({
    ...fields,
    orientation: described(z.literal(matrixOrientation), 'a row a concept, a column a member'),
    like: z.optional(reference('another matrix, whose rows and columns this one has')),
    period: reference('period or its role'),
    opening: z.optional(reference('period whose closing balances open it; without it, the one named previous in its file')),
    regime: z.optional(regime()),
    columns: z.optional(
      list(matrixColumnSchema(languages), dataLimits.columns, 'columns from left to right', [
        { member: 'segment.food' },
        { id: 'total', of: ['segment.food'] },
      ]),
    ),
    rows: z.optional(list(matrixRowSchema(languages), dataLimits.rows, 'rows from above')),
  });
});

export type MatrixData = z.infer<ReturnType<typeof matrixSchema>>;
export type TotalData = z.infer<ReturnType<typeof totalSchema>>;
export type StatementData = z.infer<ReturnType<typeof statementSchema>>;
export type PeriodTableData = z.infer<ReturnType<typeof periodTableSchema>>;
