// Turn the record of a bench into types for its tests.
/** Ratios of a row: to the calibration loop, and to Typst where it was measured. */
export interface Ratios {
  readonly toLoop: number;
  readonly toTypst?: number;
}

export function writeRecord(rows: ReadonlyMap<string, Ratios>): void;
export function readRecord(): Readonly<Record<string, Ratios>> | undefined;
export function slower(rows: ReadonlyMap<string, Ratios>, recorded: Readonly<Record<string, Ratios>>): readonly string[];
