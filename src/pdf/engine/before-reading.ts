// Turn a file into what is told of it before it is read: whether it is a PDF, and whether it is read sooner than the engine has optimised the reader's program.

/** Pages, and bytes of a file that has as many, mostly. */
export const quick = { pages: 60, bytes: 1_000_000 } as const;

/** `size` in bytes; `pages`: how many are read, undefined for all. */
export const isQuick = (size: number, pages: number | undefined): boolean =>
  pages === undefined ? size <= quick.bytes : pages <= quick.pages;

/** Readers look for the mark in the first kilobyte. */
export const startsAsPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
