// Turn the figures of two builds into pairs by what they say and where, not by position or value.
import type { FigureRecord } from '../model/build-record.ts';
import { alignSequences, type Effort } from './align-sequences.ts';

export interface FigureMatch {
  readonly old?: FigureRecord;
  readonly new?: FigureRecord;
}

/** In order of the new figures; those that are gone at the end. */
export function matchFigures(old: readonly FigureRecord[], now: readonly FigureRecord[], effort: Effort): readonly FigureMatch[] {
  const before = groups(old);
  const after = groups(now);
  const partner = new Map<number, FigureRecord>();
  const taken = new Set<number>();
  for (const [name, figures] of after) {
    for (const [a, b] of pairUp(before.get(name) ?? [], figures, effort)) {
      partner.set(b.id, a);
      taken.add(a.id);
    }
  }
  return [
    ...now.map((figure): FigureMatch => {
      const match = partner.get(figure.id);
      return match ? { old: match, new: figure } : { new: figure };
    }),
    ...old.filter(({ id }) => !taken.has(id)).map((figure): FigureMatch => ({ old: figure })),
  ];
}

/** Figures that say the same thing of the same fact in the same statement's column, or the same section. */
export function figureName({ fact, measure, against, lang, place }: FigureRecord): string {
  const where = place.kind === 'cell' ? `cell ${place.statement} ${place.column}` : `prose ${place.section}`;
  return [fact, measure, against ?? '', lang, where].join('|');
}

function groups(figures: readonly FigureRecord[]): ReadonlyMap<string, readonly FigureRecord[]> {
  const found = new Map<string, FigureRecord[]>();
  for (const figure of figures) {
    const name = figureName(figure);
    const known = found.get(name);
    if (known) known.push(figure);
    else found.set(name, [figure]);
  }
  return found;
}

/**
 * As many of one name: one after the other, or, where they print the same in another order, each with one that prints the same. Else those
 * of the same text first, and what is left between them in order.
 */
function pairUp(
  old: readonly FigureRecord[],
  now: readonly FigureRecord[],
  effort: Effort,
): readonly (readonly [FigureRecord, FigureRecord])[] {
  const reordered = old.length === now.length ? sameInAnotherOrder(old, now) : undefined;
  if (reordered) return reordered;
  if (old.length === now.length) return old.flatMap((figure, index) => (now[index] ? [[figure, now[index]] as const] : []));
  const texts = (figures: readonly FigureRecord[]) => figures.map(({ text }) => text);
  return alignSequences(texts(old), texts(now), effort).flatMap(({ old: [oldFrom, oldTo], new: [newFrom, newTo] }) =>
    old.slice(oldFrom, oldTo).flatMap((figure, index) => {
      const other = newFrom + index < newTo ? now[newFrom + index] : undefined;
      return other ? [[figure, other] as const] : [];
    }),
  );
}

/** Undefined unless both print the same texts, each as often, and not one after the other. */
function sameInAnotherOrder(
  old: readonly FigureRecord[],
  now: readonly FigureRecord[],
): readonly (readonly [FigureRecord, FigureRecord])[] | undefined {
  if (old.every(({ text }, index) => text === now[index]?.text)) return undefined;
  const free = new Map<string, FigureRecord[]>();
  for (const figure of old) {
    const known = free.get(figure.text);
    if (known) known.push(figure);
    else free.set(figure.text, [figure]);
  }
  for (const figures of free.values()) figures.reverse();
  const pairs: (readonly [FigureRecord, FigureRecord])[] = [];
  for (const figure of now) {
    const partner = free.get(figure.text)?.pop();
    if (!partner) return undefined;
    pairs.push([partner, figure]);
  }
  return pairs;
}
