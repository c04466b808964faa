// Turn the tables of one language of two releases into what is new, gone, moved and renamed in them: tables, rows and columns, by what they are called and what they print.
import type { ComparedCaption, ComparedLine, ComparedTable } from '../../model/release-comparison.ts';
import type { Effort } from '../align-sequences.ts';
import { bagOf, dice } from '../words.ts';
import { compareWording, type PeriodsOfBoth } from './compare-wording.ts';
import { type Matched, matchSentences, movedPairs, type Pair } from './match-sentences.ts';
import type { ReadTable, TableLine } from './read-tables.ts';
import type { Sentence } from './sentences.ts';

/** A table of either release, or of both. */
export interface TableMatch {
  readonly old?: ReadTable;
  readonly new?: ReadTable;
}

/** Share of common rows from which a table under another id is the same table. */
const alike = 0.6;

/** In the order of the later release; those that are gone at the end. */
export function matchTables(old: readonly ReadTable[], now: readonly ReadTable[], effort: Effort): readonly TableMatch[] {
  const byId = new Map(old.map((table) => [table.statement, table]));
  const ids = new Set(now.map(({ statement }) => statement));
  const free = new Set(old.filter(({ statement }) => !ids.has(statement)));
  let freeRows = [...free].reduce((sum, { rows }) => sum + 1 + rows.length, 0);
  const rows = (table: ReadTable) => bagOf(table.rows.map(({ concepts, label }) => concepts || (label?.name ?? '')));
  const matches = now.map((table): TableMatch => {
    const known = byId.get(table.statement);
    if (known) return { old: known, new: table };
    if (!effort.take(freeRows + table.rows.length)) return { new: table };
    const bag = rows(table);
    const [best] = [...free].map((each) => ({ each, score: dice(rows(each), bag) })).sort((a, b) => b.score - a.score);
    if (!best || best.score < alike) return { new: table };
    free.delete(best.each);
    freeRows -= 1 + best.each.rows.length;
    return { old: best.each, new: table };
  });
  return [...matches, ...[...free].map((table): TableMatch => ({ old: table }))];
}

/** Statement ids of tables that stand in another order. */
export function movedTables(matches: readonly TableMatch[], old: readonly ReadTable[]): ReadonlySet<ReadTable> {
  const places = new Map(old.map((table, index) => [table, index]));
  const pairs = matches.flatMap(({ old: one, new: other }, index): readonly Pair[] => {
    const place = one && other && places.get(one);
    return place === undefined ? [] : [[place, index]];
  });
  const moved = movedPairs(pairs, ([, index]) => matches[index]?.new?.rows.length ?? 0);
  return new Set([...moved].flatMap((index) => matches[index]?.new ?? []));
}

export function compareTable({ old, new: now }: TableMatch, moved: boolean, periods: PeriodsOfBoth, effort: Effort): ComparedTable {
  const either = now ?? old;
  if (!either) throw new Error('compare-tables: a match has a table');
  return {
    lang: either.lang,
    statement: either.statement,
    name: either.name,
    status: old && now ? 'kept' : now ? 'new' : 'gone',
    moved,
    ...(old ? { old: old.at } : {}),
    ...(now ? { new: now.at } : {}),
    captions: compareCaptions(old?.captions ?? [], now?.captions ?? [], periods, effort),
    rows: compareLines(old?.rows ?? [], now?.rows ?? [], periods, effort),
    columns: compareLines(old?.columns ?? [], now?.columns ?? [], periods, effort),
  };
}

function compareCaptions(
  old: readonly Sentence[],
  now: readonly Sentence[],
  periods: PeriodsOfBoth,
  effort: Effort,
): readonly ComparedCaption[] {
  const matched = ({ name, bag, record }: Sentence): Matched => ({ name, bag, kind: record.kind });
  const pairs = matchSentences(old.map(matched), now.map(matched), effort);
  return inOrder(old, now, pairs, () => true).map(({ one, other, moved }) => {
    const kind = (other ?? one)?.record.kind === 'unit' ? 'unit' : 'caption';
    return { kind, ...compareWording(one, other, periods, effort), moved };
  });
}

function compareLines(
  old: readonly TableLine[],
  now: readonly TableLine[],
  periods: PeriodsOfBoth,
  effort: Effort,
): readonly ComparedLine[] {
  const pairs = matchLines(old, now, effort);
  return inOrder(old, now, pairs, ({ label, concepts }) => label !== undefined || concepts !== '').flatMap(({ one, other, moved }) => {
    const otherFigures = one !== undefined && other !== undefined && one.concepts !== other.concepts;
    const [was, is] = [one?.label, other?.label];
    if (was || is) return [{ ...compareWording(was, is, periods, effort), moved, otherFigures }];
    // A line without words is told of where it comes or goes.
    if (one && other) return [];
    const wording = other ? 'new' : 'gone';
    return [{ wording, moved, otherFigures, pieces: [], retyped: [], stayed: [], exchanged: [] } as const];
  });
}

/** Lines that say and print the same; then those that print the same, or are called the same; then those that are called nearly so. */
function matchLines(old: readonly TableLine[], now: readonly TableLine[], effort: Effort): readonly Pair[] {
  const names: readonly ((line: TableLine) => string)[] = [
    ({ label, concepts, id }) => `${label?.name ?? ''}\u0003${concepts}\u0003${id}`,
    ({ label, figures }) => (figures === '' ? '' : `${label?.name ?? ''}\u0003${figures}`),
    ({ figures, id }) => (figures === '' ? '' : `${figures}\u0003${id}`),
    ({ concepts, id }) => (concepts === '' ? '' : `${concepts}\u0003${id}`),
    ({ label }) => label?.name ?? '',
  ];
  const pairs: Pair[] = [];
  const [taken, partnered] = [new Set<number>(), new Set<number>()];
  const rest = (lines: readonly TableLine[], done: ReadonlySet<number>) =>
    lines.flatMap((line, index) => (done.has(index) ? [] : [{ line, index }]));
  const pairBy = (matchedOf: (line: TableLine, index: number, side: string) => Matched) => {
    const [one, other] = [rest(old, taken), rest(now, partnered)];
    const found = matchSentences(
      one.map(({ line, index }) => matchedOf(line, index, 'old')),
      other.map(({ line, index }) => matchedOf(line, index, 'new')),
      effort,
    );
    for (const [a, b] of found) {
      const [was, is] = [one[a]?.index, other[b]?.index];
      if (was === undefined || is === undefined) continue;
      pairs.push([was, is]);
      taken.add(was);
      partnered.add(is);
    }
  };
  // Nothing is like anything but by name.
  for (const nameOf of names)
    pairBy((line, index, side) => ({ name: nameOf(line) || `${side} ${index}`, kind: `${side} ${index}`, bag: bagOf([]) }));
  pairBy(({ label, concepts }, index, side) => ({
    name: `${side} ${index}`,
    kind: concepts === '' ? 'words' : 'figures',
    bag: label?.bag ?? bagOf([]),
  }));
  return pairs.sort((a, b) => a[1] - b[1]);
}

interface InOrder<T> {
  readonly one: T | undefined;
  readonly other: T | undefined;
  readonly moved: boolean;
}

/** Items of the later release in their order, with those that are gone where they stood. */
function inOrder<T>(old: readonly T[], now: readonly T[], pairs: readonly Pair[], counts: (item: T) => boolean): readonly InOrder<T>[] {
  const moved = movedPairs(pairs, () => 1);
  const partner = new Map(pairs.map(([one, other]) => [other, one]));
  const place = new Map(pairs);
  const gone = new Map<number, T[]>();
  let last = -1;
  old.forEach((item, index) => {
    const at = place.get(index);
    if (at !== undefined) {
      if (!moved.has(at)) last = at;
    } else if (counts(item)) {
      const known = gone.get(last);
      if (known) known.push(item);
      else gone.set(last, [item]);
    }
  });
  const goneAt = (index: number): readonly InOrder<T>[] => (gone.get(index) ?? []).map((one) => ({ one, other: undefined, moved: false }));
  return [
    ...goneAt(-1),
    ...now.flatMap((item, index): readonly InOrder<T>[] => {
      const one = partner.get(index);
      const own =
        one !== undefined || counts(item) ? [{ one: one === undefined ? undefined : old[one], other: item, moved: moved.has(index) }] : [];
      return [...own, ...goneAt(index)];
    }),
  ];
}
