// Turn seeds into broken data files, styles, narratives and layouts, run each through the stages, and count: nothing uncaught, nothing slow, every finding with its place.
// usage: node test/scripts/run-ts.mjs test/scripts/fuzz-inputs.ts KIND [--count N] [--seed N] [--only N] [--jobs N] [--from N]
//   KIND is data or words; --only runs one input again and shows it; --jobs processes side by side (1). Exit 1 when there is any fault.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { printFindings } from '../../src/commands/report-findings.ts';
import { type FuzzKind, fuzzInput, fuzzKinds } from '../support/fuzz/fuzz-inputs.ts';
import { type FuzzResult, openFuzzProject, originalText } from '../support/fuzz/fuzz-project.ts';
import { shown } from '../support/fuzz/judge-findings.ts';
import { FuzzTally } from '../support/fuzz/tally.ts';
import { answerNumbers, runInLanes } from './lanes.mjs';

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
  await answerNumbers((number) => project.run(fuzzInput(kind, seed, number), number % finishEvery === 0));
  project.remove();
}

async function runAll(kind: FuzzKind, count: number): Promise<void> {
  const tally = new FuzzTally();
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(0);
  const first = Number(values.from);
  let done = 0;
  await runInLanes<FuzzResult>({
    script: fileURLToPath(import.meta.url),
    args: [kind, '--seed', String(seed), '--worker'],
    execArgv: ['--enable-source-maps', '--max-old-space-size=1500'],
    first,
    last: first + count,
    jobs: Number(values.jobs),
    longest,
    lost: (number, fault, detail) => {
      const { file, ways } = fuzzInput(kind, seed, number);
      return { number, file, ways, outcome: 'failed', findings: 0, ms: 0, faults: [{ kind: fault, detail }] };
    },
    add: (result) => {
      tally.add(result);
      if (++done % 500 === 0) process.stderr.write(`${done} of ${count}, ${seconds()} s\n`);
    },
  });
  console.log(tally.table(`${kind}, seed ${seed}, ${seconds()} s`));
  for (const line of tally.faults) console.log(line);
  if (!tally.clean || done < count) process.exitCode = 1;
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
