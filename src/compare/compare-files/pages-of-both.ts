// Turn pages that stand for each other into what is asked of them: the partner of a page, and whether anything on it reads otherwise.
import { folded } from '../../pdf/engine/pdf-page.ts';
import type { PageMatch } from '../align-pages.ts';
import type { Version } from '../version.ts';

/** Pages of two versions, numbered from 1. */
export interface PagesOfBoth {
  /** The page of the new version for one of the old; undefined for one without a partner. */
  readonly partner: (old: number) => number | undefined;
  readonly hasPartner: (now: number) => boolean;
  /** Whether the page reads the same on both sides, by its page of the new version. */
  readonly readsSame: (now: number) => boolean;
  /** Pairs of pages in order. */
  readonly pairs: readonly (readonly [old: number, now: number])[];
}

export function pagesOfBoth(old: Version, now: Version, matches: readonly PageMatch[]): PagesOfBoth {
  const pairs = matches.flatMap(({ old: i, new: j }) => (i === undefined || j === undefined ? [] : [[i + 1, j + 1] as const]));
  const [partners, back] = [new Map(pairs), new Map(pairs.map(([i, j]) => [j, i] as const))];
  const same = new Map<number, boolean>();
  return {
    partner: (page) => partners.get(page),
    hasPartner: (page) => back.has(page),
    readsSame: (page) => {
      const known = same.get(page);
      if (known !== undefined) return known;
      const [i, j] = [(back.get(page) ?? 0) - 1, page - 1];
      // Pages that were not read are the same.
      const reads = i >= 0 && ((!old.pages[i] && !now.pages[j]) || pageText(old, i) === pageText(now, j));
      same.set(page, reads);
      return reads;
    },
    pairs,
  };
}

const pageText = ({ pages }: Version, index: number): string => folded(pages[index]?.words.map(({ text }) => text).join('') ?? '');
