// Turn both releases into a hundred wrong ones, a digit or an argument each: what a relation holds is reported, where it was typed.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { Sources } from '../../src/model/sources.ts';
import { seededError } from '../support/seeded-errors.ts';
import { drawn } from '../support/seeded-random.ts';
import { reachOf } from '../support/seeded-reach.ts';
import { type SeededError, type Site, type SiteKind, sitesOf } from '../support/seeded-sites.ts';
import { composeEdited, fileOf, loadedRelease, provedReleases } from '../support/seeded-sources.ts';
import { slight, unheld } from '../support/seeded-unheld.ts';
import { composeSources } from '../support/stages.ts';

/** How many of the hundred are of each kind, the sample's first. */
const share: Readonly<Record<SiteKind, readonly [number, number]>> = {
  fact: [22, 13],
  stated: [9, 0],
  'as-released': [1, 0],
  when: [2, 0],
  control: [4, 4],
  rate: [1, 0],
  'override-exact': [3, 0],
  'override-print': [3, 0],
  literal: [6, 2],
  label: [5, 2],
  formula: [1, 0],
  prose: [6, 1],
  period: [7, 4],
  decimals: [2, 2],
};

/** Another seed proves another hundred. */
const seed = 'thirteenth of November';

interface Proved {
  readonly issuer: string;
  readonly sources: Sources;
  readonly sites: readonly Site[];
  readonly reach: (site: Site) => ReadonlySet<string>;
  readonly errors: readonly SeededError[];
}

const proved: Proved[] = [];

beforeAll(() => {
  for (const [index, place] of provedReleases.entries()) {
    const sources = loadedRelease(place);
    const { release, financials, findings } = composeSources(sources, 'merge');
    if (!release || !financials || findings.length > 0) throw new Error(findings.map(({ message }) => message).join('; '));
    const sites = sitesOf(sources);
    const errors = Object.entries(share).flatMap(([kind, counts]) => {
      const ofKind = sites.filter((site) => site.kind === kind);
      return drawn(ofKind, counts[index] ?? 0, ({ id }) => `${seed} ${id}`).map((site) => seededError(site, sources, seed));
    });
    proved.push({ issuer: place.issuer, sources, sites, reach: (site) => reachOf(site, release, financials), errors });
  }
});

/** All that a reader is told; what only one language prints is no finding. */
function told({ site, bytes }: SeededError, sources: Sources): readonly Finding[] {
  return composeEdited(sources, site.file, bytes).findings.filter(({ severity }) => severity !== 'note');
}

/** Whether one of the findings is of a relation that holds the site, and names the line that was edited. */
function names(findings: readonly Finding[], { file, line }: Site, reach: ReadonlySet<string>): boolean {
  return findings.some(
    ({ code, at, related = [] }) =>
      reach.has(code) && [at, ...related.map((each) => each.at)].some((each) => each?.file === file && each.line === line),
  );
}

const shown = ({ site, typed }: SeededError): string => `${site.id}: ${site.text} -> ${typed}`;

describe('a hundred seeded errors', () => {
  it('are reported where they were typed by a relation that holds them, or stand on the list of what nothing holds', () => {
    const missed: string[] = [];
    const idle: string[] = [];
    let caught = 0;
    let reachable = 0;
    const total = proved.reduce((sum, { errors }) => sum + errors.length, 0);
    for (const { issuer, sources, errors, reach } of proved) {
      for (const error of errors) {
        const findings = told(error, sources);
        const listed = unheld.has(`${issuer} ${error.site.id}`) || slight.has(shown(error));
        if (listed) {
          if (findings.length > 0) idle.push(`${shown(error)}: ${findings.map(({ code }) => code).join(' ')}`);
          continue;
        }
        reachable++;
        if (names(findings, error.site, reach(error.site))) caught++;
        else missed.push(`${shown(error)}: ${findings.map(({ code, at }) => `${code} at ${at?.file}:${at?.line}`).join(' ') || 'nothing'}`);
      }
    }
    console.log(`seeded errors: ${caught} caught of ${reachable} that a relation or a control holds, of ${total}`);
    expect(total).toBe(100);
    expect(missed).toEqual([]);
    expect(idle).toEqual([]);
    expect(reachable).toBeGreaterThanOrEqual(85);
  });

  it('stand in a hundred places', () => {
    const places = proved.flatMap(({ errors }) => errors.map(({ site }) => `${site.file} ${site.start}`));
    expect(new Set(places).size).toBe(100);
    for (const { sources, errors } of proved)
      for (const { site, typed, bytes } of errors) {
        const { text } = fileOf(sources, site.file);
        expect(typed).not.toBe(site.text);
        expect(bytes).toBe(text.slice(0, site.start) + typed + text.slice(site.start + site.text.length));
      }
  });
});

describe('the list of what nothing holds', () => {
  it('is whole: every figure typed in data is on it or is held', () => {
    const figures: readonly SiteKind[] = [
      'fact',
      'stated',
      'as-released',
      'when',
      'control',
      'rate',
      'override-exact',
      'override-print',
      'formula',
    ];
    for (const { issuer, sites, reach } of proved) {
      const loose = sites.filter((site) => figures.includes(site.kind) && reach(site).size === 0 && !unheld.has(`${issuer} ${site.id}`));
      expect(loose.map(({ id }) => id)).toEqual([]);
    }
  });

  it('is exact: each entry is a place of a release, and a wrong digit there raises nothing', () => {
    const found = new Map<string, string>();
    for (const { issuer, sources, sites } of proved) {
      for (const site of sites.filter(({ id }) => unheld.has(`${issuer} ${id}`))) {
        const findings = told(seededError(site, sources, seed), sources);
        found.set(`${issuer} ${site.id}`, findings.map(({ code }) => code).join(' '));
      }
    }
    expect([...unheld.keys()].filter((id) => !found.has(id))).toEqual([]);
    expect([...found].filter(([, codes]) => codes !== '')).toEqual([]);
  });

  it('names no slight error that the hundred does not hold', () => {
    const drawn = new Set(proved.flatMap(({ errors }) => errors.map(shown)));
    expect([...slight.keys()].filter((error) => !drawn.has(error))).toEqual([]);
  });
});
