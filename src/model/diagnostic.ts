// Turn a fault into a finding that a person can act on: what, where, in figures, and what to do.
import type { Span } from './span.ts';

/** The closed set of finding codes, `stage/name`; each has a folder of that name in test/errors. */
export const diagnosticCodes = [
  'load/bad-id',
  'load/missing-file',
  'load/unreadable',
  'load/character',
  'load/look-alike',
  'load/yaml',
  'load/font',
  'load/unknown-theme',
  'load/extends',
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
  'validate/statement-unplaced',
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
  'derive/override-far',
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
  'check/period-word',
  'check/languages',
  'check/long-text',
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
  'merge/words-missing',
  'merge/words-unused',
  'merge/one-language',
  'merge/placeholder',
  'merge/sign',
  'merge/note-unresolved',
  'merge/unknown-page-reference',
  'merge/empty',
  'layout/unknown-block',
  'layout/missing-glyph',
  'layout/overfull-line',
  'layout/table-too-wide',
  'layout/table-too-tall',
  'layout/page-reference-unsettled',
  'layout/page-target',
  'verify/figure-not-found',
  'verify/text-mismatch',
  'lint/TL-01',
  'lint/TL-02',
  'lint/TL-03',
  'lint/TL-04',
  'lint/TL-05',
  'lint/TL-06',
  'lint/TL-07',
  'lint/TL-08',
  'lint/TL-09',
  'lint/TL-10',
  'lint/TL-11',
  'lint/TL-12',
  'lint/TL-13',
  'lint/TL-14',
  'lint/TL-15',
  'lint/TL-16',
  'lint/TL-17',
  'lint/TL-18',
  'lint/TL-19',
  'lint/TL-20',
  'lint/TL-21',
  'lint/TL-22',
  'lint/TL-23',
  'lint/TL-24',
  'lint/TL-25',
  'lint/TL-26',
  'lint/TL-27',
  'lint/TL-28',
  'lint/TL-29',
  'lint/TL-30',
  'lint/TL-31',
  'lint/TL-32',
  'lint/TL-33',
  'lint/TL-34',
  'lint/TL-35',
  'lint/TL-36',
  'lint/TL-37',
  'lint/TL-38',
  'lint/TL-39',
  'lint/TL-40',
  'lint/TL-41',
  'lint/TL-42',
  'lint/TL-43',
  'lint/TL-44',
  'lint/TL-45',
  'lint/TL-46',
  'lint/TL-47',
  'lint/TL-48',
  'lint/TL-49',
  'lint/TL-51',
  'lint/TL-52',
  'lint/TL-53',
  'lint/TL-54',
  'lint/TL-55',
  'lint/TL-57',
  'lint/TL-58',
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

/** Whether a finding stops the release. */
export const isError = ({ severity }: Pick<Diagnostic, 'severity'>): boolean => severity === 'error';
