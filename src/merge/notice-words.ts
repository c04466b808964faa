// Turn what a layout writes round the places of a correction into one value.

/** The words of a layout round the places of a correction. */
export interface NoticeWords {
  /** Above what was printed and what is corrected: 【訂正前】, 【訂正後】. */
  readonly before: string;
  readonly after: string;
  /** Written to both where rows are left out. */
  readonly excerpt: string;
  /** Stands after the name of a place; `{n}` is the page of the corrected release. */
  readonly page: string;
  /** Stands where nothing was printed, or is. */
  readonly none: string;
}
