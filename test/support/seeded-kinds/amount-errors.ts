// Turn amounts that are typed in data into wrongly typed ones: digits, sign, order, scale.

import { seededError } from '../seeded-errors.ts';
import { seeded, seedOf } from '../seeded-random.ts';
import type { Site } from '../seeded-sites.ts';
import { fileOf } from '../seeded-sources.ts';
import { unheld } from '../seeded-unheld.ts';
import { callsOf } from './calls.ts';
import type { Candidate, Way, Ways } from './edits.ts';
import { reachIn, sitesIn, trialsIn } from './reach.ts';
import type { Subject } from './subject.ts';

/** The rule by which a base figure is known that nothing reaches: no relation, control, override, literal or comparative has it as an end. */
const unreached = 'typed once: no relation, control, override, comparative or confirmation reaches it';

export const amountErrors = (seed: string): Ways => {
  const ofSites =
    (wrong: (site: Site, subject: Subject) => string | undefined): Way =>
    (subject) =>
      amountsOf(subject).flatMap((site) => {
        const to = wrong(site, subject);
        return to === undefined || to === site.text ? [] : [candidateOf(site, to, subject)];
      });
  return {
    'digit changed': ofSites((site, { sources }) => seededError(site, sources, seed).typed),
    'two digits exchanged': ofSites(({ id, text }) => {
      const pairs = [...text.matchAll(/\d(?=,?\d)/g)].filter(
        ({ 0: digit, index }) => digit !== nextDigit(text, index) && !(index === text.search(/\d/) && nextDigit(text, index) === '0'),
      );
      if (pairs.length === 0) return undefined;
      const { index, 0: digit } = seeded(seedOf(`${seed} ${id}`)).pick(pairs);
      const after = text[index + 1] === ',' ? ',' : '';
      return text.slice(0, index) + nextDigit(text, index) + after + digit + text.slice(index + 2 + after.length);
    }),
    'digit typed twice': ofSites(({ id, text }) => {
      if (!/^\(?\d{1,3}(?:,\d{3})+\)?$/.test(text)) return undefined;
      const digits = text.replace(/\D/g, '');
      const at = seeded(seedOf(`${seed} ${id}`)).below(digits.length);
      return text.replace(/[\d,]+/, grouped(digits.slice(0, at) + digits.slice(at, at + 1) + digits.slice(at)));
    }),
    'sign lost': ofSites(({ text }) => (/^\(.*\)$/.test(text) ? text.slice(1, -1) : undefined)),
    'sign added': ofSites(({ text, kind }) => (kind !== 'rate' && /^[\d,]+$/.test(text) ? `(${text})` : undefined)),
    'a thousand times as much': ofSites(({ text }) => (/^\(?[\d,]+\)?$/.test(text) ? text.replace(/\d+(?=\)?$)/, '$&,000') : undefined)),
    'a thousandth of it': ofSites(({ text }) => (/^\(?\d{1,3}(?:,\d{3})+\)?$/.test(text) ? text.replace(/,\d{3}(?=\)?$)/, '') : undefined)),
    'amounts of two rows exchanged': (subject) => {
      const sites = amountsOf(subject);
      return sites.flatMap((site, index) => {
        const next = sites[index + 1];
        if (
          !next ||
          next.file !== site.file ||
          next.line !== site.line + 1 ||
          next.text === site.text ||
          site.kind !== 'fact' ||
          next.kind !== 'fact'
        )
          return [];
        const [one, other] = [candidateOf(site, next.text, subject), candidateOf(next, site.text, subject)];
        const changes = [...one.changes, ...other.changes];
        const reason = one.unrevealed !== undefined && other.unrevealed !== undefined ? unreached : onlySummed(site, next, subject);
        return [reason === undefined ? { changes } : { changes, unrevealed: reason }];
      });
    },
  };
};

const nextDigit = (text: string, at: number): string => text.slice(at + 1).replace(',', '')[0] ?? '';
const grouped = (digits: string): string => digits.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');

const known = new WeakMap<Subject, readonly Site[]>();

/** Facts, stated figures and the rate. */
function amountsOf(subject: Subject): readonly Site[] {
  const sites =
    known.get(subject) ??
    sitesIn(subject).filter(({ kind, text }) => ['fact', 'stated', 'rate'].includes(kind) && /^["(]?[\d,.]+%?[")]?$/.test(text));
  known.set(subject, sites);
  return sites;
}

function candidateOf(site: Site, to: string, subject: Subject): Candidate {
  const { file } = fileOf(subject.sources, site.file);
  const changes = [{ file, start: site.start, from: site.text, to }];
  const reached = reachIn(subject, site).size > 0 && !rateAlone(site, subject);
  if (reached) return { changes };
  const [issuer = ''] = subject.name.split('/');
  return { changes, unrevealed: unheld.get(`${issuer} ${site.id}`) ?? unreached };
}

/** A rate that no control of translated amounts holds: printed in words from the one value that is typed. */
function rateAlone({ kind }: Site, { release }: Subject): boolean {
  return kind === 'rate' && ![...release.periods.values()].some(({ controls }) => controls.some(({ measure }) => measure === 'translated'));
}

/** The rule by which two exchanged amounts are known that nothing tells apart: whatever reaches one of them reaches both, and holds for their sum. */
function onlySummed(one: Site, other: Site, subject: Subject): string | undefined {
  const trials = trialsIn(subject).map(({ code, facts }) => ({
    code,
    ends: [one, other].filter(({ fact }) => facts.has(fact ?? '')).length,
  }));
  const codes = new Set<string>(trials.filter(({ ends }) => ends > 0).map(({ code }) => code));
  const otherwise = [one, other].some((site) => [...reachIn(subject, site)].some((code) => !codes.has(code)));
  const inWords = callsOf(subject).some(({ concept }) => [one, other].some(({ fact }) => fact?.startsWith(`${concept}@`)));
  if (otherwise || inWords || trials.some(({ ends }) => ends === 1)) return undefined;
  return 'every relation that reaches one of the two reaches both, and holds for their sum';
}
