// Turn the head of a column or of a row into what a language says in it of a period: length, quarter, days, years, and which of two it is.

/** A day, or a month where no day is said: that of a period's first or last day, or that in which the fiscal year ends which the words name. */
export interface NamedDay {
  /** Of the Gregorian calendar; below 100, its last two figures or the number of a year of an era. */
  readonly year: number;
  /** 1-12. */
  readonly month: number;
  /** 1-31; undefined where a month alone is said. */
  readonly day?: number;
  /** As written. */
  readonly words: string;
}

/** What words say in numbers, with the words. */
export interface NamedNumber {
  /** In months, quarters or years, as the saying that holds it tells. */
  readonly value: number;
  /** As written. */
  readonly words: string;
}

/** What a head says of the period under it. Nothing is said twice: a month that is a part of a date is no month of its own. */
export interface HeadSayings {
  /** Lengths in months. */
  readonly lengths: readonly NamedNumber[];
  /** Quarters of a fiscal year, 1-4, which the period ends with. */
  readonly quarters: readonly NamedNumber[];
  /** Fiscal years by the year that names them; two figures for a year of which two are written. */
  readonly fiscalYears: readonly NamedNumber[];
  /** Days and months. */
  readonly days: readonly NamedDay[];
  /** The period reported on, or an earlier one; undefined where no word tells, or a comparison of both is named. */
  readonly which?: { readonly is: 'current' | 'earlier'; readonly words: string };
  /** What a change is measured against: the same period of the year before, or the quarter before. */
  readonly base?: { readonly is: 'year-before' | 'quarter-before'; readonly words: string };
}

/** How heads that nobody typed are worded, and how checks read those that somebody did. */
export interface HeadReading {
  /** The head of a column of shares of another thing, whose label is given. */
  readonly shareOf: (label: string) => string;
  /** The head of a column of changes in percent; from the period of that name, or each row from its own. */
  readonly changeFrom: (period: string | undefined) => string;
  /** The head of a column of changes in amount; from the period of that name, or each row from its own. */
  readonly differenceFrom: (period: string | undefined) => string;
  /** Words of heads, in halves of full-width characters and small letters, for a change in percent and for one in amount. */
  readonly comparisons: { readonly rate: RegExp; readonly amount: RegExp };
  /** The label of a concept as far as it is of one member: a segment, an item of equity. */
  readonly ofMember: (label: string, member: string) => string;
  /** By ISO 4217 code, the words for a currency. */
  readonly currencies: ReadonlyMap<string, RegExp>;
  /** A head that nobody typed, cut where its lines may end. */
  readonly pieces: (head: string) => readonly string[];
  /** Of a text in halves of full-width characters. */
  readonly sayingsIn: (head: string) => HeadSayings;
}
