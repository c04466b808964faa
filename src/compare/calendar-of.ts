// Turn the givens of a build into what its years are counted by.
import type { FiguresRecord } from '../model/build-record.ts';
import type { Lang } from '../model/language.ts';
import { type Calendar, calendars } from '../model/release.ts';

const isCalendar = (word: string | undefined): word is Calendar => calendars.some((each) => each === word);

/** `era` for every language, or `ja era, en western`; nothing in builds of issuers that say nothing. */
export function calendarOf({ givens }: FiguresRecord): { readonly calendar?: Calendar | Readonly<Record<Lang, Calendar>> } {
  const value = givens.find(({ given }) => given === 'rules.calendar')?.value;
  if (value === undefined) return {};
  if (isCalendar(value)) return { calendar: value };
  const pairs = value.split(', ').map((pair) => pair.split(' '));
  const known = pairs.flatMap(([lang = '', word]) => (isCalendar(word) ? [[lang, word] as const] : []));
  return known.length > 0 ? { calendar: Object.fromEntries(known) } : {};
}
