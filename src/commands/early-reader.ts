// Turn a command line that will have PDF files read into a reader that starts while the command is still being loaded.
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { readFileIfThere } from '../model/read-file.ts';
import type { RunTrace } from '../model/run-traces.ts';
import { quick, startsAsPdf } from '../pdf/engine/before-reading.ts';

/**
 * Whether a reader is worth starting: for a file that is verified, and for two that are compared and not the same; for none that is not
 * soon read. What the command line says besides is not looked at, and what is wrong with a file is told by the command; a reader that
 * nobody asks ends with it.
 */
export function willRead([command, ...names]: readonly string[], cwd: string): boolean {
  if (command !== 'diff' && command !== 'verify') return false;
  const [first, second, ...others] = names.flatMap((name) => pdfNamed(resolve(cwd, name)) ?? []);
  if (first === undefined || others.length > 0) return false;
  return command === 'verify' ? second === undefined : second !== undefined && !first.equals(second);
}

/** A PDF file, or the only one of a build; undefined where there is none, and for one that is not soon read. */
function pdfNamed(path: string): Buffer | undefined {
  try {
    const folder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
    const content = readFileIfThere(folder ? join(path, 'release.pdf') : path, quick.bytes);
    return content && startsAsPdf(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Starts one that is asked by the other side of `port`. */
export async function startEarly(port: MessagePort, note: (trace: RunTrace) => void): Promise<void> {
  const [{ forkReader }, { hostReader }] = await Promise.all([
    import('../pdf/engine/reader-child.ts'),
    import('../pdf/engine/hosted-reader.ts'),
  ]);
  const child = hostReader(() => forkReader(true), port);
  if (child?.pid !== undefined) note({ kind: 'process-started', id: child.pid });
}
