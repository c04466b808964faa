// Turn two sequences into stretches that are the same and gaps between them, in order, with no more effort than is left.
import { diffArrays } from 'diff';
import { comparingLimits } from '../model/limits.ts';
import { longestRise } from '../model/longest-rise.ts';

/** Steps that may still be taken. One a comparison, handed from part to part; counted, never timed, so that results do not depend on the machine. */
export class Effort {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  /** Takes `steps` when so many are left; else takes none, and the caller does what costs nothing. */
  take(steps: number): boolean {
    if (steps > this.#left) return false;
    this.#left -= steps;
    return true;
  }

  /** What is left of it, to be spent again. */
  rest(): Effort {
    return new Effort(this.#left);
  }
}

/** Indexes of a stretch in both sequences, end excluded. */
export interface Stretch {
  readonly same: boolean;
  readonly old: readonly [from: number, to: number];
  readonly new: readonly [from: number, to: number];
}

/** Edits up to which the fewest are searched for in whole sequences, and in the pieces that anchors leave: the search costs their square. */
const mostEdits = { whole: 200, piece: 40 } as const;
/** Items in a row that anchors are made of: rare words first, then what few words can only say in a certain order. */
const anchorLengths: readonly number[] = [1, 2, 4, 8, 16];

/**
 * The fewest edits where they are few; where they are many, the sequences are cut at what occurs once in both, and the pieces are
 * searched. Every item of both is in exactly one stretch. What is too different, or beyond the effort, is one gap.
 */
export function alignSequences(
  old: readonly string[],
  now: readonly string[],
  effort: Effort = new Effort(comparingLimits.steps),
): readonly Stretch[] {
  const found = searched(old, now, mostEdits.whole, effort) ?? cut(old, now, 0, effort);
  return joined(found);
}

/** Undefined when there are more edits than that. */
function searched(old: readonly string[], now: readonly string[], most: number, effort: Effort): readonly Stretch[] | undefined {
  if (old.length === 0 || now.length === 0) return wholeGap(old, now);
  // So many paths are followed at most, and each goes once along its diagonal.
  const edits = Math.min(most, old.length + now.length);
  if (!effort.take(edits * edits + old.length + now.length)) return undefined;
  const parts = diffArrays([...old], [...now], { maxEditLength: edits });
  if (!parts) return undefined;
  let [i, j] = [0, 0];
  return parts.map(({ added, removed, value }) => {
    const [fromOld, fromNew] = [i, j];
    if (!added) i += value.length;
    if (!removed) j += value.length;
    return { same: !added && !removed, old: [fromOld, i], new: [fromNew, j] };
  });
}

function wholeGap(old: readonly string[], now: readonly string[]): readonly Stretch[] {
  return old.length + now.length > 0 ? [{ same: false, old: [0, old.length], new: [0, now.length] }] : [];
}

/** Between anchors of a length, pieces are searched, and cut at longer anchors when that fails. */
function cut(old: readonly string[], now: readonly string[], level: number, effort: Effort): readonly Stretch[] {
  const length = anchorLengths[level];
  if (length === undefined || !effort.take(old.length + now.length)) return wholeGap(old, now);
  const anchors = findAnchors(old, now, length);
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  const piece = (toOld: number, toNew: number) => {
    const [a, b] = [old.slice(i, toOld), now.slice(j, toNew)];
    const inner = searched(a, b, mostEdits.piece, effort) ?? cut(a, b, level + 1, effort);
    for (const {
      same,
      old: [a0, a1],
      new: [b0, b1],
    } of inner)
      stretches.push({ same, old: [a0 + i, a1 + i], new: [b0 + j, b1 + j] });
  };
  for (const [a, b] of anchors) {
    if (a < i || b < j) continue;
    piece(a, b);
    stretches.push({ same: true, old: [a, a + length], new: [b, b + length] });
    [i, j] = [a + length, b + length];
  }
  piece(old.length, now.length);
  return stretches;
}

/** Neighbours of one kind are one stretch. */
export function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const out: Stretch[] = [];
  for (const stretch of stretches) {
    const last = out.at(-1);
    if (last?.same === stretch.same)
      out[out.length - 1] = { same: last.same, old: [last.old[0], stretch.old[1]], new: [last.new[0], stretch.new[1]] };
    else out.push(stretch);
  }
  return out;
}

/** `length` items from these indexes on are the same in both, and occur nowhere else in either. */
export type Anchor = readonly [old: number, now: number];

/** As many as can be had without crossing. Takes time and memory in proportion to the sequences. */
export function findAnchors(old: readonly string[], now: readonly string[], length: number): readonly Anchor[] {
  const names = new Map<string, number>();
  const [before, after] = [rowNames(old, length, names), rowNames(now, length, names)];
  const [inOld, inNew] = [onlyPlaces(before, names.size), onlyPlaces(after, names.size)];
  const candidates: Anchor[] = [];
  before.forEach((name, index) => {
    const other = inNew[name] ?? -1;
    if (inOld[name] === index && other >= 0) candidates.push([index, other]);
  });
  // They rise in the old sequence: as many as rise in the new one too.
  return longestRise(candidates.map(([, place]) => place)).flatMap((index) => (candidates[index] ? [candidates[index]] : []));
}

/** A number for each run of `length` items, the same for the same items. */
function rowNames(items: readonly string[], length: number, names: Map<string, number>): Int32Array {
  const rows = new Int32Array(Math.max(0, items.length - length + 1));
  for (let i = 0; i < rows.length; i++) {
    const key = length === 1 ? (items[i] ?? '') : items.slice(i, i + length).join('\u0003');
    const known = names.get(key);
    if (known === undefined) names.set(key, names.size);
    rows[i] = known ?? names.size - 1;
  }
  return rows;
}

/** The only place of each name, -1 where there is none, -2 where there are more. */
function onlyPlaces(rows: Int32Array, count: number): Int32Array {
  const places = new Int32Array(count).fill(-1);
  rows.forEach((name, index) => {
    places[name] = places[name] === -1 ? index : -2;
  });
  return places;
}
