// Turn the limits of all input into numbers, in one place: what goes beyond one is refused, and the finding names the limit.

/** What a project's own files may hold. */
export const dataLimits = {
  /** Bytes of a data file, narrative, layout, style or metrics file. None of a release comes near this; a larger one is a mistake, or an attack. */
  fileBytes: 5_000_000,
  /** Blocks and brackets of a template inside each other; layouts need four. */
  nestedBlocks: 50,
  /** Texts and expressions that one template writes; the longest layout of a release writes some hundred. */
  templateSteps: 100_000,
  /** Elements of a page inside each other; a note in a group of a part needs six. */
  nestedElements: 100,
  /** Bytes of a font file: a face with every kanji has ten million, collections of several weights are not read. */
  fontBytes: 32 * 1024 * 1024,
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
  /** Members of all axes of an issuer, and concepts of these: a group of many segments has a dozen, and some ten concepts of each. */
  members: 200,
  memberConcepts: 5_000,
  /** Periods of a chart, and concepts: more cannot be told apart in print. */
  chartPeriods: 24,
  chartSeries: 6,
  /** Lines of a caption. */
  captions: 10,
  /** Entries of the lists that are held against every figure or text of a release. */
  literals: 1_000,
  relations: 500,
  /** Splits of shares of an issuer. */
  splits: 50,
  overrides: 200,
  waivers: 200,
  controls: 1_000,
  /** Statements that a release lists: the longest has a dozen. */
  statements: 200,
  /** Periods that one is the sum of: the months of some years. */
  summedPeriods: 60,
  /** Texts that a release carried over from another: as many as any list may have. */
  carried: 5_000,
  errata: 500,
  abbreviations: 500,
  /** Digits of a figure: more than any amount of money needs. */
  digits: 24,
  /** Brackets and calls of a formula inside one another. */
  formulaDepth: 50,
  /** Digits of a computed value, and of the denominator of its fraction: figures of 24 digits multiply a few times before this. */
  valueDigits: 200,
} as const;

/** What the files of an earlier build, or of what was approved, may hold: they lie in a folder that anybody may have written. */
export const buildLimits = {
  /** Bytes of manifest.json: a line for each file that was read or written. */
  manifestBytes: 1_000_000,
  /** Files that a manifest names, read and written. */
  files: 5000,
  /** Bytes of a file that a build wrote. */
  outputBytes: 64 * 1024 * 1024,
  /** Bytes of figures.json, of document.json, or of a text dump: three hundred pages of statements. */
  recordBytes: 16 * 1024 * 1024,
  /** Lists in lists, and objects in objects: no file of ours has more than eight. */
  jsonDepth: 32,
  /** Facts, figures, texts, and stretches of one text. */
  items: 100_000,
  /** Characters of a text or a formula: the longest paragraph of a release has two thousand. */
  textCharacters: 10_000,
  /** Facts that a formula names. */
  inputsOfFact: 2000,
  /** Stretches that one figure is printed in. */
  placesOfFigure: 100,
  /** Runs of glyphs, and rules, on one page. */
  marksOfPage: 20_000,
  pages: 500,
  /** Pages and texts that were approved of one release. */
  approvedFiles: 600,
  /** Bytes of the picture of a page: at 96 dpi, a page of photographs has one million. */
  pictureBytes: 8 * 1024 * 1024,
  /** Pixels of such a picture. */
  picturePixels: 20_000_000,
} as const;

/** What `kessan verify` reads of a PDF: it says that it is ours, and may be anybody's. */
export const fileLimits = {
  bytes: 64 * 1024 * 1024,
  objects: 200_000,
  /** Bytes of one stream, unpacked. */
  streamBytes: 32 * 1024 * 1024,
  /** Bytes of all streams, unpacked, however often they are used. */
  allStreamBytes: 96 * 1024 * 1024,
  pages: 500,
  /** Values read and followed, in all: fifteen pages take a hundred and fifty thousand, five hundred so five million. */
  steps: 6_000_000,
  /** Characters that all tags say, each with those inside it. */
  tagCharacters: 20_000_000,
  /** Findings of one group that are told; the others are counted. */
  findings: 500,
  /** Figures of figures.json. */
  figures: 100_000,
  /** Pages that one figure stands on. */
  pagesOfFigure: 10,
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
  fileImageBytes: 64 * 1024 * 1024,
  /** Milliseconds for opening the file, and again for each page. */
  pageMilliseconds: 10_000,
  /** Bytes of two files up to which both are read at once; larger ones one after the other, so that memory is not needed twice. */
  bytesAtOnce: 8 * 1024 * 1024,
  /** Milliseconds for the whole file: 500 pages of text need seven seconds. */
  fileMilliseconds: 40_000,
  /** Memory of the reader in megabytes, once for its program and once for what it keeps. */
  megabytes: 256,
} as const;

/** What the comparison of two versions may cost, once they are read. All of it is counted, so that the same two give the same result anywhere. */
export const comparingLimits = {
  /** Steps of the search for edits, in all texts and pages together: some ten seconds. Beyond, stretches that differ are told as one. */
  steps: 40_000_000,
  /** What the sentences of one release may cost to read: a character each, and so much for a sentence. Beyond, a text is one word. 300 pages take 1,300,000. */
  readSentences: 2_000_000,
  readSentence: 40,
  /** Words looked up to find which pages stand for each other; beyond, pages are judged by a part of their words. */
  pageLookups: 4_000_000,
  /** Formulas between a change and what follows from it; a longer chain is not followed, and its end is unexplained. */
  chain: 500,
  /** Marks of one change on one page; more are one box round all. */
  marks: 200,
  /** Changes of a class that a report lists; the others are counted. */
  reportedChanges: 2000,
  /** Marks on one page of a report. */
  reportedMarks: 2000,
  /** Pixels of the pages that a report shows; the other pages are told in words. A page of A4 at 96 dpi has nine hundred thousand. */
  reportPixels: 120_000_000,
  /** Bytes of the pictures in a report. */
  reportBytes: 48 * 1024 * 1024,
} as const;

/** What a workbook that is imported may cost: it may come from anybody. */
export const workbookLimits = {
  /** Bytes of a file: ledgers of a year as workbooks have some million. */
  fileBytes: 32 * 1024 * 1024,
  /** Bytes of what is unpacked of it. */
  unpackedBytes: 64 * 1024 * 1024,
  /** Files in its archive: a sheet has a few. */
  entries: 2000,
  /** Cells that hold something. */
  cells: 300_000,
  /** Characters of one cell that are read; labels have some ten. */
  textCharacters: 1000,
  /** Milliseconds for reading it. */
  milliseconds: 20_000,
  /** Memory of its reader in megabytes. */
  megabytes: 768,
} as const;
