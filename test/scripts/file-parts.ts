// Print what the size of PDF files of ours is made of: node test/scripts/run-ts.mjs test/scripts/file-parts.ts FILE…
import { readFileSync } from 'node:fs';
import { fileParts } from '../support/file-parts.ts';

for (const file of process.argv.slice(2)) {
  const pdf = readFileSync(file);
  const parts = [...fileParts(pdf)].sort(([, a], [, b]) => b - a);
  console.log(`${String(pdf.length).padStart(9)} ${file}`);
  for (const [part, bytes] of parts)
    console.log(`${String(bytes).padStart(9)} ${((100 * bytes) / pdf.length).toFixed(1).padStart(5)} % ${part}`);
}
