// Turn what was made before into what need not be made again: results by what they were made of, within a stated size.

/** Results of one kind; each room owns its kinds. */
export interface Kind<T> {
  /** `room/what`: unlike every other. */
  readonly name: string;
  /** Bytes that a result holds, by estimate: what else would let go of it only when it is forgotten. */
  readonly bytes: (result: T) => number;
}

/**
 * Results of pure steps. A key says everything that its result follows from, so that what is recalled is what would be made; places in
 * files are no part of a key or of a result. What was recalled is shared: nobody changes it.
 */
export interface Memory {
  /** The result kept under this key, or what `make` makes now. A key that costs something to write is given as a function. */
  recall<T>(kind: Kind<T>, key: string | (() => string), make: () => T): T;
  /** The same for a step that may find something: what was found has its place, and places move, so such a result is not kept. */
  recallSilent<F, T>(
    kind: Kind<T>,
    key: string | (() => string),
    report: (finding: F) => void,
    make: (report: (finding: F) => void) => T,
  ): T;
  /** The result kept under this key, for a step that waits before it makes one. */
  find<T>(kind: Kind<T>, key: string): T | undefined;
  keep<T>(kind: Kind<T>, key: string, result: T): void;
  /** The number of an object that stands for itself in keys: no other object of this memory has it. */
  numberOf(object: object): number;
  /** False for a memory that keeps nothing: keys need not be written for it. */
  readonly keeps: boolean;
}

/** Keeps nothing: for one build in a process of its own. */
export const forgetful: Memory = {
  recall: (_kind, _key, make) => make(),
  recallSilent: (_kind, _key, report, make) => make(report),
  find: () => undefined,
  keep: () => {},
  numberOf: () => 0,
  keeps: false,
};

/** What a result costs beside its own bytes: its entry, the head of its key. */
const entryBytes = 120;

/**
 * Two generations: what is recalled or made goes to the young one; when that has half of the limit it becomes the old one, and what the
 * old one still had is forgotten. So the limit holds, and what each build uses stays.
 */
export class BoundedMemory implements Memory {
  readonly keeps = true;
  readonly #half: number;
  #young = new Map<string, Map<string, Entry>>();
  #old = new Map<string, Map<string, Entry>>();
  #youngBytes = 0;
  #oldBytes = 0;
  readonly #numbers = new WeakMap<object, number>();
  #lastNumber = 0;

  /** `limit` in MB (10^6 bytes), by the estimates of the kinds. */
  constructor(limit: number) {
    this.#half = (limit * 1e6) / 2;
  }

  /** Held now, by estimate. */
  get bytes(): number {
    return this.#youngBytes + this.#oldBytes;
  }

  recall<T>(kind: Kind<T>, key: string | (() => string), make: () => T): T {
    const written = typeof key === 'string' ? key : key();
    const known = this.#find(kind, written);
    if (known) return known.result as T;
    const result = make();
    this.keep(kind, written, result);
    return result;
  }

  recallSilent<F, T>(
    kind: Kind<T>,
    key: string | (() => string),
    report: (finding: F) => void,
    make: (report: (finding: F) => void) => T,
  ): T {
    const written = typeof key === 'string' ? key : key();
    const known = this.#find(kind, written);
    if (known) return known.result as T;
    let silent = true;
    const result = make((finding) => {
      silent = false;
      report(finding);
    });
    if (silent) this.keep(kind, written, result);
    return result;
  }

  find<T>(kind: Kind<T>, key: string): T | undefined {
    return this.#find(kind, key)?.result as T | undefined;
  }

  keep<T>(kind: Kind<T>, key: string, result: T): void {
    this.#put(kind.name, key, { result, bytes: kind.bytes(result) + 2 * key.length + entryBytes });
  }

  numberOf(object: object): number {
    let number = this.#numbers.get(object);
    if (number === undefined) {
      number = ++this.#lastNumber;
      this.#numbers.set(object, number);
    }
    return number;
  }

  #find(kind: Kind<never>, key: string): Entry | undefined {
    const young = this.#young.get(kind.name)?.get(key);
    if (young) return young;
    const old = this.#old.get(kind.name);
    const entry = old?.get(key);
    if (!entry) return undefined;
    old?.delete(key);
    this.#oldBytes -= entry.bytes;
    this.#put(kind.name, key, entry);
    return entry;
  }

  #put(name: string, key: string, entry: Entry): void {
    let kept = this.#young.get(name);
    if (!kept) {
      kept = new Map();
      this.#young.set(name, kept);
    }
    this.#youngBytes += entry.bytes - (kept.get(key)?.bytes ?? 0);
    kept.set(key, entry);
    if (this.#youngBytes <= this.#half) return;
    [this.#old, this.#young] = [this.#young, new Map()];
    [this.#oldBytes, this.#youngBytes] = [this.#youngBytes, 0];
  }
}

interface Entry {
  readonly result: unknown;
  readonly bytes: number;
}
