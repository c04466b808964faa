// Turn the bytes of standard input into one message to whoever started this program: the workbook that they are, or why they are none.
import { say } from '../../model/say.ts';
import type { Workbook } from '../workbook.ts';
import { parseXlsx } from './parse-xlsx.ts';
import { UnreadableWorkbook } from './unpack-archive.ts';

/** What is answered, once. */
export type WorkbookMessage =
  | { readonly kind: 'workbook'; readonly workbook: Workbook }
  /** The message goes on from the file's name. */
  | { readonly kind: 'fault'; readonly message: string };

const parts: Buffer[] = [];
process.on('disconnect', () => process.exit());
process.stdin.on('data', (part: Buffer) => parts.push(part));
process.stdin.on('end', () => {
  process.send?.(answer(Buffer.concat(parts)), undefined, undefined, () => process.exit());
});

function answer(bytes: Buffer): WorkbookMessage {
  try {
    return { kind: 'workbook', workbook: parseXlsx(bytes) };
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : String(fault);
    return { kind: 'fault', message: fault instanceof UnreadableWorkbook ? message : say`cannot be read as a workbook (${message})` };
  }
}
