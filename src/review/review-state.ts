// Turn what was checked, and what there is to check, into how far the review is: what is open, what lapsed, and who did how much.
import type { Lang } from '../model/language.ts';
import type { LapsedTick, ReviewProgress, ReviewSummary, Tick } from '../model/review.ts';
import { idOf, isRequired, type ReviewUnit } from './review-units.ts';

/** A thing to check, and who has. */
export interface ReviewedUnit extends ReviewUnit {
  /** Who ticked it itself. */
  readonly by: readonly string[];
  /** Who checked it, itself or with what holds it; nobody while it is open. */
  readonly checkedBy: readonly string[];
}

export interface ReviewState {
  readonly units: readonly ReviewedUnit[];
  readonly lapsed: readonly LapsedTick[];
  readonly progress: readonly ReviewProgress[];
}

export function reviewState(units: readonly ReviewUnit[], ticks: readonly Tick[], languages: readonly Lang[]): ReviewState {
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const ticked = new Map<string, Set<string>>();
  const lapsed: LapsedTick[] = [];
  const byPlace = new Map(units.map((unit) => [placeOf(unit), unit]));
  for (const tick of ticks) {
    const id = idOf(tick);
    if (known.has(id)) ticked.set(id, (ticked.get(id) ?? new Set()).add(tick.by));
    else {
      // A section has many sentences; a figure, a table and a page is found at its place.
      const now = tick.kind === 'sentence' ? undefined : byPlace.get(placeOf(tick))?.text;
      lapsed.push({ ...tick, ...(now !== undefined && { now }) });
    }
  }
  const pages = new Map(units.flatMap((unit) => (unit.kind === 'page' ? unit.pages.map((page) => [page, unit.id] as const) : [])));
  const byAll = (ids: readonly string[]): readonly string[] => {
    const [first = '', ...others] = ids;
    return [...(ticked.get(first) ?? [])].filter((name) => others.every((id) => ticked.get(id)?.has(name)));
  };
  const whole = new Map<string, readonly string[]>();
  const checkedBy = (unit: ReviewUnit): readonly string[] => {
    const found = whole.get(unit.id);
    if (found) return found;
    // Who has checked every page that it stands on has checked it.
    const onPages = unit.kind === 'page' || unit.pages.length === 0 ? [] : byAll(unit.pages.map((page) => pages.get(page) ?? ''));
    const around = unit.within.flatMap((id) => {
      const outer = known.get(id);
      return outer ? checkedBy(outer) : [];
    });
    const names = [...new Set([...(ticked.get(unit.id) ?? []), ...onPages, ...around])].sort();
    whole.set(unit.id, names);
    return names;
  };
  const reviewed = units.map((unit) => ({ ...unit, by: [...(ticked.get(unit.id) ?? [])].sort(), checkedBy: checkedBy(unit) }));
  return { units: reviewed, lapsed, progress: languages.map((lang) => progressOf(lang, reviewed)) };
}

/** What a book of figures shows of it. */
export function reviewSummary({ units, progress, lapsed }: ReviewState): ReviewSummary {
  const figures = units.flatMap((unit) => (unit.kind === 'figure' ? unit.figures.map((figure) => [figure, unit.checkedBy] as const) : []));
  return { figures: new Map(figures.filter(([, names]) => names.length > 0)), progress, lapsed };
}

function progressOf(lang: Lang, units: readonly ReviewedUnit[]): ReviewProgress {
  const required = units.filter((unit) => unit.lang === lang && isRequired(unit));
  const counts = new Map<string, number>();
  for (const { checkedBy } of required) for (const name of checkedBy) counts.set(name, (counts.get(name) ?? 0) + 1);
  return {
    lang,
    required: required.length,
    checked: required.filter(({ checkedBy }) => checkedBy.length > 0).length,
    people: [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, checked]) => ({ name, checked })),
  };
}

const placeOf = ({ kind, lang, of }: Pick<Tick, 'kind' | 'lang' | 'of'>): string => JSON.stringify([kind, lang, of]);
