// Turn statements into ones whose heads, or rows of periods, name another concept or period than what is printed below them.
import type { SourceFile } from '../../../src/model/sources.ts';
import type { Seeded } from '../seeded-random.ts';
import type { Candidate, Ways } from './edits.ts';
import { exchanged, type Place, placesOf, replacedAt } from './find.ts';
import { periodOf, type Subject, statementsOf } from './subject.ts';

export const headErrors = (seed: string): Ways => ({
  'concepts of two columns exchanged': (subject) =>
    perFile(subject, /(?<=^ {2}- \{id: [\w-]+, concept: )[\w.-]+(?=[,}](?! measure))/gm).flatMap(pairs),
  'concept of one column': (subject) =>
    perFile(subject, /(?<=^ {2}- \{id: [\w-]+, concept: )[\w.-]+/gm).flatMap((places) =>
      replacedAt(
        places,
        ({ text }, random) => random.pick([...new Set(places.map((each) => each.text))].filter((each) => each !== text)),
        seed,
      ),
    ),
  'periods of two columns exchanged': (subject) => perFile(subject, /(?<=^ {2}- \{id: [\w-]+, period: )[\w-]+/gm).flatMap(pairs),
  'period of one column': (subject) =>
    perFile(subject, /(?<=^ {2}- \{id: [\w-]+, period: )[\w-]+/gm).flatMap((places) =>
      replacedAt(places, toOtherRole(subject, places), seed),
    ),
  'base of a column of changes': (subject) =>
    perFile(subject, /(?<=measure: change, from: )[\w-]+/g).flatMap((places) =>
      places.length > 1 ? replacedAt(places, ({ text }) => places.find((each) => each.text !== text)?.text, seed) : [],
    ),
  'words of two heads exchanged': (subject) =>
    perFile(subject, /(?<=^ {4}- \{head: )[^{},]+(?=, (?:over|column))/gm).flatMap((places) => [...perLanguage(places)].flatMap(pairs)),
  'words of two columns of changes exchanged': (subject) =>
    perFile(subject, /(?<=\{head: )(?:対前[^{},]+|(?:YOY|QOQ)[^{},]+)(?=, column)/g).flatMap((places) =>
      [...perLanguage(places)].flatMap(pairs),
    ),
  'heads over columns exchanged': (subject) =>
    perFile(subject, /(?<=^ {4}- head: )(?:前.*比較|.* Comparison)$/gm).flatMap((places) => [...perLanguage(places)].flatMap(pairs)),
  'currency of two heads exchanged': (subject) =>
    perFile(subject, /(?<=\{head: )(?:USD <sup>\(1\)<\/sup>|JPY)(?=, column: current)/g).flatMap((places) =>
      [...perLanguage(places)].flatMap(pairs),
    ),
  'period of a head': (subject) =>
    perFile(subject, /(?<=^ {4}(?:- | {2,}-? ?).*?(?:\{\{(?:date|period) "|\{period: |- period: ))[\w-]+/gm).flatMap((places) =>
      replacedAt(places, toOtherRole(subject, places), seed),
    ),
  'period of a row': (subject) =>
    perFile(subject, /(?<=^ {2}- (?:\{)?period: )[\w-]+/gm).flatMap((places) =>
      new Set(places.map(({ text }) => text)).size > 1 ? replacedAt(places, toOtherRole(subject, places), seed) : [],
    ),
  'label of a row of a period': (subject) =>
    perFile(subject, /(?<=labels: .*\{\{(?:date|period) ")[\w-]+/g).flatMap((places) =>
      replacedAt(places, toOtherRole(subject, places), seed),
    ),
  'current and previous exchanged': (subject) => [
    ...replacedAt(placesOf(statementsOf(subject), /(?<=head: ')[前当](?=第)/g), ({ text }) => (text === '前' ? '当' : '前'), seed),
    ...replacedAt(placesOf(statementsOf(subject), /(?<=head: ')前連結会計年度/g), () => '当連結会計年度', seed),
  ],
});

/** Places of each statement that is typed in a file. */
const perFile = (subject: Subject, pattern: RegExp): readonly (readonly Place[])[] =>
  statementsOf(subject).map((file) => placesOf([file], pattern));

/** Heads stand in one list for each language. */
function perLanguage(places: readonly Place[]): ReadonlySet<readonly Place[]> {
  const english = (file: SourceFile) => file.text.search(/(?<=^heads:\n(?: .*\n)*) {2}en:$/m);
  return new Set([
    places.filter(({ file, start }) => english(file) < 0 || start < english(file)),
    places.filter(({ file, start }) => english(file) >= 0 && start > english(file)),
  ]);
}

/** Every two places of different texts, exchanged. */
function pairs(places: readonly Place[]): readonly Candidate[] {
  return places.flatMap((one, index) =>
    places.slice(index + 1).flatMap((other) => (one.text === other.text ? [] : [exchanged(one, other)])),
  );
}

/** One of them, where there is one. */
const toOtherRole =
  (subject: Subject, places: readonly Place[]) =>
  ({ text }: Place, random: Seeded): string | undefined => {
    const others = otherRoles(subject, places, text);
    return others.length > 0 ? random.pick(others) : undefined;
  };

/** Roles of other periods that the same statement names, or that the release has. */
function otherRoles(subject: Subject, places: readonly Place[], role: string): readonly string[] {
  const named = [...new Set(places.map(({ text }) => text))];
  return named.filter((each) => subject.release.spec.periods.has(each) && periodOf(subject, each) !== periodOf(subject, role));
}
