// Turn the texts of two files into the stretches of tokens that differ, over all pages: each where its lines begin, none that reads the same.
import { isFullWidth } from '../../language/characters.ts';
import { alignSequences, type Effort, joined, type Stretch } from '../align-sequences.ts';
import type { FileText } from './file-text.ts';

/** Tokens of both, ends excluded, that do not stand for each other. */
export interface Gap {
  readonly old: readonly [from: number, to: number];
  readonly new: readonly [from: number, to: number];
}

/** Pages from 0 that stand for each other. */
type PagePairs = readonly (readonly [old: number, now: number])[];

/** Tokens of both up to which they are aligned at once; larger files are cut between pages that stand for each other. */
const mostAtOnce = 600_000;

/** Every token of both is in exactly one stretch, in order. What reads the same is the same, though its tokens may be others. */
export function alignFiles(old: FileText, now: FileText, pages: PagePairs, effort: Effort): readonly Stretch[] {
  return pieces(old, now, pages).flatMap((piece) => alignGap(old, now, piece, effort));
}

/** The same of a stretch of both. */
export function alignGap(old: FileText, now: FileText, { old: [a, b], new: [c, d] }: Gap, effort: Effort): readonly Stretch[] {
  const found = alignSequences(old.keys.slice(a, b), now.keys.slice(c, d), effort).flatMap((stretch) =>
    trimmed(old, now, {
      same: stretch.same,
      old: [stretch.old[0] + a, stretch.old[1] + a],
      new: [stretch.new[0] + c, stretch.new[1] + c],
    }),
  );
  return mergeFragments(slide(joined(found), old, now)).map((stretch) =>
    stretch.same || !sameReading(old, now, stretch) ? stretch : { ...stretch, same: true },
  );
}

/** What could not be searched through is one gap: at its ends, at least, what is the same is seen. */
function trimmed(old: FileText, now: FileText, stretch: Stretch): readonly Stretch[] {
  const [[a, b], [c, d]] = [stretch.old, stretch.new];
  if (stretch.same || a === b || c === d) return [stretch];
  const most = Math.min(b - a, d - c);
  let [before, after] = [0, 0];
  while (before < most && old.keys[a + before] === now.keys[c + before]) before++;
  while (after < most - before && old.keys[b - after - 1] === now.keys[d - after - 1]) after++;
  const parts: readonly Stretch[] = [
    { same: true, old: [a, a + before], new: [c, c + before] },
    { same: false, old: [a + before, b - after], new: [c + before, d - after] },
    { same: true, old: [b - after, b], new: [d - after, d] },
  ];
  return parts.filter(({ old: [from, to], new: [start, end] }) => to > from || end > start);
}

function pieces(old: FileText, now: FileText, pages: PagePairs): readonly Gap[] {
  const [ends, all]: [Gap[], readonly [number, number]] = [[], [old.keys.length, now.keys.length]];
  let [i, j] = [0, 0];
  if (all[0] + all[1] > mostAtOnce)
    for (const [oldPage, newPage] of pages) {
      const [a, b] = [old.firstOfPage[oldPage] ?? 0, now.firstOfPage[newPage] ?? 0];
      if (a < i || b < j || a - i + b - j < mostAtOnce / 4) continue;
      ends.push({ old: [i, a], new: [j, b] });
      [i, j] = [a, b];
    }
  return [...ends, { old: [i, all[0]], new: [j, all[1]] }];
}

/** Tokens by which a stretch is moved at most to where a line begins. */
const mostSlid = 200;

/** A stretch put in or taken out can often be told to begin at several places, as `a [b a] b` and `[a b] a b`: it begins with a line. */
function slide(stretches: readonly Stretch[], old: FileText, now: FileText): readonly Stretch[] {
  const out = stretches.map((stretch) => ({ ...stretch }));
  out.forEach((gap, index) => {
    const [before, after] = [out[index - 1], out[index + 1]];
    const inOld = gap.old[1] > gap.old[0];
    if (gap.same || inOld === gap.new[1] > gap.new[0]) return;
    const [text, [from, to]] = inOld ? [old, gap.old] : [now, gap.new];
    const room = (stretch: Stretch | undefined) => (stretch?.same ? Math.min(mostSlid, stretch.old[1] - stretch.old[0]) : 0);
    let best = { by: 0, worth: worthOf(text, from, to) };
    const consider = (by: number) => {
      const worth = worthOf(text, from + by, to + by);
      if (worth > best.worth) best = { by, worth };
    };
    for (let by = 1; by <= room(after) && text.keys[from + by - 1] === text.keys[to + by - 1]; by++) consider(by);
    for (let by = 1; by <= room(before) && text.keys[from - by] === text.keys[to - by]; by++) consider(-by);
    if (best.by === 0) return;
    const moved = ([a, b]: readonly [number, number]) => [a + best.by, b + best.by] as const;
    out[index] = { same: false, old: moved(gap.old), new: moved(gap.new) };
    if (before)
      out[index - 1] = { ...before, old: [before.old[0], before.old[1] + best.by], new: [before.new[0], before.new[1] + best.by] };
    if (after) out[index + 1] = { ...after, old: [after.old[0] + best.by, after.old[1]], new: [after.new[0] + best.by, after.new[1]] };
  });
  return out.filter(({ old: [a, b], new: [c, d] }) => b > a || d > c);
}

/** What ends a sentence. */
const stop = /^[.。．!?！？]$/;

function worthOf(text: FileText, from: number, to: number): number {
  if (text.beginsPage(from) && text.beginsPage(to)) return 4;
  if (text.beginsLine(from) && text.beginsLine(to)) return 3;
  if (endsSentence(text, from) && endsSentence(text, to)) return 2;
  return text.beginsLine(from) ? 1 : 0;
}

/** Whether the token before ends a sentence. */
export function endsSentence(text: FileText, token: number): boolean {
  return token === 0 || stop.test(text.keys[token - 1] ?? '');
}

/** Words between two edits that are part of both: so many that they could be there by chance. */
const mostBetween = 3;

/** Of a sentence written anew, the few words that it shares with the old one by chance are told with it. */
function mergeFragments(stretches: readonly Stretch[]): readonly Stretch[] {
  const out: Stretch[] = [];
  const lengths = ({ old: [a, b], new: [c, d] }: Stretch) => [b - a, d - c] as const;
  for (const stretch of stretches) {
    const [before, between] = [out.at(-2), out.at(-1)];
    if (before && between && !stretch.same && !before.same && between.same) {
      const [few] = lengths(between);
      const long = (gap: Stretch) => Math.min(...lengths(gap)) > 0 && Math.max(...lengths(gap)) >= 3 * few;
      if (few <= mostBetween && long(before) && long(stretch)) {
        out.splice(-2, 2, { same: false, old: [before.old[0], stretch.old[1]], new: [before.new[0], stretch.new[1]] });
        continue;
      }
    }
    out.push(stretch);
  }
  return out;
}

/** Characters of a gap that are looked at one by one; beyond, words that differ are told as they are. */
const mostRead = 2000;

/** Cut into other words by line ends or by a hyphen, and the same all the same. */
function sameReading(old: FileText, now: FileText, { old: [a, b], new: [c, d] }: Gap): boolean {
  if (a === b || c === d) return false;
  const [from, start] = [old.starts[a] ?? 0, now.starts[c] ?? 0];
  const [to, end] = [old.ends[b - 1] ?? 0, now.ends[d - 1] ?? 0];
  if (to - from > mostRead || end - start > mostRead) return false;
  const [was, is] = [spaceless(old.text.slice(from, to)), spaceless(now.text.slice(start, end))];
  if (was === is) return true;
  const atPageEnd = /\p{L}-\s+\p{Ll}/u;
  const mayHyphen =
    hasHyphen(old, from, to) ||
    hasHyphen(now, start, end) ||
    atPageEnd.test(old.text.slice(from, to)) ||
    atPageEnd.test(now.text.slice(start, end));
  return mayHyphen && was.replace(/[-\s]/g, '') === is.replace(/[-\s]/g, '');
}

/** Without spaces beside Japanese: between words of other scripts, one is a difference. */
function spaceless(text: string): string {
  return text.replace(/\s+/g, (space, at: number) => (isFullWidth(text[at - 1]) || isFullWidth(text[at + space.length]) ? '' : ' '));
}

/** Whether a hyphen was left out between two offsets. They rise. */
function hasHyphen({ hyphens }: FileText, from: number, to: number): boolean {
  let [low, high] = [0, hyphens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hyphens[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return (hyphens[low] ?? Number.POSITIVE_INFINITY) <= to;
}
