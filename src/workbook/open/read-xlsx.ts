// Turn the bytes of an .xlsx file from anywhere into a workbook, or into a clear refusal: a process of its own reads it, with limits of time and memory.
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workbookLimits } from '../../model/limits.ts';
import { noteTrace } from '../../model/run-traces.ts';
import { say } from '../../model/say.ts';
import type { Workbook } from '../workbook.ts';
import { UnreadableWorkbook } from './unpack-archive.ts';
import type { WorkbookMessage } from './workbook-reader.ts';

/** Rejects with `UnreadableWorkbook` for any file that is no sound workbook within the limits. */
export async function readXlsx(bytes: Uint8Array): Promise<Workbook> {
  const child = fork(readerFile(), [], {
    execArgv: [`--max-old-space-size=${workbookLimits.megabytes}`],
    serialization: 'advanced',
    env: {},
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  });
  // A reader that hangs would outlive a command that is stopped from outside.
  if (child.pid !== undefined) noteTrace({ kind: 'process-started', id: child.pid });
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  try {
    return await new Promise<Workbook>((resolve, reject) => {
      const refuse = (message: string) => reject(new UnreadableWorkbook(message));
      const timer = setTimeout(
        () => refuse(say`takes longer than ${workbookLimits.milliseconds / 1000} seconds`),
        workbookLimits.milliseconds,
      );
      const settle = (act: () => void) => {
        clearTimeout(timer);
        act();
      };
      child.on('message', (message: WorkbookMessage) =>
        settle(() => (message.kind === 'workbook' ? resolve(message.workbook) : refuse(message.message))),
      );
      child.on('error', (error) => settle(() => refuse(say`is not read: the reader cannot be started (${error.message})`)));
      child.on('disconnect', () => settle(() => refuse(say`breaks its reader down: it may need more than ${workbookLimits.megabytes} MB`)));
      // A reader that breaks down before it has the whole file is told by its channel.
      child.stdin?.on('error', () => {});
      child.stdin?.end(bytes);
    });
  } finally {
    process.off('exit', end);
    end();
    if (child.pid !== undefined) noteTrace({ kind: 'process-ended', id: child.pid });
  }
}

/** In the bundle beside the code; from sources, the one of the bundle. */
function readerFile(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const file = [join(here, 'workbook-reader.js'), join(here, '../../../dist/workbook-reader.js')].find(existsSync);
  if (file === undefined) throw new Error('read-xlsx: the program was not bundled');
  return file;
}
