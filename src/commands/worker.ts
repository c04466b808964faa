// Turn this machine into a worker of a queue: it builds what others send until it is stopped.
import { availableParallelism } from 'node:os';
import { keepSayings, say } from '../model/say.ts';
import { BuildPool, usualLimits } from '../project/build-pool.ts';
import { connectQueue } from '../queue/connect-queue.ts';
import { QueueWorker, type WorkEvent } from '../queue/work-on-queue.ts';
import { type Console, exit } from './console.ts';
import { visibleText } from './visible-text.ts';

/** How it works. */
export interface WorkerOptions {
  /** Address of the queue, or its context file. */
  readonly queue: string;
  /** Releases that are built at once; as many as the machine computes at once unless given. */
  readonly jobs?: number;
  /** Seconds that one release may take. */
  readonly seconds?: number;
}

/** Ends by a signal only; jobs that it is at are then given to another worker. */
export async function worker({ queue: address, jobs = availableParallelism(), seconds }: WorkerOptions, console: Console): Promise<number> {
  const queue = await connectQueue(address, console.cwd, (what) => console.err(say`kessan: ${what}\n`));
  // Whoever asked may want what is found in another language.
  keepSayings();
  const limits = { ...usualLimits, ...(seconds !== undefined && { seconds }) };
  console.err(say`kessan: worker of ${address}, ${jobs} at once\n`);
  const tell = ({ id, name, what, why }: WorkEvent) =>
    console.err(`${name ?? id.slice(0, 12)}: ${what}${why === undefined ? '' : `, ${visibleText(why)}`}\n`);
  await new QueueWorker(queue, jobs, new BuildPool(limits), tell).work();
  await queue.close();
  return exit.done;
}
