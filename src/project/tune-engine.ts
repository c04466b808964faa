// Turn what a process is about to do into settings of the engine that runs it; what it computes is the same with them and without.

/** What a process is about to do. `one`: one release, then the end. `many`: releases for minutes. `reads`: PDF files are read in processes of its own, or pictures. */
export interface Workload {
  readonly releases: 'one' | 'many';
  readonly reads: boolean;
}

/**
 * The engine of Node 20 has no quick middle compiler, and in a run of one second spends a fifth on optimising code that soon ends; of
 * releases that all differ a process optimises, and throws away again, for half of its time: code has to run longer before it is optimised,
 * three times as long where it goes on for minutes, and longer where it soon ends.
 * The PDF reader's program is not optimised at all for one release, which pays for itself up to some eighty pages.
 * Only the engine of Node 20 is set; the process is to do it before anything else, and once.
 * The compiled forms of the engine's own modules are good for the flags that it was built with only: those that are wanted are loaded first.
 */
export async function tuneEngine({ releases, reads }: Workload): Promise<void> {
  if (!process.versions.v8.startsWith('11.')) return;
  const { setFlagsFromString } = await import('node:v8');
  await Promise.all([import('node:crypto'), import('node:perf_hooks'), import('node:zlib')]);
  if (reads) await Promise.all([import('node:assert'), import('node:child_process')]);
  setFlagsFromString(`--interrupt-budget=${releases === 'one' ? 1_000_000 : 400_000}`);
  // Patterns of words are compiled when they are first searched for: interpreted at first, they took 40 ms more.
  setFlagsFromString('--no-regexp-tier-up');
  if (releases === 'one') {
    setFlagsFromString('--liftoff-only');
    // Old objects grow by this part, in percent, before the engine looks which of them live: twice in a build, which keeps most of what it makes.
    // Without it the peak is seven megabytes higher; at 60 a third look, just before the end, takes four percent of the time.
    setFlagsFromString('--heap-growing-percent=100');
  }
}
