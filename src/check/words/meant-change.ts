// Turn "what a typed word may speak of" into a type: a change between two facts, or an amount that is itself one.
import type { Way } from '../../model/movement.ts';
import type { Mention } from './amount-mentions.ts';
import type { Change } from './movements.ts';

/** What a word may mean. */
export type Meant =
  /** A change from one fact to another, as the text shows it. */
  | { readonly kind: 'change'; readonly change: Change; readonly shown: string }
  /** An amount that is itself how far something moved. */
  | { readonly kind: 'own'; readonly mention: Mention; readonly way: Way };
