// Turn one project of many unlike releases into one run of `kessan build --all`, and print its rate, its memory, and what became of faults.
// usage: node test/scripts/results-day.mjs [RELEASES] [JOBS]   600 releases, 2 processes without numbers
//   One release is wrong, one worker is killed, one is halted until its time is over: all others must be built, each once.
//   Then the same run again, which must build only those that are missing; then some of them by one process, for comparison.
//   PEER_HOME=folder that the peers were installed in: one process of Typst sets as many, its memory emptied before each, in the same run.
// Exits 1 when a release is missing that should not be, or memory grows by more than a tenth between the first sixth and the end.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { converse } from './bench/conversation.mjs';
import { addUnlike, copyProject } from './bench/projects.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [releases, jobs] = [Number(process.argv[2] ?? 600), Number(process.argv[3] ?? 2)];
const pages = 15;
const program = join(root, 'dist/cli.js');
const seconds = 20;

const folder = mkdtempSync(join(tmpdir(), 'kessan-day-'));
try {
  copyProject(root, folder);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const other of readdirSync(join(folder, 'data'))) if (other !== 'iij') rmSync(join(folder, 'data', other), { recursive: true });
  const names = addUnlike(folder, releases);
  rmSync(join(folder, 'data/iij'), { recursive: true });
  const wrong = names[Math.floor(releases / 3)];
  const issuer = join(folder, 'data', wrong.split('/')[0], 'issuer.yaml');
  const right = readFileSync(issuer, 'utf8');
  writeFileSync(issuer, right.replace(/^standard: .*/m, 'standard: none'));

  const first = await run(
    ['build', '--all', '--jobs', String(jobs), '--time-limit', String(seconds), '--format', 'json'],
    async (count, children) => {
      if (count === Math.floor(releases / 2)) process.kill(children()[0], 'SIGKILL');
      if (count === Math.floor((2 * releases) / 3)) process.kill(children()[0], 'SIGSTOP');
    },
  );
  const ends = first.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const of = (kind) => ends.filter((end) => end.kind === kind).map(({ release }) => release);
  console.log(`${ends.length} ends of ${releases} releases: ${of('built').length} built, wrong ${of('errors')}, stopped ${of('stopped')}`);
  tell(`${jobs} processes`, first, of('built').length);
  if (of('built').length !== releases - 2 || of('errors').join() !== wrong || of('stopped').length !== 1) process.exitCode = 1;
  for (const name of of('built')) if (!existsSync(join(folder, 'out', name, 'release.pdf'))) process.exitCode = 1;
  console.log(`memory at the end is ${((100 * first.late) / first.early).toFixed(0)} % of that after a sixth`);
  if (first.late > 1.1 * first.early) process.exitCode = 1;

  writeFileSync(issuer, right);
  const again = await run(['build', '--all', '--jobs', String(jobs)], () => {});
  console.log(again.out.trim().split('\n').at(-1));
  tell('again, with what was missing', again, releases);
  if (!again.out.endsWith(`${releases} releases: 2 built, ${releases - 2} as they were\n`)) process.exitCode = 1;
  const some = names.slice(0, Math.min(40, releases));
  tell(`one process, ${some.length} releases`, await run(['build', ...some], () => {}), some.length);
  await typst(some.length);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function typst(count) {
  const home = process.env.PEER_HOME;
  if (home === undefined || !existsSync(join(home, 'src/release.typ'))) {
    console.log('typst: skipped, for PEER_HOME names no folder with src/release.typ');
    return;
  }
  const { ask, end } = await converse('typst-process.mjs', [home]);
  let ms = 0;
  for (let i = 0; i < count; i++) ms += (await ask('other', { i })).ms;
  end();
  console.log(`typst, one process, ${count} releases: ${(ms / 1000).toFixed(1)} s, ${((count * 1000) / ms).toFixed(2)} releases a second`);
}

function tell(what, { ms, peak }, built) {
  const rate = (built * 1000) / ms;
  console.log(
    `${what}: ${(ms / 1000).toFixed(1)} s, ${rate.toFixed(2)} releases and ${(rate * pages).toFixed(1)} pages a second, peak ${peak.toFixed(0)} MB`,
  );
}

/** Runs the program; `seen` is told how many releases have ended, once each. Memory is the sum of what its processes hold alone or share. */
function run(args, seen) {
  const started = performance.now();
  const child = spawn(process.execPath, [program, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const children = () =>
    spawnSync('pgrep', ['-P', String(child.pid)], { encoding: 'utf8' })
      .stdout.trim()
      .split('\n')
      .map(Number);
  let [out, count, peak] = ['', 0, 0];
  const held = [];
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
    for (const _ of text.matchAll(/^\{"release"/gm)) seen(++count, children);
  });
  child.stderr.resume();
  const watching = setInterval(() => {
    const now = [child.pid, ...children()].reduce((sum, pid) => sum + megabytesOf(pid), 0);
    held.push({ count, now });
    peak = Math.max(peak, now);
  }, 250);
  return new Promise((resolve) =>
    child.on('close', () => {
      clearInterval(watching);
      const median = (from, to) => {
        const some = held.filter((each) => each.count >= from && each.count < to).map(({ now }) => now);
        return some.sort((a, b) => a - b)[some.length >> 1] ?? 0;
      };
      const sixth = releases / 6;
      resolve({
        out,
        ms: performance.now() - started,
        peak,
        early: median(sixth, 2 * sixth),
        late: median(releases - sixth, releases + 1),
      });
    }),
  );
}

function megabytesOf(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
