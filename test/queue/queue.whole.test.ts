// Turn jobs on a real server into the files that a local build makes, whatever is killed meanwhile; needs nats-server.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BuildJob, JobEnd } from '../../src/project/build-job.ts';
import type { StoppedJob } from '../../src/project/build-pool.ts';
import { connectQueue } from '../../src/queue/connect-queue.ts';
import { openResult } from '../../src/queue/job-result.ts';
import { packFiles, sha256Of } from '../../src/queue/packed-files.ts';
import { queueState } from '../../src/queue/queue-state.ts';
import { QueueWorker } from '../../src/queue/work-on-queue.ts';
import { runBuilt, type Started, sleep, startBuilt } from '../support/built-program.ts';
import { carryTitles } from '../support/carried-release.ts';
import { type NatsServer, startNats } from '../support/nats.ts';
import { projectRoot } from '../support/sample.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { has, needing } from '../support/tools.ts';

/** A project of issuers that are alike, whose names begin with `prefix`: jobs of one test are none of another's. */
function project(prefix: string, count: number): { readonly root: string; readonly releases: readonly string[] } {
  const root = temporaryFolder('queue');
  const issuers = Array.from({ length: count }, (_, index) => `${prefix}${index}`);
  for (const issuer of issuers) {
    const folder = join(root, 'data', issuer);
    cpSync(join(projectRoot, 'data/aoba'), folder, { recursive: true });
    rmSync(join(folder, 'releases/2026h1/approved'), { recursive: true, force: true });
    edit(root, `data/${issuer}/issuer.yaml`, /^id: aoba$/m, `id: ${issuer}`);
  }
  return { root, releases: issuers.map((issuer) => `${issuer}/2026h1`) };
}

function edit(root: string, file: string, from: RegExp, to: string): void {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
}

/** Every published file by its name, with its bytes. */
function published(folder: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?!draft$)\w+$/.test(name));
  return new Map(files.sort().map((name) => [name, readFileSync(join(folder, name))]));
}

const isBuilt = (root: string, release: string): boolean => existsSync(join(root, 'out', release, 'manifest.json'));
const last = (out: string): string | undefined => out.trim().split('\n').at(-1);

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 4000 && !holds(); tries++) await sleep(50);
  expect(holds()).toBe(true);
}

describe.skipIf(!has('nats-server'))(needing('nats-server', 'a queue'), () => {
  let server: NatsServer;
  const workers: Started[] = [];
  const elsewhere = temporaryFolder('worker');
  const work = (jobs = 1): Started => {
    const started = startBuilt(['worker', '--queue', server.context, '--jobs', String(jobs), '--time-limit', '10'], elsewhere);
    workers.push(started);
    return started;
  };
  const end = async (): Promise<void> => {
    for (const { child } of workers) child.kill('SIGKILL');
    await Promise.all(workers.splice(0).map(({ ended }) => ended));
  };
  const build = (args: readonly string[], root: string) => startBuilt(['build', ...args, '--queue', server.context], root);

  beforeAll(async () => {
    server = await startNats();
  });
  afterEach(end);
  afterAll(() => server.stop());

  it('gives the files, the messages and the exit code of a local build', async () => {
    const { root, releases } = project('same', 3);
    edit(root, 'data/same1/releases/2026h1/release.yaml', /^layout: /m, 'no-such-key: 1\nlayout: ');
    const local = await runBuilt(['build', '--all', '--jobs', '1'], root);
    expect(local.code).toBe(1);
    const files = published(join(root, 'out'));
    expect(files.size).toBe(14);
    rmSync(join(root, 'out'), { recursive: true });
    work();
    const far = await build(['--all'], root).ended;
    expect(far).toEqual(local);
    expect(published(join(root, 'out'))).toEqual(files);
    // What is done is not built again, whoever asks.
    rmSync(join(root, 'out'), { recursive: true });
    await end();
    const again = await build([releases[0] ?? ''], root).ended;
    expect(again.code).toBe(0);
    expect(isBuilt(root, releases[0] ?? '')).toBe(true);
  }, 400_000);

  it('gives drafts as a local build makes them', async () => {
    const { root, releases } = project('draft', 1);
    const [release = ''] = releases;
    expect(carryTitles(join(root, 'data', release.replace('/', '/releases/')))).toBe(2);
    const local = await runBuilt(['build', '--draft', '--jobs', '1', release], root);
    expect(local.code).toBe(0);
    const files = published(join(root, 'out'));
    expect([...files.keys()]).toContain(`${release}.draft/release.draft.pdf`);
    rmSync(join(root, 'out'), { recursive: true });
    work();
    expect(await build(['--draft', release], root).ended).toEqual(local);
    expect(published(join(root, 'out'))).toEqual(files);
  }, 200_000);

  it('loses nothing when workers, the server and whoever asked are killed', async () => {
    const { root, releases } = project('lost', 10);
    const asked = build(['--all'], root);
    const [first] = [work(), work()];
    await until(() => releases.filter((release) => isBuilt(root, release)).length >= 2);
    first?.child.kill('SIGKILL');
    asked.child.kill('SIGKILL');
    await asked.ended;
    await server.stop();
    await server.start();
    work();
    const done = await build(['--all'], root).ended;
    expect(done.code).toBe(0);
    expect(last(done.out)).toMatch(/^10 releases: \d+ built/);
    expect(releases.every((release) => isBuilt(root, release))).toBe(true);
    const state = await runBuilt(['queue', server.context, '--format', 'json'], elsewhere);
    expect(JSON.parse(state.out)).toMatchObject({ waiting: { urgent: 0, normal: 0 }, setAside: [] });
  }, 400_000);

  it('outlasts a server that is away longer than a request waits, and says so', async () => {
    const { root, releases } = project('away', 6);
    work();
    const asked = build(['--all'], root);
    await until(() => releases.some((release) => isBuilt(root, release)));
    await server.stop();
    await sleep(7000);
    await server.start();
    const { code, out, err } = await asked.ended;
    expect(err).toContain('kessan: the server of the queue is away: what waits goes on waiting\n');
    expect(err).toContain('kessan: the server of the queue is back\n');
    expect(last(out)).toBe('6 releases: 6 built');
    expect(code).toBe(0);
  }, 400_000);

  it('takes what is urgent first', async () => {
    const { root, releases } = project('urgent', 8);
    const many = build(releases.slice(0, 7), root);
    await sleep(3000);
    const soon = build([releases[7] ?? '', '--urgent'], root);
    await sleep(3000);
    work();
    expect((await soon.ended).code).toBe(0);
    expect(releases.slice(0, 7).filter((release) => isBuilt(root, release)).length).toBeLessThan(3);
    expect((await many.ended).code).toBe(0);
  }, 400_000);

  it('sets aside a job that no worker can end, says why, and takes it anew when it is asked for again', async () => {
    const { root, releases } = project('poison', 2);
    const queue = await connectQueue(server.context, root);
    const tries: string[] = [];
    const pool = {
      run: async ({ place }: BuildJob): Promise<JobEnd | StoppedJob> => {
        tries.push(place.issuer);
        return place.issuer === 'poison0' ? { kind: 'stopped', why: 'it ran on' } : { kind: 'errors', findings: [] };
      },
      close: () => {},
    };
    const worker = new QueueWorker(queue, 1, pool, () => {});
    const working = worker.work();
    const { code, err, out } = await build(releases, root).ended;
    worker.stop();
    await working;
    expect(err).toContain(`${releases[0]}: stopped, after 3 tries: it ran on; nothing written`);
    expect(last(out)).toBe(`2 releases: 0 built, 1 with errors (${releases[1]}), 1 stopped (${releases[0]})`);
    expect(code).toBe(2);
    expect(tries.sort()).toEqual(['poison0', 'poison0', 'poison0', 'poison1']);
    expect((await queueState(queue)).setAside).toEqual([{ id: expect.any(String), release: releases[0], why: 'after 3 tries: it ran on' }]);
    await queue.close();
    work();
    expect((await build([releases[0] ?? ''], root).ended).code).toBe(0);
  }, 400_000);

  it('refuses a bundle that is not what it says', async () => {
    const queue = await connectQueue(server.context, elsewhere);
    const pool = { run: async (): Promise<JobEnd> => ({ kind: 'current' }), close: () => {} };
    const worker = new QueueWorker(queue, 1, pool, () => {});
    const working = worker.work();
    const ask = async (bytes: Uint8Array, id = sha256Of(bytes)): Promise<string> => {
      await queue.bundles.keep(id, bytes);
      await queue.client.publish(queue.names.jobs('normal'), id);
      for (;;) {
        const result = await queue.results.read(id);
        if (!result) await sleep(100);
        else {
          const { end } = openResult(result);
          return end.kind === 'fault' ? end.message : end.kind;
        }
      }
    };
    const content = Buffer.from('a: 1\n');
    const head = { format: 1, program: 'kessan', issuer: 'a', release: 'b', extras: {} };
    const packed = (name: string) => packFiles({ ...head, inputs: [[name, sha256Of(content)]] }, [{ name, content }]);
    expect(await ask(packed('data/a/issuer.yaml'))).toBe('current');
    expect(await ask(packed('../escape.yaml'))).toContain('"../escape.yaml" is no name of a file below a folder');
    expect(await ask(packed('node_modules/x/index.js'))).toContain('node_modules/x/index.js is no file of a project');
    expect(await ask(Buffer.from('no bundle'))).toContain('it has no head');
    expect(await ask(packed('data/a/concepts.yaml'), 'f'.repeat(64))).toContain('its bytes are not those that were sent');
    worker.stop();
    await working;
    await queue.close();
  }, 60_000);

  it('stops a layout that walks its lists on and on, and builds what comes after it', async () => {
    const { root, releases } = project('walks', 2);
    cpSync(join(projectRoot, 'templates/tanshin'), join(root, 'templates/walking'), { recursive: true });
    const walk = (inner: string): string => `{{#each statements}}${inner}{{/each}}`;
    const on = Array.from({ length: 12 }).reduce<string>((inner) => walk(inner), '{{#if false}}on{{/if}}');
    edit(root, 'templates/walking/summary.hbs', /^ {2}<p class="cut-off">/m, `${on}<p class="cut-off">`);
    edit(root, 'data/walks0/releases/2026h1/release.yaml', /^layout: tanshin$/m, 'layout: walking');
    work();
    const { code, err, out } = await build(releases, root).ended;
    expect(err).toContain('hint: walk fewer lists inside each other');
    expect(last(out)).toBe(`2 releases: 1 built, 1 with errors (${releases[0]})`);
    expect(code).toBe(1);
  }, 400_000);

  it('is no queue where there is none, and a context says what it may hold', async () => {
    const { root, releases } = project('none', 1);
    writeFileSync(join(root, 'odd.yaml'), 'servers: nats://127.0.0.1:1\npassphrase: x\n');
    for (const [address, message] of [
      ['nats://127.0.0.1:1', 'no queue at nats://127.0.0.1:1'],
      ['nowhere.yaml', 'nowhere.yaml is neither nats://host:port nor a context file'],
      ['odd.yaml', 'odd.yaml:2: passphrase: is unknown, and a context of a queue has servers,'],
    ]) {
      const { code, err } = await runBuilt(['build', ...releases, '--queue', address ?? ''], root);
      expect(err).toContain(message);
      expect(code).toBe(2);
    }
  });
});
