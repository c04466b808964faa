// Turn a seed into broken PDFs and read each as a comparison would: no crash, no hang, pages or a clear message.
// usage: node test/scripts/fuzz-reader.mjs [--inside] [COUNT] [SEED] [FILE.pdf ...]   (default: 100 files, seed 1, out/iij/2q02/release.pdf)
//   --inside: in this process, one reader for all, started anew when it fails; times are of the processor. Else as `kessan diff` does.
import { readFileSync } from 'node:fs';
import { importSrc } from './import-src.mjs';
import { mutants } from './mutate-pdf.mjs';

const inside = process.argv.includes('--inside');
const [count = '100', seed = '1', ...files] = process.argv.slice(2).filter((argument) => argument !== '--inside');
const sources = (files.length > 0 ? files : ['out/iij/2q02/release.pdf']).map((file) => readFileSync(file));
/** Milliseconds after which a file counts as a hang. */
const longest = 2000;

const reader = await importSrc('pdf/engine/read-pdf', 'pdf/engine/reader-process', 'pdf/engine/read-document', 'pdf/engine/pdf-engine');
const tally = await (inside ? readInside(reader) : readOutside(reader));
const refused = [...tally.refused.values()].reduce((sum, n) => sum + n, 0);
console.log(
  `${count} files, seed ${seed}: ${tally.read} read, ${refused} refused, ${tally.crashes.length} crashes, ${tally.slow.length} over ${longest} ms, slowest ${tally.slowest.toFixed(0)} ms`,
);
for (const [kind, n] of [...tally.refused].sort((a, b) => b[1] - a[1])) console.log(`  ${n} × ${kind}`);
for (const line of [...tally.crashes, ...tally.slow]) console.log(line);
if (tally.crashes.length > 0 || tally.slow.length > 0) process.exitCode = 1;

function newTally() {
  return { read: 0, refused: new Map(), crashes: [], slow: [], slowest: 0 };
}

function refuse(tally, message) {
  const kind = message.replace(/\d+/g, 'N').slice(0, 60);
  tally.refused.set(kind, (tally.refused.get(kind) ?? 0) + 1);
}

function time(tally, name, ms) {
  tally.slowest = Math.max(tally.slowest, ms);
  if (ms > longest) tally.slow.push(`${name}: ${ms.toFixed(0)} ms`);
}

async function readOutside({ readPdf, UnreadablePdf }) {
  const tally = newTally();
  for (const { bytes, name } of mutants(sources, Number(count), Number(seed))) {
    const started = performance.now();
    try {
      await readPdf(bytes, 96);
      tally.read++;
    } catch (error) {
      if (error instanceof UnreadablePdf) refuse(tally, error.message);
      else tally.crashes.push(`${name}: ${error instanceof Error ? error.stack : error}`);
    }
    time(tally, name, performance.now() - started);
  }
  return tally;
}

async function readInside({ startEngine, readAll }) {
  const tally = newTally();
  let engine = await startEngine();
  for (const { bytes, name } of mutants(sources, Number(count), Number(seed))) {
    const started = process.cpuUsage();
    let end;
    try {
      await readAll(engine, { bytes, dpi: 96 }, async (message) => {
        end = message;
      });
      if (end.kind === 'done') tally.read++;
      else if (end.kind === 'fault') refuse(tally, end.message);
      else tally.crashes.push(`${name}: ended with ${end.kind}`);
    } catch (error) {
      tally.crashes.push(`${name}: ${error instanceof Error ? error.stack : error}`);
      engine = await startEngine();
    }
    // Its memory is not to be trusted after a fault of its own: `kessan diff` has a process for each file.
    if (end?.kind === 'fault' && end.message.includes('the reader failed')) engine = await startEngine();
    const { user, system } = process.cpuUsage(started);
    time(tally, name, (user + system) / 1000);
  }
  return tally;
}
