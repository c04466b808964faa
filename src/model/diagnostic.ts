// Turn a fault into a finding that a person can act on: what, where, in figures, and what to do.
import type { Span } from './span.ts';

/** The closed set of finding codes, `stage/name`; each has a folder of that name in test/errors. */
export const diagnosticCodes = [
  'load/bad-id',
  'load/missing-file',
  'load/unreadable',
  'load/yaml',
  'load/font',
  'validate/unknown-key',
  'validate/missing-key',
  'validate/wrong-type',
  'validate/duplicate',
  'validate/number',
  'validate/date',
  'validate/formula',
  'validate/unknown-concept',
  'validate/unknown-period',
  'validate/unknown-column',
  'validate/unknown-statement',
  'validate/missing-label',
  'validate/section',
  'validate/style',
  'derive/missing-fact',
  'derive/fact-reported-and-computed',
  'derive/totals-disagree',
  'derive/circular',
  'derive/zero-base',
  'derive/override-lapsed',
  'derive/override-idle',
  'derive/override-unknown',
  'derive/cannot-foot',
  'check/control',
  'check/balance',
  'check/cash-roll',
  'check/previous-period',
  'check/equity-roll',
  'check/explained-difference',
  'check/parts',
  'check/footing',
  'check/tied-figures',
  'check/waiver',
  'check/comparative',
  'check/translation',
  'check/per-share',
  'check/stated-stale',
  'check/unbound-figure',
  'check/literal',
  'check/direction-word',
  'check/languages',
  'merge/template',
  'merge/unknown-helper',
  'merge/helper-argument',
  'merge/unknown-element',
  'merge/unknown-attribute',
  'merge/unknown-class',
  'merge/unknown-statement',
  'merge/section-missing',
  'merge/section-unused',
  'merge/section-duplicate',
  'merge/placeholder',
  'merge/sign',
  'merge/note-unresolved',
  'merge/unknown-page-reference',
  'merge/empty',
  'layout/missing-glyph',
  'layout/overfull-line',
  'layout/table-too-wide',
  'layout/table-too-tall',
  'layout/page-reference-unsettled',
  'layout/page-target',
  'verify/figure-not-found',
  'verify/text-mismatch',
] as const;

export type DiagnosticCode = (typeof diagnosticCodes)[number];

/** A place that takes part in a finding. */
export interface RelatedPlace {
  readonly at: Span;
  readonly message: string;
  /** One of so many that a text for people tells them by their lines, in a hint; programs get every one. */
  readonly folded?: true;
}

export interface Diagnostic {
  /** `error` stops the release; `warning` is listed; `note` is information asked for. */
  readonly severity: 'error' | 'warning' | 'note';
  readonly code: DiagnosticCode;
  /** Lower case, no full stop, with the figures. */
  readonly message: string;
  /** The place to look at first. */
  readonly at?: Span;
  /** Words beside the caret: what the marked text is. */
  readonly label?: string;
  /** Other places that take part, each with its words. */
  readonly related?: readonly RelatedPlace[];
  /** What to do, one sentence each. */
  readonly hints?: readonly string[];
}

/** A stage reports and goes on; `throw` is for our own bugs. */
export type Report = (finding: Diagnostic) => void;
