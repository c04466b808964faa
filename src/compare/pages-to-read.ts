// Turn the digests and records of two versions into the pages whose words must be read, and those that must be drawn.
import type { BuildRecord, PageRecord } from '../model/build-record.ts';
import { alignSequences } from './align-sequences.ts';

/** What is known of a version before its pages are read. */
export interface Unread {
  /** Of each page; undefined where they cannot be told. */
  readonly digests?: readonly string[] | undefined;
  readonly record?: BuildRecord | undefined;
  /** Files of the build whose bytes are not those that its manifest tells of. */
  readonly altered: readonly string[];
}

/** Indexes of pages, from 0, rising. */
export interface PagesToRead {
  readonly read: readonly number[];
  readonly drawn: readonly number[];
}

/**
 * Pages that stand for each other by their digests are not drawn: their images are the same. Their words are not read either, but where
 * they are held against a record that the page of the other version does not share, or in a file that is not the one that was recorded.
 * Undefined where digests of either side are not known: all is read and drawn.
 */
export function pagesToRead(old: Unread, now: Unread): { readonly old: PagesToRead; readonly new: PagesToRead } | undefined {
  if (!old.digests || !now.digests) return undefined;
  const [a, b] = [
    { read: new Set<number>(), drawn: new Set<number>() },
    { read: new Set<number>(), drawn: new Set<number>() },
  ];
  for (const { same, old: before, new: after } of alignSequences(old.digests, now.digests)) {
    if (!same) {
      for (let i = before[0]; i < before[1]; i++) for (const set of [a.read, a.drawn]) set.add(i);
      for (let j = after[0]; j < after[1]; j++) for (const set of [b.read, b.drawn]) set.add(j);
      continue;
    }
    for (let i = before[0], j = after[0]; i < before[1]; i++, j++) {
      if (isVouchedFor(old, now, i, j)) continue;
      if (old.record) a.read.add(i);
      if (now.record) b.read.add(j);
    }
  }
  const listed = ({ read, drawn }: typeof a): PagesToRead => ({ read: [...read], drawn: [...drawn] });
  return { old: listed(a), new: listed(b) };
}

/** Both files are those that their builds wrote, and both builds recorded the same of the page; or nothing was recorded of either. */
function isVouchedFor(old: Unread, now: Unread, i: number, j: number): boolean {
  if (!old.record || !now.record) return !old.record && !now.record;
  if ([old, now].some(({ altered }) => altered.includes('release.pdf'))) return false;
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
