// Turn the question how much anything may cost into numbers, all in one place: what is beyond one is refused, and the limit named.

/** What a project's own files may hold. */
export const dataLimits = {
  /** Bytes of a data file, narrative or layout. None of a release comes near this; a larger one is a mistake, or an attack. */
  fileBytes: 5_000_000,
  /** Mappings and lists inside one another. Our files nest 12 deep; the limit keeps hostile nesting from exhausting the stack. */
  nesting: 64,
  /** Faults of one file's YAML that are told. */
  faults: 100,
  /** Values of a file once its aliases are followed: the largest sample holds some 5,000; beyond this, aliases multiply (YAML bombs). */
  values: 200_000,
  /** Characters of one value: the longest reason of a correction takes a thousand. */
  valueCharacters: 3_000,
  /** Characters of one paragraph of a narrative, its expressions included; and of one text of the document. A long one takes two thousand. */
  textCharacters: 10_000,
  /** Sections of a narrative. */
  sections: 500,
  /** Characters of one key: ids, roles and words have up to forty. */
  keyCharacters: 200,
  /** Entries of one list, keys of one mapping: an issuer with a thousand concepts is a large one. */
  entries: 5_000,
  /** Rows of a table: the longest statement of a listed company has some 150. */
  rows: 300,
  /** Columns of a table, and heads side by side: a page holds a dozen. */
  columns: 40,
  /** Lines of a caption. */
  captions: 10,
  /** Entries of the lists that are held against every figure or text of a release. */
  literals: 1_000,
  relations: 500,
  overrides: 200,
  waivers: 200,
  controls: 1_000,
  errata: 500,
  abbreviations: 500,
  /** Digits of a figure: more than any amount of money needs. */
  digits: 24,
  /** Brackets and calls of a formula inside one another. */
  formulaDepth: 50,
  /** Digits of a computed value, and of the denominator of its fraction: figures of 24 digits multiply a few times before this. */
  valueDigits: 200,
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
  /** Pixels of one page; a larger page is drawn at a lower resolution. A poster of A0 at 96 dpi has 14 million. */
  pagePixels: 20_000_000,
  /** Pixels of all pages of a file: 500 pages of A4 at 96 dpi. */
  filePixels: 500_000_000,
  /** Milliseconds for opening the file, and again for each page. */
  pageMilliseconds: 10_000,
  /** Memory of the reader in megabytes, once for its program and once for what it keeps. */
  megabytes: 256,
} as const;
