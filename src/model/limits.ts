// Turn the question how much anything may cost into numbers, all in one place: what is beyond one is refused, and the limit named.

/** What a project's own files may hold. */
export const dataLimits = {
  /** Bytes of a data file, narrative or layout. None of a release comes near this; a larger one is a mistake, or an attack. */
  fileBytes: 5_000_000,
} as const;

/** What a PDF that is compared may cost: it may come from anybody. */
export const readingLimits = {
  /** Bytes of a file: a release with photographs has ten million. */
  fileBytes: 64 * 1024 * 1024,
  /** Pages of a file: annual reports have three hundred. */
  pages: 500,
  /** Characters of a page: a page of a newspaper has thirty thousand. */
  characters: 200_000,
  /** Characters of all pages of a file: 500 pages of ten thousand. */
  fileCharacters: 5_000_000,
  /** Words of all pages of a file: 500 pages of two thousand. */
  fileWords: 1_000_000,
  /** Pixels of one page; a larger page is drawn at a lower resolution. A poster of A0 at 96 dpi has 14 million. */
  pagePixels: 20_000_000,
  /** Pixels of all pages of a file: 500 pages of A4 at 96 dpi. */
  filePixels: 500_000_000,
  /** Bytes of the images of all pages, packed: text at 96 dpi needs forty thousand a page, a photograph a million. */
  fileImageBytes: 96 * 1024 * 1024,
  /** Milliseconds for opening the file, and again for each page. */
  pageMilliseconds: 10_000,
  /** Milliseconds for the whole file: 500 pages of text need seven seconds. */
  fileMilliseconds: 40_000,
  /** Memory of the reader in megabytes, once for its program and once for what it keeps. */
  megabytes: 256,
} as const;

/** What the comparison of two versions may cost, once they are read. All of it is counted, so that the same two give the same result anywhere. */
export const comparingLimits = {
  /** Steps of the search for edits, in all texts and pages together: some ten seconds. Beyond, stretches that differ are told as one. */
  steps: 40_000_000,
  /** Words looked up to find which pages stand for each other; beyond, pages that differ stand for each other in their order. */
  pageLookups: 20_000_000,
  /** Formulas between a change and what follows from it; a longer chain is not followed, and its end is unexplained. */
  chain: 500,
  /** Marks of one change on one page; more are one box round all. */
  marks: 200,
  /** Changes of a class that a report lists; the others are counted. */
  reportedChanges: 2000,
  /** Pixels of the pages that a report shows; the other pages are told in words. A page of A4 at 96 dpi has nine hundred thousand. */
  reportPixels: 120_000_000,
  /** Bytes of the pictures in a report. */
  reportBytes: 48 * 1024 * 1024,
} as const;
