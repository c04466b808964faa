// Turn what is wrong with a finished file into a finding that names the rule, in words for whoever received the file.

/** The groups of rules that a file is held to, in order. */
export const fileChecks = ['objects', 'metadata', 'fonts', 'tags', 'text', 'figures'] as const;
export type FileCheck = (typeof fileChecks)[number];

export interface FileFinding {
  readonly check: FileCheck;
  /** Lower case, no full stop, with what was found. */
  readonly message: string;
}

export type FindInFile = (check: FileCheck, message: string) => void;
