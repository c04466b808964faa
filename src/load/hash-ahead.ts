// Turn large files that will be asked for into their hashes while this thread does other things: by another thread, where one was given.
import { type StampedHash, stampedHash } from './hash-file.ts';

/** Files for another thread to hash. */
export interface HashOrder {
  /** Absolute. */
  readonly paths: readonly string[];
  /** Bytes that each has at most. */
  readonly limit: number;
  /** A slot for each: its state, and the answer as text. */
  readonly answers: SharedArrayBuffer;
}

/** Bytes of a slot: four of the state, then ASCII text up to a zero. A hash has 64 characters, a stamp at most 110. */
const slotBytes = 256;
const stateBytes = 4;

/** Who has a file: nobody yet; the other thread, which will answer; the other thread, which has answered; the thread that asked. */
const states = { waiting: 0, taken: 1, answered: 2, withdrawn: 3 } as const;

let send: ((order: HashOrder) => void) | undefined;

/** From now on orders go to `other`, a thread that does `hashOrdered` while this one works; without it, nothing is hashed ahead. */
export function hashAheadBy(other?: (order: HashOrder) => void): void {
  send = other;
}

/** The hash of a file that was ordered, as it was when it was hashed; undefined when the one who asks is to hash it. */
export type HashedAhead = (path: string) => StampedHash | undefined;

/** Orders the hashes of these files. Who asks for one waits only while that very file is being hashed: what was not begun is left to him. */
export function hashAhead(paths: readonly string[], limit: number): HashedAhead {
  if (!send || paths.length === 0) return () => undefined;
  const answers = new SharedArrayBuffer(paths.length * slotBytes);
  send({ paths, limit, answers });
  return (path) => {
    const index = paths.indexOf(path);
    if (index < 0) return undefined;
    const state = stateOf(answers, index);
    if (Atomics.compareExchange(state, 0, states.waiting, states.withdrawn) !== states.taken) return answerIn(answers, index);
    Atomics.wait(state, 0, states.taken);
    return answerIn(answers, index);
  };
}

/** Hashes what nobody has hashed yet, the last first, since whoever asks begins with the first; `turn` is awaited before each file. */
export async function hashOrdered({ paths, limit, answers }: HashOrder, turn: () => Promise<void>): Promise<void> {
  for (let index = paths.length - 1; index >= 0; index--) {
    await turn();
    const state = stateOf(answers, index);
    if (Atomics.compareExchange(state, 0, states.waiting, states.taken) !== states.waiting) continue;
    try {
      const hashed = stampedHash(paths[index] ?? '', limit);
      const text = hashed ? `${hashed.sha256} ${hashed.stamp}` : '';
      if (text.length < slotBytes - stateBytes) textOf(answers, index).write(text, 'latin1');
    } catch {
      // Without an answer it is hashed by the one who asks, who then finds the fault too, and tells it.
    }
    Atomics.store(state, 0, states.answered);
    Atomics.notify(state, 0);
  }
}

const stateOf = (answers: SharedArrayBuffer, index: number): Int32Array => new Int32Array(answers, index * slotBytes, 1);

const textOf = (answers: SharedArrayBuffer, index: number): Buffer =>
  Buffer.from(answers, index * slotBytes + stateBytes, slotBytes - stateBytes);

/** Undefined where nothing was written. */
function answerIn(answers: SharedArrayBuffer, index: number): StampedHash | undefined {
  const bytes = textOf(answers, index);
  const [sha256, stamp] = bytes.toString('latin1', 0, bytes.indexOf(0)).split(' ');
  return sha256 && stamp ? { sha256, stamp } : undefined;
}
