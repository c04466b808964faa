// Turn what a run does outside itself into notes for whoever may have to stop it: temporary files, other processes, published files.

/** One thing that a run did, or is about to do. Each is noted before it is done, so that a run may be stopped at any moment. */
export type RunTrace =
  /** Files that are to be removed when the run does not come to replace its outputs with them. */
  | { readonly kind: 'temporary'; readonly files: readonly string[] }
  /** Outputs are being replaced, which takes a moment: who waits for `published` finds all of them new. */
  | { readonly kind: 'replacing' }
  /** These outputs are now those of this run; after a fault they are fewer than were to be. */
  | { readonly kind: 'published'; readonly files: readonly string[] }
  /** A process that works for the run, and ends with it. */
  | { readonly kind: 'process-started'; readonly id: number }
  | { readonly kind: 'process-ended'; readonly id: number }
  /** Releases that a run of many has not come to the end of. */
  | { readonly kind: 'remaining'; readonly names: readonly string[] };

let listener: (trace: RunTrace) => void = () => {};

/** Notes go to `listen` from now on. Without it they go nowhere: a run inside another program is not stopped from outside. */
export function listenToTraces(listen: (trace: RunTrace) => void): void {
  listener = listen;
}

export function noteTrace(trace: RunTrace): void {
  listener(trace);
}
