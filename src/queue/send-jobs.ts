// Turn releases into bundles on a queue, and the results that come back into published files, as a build on this machine would publish them.
import { UsageError } from '../model/finding.ts';
import { BoundedMemory } from '../model/memory.ts';
import type { BuildJob, JobEnd } from '../project/build-job.ts';
import type { StoppedJob } from '../project/build-pool.ts';
import { isCurrent } from '../project/current-build.ts';
import { outFolder } from '../project/find-release.ts';
import { PublishError } from '../project/publish.ts';
import { publishBuild } from '../project/publish-build.ts';
import { Session } from '../session.ts';
import type { Queue, Urgency } from './connect-queue.ts';
import { openResult } from './job-result.ts';
import { outlast } from './outlast.ts';
import { PackedFilesError } from './packed-files.ts';
import { bundleOf, type ReleaseBundle } from './release-bundle.ts';

/** MB of files that the bundles of one command share. */
const memoryMegabytes = 32;

/** Milliseconds after which a result is looked for that nobody told of: its telling may have been lost with a connection. */
const lookAgain = 3000;

/** Sends jobs of one command. A job that was sent before, and is done, is not built again. */
export class JobSender {
  readonly #queue: Queue;
  readonly #urgency: Urgency;
  readonly #memory = new BoundedMemory(memoryMegabytes);
  readonly #awaited = new Map<string, () => void>();
  /** Fonts that lie in the store, or are on their way, by how often the server was away and their hashes. */
  readonly #stored = new Map<string, Promise<void>>();

  constructor(queue: Queue, urgency: Urgency) {
    this.#queue = queue;
    this.#urgency = urgency;
    const prefix = queue.names.done('');
    queue.connection.subscribe(queue.names.done('*'), {
      callback: (_, { subject }) => this.#awaited.get(subject.slice(prefix.length))?.(),
    });
  }

  async run({ place, extras, ifStale }: BuildJob): Promise<JobEnd | StoppedJob> {
    try {
      const session = new Session({ place }, { memory: this.#memory });
      const folder = outFolder(place);
      if (ifStale && extras.attach !== true && isCurrent(session, folder, extras)) return { kind: 'current' };
      const { value: sources, findings } = session.load();
      if (!sources) return { kind: 'errors', findings };
      const { end, files } = openResult(await this.#result(bundleOf(place, extras, sources)));
      if (end.kind === 'built') await publishBuild(folder, new Map(files.map(({ name, content }) => [name, content])));
      return end;
    } catch (fault) {
      if (!(fault instanceof UsageError || fault instanceof PublishError || fault instanceof PackedFilesError)) throw fault;
      return { kind: 'fault', message: fault.message, published: fault instanceof PublishError ? fault.published : [] };
    }
  }

  async #result(bundle: ReleaseBundle): Promise<Uint8Array> {
    const { id } = bundle;
    const { results } = this.#queue;
    const bell = new Bell();
    this.#awaited.set(id, () => bell.ring());
    try {
      const { known, mtime } = await outlast(() => this.#known(id));
      if (known && !wasSetAside(known)) return known;
      if (known) await outlast(() => results.drop(id));
      // One that was set aside is asked for anew: the server keeps what it was sent by one name once.
      const msgID = known ? `${id}-${mtime}` : id;
      for (let sent = -1; ; ) {
        const { count } = this.#queue.absences;
        // A server that lost what it had not written is told again.
        if (sent < count) await outlast(() => this.#send(bundle, msgID));
        sent = count;
        await bell.rings(lookAgain);
        const result = await outlast(() => results.read(id));
        if (result) return result;
      }
    } finally {
      this.#awaited.delete(id);
    }
  }

  async #known(id: string): Promise<{ readonly known?: Uint8Array; readonly mtime?: string }> {
    const { results } = this.#queue;
    const known = await results.read(id);
    return known ? { known, mtime: (await results.info(id))?.mtime ?? '' } : {};
  }

  async #send({ id, bytes, fonts }: ReleaseBundle, msgID: string): Promise<void> {
    const { client, names, absences } = this.#queue;
    for (const [sha256, read] of fonts) {
      const key = `${absences.count} ${sha256}`;
      const stored = this.#stored.get(key) ?? this.#store(fontObject(sha256), read);
      this.#stored.set(key, stored);
      // One that could not be stored is stored by whoever tries again.
      stored.catch(() => this.#stored.delete(key));
      await stored;
    }
    await this.#store(id, () => bytes);
    await client.publish(names.jobs(this.#urgency), id, { msgID });
  }

  async #store(name: string, read: () => Uint8Array): Promise<void> {
    const { bundles } = this.#queue;
    if (!(await bundles.has(name))) await bundles.keep(name, read());
  }
}

/** Rung once, it is heard once, be it before or while somebody listens. */
class Bell {
  #rung = false;
  #heard = () => {};

  ring(): void {
    this.#rung = true;
    this.#heard();
  }

  /** Resolves when it is rung, or after `patience` milliseconds. */
  async rings(patience: number): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patience);
        this.#heard = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#rung = false;
  }
}

/** What could not be built for a reason that is not the release's may be built when it is asked for again. */
function wasSetAside(result: Uint8Array): boolean {
  const { kind } = openResult(result).end;
  return kind === 'stopped' || kind === 'fault';
}

/** The name of a font in the store of bundles. */
export const fontObject = (sha256: string): string => `font-${sha256}`;
