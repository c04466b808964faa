// Turn data into the same or into other right data: days that may be, figures that an inequality allows, overrides told rounded, and files written otherwise.
import { harmlessEdit, harmlessKinds } from '../harmless-edits.ts';
import { fileOf } from '../seeded-sources.ts';
import { daysLater } from './days.ts';
import type { Candidate, Way, Ways } from './edits.ts';
import { placesOf, replacedAt } from './find.ts';
import { amountOf, periodsOf, type Subject } from './subject.ts';

export const harmlessData = (seed: string): Ways => ({
  'filing on another day': (subject) => day(subject, 'filing', [-6, -3, 1, 4, 12], seed),
  'call on another day': (subject) => day(subject, 'conference-call', [-1, 1, 2, 7], seed),
  'next results on another day': (subject) => day(subject, 'next-results', [-7, -1, 1, 2], seed),
  'dividends paid on another day': (subject) => day(subject, 'dividend-payment', [-7, -2, 3, 5], seed),
  'announced a day later': (subject) => {
    const places = placesOf([subject.sources.release], /(?<=^announced: .*)\d{4}-\d\d-\d\d/gm);
    return [-2, -1, 1].map((days) => ({
      changes: places.map(({ file, start, text }) => ({ file: file.file, start, from: text, to: daysLater(text, days) })),
    }));
  },
  'announced on one day': (subject) => {
    const places = placesOf([subject.sources.release], /(?<=^announced: .*)\d{4}-\d\d-\d\d/gm);
    return replacedAt(places, () => places[0]?.text, seed);
  },
  'exact value told rounded': (subject) =>
    [3, 4, 5].flatMap((decimals) =>
      replacedAt(
        placesOf([subject.sources.release], /(?<=exact: "?\(?)[\d,]+\.\d+/g),
        ({ text }) => {
          // Half-up to fewer decimals than are typed: of more, nothing is known here.
          if ((text.split('.')[1] ?? '').length <= decimals) return undefined;
          const rounded = Number(text.replaceAll(',', '')).toFixed(decimals);
          const at = rounded.indexOf('.');
          return rounded.slice(0, at).replace(/(?<=\d)(?=(?:\d{3})+$)/g, text.includes(',') ? ',' : '') + rounded.slice(at);
        },
        seed,
      ),
    ),
  'diluted not above basic': (subject) =>
    placesOf(periodsOf(subject), /(?<=^ {2}profit\.diluted-per-share: )"-"$/gm).flatMap((place) => {
      const period = /([^/]+)\.yaml$/.exec(place.file.file)?.[1] ?? '';
      const basic = Number(amountOf(subject, 'profit.per-share', period)?.toFixed(4) ?? '0');
      return basic > 0
        ? [1, 0.995, 0.98, 0.9].flatMap((by) =>
            replacedAt([place], () => (Math.floor(basic * by * 100 + (by === 1 ? 0.5 : 0)) / 100).toFixed(2), seed),
          )
        : [];
    }),
});

/** The same files in other forms: order, spaces, comments, quotation marks, line ends, words without figures. */
export const otherForms = (seed: string): Ways =>
  Object.fromEntries(Object.keys(harmlessKinds).map((kind): [string, Way] => [kind, writtenOtherwise(kind, seed)]));

/** One day of the release moved by so many days. */
const day = (subject: Subject, name: string, moves: readonly number[], seed: string): readonly Candidate[] =>
  placesOf([subject.sources.release], new RegExp(`(?<=^  ${name}: )\\S+$`, 'gm')).flatMap((place) =>
    moves.flatMap((by) => replacedAt([place], ({ text }) => daysLater(text, by), seed)),
  );

/** The edits of one kind by a few seeds, each as what differs between the two texts. */
function writtenOtherwise(kind: string, seed: string): Way {
  return ({ sources, name }) =>
    [0, 1, 2].flatMap((turn): readonly Candidate[] => {
      const edit = harmlessEdit(kind, sources, `${seed} ${name} ${turn}`);
      if (!edit) return [];
      const { text } = fileOf(sources, edit.file);
      let [start, end] = [0, 0];
      while (start < text.length && text[start] === edit.bytes[start]) start++;
      const shorter = Math.min(text.length, edit.bytes.length) - start;
      while (end < shorter && text.at(-1 - end) === edit.bytes.at(-1 - end)) end++;
      return [
        {
          changes: [
            { file: edit.file, start, from: text.slice(start, text.length - end), to: edit.bytes.slice(start, edit.bytes.length - end) },
          ],
        },
      ];
    });
}
