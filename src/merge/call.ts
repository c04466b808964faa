// Turn a template's helper call into a value that helpers read their arguments from, each with its place.

import type { Bound } from '../model/document.ts';
import type { Lang } from '../model/language.ts';
import type { PeriodDates, Release } from '../model/release.ts';
import type { Span } from '../model/span.ts';
import type { Style } from '../model/style.ts';
import type { MergeCode } from './codes.ts';
import type { FigureDraft } from './markup.ts';
import type { Merging, NoticeWords } from './merging.ts';

/** One argument as written, with its place. */
export interface Argument {
  readonly text: string;
  readonly at: Span;
}

/** A helper call with its arguments worked out. */
export interface Call {
  readonly name: string;
  readonly parameters: readonly Argument[];
  readonly options: ReadonlyMap<string, Argument>;
  readonly lang: Lang;
  /** Narrative section or template in which the call stands. */
  readonly section: string;
  readonly at: Span;
  readonly merging: Asked;
}

/**
 * What helpers may read. Sections of a narrative are recalled by `worldKey` and by what they read of figures, which together name all of
 * it: a helper that could read more would make them say too little.
 */
export interface Asked
  extends Pick<
    Merging,
    'financials' | 'report' | 'ask' | 'usedOverrides' | 'usedFlags' | 'usedDates' | 'askedDates' | 'usedParts' | 'notice'
  > {
  readonly release: Omit<Release, 'narratives' | 'style' | 'periods'> & {
    readonly style: Pick<Style, 'correction'>;
    readonly periods: ReadonlyMap<string, PeriodDates>;
  };
}

/** What a helper writes: words and what they follow from, a figure, the page of an anchor, or something that stands in a place of its own. */
export type Written = Piece | { readonly sequence: readonly Piece[] };

/** One thing that a helper writes; a sequence of them stands one after the other. */
export type Piece =
  /** `bound` is left out for a value of a list, which follows from nothing; `at` is where a data file says the words, if one does. */
  | { readonly text: string; readonly bound?: Bound; readonly at?: Span }
  | { readonly figure: FigureDraft }
  | { readonly pageOf: string }
  | { readonly narrative: string }
  | { readonly table: string; readonly anchor?: string }
  | { readonly chart: string; readonly anchor?: string }
  | { readonly corrections: NoticeWords };

/** A word that templates may use. */
export interface Helper {
  /** What its parameters are, for messages; as many as must be given. */
  readonly parameters: readonly string[];
  /** Names of the options that it knows. */
  readonly options: readonly string[];
  /** The last of its parameters may be given more than once. */
  readonly more?: true;
  /** Allowed in layouts only. */
  readonly layoutOnly?: true;
  /** Undefined when a finding was reported. */
  readonly write: (call: Call) => Written | undefined;
}

/** Reports a fault of a call at one of its arguments, or at the call. Always undefined, so that helpers can return it. */
export function refuse(
  call: Call,
  message: string,
  where?: Argument,
  hints: readonly string[] = [],
  code: MergeCode = 'merge/helper-argument',
): undefined {
  call.merging.report({ severity: 'error', code, message, at: where?.at ?? call.at, ...(hints.length > 0 ? { hints } : {}) });
  return undefined;
}
