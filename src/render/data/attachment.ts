// Turn a table or the facts of a release into a file that travels inside its PDF.

/** A data file to be attached (PDF/A-3, relationship Data). */
export interface Attachment {
  /** Lower-case ASCII file name. */
  readonly name: string;
  /** Media type. */
  readonly type: 'text/csv' | 'application/json';
  /** What it holds, in words. */
  readonly description: string;
  readonly content: string;
}
