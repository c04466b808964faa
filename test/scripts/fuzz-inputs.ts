// Turn seeds into broken data files, styles, narratives and layouts, run each through the stages, and count: nothing uncaught, nothing slow, every finding with its place.
// usage: node test/scripts/run-ts.mjs test/scripts/fuzz-inputs.ts KIND [--count N] [--seed N] [--only N] [--jobs N] [--from N]
//   KIND is data or words; --only runs one input again and shows it; --jobs processes side by side (1). Exit 1 when there is any fault.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { printFindings } from '../../src/commands/print-findings.ts';
import { type FuzzKind, fuzzInput, fuzzKinds } from '../support/fuzz/fuzz-inputs.ts';
import { type FuzzResult, openFuzzProject, originalText } from '../support/fuzz/fuzz-project.ts';
import { shown } from '../support/fuzz/judge-findings.ts';
import { FuzzTally } from '../support/fuzz/tally.ts';

/** One in so many of the accepted is rendered and read back. */
const finishEvery = 10;
/** Milliseconds by the clock after which an input hangs; the time by the processor is judged apart. */
const longest = 60_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    from: { type: 'string', default: '0' },
    jobs: { type: 'string', default: '1' },
    worker: { type: 'boolean', default: false },
  },
});
const [kind] = positionals as FuzzKind[];
if (!kind || !fuzzKinds.includes(kind)) {
  console.error(`usage: fuzz-inputs.ts ${fuzzKinds.join('|')} [--count N] [--seed N] [--only N] [--jobs N]`);
  process.exit(2);
}
const seed = Number(values.seed);
const counts: Readonly<Record<FuzzKind, number>> = { data: 10_000, words: 5_000 };

if (values.worker) await work(kind);
else if (values.only !== undefined) await showOne(kind, Number(values.only));
else await runAll(kind, Number(values.count ?? counts[kind]));

/** Runs the numbers that the parent sends, one after the other. */
async function work(kind: FuzzKind): Promise<void> {
  const project = openFuzzProject();
  const done = new Promise<void>((resolve) => {
    process.on('message', async (number: number) => {
      if (number < 0) return resolve();
      const result = await project.run(fuzzInput(kind, seed, number), number % finishEvery === 0);
      process.send?.(result);
    });
  });
  process.send?.('ready');
  await done;
  project.remove();
  process.disconnect();
}

/** Hands the numbers to processes; one that hangs or dies is told as a fault of its input, and another takes its place. */
async function runAll(kind: FuzzKind, count: number): Promise<void> {
  const tally = new FuzzTally();
  let next = Number(values.from);
  const last = next + count;
  const started = performance.now();
  const lost = (number: number, fault: 'hung' | 'died', detail: string): FuzzResult => {
    const { file, ways } = fuzzInput(kind, seed, number);
    return { number, file, ways, outcome: 'failed', findings: 0, ms: 0, faults: [{ kind: fault, detail }] };
  };
  const lane = async (): Promise<void> => {
    while (next < last) {
      await new Promise<void>((resolve) => {
        const child = start(kind);
        let number: number | undefined;
        let timer: NodeJS.Timeout | undefined;
        const give = () => {
          clearTimeout(timer);
          number = next < last ? next++ : undefined;
          child.send(number ?? -1);
          if (number !== undefined) timer = setTimeout(() => child.kill('SIGKILL'), longest);
        };
        child.on('message', (result: FuzzResult | 'ready') => {
          if (result !== 'ready') tally.add(result);
          if (result !== 'ready' && result.number % 500 === 499)
            process.stderr.write(`${result.number + 1} of ${last}, ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
          give();
        });
        child.on('exit', (code, signal) => {
          clearTimeout(timer);
          if (number !== undefined && signal === 'SIGKILL') tally.add(lost(number, 'hung', `longer than ${longest / 1000} s by the clock`));
          else if (number !== undefined) tally.add(lost(number, 'died', `the process ended with ${signal ?? code}`));
          resolve();
        });
      });
    }
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, lane));
  console.log(tally.table(`${kind}, seed ${seed}, ${((performance.now() - started) / 1000).toFixed(0)} s`));
  for (const line of tally.faults) console.log(line);
  if (!tally.clean) process.exitCode = 1;
}

function start(kind: FuzzKind): ChildProcess {
  return fork(fileURLToPath(import.meta.url), [kind, '--seed', String(seed), '--worker'], {
    execArgv: ['--enable-source-maps', '--max-old-space-size=1500'],
  });
}

/** What was changed, and everything that came of it. */
async function showOne(kind: FuzzKind, number: number): Promise<void> {
  process.setSourceMapsEnabled(true);
  const input = fuzzInput(kind, seed, number);
  console.log(`${input.file}: ${input.ways.join(', ')}`);
  const [before, after] = [originalText(input.file), Buffer.from(input.bytes).toString('utf8')].map((text) => text.split('\n'));
  showChange(before ?? [], after ?? []);
  const project = openFuzzProject();
  try {
    const result = await project.run(input, true);
    console.log(`${result.outcome}, ${result.findings} findings, ${result.ms.toFixed(0)} ms`);
    for (const fault of result.faults) console.log(`fault: ${fault.kind}: ${fault.detail}`);
    if (result.outcome !== 'failed') console.log(printFindings(project.compose(input).findings.slice(0, 10), project.root, false));
    if (result.faults.length > 0) process.exitCode = 1;
  } finally {
    project.remove();
  }
}

/** The lines between the first and the last that differ, cut. */
function showChange(before: readonly string[], after: readonly string[]): void {
  let first = 0;
  while (first < before.length && before[first] === after[first]) first++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - first && before.at(-1 - end) === after.at(-1 - end)) end++;
  const cut = (lines: readonly string[]) => lines.slice(first, lines.length - end).slice(0, 12);
  const from = [...(cut(before)[0] ?? '')].findIndex((character, i) => character !== [...(cut(after)[0] ?? '')][i]);
  const around = (line: string) => shown(line.slice(Math.max(0, from - 40)));
  console.log(`line ${first + 1}, from character ${Math.max(0, from - 40) + 1}:`);
  for (const line of cut(before)) console.log(`- ${around(line)}`);
  for (const line of cut(after)) console.log(`+ ${around(line)}`);
}
