// Turn what an expression wrote into the part of a key that blocks follow from, beside the place that it has elsewhere.
import type { Span } from '../model/span.ts';
import type { Insertion } from './manuscript.ts';

/** Whether it puts in what has blocks of its own. */
export const isPlaced = ({ written }: Insertion): boolean => 'narrative' in written || 'table' in written || 'corrections' in written;

/** What a run of text prints, and what the text is known to follow from; of a figure its text only, for its number is counted anew. */
export function insertionKey({ written, only }: Insertion): readonly unknown[] {
  const said = 'figure' in written ? { figure: written.figure.text } : { ...written, at: undefined };
  return [said, only ?? false];
}

/** Where a data file says the words; undefined for what has the place of its expression. */
export const placeElsewhere = ({ written }: Insertion): Span | undefined => ('text' in written ? written.at : undefined);
