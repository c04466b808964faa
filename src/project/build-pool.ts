// Turn jobs into their ends by warm worker processes: one that runs away, or is killed, costs its own job and no other.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { noteTrace } from '../model/run-traces.ts';
import { keepsSayings, learnSayings, type Sayings, say } from '../model/say.ts';
import type { BuildJob, JobEnd } from './build-job.ts';

/** Bounds of one job. */
export interface JobLimits {
  /** From its beginning to its end. */
  readonly seconds: number;
  /** Objects of its process. */
  readonly megabytes: number;
}

/** A job that did not come to an end of its own. */
export interface StoppedJob {
  readonly kind: 'stopped';
  readonly why: string;
}

/** What a worker answers: the end of its job and how the texts in it were made, or the stack of a fault of ours. */
export type JobAnswer = { readonly end: JobEnd; readonly sayings: Sayings } | { readonly bug: string };

/** A release of three hundred pages takes seconds; what takes a minute does not end. */
export const usualLimits: JobLimits = { seconds: 60, megabytes: 512 };

/** Times that a job is tried whose process ended under it: whatever killed it may have meant another. */
const tries = 2;

/** MB of young objects before the engine looks which of them live: half of it took a seventh more time, twice of it a sixth more memory. */
const youngMegabytes = 8;

/** A part of what lives, in percent, that old objects grow by before the engine looks which of them live. */
const growth = 30;

/** The C library keeps memory for each thread that ever packed a stream; with one place for all of them a process is some ten megabytes smaller. */
const oneArena = { MALLOC_ARENA_MAX: '1' };

/** What a worker is started with where messages are told in another language than they are written in. */
export const tellsOtherwise = 'keep-sayings';

/** As many processes as jobs are asked for at once; each builds job after job, and keeps what they have in common. */
export class BuildPool {
  readonly #limits: JobLimits;
  readonly #program: string;
  readonly #idle: ChildProcess[] = [];

  constructor(limits: JobLimits = usualLimits, program: URL = new URL('./build-worker.js', import.meta.url)) {
    this.#limits = limits;
    this.#program = fileURLToPath(program);
  }

  async run(job: BuildJob): Promise<JobEnd | StoppedJob> {
    const { seconds, megabytes } = this.#limits;
    for (let count = 0; count < tries; count++) {
      const answer = await this.#once(job);
      if (answer === 'late') return { kind: 'stopped', why: say`it was not done in ${seconds} seconds` };
      if (answer === 'ended') continue;
      if ('bug' in answer) return { kind: 'stopped', why: say`by a fault of the program, not of your data: ${answer.bug}` };
      learnSayings(answer.sayings);
      return answer.end;
    }
    const why = say`its process ended under it ${tries} times: it needs more than ${megabytes} MB, or something killed it`;
    return { kind: 'stopped', why };
  }

  #once(job: BuildJob): Promise<JobAnswer | 'late' | 'ended'> {
    const worker = this.#idle.pop() ?? this.#start();
    return new Promise((resolve) => {
      const settle = (answer: JobAnswer | 'late' | 'ended') => {
        clearTimeout(timer);
        worker.removeAllListeners('message');
        worker.off('exit', ended);
        if (typeof answer === 'object') this.#idle.push(worker);
        resolve(answer);
      };
      const ended = () => settle('ended');
      const timer = setTimeout(() => {
        worker.kill('SIGKILL');
        settle('late');
      }, this.#limits.seconds * 1000);
      worker.once('message', (answer: JobAnswer) => settle(answer));
      worker.once('exit', ended);
      // One that has just ended says so by its exit.
      worker.send(job, () => {});
    });
  }

  #start(): ChildProcess {
    const worker = fork(this.#program, keepsSayings() ? [tellsOtherwise] : [], {
      serialization: 'advanced',
      execArgv: [
        `--max-old-space-size=${this.#limits.megabytes}`,
        `--max-semi-space-size=${youngMegabytes}`,
        `--heap-growing-percent=${growth}`,
      ],
      env: { ...process.env, ...oneArena },
    });
    const { pid: id } = worker;
    if (id !== undefined) noteTrace({ kind: 'process-started', id });
    worker.once('exit', () => {
      if (id !== undefined) noteTrace({ kind: 'process-ended', id });
      const at = this.#idle.indexOf(worker);
      if (at >= 0) this.#idle.splice(at, 1);
    });
    // A process that cannot be started, or be told something, ends: that is what is listened to.
    worker.on('error', () => worker.emit('exit'));
    return worker;
  }

  /** Ends the processes that have no job. */
  close(): void {
    for (const worker of this.#idle.splice(0)) worker.disconnect();
  }
}
