// Turn any value into the record of a build, or into the first place where it is none: what lies in a folder may be from anybody.
import { z } from 'zod';
import type { DocumentRecord, FiguresRecord } from './build-record.ts';
import { buildLimits } from './limits.ts';
import { units } from './unit.ts';

const { names, texts, items, pages } = {
  names: 1000,
  texts: buildLimits.textCharacters,
  items: buildLimits.items,
  pages: buildLimits.pages,
};
const name = z.string().max(names);
const text = z.string().max(texts);
const length = z.number().min(-100_000).max(100_000);
const index = z.int().min(0).max(items);
const page = z.int().min(1).max(pages);
const list = <T extends z.ZodType>(item: T, most: number = items) => z.array(item).max(most);
/** Another version may know more languages. */
const lang = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)
  .max(names);
const at = z.object({ file: name, line: index, column: index.exactOptional() });
const measure = z.enum(['amount', 'translated', 'percent-of', 'change']);

const figure = z.object({
  id: index,
  fact: name,
  measure: z.enum([...measure.options, 'times']),
  against: name.exactOptional(),
  exact: name,
  printed: name,
  treatment: z.enum(['plain', 'plug', 'override']),
  text: name,
  lang,
  place: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('cell'), statement: name, row: index, column: name }),
    z.object({ kind: z.literal('prose'), section: name }),
  ]),
  at,
  places: list(z.object({ page, x: length, y: length, width: length, size: length }), buildLimits.placesOfFigure),
});

const fact = z.object({
  fact: name,
  unit: z.enum(units),
  value: name,
  nil: z.literal(true).exactOptional(),
  typed: name.exactOptional(),
  origin: z.enum(['reported', 'stated', 'computed']),
  formula: text.exactOptional(),
  inputs: list(name, buildLimits.inputsOfFact).exactOptional(),
  at,
});

const override = z.object({ where: name, fact: name, measure, against: name.exactOptional(), exact: name, print: name, why: text, at });

export const figuresSchema: z.ZodType<FiguresRecord> = z.object({
  format: z.number(),
  givens: list(z.object({ given: name, value: text, at })),
  overrides: list(override),
  facts: list(fact),
  // Elsewhere a figure is named by its place in the list.
  figures: list(figure).refine((figures) => figures.every(({ id }, i) => id === i), 'the figures are not numbered in order'),
});

const bound = z.discriminatedUnion('by', [
  z.object({ by: z.literal('date'), iso: name }),
  z.object({ by: z.literal('period'), period: name }),
  z.object({ by: z.literal('rate') }),
  z.object({ by: z.literal('issuer') }),
  z.object({
    by: z.literal('direction'),
    fact: name,
    against: name,
    movement: z.enum(['up', 'down', 'level', 'better', 'worse']),
  }),
  z.object({ by: z.literal('conjunction'), fact: name }),
  z.object({ by: z.literal('outcome'), fact: name, sign: z.enum(['gain', 'loss']) }),
]);

const textRecord = z.object({
  id: name,
  block: name,
  part: name,
  lang,
  kind: z.enum(['heading', 'paragraph', 'item', 'note', 'caption', 'unit', 'head', 'label', 'summary', 'title']),
  statement: name.exactOptional(),
  text,
  spans: list(z.object({ start: index, end: index, figure: index.exactOptional(), bound: bound.exactOptional() })),
  at,
});

const run = z.object({
  x: length,
  y: length,
  width: length,
  size: length,
  font: name,
  text: name,
  owner: name.exactOptional(),
  artifact: name.exactOptional(),
  figure: index.exactOptional(),
});

const pageRecord = z.object({
  page,
  class: name,
  width: length,
  height: length,
  runs: list(run, buildLimits.marksOfPage),
  rules: list(z.object({ x: length, y: length, width: length, height: length }), buildLimits.marksOfPage),
});

export const documentSchema: z.ZodType<DocumentRecord> = z.object({
  format: z.number(),
  texts: list(textRecord),
  pages: list(pageRecord, pages).refine((all) => all.every((each, i) => each.page === i + 1), 'the pages are not numbered in order'),
});
