// Turn a text into the days and months that it names by an era, for a check of whether the era had them.
import type { Stretch } from '../model/span.ts';

/** A day, or a month, that a text names by its era. */
export interface EraNamed extends Stretch {
  /** Whether the era had that day, or a day of that month. */
  readonly isOf: boolean;
  /** The first day of the era after it, ISO; '' for the present one. */
  readonly next: string;
  /** The same day or month by the era that it is of. */
  readonly meant: string;
}

/** How a language that counts years by eras names days by them. */
export interface EraReading {
  readonly named: (text: string) => readonly EraNamed[];
}
