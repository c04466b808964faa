// Turn what a release says of its files into their names and what each of them holds.
import type { Lang } from './language.ts';

/** A PDF of a release, and what is written beside it under the same name. */
export interface ReleaseFile {
  /** Name without its ending: `release.ja`. A web page and a plain text have the same, unless it is a summary. */
  readonly name: string;
  /** Languages whose parts it holds, in the order in which they are printed. */
  readonly languages: readonly Lang[];
  /** Holds the summary alone: pages of the classes that the style marks. */
  readonly summary?: true;
}

/** How the languages of a release share its files: all in one, or each in its own. */
export const fileDivisions = ['together', 'apart'] as const;

/** Most characters of the name of a file, without its ending. */
export const longestFileName = 100;

/** The one file of a release that says nothing of its files. */
export function plainFiles(languages: readonly Lang[]): readonly ReleaseFile[] {
  return [{ name: 'release', languages }];
}

/** The same files of a draft: `release.draft`, so that nobody takes one for the other. */
export const draftFiles = (files: readonly ReleaseFile[]): readonly ReleaseFile[] =>
  files.map((file) => ({ ...file, name: `${file.name}.draft` }));

/** Those that hold the release whole, in one language or in all. */
export const wholeFiles = <T extends Pick<ReleaseFile, 'summary'>>(files: readonly T[]): readonly T[] =>
  files.filter(({ summary }) => !summary);

/** A file as a build records it: what is in it, and which of the pages of the release. */
export interface FileRecord {
  /** Name with its ending. */
  readonly file: string;
  readonly languages: readonly Lang[];
  readonly summary?: true;
  /** Numbers of its pages among those of the whole release, from 1, in order. */
  readonly pages: readonly number[];
}

/** The number that readers of a file know a page by, from that which counts through all files of its build. */
export function numbersInFiles(files: readonly FileRecord[] = []): (page: number) => number {
  const numbers = new Map(wholeFiles(files).flatMap(({ pages }) => pages.map((page, index) => [page, index + 1] as const)));
  return (page) => numbers.get(page) ?? page;
}
