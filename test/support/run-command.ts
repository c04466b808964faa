// Turn a command line into what it printed and its exit code.
import { run } from '../../src/cli.ts';
import { projectRoot } from './sample.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in this process, without colours and without a terminal; `lang` is what KESSAN_LANG says. */
export async function runCommand(args: readonly string[], cwd: string = projectRoot, lang?: string): Promise<Ran> {
  const printed = { out: '', err: '' };
  const code = await run(args, {
    cwd,
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    colour: false,
    terminal: false,
    now: () => 0,
    ...(lang !== undefined && { lang }),
  });
  return { code, ...printed };
}
