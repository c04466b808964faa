// Turn the pages of two files that have no partner into pairs: exchanged pages, and pages of text with pictures of pages in their place.
import type { PdfPage } from '../pdf/engine/pdf-page.ts';
import type { PageMatch } from './align-pages.ts';
import { bagOf, dice, splitWords } from './words.ts';

type Pages = readonly (PdfPage | undefined)[];

/** Share of common words from which two pages are one that stands elsewhere now. */
const alike = 0.7;
/** Pairs of pages that are looked at; beyond, the files have little in common. */
const mostPairs = 2500;

/** A page that was read and has no words, though marks: a scan, a picture. Of a page that was not drawn it is not known. */
export function isPicture(page: PdfPage | undefined): boolean {
  return page !== undefined && page.words.length === 0 && page.bitmap?.data.some((grey) => grey < 250) === true;
}

/** In the order of the new file; a page that is gone stands where it stood. */
export function pairRest(matches: readonly PageMatch[], old: Pages, now: Pages): readonly PageMatch[] {
  const loneOld = matches.flatMap(({ old: i, new: j }) => (i !== undefined && j === undefined ? [i] : []));
  const loneNew = matches.flatMap(({ old: i, new: j }) => (j !== undefined && i === undefined ? [j] : []));
  if (loneOld.length === 0 || loneNew.length === 0) return matches;
  const partners = new Map([...exchanged(loneOld, old, loneNew, now), ...pictured(matches, old, now)].map(([i, j]) => [j, i]));
  const paired = new Set(partners.values());
  return matches.flatMap((match): readonly PageMatch[] => {
    if (match.new === undefined) return match.old !== undefined && paired.has(match.old) ? [] : [match];
    const partner = match.old === undefined ? partners.get(match.new) : match.old;
    return [partner === undefined ? match : { old: partner, new: match.new }];
  });
}

type Pair = readonly [old: number, now: number];

function exchanged(loneOld: readonly number[], old: Pages, loneNew: readonly number[], now: Pages): readonly Pair[] {
  if (loneOld.length * loneNew.length > mostPairs) return [];
  const bag = (page: PdfPage | undefined) => bagOf(splitWords(page?.words.map(({ text }) => text).join(' ') ?? '').map(({ key }) => key));
  const [before, after] = [loneOld.map((i) => bag(old[i])), loneNew.map((j) => bag(now[j]))];
  const taken = new Set<number>();
  return loneOld.flatMap((i, row): readonly Pair[] => {
    const [a] = [before[row]];
    if (!a || a.size === 0) return [];
    let best = { share: alike, column: -1 };
    after.forEach((b, column) => {
      const share = taken.has(column) ? 0 : dice(a, b);
      if (share >= best.share) best = { share, column };
    });
    const j = loneNew[best.column];
    if (j === undefined) return [];
    taken.add(best.column);
    return [[i, j]];
  });
}

/** Between pages that stand for each other, pages of text and pictures of pages stand for each other in their order. */
function pictured(matches: readonly PageMatch[], old: Pages, now: Pages): readonly Pair[] {
  const pairs: Pair[] = [];
  let gap: { old: number[]; new: number[] } = { old: [], new: [] };
  const close = () => {
    gap.old.forEach((i, index) => {
      const j = gap.new[index];
      if (j !== undefined && isPicture(old[i]) !== isPicture(now[j])) pairs.push([i, j]);
    });
    gap = { old: [], new: [] };
  };
  for (const { old: i, new: j } of matches) {
    if (i !== undefined && j !== undefined) close();
    else if (i !== undefined) gap.old.push(i);
    else if (j !== undefined) gap.new.push(j);
  }
  close();
  return pairs;
}
