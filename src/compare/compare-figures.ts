// Turn pairs of figures into those that print something else, each with the chain that leads to it, and those put in or taken out.

import { conceptOf } from '../figures/fact-key.ts';
import { typedDecimals } from '../figures/scale.ts';
import type { FigureRecord } from '../model/build-record.ts';
import type { FigureChange, FigurePresence } from '../model/difference.ts';
import { Exact } from '../model/exact.ts';
import { columnGivens, overriddenFigure } from './compare-data.ts';
import type { Draft } from './draft.ts';
import type { FigureMatch } from './match-figures.ts';
import { type Cause, extend, joinCauses, startingAt, type Tracer } from './trace-causes.ts';
import { figureBoxes } from './version.ts';

interface Pair {
  readonly before: FigureRecord;
  readonly after: FigureRecord;
}

export function compareFigures(matches: readonly FigureMatch[], tracer: Tracer): readonly Draft<FigureChange | FigurePresence>[] {
  const changed = matches.flatMap(({ old, new: now }): readonly Pair[] =>
    old && now && old.text !== now.text ? [{ before: old, after: now }] : [],
  );
  const causes = new Map(changed.map((pair) => [pair.after.id, causeOf(pair, tracer)]));
  // Second look: units that moved with their column, then prose that repeats a printed cell.
  const drivers = columnCauses(matches, tracer);
  for (const pair of changed) if (!causes.get(pair.after.id)) causes.set(pair.after.id, footingOf(pair, drivers));
  const repeated = firstCauses(changed, causes);
  for (const pair of changed) if (!causes.get(pair.after.id)) causes.set(pair.after.id, repeated.get(shownName(pair.after)));
  const otherwise = printedOtherwise(matches);
  return [
    ...changed.map((pair) => figureChange(pair, causes.get(pair.after.id), otherwise)),
    ...matches.flatMap(({ old, new: now }) =>
      old && now ? [] : old ? [presence('figure-removed', old)] : now ? [presence('figure-added', now)] : [],
    ),
  ];
}

/** From its fact, what it is compared with, its override, the rate, and the rules that it is printed by. */
function causeOf({ before, after }: Pair, tracer: Tracer): Cause | undefined {
  const { fact, measure, against, place } = after;
  const shown = (cause: Cause | undefined) =>
    cause && (measure === 'amount' ? cause : extend(cause, { by: 'measure', measure, fact, ...(against ? { against } : {}) }));
  const values = [tracer.fact(fact), against === undefined ? undefined : tracer.fact(against)].map(shown);
  const found = joinCauses([
    ...overridesOf({ before, after }, tracer),
    ...values,
    measure === 'translated' ? shown(tracer.given('rate')) : undefined,
    // What is told of a comparison instead of its figures.
    ...(against === undefined && measure === 'amount'
      ? []
      : ['changes', 'incomparable'].map((told) => shown(tracer.given(`${told}.${fact}`)))),
  ]);
  const plugged = found && place.kind === 'cell' && (before.treatment === 'plug' || after.treatment === 'plug');
  if (plugged) return extend(found, { by: 'footing', statement: place.statement, column: place.column });
  if (found) return found;
  const rules = ['rules.regime', 'rules.negative', 'rules.nil', 'rules.change'].map(tracer.given);
  if (place.kind === 'prose') return joinCauses(rules);
  const concept = conceptOf(fact);
  return joinCauses([
    tracer.given(`row.${place.statement}.${concept}`),
    ...columnGivens(place).map(tracer.given),
    tracer.given(`scale.${place.statement}`),
    ...rules,
  ]);
}

/** Overrides written for this figure, in its statement or in prose that repeats it. */
function overridesOf({ before, after }: Pair, tracer: Tracer): readonly Cause[] {
  if (before.treatment !== 'override' && after.treatment !== 'override') return [];
  const { fact, measure, against } = after;
  if (measure === 'times') return [];
  const name = overriddenFigure({ fact, measure, ...(against === undefined ? {} : { against }) });
  return tracer.ordered
    .filter(({ kind, subject }) => kind === 'override' && subject.slice(subject.indexOf(' ') + 1) === name)
    .map(startingAt);
}

const columnOf = ({ lang, place }: FigureRecord): string | undefined =>
  place.kind === 'cell' ? [lang, place.statement, place.column].join('|') : undefined;

/** Why the figures of a column changed, asked once a column; a figure without a cause of its own adds nothing. */
function columnCauses(matches: readonly FigureMatch[], tracer: Tracer): (column: string) => Cause | undefined {
  const pairs = new Map<string, Pair[]>();
  for (const { old, new: now } of matches) {
    if (!old || !now) continue;
    const column = columnOf(now);
    if (column === undefined || (old.exact === now.exact && old.text === now.text)) continue;
    const known = pairs.get(column);
    if (known) known.push({ before: old, after: now });
    else pairs.set(column, [{ before: old, after: now }]);
  }
  const known = new Map<string, Cause | undefined>();
  return (column) => {
    if (!known.has(column)) known.set(column, joinCauses((pairs.get(column) ?? []).map((pair) => causeOf(pair, tracer))));
    return known.get(column);
  };
}

/** A unit of a column that moved because another figure of the column did. */
function footingOf({ before, after }: Pair, drivers: (column: string) => Cause | undefined): Cause | undefined {
  const { place } = after;
  if (place.kind !== 'cell' || (before.treatment !== 'plug' && after.treatment !== 'plug')) return undefined;
  const found = drivers(columnOf(after) ?? '');
  return found && extend(found, { by: 'footing', statement: place.statement, column: place.column });
}

const shownName = ({ fact, measure, against }: FigureRecord): string => [fact, measure, against ?? ''].join('|');

/** Why a figure changed that prose, or another statement, may repeat: the first of its fact and measure that has a cause. */
function firstCauses(changed: readonly Pair[], causes: ReadonlyMap<number, Cause | undefined>): ReadonlyMap<string, Cause> {
  const found = new Map<string, Cause>();
  for (const { after } of changed) {
    const cause = causes.get(after.id);
    if (cause && !found.has(shownName(after))) found.set(shownName(after), cause);
  }
  return found;
}

/** What cells came or went with a row or a table, or print with other decimals: a sentence that repeated such a cell is rounded by itself. */
function printedOtherwise(matches: readonly FigureMatch[]): ReadonlySet<string> {
  return new Set(
    matches.flatMap(({ old, new: now }) => {
      const either = old ?? now;
      if (either?.place.kind !== 'cell' || (old && now && !rewritten(old, now))) return [];
      return [shownName(either)];
    }),
  );
}

function figureChange({ before, after }: Pair, cause: Cause | undefined, otherwise: ReadonlySet<string>): Draft<FigureChange> {
  const { lang, fact, measure, against } = after;
  const repeated = after.place.kind === 'prose' && before.exact === after.exact && otherwise.has(shownName(after));
  return {
    class: cause ? 'consequential' : repeated || rewritten(before, after) ? 'text' : 'unexplained',
    kind: 'figure',
    lang,
    fact,
    measure,
    ...(against === undefined ? {} : { against }),
    before,
    after,
    chain: cause?.chain ?? [],
    causes: cause?.causes ?? [],
    summary: `${describeFigure(after)}: ${before.text} becomes ${after.text}`,
    old: figureBoxes(before),
    new: figureBoxes(after),
  };
}

/** The narrative asks for the same value in other words, with other decimals or in other units; or a cell prints it with other decimals. */
function rewritten(before: FigureRecord, after: FigureRecord): boolean {
  const places = ({ printed }: FigureRecord) => typedDecimals(printed);
  if (after.place.kind !== 'prose') return before.exact === after.exact && places(before) !== places(after);
  if ([before, after].some(({ upper, undecided }) => upper ?? undecided)) return false;
  if (before.printed === after.printed) return true;
  if (before.exact === after.exact) return places(before) !== places(after);
  const [a, b] = [before.exact, after.exact].map(Exact.read);
  if (!a || !b || a.isZero || b.isZero) return false;
  const ratio = a.compare(b) > 0 ? a.div(b) : b.div(a);
  return ratio.d === 1n && /^10+$/.test(ratio.n.toString());
}

/** `en operations jpy, revenue.total@2q02`, `ja summary, change of revenue.total@2q02 from revenue.total@2q01`. */
function describeFigure({ lang, fact, measure, against, place }: FigureRecord): string {
  const where = place.kind === 'cell' ? `${place.statement} ${place.column}` : place.section;
  const relation = measure === 'change' || measure === 'difference' ? 'from ' : '';
  const what = against === undefined ? (measure === 'amount' ? fact : `${fact} ${measure}`) : `${fact} ${measure} ${relation}${against}`;
  return `${lang} ${where}, ${what}`;
}

function presence(kind: FigurePresence['kind'], figure: FigureRecord): Draft<FigurePresence> {
  const boxes = figureBoxes(figure);
  const added = kind === 'figure-added';
  return {
    class: 'text',
    kind,
    lang: figure.lang,
    figure,
    summary: `${describeFigure(figure)}: ${figure.text} ${added ? 'is new' : 'is gone'}`,
    old: added ? [] : boxes,
    new: added ? boxes : [],
  };
}
