// Turn an idle moment into a PDF reader that is ready: its program is compiled as it is used, so it reads a file before the first that counts.
import { fileURLToPath } from 'node:url';
import { readFileIfThere } from '../../model/read-file.ts';
import { startReader, withPdf } from './open-pdf.ts';

/** Bytes that the file has at most. */
const mostBytes = 1_000_000;

/** Beside the built program: pages of a release, with its kinds of fonts. Without it the reader is started and reads nothing. */
const file = fileURLToPath(new URL('./warm-up.pdf', import.meta.url));

/** Ends before a page when `stopped` says so; `turn` is awaited before each. Rejects when the reader does not start. */
export async function warmReader(turn: () => Promise<void>, stopped: () => boolean): Promise<void> {
  startReader();
  const pdf = stopped() ? undefined : readFileIfThere(file, mostBytes);
  if (!pdf) return;
  await withPdf(pdf, async ({ pages, text }) => {
    // Kinds of pages stand apart; more of them would take the processor from the thread that composes for little.
    for (const index of new Set([0, pages >> 1, pages - 1])) {
      await turn();
      if (stopped()) return;
      text(index);
    }
  });
}
