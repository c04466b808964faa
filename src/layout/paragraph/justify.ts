// Turn a line's gaps and the room that it has into the width of each gap, in the order in which JLREQ asks spaces to give.
import type { Gap, GapKind } from './glue.ts';

/** One round of giving: which gaps, all in one proportion, and how far they go. */
interface Round {
  readonly kinds: readonly GapKind[];
  readonly limit: 'min' | 'max' | 'hard' | 'emergency';
}

/** JLREQ 3.8.3: word spaces first, then middle dots, then brackets and commas, then the space between scripts. */
const shrinking: readonly Round[] = [
  { kinds: ['word', 'letter'], limit: 'min' },
  { kinds: ['middle'], limit: 'min' },
  { kinds: ['bracket'], limit: 'min' },
  { kinds: ['latin'], limit: 'min' },
];

/**
 * JLREQ 3.8.4: word spaces first. It asks the space between scripts next and ideographs last, which leaves a line of few Latin words with
 * holes a third of an em wide beside solid text; both grow in one proportion here, so that neither is seen.
 */
const stretching: readonly Round[] = [
  { kinds: ['word', 'letter'], limit: 'max' },
  { kinds: ['latin', 'ideograph'], limit: 'max' },
  { kinds: ['word', 'letter'], limit: 'hard' },
  { kinds: ['ideograph'], limit: 'hard' },
  { kinds: ['word', 'letter'], limit: 'emergency' },
  { kinds: ['ideograph'], limit: 'emergency' },
];

/** Widths of the gaps so that they are `slack` em wider (narrower, if negative) in all; natural ones when that cannot be reached. */
export function justify(gaps: readonly Gap[], slack: number): readonly number[] {
  const natural = gaps.map((gap) => gap.natural);
  const widths = natural.slice();
  let left = slack;
  for (const { kinds, limit } of slack < 0 ? shrinking : stretching) {
    if (left === 0) break;
    let capacity = 0;
    for (let i = 0; i < gaps.length; i++) {
      const gap = gaps[i];
      if (gap && kinds.includes(gap.kind)) capacity += gap[limit] - (widths[i] ?? 0);
    }
    if (capacity === 0) continue;
    const share = Math.min(1, left / capacity);
    for (let i = 0; i < gaps.length; i++) {
      const gap = gaps[i];
      if (gap && kinds.includes(gap.kind)) widths[i] = (widths[i] ?? 0) + share * (gap[limit] - (widths[i] ?? 0));
    }
    left -= share * capacity;
  }
  // A thousandth of an em is less than any device shows; more than that is a line that cannot be filled, and is left ragged.
  return Math.abs(left) < 0.001 ? widths : natural;
}
