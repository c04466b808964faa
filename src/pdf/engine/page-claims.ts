// Turn the pages of a file into shares of work: each page is taken by one thread, the first that asks for it.

/** One number a page, in memory that threads share. */
export type PageClaims = Int32Array<SharedArrayBuffer>;

/** Of a file that is expected to have so many pages: nobody has taken any. */
export const pageClaims = (pages: number): PageClaims => new Int32Array(new SharedArrayBuffer(4 * pages));

/** True for the first who asks for the page, by its index from 0. */
export const takePage = (claims: PageClaims, index: number): boolean => Atomics.compareExchange(claims, index, 0, 1) === 0;
