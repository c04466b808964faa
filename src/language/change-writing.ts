// Turn the way that a figure went into what a language must be able to say of it.
import type { News, Turn, Way } from '../model/movement.ts';

/** How a language says what a figure did. */
export interface ChangeWriting {
  /** `an increase of 10.9%`, `10.9%増`; `percent` is the magnitude, written. */
  readonly changeNoun: (direction: Way, percent: string) => string;
  /** `increased by 48%`, `48%増加`. */
  readonly changeVerb: (direction: Way, percent: string) => string;
  /** `improved by 58.3%`, `58.3%の改善`. */
  readonly improvement: (outcome: News, percent: string) => string;
  /** Across a change of sign: `a turn to profit`, `turned to loss`; `黒字転換`, `赤字転落`. */
  readonly turned: (to: Turn, form: 'noun' | 'verb') => string;
  /** `an increase`, `増加`; with `word` `increase`; with `verb` `increased`. */
  readonly direction: (direction: Way, form: 'noun' | 'word' | 'verb') => string;
  /** `improved`, `改善`. */
  readonly improved: (outcome: News) => string;
  /** Joins two comparisons that agree (`and`, `また`) or disagree (`but`, `一方`). */
  readonly conjunction: (agree: boolean) => string;
}
