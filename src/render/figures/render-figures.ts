// Turn every printed figure into a record, with the facts, overrides and givens behind it: the memory that later comparisons read.
import { comparedKey } from '../../figures/compared-fact.ts';
import { factKey } from '../../figures/fact-key.ts';
import { presentedOtherwise } from '../../figures/presented-otherwise.ts';
import type { FactRecord, GivenRecord, WordsRecord } from '../../model/build-record.ts';
import type { Document, Figure, Inline } from '../../model/document.ts';
import { withInner } from '../../model/document-texts.ts';
import type { Override } from '../../model/exceptions.ts';
import type { Fact, Financials } from '../../model/financials.ts';
import { figuresFormat } from '../../model/formats.ts';
import { type ForLangs, forLang, inLang } from '../../model/language.ts';
import { forgetful, type Kind, type Memory } from '../../model/memory.ts';
import type { Layout, Page } from '../../model/page.ts';
import type { Release } from '../../model/release.ts';
import type { FileRecord } from '../../model/release-files.ts';
import type { Labels, Span } from '../../model/span.ts';
import { recordText } from '../document/record-text.ts';
import { rounded } from '../document/render-document.ts';

/** figures.json: format, the PDFs where the release says something of them, givens, overrides, facts (each once), then figures in order of print, one a line so that two files compare line by line. */
export function renderFigures(
  release: Release,
  financials: Financials,
  document: Document,
  layout: Layout,
  memory: Memory = forgetful,
  files?: readonly FileRecord[],
): string {
  const places = findPlaces(layout, memory);
  const { marks, words } = besideFigures(document);
  const lists: readonly (readonly [name: string, lines: readonly string[]])[] = [
    ['givens', listGivens(release).map((given) => JSON.stringify(given))],
    ['overrides', release.spec.overrides.map((override) => JSON.stringify(overrideRecord(override)))],
    ['facts', [...financials.facts.values()].map((fact) => factLine(fact, typedText(fact, release), releasedAs(fact, release), memory))],
    [
      'figures',
      document.figures.map((figure) => `${figureHead(figure)}${marks.get(figure.id) ?? ''},"places":[${places.get(figure.id) ?? ''}]}`),
    ],
    ...(words.length > 0 ? [['words', words.map((record) => JSON.stringify(record))] as const] : []),
  ];
  const named: typeof lists = files ? [['files', files.map((file) => JSON.stringify(file))]] : [];
  return recordText(figuresFormat, [...named, ...lists]);
}

/** What tables print in cells besides figures: by figure the mark behind it, and the words that stand in the place of one. */
function besideFigures({ parts, figures }: Document): {
  readonly marks: ReadonlyMap<number, string>;
  readonly words: readonly WordsRecord[];
} {
  const marks = new Map<number, string>();
  const waiting: string[] = [];
  const words: WordsRecord[] = [];
  const settle = (before: number): void => {
    for (const text of waiting.splice(0)) words.push({ before, text });
  };
  for (const block of parts.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(withInner)))) {
    if (block.kind !== 'table') continue;
    for (const cell of block.rows.flatMap(({ cells }) => cells)) {
      if (!cell) continue;
      const mark = textOf(cell.mark);
      if (cell.words) waiting.push(textOf(cell.words) + mark);
      if (cell.figure === undefined) continue;
      settle(cell.figure);
      if (mark !== '') marks.set(cell.figure, `,"mark":${JSON.stringify(mark)}`);
    }
  }
  settle(figures.length);
  return { marks, words };
}

const textOf = (inlines: readonly Inline[] = []): string => inlines.map(({ text }) => text).join('');

const factLines: Kind<string> = { name: 'render/fact', bytes: (line) => 2 * line.length };

/** Recalled for the very fact, whose record names its place: a release of which words are edited keeps its facts. */
function factLine(fact: Fact, typed: string | undefined, released: FactRecord['released'], memory: Memory): string {
  return memory.recall(
    factLines,
    () => JSON.stringify([memory.numberOf(fact), typed, released]),
    () => JSON.stringify(factRecord(fact, typed, released)),
  );
}

/** A fact as it was typed, if it was. */
const typedText = ({ concept, period }: Fact, { periods, spec }: Release): string | undefined =>
  (periods.get(period)?.facts ?? spec.stated).get(concept)?.text;

/** What its own release printed, where that is said with a reason. */
function releasedAs(fact: Fact, release: Release): FactRecord['released'] {
  const found = presentedOtherwise(fact, release);
  return found && { value: found.value.toString(), because: found.because };
}

function factRecord(fact: Fact, typed: string | undefined, released: FactRecord['released']): object {
  const { key, unit, value, nil, upper, undecided, origin, restated, formula, inputs, at } = fact;
  return {
    fact: key,
    unit,
    value,
    ...(nil ? { nil } : {}),
    ...(upper ? { upper } : {}),
    ...(undecided ? { undecided } : {}),
    ...(origin === 'computed' || typed === undefined ? {} : { typed }),
    origin,
    ...(released && { released }),
    ...(restated && { split: restated.ratio.toString() }),
    ...(formula ? { formula, inputs } : {}),
    at: { file: at.file, line: at.line },
  };
}

function overrideRecord(override: Override): object {
  const { where, concept, period, measure, exact, exactDecimals, print, why, at } = override;
  const against = comparedKey(override);
  return {
    where,
    fact: factKey(concept, period),
    measure,
    ...(against === undefined ? {} : { against }),
    exact: exact.toFixed(exactDecimals),
    print,
    why,
    at: { file: at.file, line: at.line },
  };
}

/** A `FigureRecord` up to its places, which it is closed after. Written field by field: see `runLine` of document.json. */
function figureHead(figure: Figure): string {
  const { id, fact, measure, against, exact, printed, upper, undecided, decimals, treatment, text, lang, place, at } = figure;
  const json = JSON.stringify;
  const compared = against ? `"against":${json(against)},` : '';
  const range = upper ? `"upper":{"exact":"${upper.exact}","printed":"${upper.printed.toFixed(decimals)}"},` : '';
  const values = `${compared}"exact":"${exact}","printed":"${printed.toFixed(decimals)}",${range}${undecided ? '"undecided":true,' : ''}`;
  const words = `"treatment":"${treatment}","text":${json(text)},"lang":"${lang}","place":${json(place)}`;
  const typed = `{"file":${json(at.file)},"line":${at.line},"column":${at.column}}`;
  return `{"id":${id},"fact":${json(fact)},"measure":"${measure}",${values}${words},"at":${typed}`;
}

/** What a page has of figures: the id of one, and the record of one stretch of it. */
type PagePlaces = readonly (readonly [figure: number, place: string])[];

const placesKind: Kind<PagePlaces> = {
  name: 'render/figure-places',
  bytes: (places) => places.reduce((bytes, [, place]) => bytes + 2 * place.length + 80, 0),
};

/** Records of the places of each figure, in order, with commas between them. */
function findPlaces(layout: Layout, memory: Memory): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  for (const page of layout.pages) {
    const found = memory.recall(
      placesKind,
      () => `${memory.numberOf(page)}`,
      () => placesOn(page),
    );
    for (const [figure, place] of found) {
      const known = places.get(figure);
      places.set(figure, known === undefined ? place : `${known},${place}`);
    }
  }
  return places;
}

/** Repeated heads and other artifacts are not places of a figure. */
function placesOn(page: Page): PagePlaces {
  return page.items.flatMap((item) => {
    if (item.kind !== 'glyphs' || item.figure === undefined || 'artifact' in item.owner) return [];
    const { figure, x, y, width, size } = item;
    const place = `"x":${rounded(x)},"y":${rounded(y)},"width":${rounded(width)},"size":${rounded(size)}`;
    return [[figure, `{"page":${page.index + 1},${place}}`] as const];
  });
}

/** In a fixed order; a column or row is listed by what decides how its figures are printed. */
function listGivens({ issuer, languages, spec: release, periods, statements }: Release): readonly GivenRecord[] {
  const givens: GivenRecord[] = [];
  const give = (given: string, value: string, { file, line }: Span) => givens.push({ given, value, at: { file, line } });
  const labels = (name: string, values: Labels) => {
    for (const lang of languages) {
      const { value, at } = inLang(values, lang);
      give(`${name}.${lang}`, value, at);
    }
  };
  const { policy, beyond, limit, text } = issuer.change;
  const asIssued = (value: ForLangs<string>): string =>
    typeof value === 'string' ? value : languages.map((lang) => `${lang} ${forLang(value, lang)}`).join(', ');
  if (release.rate) give('rate', release.rate.value.toString(), release.rate.at);
  labels('announced', release.announced);
  for (const [name, date] of release.dates) give(`dates.${name}`, date.value, date.at);
  for (const [name, flag] of release.flags) give(`flags.${name}`, flag.value, flag.at);
  for (const [role, period] of release.periods) give(`periods.${role}`, period.value, period.at);
  for (const { id, start, end, fiscalYear, quarter, at } of periods.values())
    give(`period.${id}`, `${start} to ${end}, year ${fiscalYear}, quarter ${quarter}`, at);
  for (const { id, changes } of periods.values())
    for (const { concept, text: typed, at } of changes?.values() ?? []) give(`changes.${factKey(concept, id)}`, typed, at);
  for (const { concept, period, why, at } of release.incomparable ?? []) give(`incomparable.${factKey(concept, period)}`, why, at);
  labels('names', issuer.names);
  labels('short-names', issuer.shortNames);
  for (const [name, contact] of issuer.contacts) give(`contacts.${name}`, contact.value, contact.at);
  give('rules.regime', issuer.regime, issuer.at);
  give('rules.negative', asIssued(issuer.negative), issuer.at);
  if (issuer.signedZero !== undefined) give('rules.signed-zero', String(issuer.signedZero), issuer.at);
  give('rules.nil', asIssued(issuer.nil), issuer.at);
  const most = beyond?.toString() ?? (limit ? `limit ${limit.toString()}` : '');
  give('rules.change', [policy, most, asIssued(text)].join(' ').trim(), issuer.at);
  if (issuer.calendar !== undefined) give('rules.calendar', asIssued(issuer.calendar), issuer.at);
  for (const { on, ratio, at } of issuer.splits ?? []) give(`splits.${on}`, `${ratio} for 1`, at);
  give('rules.fiscal-naming', issuer.fiscalNaming, issuer.at);
  for (const { id, scale, columns, rows, at } of statements.values()) {
    give(`scale.${id}`, scale, at);
    for (const column of columns) give(`column.${id}.${column.id}`, `${column.decimals} decimals, ${column.regime}`, column.at);
    for (const row of rows) {
      const how = [
        row.negate ? 'negated' : '',
        row.scale ?? '',
        row.decimals === undefined ? '' : `${row.decimals} decimals`,
        row.percentSign ? '%' : '',
      ];
      const value = how.filter((word) => word !== '').join(', ');
      if (row.concept !== undefined && value !== '') give(`row.${id}.${row.concept}`, value, row.at);
    }
  }
  return givens;
}
