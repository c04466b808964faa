// Turn titles, headings and captions into ones that name another month, year, length or quarter than the release's.
import type { Candidate, Ways } from './edits.ts';
import { othersOf, type Place, placesOf, replacedAt } from './find.ts';
import { otherNamed, type Subject, statementsOf, templatesOf } from './subject.ts';

const months = ['January', 'March', 'April', 'June', 'September', 'October', 'November', 'December'];
const counts = ['Three', 'Six', 'Nine', 'Twelve'];

export const titleErrors = (seed: string): Ways => ({
  'month of a title': (subject) => [
    ...replacedAt(
      inTitles(subject, new RegExp(`\\b(?:${months.join('|')})\\b`, 'g')),
      ({ text }, random) => random.pick(othersOf(text, months)),
      seed,
    ),
    ...replacedAt(
      inTitles(subject, /\d+-\d+(?=月)/g),
      ({ text }, random) => random.pick(othersOf(text, ['4-6', '7-9', '10-12', '1-3', '4-9'])),
      seed,
    ),
    ...replacedAt(inTitles(subject, /(?<=年)\d+(?=月期)/g), ({ text }, random) => random.pick(othersOf(text, ['2', '3', '9', '12'])), seed),
  ],
  'month of no name': (subject) =>
    replacedAt(
      inTitles(subject, new RegExp(`\\b(?:${months.join('|')})\\b`, 'g')),
      ({ text }, random) => {
        const at = 1 + random.below(text.length - 2);
        return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
      },
      seed,
    ),
  'day of a title': (subject) =>
    replacedAt(
      inTitles(subject, /\d+(?=, \d{4})/g),
      ({ text }, random) => random.pick(othersOf(text, ['20', '28', '29', '30', '31'])),
      seed,
    ),
  'year of a title': (subject) =>
    replacedAt(inTitles(subject, /\b20\d\d(?=\b|年)/g), ({ text }, random) => String(Number(text) + random.pick([-10, -1, 1, 2])), seed),
  'length of a title': (subject) =>
    replacedAt(
      inTitles(subject, new RegExp(`\\b(?:${counts.join('|')})(?= Months)`, 'g')),
      ({ text }, random) => random.pick(othersOf(text, counts)),
      seed,
    ),
  'quarter of a title': (subject) => [
    ...replacedAt(inTitles(subject, /(?<=第)\d(?=四半期)/g), ({ text }, random) => random.pick(othersOf(text, ['1', '2', '3', '4'])), seed),
    ...replacedAt(
      inTitles(subject, /\b[1-4](?:st|nd|rd|th)(?= Quarter)/g),
      ({ text }, random) => random.pick(othersOf(text, ['1st', '2nd', '3rd', '4th'])),
      seed,
    ),
    ...replacedAt(inTitles(subject, /第\d四半期/g), (_, random) => random.pick(['第３四半期', '第一四半期', '通期', '期末']), seed),
  ],
  'length in a caption or head': (subject) => [
    ...replacedAt(
      placesOf(statementsOf(subject), /\b(?:Three|Six)(?= Months Ended)/g),
      ({ text }, random) => random.pick(othersOf(text, counts)),
      seed,
    ),
    ...replacedAt(
      placesOf(statementsOf(subject), /\b(?:Three|Six)(?= months ended)/g),
      ({ text }, random) => random.pick(othersOf(text, counts)),
      seed,
    ),
    ...replacedAt(
      placesOf(statementsOf(subject), /for six months/g),
      (_, random) => random.pick(['for three months', 'for nine months', 'for the year']),
      seed,
    ),
  ],
  'cumulative said of a quarter': (subject) => [
    ...replacedAt(placesOf([...statementsOf(subject), ...templatesOf(subject)], /連結累計期間/g), () => '連結会計期間', seed),
    ...replacedAt(placesOf([...statementsOf(subject), ...templatesOf(subject)], /(?<=四半期)連結会計期間/g), () => '連結累計期間', seed),
  ],
  'end of a caption': (subject) =>
    otherPeriods(subject, placesOf(statementsOf(subject), /^ +- .*\{\{period "([\w-]+)" style="end"\}\}.*$/gm), seed),
  'period of a heading': (subject) => otherPeriods(subject, headings(subject), seed),
  'words of a heading': (subject) =>
    replacedAt(
      headings(subject),
      ({ text }, random) => {
        const calls = (text.match(/\{\{(?:date|period) "current[^}]*\}\}/g) ?? []).flatMap((call) => {
          const by = wordsInstead(call);
          return by ? [{ call, by }] : [];
        });
        const one = calls.length > 0 ? random.pick(calls) : undefined;
        return one && text.replace(one.call, random.pick(one.by));
      },
      seed,
    ).filter(({ changes }) => /\/en\.hbs$/.test(changes[0]?.file ?? '')),
});

/** What a hand may type in place of a day or a period that a helper writes; undefined where nothing is as long. */
function wordsInstead(call: string): readonly string[] | undefined {
  if (call.startsWith('{{date')) return ['March 31, 2002', 'June 30, 2002', 'December 31, 2025'];
  if (/"title"/.test(call)) return ['Three Months Ended June 30, 2025', 'Six Months Ended September 30, 2024'];
  if (/"(?:ordinal|part)"/.test(call)) return ['1st Quarter', '3rd Quarter'];
  return /year/.test(call) ? ['2001', '2024'] : undefined;
}

/** Matches in the lines of titles of the release. */
function inTitles({ sources }: Subject, pattern: RegExp): readonly Place[] {
  return placesOf([sources.release], pattern).filter(({ line }) => /^ {2}(?:ja|en): .*(?:決算|Results)/.test(line));
}

/** Words of layouts that are headings and name a period. */
const headings = (subject: Subject): readonly Place[] =>
  placesOf(
    templatesOf(subject),
    /^(?:\{\{#words "(?:title|results|forecast|summary|overview|highlights|income)"\}\}|<h1>).*\{\{(?:date|period) "[\w.-]+".*$/gm,
  );

/** One helper of each line with the role of another period. */
function otherPeriods(subject: Subject, lines: readonly Place[], seed: string): readonly Candidate[] {
  const roles = [...subject.release.spec.periods.keys()];
  return lines.flatMap((line) =>
    [...line.text.matchAll(/(?<=\{\{(?:date|period) ")([\w-]+)(?=\.(?:start|end)"|")/g)].flatMap((match) => {
      const others = otherNamed(subject, line.file, line.start + match.index, match[0]).filter((role) => !line.text.includes(`"${role}`));
      if (!roles.includes(match[0]) || others.length === 0) return [];
      return replacedAt([{ ...line, start: line.start + match.index, text: match[0] }], (_, random) => random.pick(others), seed);
    }),
  );
}
