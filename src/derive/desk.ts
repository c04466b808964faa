// Turn the parts of a release at work into one value: what every column is printed from.

import type { FigureSources } from '../figures/figure-sources.ts';
import type { Override } from '../model/exceptions.ts';
import type { Cell } from '../model/financials.ts';
import type { Memory } from '../model/memory.ts';
import type { ColumnSpec } from '../model/statement-spec.ts';
import type { Report } from './codes.ts';
import type { Ledger } from './ledger.ts';

export interface Desk {
  readonly release: FigureSources;
  readonly ledger: Ledger;
  readonly report: Report;
  readonly memory: Memory;
  /** The cell of a concept in a statement's column of the same period and measure as this one. */
  readonly sameCell: (statement: string, concept: string, column: ColumnSpec) => Cell | undefined;
  /** Overrides of a statement’s column, by concept. */
  readonly overridesOf: (statement: string, column: string) => ReadonlyMap<string, Override>;
  /** Findings already made, by what they are about: a missing figure is asked for by many cells and reported once. */
  readonly reported: Set<string>;
}
