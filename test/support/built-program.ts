// Turn a command line into a process of the built program: what it printed, how it ended, and how long it took to obey a signal.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { projectRoot } from './sample.ts';

const program = join(projectRoot, 'dist/cli.js');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts it in `cwd`, from a shell where `through` says how: `"$@" | head -1`. */
export function startBuilt(args: readonly string[], cwd: string, through = 'exec "$@"'): Started {
  expect(existsSync(program), 'run `npm run prepare` first').toBe(true);
  // A shell of its own for each, whose last command takes its place.
  const child = spawn('bash', ['-c', through, 'bash', process.execPath, program, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const told = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told.err += text;
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code, signal) => resolve({ code, signal, ...told })));
  return { child, ended };
}

export const runBuilt = (args: readonly string[], cwd: string, through?: string): Promise<Ended> => startBuilt(args, cwd, through).ended;

/** Sends the signal and waits for the end; `ms` is the time between. Fails when the process has ended before. */
export async function signalled({ child, ended }: Started, signal: 'SIGINT' | 'SIGTERM'): Promise<Ended & { readonly ms: number }> {
  expect(child.exitCode, 'the command ended before the signal').toBeNull();
  const sent = performance.now();
  child.kill(signal);
  const end = await ended;
  return { ...end, ms: performance.now() - sent };
}

/**
 * Waits until the program, and not the system, decides what a signal does: it takes SIGXFSZ in hand with the others. Before that
 * a signal ends the process by itself, which a shell tells by the same codes.
 */
export async function listening({ child }: Started): Promise<void> {
  for (let tries = 0; tries < 1000; tries++) {
    const caught = /^SigCgt:\s*([0-9a-f]+)/m.exec(statusOf(child.pid));
    if (caught && (BigInt(`0x${caught[1]}`) >> 24n) & 1n) return;
    await sleep(10);
  }
  throw new Error('the program does not listen to signals');
}

function statusOf(pid: number | undefined): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

/** Processes that a process has started. */
export function childrenOf({ pid }: ChildProcess): readonly number[] {
  try {
    return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
  } catch {
    return [];
  }
}

/** Whether it still runs: one that only waits for its exit code to be fetched does not. */
export function runs(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Ticks of the processor that a process has used; 0 when it is gone. */
export function ticksOf(pid: number): number {
  try {
    const [, , , , , , , , , , , user = '0', system = '0'] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return Number(user) + Number(system);
  } catch {
    return 0;
  }
}
