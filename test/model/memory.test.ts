// What a memory keeps and lets go, and what it never keeps.
import { describe, expect, it } from 'vitest';
import { BoundedMemory, forgetful, type Kind } from '../../src/model/memory.ts';

const text: Kind<string> = { name: 'test/text', bytes: (made) => made.length };
const other: Kind<string> = { name: 'test/other', bytes: (made) => made.length };

/** A step that counts how often it is done. */
function counted(result: string): { readonly make: () => string; readonly times: () => number } {
  let times = 0;
  return {
    make: () => {
      times++;
      return result;
    },
    times: () => times,
  };
}

describe('a bounded memory', () => {
  it('recalls under the same key and kind, and under no other', () => {
    const memory = new BoundedMemory(1);
    const step = counted('made');
    memory.recall(text, 'key', step.make);
    memory.recall(text, () => 'key', step.make);
    expect(step.times()).toBe(1);
    memory.recall(text, 'another key', step.make);
    memory.recall(other, 'key', step.make);
    expect(step.times()).toBe(3);
  });

  it('holds no more than its limit, and keeps what was used last', () => {
    const memory = new BoundedMemory(1);
    const big = 'x'.repeat(100_000);
    for (let i = 0; i < 50; i++) {
      memory.recall(text, `${i}`, () => big);
      memory.recall(text, 'used each time', () => 'small');
      expect(memory.bytes).toBeLessThanOrEqual(1e6);
    }
    const step = counted('again');
    memory.recall(text, 'used each time', step.make);
    memory.recall(text, '49', step.make);
    expect(step.times()).toBe(0);
    memory.recall(text, '1', step.make);
    expect(step.times()).toBe(1);
  });

  it('counts a result once, whichever generation has it', () => {
    const memory = new BoundedMemory(1);
    memory.keep(text, 'key', 'x'.repeat(1000));
    const held = memory.bytes;
    memory.keep(text, 'key', 'x'.repeat(1000));
    expect(memory.bytes).toBe(held);
    for (let i = 0; memory.bytes < 520_000; i++) memory.keep(other, `${i}`, 'x'.repeat(1000));
    const before = memory.bytes;
    expect(memory.find(text, 'key')).toHaveLength(1000);
    expect(memory.bytes).toBe(before);
  });

  it('keeps nothing of a step that found something', () => {
    const memory = new BoundedMemory(1);
    const found: string[] = [];
    const step = counted('made');
    const loud = (report: (finding: string) => void) => {
      report('a fault');
      return step.make();
    };
    memory.recallSilent(text, 'key', (finding: string) => found.push(finding), loud);
    memory.recallSilent(text, 'key', (finding: string) => found.push(finding), loud);
    expect([step.times(), found]).toEqual([2, ['a fault', 'a fault']]);
    memory.recallSilent(text, 'silent', (finding: string) => found.push(finding), step.make);
    memory.recallSilent(text, 'silent', (finding: string) => found.push(finding), step.make);
    expect(step.times()).toBe(3);
  });

  it('numbers objects, each with its own', () => {
    const memory = new BoundedMemory(1);
    const [a, b] = [{}, {}];
    expect(memory.numberOf(a)).toBe(memory.numberOf(a));
    expect(memory.numberOf(a)).not.toBe(memory.numberOf(b));
  });
});

describe('a forgetful memory', () => {
  it('makes everything anew and asks for no key', () => {
    const step = counted('made');
    const key = () => {
      throw new Error('a key is written for nothing');
    };
    forgetful.recall(text, key, step.make);
    forgetful.recall(text, key, step.make);
    forgetful.keep(text, 'key', 'kept');
    expect([step.times(), forgetful.find(text, 'key')]).toEqual([2, undefined]);
  });
});
