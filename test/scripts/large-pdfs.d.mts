export interface LargeCase {
  readonly old: Uint8Array;
  readonly now: Uint8Array;
  readonly options?: readonly string[];
}
export const cases: {
  readonly [name in
    | 'pages-500'
    | 'pages-500-report'
    | 'words-40000'
    | 'words-40000-report'
    | 'words-40000-all'
    | 'few-kinds'
    | 'page-put-in'
    | 'pages-other'
    | 'pages-100-dense'
    | 'words-moved'
    | 'huge-boxes'
    | 'short-words'
    | 'japanese'
    | 'pictures'
    | 'pictures-500'
    | 'large-files']: () => LargeCase;
};
export function pdfOfPages(contents: readonly string[], size?: string, resources?: string): Uint8Array;
export function wordsPage(
  words: readonly string[],
  shape?: { readonly perLine?: number; readonly size?: number; readonly lead?: number },
): string;
