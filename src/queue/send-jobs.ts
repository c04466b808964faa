// Turn releases into bundles on a queue, and the results that come back into published files, as a build on this machine would publish them.
import { UsageError } from '../model/finding.ts';
import { BoundedMemory } from '../model/memory.ts';
import type { BuildJob, JobEnd } from '../project/build-job.ts';
import type { StoppedJob } from '../project/build-pool.ts';
import { isCurrent } from '../project/current-build.ts';
import { outFolder } from '../project/find-release.ts';
import { PublishError, publishIn } from '../project/publish.ts';
import { Session } from '../session.ts';
import { isStored, type Queue, type Urgency } from './connect-queue.ts';
import { openResult } from './job-result.ts';
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
  /** Fonts that lie in the store, or are on their way, by their hashes. */
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
      if (end.kind === 'built') await publishIn(folder, new Map(files.map(({ name, content }) => [name, content])));
      return end;
    } catch (fault) {
      if (!(fault instanceof UsageError || fault instanceof PublishError || fault instanceof PackedFilesError)) throw fault;
      return { kind: 'fault', message: fault.message, published: fault instanceof PublishError ? fault.published : [] };
    }
  }

  async #result(bundle: ReleaseBundle): Promise<Uint8Array> {
    const { id, bytes } = bundle;
    const { bundles, results, client, names } = this.#queue;
    let told = false;
    let wake = () => {};
    this.#awaited.set(id, () => {
      told = true;
      wake();
    });
    try {
      const known = await results.getBlob(id);
      if (known && !wasSetAside(known)) return known;
      const setAside = known && (await results.info(id));
      if (known) await results.delete(id);
      // Sent twice in a while, a job is kept once; one that was set aside is asked for anew.
      const msgID = known ? `${id}-${setAside?.mtime}` : id;
      await this.#storeFonts(bundle);
      if (!(await isStored(bundles, id))) await bundles.putBlob({ name: id }, bytes);
      await client.publish(names.jobs(this.#urgency), id, { msgID });
      for (;;) {
        if (!told) {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, lookAgain);
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
          });
        }
        told = false;
        const result = await results.getBlob(id);
        if (result) return result;
      }
    } finally {
      this.#awaited.delete(id);
    }
  }

  async #storeFonts({ fonts }: ReleaseBundle): Promise<void> {
    for (const [sha256, read] of fonts) {
      const stored = this.#stored.get(sha256) ?? this.#storeFont(fontObject(sha256), read);
      this.#stored.set(sha256, stored);
      await stored;
    }
  }

  async #storeFont(name: string, read: () => Uint8Array): Promise<void> {
    const { bundles } = this.#queue;
    if (!(await isStored(bundles, name))) await bundles.putBlob({ name }, read());
  }
}

/** What could not be built for a reason that is not the release's may be built when it is asked for again. */
function wasSetAside(result: Uint8Array): boolean {
  const { kind } = openResult(result).end;
  return kind === 'stopped' || kind === 'fault';
}

/** The name of a font in the store of bundles. */
export const fontObject = (sha256: string): string => `font-${sha256}`;
