// Turn a queue into what is told of it: its workers, what waits, what is at work, and what was set aside.
import { connectQueue } from '../queue/connect-queue.ts';
import { type QueueState, queueState } from '../queue/queue-state.ts';
import { type Console, exit } from './console.ts';
import type { Format } from './report-findings.ts';

export async function queue(address: string, { format }: { readonly format: Format }, console: Console): Promise<number> {
  const open = await connectQueue(address, console.cwd);
  const state = await queueState(open).finally(() => open.close());
  console.out(format === 'json' ? `${JSON.stringify(state, null, 2)}\n` : told(state));
  return exit.done;
}

function told({ workers, waiting, running, results, setAside, rate }: QueueState): string {
  const jobs = workers.reduce((sum, each) => sum + each.jobs, 0);
  const busy = workers.reduce((sum, each) => sum + each.busy, 0);
  const lines = [
    `workers: ${workers.length}, which build ${jobs} at once and are at ${busy}`,
    `waiting: ${waiting.urgent} urgent, ${waiting.normal} more`,
    `running: ${running}`,
    `results: ${results}, ${rate} of them of the last minute`,
    ...setAside.map(({ release, why }) => `set aside: ${release}, ${why}`),
  ];
  return `${lines.join('\n')}\n`;
}
