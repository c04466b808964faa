// A session computes each stage once, when it is asked for; a run goes as far as a release may, and a question as far as anything can be made.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BoundedMemory } from '../src/model/memory.ts';
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
    expect(watched).toEqual(['load', 'validate', 'derive', 'check', 'merge', 'proofread', 'layout']);
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

  it('reads files again when it is renewed, and does again what follows from them', () => {
    const place = editedSample([]);
    const file = join(place.root, 'data/iij/releases/2q02/narrative.en.md');
    const watched: string[] = [];
    const session = new Session({ place }, { watch: (stage) => watched.push(stage), memory: new BoundedMemory(64) });
    const first = session.run().composed;
    session.renew();
    expect(session.run().composed?.layout).toBe(first?.layout);
    expect(watched.splice(0)).toEqual(['load', 'validate', 'derive', 'check', 'merge', 'proofread', 'layout', 'load']);
    writeFileSync(file, readFileSync(file, 'utf8').replace('a simultaneous webcast', 'a live webcast'));
    expect(session.run().composed?.layout).toBe(first?.layout);
    session.renew();
    expect(session.run().composed?.layout).not.toBe(first?.layout);
    expect(watched).toEqual(['load', 'validate', 'derive', 'check', 'merge', 'proofread', 'layout']);
  });

  it('answers nothing old after a stage that threw', () => {
    const place = editedSample([]);
    const file = join(place.root, 'data/iij/releases/2q02/narrative.en.md');
    let fails = false;
    const watch = () => {
      if (fails) throw new Error('a fault on the way');
    };
    const session = new Session({ place }, { watch, memory: new BoundedMemory(64) });
    const before = session.merge().value;
    writeFileSync(file, readFileSync(file, 'utf8').replace('a simultaneous webcast', 'a live webcast'));
    session.renew();
    fails = true;
    for (const _ of ['asked', 'asked again']) expect(() => session.merge()).toThrow('a fault on the way');
    fails = false;
    expect(session.merge().value).not.toEqual(before);
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
