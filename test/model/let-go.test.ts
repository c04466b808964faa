// Turn bytes of every kind into freed memory, or into what they were: small ones share theirs with others.
import { describe, expect, it } from 'vitest';
import { letGo } from '../../src/model/let-go.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('letGo', () => {
  it('frees large bytes without waiting for the engine, and whatever shares their memory', async () => {
    const before = process.memoryUsage().arrayBuffers;
    const large = Buffer.allocUnsafeSlow(60_000_000).fill(1);
    const part = large.subarray(8);
    letGo(large, part);
    for (let turns = 0; turns < 5; turns++) await turn();
    expect([large.length, part.length]).toEqual([0, 0]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30_000_000);
  });

  it('leaves small bytes, and those that threads share', () => {
    const [small, shared] = [Buffer.from('words'), new Uint8Array(new SharedArrayBuffer(100_000)).fill(7)];
    letGo(small, shared);
    expect(small.toString()).toBe('words');
    expect(shared[99_999]).toBe(7);
  });
});
