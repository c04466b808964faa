// Turn stretches that are gone and stretches that are new into those that only stand elsewhere now, and the edits that are left.
import type { Effort, Stretch } from '../align-sequences.ts';
import type { FileText } from './file-text.ts';
import { alignGap, endsSentence, type Gap } from './text-gaps.ts';

/** What is told of two texts: what stands where it stood, whole lines or sentences that moved, and what was truly put in, taken out or changed. */
export interface Moves {
  readonly same: readonly Gap[];
  readonly moved: readonly Gap[];
  readonly edits: readonly Gap[];
}

/** Tokens in a row by which a sentence is found again. */
const row = 6;
/** Letters that moved words must have: figures that change places are other figures. */
const fewestLetters = 4;
/** Tokens of all gaps up to which moves are looked for: files that differ so much are not two editions of one. */
const mostLookedAt = 400_000;

export function findMoves(old: FileText, now: FileText, stretches: readonly Stretch[], effort: Effort): Moves {
  const counterparts = counterpartsIn(old, stretches);
  const pieces = piecesOf(stretches, elsewhere(old, now, stretches, counterparts));
  const loose = looseGaps(pieces);
  const looked = loose.reduce((sum, { old: [a, b], new: [c, d] }) => sum + b - a + d - c, 0);
  const fine = { same: stretches.filter(({ same }) => same), moved: [], edits: stretches.filter(({ same }) => !same) };
  if (looked > mostLookedAt || !loose.some(({ old: [a, b] }) => b > a) || !loose.some(({ new: [c, d] }) => d > c)) return fine;
  const [oldLeft, newLeft] = [rangesOf(old, loose, 'old'), rangesOf(now, loose, 'new')];
  const moved: Gap[] = [];
  for (const [a, c] of anchorsOf(old, oldLeft, now, newLeft)) {
    if (!oldLeft[a] || !newLeft[c]) continue;
    const found = trimmed(old, now, extended(old, oldLeft, now, newLeft, a, c));
    if (!found || lettersOf(old, found.old) < fewestLetters || isInPlace(found, counterparts)) continue;
    if (isLabel(old, found.old) || isLabel(now, found.new)) continue;
    oldLeft.fill(0, ...found.old);
    newLeft.fill(0, ...found.new);
    moved.push(found);
  }
  if (moved.length === 0) return fine;
  moved.sort((x, y) => x.new[0] - y.new[0]);
  return aroundMoves(old, now, pieces, loose, moved, [oldLeft, newLeft], effort);
}

/** Words between two gaps that are part of both texts, so few that they could be there by chance, belong to one gap in which moves are looked for. */
const mostByChance = 8;

function looseGaps(pieces: readonly Piece[]): readonly Gap[] {
  const out: Gap[] = [];
  const size = ({ old: [a, b], new: [c, d] }: Gap) => b - a + d - c;
  pieces.forEach((piece, index) => {
    if (!piece.isLoose) return;
    const last = out.at(-1);
    const [between, before] = [pieces[index - 1], pieces[index - 2]];
    const few = between && !between.isLoose ? between.old[1] - between.old[0] : 0;
    const byChance = before?.isLoose === true && few <= mostByChance && size(before) + size(piece) >= 2 * few;
    if (last && (between?.isLoose || byChance))
      out[out.length - 1] = { old: [last.old[0], piece.old[1]], new: [last.new[0], piece.new[1]] };
    else out.push(piece);
  });
  return out;
}

/** A stretch, or a part of one. */
interface Piece extends Stretch {
  /** It is not the same, or only by chance: its words belong to a line or a sentence that stands elsewhere in the other text. */
  readonly isLoose: boolean;
}

function piecesOf(stretches: readonly Stretch[], [inOld, inNew]: readonly [Uint8Array, Uint8Array]): readonly Piece[] {
  return stretches.flatMap((stretch): readonly Piece[] => {
    const {
      old: [a, b],
      new: [c, d],
    } = stretch;
    if (!stretch.same) return [{ ...stretch, isLoose: true }];
    if (b - a !== d - c) return [{ ...stretch, isLoose: false }];
    const pieces: Piece[] = [];
    let from = 0;
    const isLoose = (index: number) => inOld[a + index] === 1 || inNew[c + index] === 1;
    for (let to = 1; to <= b - a; to++) {
      if (to < b - a && isLoose(to) === isLoose(from)) continue;
      pieces.push({ same: true, isLoose: isLoose(from), old: [a + from, a + to], new: [c + from, c + to] });
      from = to;
    }
    return pieces;
  });
}

/** Tokens of lines and sentences that stand somewhere else in the other text, whatever words they share with what took their place. */
function elsewhere(
  old: FileText,
  now: FileText,
  stretches: readonly Stretch[],
  counterparts: Int32Array,
): readonly [Uint8Array, Uint8Array] {
  const marks = [new Uint8Array(old.keys.length), new Uint8Array(now.keys.length)] as const;
  if (stretches.every(({ same }) => same)) return marks;
  for (const cut of [cutByLines, cutBySentences]) {
    const [before, after] = [unitsOf(old, cut), unitsOf(now, cut)];
    for (const [key, [a, b]] of before) {
      const [c, d] = after.get(key) ?? [-1, -1];
      if (a < 0 || c < 0 || b - a < row || isInPlace({ old: [a, b], new: [c, d] }, counterparts)) continue;
      marks[0].fill(1, a, b);
      marks[1].fill(1, c, d);
    }
  }
  return marks;
}

const cutByLines = (text: FileText, token: number): boolean => text.beginsLine(token);
const cutBySentences = (text: FileText, token: number): boolean => endsSentence(text, token);

/** Units of a text by their words: the only place of each, -1 where there are more. */
function unitsOf(text: FileText, cut: (text: FileText, token: number) => boolean): ReadonlyMap<string, readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>();
  let from = 0;
  for (let to = 1; to <= text.keys.length; to++) {
    if (to < text.keys.length && !cut(text, to)) continue;
    // What is this long is no line, and no sentence.
    const key = to - from > 400 ? '' : text.keys.slice(from, to).join(' ');
    if (key !== '') found.set(key, found.has(key) ? [-1, -1] : [from, to]);
    from = to;
  }
  return found;
}

/** Of each token of the old text, the one that it stands for where nothing moved; -1 for none. */
function counterpartsIn(old: FileText, stretches: readonly Stretch[]): Int32Array {
  const found = new Int32Array(old.keys.length).fill(-1);
  for (const {
    same,
    old: [a, b],
    new: [c, d],
  } of stretches)
    if (same && b - a === d - c) for (let index = 0; index < b - a; index++) found[a + index] = c + index;
  return found;
}

function isInPlace({ old: [a, b], new: [c] }: Gap, counterparts: Int32Array): boolean {
  let inPlace = 0;
  for (let index = 0; index < b - a; index++) if (counterparts[a + index] === c + index) inPlace++;
  return 2 * inPlace >= b - a;
}

/** Gaps in which something moved are aligned anew without it; the others are as they were. */
function aroundMoves(
  old: FileText,
  now: FileText,
  stretches: readonly Stretch[],
  loose: readonly Gap[],
  moved: readonly Gap[],
  [oldLeft, newLeft]: readonly [Uint8Array, Uint8Array],
  effort: Effort,
): Moves {
  const touched = loose.filter(({ old: a, new: b }) => oldLeft.subarray(...a).includes(0) || newLeft.subarray(...b).includes(0));
  const [same, edits]: [Gap[], Gap[]] = [[], []];
  const sort = (stretch: Stretch) => (stretch.same ? same : edits).push(stretch);
  let next = 0;
  for (const stretch of stretches) {
    while ((touched[next]?.old[1] ?? Number.POSITIVE_INFINITY) <= stretch.old[0] && (touched[next]?.new[1] ?? 0) <= stretch.new[0]) next++;
    const gap = touched[next];
    const isInside =
      gap && stretch.old[0] >= gap.old[0] && stretch.new[0] >= gap.new[0] && stretch.old[1] <= gap.old[1] && stretch.new[1] <= gap.new[1];
    if (!isInside) sort(stretch);
  }
  for (const edit of editsLeft(touched, moved, oldLeft, newLeft)) for (const stretch of alignGap(old, now, edit, effort)) sort(stretch);
  return { same: same.sort(inOrder), moved, edits: edits.sort(inOrder) };
}

const inOrder = (x: Gap, y: Gap): number => x.new[0] - y.new[0] || x.old[0] - y.old[0];

/** 1 for each token that is in a gap. */
function rangesOf({ keys }: FileText, gaps: readonly Gap[], side: 'old' | 'new'): Uint8Array {
  const inGap = new Uint8Array(keys.length);
  for (const gap of gaps) inGap.fill(1, ...gap[side]);
  return inGap;
}

/** Places of whole lines, and of rows of tokens, that occur once among what is gone and once among what is new; lines first. */
function anchorsOf(old: FileText, oldLeft: Uint8Array, now: FileText, newLeft: Uint8Array): readonly (readonly [number, number])[] {
  const kinds = [linesIn, rowsIn] as const;
  return kinds.flatMap((placesIn) => {
    const [before, after] = [placesIn(old, oldLeft), placesIn(now, newLeft)];
    return [...before].flatMap(([key, place]) => {
      const other = after.get(key);
      return place >= 0 && other !== undefined && other >= 0 ? [[place, other] as const] : [];
    });
  });
}

/** The only place of each, -1 where there are more. */
type Places = ReadonlyMap<string, number>;

function linesIn(text: FileText, left: Uint8Array): Places {
  const places = new Map<string, number>();
  for (let from = 0; from < left.length; from++) {
    if (!left[from] || !text.beginsLine(from)) continue;
    let to = from + 1;
    while (to < left.length && left[to] && !text.beginsLine(to)) to++;
    if (!text.beginsLine(to)) continue;
    const key = text.keys.slice(from, to).join(' ');
    places.set(key, places.has(key) ? -1 : from);
  }
  return places;
}

function rowsIn(text: FileText, left: Uint8Array): Places {
  const places = new Map<string, number>();
  let run = 0;
  left.forEach((isLeft, index) => {
    run = isLeft ? run + 1 : 0;
    if (run < row) return;
    const key = text.keys.slice(index - row + 1, index + 1).join(' ');
    places.set(key, places.has(key) ? -1 : index - row + 1);
  });
  return places;
}

/** As far as both say the same. */
function extended(old: FileText, oldLeft: Uint8Array, now: FileText, newLeft: Uint8Array, a: number, c: number): Gap {
  let [before, after] = [0, 0];
  while (oldLeft[a - before - 1] && newLeft[c - before - 1] && old.keys[a - before - 1] === now.keys[c - before - 1]) before++;
  while (oldLeft[a + after] && newLeft[c + after] && old.keys[a + after] === now.keys[c + after]) after++;
  return { old: [a - before, a + after], new: [c - before, c + after] };
}

/** From the first place where a line or a sentence begins in both to the last where one ends in both; undefined where nothing is left. */
function trimmed(old: FileText, now: FileText, { old: [a, b], new: [c] }: Gap): Gap | undefined {
  const parts = (i: number, j: number) => (old.beginsLine(i) || endsSentence(old, i)) && (now.beginsLine(j) || endsSentence(now, j));
  let [from, to] = [0, b - a];
  while (from < to && !parts(a + from, c + from)) from++;
  while (to > from && !parts(a + to, c + to)) to--;
  return to > from ? { old: [a + from, a + to], new: [c + from, c + to] } : undefined;
}

function lettersOf({ text, starts, ends }: FileText, [from, to]: readonly [number, number]): number {
  return text.slice(starts[from] ?? 0, Math.min(ends[to - 1] ?? 0, (starts[from] ?? 0) + 1000)).match(/\p{L}/gu)?.length ?? 0;
}

/** Tokens that the label of a row may have. */
const longestLabel = 12;

/** Words beside figures that are no part of them: labels that change places name other figures. */
function isLabel(text: FileText, [from, to]: readonly [number, number]): boolean {
  if (to - from > longestLabel) return false;
  const [first, last] = [text.wordOf(from), text.wordOf(to - 1)];
  for (let word = first; word <= last; word++) {
    const { page, y, height } = text.placeOf(word);
    for (const other of text.wordsOfPage(page - 1)) {
      if (other >= first && other <= last) continue;
      const place = text.placeOf(other);
      const common = Math.min(y + height, place.y + place.height) - Math.max(y, place.y);
      if (common > Math.min(height, place.height) / 2 && /\d/.test(text.readWord(other))) return true;
    }
  }
  return false;
}

/** What is neither the same nor moved: where words were changed within what moved, or within one gap, old and new are one edit. */
function editsLeft(gaps: readonly Gap[], moved: readonly Gap[], oldLeft: Uint8Array, newLeft: Uint8Array): readonly Gap[] {
  const afterMove = new Map(moved.map(({ old: [, b], new: [, d] }) => [b, d]));
  const newRuns = new Map<number, readonly [number, number]>();
  for (const { new: range } of gaps) for (const run of runsIn(newLeft, range)) newRuns.set(run[0], run);
  const edits: Gap[] = [];
  const told = new Set<number>();
  for (const { old: oldRange, new: newRange } of gaps) {
    const [before, after] = [runsIn(oldLeft, oldRange), runsIn(newLeft, newRange)];
    for (const run of before) {
      const place = afterMove.get(run[0]);
      const inMoved = place === undefined ? undefined : newRuns.get(place);
      const only = before.length === 1 && after.length === 1 ? after[0] : undefined;
      const other = inMoved ?? only;
      if (other && !told.has(other[0])) {
        told.add(other[0]);
        edits.push({ old: run, new: other });
      } else edits.push({ old: run, new: [place ?? newRange[0], place ?? newRange[0]] });
    }
    for (const run of after) edits.push({ old: [oldRange[0], oldRange[0]], new: run });
  }
  return edits.filter(({ old: [a, b], new: [c] }) => b > a || !told.has(c));
}

function runsIn(left: Uint8Array, [from, to]: readonly [number, number]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (let index = from; index < to; index++) {
    if (!left[index]) continue;
    const last = runs.at(-1);
    if (last && last[1] === index) last[1] = index + 1;
    else runs.push([index, index + 1]);
  }
  return runs;
}
