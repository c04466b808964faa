// A session computes each stage once, when it is asked for; a run goes as far as a release may, and a question as far as anything can be made.
import { describe, expect, it } from 'vitest';
import type { Release } from '../src/model/release.ts';
import { Session } from '../src/session.ts';
import { editedSample } from './support/edited-sample.ts';
import { samplePlace } from './support/sample.ts';

describe('a session', () => {
  it('runs each stage once, whatever is asked for and how often', () => {
    const watched: string[] = [];
    const session = new Session({ place: samplePlace }, { watch: (stage) => watched.push(stage) });
    expect(session.derive().value?.facts.size).toBeGreaterThan(100);
    expect(watched).toEqual(['load', 'validate', 'derive']);
    const run = session.run();
    expect(run.findings).toEqual([]);
    expect(run.composed?.layout).toBe(session.layout().value);
    expect(session.run().composed?.document).toBe(run.composed?.document);
    expect(watched).toEqual(['load', 'validate', 'derive', 'check', 'merge', 'layout']);
  });

  it('stops a run after the stage that found an error, and still answers what the later ones would make', () => {
    const place = editedSample([{ file: 'data/iij/periods/2q02.yaml', from: 'assets.cash: 4,772,753', to: 'assets.cash: 4,782,753' }]);
    const session = new Session({ place });
    const { findings, reached, composed } = session.run();
    expect(findings.map(({ code }) => code)).toContain('check/balance');
    expect([...reached]).toEqual(['load', 'validate', 'derive', 'check', 'merge']);
    expect(composed).toBeUndefined();
    expect(session.layout().value?.pages).toHaveLength(15);
  });

  it('tells each finding in the stage that found it', () => {
    const place = editedSample([
      { file: 'data/iij/releases/2q02/narrative.en.md', from: 'a simultaneous webcast', to: 'a {{simultaneous "webcast"}} webcast' },
    ]);
    const session = new Session({ place });
    for (const stage of [session.load(), session.validate(), session.derive(), session.check()]) expect(stage.findings).toEqual([]);
    expect(session.merge().findings.map(({ code }) => code)).toContain('merge/unknown-helper');
  });

  it('supposes other figures without a file and without changing itself', () => {
    const session = new Session({ place: samplePlace });
    const release = session.validate().value as Release;
    const period = release.periods.get('2q02');
    const cash = period?.facts.get('assets.cash');
    if (!period || !cash) throw new Error('the sample has cash');
    const facts = new Map(period.facts).set('assets.cash', { ...cash, value: cash.value.add(cash.value) });
    const other = session.suppose({ ...release, periods: new Map(release.periods).set('2q02', { ...period, facts }) });
    expect(other.run().findings.map(({ code }) => code)).toContain('check/balance');
    expect(session.run().findings).toEqual([]);
  });
});
