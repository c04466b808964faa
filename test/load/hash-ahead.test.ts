// Turn orders of hashes into answers of another thread that is there, late, or missing: the same hash as without it, and nobody waits for what was not begun.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type HashOrder, hashAhead, hashAheadBy, hashOrdered } from '../../src/load/hash-ahead.ts';
import { hashFile } from '../../src/load/hash-file.ts';
import { forgetful } from '../../src/model/memory.ts';

const folder = mkdtempSync(join(tmpdir(), 'kessan-ahead-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const limit = 1_000_000;
const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');
let files = 0;
const orders: HashOrder[] = [];

function written(content: string): string {
  const path = join(folder, `file-${files++}`);
  writeFileSync(path, content);
  return path;
}

/** The clock is set so much later than it is: files have rested since they were written. */
function rest(): void {
  const now = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(now + 3000);
}

beforeEach(() => {
  orders.length = 0;
  hashAheadBy((order) => void orders.push(order));
});
afterEach(() => {
  hashAheadBy();
  vi.restoreAllMocks();
});

const noTurn = async (): Promise<void> => {};

/** What the other thread does with all that was ordered. */
async function hashAll(): Promise<void> {
  for (const order of orders) await hashOrdered(order, noTurn);
}

it('answers the hash of each file with its stamp, and nothing for a file that was not ordered, is missing or too large', async () => {
  const [one, two, large, other] = [written('one'), written('two'), written('x'.repeat(2000)), written('other')];
  rest();
  const ahead = hashAhead([one, two, join(folder, 'none'), large], 1000);
  await hashAll();
  expect(ahead(one)?.sha256).toBe(sha256('one'));
  expect(ahead(two)?.sha256).toBe(sha256('two'));
  expect(ahead(two)).toEqual(ahead(two));
  expect([ahead(other), ahead(join(folder, 'none')), ahead(large)]).toEqual([undefined, undefined, undefined]);
});

it('does not answer for a file that has not rested: a change might leave its times as they are', async () => {
  const path = written('new');
  const ahead = hashAhead([path], limit);
  await hashAll();
  expect(ahead(path)).toBeUndefined();
});

it('leaves a file to the one who asks before it was begun, however often he asks, and does not hash it then', async () => {
  const [one, two] = [written('one'), written('two')];
  rest();
  const ahead = hashAhead([one, two], limit);
  expect([ahead(one), ahead(one)]).toEqual([undefined, undefined]);
  await hashAll();
  expect(ahead(one)).toBeUndefined();
  expect(ahead(two)?.sha256).toBe(sha256('two'));
});

it('waits for a file that the other thread is at', async () => {
  const path = written('one');
  const ahead = hashAhead([path], limit);
  const [order] = orders;
  if (!order) throw new Error('nothing was ordered');
  const state = new Int32Array(order.answers, 0, 1);
  const program = `const { workerData: { answers, text } } = require('node:worker_threads');
    const state = new Int32Array(answers, 0, 1);
    Atomics.store(state, 0, 1);
    Atomics.notify(state, 0);
    setTimeout(() => {
      Buffer.from(answers, 4, text.length).write(text, 'latin1');
      Atomics.store(state, 0, 2);
      Atomics.notify(state, 0);
    }, 200);`;
  const worker = new Worker(program, { eval: true, workerData: { answers: order.answers, text: 'abc 1,2,3' } });
  Atomics.wait(state, 0, 0);
  expect(ahead(path)).toEqual({ sha256: 'abc', stamp: '1,2,3' });
  await worker.terminate();
});

it('orders nothing where there is no other thread, or no file', () => {
  hashAhead([], limit);
  hashAheadBy();
  expect(hashAhead([written('one')], limit)(join(folder, 'file-0'))).toBeUndefined();
  expect(orders).toEqual([]);
});

it('is believed only while the system says that nothing of the file changed', async () => {
  const path = written('one');
  utimesSync(path, 1000, 1000);
  rest();
  const ahead = hashAhead([path], limit);
  await hashAll();
  const told = ahead(path);
  if (!told) throw new Error('there is no answer');
  // A hash that cannot be mistaken for one that was worked out here.
  const hashed = (stamp: string) => hashFile(path, 'a font', limit, forgetful, () => ({ sha256: 'told', stamp })).sha256;
  expect(hashed(told.stamp)).toBe('told');
  expect(hashed(told.stamp.replace(/.$/, 'x'))).toBe(sha256('one'));
  writeFileSync(path, 'two');
  utimesSync(path, 1000, 1000);
  rest();
  expect(hashed(told.stamp)).toBe(sha256('two'));
});

it('is not asked about a file that has not rested', () => {
  const path = written('one');
  const ask = vi.fn(() => undefined);
  expect(hashFile(path, 'a font', limit, forgetful, ask).sha256).toBe(sha256('one'));
  expect(ask).not.toHaveBeenCalled();
});
