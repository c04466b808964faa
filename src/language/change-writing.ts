// Turn the way that a figure went into what a language must be able to say of it.

/** Which way a figure went between two periods. */
export type Direction = 'up' | 'down' | 'level';

/** Whether that was good news. */
export type Outcome = 'better' | 'worse' | 'level';

/** How a language says what a figure did. */
export interface ChangeWriting {
  /** `an increase of 10.9%`, `10.9%増`; `percent` is the magnitude, written. */
  readonly changeNoun: (direction: Direction, percent: string) => string;
  /** `increased by 48%`, `48%増加`. */
  readonly changeVerb: (direction: Direction, percent: string) => string;
  /** `improved by 58.3%`, `58.3%の改善`. */
  readonly improvement: (outcome: Outcome, percent: string) => string;
  /** Across a change of sign: `a turn to profit`, `turned to loss`; `黒字転換`, `赤字転落`. */
  readonly turned: (to: 'profit' | 'loss', form: 'noun' | 'verb') => string;
  /** `an increase`, `増加`; with `word` `increase`; with `verb` `increased`. */
  readonly direction: (direction: Direction, form: 'noun' | 'word' | 'verb') => string;
  /** `improved`, `改善`. */
  readonly improved: (outcome: Outcome) => string;
  /** Joins two comparisons that agree (`and`, `また`) or disagree (`but`, `一方`). */
  readonly conjunction: (agree: boolean) => string;
}
