// Turn reported figures into facts and statements: what `derive` hands on.
import type { Exact } from './exact.ts';
import type { Incomparable, Override } from './exceptions.ts';
import type { ForLangs } from './language.ts';
import type { PublishedChange } from './release.ts';
import type { Span } from './span.ts';
import type { ColumnSpec, Measure, RowSpec, StatementSpec } from './statement-spec.ts';
import type { Scale, Unit } from './unit.ts';

/** Names one fact: its concept and its period. Made and read by `figures/fact-key.ts`. */
export type FactKey = string;

/** The values that a figure may stand for, since it is written in whole units of some size. In base units. */
export interface ValueRange {
  readonly low: Exact;
  readonly high: Exact;
  /** Whether the least of them is one of them: 3 that was cut off may be 3, and is never 4. */
  readonly lowIn: boolean;
  /** Whether the most of them is one of them. */
  readonly highIn: boolean;
}

/** Concept × period → an exact amount. */
export interface Fact {
  readonly key: FactKey;
  readonly concept: string;
  readonly period: string;
  readonly unit: Unit;
  /** In base units (yen, ratio, count), exact. */
  readonly value: Exact;
  /** Typed as `-`: an exact zero that tables print as nil. */
  readonly nil: boolean;
  /** Not decided yet, or made of something that is not: there is no value, `value` is zero and says nothing. */
  readonly undecided?: true;
  /** The high end of a range, in base units; `value` is its low end. */
  readonly upper?: Exact;
  /** Of a period before a split of shares, and restated for it: new shares for one old one, what the figure was multiplied by, where the split is typed. */
  readonly restated?: { readonly ratio: Exact; readonly factor: Exact; readonly at: Span };
  /** A sum of amounts before and after a split, which there is not: it is nil. Where the split is typed. */
  readonly split?: Span;
  readonly origin: 'reported' | 'stated' | 'computed';
  /** Facts that a computed one was made of, each once, in order of the formula. */
  readonly inputs: readonly FactKey[];
  /** The formula as text, e.g. `revenue.total - costs.total`; empty for reported facts. */
  readonly formula: string;
  /** Half of the unit that it was typed in (base units): how coarse the figure is. Zero when computed from exact ones. */
  readonly halfUnit: Exact;
  /** What it may stand for, by the way in which it was rounded before it was typed. */
  readonly range: ValueRange;
  /** Of a typed total whose parts come to something else, as rounding explains: the total less its parts, in base units. */
  readonly apart?: Exact;
  /** Where it was typed, or where its formula stands. */
  readonly at: Span;
}

/**
 * How a printed value came to differ from the plain rounding of its exact value, or not. `published`: a change whose base is not in the
 * data, as it was published; `incomparable`: a dash, since the figures compared do not mean the same.
 */
export const treatments = ['plain', 'plug', 'override', 'published', 'incomparable'] as const;
export type Treatment = (typeof treatments)[number];

/** One figure of a statement. Values are in printed units: thousands, percent. */
export interface Cell {
  readonly fact: FactKey;
  readonly concept: string;
  readonly measure: Measure;
  readonly column: ColumnSpec;
  /** Facts that the value follows from: the fact, and the base or the compared fact. */
  readonly inputs: readonly FactKey[];
  /** Exact, in printed units (thousand yen, thousand dollars, percent); sign as printed. */
  readonly exact: Exact;
  /** What the regime alone gives (half-up, or truncated). */
  readonly plain: Exact;
  /** What is printed. Undefined where `text` stands instead. */
  readonly printed: Exact;
  readonly decimals: number;
  readonly treatment: Treatment;
  readonly override?: Override;
  /** Of a change that was published, its source; of one that is not comparable, the reason. */
  readonly told?: PublishedChange | Incomparable;
  /** Nil: prints the issuer's nil dash. */
  readonly nil: boolean;
  /** Prints that it is undecided; the values say nothing. */
  readonly undecided?: true;
  /** High end of a range, likewise in printed units; the values beside it are the low end. */
  readonly upper?: { readonly exact: Exact; readonly printed: Exact };
  /** Printed instead of a number, e.g. n.m. */
  readonly text?: ForLangs<string>;
  readonly scale: Scale;
  readonly at: Span;
}

export interface StatementRow {
  readonly spec: RowSpec;
  /** One per column of the statement; undefined for a blank. All undefined for heads. */
  readonly cells: readonly (Cell | undefined)[];
}

export interface Statement {
  readonly id: string;
  readonly spec: StatementSpec;
  readonly rows: readonly StatementRow[];
}

/** An override of a figure that only the prose prints, with what would be printed without it. */
export interface ProseOverride extends Override {
  /** What the issuer's regime alone gives, in printed units. */
  readonly plain: Exact;
  /** Of the value printed and of the plain one. */
  readonly decimals: number;
  /** What amounts and dollars are recorded in; a sentence may write them in another scale. */
  readonly scale: Scale;
}

/** Facts and statements of one release. */
export interface Financials {
  /** In order of concept file, then period. */
  readonly facts: ReadonlyMap<FactKey, Fact>;
  /** Those that the release prints. */
  readonly statements: ReadonlyMap<string, Statement>;
  /** Statements that it does not print and a formula asks for; columns that nobody asked for have no cells. Empty as a rule. */
  readonly unprinted: ReadonlyMap<string, Statement>;
  /** Every cell that differs from plain rounding or stands by override, in order of statement. */
  readonly adjustments: readonly Cell[];
  /** Overrides of figures that only the prose prints (`where: prose`) and that still stand, in order of the release. */
  readonly proseOverrides: readonly ProseOverride[];
}
