/** Broken versions of sound PDFs, in an order that the seed fixes; the name says what was done. */
export function mutants(
  sources: readonly Uint8Array[],
  count: number,
  seed: number,
): Iterable<{ readonly name: string; readonly bytes: Uint8Array }>;

/** The same of what is packed in their streams. */
export function innerMutants(
  sources: readonly Uint8Array[],
  count: number,
  seed: number,
): Generator<{ readonly name: string; readonly bytes: Uint8Array }>;
