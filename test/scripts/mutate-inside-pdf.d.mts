/** The file with the text of one stream changed: its length and all offsets behind it are those of the new file. */
export function changedInside(source: Uint8Array, index: number, change: (text: string) => string): Uint8Array;

/** A file that is sound outside and broken inside: the same for the same seed and number; the name says what was done. */
export function mutantInside(
  sources: readonly Uint8Array[],
  seed: number,
  number: number,
): { readonly name: string; readonly bytes: Uint8Array };
