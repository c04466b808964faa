// Turn a queue into builds: jobs are taken one by one, the urgent first, and each is acknowledged when its result is stored.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Consumer, JsMsg } from '@nats-io/jetstream';
import { say } from '../model/say.ts';
import type { JobEnd } from '../project/build-job.ts';
import type { BuildPool, StoppedJob } from '../project/build-pool.ts';
import { parseManifest } from '../project/earlier-manifest.ts';
import { outFolder } from '../project/find-release.ts';
import type { Queue, Urgency } from './connect-queue.ts';
import { type JobResult, packResult } from './job-result.ts';
import { PackedFilesError, sha256Of } from './packed-files.ts';
import { type BundleContent, fontsOf, openBundle, writeProject } from './release-bundle.ts';
import { fontObject } from './send-jobs.ts';

/** What a worker tells while it works. */
export interface WorkEvent {
  readonly id: string;
  /** `issuer/release`; undefined where the bundle says none. */
  readonly name?: string;
  readonly what: JobResult['end']['kind'] | 'given back';
  readonly why?: string;
}

/** Times that a job is given to workers: one that ends none of them by a result is set aside with the reason. */
const tries = 3;

/** Milliseconds that a worker waits for a job before it looks again which of the two lines has one. */
const patience = 1000;

/** Takes jobs until it is told to stop; what it is at then is finished. */
export class QueueWorker {
  readonly #queue: Queue;
  readonly #pool: Pick<BuildPool, 'run' | 'close'>;
  readonly #jobs: number;
  readonly #tell: (event: WorkEvent) => void;
  readonly #folder = mkdtempSync(join(tmpdir(), 'kessan-worker-'));
  #stopping = false;
  #busy = 0;

  /** `pool` builds, `jobs` at once. */
  constructor(queue: Queue, jobs: number, pool: Pick<BuildPool, 'run' | 'close'>, tell: (event: WorkEvent) => void) {
    this.#queue = queue;
    this.#jobs = jobs;
    this.#pool = pool;
    this.#tell = tell;
    mkdirSync(join(this.#folder, 'fonts'));
  }

  stop(): void {
    this.#stopping = true;
  }

  async work(): Promise<void> {
    const { client, names } = this.#queue;
    const consumer = (urgency: Urgency) => client.consumers.get(names.stream, names.consumer(urgency));
    const lines = { urgent: await consumer('urgent'), normal: await consumer('normal') };
    const alive = setInterval(() => this.#live(), 1000);
    this.#live();
    try {
      await Promise.all(Array.from({ length: this.#jobs }, () => this.#takeJobs(lines)));
    } finally {
      clearInterval(alive);
      this.#pool.close();
      rmSync(this.#folder, { recursive: true, force: true });
    }
  }

  #live(): void {
    const state = { worker: this.#queue.connection.info?.client_id, jobs: this.#jobs, busy: this.#busy };
    this.#queue.connection.publish(this.#queue.names.alive, JSON.stringify(state));
  }

  async #takeJobs(lines: Readonly<Record<Urgency, Consumer>>): Promise<void> {
    while (!this.#stopping) {
      const message = await this.#next(lines);
      if (!message) continue;
      this.#busy++;
      // The first sign of life is that it was taken.
      const signs = setInterval(() => message.working(), (this.#queue.silence * 1000) / 3);
      try {
        await this.#work(message);
      } catch (fault) {
        // The server may be away: another worker, or this one, is given the job again.
        this.#tell({ id: message.string(), what: 'given back', why: fault instanceof Error ? fault.message : String(fault) });
        message.nak(patience);
      } finally {
        clearInterval(signs);
        this.#busy--;
      }
    }
  }

  async #next(lines: Readonly<Record<Urgency, Consumer>>): Promise<JsMsg | null> {
    try {
      const { num_pending: urgent } = await this.#queue.waiting('urgent');
      return await lines[urgent > 0 ? 'urgent' : 'normal'].next({ expires: patience });
    } catch {
      // The server is away: the connection comes back by itself.
      await new Promise((resolve) => setTimeout(resolve, patience));
      return null;
    }
  }

  async #work(message: JsMsg): Promise<void> {
    const id = message.string();
    const { results, connection, names } = this.#queue;
    if (await results.has(id)) {
      await message.ackAck();
      connection.publish(names.done(id));
      return;
    }
    const { end, files, name } = await this.#build(id);
    const again = end.kind === 'stopped' && message.info.deliveryCount < tries;
    this.#tell({ id, ...(name !== undefined && { name }), what: again ? 'given back' : end.kind, ...('why' in end && { why: end.why }) });
    if (again) {
      message.nak(patience);
      return;
    }
    const aside = end.kind === 'stopped' ? { ...end, why: say`after ${tries} tries: ${end.why}` } : end;
    await results.keep(id, packResult({ end: aside, files, ...(name !== undefined && { name }) }));
    await message.ackAck();
    connection.publish(names.done(id));
  }

  async #build(id: string): Promise<JobResult> {
    const folder = join(this.#folder, sha256Of(Buffer.from(id)).slice(0, 16));
    let name: string | undefined;
    try {
      const bytes = await this.#queue.bundles.read(id);
      if (!bytes) return refused('its bundle is not in the store: it was forgotten, or never sent');
      const bundle = openBundle(bytes, id);
      name = `${bundle.issuer}/${bundle.release}`;
      for (const sha256 of fontsOf(bundle).values()) await this.#fetchFont(sha256);
      mkdirSync(folder, { recursive: true });
      const place = writeProject(bundle, folder, (sha256) => this.#fontFile(sha256));
      const end = await this.#pool.run({ place, extras: bundle.extras, ifStale: false });
      return { ...resultOf(end, outFolder(place), bundle), name };
    } catch (fault) {
      if (!(fault instanceof PackedFilesError)) throw fault;
      return { ...refused(say`the bundle is refused: ${fault.message}`), ...(name !== undefined && { name }) };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  #fontFile(sha256: string): string {
    return join(this.#folder, 'fonts', sha256);
  }

  async #fetchFont(sha256: string): Promise<void> {
    const file = this.#fontFile(sha256);
    if (existsSync(file)) return;
    const bytes = await this.#queue.bundles.read(fontObject(sha256));
    if (!bytes || sha256Of(bytes) !== sha256) throw new PackedFilesError(say`the font ${sha256.slice(0, 12)}… is not in the store`);
    // Several jobs may fetch it at once.
    const partial = mkdtempSync(join(this.#folder, 'font-'));
    writeFileSync(join(partial, sha256), bytes);
    renameSync(join(partial, sha256), file);
    rmSync(partial, { recursive: true, force: true });
  }
}

/** What was built must be of the bundle's files and no others: those that the program brings are part of it. */
function resultOf(end: JobEnd | StoppedJob, folder: string, { inputs }: BundleContent): JobResult {
  if (end.kind !== 'built') return { end, files: [] };
  const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8');
  const made = Object.entries(parseManifest(manifest, 'manifest.json').inputs);
  const other =
    made.find(([name, hash]) => inputs.get(name) !== hash) ?? (made.length < inputs.size ? ['a file of the bundle'] : undefined);
  if (other) return refused(say`${other[0]} is another here than where the bundle was made: the installations differ`);
  return { end, files: end.files.map(({ file }) => ({ name: file, content: readFileSync(join(folder, file)) })) };
}

const refused = (why: string): JobResult => ({ end: { kind: 'fault', message: why, published: [] }, files: [] });
