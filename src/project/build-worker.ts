// Turn a process that was started to build into one that does: its jobs come from the process that started it, and it ends with that.
import { keepSayings, sayingsIn } from '../model/say.ts';
import { type BuildJob, buildJob, textsOfEnd } from './build-job.ts';
import { type JobAnswer, tellsOtherwise } from './build-pool.ts';
import { tuneEngine } from './tune-engine.ts';

const answer = (message: JobAnswer) => process.send?.(message);

if (process.argv.includes(tellsOtherwise)) keepSayings();
const tuned = tuneEngine({ releases: 'many', reads: false });

process.on('message', (job: BuildJob) => {
  tuned
    .then(() => buildJob(job))
    .then(
      (end) => answer({ end, sayings: sayingsIn(textsOfEnd(end)) }),
      (fault: unknown) => answer({ bug: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }),
    );
});
// What it publishes appears whole or not at all, whenever it ends.
process.on('disconnect', () => process.exit());
// Of a terminal that interrupts every process at once, the one that started this decides.
process.on('SIGINT', () => {});
