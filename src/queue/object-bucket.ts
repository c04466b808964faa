// Turn a bucket of the server's object store into what is read, kept and dropped by name; a server that stops amid an object is not waited for.
import type { ObjectInfo, ObjectStore } from '@nats-io/obj';
import { BrokenOffError } from './outlast.ts';

/** Milliseconds between two parts of an object after which the rest is not awaited: the server has gone, and what it promised with it. */
const silence = 5000;

/** Objects by name. Every step may be taken again when it failed: what was kept once is the same kept twice. */
export class ObjectBucket {
  readonly #store: ObjectStore;

  constructor(store: ObjectStore) {
    this.#store = store;
  }

  /** What is told of an object; undefined of one that is not there: of one that was dropped the store still knows that it was. */
  async info(name: string): Promise<ObjectInfo | undefined> {
    const info = await this.#store.info(name);
    return info === null || info.deleted ? undefined : info;
  }

  async has(name: string): Promise<boolean> {
    return (await this.info(name)) !== undefined;
  }

  /** Undefined when it is not there. */
  async read(name: string): Promise<Uint8Array | undefined> {
    const object = await this.#store.get(name);
    if (!object) return undefined;
    // Its end is told by the stream as well, and there it is listened to.
    object.error.catch(() => {});
    const reader = object.data.getReader();
    const parts: Uint8Array[] = [];
    try {
      for (;;) {
        const { done, value } = await inTime(reader.read());
        if (done) return Buffer.concat(parts);
        parts.push(value);
      }
    } catch (fault) {
      reader.cancel().catch(() => {});
      throw new BrokenOffError(`${name} broke off`, { cause: fault });
    }
  }

  async keep(name: string, bytes: Uint8Array): Promise<void> {
    await this.#store.putBlob({ name }, bytes);
  }

  async drop(name: string): Promise<void> {
    await this.#store.delete(name);
  }

  /** Latest first. */
  async list(): Promise<readonly ObjectInfo[]> {
    const all = await this.#store.list();
    return all.filter(({ deleted }) => !deleted).sort((a, b) => (a.mtime < b.mtime ? 1 : -1));
  }
}

async function inTime<T>(step: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing came in ${silence} ms`)), silence);
  });
  try {
    return await Promise.race([step, late]);
  } finally {
    clearTimeout(timer);
  }
}
