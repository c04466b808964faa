// Turn what a release says otherwise than its figures and rules would into types: what is pinned, waived, listed or not compared, each with its reason.
import type { Exact } from './exact.ts';
import type { Span } from './span.ts';
import type { Measure } from './statement-spec.ts';

/** A comparison that says nothing, since its two figures do not mean the same: tables print the sign for none. */
export interface Incomparable {
  readonly concept: string;
  readonly period: string;
  /** The period compared with; undefined for every one. */
  readonly from?: string;
  readonly why: string;
  readonly at: Span;
}

/** A printed value that the rules do not give, with its reason. */
export interface Override {
  /** Statement id, or `prose` for a figure printed in the narrative only. */
  readonly where: string;
  readonly concept: string;
  readonly period: string;
  readonly measure: Measure;
  readonly of?: string;
  readonly from?: string;
  /** The exact value in printed units (percent or thousand dollars) that this was written for, as typed: compared at its own number of decimals. */
  readonly exact: Exact;
  readonly exactDecimals: number;
  /** Where `exact` is typed. */
  readonly exactAt: Span;
  /** The value to print, in printed units. */
  readonly print: Exact;
  /** Where `print` is typed. */
  readonly printAt: Span;
  readonly why: string;
  readonly at: Span;
}

/** A correction of the transcription: what the source text shows and what is printed. */
export interface Erratum {
  /** A check refuses these words wherever they are printed. */
  readonly shown: string;
  /** These must be printed somewhere. */
  readonly printed: string;
  readonly why: string;
  readonly at: Span;
}

/** What digits that belong to no fact may be; `word` is a direction word that is not about the figure beside it. */
export const literalKinds = [
  'date',
  'period',
  'time',
  'ordinal',
  'name',
  'address',
  'telephone',
  'law',
  'range',
  'count',
  'unit',
  'reference',
  'word',
] as const;

/** Digits or number words typed by hand on purpose: a year, a product's name, a count that no fact holds. */
export interface Literal {
  readonly kind: (typeof literalKinds)[number];
  /** As printed, with the words that it stands among: every occurrence is meant. In a `reference`, `#` stands for any number. */
  readonly text: string;
  /** The stated fact that these words say, and the value that they say, in the fact's scale: checked against it. */
  readonly says?: {
    readonly concept: string;
    readonly period: string;
    /** Whether the period is named by its id, which stays the same from release to release. */
    readonly byId: boolean;
    readonly value: Exact;
    readonly text: string;
  };
  readonly why: string;
  /** Whether the release lists it, or the issuer for all its releases. */
  readonly from: 'issuer' | 'release';
  readonly at: Span;
}

/** A known failure of a relation, accepted with a reason; lapses when its figures change. */
export interface Waiver {
  /** Kind of the relation, as typed. */
  readonly check: string;
  /** Name of the relation in issuer.yaml. */
  readonly relation: string;
  readonly period: string;
  /** The difference (left − right, base units) that is accepted. */
  readonly difference: Exact;
  readonly why: string;
  readonly at: Span;
}
