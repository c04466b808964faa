// Turn overrides, controls, totals and rules of rounding into wrongly typed ones.

import { seededError } from '../seeded-errors.ts';
import { reachOf } from '../seeded-reach.ts';
import { type SiteKind, sitesOf } from '../seeded-sites.ts';
import type { Candidate, Way, Ways } from './edits.ts';
import { placesOf, replacedAt } from './find.ts';
import { periodsOf, statementsOf, templatesOf } from './subject.ts';

/** A column is footed by other figures, or by none: which of two roundings was meant, only its owner knows. */
const choice = 'how fine a figure is told is for the writer to choose: every digit that is printed is right';

export const roundingErrors = (seed: string): Ways => {
  const digits =
    (...kinds: SiteKind[]): Way =>
    (subject) =>
      sitesOf(subject.sources)
        .filter(({ kind }) => kinds.includes(kind))
        .map((site): Candidate => {
          const changes = [{ file: site.file, start: site.start, from: site.text, to: seededError(site, subject.sources, seed).typed }];
          const held = reachOf(site, subject.release, subject.financials).size > 0;
          return held ? { changes, wrongAsTyped: true } : { changes, unrevealed: 'no control holds what the formula gives' };
        });
  const release =
    (pattern: RegExp, by: (text: string) => string | undefined): Way =>
    (subject) =>
      wrong(replacedAt(placesOf([subject.sources.release], pattern), ({ text }) => by(text), seed));
  return {
    'exact value of an override': digits('override-exact'),
    'printed value of an override': digits('override-print'),
    'control of a period': digits('control'),
    'figure as released': digits('as-released'),
    'factor of a formula': digits('formula'),
    'override of a plain rounding': release(/(?<=^ {4}print: )\S+$/gm, (text) =>
      text.replace(/\d(?=\)?"?$)/, (last) => String((Number(last) + 2) % 10)),
    ),
    'period of an override': release(/(?<=^ {4}period: )(?:current|prior-year)$/gm, (text) =>
      text === 'current' ? 'prior-year' : 'current',
    ),
    'override left out': (subject) =>
      placesOf([subject.sources.release], /^ {2}- where: (?:.*\n)(?: {4}.*\n)+/gm).map(({ file, start, text }) => ({
        changes: [{ file: file.file, start, from: text, to: '' }],
        ...(/where: prose/.test(text)
          ? {}
          : { unrevealed: 'the rules give a column that foots as well: what the issuer printed stands nowhere else' }),
      })),
    'decimals of a figure in words': (subject) => digits('decimals')(subject).map((each) => ({ ...each, unrevealed: choice })),
    'sign of a part': (subject) =>
      wrong(
        replacedAt(
          placesOf(statementsOf(subject), /(?<=of: \[.*, )-?[a-z][\w.-]*(?=[,\]])/g),
          ({ text }) => (text.startsWith('-') ? text.slice(1) : `-${text}`),
          seed,
        ),
      ),
    'part left out of a total': (subject) =>
      wrong(replacedAt(placesOf(statementsOf(subject), /(?<=of: \[.*), -?[a-z][\w.-]*(?=[,\]])/g), () => '', seed)),
    'rounding of a column': (subject) => replacedAt(placesOf(statementsOf(subject), /, regime: round(?=\})/g), () => '', seed),
    'regime of the issuer': (subject) => {
      const legend = placesOf([...statementsOf(subject), ...templatesOf(subject)], /未満|cut off/g).length > 0;
      return replacedAt(
        placesOf([subject.sources.issuer], /(?<=^regime: )\w+$/gm),
        ({ text }) => (text === 'truncate' ? 'round' : 'truncate'),
        seed,
      ).map((each) => (legend ? each : { ...each, unrevealed: 'no legend tells how figures are rounded' }));
    },
    'scale of a concept': (subject) =>
      placesOf([subject.sources.concepts], /^([a-z][\w.-]*):(?: \{.*|\n(?: {2}.*\n)*? {2})scale: (?:million|thousand)\b/gm).map(
        ({ file, start, text, groups }): Candidate => {
          const [concept = ''] = groups;
          const word = text.endsWith('million') ? 'million' : 'thousand';
          const changes = [
            { file: file.file, start: start + text.length - word.length, from: word, to: word === 'million' ? 'thousand' : 'million' },
          ];
          const sites = sitesOf(subject.sources).filter(({ fact }) => fact?.startsWith(`${concept}@`));
          const held = sites.some((site) => reachOf(site, subject.release, subject.financials).size > 0);
          return held ? { changes } : { changes, unrevealed: 'no relation, control or confirmation reaches what is typed of the concept' };
        },
      ),
    'total typed in the place of a control': (subject) =>
      wrong(
        replacedAt(
          placesOf(periodsOf(subject), /(?<=^controls:\n(?: {2}.*\n)*? {2}[\w.-]+: )\(?\d{1,3}(?:,\d{3})+\)?$/gm),
          ({ text }, random) => text.replace(/\d(?=\)?$)/, (last) => String((Number(last) + random.pick([1, 2, 9])) % 10)),
          seed,
        ),
      ),
  };
};

const wrong = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.map((each) => ({ ...each, wrongAsTyped: true as const }));
