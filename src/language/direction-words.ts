// Turn words for a movement into what they say of it, of what moved and of what caused it: the shape of a language's words.

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
  /** Round a word that speaks of a change which a sentence before it told: `This drop was`, この減少は. */
  readonly toldBefore?: {
    readonly before: RegExp;
    readonly after: RegExp;
    /** Is all that stands between such a word and the name of the period that it is since. */
    readonly since?: RegExp;
  };
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
