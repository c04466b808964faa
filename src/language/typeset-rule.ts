// Turn typed characters into those that are set: what a rule of a language reads and gives.

/** Replaces the characters from `start` up to `end`. */
export interface Edit {
  /** Offsets in UTF-16 code units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A rule reads the whole text and gives its edits, in order; those that touch a closed character are not made. */
export type TypesetRule = (text: string, closed: (at: number) => boolean) => readonly Edit[];

/** Running text loses typed spaces between scripts; titles, names and table labels keep them. */
export type TextKind = 'body' | 'name';
