// Turn overrides, controls, totals and rules of rounding into wrongly typed ones.

import { seededError } from '../seeded-errors.ts';
import type { SiteKind } from '../seeded-sites.ts';
import type { Candidate, Way, Ways } from './edits.ts';
import { placesOf, replacedAt } from './find.ts';
import { reachIn, sitesIn } from './reach.ts';
import { periodsOf, type Subject, statementsOf, templatesOf } from './subject.ts';

export const roundingErrors = (seed: string): Ways => {
  const digits =
    (...kinds: SiteKind[]): Way =>
    (subject) =>
      sitesIn(subject)
        .filter(({ kind }) => kinds.includes(kind))
        .map((site): Candidate => {
          const changes = [{ file: site.file, start: site.start, from: site.text, to: seededError(site, subject.sources, seed).typed }];
          const held = reachIn(subject, site).size > 0;
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
    'sign of a part': (subject) =>
      wrong(
        replacedAt(
          placesOf(statementsOf(subject), parts),
          ({ text }) => (text.includes('-') ? text.replace('-', '') : text.replace(', ', ', -')),
          seed,
        ),
      ).map((each) => heldPart(each, subject)),
    'part left out of a total': (subject) =>
      wrong(replacedAt(placesOf(statementsOf(subject), parts), () => '', seed)).map((each) => heldPart(each, subject)),
    'rounding of a column': (subject) =>
      placesOf(statementsOf(subject), /(?<=concept: ([\w.-]+)), regime: round(?=\})/g).map(({ file, start, text, groups }) => {
        const controlled = controlsOf(subject).some(({ concept }) => concept === groups[0]);
        const changes = [{ file: file.file, start, from: text, to: '' }];
        return controlled
          ? { changes }
          : { changes, unrevealed: 'no control gives the figure as printed, and no legend tells how a ratio is rounded' };
      }),
    'regime of the issuer': (subject) => {
      const legend = placesOf([...statementsOf(subject), ...templatesOf(subject)], /未満|cut off|rounded down/g).length > 0;
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
          const sites = sitesIn(subject).filter(({ fact }) => fact?.startsWith(`${concept}@`));
          const byScale = sites.some((site) => [...reachIn(subject, site)].some((code) => !scaleFree.has(code)));
          const held =
            byScale || controlsOf(subject).some((each) => each.concept === concept && ['amount', 'translated'].includes(each.measure));
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

/** What holds a concept whatever its scale: a change, a multiple, or what was typed when a statement was confirmed. */
const scaleFree: ReadonlySet<string> = new Set(['check/control', 'check/stated-stale', 'check/literal', 'derive/override-lapsed']);

/** Parts of a typed list, each with the comma before it. */
const parts = /(?<=of: \[.*), -?[a-z][\w.-]*(?=[,\]])/g;

/** A total is what its list says: where nothing reaches the figures of a part, nothing tells that it is missing. */
function heldPart(candidate: Candidate, subject: Subject): Candidate {
  const part = candidate.changes[0]?.from.replace(/^, -?/, '') ?? '';
  const sites = sitesIn(subject).filter(({ fact }) => fact?.startsWith(`${part}@`));
  const loose = sites.length > 0 && sites.every((site) => reachIn(subject, site).size === 0);
  return loose ? { ...candidate, unrevealed: 'no relation or control reaches the part or the total' } : candidate;
}

const controlsOf = ({ release }: Subject) => [...release.periods.values()].flatMap(({ controls }) => controls);

const wrong = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.map((each) => ({ ...each, wrongAsTyped: true as const }));
