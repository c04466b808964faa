// Turn a changed figure into the ordered changes that it follows from, and the chain from the nearest of them.
import type { ChainStep, OrderedChange } from '../model/difference.ts';
import type { FactKey } from '../model/financials.ts';
import { comparingLimits } from '../model/limits.ts';
import { recordedValue } from './recorded-value.ts';
import type { RecordIndex } from './version.ts';

/** Why something changed. */
export interface Cause {
  /** From the nearest ordered change on. */
  readonly chain: readonly ChainStep[];
  /** Ids of all ordered changes. */
  readonly causes: readonly string[];
}

export interface Tracer {
  /** Why a fact has another value; undefined when nothing ordered leads to it, or when it has the same. */
  readonly fact: (key: FactKey) => Cause | undefined;
  /** The ordered change of a given, as a cause. */
  readonly given: (name: string) => Cause | undefined;
  readonly ordered: readonly OrderedChange[];
}

export function traceCauses(old: RecordIndex, now: RecordIndex, ordered: readonly OrderedChange[]): Tracer {
  const known = new Map<FactKey, Cause | undefined>();
  const subjects = new Map<string, OrderedChange[]>();
  const overridden = new Map<string, OrderedChange[]>();
  const places = new Map(ordered.map((change, index) => [change, index]));
  for (const change of ordered) {
    gather(subjects, change.subject, change);
    if (change.kind === 'override') gather(overridden, change.subject.split(' ')[1] ?? '', change);
  }
  const bySubject = (subject: string, ...kinds: OrderedChange['kind'][]) =>
    subjects.get(subject)?.find((change) => kinds.includes(change.kind));

  const fact = (key: FactKey, depth = 0): Cause | undefined => {
    if (known.has(key)) return known.get(key);
    if (depth > comparingLimits.chain) return undefined;
    // A fact that leads back to itself is no cause of itself.
    known.set(key, undefined);
    const cause = trace(key, depth);
    known.set(key, cause);
    return cause;
  };

  const trace = (key: FactKey, depth: number): Cause | undefined => {
    const edit = bySubject(key, 'fact', 'formula');
    if (edit) return startingAt(edit);
    const [before, after] = [old.facts.get(key), now.facts.get(key)];
    if (!before || !after || recordedValue(before) === recordedValue(after)) return undefined;
    const inputs = [...new Set([...(after.inputs ?? []), ...(before.inputs ?? [])])].filter((input) => input !== key);
    const found = joinCauses([
      ...inputs.map((input) => fact(input, depth + 1)),
      // A formula may read a figure as it is printed: then an override of that figure is a cause.
      ...inputs
        .flatMap((input) => overridden.get(input) ?? [])
        .sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
        .map(startingAt),
    ]);
    return (
      found &&
      extend(found, { by: 'fact', fact: key, formula: after.formula ?? '', before: recordedValue(before), after: recordedValue(after) })
    );
  };

  return {
    fact: (key) => fact(key),
    given: (name) => {
      const edit = bySubject(name, 'given');
      return edit && startingAt(edit);
    },
    ordered,
  };
}

function gather<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

export function startingAt(change: OrderedChange): Cause {
  return { chain: [{ by: 'ordered', change: change.id, subject: change.subject }], causes: [change.id] };
}

export function extend({ chain, causes }: Cause, step: ChainStep): Cause {
  return { chain: [...chain, step], causes };
}

/** The shortest chain, and the causes of all. */
export function joinCauses(found: readonly (Cause | undefined)[]): Cause | undefined {
  const known = found.filter((cause) => cause !== undefined);
  const [first, ...rest] = known;
  if (!first) return undefined;
  const nearest = rest.reduce((best, cause) => (cause.chain.length < best.chain.length ? cause : best), first);
  return { chain: nearest.chain, causes: [...new Set(known.flatMap(({ causes }) => causes))] };
}
