// Turn a wrong argument into an error that is told to the user as it stands: what was asked for cannot be, whatever the release says.

/** Wrong usage: an unknown release, style, concept or build. Its message says what was asked for and what there is; the program exits with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
