// Turn what two files hold besides their pages into changes: links, notes, forms, attachments, metadata, settings, sizes of pages, tags.
import type { FileChange, FormChange } from '../../model/difference.ts';
import type { PageMatch } from '../align-pages.ts';
import type { Effort } from '../align-sequences.ts';
import type { Draft } from '../draft.ts';
import type { Version } from '../version.ts';
import { comparePageBoxes } from './compare-boxes.ts';
import { compareListed } from './compare-listed.ts';
import { compareNamed } from './compare-named.ts';
import { compareTags } from './compare-tags.ts';
import { isRedrawn } from './is-redrawn.ts';
import { pagesOfBoth } from './pages-of-both.ts';

/**
 * `told` is what differs already. Where something does, titles, dates, bookmarks and tags of two builds follow from it, as their records say;
 * of files without records nothing is left out.
 */
export function compareParts(
  old: Version,
  now: Version,
  matches: readonly PageMatch[],
  told: readonly Draft[],
  effort: Effort,
): readonly Draft<FileChange | FormChange>[] {
  const [before, after] = [old.parts, now.parts];
  if (!before || !after) return [];
  const pages = pagesOfBoth(old, now, matches);
  const follows = old.record !== undefined && now.record !== undefined && told.length > 0;
  // What could not be read of one file is not compared.
  const unread = [before, after].flatMap((parts) => parts.unread.flatMap(({ kinds }) => kinds));
  const left: ReadonlySet<string> = new Set([...unread, ...(follows ? ['metadata', 'outline', 'tags'] : [])]);
  const isCompared = ({ kind }: { readonly kind: string }): boolean => !left.has(kind);
  const redrawn = isRedrawn(old, now);
  return [
    ...compareNamed(before, after, pages),
    ...compareListed(before, after, { pages, redrawn, hasMoved: movesOf(told), effort }),
    ...comparePageBoxes(before, after, pages),
    ...(left.has('tags') ? [] : compareTags(old, now, pages, effort)),
  ].filter(isCompared);
}

/** From page to page, as changes of layout and of text have their places. */
function movesOf(told: readonly Draft[]): (old: number, now: number) => boolean {
  const moves = new Set<string>();
  for (const { class: name, old, new: now } of told) {
    if (name !== 'layout') continue;
    for (const { page } of old) for (const { page: other } of now) if (page !== other) moves.add(`${page} ${other}`);
  }
  return (old, now) => moves.has(`${old} ${now}`);
}
