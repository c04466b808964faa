// Turn seeds into thousands of broken PDFs, and give each to `verify` and to `diff`: a verdict or a fault in words, within two seconds of the processor.
// usage: node test/scripts/run-ts.mjs test/scripts/fuzz-files.ts [COUNT [SEED [FILE...]]]   default 300 of the built samples
// Half of them are broken as files, half in what their streams hold. All are read in this process, the engine started anew when it fails.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareBuilds } from '../../src/verify/diff/compare-builds.ts';
import { unpackPage } from '../../src/verify/diff/packed-page.ts';
import { startEngine } from '../../src/verify/diff/pdf-engine.ts';
import { readAll } from '../../src/verify/diff/read-document.ts';
import { UnreadablePdf } from '../../src/verify/diff/read-pdf.ts';
import type { Version } from '../../src/verify/diff/version.ts';
import { verifyFile } from '../../src/verify/file/verify-file.ts';
import { PdfFault } from '../../src/verify/pdf-objects/pdf-value.ts';
import { innerMutants, mutants } from './mutate-pdf.mjs';

const [count = '300', seed = '1', ...named] = process.argv.slice(2);
const files = named.length > 0 ? named : ['out/iij/2q02/release.pdf', 'out/aoba/2026h1/release.pdf'];
/** Milliseconds of the processor. */
const longest = 2000;

const sources = files.map((file) => readFileSync(file));
const figures = files.map((file) => join(dirname(file), 'figures.json')).find(existsSync);
const recorded = figures === undefined ? undefined : readFileSync(figures, 'utf8');
let engine = await startEngine();
const sound = await versionOf(sources[0]!);
const tally = { verdicts: 0, faults: 0, compared: 0, refused: 0, slowest: 0 };
const wrong: string[] = [];

for (const made of [
  mutants(sources, Math.ceil(Number(count) / 2), Number(seed)),
  innerMutants(sources, Math.floor(Number(count) / 2), Number(seed)),
]) {
  for (const { bytes, name } of made) {
    await timed(`verify ${name}`, async () => {
      try {
        await verifyFile(bytes, recorded, textOf);
        tally.verdicts++;
      } catch (error) {
        if (!(error instanceof PdfFault)) throw error;
        tally.faults++;
      }
    });
    let version: Version | undefined;
    await timed(`read ${name}`, async () => {
      try {
        version = await versionOf(bytes);
      } catch (error) {
        if (!(error instanceof UnreadablePdf)) throw error;
        tally.refused++;
      }
    });
    if (!version) continue;
    const other = version;
    await timed(`diff ${name}`, async () => {
      compareBuilds(sound, other);
      tally.compared++;
    });
  }
}
const { verdicts, faults, compared, refused, slowest } = tally;
console.log(
  `${count} files, seed ${seed}: verify ${verdicts} verdicts, ${faults} faults; diff ${compared} compared, ${refused} refused; ${wrong.length} wrong, slowest ${slowest.toFixed(0)} ms`,
);
for (const line of wrong) console.log(line);
if (wrong.length > 0) process.exitCode = 1;

async function timed(name: string, work: () => Promise<void>): Promise<void> {
  const started = process.cpuUsage();
  try {
    await work();
  } catch (error) {
    wrong.push(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
  }
  const { user, system } = process.cpuUsage(started);
  const ms = (user + system) / 1000;
  tally.slowest = Math.max(tally.slowest, ms);
  if (ms > longest) wrong.push(`${name}: ${ms.toFixed(0)} ms`);
}

async function versionOf(bytes: Uint8Array, dpi: number | undefined = 48): Promise<Version> {
  const pages: Version['pages'][number][] = [];
  let fault: string | undefined;
  await readAll(engine, { bytes, dpi }, async (message) => {
    if (message.kind === 'page') pages.push(unpackPage(message.page));
    if (message.kind === 'fault') fault = message.message;
  });
  if (fault?.includes('the reader failed')) engine = await startEngine();
  if (fault !== undefined) throw new UnreadablePdf(fault);
  return { name: 'file', pages, altered: [] };
}

async function textOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { pages } = await versionOf(bytes, undefined);
  return pages.map(({ words }) => words.map(({ text }) => text).join(' '));
}
