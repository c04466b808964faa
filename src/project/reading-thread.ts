// Turn a process that builds again and again into one whose files are read back by a thread of its own, while this one goes on.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MessageChannel, Worker } from 'node:worker_threads';
import { readTextsBy } from '../pdf/engine/text-reader.ts';
import { helperBehind } from './ask-helper.ts';
import type { HelpData } from './help-thread.ts';

/** Beside the built program; its source is no program, and then this thread reads. */
const program = fileURLToPath(new URL('./help-thread.js', import.meta.url));

let started = false;

/**
 * From now on another thread reads what this one builds. It holds some 40 MB and no process: it ends with this one. Should it break down,
 * the build that it reads for fails with what broke it, and later ones are read by this thread.
 */
export function readInThread(): void {
  if (started || !existsSync(program)) return;
  started = true;
  const { port1, port2: port } = new MessageChannel();
  const helper = helperBehind(port1);
  const data: HelpData = { kind: 'kessan-help', port };
  // Flags of the process are not the thread's: some may stand on a command line only.
  const thread = new Worker(program, {
    workerData: data,
    transferList: [port],
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: 12 },
  });
  let fault: unknown;
  thread.on('error', (error) => {
    fault = error;
  });
  thread.on('exit', () => {
    readTextsBy();
    helper.lost(fault ?? new Error('the thread that reads PDFs has ended'));
  });
  thread.unref();
  readTextsBy(helper.reader);
}
