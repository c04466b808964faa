// Turn a release into one in which something of the last release was left: its names, days, title, guidance, rank or rate.
import { literalAdded } from './added-literal.ts';
import type { Candidate, Ways } from './edits.ts';
import { placesOf, replacedAt } from './find.ts';
import { narrativesOf, otherNamed, periodOf, periodsOf, printedAt, type Subject } from './subject.ts';

export const staleErrors = (seed: string): Ways => ({
  'name of the last period': (subject) =>
    replacedAt(
      placesOf(narrativesOf(subject), /(?<=\{\{period ")current(?=")/g),
      ({ file, start, text }) => otherNamed(subject, file, start, text).find((role) => role === lastRole(subject)),
      seed,
    ),
  'name of the last period as typed': (subject) => typedNames(subject, /\{\{period "current"(?: style="[\w-]+")?\}\}/g, seed),
  'day of the last period as typed': (subject) => typedNames(subject, /\{\{date "current\.(?:start|end)"(?: style="\w+")?\}\}/g, seed),
  'day of the last period': (subject) =>
    replacedAt(placesOf(narrativesOf(subject), /(?<=\{\{date ")current(?=\.(?:start|end))/g), () => lastRole(subject), seed),
  'title of the last release': (subject) => {
    const lines = placesOf([subject.sources.release], /(?<=^ {2}(?:ja|en): ).*(?:決算|Results).*$/gm);
    const last = (text: string): string =>
      text
        .replace(/第2四半期/, '第1四半期')
        .replace('7-9月', '4-6月')
        .replace('2nd Quarter', '1st Quarter')
        .replace('September 30', 'June 30')
        .replace('Six Months', 'Three Months');
    const before = (text: string): string => text.replace(/20\d\d/g, (year) => String(Number(year) - 1));
    const both = (by: (text: string) => string): Candidate => ({
      changes: lines.map(({ file, start, text }) => ({ file: file.file, start, from: text, to: by(text) })),
    });
    return [
      both(last),
      both(before),
      ...replacedAt(lines, ({ text }) => last(text), seed),
      ...replacedAt(lines, ({ text }) => before(text), seed),
    ];
  },
  'period of a role': (subject) =>
    replacedAt(
      placesOf([subject.sources.release], /(?<=^periods: \{.*: )[\w-]+(?=[,}])/gm),
      ({ text }, random) => random.pick([...subject.release.periods.keys()].filter((id) => id !== text)),
      seed,
    ),
  'literal of the last release': (subject) =>
    [
      '{kind: date, text: "end of June 2002", why: day of an agreement}',
      '{kind: ordinal, text: fourth highest, why: rank of the revenues}',
      '{kind: period, text: 第３四半期の見通し, why: period of a forecast}',
      '{kind: count, text: three new services, why: services of the quarter}',
    ].map((literal) => ({ changes: [literalAdded(subject, literal)] })),
  'confirmation of the last release': (subject) =>
    replacedAt(
      placesOf([...periodsOf(subject), subject.sources.release], /(?<=when: \{.*: ")[\d,.]+(?=")/g),
      ({ text }) => text.replace(/^\d/, (digit) => String((Number(digit) % 9) + 1)),
      seed,
    ).map((each) => ({ ...each, wrongAsTyped: true })),
  'figure under a statement that rests on it': (subject) => {
    const rested = new Set(
      placesOf([...periodsOf(subject), subject.sources.release], /(?<=when: \{.*?)([a-z][\w.-]*)(?:@[\w-]+)?: "/g).map(
        ({ groups }) => groups[0] ?? '',
      ),
    );
    const current = periodsOf(subject).filter(({ file }) => file.endsWith(`/${periodOf(subject, 'current')}.yaml`));
    return replacedAt(
      placesOf(current, /(?<=^ {2}([a-z][\w.-]*): )[\d,]+$/gm).filter(({ groups }) => rested.has(groups[0] ?? '')),
      ({ text }) => text.replace(/^\d/, (digit) => String((Number(digit) % 9) + 1)),
      seed,
    );
  },
  'rank left as it was': (subject) =>
    replacedAt(
      placesOf(narrativesOf(subject), /\bsecond highest\b/g),
      (_, random) => random.pick(['highest', 'third highest', 'fourth highest']),
      seed,
    ),
  'length or quarter in words': (subject) => [
    ...replacedAt(
      placesOf(narrativesOf(subject), /\bthree months ended\b/g),
      (_, random) => random.pick(['six months ended', 'nine months ended', 'year ended']),
      seed,
    ),
    ...replacedAt(
      placesOf(narrativesOf(subject), /\bfirst half\b(?= of )/g),
      (_, random) => random.pick(['first nine months', 'second half']),
      seed,
    ),
    ...replacedAt(placesOf(narrativesOf(subject), /(?<=\}\})(?:上期|上半期)/g), () => '下期', seed),
    ...replacedAt(
      placesOf(narrativesOf(subject), /第\{\{period "current" style="ordinal"\}\}四半期/g),
      (_, random) => random.pick(['第３四半期', '第一四半期', '第１四半期']),
      seed,
    ),
  ],
});

/** The role of the period that the release before reported: of the quarter before where there is one, else of the year before. */
const lastRole = ({ release }: Subject): string => (release.spec.periods.has('prior-quarter') ? 'prior-quarter' : 'prior-year');

/** Calls replaced by what they would have written of the last period, as somebody types it; none where that is the same. */
function typedNames(subject: Subject, pattern: RegExp, seed: string): readonly Candidate[] {
  return replacedAt(
    placesOf(narrativesOf(subject), pattern),
    ({ file, start, text }) => {
      const now = printedAt(subject, file, start);
      const last = now && lastName(now, subject.release.spec.periods.has('prior-quarter'));
      return last === now ? undefined : (last ?? text);
    },
    seed,
  );
}

/** A name of a second quarter or half with that of the quarter before, or of the year before. */
function lastName(name: string, quarterly: boolean): string {
  if (!quarterly) return name.replace(/20\d\d/g, (year) => String(Number(year) - 1));
  return name
    .replace(/2(?=Q|nd)/, '1')
    .replace('1nd', '1st')
    .replace(/第2/, '第1')
    .replace(/Sept(?:ember)?(?= 30)/, 'June')
    .replace(/(?<!\d)9月/, '6月')
    .replace('7-6月', '4-6月');
}
