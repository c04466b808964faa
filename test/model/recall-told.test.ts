// Turn steps that find something into ones that a memory recalls, findings included, and one that keeps nothing runs again.
import { describe, expect, it } from 'vitest';
import type { Finding, Report } from '../../src/model/finding.ts';
import { BoundedMemory, forgetful, type Memory } from '../../src/model/memory.ts';
import { recallTold, toldKind } from '../../src/model/recall-told.ts';
import { sameList, sameMap } from '../../src/model/same-objects.ts';

const kind = toldKind<object>({ name: 'test/step', bytes: () => 10 });
const warning = (message: string): Finding => ({ severity: 'warning', code: 'test/warning', message });

/** Runs a step that makes an object and warns twice; counts how often it was made. */
function runs(memory: Memory, keys: readonly string[]) {
  let made = 0;
  const step = (report: Report): object => {
    made++;
    report(warning('one'));
    report(warning('two'));
    return {};
  };
  const told: string[] = [];
  const results = keys.map((key) => recallTold(memory, kind, key, ({ message }) => told.push(message), step));
  return { made, told, results };
}

describe('a step that finds something', () => {
  it('is recalled with its findings in their order', () => {
    const { made, told, results } = runs(new BoundedMemory(1), ['a', 'a', 'b']);
    expect(made).toBe(2);
    expect(told).toEqual(['one', 'two', 'one', 'two', 'one', 'two']);
    expect(results[1]).toBe(results[0]);
    expect(results[2]).not.toBe(results[0]);
  });

  it('runs each time where nothing is kept', () => {
    const { made, told } = runs(forgetful, ['a', 'a']);
    expect([made, told.length]).toEqual([2, 4]);
  });

  it('keeps nothing of a step that throws', () => {
    const memory = new BoundedMemory(1);
    const fail = (): object => {
      throw new Error('our own fault');
    };
    expect(() => recallTold(memory, kind, 'a', () => {}, fail)).toThrow('our own fault');
    expect(runs(memory, ['a']).made).toBe(1);
  });

  it('counts what its findings hold', () => {
    const memory = new BoundedMemory(1);
    const { told } = runs(memory, ['a']);
    expect(memory.bytes).toBeGreaterThan(told.length * 500);
  });
});

describe('a collection of the same objects', () => {
  const [a, b] = [{ n: 1 }, { n: 2 }];

  it('is the one that was made before', () => {
    const memory = new BoundedMemory(1);
    const map = sameMap(memory, new Map([['a', a]]));
    expect(sameMap(memory, new Map([['a', a]]))).toBe(map);
    const list = sameList(memory, [a, b]);
    expect(sameList(memory, [a, b])).toBe(list);
  });

  it('is another with other objects, other names, or in another order', () => {
    const memory = new BoundedMemory(1);
    const maps = [
      [['a', a]],
      [['a', b]],
      [['b', a]],
      [
        ['a', a],
        ['b', b],
      ],
      [
        ['b', b],
        ['a', a],
      ],
      [['a,1', a]],
      [],
    ].map((entries) => sameMap(memory, new Map(entries as [string, object][])));
    expect(new Set(maps).size).toBe(maps.length);
    const lists = [[], [a], [b], [a, b], [b, a], [a, a]].map((list) => sameList(memory, list));
    expect(new Set(lists).size).toBe(lists.length);
  });

  it('is itself where nothing is kept', () => {
    const map = new Map([['a', a]]);
    expect(sameMap(forgetful, map)).toBe(map);
    expect(sameList(forgetful, [a])).not.toBe(sameList(forgetful, [a]));
  });
});
