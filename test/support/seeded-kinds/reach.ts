// Turn places of a release into what holds them, worked out once for each: relations, controls, overrides, confirmations.
import { tryRelations } from '../../../src/check/figures/try-relations.ts';
import { reachOf } from '../seeded-reach.ts';
import { type Site, sitesOf } from '../seeded-sites.ts';
import type { Subject } from './subject.ts';

/** A relation of one period, with the facts that it follows from. */
export interface Trial {
  readonly code: string;
  readonly facts: ReadonlySet<string>;
}

interface Known {
  readonly sites: readonly Site[];
  readonly reach: Map<string, ReadonlySet<string>>;
  readonly trials: readonly Trial[];
}

const known = new WeakMap<Subject, Known>();

function knownOf(subject: Subject): Known {
  const before = known.get(subject);
  if (before) return before;
  const trials = tryRelations(subject.release, subject.financials).map(({ relation, figures }) => ({
    code: `check/${relation.check}`,
    facts: new Set(figures.map(({ key }) => key)),
  }));
  const made = { sites: sitesOf(subject.sources), reach: new Map(), trials };
  known.set(subject, made);
  return made;
}

/** Every place where a figure or an argument is typed. */
export const sitesIn = (subject: Subject): readonly Site[] => knownOf(subject).sites;

/** The codes of what holds a place; none where nothing does. */
export function reachIn(subject: Subject, site: Site): ReadonlySet<string> {
  const { reach } = knownOf(subject);
  const codes = reach.get(`${site.file} ${site.start}`) ?? reachOf(site, subject.release, subject.financials);
  reach.set(`${site.file} ${site.start}`, codes);
  return codes;
}

/** Every relation of every period. */
export const trialsIn = (subject: Subject): readonly Trial[] => knownOf(subject).trials;
