// Turn what a command line asks for into who builds: processes of this machine, or workers behind a queue.
import { availableParallelism } from 'node:os';
import { say } from '../model/say.ts';
import { BuildPool, usualLimits } from '../project/build-pool.ts';
import type { Urgency } from '../queue/connect-queue.ts';
import type { Builder } from './build-many.ts';
import type { Console } from './console.ts';

/** What is asked for. */
export interface BuilderOptions {
  /** Workers behind a queue build, not this machine. */
  readonly queue?: { readonly address: string; readonly urgency: Urgency };
  /** Processes at once; as many as the machine computes at once unless given. */
  readonly jobs?: number;
  /** Seconds that one release may take. */
  readonly seconds?: number;
}

/** Jobs of one command that wait on a queue at once: what is beyond is read when its turn comes. */
const sentAtOnce = 200;

/** `close` ends what the builder holds open. */
export async function builderBy(
  { queue, jobs, seconds }: BuilderOptions,
  { cwd, err }: Console,
): Promise<{ readonly builder: Builder; readonly close: () => void | Promise<void> }> {
  if (!queue) {
    const pool = new BuildPool({ ...usualLimits, ...(seconds !== undefined && { seconds }) });
    return { builder: { atOnce: jobs ?? availableParallelism(), run: (job) => pool.run(job) }, close: () => pool.close() };
  }
  const { connectQueue } = await import('../queue/connect-queue.ts');
  const { JobSender } = await import('../queue/send-jobs.ts');
  const open = await connectQueue(queue.address, cwd, (what) => err(say`kessan: ${what}\n`));
  const sender = new JobSender(open, queue.urgency);
  return { builder: { atOnce: sentAtOnce, run: (job) => sender.run(job) }, close: () => open.close() };
}
