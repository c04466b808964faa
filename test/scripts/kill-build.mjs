// Turn a small project in two versions into builds that are killed at a chosen call to the system, at a chosen write or at a chosen moment, and what they leave.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '../..');
const command = [process.execPath, join(projectRoot, 'dist/cli.js'), 'build', 'mini/1q01'];
/** Calls that make, flush, rename or remove files. */
const calls = ['ftruncate', 'fsync', 'fdatasync', 'rename', 'renameat', 'renameat2'].concat([
  ...['link', 'linkat', 'symlink', 'symlinkat', 'unlink', 'unlinkat', 'rmdir', 'mkdir', 'mkdirat', 'openat'],
]);

export const hasStrace = () => spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0;

/** A project whose build writes other bytes before and after `change`; both builds are known. */
export function openKillProject() {
  const root = mkdtempSync(join(tmpdir(), 'kessan-kill-'));
  cpSync(join(projectRoot, 'test/support/fixture'), root, { recursive: true });
  cpSync(join(projectRoot, 'fonts'), join(root, 'fonts'), { recursive: true });
  const out = join(root, 'out');
  const build = () => {
    const { status, stderr } = spawnSync(command[0], command.slice(1), { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`the build ended with ${status}\n${stderr}`);
    return stateOf(out);
  };
  const old = build();
  cpSync(out, join(root, 'old'), { recursive: true });
  const narrative = join(root, 'data/mini/releases/1q01/narrative.en.md');
  writeFileSync(narrative, readFileSync(narrative, 'utf8').replace('Revenues were {{', 'In all, revenues were {{'));
  const now = build();
  const same = [...now].filter(([file, hash]) => old.get(file) === hash).map(([file]) => file);
  return {
    root,
    old,
    now,
    /** Files that both versions write alike: what a kill leaves of them tells nothing. */
    same,
    build,
    /** Puts out/ back to the older version, or takes it away. */
    reset(withOld) {
      rmSync(out, { recursive: true, force: true });
      if (withOld) cpSync(join(root, 'old'), out, { recursive: true });
    },
    state: () => stateOf(out),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** sha256 by path below the folder, of everything that is there. */
function stateOf(folder) {
  const state = new Map();
  const walk = (at) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) walk(path);
      else state.set(relative(folder, path), entry.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'a link');
    }
  };
  if (existsSync(folder)) walk(folder);
  return state;
}

/** What a kill may not leave: half a file, a file of neither version, one that is lost, a manifest that tells what is not so. Empty when all is well. */
export function judge(state, old, now) {
  const faults = [];
  const hidden = (path) => path.split('/').some((part) => part.startsWith('.'));
  for (const [path, hash] of state) {
    if (hidden(path)) continue;
    if (!now.has(path)) faults.push(`${path} is no file of a build`);
    else if (hash !== now.get(path) && hash !== old?.get(path)) faults.push(`${path} is neither the old file nor the new one`);
  }
  for (const path of old?.keys() ?? []) if (!state.has(path)) faults.push(`${path} is lost`);
  for (const [path, hash] of state) {
    if (basename(path) !== 'manifest.json' || hash !== now.get(path)) continue;
    // The new manifest goes last: whatever it names is there, and new.
    for (const [file, wanted] of now) if (state.get(file) !== wanted) faults.push(`the new manifest is there, and ${file} is not new`);
  }
  return faults;
}

/** Some of the files old and some new: allowed while the old manifest stands, and counted. */
export const isMixed = (state, old, now) => {
  const telling = [...now.keys()].filter((path) => old?.get(path) !== now.get(path));
  const renewed = telling.filter((path) => state.get(path) === now.get(path)).length;
  return renewed > 0 && renewed < telling.length;
};

/** Calls of the thread that builds, which is the one that renames: name, number among its calls of that name, text. */
function callsIn(lines) {
  const main = /^\d+/.exec(lines.find((line) => /^\d+ +rename\(/.test(line)) ?? '')?.[0];
  const counts = new Map();
  return lines.flatMap((line) => {
    const [, thread, name] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
    if (thread !== main || name === undefined) return [];
    const number = (counts.get(name) ?? 0) + 1;
    counts.set(name, number);
    return [{ name, number, text: line.slice(line.indexOf(name)).slice(0, 160) }];
  });
}

/** Every call of the thread that builds that makes, flushes, renames or removes files, from the first that names out/ on. */
export function callsOfBuild({ root }) {
  const all = callsIn(traced(root, []).lines);
  const reached = all.slice(all.findIndex(({ text }) => text.includes('/out')));
  // Threads wake each other by writes, as often as chance has it: writes have no number to be told by, and are killed by `killAtWrite`.
  const points = reached.filter(({ name, text }) => !/write/.test(name) && (name !== 'openat' || text.includes('O_CREAT')));
  return points;
}

/** A build killed as it enters a call. Whether it was killed. */
export function killAtCall({ root }, { name, number }) {
  return traced(root, ['-e', `inject=${name}:signal=SIGKILL:when=${number}`]).killed;
}

const hook = join(dirname(fileURLToPath(import.meta.url)), 'kill-hook.mjs');

function withHook(root, at) {
  const env = { ...process.env, KILL_AT_WRITE: at };
  return spawnSync(command[0], ['--import', hook, ...command.slice(1)], { cwd: root, encoding: 'utf8', env });
}

/** How many times a build writes to a file. */
export function writesOfBuild({ root }) {
  const count = Number(/writes: (\d+)/.exec(withHook(root, '0:count').stderr)?.[1]);
  if (!(count > 0)) throw new Error('the build writes no file by a call that the hook knows');
  return count;
}

/** A build killed before, in the middle of, or after one of its writes. Whether it was killed. */
export const killAtWrite = ({ root }, number, when) => withHook(root, `${number}:${when}`).signal === 'SIGKILL';

function traced(root, more) {
  const log = join(root, 'trace.txt');
  const options = ['-f', '-qq', '-o', log, '-e', `trace=${calls.join(',')}`, ...more];
  const { status, signal, stderr } = spawnSync('strace', [...options, ...command], { cwd: root, encoding: 'utf8' });
  if (more.length === 0 && status !== 0) throw new Error(`strace ended with ${status ?? signal}\n${stderr}`);
  return { lines: readFileSync(log, 'utf8').split('\n'), killed: signal === 'SIGKILL' || status === 137 };
}

/** A build killed so many milliseconds after its start, or after its first file appears below out/. Whether it was still running. */
export function killAtMoment({ root }, { after, milliseconds }) {
  return new Promise((resolve) => {
    const child = spawn(command[0], command.slice(1), { cwd: root, stdio: 'ignore' });
    const kill = () => child.kill('SIGKILL');
    let timer = after === 'start' ? setTimeout(kill, milliseconds) : undefined;
    const folder = join(root, 'out/mini/1q01');
    const appeared = () => existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('.'));
    const look = () => {
      if (!appeared()) return;
      clearInterval(watch);
      const until = performance.now() + milliseconds;
      while (performance.now() < until);
      kill();
    };
    const watch = after === 'start' ? undefined : setInterval(look, 1);
    child.on('exit', (_, signal) => {
      clearTimeout(timer);
      clearInterval(watch);
      timer = undefined;
      resolve(signal === 'SIGKILL');
    });
  });
}
