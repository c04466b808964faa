// Turn two sequences into stretches that are the same and gaps between them, in order.
import { diffArrays } from 'diff';

/** Indexes of a stretch in both sequences, end excluded. */
export interface Stretch {
  readonly same: boolean;
  readonly old: readonly [from: number, to: number];
  readonly new: readonly [from: number, to: number];
}

/** Sequences with more edits than this are one gap: finding them all tells nobody anything. */
const mostEdits = 4000;
/** Steps that the search may take: edits times length. A page of a hundred thousand words is searched for two hundred edits. */
const mostSteps = 40_000_000;

/** The fewest edits; every item of both in exactly one stretch. */
export function alignSequences(old: readonly string[], now: readonly string[]): readonly Stretch[] {
  const parts = diffArrays([...old], [...now], {
    maxEditLength: Math.min(mostEdits, Math.ceil(mostSteps / (old.length + now.length + 1))),
  });
  if (!parts) return [{ same: false, old: [0, old.length], new: [0, now.length] }];
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, value } of parts) {
    const same = !added && !removed;
    const [toOld, toNew] = [added ? i : i + value.length, removed ? j : j + value.length];
    const last = stretches.at(-1);
    if (last && last.same === same) stretches[stretches.length - 1] = { same, old: [last.old[0], toOld], new: [last.new[0], toNew] };
    else stretches.push({ same, old: [i, toOld], new: [j, toNew] });
    [i, j] = [toOld, toNew];
  }
  return stretches;
}
