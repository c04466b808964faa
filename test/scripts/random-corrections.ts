// Turn seeds into a proof of corrections: each seed edits a sample once, and impact, comparison and notice must say the same of it.
// usage: node test/scripts/run-ts.mjs test/scripts/random-corrections.ts [--count N] [--seed N] [--of iij/2q02|aoba/2026h1] [--kind NAME]
//   (default: 200 from seed 1, of both samples and all kinds in turn). Exit 1 when any of them says another thing.
import { cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { endReaders } from '../../src/pdf/engine/read-pdf.ts';
import { correctAtRandom, kinds, type Outcome } from '../support/random-corrections/correct-at-random.ts';
import { openSubject, type Subject } from '../support/random-corrections/subject.ts';
import { removeTemporaryFolders } from '../support/temporary-folder.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    of: { type: 'string' },
    kind: { type: 'string' },
  },
});
process.setSourceMapsEnabled(true);
// The reader of PDF files is a program of its own, sought beside this one: `npm run bundle` made it.
for (const file of ['pdf-reader.js', 'package.json', 'pdfium.wasm'])
  cpSync(join('dist', file), join(dirname(fileURLToPath(import.meta.url)), file));
const [count, first] = [Number(values.count), Number(values.seed)];
const samples = values.of === undefined ? ['iij/2q02', 'aoba/2026h1'] : [values.of];
const chosen = values.kind === undefined ? kinds : [values.kind];
const subjects = new Map<string, Subject>();
const outcomes: Outcome[] = [];
try {
  for (let seed = first; seed < first + count; seed++) {
    const name = samples[seed % samples.length] ?? '';
    const subject = subjects.get(name) ?? (await openSubject(name));
    subjects.set(name, subject);
    const kind = chosen[Math.floor(seed / samples.length) % chosen.length] ?? '';
    const outcome = await correctAtRandom(subject, kind, seed);
    outcomes.push(outcome);
    const { sample, edit, faults } = outcome;
    if (faults.length === 0) continue;
    console.log(`seed ${seed}, ${sample}, ${kind}: ${edit}`);
    for (const fault of faults.slice(0, 8)) console.log(`   ${fault}`);
    if (faults.length > 8) console.log(`   and ${faults.length - 8} more`);
  }
} finally {
  endReaders();
  removeTemporaryFolders();
}
console.log('kind | edits | built | refused before | differences | at fault');
for (const kind of new Set(chosen)) {
  const own = outcomes.filter((outcome) => outcome.kind === kind);
  const sum = (of: (outcome: Outcome) => number) => own.reduce((total, outcome) => total + of(outcome), 0);
  const built = own.filter((outcome) => outcome.built).length;
  const wrong = own.filter(({ faults }) => faults.length > 0).length;
  console.log([kind, own.length, built, sum(({ refused }) => refused), sum(({ changes }) => changes), wrong].join(' | '));
}
const wrong = outcomes.filter(({ faults }) => faults.length > 0);
console.log(
  `${outcomes.length} corrections, ${wrong.length} at fault${wrong.length > 0 ? `: seeds ${wrong.map(({ seed }) => seed).join(', ')}` : ''}`,
);
process.exitCode = wrong.length > 0 ? 1 : 0;
