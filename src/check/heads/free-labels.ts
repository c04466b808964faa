// Turn words over or beside figures into whether a literal sets them free: listed as words that are not about those figures.
import type { Release } from '../../model/release.ts';
import { folded } from '../typed-text.ts';

/** `said` is what the figures contradict, the whole label where no word of it is meant: a literal frees a label by itself, or that word. */
export function isFreeLabel(label: string, { literals }: Pick<Release, 'literals'>, said?: string): boolean {
  return literals.some(
    ({ kind, text }) =>
      kind === 'word' && folded(label).includes(folded(text)) && (said === undefined || folded(text).includes(folded(said))),
  );
}
