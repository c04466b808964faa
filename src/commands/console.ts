// Turn process streams into what commands need of them: results, findings, a progress line.
import type { MessagePort } from 'node:worker_threads';
import type { RunTrace } from '../model/run-traces.ts';
import type { Teller } from '../model/tell-message.ts';
import type { Helper } from '../project/ask-helper.ts';

/** Everything a command may touch of its process; tests hand in their own. */
export interface Console {
  readonly cwd: string;
  /** Results. */
  readonly out: (text: string) => void;
  /** Findings and progress. */
  readonly err: (text: string) => void;
  /** Findings are coloured: a terminal, and NO_COLOR is not set. */
  readonly colour: boolean;
  /** Results are coloured: they go to a terminal themselves, and NO_COLOR is not set. */
  readonly colourResults?: boolean;
  /** Code of the language that messages are told in, where a command line does not say: KESSAN_LANG. */
  readonly lang?: string;
  /** Messages in the language that was asked for; as they are written without it. */
  readonly tell?: Teller;
  /** A progress line may be drawn and erased. */
  readonly terminal: boolean;
  /** Milliseconds from some moment; only for progress and timings, never for what is built. */
  readonly now: () => number;
  /** Told what the run does outside itself, where somebody may have to stop it. */
  readonly trace?: (trace: RunTrace) => void;
  /** Works for the run, where it has a thread of its own. */
  readonly helper?: Helper;
  /** Behind it a process is starting that reads PDF files. */
  readonly reader?: MessagePort;
}

/** Exit codes of every command: done; the release has errors and nothing was written; wrong usage or a fault. */
export const exit = { done: 0, errors: 1, fault: 2 } as const;

/**
 * Draws `kessan issuer/release layout…` over itself while stages run; nothing where there is no terminal. What each took comes in the order
 * in which they began, one that went on after another as one.
 */
export function progress(
  console: Console,
  name: string,
): { watch: (stage: string) => void; end: () => readonly { stage: string; ms: number }[] } {
  const times = new Map<string, number>();
  let started = console.now();
  let running: string | undefined;
  const close = () => {
    if (running !== undefined) times.set(running, (times.get(running) ?? 0) + console.now() - started);
  };
  return {
    watch(stage) {
      close();
      running = stage;
      started = console.now();
      if (console.terminal) console.err(`\r\u001b[K${name} ${stage}…`);
    },
    end() {
      close();
      running = undefined;
      if (console.terminal) console.err('\r\u001b[K');
      return [...times].map(([stage, ms]) => ({ stage, ms }));
    },
  };
}
