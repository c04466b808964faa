/** Broken versions of sound PDFs, in an order that the seed fixes; the name says what was done. */
export function mutants(
  sources: readonly Uint8Array[],
  count: number,
  seed: number,
): Iterable<{ readonly name: string; readonly bytes: Uint8Array }>;
