// Turn the id of a period into the pattern that it follows, 2q02 or 2026h1, and a pattern into the ids of other periods.
import { fiscalPart } from '../language/calendar.ts';
import type { PeriodDates } from '../model/release.ts';

/** What of a fiscal year ids of a pattern name: one of its quarters, one of its halves, all of it. */
export type PatternPart = 'quarter' | 'half' | 'year';

/** A year and the quarter that a period ends with. */
export interface FiscalPlace {
  readonly year: number;
  readonly quarter: number;
}

export interface PeriodPattern {
  readonly part: PatternPart;
  /** The id of the period there; undefined for a half that no quarter ends. */
  readonly format: (place: FiscalPlace) => string | undefined;
  /** What an id of this pattern names; undefined for any other id. */
  readonly parse: (id: string) => FiscalPlace | undefined;
}

/** A stretch of an id that stands for a number: the year in two digits or in four, the quarter, the half. */
interface Slot {
  readonly start: number;
  readonly end: number;
  readonly kind: 'year' | 'quarter' | 'half';
}

/** Ids that most projects use, for one whose files show no example. */
const usual: readonly (readonly [id: string, part: PatternPart])[] = [
  ['1q02', 'quarter'],
  ['2002q1', 'quarter'],
  ['2002h2', 'half'],
  ['2h02', 'half'],
  ['fy2002', 'year'],
  ['2002fy', 'year'],
  ['fy02', 'year'],
  ['02fy', 'year'],
];

/** The pattern that the id of a period follows by its own dates; undefined where its numbers are not those of its year and quarter. */
export function patternOf(period: PeriodDates): PeriodPattern | undefined {
  const { id, fiscalYear, quarter } = period;
  return patternIn(id, { year: fiscalYear, quarter }, fiscalPart(period) === 'year');
}

/** The usual ones, near a year. */
export function usualPatterns(near: number): readonly PeriodPattern[] {
  return usual.flatMap(([id, part]) => {
    const pattern = patternIn(id, { year: 2002, quarter: part === 'quarter' ? 1 : 4 }, part === 'year', near);
    return pattern ?? [];
  });
}

function patternIn(id: string, { year, quarter }: FiscalPlace, isYear: boolean, near = year): PeriodPattern | undefined {
  const partSlot = partOf(id, quarter);
  if (!partSlot && !isYear) return undefined;
  const yearSlot = yearOf(id, year, partSlot);
  if (!yearSlot) return undefined;
  const slots = [yearSlot, ...(partSlot ? [partSlot] : [])].sort((a, b) => a.start - b.start);
  const part: PatternPart = !partSlot ? 'year' : partSlot.kind === 'half' ? 'half' : 'quarter';
  const digits = yearSlot.end - yearSlot.start;
  return {
    part,
    format: (place) => {
      if (part === 'half' && place.quarter % 2 !== 0) return undefined;
      if (part === 'year' && place.quarter !== 4) return undefined;
      const written = {
        year: digits === 4 ? String(place.year) : String(place.year % 100).padStart(2, '0'),
        quarter: String(place.quarter),
        half: String(place.quarter / 2),
      };
      return filled(id, slots, (slot) => written[slot.kind]);
    },
    parse: (other) => {
      const pattern = new RegExp(
        `^${filled(id, slots, (slot) => (slot.kind === 'year' ? `(\\d{${digits}})` : slot.kind === 'half' ? '([12])' : '([1-4])'), escaped)}$`,
      );
      const found = pattern.exec(other);
      if (!found) return undefined;
      const number = (kind: Slot['kind']): number => Number(found[1 + slots.findIndex((slot) => slot.kind === kind)]);
      return {
        year: digits === 4 ? number('year') : nearestYear(number('year'), near),
        quarter: part === 'year' ? 4 : part === 'half' ? 2 * number('half') : number('quarter'),
      };
    },
  };
}

/** A digit beside the letter q or h that is the quarter, or the half, of the period. */
function partOf(id: string, quarter: number): Slot | undefined {
  for (const match of id.matchAll(/(?<![a-z0-9])([1-4])([qh])(?![a-z])|(?<![a-z])([qh])([1-4])(?!\d)/g)) {
    const [, ahead, , behind, after] = match;
    const kind = (match[2] ?? behind) === 'h' ? 'half' : 'quarter';
    if (Number(ahead ?? after) * (kind === 'half' ? 2 : 1) !== quarter) continue;
    const start = match.index + (ahead === undefined ? 1 : 0);
    return { start, end: start + 1, kind };
  }
  return undefined;
}

/** Digits that are the fiscal year, four or the last two. */
function yearOf(id: string, year: number, other: Slot | undefined): Slot | undefined {
  for (const { 0: digits, index } of id.matchAll(/\d+/g)) {
    if (other && index < other.end && other.start < index + digits.length) continue;
    if (digits === String(year) || (digits.length === 2 && Number(digits) === year % 100))
      return { start: index, end: index + digits.length, kind: 'year' };
  }
  return undefined;
}

function filled(id: string, slots: readonly Slot[], write: (slot: Slot) => string, literal = (text: string) => text): string {
  let [text, from] = ['', 0];
  for (const slot of slots) {
    text += literal(id.slice(from, slot.start)) + write(slot);
    from = slot.end;
  }
  return text + literal(id.slice(from));
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');

/** The year with these last two digits that is nearest to another. */
function nearestYear(digits: number, near: number): number {
  const first = near - (near % 100) + digits;
  return [first - 100, first, first + 100].reduce((best, each) => (Math.abs(each - near) < Math.abs(best - near) ? each : best));
}
