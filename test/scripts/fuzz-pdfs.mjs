// Turn seeds into broken PDFs of ours and hand each to what `kessan diff` and `kessan verify` make of a file: a verdict or a refusal, never a crash, never slow.
// usage: node test/scripts/fuzz-pdfs.mjs [--count N] [--seed N] [--only N] [--jobs N] [--build FOLDER]...   (default: 3,000 files, seed 1, out/iij/2q02)
//   Every other file is broken in its bytes (as fuzz-reader.mjs does), the others inside their streams. Exit 1 when there is any fault.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importSrc } from './import-src.mjs';
import { answerNumbers, runInLanes } from './lanes.mjs';
import { mutantInside } from './mutate-inside-pdf.mjs';
import { mutants } from './mutate-pdf.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    jobs: { type: 'string', default: '1' },
    build: { type: 'string', multiple: true, default: ['out/iij/2q02'] },
    worker: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
/** Milliseconds of the processor that each of the two may take, and by the clock until a file counts as a hang. */
const most = 2_000;
const longest = 60_000;
/** Bytes of a process that may go on: PDFium never gives memory back. */
const mostMemory = 600 * 1024 * 1024;
const builds = values.build.map((folder) => ({
  pdf: readFileSync(join(folder, 'release.pdf')),
  figures: existsSync(join(folder, 'figures.json')) ? readFileSync(join(folder, 'figures.json'), 'utf8') : undefined,
}));

if (values.worker) await answerNumbers(await judge());
else if (values.only !== undefined) console.log(await (await judge())(Number(values.only)));
else await runAll();

/** File number N: even ones are broken in their bytes, odd ones inside. */
function mutant(number) {
  const sources = builds.map(({ pdf }) => pdf);
  if (number % 2 === 1) return mutantInside(sources, seed, number);
  for (const made of mutants(sources, 1, seed * 1_000_003 + number)) return { ...made, name: made.name.replace(/^\d+/, String(number)) };
}

/** A function from a number to what `diff` and `verify` make of the file. */
async function judge() {
  const names = ['pdf/engine/read-document', 'pdf/engine/pdf-engine', 'compare/compare-builds', 'verify/verify'];
  const more = ['pdf/engine/pdf-page', 'pdf/engine/open-pdf', 'pdf/objects/pdf-value'];
  const { readAll, startEngine, compareBuilds, verify, readText, unpackPage, PdfFault } = await importSrc(...names, ...more);
  const engine = await startEngine();
  const read = async (bytes) => {
    const pages = [];
    let fault;
    await readAll(engine, { bytes, dpi: 48 }, async (message) => {
      if (message.kind === 'page') pages.push(unpackPage(message.page));
      if (message.kind === 'fault') fault = message.message;
    });
    return { pages, fault };
  };
  const { pages: sound } = await read(builds[0].pdf);
  const asDiff = async (bytes) => {
    const { pages, fault } = await read(bytes);
    if (fault !== undefined) return `refused: ${fault}`;
    const { changes } = compareBuilds({ name: 'old', pages: sound, altered: [] }, { name: 'new', pages, altered: [] });
    return changes.length > 0 ? 'different' : 'same';
  };
  const asVerify = async (bytes) => {
    try {
      const { findings } = await verify(bytes, builds[0].figures, readText);
      return findings.length > 0 ? 'wrong' : 'sound';
    } catch (error) {
      if (!(error instanceof PdfFault)) throw error;
      return `refused: ${error.message}`;
    }
  };
  for (let warm = 0; warm < 2; warm++) for (const use of [asDiff, asVerify]) await use(builds[0].pdf);
  return async (number) => {
    const { name, bytes } = mutant(number);
    const result = { number, name, ends: {}, faults: [], ms: 0 };
    for (const [command, use] of [
      ['diff', asDiff],
      ['verify', asVerify],
    ]) {
      const started = { processor: process.cpuUsage(), clock: performance.now() };
      try {
        const end = await use(bytes);
        result.ends[command] = end;
        if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(end)) result.faults.push(`${command}: control characters in ${JSON.stringify(end)}`);
      } catch (error) {
        result.ends[command] = 'crash';
        result.faults.push(`${command}: ${error instanceof Error ? error.stack : error}`);
      }
      const { user, system } = process.cpuUsage(started.processor);
      const ms = Math.min((user + system) / 1000, performance.now() - started.clock);
      if (ms > most) result.faults.push(`${command}: ${(ms / 1000).toFixed(1)} s`);
      result.ms = Math.max(result.ms, ms);
    }
    // What a broken file made of the engine's memory is not to be met by the next: `kessan` has a process for each.
    result.retire = result.faults.length > 0 || /reader failed/.test(result.ends.diff) || process.memoryUsage().rss > mostMemory;
    return result;
  };
}

async function runAll() {
  const count = Number(values.count);
  const started = performance.now();
  const results = await run(0, count);
  // An engine that failed on one file may fail on the next: `kessan` has a process for each, so a fault counts when it comes alone too.
  const faulty = [];
  for (const { number, faults } of results.filter((each) => each.faults.length > 0)) {
    const [again] = await run(number, number + 1);
    if (again.faults.length > 0) faulty.push(again);
    else console.log(`number ${number} fails only after others: ${faults[0].slice(0, 200)}`);
  }
  for (const command of ['diff', 'verify']) {
    const tally = new Map();
    for (const { ends } of results) {
      const kind = (ends[command] ?? 'no answer').replace(/\d+/g, 'N').slice(0, 80);
      tally.set(kind, (tally.get(kind) ?? 0) + 1);
    }
    console.log(`${command}: ${[...tally.values()].reduce((sum, n) => sum + n, 0)} files`);
    for (const [kind, n] of [...tally].sort((a, b) => b[1] - a[1])) console.log(`  ${String(n).padStart(5)} × ${kind}`);
  }
  const slowest = results.reduce((a, b) => (b.ms > a.ms ? b : a));
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(
    `${results.length} of ${count} files, seed ${seed}, ${seconds} s: ${faulty.length} with faults, slowest ${slowest.ms.toFixed(0)} ms (${slowest.name})`,
  );
  for (const { number, name, faults } of faulty) console.log(`--only ${number} (${name}): ${faults.join('\n')}`);
  if (faulty.length > 0 || results.length < count) process.exitCode = 1;
}

async function run(first, last) {
  const results = [];
  await runInLanes({
    script: fileURLToPath(import.meta.url),
    args: ['--worker', '--seed', String(seed), ...values.build.flatMap((folder) => ['--build', folder])],
    execArgv: ['--enable-source-maps', '--max-old-space-size=1500'],
    first,
    last,
    jobs: last - first > 1 ? Number(values.jobs) : 1,
    longest,
    lost: (number, fault, detail) => ({ number, name: mutant(number).name, ends: {}, faults: [`${fault}: ${detail}`], ms: 0 }),
    add: (result) => {
      results.push(result);
      if (results.length % 500 === 0) process.stderr.write(`${results.length} of ${last - first}\n`);
    },
  });
  return results;
}
