// Turn what an exported workbook says of itself into words that each language fills.

export interface WorkbookWords {
  /** Heads the ids of concepts. */
  readonly code: string;
  /** Heads what figures are in. */
  readonly unit: string;
  /** Names the sheet of all facts. */
  readonly facts: string;
  /** Stands over figures that are computed beside the printed ones. */
  readonly recomputed: string;
  /** How typed and computed figures are told apart. */
  readonly colours: string;
  /** Names the exchange rate. */
  readonly rate: string;
}
