// Turn the words of a language round a figure into patterns by which checks read a text.
import type { BaseNamed, OwnPeriodName, PeriodBefore } from './comparison-words.ts';
import type { CauseWords, ChangeLabels, DirectionWords, LinkWords, RelationWords, TopicWords } from './direction-words.ts';

/** How a language answers in a form whether a matter is so: 有 and 無, yes and none. */
export interface FlagWords {
  /** What stands before an answer: the colon of a form. Searched for all matches. */
  readonly marks: RegExp;
  /** Begins the text after such a mark, or a cell. */
  readonly yes: RegExp;
  readonly no: RegExp;
  /** Whole sentences that answer no: there is nothing to report. Searched for all matches. */
  readonly nothing: RegExp;
  /** Begins a text: the number of a matter, as a main one and as one below it. */
  readonly numbers: { readonly main: RegExp; readonly sub: RegExp };
}

/** How a text names the concept of the amount after it. Figures and words by helpers stand as U+FFFC. */
export interface AmountNames {
  /** Ends the text before an amount: its first group is the name, which is all that stands in its clause before the verb. */
  readonly name: RegExp;
  /** Begins or ends a name, and is no part of it: `the`, 期末の; `expenses`. */
  readonly lead: RegExp;
  readonly tail?: RegExp;
  /** Is all that stands between the name of a result, by a helper, and its amount. */
  readonly afterOutcome?: RegExp;
  /** Begins the text after an amount by which what is named moved or differs: `higher`, 増加. */
  readonly movedAfter: RegExp;
}

/**
 * All that stands between a change, or a word for one that a helper wrote, and the amount beside it, by what that amount is: how far it
 * went, where it went to, where it came from. `before` the change, or `after` it.
 */
export interface MovementWords {
  readonly size: { readonly before?: RegExp; readonly after?: RegExp };
  readonly level: { readonly before?: RegExp; readonly after?: RegExp };
  readonly base: { readonly before?: RegExp; readonly after?: RegExp };
  /** Ends the text before an amount of another period that an amount before it in its sentence is compared with. */
  readonly comparedAmount?: RegExp;
  /** Is all that stands between such an amount and the next one. */
  readonly comparedToo?: RegExp;
}

/** Words beside a day that say which day it is. Figures and days by helpers stand as U+FFFC; each pattern looks at one place. */
export interface DayWords {
  /** What stands round two days that are the first and the last of a span. */
  readonly ranges: readonly {
    /** Ends the text before the first day. */
    readonly before?: RegExp;
    /** Is all that stands between them. */
    readonly between: RegExp;
    /** Begins the text after the last day. */
    readonly after?: RegExp;
  }[];
  /** Ends the text before a range that is none: a day was moved from one to the other. */
  readonly movedBefore?: RegExp;
  /** Ends the text before, or begins the text after, the last day of a period; and of a fiscal year. */
  readonly lastDay: { readonly before?: RegExp; readonly after?: RegExp };
  readonly lastOfYear: { readonly before?: RegExp; readonly after?: RegExp };
  /** Where all that an entry has fits round a day, something is held on it: a call, a meeting. */
  readonly eventDay: readonly { readonly before: RegExp; readonly after?: RegExp }[];
  /** Ends the text before the day of an event of a kind; a call is known by `eventDay` too. */
  readonly kindDay?: Readonly<Partial<Record<EventKind, RegExp>>>;
}

/** Events of which a release gives the day. */
export const eventKinds = ['call', 'results', 'filing', 'payment', 'meeting'] as const;
export type EventKind = (typeof eventKinds)[number];

/** Words round the name of a period, by a helper, that say whether it is over. Names and figures by helpers stand as U+FFFC. */
export interface TimeWords {
  /** Stands in a sentence about what is expected; searched for. */
  readonly expects: RegExp;
  /** Stands in such a sentence where it is of a payment, a report or the like for a time that is over. */
  readonly settles?: RegExp;
  /** Ends the text before, or begins the text after, a period of which something is expected. */
  readonly expectedOf: { readonly before?: RegExp; readonly after?: RegExp };
  /** Begins the text after a period whose results are to be announced. */
  readonly announces?: { readonly after: RegExp; readonly will: RegExp };
  /** Round the name of a fiscal year, the second half of it. */
  readonly secondHalf: { readonly before?: RegExp; readonly after?: RegExp };
  /** Stands in a sentence of what came about. */
  readonly cameAbout: RegExp;
  /** Round a period that something is compared with; the group `part` is a part of it that is named beside it. */
  readonly comparedWith: { readonly before?: RegExp; readonly after?: RegExp };
  /** Round a period that something is of. */
  readonly isOf: { readonly before?: RegExp; readonly after?: RegExp };
}

/** How checks read the words of a language. Every pattern but those of periods is searched for all its matches. */
export interface WordReading {
  /** Where a clause ends inside a sentence. */
  readonly clauseEnds: RegExp;
  readonly directions: DirectionWords;
  /** How far from its figure a direction word still speaks of it, in characters of the clause. */
  readonly directionReach: number;
  /** Words between two comparisons: of ones that agree, and of ones that do not. */
  readonly joining: { readonly agree: RegExp; readonly differ: RegExp };
  /** Words for a result of either sign, right before its amount. */
  readonly results: { readonly gain: RegExp; readonly loss: RegExp };
  /** How far before its amount a result may be named, in characters. */
  readonly resultReach: number;
  readonly relations?: RelationWords;
  readonly links?: LinkWords;
  readonly causes?: CauseWords;
  /** Direction words that name what moved; empty where a language has none. */
  readonly topics?: readonly TopicWords[];
  /** What a clause is about where its words of results speak of a part of the issuer, or of what is only expected. */
  readonly topicElsewhere?: RegExp;
  readonly changeLabels?: ChangeLabels;
  /** Words between a figure and the name of its own period after it, and between a comparison and the period compared with. */
  readonly periodAfter?: { readonly ofItself: RegExp; readonly comparedWith: RegExp };
  readonly amountNames?: AmountNames;
  /** What stands round the name of a period that a helper wrote, where the amount after it is of that period. */
  readonly periodBefore?: readonly PeriodBefore[];
  /** Is all that stands between two names that a helper wrote of one period, or between such a name and one of its days. */
  readonly samePeriod?: RegExp;
  /** Names of what is compared with, in order of the text. */
  readonly bases: (text: string) => readonly BaseNamed[];
  /** Right beside an amount, names of earlier periods as its own. */
  readonly ownPeriods?: readonly OwnPeriodName[];
  /** Names that may be of something else unless they stand right beside their comparison: `from the previous quarter`, 前期から. */
  readonly weakBases?: { readonly before?: RegExp; readonly after?: RegExp };
  /** Begins the text right before a figure that is compared with the same as the one before it: 同. */
  readonly sameBase?: RegExp;
  /** Ends the text before, or begins the text after, an amount that another is compared with. */
  readonly baseOfComparison: { readonly before?: RegExp; readonly after?: RegExp };
  /** What stands between a word of direction and the figure that it speaks of, where they stand side by side: before it, or after it. */
  readonly besideFigure: { readonly before?: RegExp; readonly after?: RegExp };
  /**
   * All that stands between an amount and what is said of it right behind: its change, the same in dollars, and the amount of another
   * period that it is compared with; and between its change since one period and its change since another.
   */
  readonly saidOfAmount: {
    readonly ofChange: RegExp;
    readonly ofDollars: RegExp;
    readonly ofBase?: RegExp;
    readonly ofSecondChange?: RegExp;
  };
  readonly besideMovement?: MovementWords;
  readonly flags: FlagWords;
  readonly times?: TimeWords;
  readonly days?: DayWords;
}
