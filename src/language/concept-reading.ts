// Turn labels of a language into what their concepts are by definition: the shape of its words.

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
