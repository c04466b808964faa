// Turn clusters, gaps and break opportunities into the lines that look best over the whole paragraph (Knuth and Plass, 1981).
import { breaksKinsoku, fastened, forbidden } from './break-opportunities.ts';
import type { Cluster } from './cluster.ts';
import type { Gap } from './glue.ts';

/** A line's clusters: from `start` to before `end`; spaces from `visibleEnd` on have no width. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
  readonly visibleEnd: number;
  /** The words had to be broken where no break is allowed. */
  readonly broken: boolean;
  /** Last line before a forced break or the paragraph's end. */
  readonly last: boolean;
}

export interface LineBreaking {
  readonly clusters: readonly Cluster[];
  readonly gaps: readonly Gap[];
  readonly penalties: Float64Array;
  /** Room for the line that starts the paragraph, and for all others. */
  readonly firstWidth: number;
  readonly width: number;
  readonly align: 'justify' | 'left' | 'center' | 'right';
  readonly japanese: boolean;
}

/** TeX's: every line costs something, so that fewer lines win over equal ones. */
const linePenalty = 10;
/** Squared: neighbours of which one is tight and one is loose. TeX's adjdemerits, 10,000. */
const fitnessJump = 100 ** 2;
/** A single character, or a short word, alone on the last line. */
const loneCharacter = 2000;
const runt = 100;
/** A last line shorter than this part of the measure is a runt if it is one word. */
const shortestLast = 0.2;
/** A line that only emergency spaces fill; one that nothing fills; one broken inside a word; one that breaks kinsoku. */
const emergencyLine = 1000;
const underfullLine = 1e5;
const brokenWord = 1e6;
const brokenKinsoku = 1e7;
const brokenMark = 3e7;
/** Ragged lines: badness of a line that is empty. */
const raggedBadness = 800;
/** TeX's fitness classes: lines side by side should not differ by more than one. */
const tightFitness = 0;
const normalFitness = 1;
const looseFitness = 2;
const veryLooseFitness = 3;
/** Lengths are equal within this; far below what a printer resolves. */
const epsilon = 1e-6;

/** How much a pass accepts. The first pass that finds a way wins. */
type Tolerance = 'good' | 'emergency' | 'underfull' | 'broken';
const tolerances: readonly Tolerance[] = ['good', 'emergency', 'underfull', 'broken'];

interface Node {
  /** Cluster that the next line starts with. */
  readonly at: number;
  readonly demerits: number;
  readonly fitness: number;
  readonly from: Node | undefined;
  readonly broken: boolean;
}

/** Sums over clusters before each index, so that any line is measured by four subtractions. */
interface Sums {
  readonly natural: Float64Array;
  readonly shrink: Float64Array;
  readonly max: Float64Array;
  readonly hard: Float64Array;
  readonly emergency: Float64Array;
  /** One past the last cluster before this index that is not a space. */
  readonly visible: Int32Array;
}

export function breakLines(input: LineBreaking): readonly LineRange[] {
  if (input.clusters.length === 0) return [];
  const sums = sumUp(input);
  for (const tolerance of tolerances) {
    const last = search(input, sums, tolerance);
    if (last) return trace(last, sums);
  }
  throw new Error('a paragraph found no lines even with words broken');
}

function sumUp({ clusters, gaps }: LineBreaking): Sums {
  const count = clusters.length;
  const array = (): Float64Array => new Float64Array(count + 1);
  const sums = { natural: array(), shrink: array(), max: array(), hard: array(), emergency: array(), visible: new Int32Array(count + 1) };
  for (let i = 0; i < count; i++) {
    const cluster = clusters[i];
    const gap = gaps[i];
    if (!cluster || !gap) continue;
    sums.natural[i + 1] = (sums.natural[i] ?? 0) + cluster.width + gap.natural;
    sums.shrink[i + 1] = (sums.shrink[i] ?? 0) + gap.natural - gap.min;
    sums.max[i + 1] = (sums.max[i] ?? 0) + gap.max - gap.natural;
    sums.hard[i + 1] = (sums.hard[i] ?? 0) + gap.hard - gap.natural;
    sums.emergency[i + 1] = (sums.emergency[i] ?? 0) + gap.emergency - gap.natural;
    sums.visible[i + 1] = cluster.class === 'space' || cluster.class === 'wide-space' ? (sums.visible[i] ?? 0) : i + 1;
  }
  return sums;
}

function search(input: LineBreaking, sums: Sums, tolerance: Tolerance): Node | undefined {
  const { clusters, penalties } = input;
  const count = clusters.length;
  const active: Node[] = [{ at: 0, demerits: 0, fitness: normalFitness, from: undefined, broken: false }];
  // Lines only grow as `end` moves on: starts before `oldest` stay too far back, starts after `newest` are still too near.
  let oldest = 0;
  let newest = -1;
  for (let end = 1; end <= count; end++) {
    const legal = penalties[end] ?? forbidden;
    const penalty = legal === forbidden && tolerance === 'broken' ? forcedPenalty(clusters[end - 1], clusters[end]) : legal;
    if (penalty === forbidden) continue;
    while (newest + 1 < active.length && isLongEnough(input, sums, active[newest + 1]?.at ?? 0, end, tolerance)) newest++;
    const best: (Node | undefined)[] = [];
    for (let i = end === count ? active.length - 1 : newest; i >= oldest; i--) {
      const node = active[i];
      const cost = node && lineCost(input, sums, node.at, end, tolerance);
      if (!node || !cost) {
        oldest = i + 1;
        break;
      }
      const demerits = node.demerits + (linePenalty + cost.badness + Math.max(penalty, 0)) ** 2 - (penalty < 0 ? penalty ** 2 : 0);
      const total = demerits + (Math.abs(cost.fitness - node.fitness) > 1 ? fitnessJump : 0);
      const rival = best[cost.fitness];
      if (!rival || total < rival.demerits)
        best[cost.fitness] = { at: end, demerits: total, fitness: cost.fitness, from: node, broken: legal === forbidden };
    }
    const found = best.filter((node) => node !== undefined);
    if (end === count) return found.sort((a, b) => a.demerits - b.demerits)[0];
    active.push(...found);
  }
  return undefined;
}

/** What opening a forbidden joint costs when nothing else is left. */
function forcedPenalty(before: Cluster | undefined, after: Cluster | undefined): number {
  if (!before || !after) return 0;
  if (fastened(before, after)) return brokenMark;
  return breaksKinsoku(before, after) ? brokenKinsoku : brokenWord;
}

function room(input: LineBreaking, start: number): number {
  return start === 0 ? input.firstWidth : input.width;
}

/** Sum over a line's clusters of one quantity; the gap after the last visible cluster does not count. */
function lineSum(sums: Sums, quantity: Exclude<keyof Sums, 'visible'>, start: number, visibleEnd: number, last: number): number {
  return (sums[quantity][visibleEnd] ?? 0) - (sums[quantity][start] ?? 0) - last;
}

/** A line from `start` to `end` can fill its measure, or need not. */
function isLongEnough(input: LineBreaking, sums: Sums, start: number, end: number, tolerance: Tolerance): boolean {
  if (input.align !== 'justify' || tolerance === 'underfull' || tolerance === 'broken') return true;
  const visibleEnd = Math.max(start, sums.visible[end] ?? end);
  const gap = input.gaps[visibleEnd - 1];
  const reach = tolerance === 'good' ? 'hard' : 'emergency';
  const natural = lineSum(sums, 'natural', start, visibleEnd, gap?.natural ?? 0);
  return natural + lineSum(sums, reach, start, visibleEnd, gap ? gap[reach] - gap.natural : 0) >= room(input, start) - epsilon;
}

/** How bad a line is, or undefined when it does not fit its measure. */
function lineCost(
  input: LineBreaking,
  sums: Sums,
  start: number,
  end: number,
  tolerance: Tolerance,
): { badness: number; fitness: number } | undefined {
  const visibleEnd = Math.max(start, sums.visible[end] ?? end);
  const gap = visibleEnd > start ? input.gaps[visibleEnd - 1] : undefined;
  const width = room(input, start);
  const last = end === input.clusters.length;
  const slack = width - lineSum(sums, 'natural', start, visibleEnd, gap?.natural ?? 0);
  const extra = last ? shortLast(input, start, visibleEnd, width - slack, width) : 0;
  if (slack < -epsilon) {
    const shrink = input.align === 'justify' ? lineSum(sums, 'shrink', start, visibleEnd, gap ? gap.natural - gap.min : 0) : 0;
    if (-slack <= shrink + epsilon) {
      const ratio = -slack / shrink;
      return { badness: 100 * ratio ** 3 + extra, fitness: ratio > 0.5 ? tightFitness : normalFitness };
    }
    // A single character wider than the measure still has to stand somewhere.
    return tolerance === 'broken' && end - start === 1 ? { badness: brokenWord, fitness: normalFitness } : undefined;
  }
  if (input.align !== 'justify') {
    const ragged = last && input.align !== 'center' ? 0 : raggedBadness * (slack / width) ** 2;
    return { badness: ragged + extra, fitness: normalFitness };
  }
  if (last) return { badness: extra, fitness: normalFitness };
  const stretch = lineSum(sums, 'max', start, visibleEnd, gap ? gap.max - gap.natural : 0);
  const ratio = slack <= epsilon ? 0 : slack / Math.max(stretch, epsilon);
  if (slack <= lineSum(sums, 'hard', start, visibleEnd, gap ? gap.hard - gap.natural : 0) + epsilon) {
    return { badness: 100 * ratio ** 3, fitness: ratio <= 0.5 ? normalFitness : ratio <= 1 ? looseFitness : veryLooseFitness };
  }
  const emergency = lineSum(sums, 'emergency', start, visibleEnd, gap ? gap.emergency - gap.natural : 0);
  const short = slack <= emergency + epsilon ? emergencyLine + 100 * ratio ** 3 : underfullLine * (1 + slack / width);
  return { badness: short, fitness: veryLooseFitness };
}

/** What a scrap on the last line costs. */
function shortLast({ clusters, japanese }: LineBreaking, start: number, visibleEnd: number, natural: number, width: number): number {
  if (start === 0) return 0;
  if (japanese) {
    let characters = 0;
    for (let i = start; i < visibleEnd && characters < 2; i++) {
      const name = clusters[i]?.class;
      if (name !== 'close' && name !== 'comma' && name !== 'stop') characters++;
    }
    return characters < 2 ? loneCharacter : 0;
  }
  if (natural >= shortestLast * width) return 0;
  for (let i = start; i < visibleEnd; i++) if (clusters[i]?.class === 'space') return 0;
  return runt;
}

function trace(node: Node, sums: Sums): readonly LineRange[] {
  const lines: LineRange[] = [];
  for (let to: Node | undefined = node; to?.from; to = to.from) {
    const start = to.from.at;
    const visibleEnd = Math.max(start, sums.visible[to.at] ?? to.at);
    lines.push({ start, end: to.at, visibleEnd, broken: to.broken, last: to === node });
  }
  return lines.reverse();
}
