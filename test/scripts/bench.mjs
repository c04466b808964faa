// Turn the built program into measurements: cold build of the sample (median, spread, peak memory), bytes, pages, where the time goes.
// usage: npm run bench [-- RUNS]
//        npm run bench -- --long: composition of 15, 150 and 1000 pages
//   PEERS=folder-of-peer-scripts PEER_HOME=their-installation: times Typst on the same release in the same run, turn about.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
if (process.argv.includes('--long')) {
  const { status } = spawnSync(process.execPath, ['test/scripts/run-ts.mjs', 'test/scripts/bench-long.ts'], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}
const runs = Number(process.argv[2] ?? 9);
const out = mkdtempSync(join(tmpdir(), 'kessan-bench-'));
const reportMemory =
  'data:text/javascript,process.on("exit",()=>{process.stderr.write("\\npeak-kb "+process.resourceUsage().maxRSS+"\\n")})';

function timed(args, environment = {}) {
  const started = performance.now();
  const result = spawnSync(process.execPath, ['--import', reportMemory, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  const ms = performance.now() - started;
  if (result.status !== 0) throw new Error(`${args.join(' ')}\n${result.stderr}`);
  return { ms, peakMb: Number(/peak-kb (\d+)/.exec(result.stderr)?.[1] ?? 0) / 1024, stderr: result.stderr };
}

/** Another build of the sample, its English body set a tenth of a point smaller: half of the pages differ all over. */
function otherBuild() {
  const project = join(out, 'project');
  for (const folder of ['data', 'templates', 'fonts']) cpSync(join(root, folder), join(project, folder), { recursive: true });
  const style = join(project, 'templates/us-filer/style.yaml');
  const text = readFileSync(style, 'utf8');
  const smaller = text.replace(/(?<=\n {2}en-text:(?:\n .*)*size: )10\.\d(?=, leading: 13, measure: 468)/g, (size) =>
    String(Number(size) - 0.1),
  );
  if (smaller === text) throw new Error('bench: the ladder of the English text has no size on 13 points to make smaller');
  writeFileSync(style, smaller);
  const folder = join(out, 'other');
  timed(['dist/cli.js', 'build', join(project, 'data/iij/releases/2q02'), '--out', folder]);
  return folder;
}

const build = () => timed(['dist/cli.js', 'build', 'iij/2q02', '--out', out, '--timings']);
const typst = typstCommand();

build();
typst?.();
const ours = [];
const theirs = [];
for (let i = 0; i < runs; i++) {
  ours.push(build());
  if (typst) theirs.push(typst());
}
const node = Array.from({ length: 5 }, () => timed(['-e', '0']).ms);

console.log(`node ${process.version}, ${runs} cold runs, ms: median (min to max)`);
row('kessan build', ours);
if (typst) {
  row('typst, tagged', theirs);
  const ratios = ours.map(({ ms }, i) => ms / theirs[i].ms);
  console.log(`  kessan / typst    ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`);
} else console.log('  typst             skipped: PEERS and PEER_HOME name no installation');
const other = otherBuild();
row(
  'kessan diff',
  Array.from({ length: Math.min(runs, 5) }, () => timed(['dist/cli.js', 'diff', out, other, '--fail-on', 'unexplained'])),
);
console.log(`  node -e 0         ${median(node).toFixed(0)}`);
stages();
await warmRender();
const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
console.log(
  `release.pdf ${statSync(join(out, 'release.pdf')).size} bytes, ${manifest.pages} pages; release.html ${statSync(join(out, 'release.html')).size} bytes`,
);
rmSync(out, { recursive: true, force: true });
// Prints its own line, beside the time that it may take.
const checks = spawnSync(process.execPath, ['test/scripts/run-ts.mjs', 'test/scripts/check-both.ts'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
});
process.exitCode = checks.status ?? 1;

function row(name, results) {
  const times = results.map(({ ms }) => ms);
  const memory = results.map(({ peakMb }) => peakMb);
  console.log(
    `  ${name.padEnd(17)} ${median(times).toFixed(0)} (${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)}), peak ${median(memory).toFixed(0)} MB`,
  );
}

/** Median of each stage over the runs; what is left of the wall time is start-up, imports and writing. */
function stages() {
  const all = ours.map(({ stderr }) => new Map([...stderr.matchAll(/(\w+) (\d+) ms/g)].map(([, stage, ms]) => [stage, Number(ms)])));
  const names = [...all[0].keys()];
  const medians = names.map((stage) => [stage, median(all.map((times) => times.get(stage)))]);
  const rest = median(ours.map(({ ms }) => ms)) - medians.reduce((sum, [, ms]) => sum + ms, 0);
  console.log(`  stages            ${medians.map(([stage, ms]) => `${stage} ${ms}`).join(', ')}, start and rest ${rest.toFixed(0)}`);
}

/** Tagging and writing in a process that has done it before: what a server or a watcher would wait for. */
async function warmRender() {
  const { run } = await import(join(root, 'dist/cli.js'));
  const times = [];
  for (let i = 0; i < 8; i++) {
    let said = '';
    const console = {
      cwd: root,
      out: () => {},
      err: (text) => {
        said += text;
      },
      colour: false,
      terminal: false,
      now: () => performance.now(),
    };
    await run(['build', 'iij/2q02', '--out', out, '--timings'], console);
    times.push(Number(/render (\d+) ms/.exec(said)?.[1]));
  }
  const warm = times.slice(3);
  console.log(
    `  render, warm      ${median(warm).toFixed(0)} (${Math.min(...warm)} to ${Math.max(...warm)}), all files of a release; wanted below 150`,
  );
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

function typstCommand() {
  const { PEERS, PEER_HOME } = process.env;
  if (!PEERS || !PEER_HOME) return undefined;
  const script = join(PEERS, 'run-typst.mjs');
  const source = join(PEER_HOME, 'src/release.typ');
  if (!existsSync(script) || !existsSync(source)) return undefined;
  return () => timed([script, 'once', source, join(out, 'typst.pdf')], { PEER_FONTS: join(PEER_HOME, 'fonts') });
}
