// Turn any value into the record of a build, or into the first place where it is none: what lies in a folder may be from anybody.

import type { DocumentRecord, FiguresRecord } from './build-record.ts';
import { treatments } from './financials.ts';
import { buildLimits } from './limits.ts';
import { answers } from './release.ts';
import { list as listOf, number, object, oneOf, type Shape, text as textOf, variant, where, whole } from './shape.ts';
import { units } from './unit.ts';

const { names, texts, items, pages } = {
  names: 1000,
  texts: buildLimits.textCharacters,
  items: buildLimits.items,
  pages: buildLimits.pages,
};
const name = textOf(names);
const text = textOf(texts);
const length = number(-100_000, 100_000);
const index = whole(0, items);
const page = whole(1, pages);
const format = number(0, items);
const list = <T>(item: Shape<T>, most: number = items) => listOf(item, most);
/** Another version may know more languages. */
const lang = textOf(names, /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/);
const at = object({ file: name, line: index }, { column: index });
const measures = ['amount', 'translated', 'percent-of', 'change', 'difference'] as const;

const figure = object(
  {
    id: index,
    fact: name,
    measure: oneOf(...measures, 'times'),
    exact: name,
    printed: name,
    treatment: oneOf(...treatments),
    text: name,
    lang,
    place: variant('kind', { cell: { statement: name, row: index, column: name }, prose: { section: name } }),
    at,
    places: list(object({ page, x: length, y: length, width: length, size: length }), buildLimits.placesOfFigure),
  },
  { against: name, upper: object({ exact: name, printed: name }), undecided: oneOf(true), mark: text },
);

const fact = object(
  { fact: name, unit: oneOf(...units), value: name, origin: oneOf('reported', 'stated', 'computed'), at },
  {
    nil: oneOf(true),
    upper: name,
    undecided: oneOf(true),
    typed: name,
    released: object({ value: name, because: text }),
    split: name,
    formula: text,
    inputs: list(name, buildLimits.inputsOfFact),
  },
);

const override = object(
  { where: name, fact: name, measure: oneOf(...measures), exact: name, print: name, why: text, at },
  { against: name },
);

const fileRecord = object({ file: name, languages: list(lang), pages: list(page, pages) }, { summary: oneOf(true) });

export const figuresSchema: Shape<FiguresRecord> = object(
  {
    format,
    givens: list(object({ given: name, value: text, at })),
    overrides: list(override),
    facts: list(fact),
    // Elsewhere a figure is named by its place in the list.
    figures: where(list(figure), (figures) => figures.every(({ id }, i) => id === i), 'the figures are not numbered in order'),
  },
  { files: list(fileRecord, buildLimits.files), words: list(object({ before: index, text })) },
);

const bound = variant('by', {
  date: { iso: name },
  period: { period: name },
  rate: {},
  flag: { flag: name, says: oneOf(...answers) },
  issuer: {},
  direction: { fact: name, against: name, movement: oneOf('up', 'down', 'level', 'better', 'worse') },
  conjunction: { fact: name },
  outcome: { fact: name, sign: oneOf('gain', 'loss') },
});

const textRecord = object(
  {
    id: name,
    block: name,
    part: name,
    lang,
    kind: oneOf('heading', 'paragraph', 'item', 'note', 'caption', 'unit', 'head', 'label', 'summary', 'title'),
    text,
    spans: list(object({ start: index, end: index }, { figure: index, bound })),
    at,
  },
  {
    statement: name,
    class: name,
    table: oneOf('statement', 'statistics'),
    row: object({ kind: oneOf('head', 'item', 'total'), depth: whole(0, 1000), rule: oneOf('none', 'total', 'grand') }),
  },
);

const run = object(
  { x: length, y: length, width: length, size: length, font: name, text: name },
  { owner: name, artifact: name, figure: index, color: name },
);

const picture = object(
  { x: length, y: length, width: length, height: length, file: name, sha256: name },
  { alt: text, owner: name, artifact: oneOf('header'), lang },
);

const pageRecord = object(
  {
    page,
    class: name,
    width: length,
    height: length,
    runs: list(run, buildLimits.marksOfPage),
    rules: list(object({ x: length, y: length, width: length, height: length }, { color: name }), buildLimits.marksOfPage),
  },
  { pictures: list(picture, buildLimits.marksOfPage) },
);

export const documentSchema: Shape<DocumentRecord> = object({
  format,
  texts: list(textRecord),
  pages: where(list(pageRecord, pages), (all) => all.every((each, i) => each.page === i + 1), 'the pages are not numbered in order'),
});
