// Turn the data behind two builds into the edits that were ordered: typed facts, formulas, overrides, and what else is given.
import { conceptOf } from '../figures/fact-key.ts';
import type { FactRecord, FigureRecord, GivenRecord, OverrideRecord } from '../model/build-record.ts';
import type { OrderedChange } from '../model/difference.ts';
import type { Draft } from './draft.ts';
import type { RecordIndex } from './version.ts';

/** Facts first, then formulas, overrides and givens, each in the order of the new data, with those that are gone at the end. */
export function compareData(old: RecordIndex, now: RecordIndex): readonly OrderedChange[] {
  const drafts = [
    ...pairs(old.record.figures.facts, now.record.figures.facts, (fact) => fact.fact).flatMap(([a, b]) => factChange(a, b)),
    ...pairs(old.record.figures.overrides, now.record.figures.overrides, overrideName).flatMap(([a, b]) => overrideChange(a, b)),
    ...pairs(ofPrintedIn(now, old), ofPrintedIn(old, now), (given) => given.given).flatMap(([a, b]) => givenChange(a, b)),
  ];
  const order: readonly OrderedChange['kind'][] = ['fact', 'formula', 'override', 'given'];
  const sorted = order.flatMap((kind) => drafts.filter((draft) => draft.kind === kind));
  return sorted.map((draft, index) => ({ ...draft, id: `ordered-${index + 1}` }));
}

function pairs<T>(old: readonly T[], now: readonly T[], name: (item: T) => string): readonly (readonly [T | undefined, T | undefined])[] {
  const before = new Map(old.map((item) => [name(item), item]));
  const after = new Set(now.map(name));
  return [
    ...now.map((item) => [before.get(name(item)), item] as const),
    ...old.filter((item) => !after.has(name(item))).map((item) => [item, undefined] as const),
  ];
}

/**
 * Givens of a version, but for the rules of tables, columns and rows that the other does not print: one that comes or goes is no edit of the
 * data. Where the other states no flags at all, what it printed of them was typed, and a change of that is one of words.
 */
function ofPrintedIn(other: RecordIndex, { record }: RecordIndex): readonly GivenRecord[] {
  const printed = new Set<string>();
  for (const { fact, place } of other.record.figures.figures) {
    if (place.kind !== 'cell') continue;
    const { statement } = place;
    for (const name of [`scale.${statement}`, ...columnGivens(place), `row.${statement}.${conceptOf(fact)}`]) printed.add(name);
  }
  const flags = other.record.figures.givens.some(({ given }) => given.startsWith('flags.'));
  return record.figures.givens.filter(({ given }) =>
    given.startsWith('flags.') ? flags : !/^(?:scale|column|row)\./.test(given) || printed.has(given),
  );
}

/** Names of the givens that say how a column is printed; where rows are periods each cell has one of its own. */
export function columnGivens({ statement, row, column }: FigureRecord['place'] & { readonly kind: 'cell' }): readonly string[] {
  return [`column.${statement}.${column}`, `column.${statement}.${row + 1}.${column}`];
}

const isTyped = (fact: FactRecord | undefined): boolean => fact !== undefined && fact.origin !== 'computed';

function factChange(before: FactRecord | undefined, after: FactRecord | undefined): readonly Draft<OrderedChange>[] {
  const fact = after ?? before;
  if (!fact) return [];
  if (isTyped(before) || isTyped(after)) {
    if (before && after && sameFact(before, after)) return [];
    return [change('fact', fact.fact, written(before), written(after), fact)];
  }
  if (before && after && before.formula !== after.formula && !isReordered(before, after))
    return [change('formula', fact.fact, before.formula ?? '', after.formula ?? '', fact)];
  return [];
}

function sameFact(before: FactRecord, after: FactRecord): boolean {
  return (['value', 'nil', 'upper', 'undecided', 'origin'] as const).every((part) => before[part] === after[part]);
}

/** The same sum in another order, as when two rows of a statement change places: nothing follows from it. */
function isReordered(before: FactRecord, after: FactRecord): boolean {
  const [a, b] = [before, after].map(({ formula = '' }) => termsOf(formula));
  return a !== undefined && a.length === b?.length && a.every((term, index) => term === b[index]);
}

/** What a formula adds and subtracts, sorted; undefined for one that does anything else. */
function termsOf(formula: string): readonly string[] | undefined {
  const words = `+ ${formula}`.split(' ');
  const terms = words.flatMap((word, index) => (index % 2 === 1 ? [`${words[index - 1]}${word}`] : []));
  return words.length % 2 === 0 && terms.every((term) => /^[+-][\w.@-]+$/.test(term)) ? terms.sort() : undefined;
}

function written(fact: FactRecord | undefined): string | undefined {
  if (!fact) return undefined;
  return fact.origin === 'computed' ? `computed: ${fact.formula ?? ''}` : (fact.typed ?? (fact.nil ? '-' : fact.value));
}

/** What an override is about; one statement has one for each of these. */
export function overrideName({ where, ...figure }: Pick<OverrideRecord, 'where' | 'fact' | 'measure' | 'against'>): string {
  return `${where} ${overriddenFigure(figure)}`;
}

/** The same without the place: prose repeats what a statement prints. */
export function overriddenFigure({ fact, measure, against }: Pick<OverrideRecord, 'fact' | 'measure' | 'against'>): string {
  if (against === undefined) return `${fact} ${measure}`;
  return `${fact} ${measure} ${measure === 'change' || measure === 'difference' ? 'from ' : ''}${against}`;
}

function overrideChange(before: OverrideRecord | undefined, after: OverrideRecord | undefined): readonly Draft<OrderedChange>[] {
  const override = after ?? before;
  if (!override || (before && after && before.exact === after.exact && before.print === after.print)) return [];
  const value = (one: OverrideRecord | undefined) => one && `${one.print} for ${one.exact}`;
  return [change('override', overrideName(override), value(before), value(after), override)];
}

function givenChange(before: GivenRecord | undefined, after: GivenRecord | undefined): readonly Draft<OrderedChange>[] {
  const given = after ?? before;
  if (!given || before?.value === after?.value) return [];
  return [change('given', given.given, before?.value, after?.value, given)];
}

function change(
  kind: OrderedChange['kind'],
  subject: string,
  before: string | undefined,
  after: string | undefined,
  { at }: Pick<GivenRecord, 'at'>,
): Draft<OrderedChange> {
  const what = before === undefined ? `added, ${after}` : after === undefined ? `deleted, it was ${before}` : `${before} becomes ${after}`;
  return {
    class: 'ordered',
    kind,
    subject,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    at,
    summary: `${kind} ${subject}: ${what}`,
    old: [],
    new: [],
  };
}
