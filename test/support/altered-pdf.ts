// Turn a PDF and an edit of its plain text into a damaged PDF that is still a file: what a checker must notice.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { withFile } from './tools.ts';

/** Replaces every match; a pattern that matches nothing fails the test that asked for it. */
export interface PdfEdit {
  readonly from: RegExp;
  readonly to: string;
}

/** Objects and streams are spelled out by qpdf, edited as text, and their lengths and offsets set right again. Needs qpdf. */
export function alteredPdf(pdf: Uint8Array, ...edits: readonly PdfEdit[]): Uint8Array {
  return withFile(pdf, (file) => {
    const plain = `${file}.qdf`;
    execFileSync('qpdf', ['--qdf', '--object-streams=disable', '--no-original-object-ids', file, plain], { stdio: 'pipe' });
    let text = readFileSync(plain, 'latin1');
    for (const { from, to } of edits) {
      if (!from.test(text)) throw new Error(`nothing in the file matches ${from}`);
      from.lastIndex = 0;
      text = text.replace(from, to);
    }
    writeFileSync(plain, text, 'latin1');
    return execFileSync('fix-qdf', [plain], { maxBuffer: 1 << 28 });
  });
}

/** The same, packed again into object streams as our files are. */
export function repackedPdf(pdf: Uint8Array, ...edits: readonly PdfEdit[]): Uint8Array {
  return withFile(alteredPdf(pdf, ...edits), (file) => {
    const packed = `${file}.packed`;
    execFileSync('qpdf', ['--object-streams=generate', '--recompress-flate', file, packed], { stdio: 'pipe' });
    return readFileSync(packed);
  });
}
