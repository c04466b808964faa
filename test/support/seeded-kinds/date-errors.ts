// Turn the days of a release and of its periods into ones that cannot be: before what they follow, of another length, of another name.
import { daysLater, monthsLater } from './days.ts';
import type { Candidate, Ways } from './edits.ts';
import { type Place, placesOf, replacedAt } from './find.ts';
import { narrativesOf, periodsOf, type Subject, templatesOf } from './subject.ts';

/** What one person cannot tell from the next: a day that is after all that it must follow. */
const mayBe = 'a day that may be: after all that it must follow, and nothing else gives it';

export const dateErrors = (seed: string): Ways => {
  const wrong = (candidates: readonly Candidate[]): readonly Candidate[] => candidates.map((each) => ({ ...each, wrongAsTyped: true }));
  const dated = (subject: Subject, name: string, by: (iso: string, at: Place) => readonly string[]): readonly Candidate[] =>
    wrong(daysOf(subject, name).flatMap((place) => by(place.text, place).flatMap((to) => replacedAt([place], () => to, seed))));
  const endOf = ({ release }: Subject) => release.periods.get(release.spec.periods.get('current')?.value ?? '')?.end ?? '';
  const firstAnnounced = (subject: Subject) =>
    daysOf(subject, 'announced')
      .map(({ text }) => text)
      .toSorted()[0] ?? '';
  return {
    'announcement before the end of the period': (subject) =>
      wrong(
        announcements(
          subject,
          [daysLater(endOf(subject), -5), daysLater(endOf(subject), -40), monthsLater(firstAnnounced(subject), -12), endOf(subject)].slice(
            0,
            3,
          ),
        ),
      ),
    'announcement of one language another day': (subject) =>
      dated(subject, 'announced', (iso) => [monthsLater(iso, 1), monthsLater(iso, -1), monthsLater(iso, 12), monthsLater(iso, -12)]),
    'filing before the announcement': (subject) =>
      dated(subject, 'filing', (iso) => [daysLater(firstAnnounced(subject), -1), monthsLater(iso, -1), monthsLater(iso, -12)]),
    'call before the announcement': (subject) =>
      dated(subject, 'conference-call', (iso) => [daysLater(firstAnnounced(subject), -3), monthsLater(iso, -1), monthsLater(iso, -12)]),
    'next results before these': (subject) =>
      dated(subject, 'next-results', (iso) => [monthsLater(iso, -12), daysLater(firstAnnounced(subject), -2), monthsLater(iso, -4)]),
    'dividend paid before its period ends': (subject) =>
      dated(subject, 'dividend-payment', (iso) => [daysLater(endOf(subject), -8), monthsLater(iso, -12), monthsLater(iso, -6)]),
    'forecast of a later day': (subject) =>
      dated(subject, 'forecast', (iso) => [monthsLater(iso, 12), daysLater(firstAnnounced(subject), 20), monthsLater(iso, 9)]),
    'end of the fiscal year': (subject) =>
      dated(subject, 'fiscal-year-end', (iso) => [monthsLater(iso, 12), monthsLater(iso, -12), monthsLater(iso, -3), monthsLater(iso, 3)]),
    'day that may be': (subject) =>
      ['filing', 'conference-call', 'next-results', 'dividend-payment'].flatMap((name) =>
        dated(subject, name, (iso) => [daysLater(iso, 1)]).map((each) => ({ ...each, unrevealed: mayBe })),
      ),
    'start of a period': (subject) => wrong(bounds(subject, 'start', [1, -1, -3, -12], seed)),
    'end of a period': (subject) => wrong(bounds(subject, 'end', [1, -1, 3, 12], seed)),
    'end before the start': (subject) =>
      wrong(
        placesOf(periodsOf(subject), /(?<=^end: )\S+$/gm).flatMap((place) =>
          replacedAt([place], ({ text }) => monthsLater(text, -12), seed),
        ),
      ),
    'fiscal year of a period': (subject) =>
      wrong(
        replacedAt(
          placesOf(periodsOf(subject), /(?<=^fiscal: \{year: )\d+/gm),
          ({ text }, random) => String(Number(text) + random.pick([-1, 1])),
          seed,
        ),
      ),
    'quarter of a period': (subject) =>
      wrong(
        replacedAt(
          placesOf(periodsOf(subject), /(?<=^fiscal: \{.*quarter: )\d/gm),
          ({ text }, random) => random.pick(['1', '2', '3', '4'].filter((each) => each !== text)),
          seed,
        ),
      ),
    'day of the exchange rate': (subject) => [
      ...replacedAt(
        placesOf(narrativesOf(subject), /(?<=exchange (?:rate )?on \{\{(?:date|period) ")current(?=[."])/g),
        (_, random) => random.pick(otherPeriods(subject)),
        seed,
      ),
      ...replacedAt(
        placesOf(narrativesOf(subject), /(?<=米ドル（\{\{date ")current(?=\.end)/g),
        (_, random) => random.pick(otherPeriods(subject)),
        seed,
      ),
      ...replacedAt(placesOf(narrativesOf(subject), /(?<=on \{\{date "|米ドル（\{\{date ")current\.end/g), () => 'announced.ja', seed),
    ],
    'another day in its place': (subject) => {
      const names = placesOf(
        [...narrativesOf(subject), ...templatesOf(subject)],
        /(?<=\{\{date ")(filing|dividend-payment|forecast|conference-call|next-results|fiscal-year-end)(?=")/g,
      );
      const known = [...new Set(names.map(({ text }) => text))];
      return replacedAt(
        names,
        ({ text }, random) => (known.length > 1 ? random.pick(known.filter((each) => each !== text)) : undefined),
        seed,
      );
    },
    'start and end exchanged': (subject) => [
      ...replacedAt(
        placesOf([...narrativesOf(subject), ...templatesOf(subject)], /(?<=\{\{date "current\.|\{\{date "full-year\.)start(?=")/g),
        () => 'end',
        seed,
      ),
      ...replacedAt(
        placesOf([...narrativesOf(subject), ...templatesOf(subject)], /(?<=(?:～|to )\{\{date "(?:current|full-year)\.)end(?=")/g),
        () => 'start',
        seed,
      ),
    ],
  };
};

/** Days of the release file by their key; the announcement has one in each language. */
function daysOf({ sources }: Subject, name: string): readonly Place[] {
  if (name === 'announced') return placesOf([sources.release], /(?<=^announced: .*)\d{4}-\d\d-\d\d/gm);
  return placesOf([sources.release], new RegExp(`(?<=^  ${name}: )\\S+$`, 'gm'));
}

/** All languages announced on one other day. */
function announcements(subject: Subject, days: readonly string[]): readonly Candidate[] {
  const places = daysOf(subject, 'announced');
  return days.map((to) => ({ changes: places.map(({ file, start, text }) => ({ file: file.file, start, from: text, to })) }));
}

function bounds(subject: Subject, name: 'start' | 'end', months: readonly number[], seed: string): readonly Candidate[] {
  const compared = new Set([...subject.release.spec.periods.values()].map(({ value }) => `/${value}.yaml`));
  const files = periodsOf(subject).filter(({ file }) => [...compared].some((each) => file.endsWith(each)));
  return placesOf(files, new RegExp(`(?<=^${name}: )\\S+$`, 'gm')).flatMap((place) =>
    months.flatMap((by) =>
      replacedAt([place], ({ text }) => (name === 'end' ? endOfMonth(monthsLater(text, by)) : monthsLater(text, by)), seed),
    ),
  );
}

/** The last day of the month of a day. */
const endOfMonth = (iso: string): string => daysLater(monthsLater(`${iso.slice(0, 7)}-01`, 1), -1);

const otherPeriods = ({ release }: Subject): readonly string[] => [...release.spec.periods.keys()].filter((role) => /^prior/.test(role));
