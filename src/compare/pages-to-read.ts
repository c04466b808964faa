// Turn the digests and records of two versions into the pages that must be read, and those of them that must be drawn.
import type { BuildRecord, PageRecord } from '../model/build-record.ts';
import { alignSequences } from './align-sequences.ts';
import { isAltered } from './version.ts';

/** What is known of a version before its pages are read. */
export interface Unread {
  /** Of a build: what it remembers. */
  readonly record?: BuildRecord | undefined;
  /** Files of the build whose bytes are not those that its manifest tells of. */
  readonly altered: readonly string[];
  /** Name of the PDF in its build. */
  readonly file?: string;
  /** Names of the PDFs that its pages are of, where these are several. */
  readonly division?: readonly string[];
}

/** Indexes of pages in each version, from 0, rising. */
export interface PagesOfBoth {
  readonly old: readonly number[];
  readonly new: readonly number[];
}

/** Pages of two versions, told apart by their digests. */
export interface AlikePages {
  /** The same in both: they need no image, for it is the same. */
  readonly alike: readonly (readonly [old: number, now: number])[];
  /** The others, which are read and drawn. */
  readonly unlike: PagesOfBoth;
}

export function alikePages(old: readonly string[], now: readonly string[]): AlikePages {
  const stretches = alignSequences(old, now);
  const pagesOf = (side: 'old' | 'new', same: boolean) =>
    stretches
      .filter((stretch) => stretch.same === same)
      .flatMap(({ [side]: [from, to] }) => Array.from({ length: to - from }, (_, k) => from + k));
  const [before, after] = [pagesOf('old', true), pagesOf('new', true)];
  return { alike: before.map((i, k) => [i, after[k] ?? 0] as const), unlike: { old: pagesOf('old', false), new: pagesOf('new', false) } };
}

/**
 * Those of the pages alike whose words are read all the same: they are held against a record, and that of the other version is another
 * one, or the file is not the one that was recorded; or nothing is recorded, and the text of both files is aligned over all pages.
 */
export function pagesToHold(alike: AlikePages['alike'], old: Unread, now: Unread): PagesOfBoth {
  const open = alike.filter(([i, j]) => !isVouchedFor(old, now, i, j));
  if (!old.record && !now.record) return { old: open.map(([i]) => i), new: open.map(([, j]) => j) };
  return { old: old.record ? open.map(([i]) => i) : [], new: now.record ? open.map(([, j]) => j) : [] };
}

/** Both files are those that their builds wrote, and both builds recorded the same of the page. */
function isVouchedFor(old: Unread, now: Unread, i: number, j: number): boolean {
  if (!old.record || !now.record) return false;
  if ([old, now].some(isAltered)) return false;
  if (old.record === now.record && i === j) return true;
  const [before, after] = [old.record.document.pages[i], now.record.document.pages[j]];
  return before !== undefined && after !== undefined && sameMarks(before, after);
}

/** But for which block and figure they belong to, which are numbered anew when one is put in before them. */
function sameMarks(before: PageRecord, after: PageRecord): boolean {
  if (before.runs.length !== after.runs.length || before.rules.length !== after.rules.length) return false;
  const sameRuns = before.runs.every((a, k) => {
    const b = after.runs[k];
    return b && a.text === b.text && a.font === b.font && a.artifact === b.artifact && a.size === b.size && samePlace(a, b);
  });
  return (
    sameRuns &&
    before.rules.every((a, k) => {
      const b = after.rules[k];
      return b && a.height === b.height && samePlace(a, b);
    })
  );
}

/** Points from the top left corner of the page. */
interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const samePlace = (a: Placed, b: Placed): boolean => a.x === b.x && a.y === b.y && a.width === b.width;
