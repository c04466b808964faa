// Turn what is wrong into what a person can act on: a finding (what, where, in figures, what to do), or an error that tells of a wrong argument.
import type { Span } from './span.ts';

/** `stage/name`, or `lint/` and the number of a rule. Each room defines its own codes; each has a folder of that name in test/errors. */
export type FindingCode = `${string}/${string}`;

/** `error` stops the release; `warning` is listed; `note` is information asked for. */
export type Severity = 'error' | 'warning' | 'note';

/** A place that takes part in a finding. */
export interface RelatedPlace {
  readonly at: Span;
  readonly message: string;
  /** One of so many that a text for people tells them by their lines, in a hint; programs get every one. */
  readonly folded?: true;
}

export interface Finding<Code extends FindingCode = FindingCode> {
  readonly severity: Severity;
  readonly code: Code;
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

/** A stage reports and goes on; `throw` is for our own bugs. `Code` closes the set of codes that a room may report. */
export type Report<Code extends FindingCode = FindingCode> = (finding: Finding<Code>) => void;

/** What all findings of one kind share, said once beside the function that finds them. */
export interface FindingKind<Code extends FindingCode = FindingCode> {
  readonly code: Code;
  readonly severity: Severity;
  /** What to do about a finding of this kind that says nothing closer itself. */
  readonly hint?: string;
}

/** One finding of a kind: what it does not share with the others. */
export interface FindingDetails extends Omit<Finding, 'code' | 'severity'> {
  /** Given where it weighs otherwise than its kind. */
  readonly severity?: Severity;
}

/** The words of a finding whose code and place the caller knows. */
export interface FindingWords {
  readonly message: string;
  readonly hint: string;
}

/** The finding of a kind; its own hints take the place of the kind's. */
export function findingOf<Code extends FindingCode>(kind: FindingKind<Code>, details: FindingDetails): Finding<Code> {
  const hints = details.hints ?? (kind.hint === undefined ? undefined : [kind.hint]);
  return { ...details, code: kind.code, severity: details.severity ?? kind.severity, ...(hints ? { hints } : {}) };
}

/** Whether a finding stops the release. */
export const isError = ({ severity }: Pick<Finding, 'severity'>): boolean => severity === 'error';

/** Wrong usage: an unknown release, style, concept or build. Its message says what was asked for and what there is; the program exits with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
