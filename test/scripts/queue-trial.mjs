// Turn two hundred unlike releases into jobs on a real server, kill what can be killed, and hold the results to a local build.
// usage: node test/scripts/queue-trial.mjs [JOBS]   200 without a number; needs nats-server
//   Three workers; five are killed and replaced, one is cut off while it works, the server ends and comes back, whoever asked is killed
//   and asks again, an urgent job comes when most of the others wait. Exits 1 unless every result is there with the bytes of a local build.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addUnlike, copyProject } from './bench/projects.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const jobs = Number(process.argv[2] ?? 200);
const program = join(root, 'dist/cli.js');
/** Milliseconds without a release after which nothing more is awaited. */
const patience = 60_000;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const folder = mkdtempSync(join(tmpdir(), 'kessan-queue-'));
const running = new Set();
const begun = [];

try {
  const names = makeProject();
  const port = await freePort();
  const context = join(folder, 'queue.yaml');
  writeFileSync(context, `servers: nats://127.0.0.1:${port}\nprefix: trial\nsilence: 5\n`);
  const server = () => start('nats-server', ['-js', '-sd', join(folder, 'store'), '-a', '127.0.0.1', '-p', String(port)]);
  let nats = server();
  await sleep(1000);
  const worker = () => start(process.execPath, [program, 'worker', '--queue', context, '--jobs', '1']);
  const ask = (...args) => start(process.execPath, [program, 'build', ...args, '--queue', context], join(folder, 'day'));
  const workers = [worker(), worker(), worker()];
  const built = () => names.filter((name) => existsSync(join(folder, 'day/out', name, 'manifest.json'))).length;
  const reached = async (share) => {
    let [count, since] = [built(), performance.now()];
    while (count < share * jobs) {
      await sleep(50);
      const now = built();
      if (now > count) [count, since] = [now, performance.now()];
      else if (asked.told.ended || performance.now() - since > patience) throw new Error(`it stands at ${now} of ${jobs}`);
    }
  };
  const urgent = names.at(-1);
  const others = names.slice(0, -1);

  const started = performance.now();
  let asked = ask(...others);
  await reached(0.1);
  const before = built();
  const soon = ask(urgent, '--urgent');
  await within(soon.ended, 'whoever asked for the urgent job does not end');
  console.log(`an urgent job was done when ${built() - before - 1} of ${jobs - before} others were done since`);
  if (built() - before > 0.1 * jobs + 6) fail('the urgent job waited');
  for (const share of [0.2, 0.3, 0.4, 0.5, 0.6]) {
    await reached(share);
    workers.shift().child.kill('SIGKILL');
    workers.push(worker());
    if (share === 0.3) workers[0].child.kill('SIGSTOP');
    if (share === 0.4) {
      nats.child.kill('SIGTERM');
      await within(nats.ended, 'the server does not end');
      nats = server();
    }
    if (share === 0.5) {
      asked.child.kill('SIGKILL');
      await within(asked.ended, 'whoever was killed does not end');
      asked = ask(...others);
    }
  }
  await reached(1);
  const end = await within(asked.ended, 'whoever asked does not end');
  const seconds = (performance.now() - started) / 1000;
  console.log(`${end.out.trim().split('\n').at(-1)}; all in ${seconds.toFixed(0)} s`);
  if (end.code !== 0) fail(`exit ${end.code}: ${end.err.slice(-500)}`);
  if (built() !== jobs) fail(`${built()} of ${jobs} are there`);
  const queue = await start(process.execPath, [program, 'queue', context, '--format', 'json']).ended;
  const { waiting, setAside, results } = JSON.parse(queue.out);
  console.log(`results kept: ${results}, waiting: ${waiting.urgent + waiting.normal}, set aside: ${setAside.length}`);
  if (setAside.length > 0 || waiting.normal > 0) fail('something was left');

  const far = hashes();
  rmSync(join(folder, 'day/out'), { recursive: true });
  await start(process.execPath, [program, 'build', '--all', '--jobs', '2'], join(folder, 'day')).ended;
  const local = hashes();
  const unlike = [...local].filter(([file, hash]) => far.get(file) !== hash);
  console.log(`${local.size} files, ${unlike.length} unlike those of a local build`);
  if (unlike.length > 0 || far.size !== local.size) fail('the bytes differ');
} catch (fault) {
  fail(fault.message);
  for (const { name, child, told } of begun)
    console.log(`-- ${name}: ${child.exitCode ?? child.signalCode ?? 'running'}\n${told.out.slice(-600)}${told.err.slice(-600)}`);
} finally {
  for (const child of running) child.kill('SIGKILL');
  await sleep(200);
  rmSync(folder, { recursive: true, force: true });
}

async function within(promise, otherwise) {
  const late = Symbol('late');
  const first = await Promise.race([promise, sleep(patience).then(() => late)]);
  if (first === late) throw new Error(otherwise);
  return first;
}

function fail(why) {
  console.log(`FAILED: ${why}`);
  process.exitCode = 1;
}

function makeProject() {
  const project = join(folder, 'day');
  mkdirSync(join(folder, 'store'), { recursive: true });
  copyProject(root, project);
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
  for (const other of readdirSync(join(project, 'data'))) if (other !== 'iij') rmSync(join(project, 'data', other), { recursive: true });
  const names = addUnlike(project, jobs);
  rmSync(join(project, 'data/iij'), { recursive: true });
  return names;
}

function start(command, args, cwd = folder) {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const told = { out: '', err: '', ended: false };
  begun.push({ name: `${command.split('/').at(-1)} ${args.slice(0, 2).join(' ')}`, child, told });
  for (const [name, stream] of [
    ['out', child.stdout],
    ['err', child.stderr],
  ])
    stream.setEncoding('utf8').on('data', (text) => {
      told[name] += text;
    });
  const ended = new Promise((resolve) =>
    child.on('close', (code) => {
      running.delete(child);
      told.ended = true;
      resolve({ code, ...told });
    }),
  );
  return { child, ended, told };
}

function hashes() {
  const out = join(folder, 'day/out');
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
  return new Map(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(out, name)))
        .digest('hex'),
    ]),
  );
}

function freePort() {
  return new Promise((resolve) => {
    const listening = createServer().listen(0, '127.0.0.1', () => {
      const { port } = listening.address();
      listening.close(() => resolve(port));
    });
  });
}
