// Turn a mark that is drawn in another look into what is told of it.
import type { Box } from '../../model/difference.ts';

/** One look that became another. */
export interface LookChange {
  readonly kind: 'colour' | 'weight';
  /** Of what: `line`, `surface`, `words`. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly old: Box;
  readonly new: Box;
  /** The words, where they are words. */
  readonly text?: string;
}
