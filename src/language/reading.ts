// Turn the ways in which a language writes numbers, and the words round them, into patterns by which checks read a text.

/** A number as it is written. */
export interface NumberWord {
  /** Offset and length in UTF-16 code units. */
  readonly start: number;
  readonly length: number;
  readonly form: 'digits' | 'words';
}

/** How checks read numbers in a language, and the words beside them. */
export interface NumberReading {
  /** Numbers in words, in any order; those in digits are the same in every language. */
  readonly inWords: (text: string) => readonly NumberWord[];
  /** Units that belong to a number when wordings are compared, longest first: alternatives of a pattern, with the space before them. */
  readonly units: readonly string[];
  /** A scale and a unit that are a part of the number where its change is shown: a pattern that may match nothing. */
  readonly ownUnit: string;
  /** What of the text before a number would be quoted with it: the rest of its word, and a word that counts or refers. */
  readonly contextBefore: RegExp;
  /** What of the text after a number would be quoted with it. */
  readonly contextAfter: RegExp;
  /** Ends the text before a number that refers to a table, a note, a page. */
  readonly referenceBefore: RegExp;
  /** Ends the text before, or begins the text after, a number that is a part of a date; absent where no word does. */
  readonly dateBefore?: RegExp;
  readonly dateAfter?: RegExp;
  /** Ends a number in words that names a period: the first half; absent where no number in words does. */
  readonly periodWord?: RegExp;
}

/** What a word says of a change, of an amount, or of two changes beside each other. Figures stand as U+FFFC in the text that is searched. */
export interface DirectionWords {
  readonly up: RegExp;
  readonly down: RegExp;
  readonly better: RegExp;
  readonly worse: RegExp;
  readonly profit: RegExp;
  readonly loss: RegExp;
}

/** Words that say how one amount lies to another, the object of the word: searched for all their matches. */
export interface RelationWords {
  readonly above: RegExp;
  readonly below: RegExp;
  /** Whether the object stands before its word or after it. */
  readonly object: 'before' | 'after';
}

/**
 * How a word of direction and a figure hang together: patterns of all that stands between the two, or of what stands right beside one.
 * Each looks at one place. Figures stand as U+FFFC; a language may do without some of them.
 */
export interface LinkWords {
  /** From a word to the figure after it that says how far something moved: `by`, `of about`. */
  readonly movedAfter?: RegExp;
  /** From such a figure to a word after it. */
  readonly movedBefore?: RegExp;
  /** Is a word that may follow such a figure, where a language has others that may not. */
  readonly movingNoun?: RegExp;
  /** From a word of relation to the figure after it that says by how much. */
  readonly relatedAfter?: RegExp;
  /** From a word to the figure after it that something moved to. */
  readonly levelAfter?: RegExp;
  /** From such a figure to a word after it. */
  readonly levelBefore?: RegExp;
  /** Ends a word that may stand before the name of something, and begins the text after it where it does: `lower costs`. */
  readonly attributive?: RegExp;
  readonly attributed?: RegExp;
  /** From such a word to the figure of what it names: `a lower margin of`. */
  readonly attributedLevel?: RegExp;
  /** Between a word and a figure near it: shows that they belong to different things; absent where clauses tell. */
  readonly looseBreak?: RegExp;
  /** Between a word of relation and its object. */
  readonly objectLink?: RegExp;
  /** Ends the text before a figure that something is compared with. */
  readonly baseBefore?: RegExp;
  /** Begins the text after such a figure. */
  readonly baseAfter?: RegExp;
  /** Ends the text before a word that is denied. */
  readonly deniedBefore?: RegExp;
  /** Begins the text after such a word. */
  readonly deniedAfter?: RegExp;
  /** Is the text from an amount to what is said of it in a clause of its own: `, and was`, となり、. */
  readonly goesOn?: RegExp;
  /** Begins the text after a word that is all that such a clause says, with no name of what is compared with. */
  readonly goesOnAfter?: RegExp;
  /** Ends the text before a word that speaks of a loss printed earlier in the sentence: `and the loss`, 赤字幅は. */
  readonly lossBefore?: RegExp;
  /** Ends the text before a figure that shares the word of the figure before it: `fell by 3 and payables by 4`. */
  readonly sharedBefore?: RegExp;
  /** Is the text from a figure to another after it whose word they share. */
  readonly sharedAfter?: RegExp;
}

/** Words for causes: what moved there is something else than the figures of the sentence. */
export interface CauseWords {
  /** Begins a cause, which goes on to the end of its clause: searched for all its matches. */
  readonly opens?: RegExp;
  /** Ends the text before a word that speaks of how fast or how far something else moves. */
  readonly causeBefore?: RegExp;
  /** Begins the text after a word of direction that is a cause, or a part of the name of something else. */
  readonly causeAfter?: RegExp;
}

/** What a comparison is made with, in words. */
export type ComparisonBase =
  /** The same quarter or half of the year before. */
  | 'year-before'
  /** The quarter before. */
  | 'previous-quarter'
  /** The period before, whatever its length. */
  | 'previous'
  /** The end of the fiscal year before. */
  | 'year-end'
  /** The fiscal year before, or the same period of it. */
  | 'previous-year';

/** A day, a month or a quarter as a hand typed it; what it leaves open is any. */
export interface TypedPeriod {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly fiscalYear?: number;
  readonly quarter?: number;
}

/** The name of what is compared with, among the words that say so. Its pattern is searched for all its matches; its first group is the name. */
export interface BaseName {
  readonly names: RegExp;
  /** What it names, or how to read it from what was matched. */
  readonly base: ComparisonBase | ((match: RegExpExecArray) => TypedPeriod);
}

/** The name of the period that an amount is of: `before` ends the text before the amount, `after` begins the text after it. */
export interface OwnPeriodName {
  readonly base: ComparisonBase;
  readonly before?: RegExp;
  readonly after?: RegExp;
}

/** Words of direction that say themselves what went up or down: 増収 is of revenues, 減益 of profits. */
export interface TopicWords {
  /** A character that every such word holds. */
  readonly topicMark: string;
  /** Is such a word. */
  readonly topicWord: RegExp;
  /** Finds, in the label of a concept, that the word may speak of it. */
  readonly topicLabel: RegExp;
  /** Ends the text before such a word where the clause itself names what it speaks of: `売上高は` before the amount of a product. */
  readonly topicNamed: RegExp;
  /** Is the label of a total of the issuer, of which the word speaks where no figure stands beside it; absent where labels do not tell. */
  readonly wholeLabel?: RegExp;
}

/** How labels of concepts say that the amount is itself a change, in words that look at one place. */
export interface ChangeLabels {
  /** A positive amount is a rise, e.g. `Increase (decrease) in cash`, 増減額. */
  readonly risesWhenPositive: RegExp;
  /** A positive amount is a fall: `Decrease (increase) in receivables`. */
  readonly fallsWhenPositive: RegExp;
}

/**
 * By which words of its label a concept is known for what it is. Labels are tried in lower case, in their compatibility form (half-width
 * digits and brackets), with single spaces and without markup.
 */
export interface ConceptReading {
  /** Words for figures per share, and numbers of shares, that count what could become a share. */
  readonly diluted: RegExp;
  /** The word that tells the others from those; never the only one that a label has. */
  readonly basic: RegExp;
  /** A result, of which a figure per share is one of earnings. */
  readonly result: RegExp;
  readonly dividend: RegExp;
  /** Receipts that stand for shares, and are counted of themselves. */
  readonly depositary: RegExp;
  /** An average of shares, all shares that were issued, those that the issuer holds itself. */
  readonly averageShares: RegExp;
  readonly issuedShares: RegExp;
  readonly treasuryShares: RegExp;
  /** Says of issued shares that those of the issuer itself are not among them. */
  readonly withoutTreasury: RegExp;
  /** Whole labels of the balance sheet. */
  readonly cash: RegExp;
  readonly currentAssets: RegExp;
  readonly totalAssets: RegExp;
  /** Ratios that are a part of a whole: nothing to all of it. */
  readonly partOfWhole: RegExp;
  /** Ratios that are never more than the whole, and may be less than nothing. */
  readonly atMostWhole: RegExp;
  /** The ends of a range. */
  readonly lowEnd: RegExp;
  readonly highEnd: RegExp;
  /** Says of figures that they are expected; and words that set such figures beside others, or say that they are those of before. */
  readonly forecast: RegExp;
  readonly besideForecast: RegExp;
  /** A place in an order: the second highest, the record. */
  readonly rank: RegExp;
}

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

/** Round the name of a period, with the amount after it: `Sales in \ufffc were`, \ufffcの売上高は. */
export interface PeriodBefore {
  /** Ends the text before the name. */
  readonly before?: RegExp;
  /** Ends the text before a name that something is compared with. */
  readonly not?: RegExp;
  /** Is all that stands between the name and the amount; the name of a result may stand among it. */
  readonly between: RegExp;
}

/** How a text names the concept of the amount after it. Figures and words by helpers stand as U+FFFC. */
export interface AmountNames {
  /** Ends the text before an amount: its first group is the name, which is all that stands in its clause before the verb. */
  readonly name: RegExp;
  /** Begins or ends a name, and is no part of it: `the`, 期末の; `expenses`. */
  readonly lead: RegExp;
  readonly tail?: RegExp;
  /** Begins the text after an amount by which what is named moved or differs: `higher`, 増加. */
  readonly movedAfter: RegExp;
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
  /** Names of what is compared with. */
  readonly bases: readonly BaseName[];
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
  readonly flags: FlagWords;
  readonly days?: DayWords;
}
