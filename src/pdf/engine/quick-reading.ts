// Turn the size of a file, or the pages wanted of it, into whether it is read sooner than the engine has optimised the reader's program for it.

/** Pages, and bytes of a file that has as many, mostly. */
export const quick = { pages: 60, bytes: 1_000_000 } as const;

/** `size` in bytes; `pages`: how many are read, undefined for all. */
export const isQuick = (size: number, pages: number | undefined): boolean =>
  pages === undefined ? size <= quick.bytes : pages <= quick.pages;
