// Turn the built program into measurements: cold, edited in a session, unlike releases, ten times as long, comparisons, memory; Typst beside it.
// usage: npm run bench [-- RUNS] [--check] [--record] [--node MAJOR]
//   --check fails when a row is slower by a tenth than the last one recorded; --record records this run; --node 24 measures with that Node, from npm.
//   npm run bench -- --long: composition of 15, 150 and 1000 pages
//   PEER_HOME=folder that the peers were installed in: Typst sets the same release in the same run, turn about.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { converse } from './bench/conversation.mjs';
import { addUnlike, applyEdit, copyProject, edits, makeLong } from './bench/projects.mjs';
import { readRecord, slower, writeRecord } from './bench/record.mjs';
import { calibrate, median, ratio, ratioSpread, spread } from './bench/statistics.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { long: { type: 'boolean' }, check: { type: 'boolean' }, record: { type: 'boolean' }, node: { type: 'string' } },
});
if (options.node !== undefined) process.exit(withNode(options.node));
if (options.long) process.exit(script('bench-long.ts'));

const runs = Number(positionals[0] ?? 9);
/** Edits, or releases, before which a process is not yet warm, and those that are timed. */
const [warmUp, timedEdits] = [12, 20];
const dist = join(root, 'dist');
const out = mkdtempSync(join(tmpdir(), 'kessan-bench-'));
const home = process.env.PEER_HOME;
const peers = home !== undefined && existsSync(join(home, 'src/release.typ')) ? home : undefined;
const reportMemory =
  'data:text/javascript,process.on("exit",()=>{process.stderr.write("\\npeak-kb "+process.resourceUsage().maxRSS+"\\n")})';
/** Name → milliseconds, and the ratio to Typst. */
const rows = new Map();
const loop = [];
const calibrated = () => loop.push(calibrate());

try {
  for (let i = 0; i < 5; i++) calibrated();
  console.log(`node ${process.version}, ${runs} cold runs, ms: median (min to max)`);
  if (!peers) console.log('typst: skipped, for PEER_HOME names no folder with src/release.typ');
  await cold();
  await editing();
  await unlike();
  await long();
  await comparing();
  console.log(`calibration loop    ${spread(loop)}`);
  const ratios = new Map([...rows].map(([name, { ms, ...toTypst }]) => [name, { ...toTypst, toLoop: ms / median(loop) }]));
  if (options.record) writeRecord(ratios);
  if (options.check) verdict(ratios);
  if (script('check-both.ts') !== 0) process.exitCode = 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}

/** Prints a row and keeps it. */
function row(name, ours, theirs) {
  const compared = theirs && ratio(ours, theirs);
  console.log(`${name.padEnd(20)}${spread(ours)}${theirs ? `; typst ${spread(theirs)}, ratio ${ratioSpread(compared)}` : ''}`);
  rows.set(name, { ms: median(ours), ...(compared && { toTypst: compared.of }) });
  calibrated();
  return compared;
}

/** A process that is started, runs and ends: milliseconds, peak memory, what it said. */
function timed(args) {
  const started = performance.now();
  const result = spawnSync(process.execPath, ['--import', reportMemory, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  const ms = performance.now() - started;
  if (result.status !== 0 && !(args.includes('diff') && result.status === 1)) throw new Error(`${args.join(' ')}\n${result.stderr}`);
  return { ms, peakMb: Number(/peak-kb (\d+)/.exec(result.stderr)?.[1] ?? 0) / 1024, stderr: result.stderr };
}

function kessan(...args) {
  return timed(['dist/cli.js', ...args]);
}
/** What a program that sets the same release once does: the compiler, the file, the pages, the file of it. */
function typstOnce(source) {
  return timed([join(root, 'test/scripts/bench/typst-once.mjs'), peers, join(peers, 'src', source), join(out, 'typst.pdf')]);
}

async function cold() {
  const build = () => kessan('build', 'iij/2q02', '--out', join(out, 'cold'), '--timings');
  build();
  if (peers) typstOnce('release.typ');
  const [ours, theirs] = [[], []];
  for (let i = 0; i < runs; i++) {
    ours.push(build());
    if (peers) theirs.push(typstOnce('release.typ'));
  }
  const ms = (list) => list.map((each) => each.ms);
  const compared = row('kessan build', ms(ours), peers && ms(theirs));
  if (compared) console.log(`  kessan / typst    ${ratioSpread(compared)}`);
  const peak = (list) => median(list.map((each) => each.peakMb));
  console.log(`  peak memory       ${peak(ours).toFixed(0)} MB${peers ? `; typst ${peak(theirs).toFixed(0)} MB` : ''}`);
  const stages = ours.map(({ stderr }) => new Map([...stderr.matchAll(/(\w+) (\d+) ms/g)].map(([, stage, took]) => [stage, Number(took)])));
  const medians = [...stages[0].keys()].map((stage) => `${stage} ${median(stages.map((times) => times.get(stage)))}`);
  console.log(`  stages            ${medians.join(', ')}`);
  const manifest = JSON.parse(readFileSync(join(out, 'cold/manifest.json'), 'utf8'));
  const bytes = (file) => statSync(join(out, 'cold', file)).size;
  console.log(`  release.pdf       ${bytes('release.pdf')} bytes, ${manifest.pages} pages; release.html ${bytes('release.html')} bytes`);
}

/** One thing edited in a session, again and again: every answer is a whole build, verified, with all its files in memory. */
async function editing() {
  const typst = peers && (await converse('typst-process.mjs', [peers]));
  for (const kind of Object.keys(edits)) {
    const folder = copyProject(root, join(out, kind));
    const ours = await converse('kessan-process.mjs', [dist]);
    const { hash } = await ours.ask('open', { folder, kind });
    const seen = new Set([hash]);
    const times = [[], []];
    for (let i = 1; i <= warmUp + timedEdits; i++) {
      const answer = await ours.ask('edit', { folder, kind, i });
      const typstAnswer = await typst?.ask('edit', { i });
      seen.add(answer.hash);
      if (i <= warmUp) continue;
      times[0].push(answer.ms);
      if (typstAnswer) times[1].push(typstAnswer.ms);
    }
    const kinds = kind === 'line' ? 1 : warmUp + timedEdits + 1;
    if (seen.size !== kinds) throw new Error(`bench: ${kinds} files wanted of edits of one ${kind}, not ${seen.size}`);
    const compared = row(`one ${kind} edited`, times[0], typst && times[1]);
    if (kind === 'figure') {
      if (compared) console.log(`  edit / typst      ${ratioSpread(compared)}, node ${process.version}`);
      await checks(ours);
    }
    console.log(`  memory held       ${(await ours.ask('memory')).mb.toFixed(0)} MB after ${warmUp + timedEdits} edits`);
    ours.end();
  }
  typst?.end();
}

async function checks(ours) {
  const times = [];
  for (let i = 0; i < timedEdits; i++) times.push((await ours.ask('check')).ms);
  row('check, unchanged', times);
}

async function unlike() {
  const folder = copyProject(root, join(out, 'unlike'));
  const releases = addUnlike(folder, warmUp + timedEdits);
  const typst = peers && (await converse('typst-process.mjs', [peers]));
  const ours = await converse('kessan-process.mjs', [dist]);
  await ours.ask('open', { folder });
  const times = [[], []];
  for (const [i, release] of releases.entries()) {
    const answer = await ours.ask('other', { release });
    const typstAnswer = await typst?.ask('other', { i });
    if (i < warmUp) continue;
    times[0].push(answer.ms);
    if (typstAnswer) times[1].push(typstAnswer.ms);
  }
  row('unlike, each', times[0], typst && times[1]);
  console.log(`  memory held       ${(await ours.ask('memory')).mb.toFixed(0)} MB after ${releases.length} releases`);
  ours.end();
  typst?.end();
}

async function long() {
  const folder = copyProject(root, join(out, 'ten-times'));
  makeLong(folder);
  const [ours, theirs] = [[], []];
  for (let i = 0; i < 3; i++) {
    ours.push(kessan('build', join(folder, 'data/iij/releases/2q02'), '--out', join(out, 'long')).ms);
    if (peers) theirs.push(typstOnce('release10.typ').ms);
  }
  const { pages } = JSON.parse(readFileSync(join(out, 'long/manifest.json'), 'utf8'));
  row('narrative ten times', ours, peers && theirs);
  console.log(`  pages             ${pages}${peers ? '; typst sets its whole release ten times' : ''}`);
}

/** Two builds that differ in one figure, and a build with itself. */
async function comparing() {
  const build = (i) => {
    const folder = copyProject(root, join(out, `compared-${i}`));
    const { file } = edits.figure;
    if (i > 0) applyEdit(folder, 'figure', readFileSync(join(folder, file), 'utf8'), i);
    const built = join(out, `built-${i}`);
    kessan('build', join(folder, 'data/iij/releases/2q02'), '--out', built);
    return built;
  };
  const [before, after] = [build(0), build(1)];
  const times = (old, now) => Array.from({ length: runs }, () => kessan('diff', old, now).ms);
  row('diff, one figure', times(before, after));
  row('diff, equal', times(before, before));
  row(
    'node -e 0',
    Array.from({ length: runs }, () => timed(['-e', '0']).ms),
  );
}

function verdict(ratios) {
  const recorded = readRecord();
  if (!recorded) {
    console.log('nothing is recorded of this version of Node: --record');
    return;
  }
  const lines = slower(ratios, recorded);
  for (const line of lines) console.log(`SLOWER ${line}`);
  if (lines.length > 0) process.exitCode = 1;
  else console.log('no row is slower by a tenth than recorded');
}

function script(name) {
  return spawnSync(process.execPath, ['test/scripts/run-ts.mjs', `test/scripts/${name}`], { cwd: root, stdio: 'inherit' }).status ?? 1;
}

/** Runs this bench again with another version of Node, as npm has it. */
function withNode(major) {
  const folder = join(root, 'node_modules/.cache', `node-${major}`);
  const program = join(folder, 'node_modules/node/bin/node');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private": true}');
    const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', `node@${major}`], { cwd: folder, stdio: 'inherit' });
    if (status !== 0) return 1;
  }
  const rest = process.argv.slice(2).filter((each, i, all) => each !== '--node' && all[i - 1] !== '--node' && !each.startsWith('--node='));
  return spawnSync(program, [fileURLToPath(import.meta.url), ...rest], { cwd: root, stdio: 'inherit' }).status ?? 1;
}
