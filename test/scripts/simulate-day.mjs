// Turn measured times of builds into waiting times of a results day: how long a release waits for its files, by percentile.
// usage: node test/scripts/simulate-day.mjs [--check]
//   600 and 4,000 issuers, 3 × 4 to 40 × 8 processes; releases come by the real clock of such a day, most in the minutes before 15:00 and
//   15:30; one in fifty comes again as a correction, urgent. Times of builds are measured here first, of forty unlike releases.
//   --check holds the model to a real run of this machine: its end may differ by a fifth from the simulated one.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addUnlike, copyProject } from './bench/projects.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const measured = 40;
const jobs = 2;
/** Seconds that a bundle and its result take on the way: half a megabyte each over a hundred megabits, and what the server does with it. */
const way = 0.1;

const times = await measure();
const builds = times.slice(jobs);
console.log(
  `builds measured: ${times.length}, median ${median(builds).toFixed(2)} s, first of a process ${median(times.slice(0, jobs)).toFixed(2)} s`,
);

if (process.argv.includes('--check')) {
  const real = await run(jobs);
  const ends = simulate(
    Array.from({ length: measured }, () => ({ at: 0, urgent: false })),
    jobs,
    draw(builds, 1),
    0,
  );
  const expected = Math.max(...ends.map(({ end }) => end)) + median(times.slice(0, jobs)) - median(builds);
  console.log(`a real run of ${measured} releases took ${real.seconds.toFixed(1)} s, the model says ${expected.toFixed(1)} s`);
  if (Math.abs(real.seconds / expected - 1) > 0.2) process.exitCode = 1;
}

console.log('issuers  processes   busy   wait p50    p95    p99    max   urgent max   (seconds)');
for (const issuers of [600, 4000]) {
  for (const [machines, processes] of [
    [1, 2],
    [3, 4],
    [10, 8],
    [40, 8],
  ]) {
    const arrivals = day(issuers);
    const ends = simulate(arrivals, machines * processes, draw(builds, issuers), way);
    const waits = (some) => some.map(({ at, end }) => end - at).sort((a, b) => a - b);
    const [all, urgent] = [waits(ends.filter((each) => !each.urgent)), waits(ends.filter((each) => each.urgent))];
    const busy = (arrivals.length * median(builds)) / (machines * processes * 3600);
    const cells = [0.5, 0.95, 0.99, 1].map((share) => at(all, share).toFixed(1).padStart(6));
    console.log(
      `${String(issuers).padStart(7)}  ${`${machines} × ${processes}`.padStart(9)}  ${(100 * busy).toFixed(0).padStart(4)} %  ${cells.join(' ')}  ${at(urgent, 1).toFixed(1).padStart(9)}`,
    );
  }
}

/** Releases of a day, in seconds since 14:30: three in five within the minutes before 15:00, one in five before 15:30, the others spread. */
function day(issuers) {
  const next = random(issuers);
  const arrivals = [];
  for (let i = 0; i < issuers; i++) {
    const kind = next();
    const before = -Math.log(1 - next()) * 240;
    const moment = kind < 0.6 ? 1800 - before : kind < 0.8 ? 3600 - before : next() * 5400;
    arrivals.push({ at: Math.max(0, moment), urgent: false });
    if (next() < 0.02) arrivals.push({ at: Math.max(0, moment) + 60 + next() * 1800, urgent: true });
  }
  return arrivals.sort((a, b) => a.at - b.at);
}

/** Each is built by the first process that is free; of those that wait the urgent first, then by their coming. */
function simulate(arrivals, processes, seconds, transfer) {
  const free = Array.from({ length: processes }, () => 0);
  const lines = { urgent: [], normal: [] };
  const ends = [];
  let next = 0;
  while (ends.length < arrivals.length) {
    const first = free.indexOf(Math.min(...free));
    let now = free[first];
    if (lines.urgent.length + lines.normal.length === 0) now = Math.max(now, arrivals[next].at + transfer);
    while (next < arrivals.length && arrivals[next].at + transfer <= now) {
      lines[arrivals[next].urgent ? 'urgent' : 'normal'].push(arrivals[next]);
      next++;
    }
    const job = lines.urgent.shift() ?? lines.normal.shift();
    const end = now + seconds();
    free[first] = end;
    ends.push({ ...job, end: end + transfer });
  }
  return ends;
}

/** Seconds between the ends of one process, in order; the first of each process first. */
async function measure() {
  const { ends } = await run(jobs);
  const [firsts, later] = [[], []];
  const last = [];
  // Ends of several processes: each is taken as following the one before last.
  for (const moment of ends) {
    const before = last.length >= jobs ? last[last.length - jobs] : 0;
    (last.length < jobs ? firsts : later).push(moment - before);
    last.push(moment);
  }
  return [...firsts, ...later];
}

async function run(processes) {
  const folder = mkdtempSync(join(tmpdir(), 'kessan-simulated-'));
  try {
    copyProject(root, folder);
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const other of readdirSync(join(folder, 'data'))) if (other !== 'iij') rmSync(join(folder, 'data', other), { recursive: true });
    addUnlike(folder, measured);
    rmSync(join(folder, 'data/iij'), { recursive: true });
    const started = performance.now();
    const ends = [];
    const child = spawn(process.execPath, [join(root, 'dist/cli.js'), 'build', '--all', '--jobs', String(processes), '--format', 'json'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.setEncoding('utf8').on('data', (text) => {
      for (const _ of text.matchAll(/^\{"release"/gm)) ends.push((performance.now() - started) / 1000);
    });
    await new Promise((resolve) => child.on('close', resolve));
    return { ends, seconds: (performance.now() - started) / 1000 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function draw(list, seed) {
  const next = random(seed);
  return () => list[Math.floor(next() * list.length)];
}

function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 32;
  };
}

function at(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function median(list) {
  return at(
    [...list].sort((a, b) => a - b),
    0.5,
  );
}
