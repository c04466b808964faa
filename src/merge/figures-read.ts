// Turn a run of merge into one that knows what it read of facts and statements, and that knowledge into whether another run would read the same.
import type { ProseAnswer, ProseQuestion } from '../figures/prose-figure.ts';
import type { Override } from '../model/exceptions.ts';
import type { Fact, FactKey, Statement } from '../model/financials.ts';
import { saySame } from '../model/say-same.ts';
import type { Merging } from './merging.ts';

/** All that was read of facts and statements, and what came of it. */
export interface FiguresRead {
  readonly facts: ReadonlyMap<FactKey, Fact | undefined>;
  /** As whole objects: each stands for all its cells, with their places. */
  readonly statements: ReadonlyMap<string, Statement | undefined>;
  /** Whether there are facts and statements of these names. */
  readonly named: { readonly facts: ReadonlyMap<string, boolean>; readonly statements: ReadonlyMap<string, boolean> };
  readonly answers: readonly { readonly question: ProseQuestion; readonly answer: ProseAnswer }[];
}

/** What reads in this run is read through; `read` is undefined where a whole list was walked, which nobody could look up again. */
export function readingFigures(merging: Merging): { readonly merging: Merging; readonly read: () => FiguresRead | undefined } {
  const facts = new ReadMap(merging.financials.facts);
  const statements = new ReadMap(merging.financials.statements);
  const answers: { question: ProseQuestion; answer: ProseAnswer }[] = [];
  const ask: Merging['ask'] = (question) => {
    const answer = merging.ask(question);
    answers.push({ question, answer });
    return answer;
  };
  return {
    merging: { ...merging, financials: { facts, statements }, ask },
    read: () =>
      facts.walked || statements.walked
        ? undefined
        : { facts: facts.got, statements: statements.got, named: { facts: facts.asked, statements: statements.asked }, answers },
  };
}

/**
 * Undefined where this run would read anything else; else the overrides of this run that stand for those in `used`. Where facts are
 * typed is nothing that merge reads.
 */
export function readAgain(read: FiguresRead, used: ReadonlySet<Override>, merging: Merging): readonly Override[] | undefined {
  const { facts, statements } = merging.financials;
  for (const [key, fact] of read.facts) if (!saySame(fact, facts.get(key))) return undefined;
  for (const [name, statement] of read.statements) if (statements.get(name) !== statement) return undefined;
  for (const [key, there] of read.named.facts) if (facts.has(key) !== there) return undefined;
  for (const [name, there] of read.named.statements) if (statements.has(name) !== there) return undefined;
  const overrides: Override[] = [];
  for (const { question, answer } of read.answers) {
    const now = merging.ask(question);
    if (!saySame(answer, now)) return undefined;
    if (answer.kind !== 'figure' || now.kind !== 'figure') continue;
    const { override } = answer.figure;
    if (override && now.figure.override && used.has(override)) overrides.push(now.figure.override);
  }
  return overrides;
}

/** A map that knows what was looked up in it. */
class ReadMap<K, V> implements ReadonlyMap<K, V> {
  readonly got = new Map<K, V | undefined>();
  readonly asked = new Map<K, boolean>();
  walked = false;
  readonly #map: ReadonlyMap<K, V>;

  constructor(map: ReadonlyMap<K, V>) {
    this.#map = map;
  }

  get(key: K): V | undefined {
    const value = this.#map.get(key);
    this.got.set(key, value);
    return value;
  }

  has(key: K): boolean {
    const there = this.#map.has(key);
    this.asked.set(key, there);
    return there;
  }

  get size(): number {
    return this.#walk().size;
  }

  forEach(each: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    this.#walk().forEach(each);
  }

  entries(): MapIterator<[K, V]> {
    return this.#walk().entries();
  }

  keys(): MapIterator<K> {
    return this.#walk().keys();
  }

  values(): MapIterator<V> {
    return this.#walk().values();
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.#walk()[Symbol.iterator]();
  }

  #walk(): ReadonlyMap<K, V> {
    this.walked = true;
    return this.#map;
  }
}
