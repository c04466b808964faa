#!/usr/bin/env node
// Turn this process into a run of the command line: a thread that computes, and a process that stays free to obey.
import { fstatSync, realpathSync } from 'node:fs';
import { isMainThread, workerData } from 'node:worker_threads';
import packageJson from '../package.json' with { type: 'json' };
import type { Console } from './commands/console.ts';
import { willRead } from './commands/early-reader.ts';
import { stackOf, supervise, type ThreadData, type ThreadMessage } from './commands/supervise.ts';
import { helperBehind } from './project/ask-helper.ts';
import { tuneEngine } from './project/tune-engine.ts';

/** Runs one command line (without node and script) and answers its exit code: 0 done, 1 errors in the release, 2 usage or fault. */
export async function run(args: readonly string[], console: Console): Promise<number> {
  // Loaded by the thread that runs it only.
  const { runCommandLine } = await import('./commands/command-line.ts');
  return runCommandLine(args, packageJson.version, console);
}

/** What only the process can tell of itself. */
interface Settings extends Pick<Console, 'cwd' | 'colour' | 'colourResults' | 'terminal' | 'lang'> {
  readonly args: readonly string[];
}

/** The process: streams, colours, signals. */
async function main(program: string): Promise<void> {
  const terminal = isTerminal('stderr');
  const settings: Settings = {
    args: process.argv.slice(2),
    cwd: process.cwd(),
    colour: terminal && !process.env.NO_COLOR,
    colourResults: isTerminal('stdout') && !process.env.NO_COLOR,
    terminal,
    ...(process.env.KESSAN_LANG && { lang: process.env.KESSAN_LANG }),
  };
  process.exitCode = await supervise(program, settings, willRead(settings.args, settings.cwd));
}

/** A pipe or a file needs no stream to tell: the stream is made while the thread starts. */
function isTerminal(name: 'stdout' | 'stderr'): boolean {
  try {
    if (!fstatSync(name === 'stdout' ? 1 : 2).isCharacterDevice()) return false;
  } catch {
    // What is closed is no terminal; the stream says more when it is written to.
    return false;
  }
  return process[name].isTTY === true;
}

/** The thread: one command, whose output and end it tells the process. */
async function thread({ port, orders, reader, settings: { args, ...rest } }: ThreadData<Settings>): Promise<void> {
  // The compiled form of the program is good for the flags that the engine begins with.
  await import('./commands/command-line.ts');
  // In a turn of its own what the program was read from is freed.
  await new Promise((resolve) => setImmediate(resolve));
  await tuneEngine({
    releases: args[0] !== undefined && staying.has(args[0]) ? 'many' : 'one',
    reads: args[0] !== undefined && reading.has(args[0]),
  });
  const tell = (message: ThreadMessage) => port.postMessage(message);
  const console: Console = {
    ...rest,
    out: (text) => tell({ kind: 'stdout', text }),
    err: (text) => tell({ kind: 'stderr', text }),
    now: () => performance.now(),
    trace: (trace) => tell({ kind: 'trace', trace }),
    helper: helperBehind(orders),
    ...(reader && { reader }),
  };
  try {
    tell({ kind: 'done', code: await run(args, console) });
  } catch (error) {
    tell({ kind: 'bug', stack: stackOf(error) });
  }
}

/** Commands that read PDF files in processes of their own, or pictures. */
const reading = new Set(['correct', 'diff', 'snapshot', 'verify']);

/** Commands that go on until they are stopped. */
const staying = new Set(['watch', 'serve']);

const file = import.meta.filename;
if (file !== undefined && process.argv[1] !== undefined && realpathSync(process.argv[1]) === file)
  void (isMainThread ? main(file) : thread(workerData as ThreadData<Settings>));
