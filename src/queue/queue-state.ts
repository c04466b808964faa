// Turn a queue into its state: who works, what waits, and what came of the jobs whose results are still kept.
import type { Queue } from './connect-queue.ts';
import { openResult } from './job-result.ts';

/** What is known of a queue at one moment. */
export interface QueueState {
  /** Those that gave a sign of life in the last seconds. */
  readonly workers: readonly WorkerState[];
  readonly waiting: { readonly urgent: number; readonly normal: number };
  /** Given to a worker, and neither done nor given back. */
  readonly running: number;
  /** Results that are still kept, and those of the last minute. */
  readonly results: number;
  readonly rate: number;
  /** Jobs that no worker could build, with the reason, latest first. */
  readonly setAside: readonly { readonly id: string; readonly release: string; readonly why: string }[];
}

/** A worker as it tells of itself. */
interface WorkerState {
  readonly worker: number;
  readonly jobs: number;
  readonly busy: number;
}

/** Workers tell that they live once a second. */
const listening = 2200;

/** Results that are looked into: those that were set aside are among the latest. */
const lookedInto = 200;

export async function queueState(queue: Queue): Promise<QueueState> {
  const workers = new Map<number, WorkerState>();
  const heard = queue.connection.subscribe(queue.names.alive, {
    callback: (fault, message) => {
      if (fault) return;
      const state = message.json<WorkerState>();
      workers.set(state.worker, state);
    },
  });
  const [urgent, normal] = [await queue.waiting('urgent'), await queue.waiting('normal')];
  const kept = await queue.results.list();
  const minute = new Date(Date.now() - 60_000).toISOString();
  const setAside: { id: string; release: string; why: string }[] = [];
  for (const { name: id } of kept.slice(0, lookedInto)) {
    const bytes = await queue.results.read(id);
    if (!bytes) continue;
    const { end, name: release = id.slice(0, 12) } = openResult(bytes);
    if (end.kind === 'stopped') setAside.push({ id, release, why: end.why });
    if (end.kind === 'fault') setAside.push({ id, release, why: end.message });
  }
  await new Promise((resolve) => setTimeout(resolve, listening));
  heard.unsubscribe();
  return {
    workers: [...workers.values()],
    waiting: { urgent: urgent.num_pending, normal: normal.num_pending },
    running: urgent.num_ack_pending + normal.num_ack_pending,
    results: kept.length,
    rate: kept.filter(({ mtime }) => mtime > minute).length,
    setAside,
  };
}
