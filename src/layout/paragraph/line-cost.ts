// Turn a candidate line into what it costs: how far its spaces are from natural, and whether it ends the paragraph badly.
import type { Tradition } from '../../language/typesetting.ts';
import type { Cluster, ClusteredText } from './cluster.ts';
import type { Gap } from './glue.ts';

/** What lines are broken from, whatever their width. Lengths in em. */
export interface Breakable extends Pick<ClusteredText, 'clusters' | 'sources'> {
  /** The gap after each cluster. */
  readonly gaps: readonly Gap[];
  /** What a break before each cluster costs; infinite where none is allowed. */
  readonly penalties: Float64Array;
  /** How wide the hyphen is that may part a word before each cluster, 0 where none may; absent where no word may be parted. */
  readonly hyphens?: Float64Array;
  /** Clusters that no page should begin with, though a line may. */
  readonly leaning: ReadonlySet<number>;
  readonly sums: Sums;
}

/** What lines are broken from, and into. */
export interface LineBreaking extends Breakable {
  /** Room for the line that starts the paragraph, and for all others. */
  readonly firstWidth: number;
  readonly width: number;
  /** Only `justify` stretches and shrinks. */
  readonly align: 'justify' | 'left' | 'center' | 'right';
  /** Settles what a last line too short is. */
  readonly tradition: Tradition;
  /** Ways of fewer lines win, whatever else they cost. */
  readonly fewest?: boolean;
  /** `、` and `。` may stand over the right margin where the line is too full for them. */
  readonly hang: boolean;
}

/** How much a pass over the paragraph accepts: lines that look even, lines that look good, loose ones, emergency spaces, ragged lines, broken words. */
export type Tolerance = 'even' | 'good' | 'loose' | 'emergency' | 'underfull' | 'broken';

/** A single character alone on the last line; two, three and four of them, by what they lack; a short word. */
const loneCharacter = 2000;
const fewCharacters = [700, 200, 100] as const;
export const runt = 600;
/** Fewer than this are the end of a word that readers look for on the line above. */
const company = 5;
/** A last line shorter than this part of the measure is a runt if it is one word. */
const shortestLast = 0.2;
/** A line that only emergency spaces fill, on top of how wide they are; one that nothing fills; one that overflows. */
const emergencyLine = 1000;
const underfullLine = 1e5;
const overfullLine = 1e6;
/** Ragged lines: badness of a line that is empty. */
const raggedBadness = 800;
/** TeX's fitness classes: lines side by side should not differ by more than one. */
const tightFitness = 0;
export const normalFitness = 1;
const looseFitness = 2;
const veryLooseFitness = 3;
export const fitnessClasses = 4;
/** Lengths are equal within this; far below what a printer resolves. */
const epsilon = 1e-6;

/** Sums over clusters before each index, so that any line is measured by four subtractions. */
export interface Sums {
  /** Bodies and natural gaps; the others say by how much the gaps can differ from natural. */
  readonly natural: Float64Array;
  readonly shrink: Float64Array;
  readonly max: Float64Array;
  readonly hard: Float64Array;
  readonly emergency: Float64Array;
  /** One past the last cluster before this index that is not a space. */
  readonly visible: Int32Array;
}

/** The sums of a stretch, computed once for all widths; glyphs give and take up to a share of their width. */
export function sumUp(clusters: readonly Cluster[], gaps: readonly Gap[], widening: number): Sums {
  const count = clusters.length;
  // Five arrays in one piece of memory.
  const buffer = new ArrayBuffer(5 * 8 * (count + 1));
  const array = (place: number): Float64Array => new Float64Array(buffer, place * 8 * (count + 1), count + 1);
  const sums = {
    natural: array(0),
    shrink: array(1),
    max: array(2),
    hard: array(3),
    emergency: array(4),
    visible: new Int32Array(count + 1),
  };
  let natural = 0;
  let shrink = 0;
  let max = 0;
  let hard = 0;
  let emergency = 0;
  let visible = 0;
  for (let i = 0; i < count; i++) {
    const cluster = clusters[i]!;
    const gap = gaps[i]!;
    const { width } = cluster;
    const own = gap.natural;
    const drawn = widening * width;
    natural = natural + width + own;
    shrink = shrink + drawn + own - gap.min;
    max = max + drawn + gap.max - own;
    hard = hard + drawn + gap.hard - own;
    emergency = emergency + drawn + gap.emergency - own;
    if (cluster.class !== 'space' && cluster.class !== 'wide-space') visible = i + 1;
    sums.natural[i + 1] = natural;
    sums.shrink[i + 1] = shrink;
    sums.max[i + 1] = max;
    sums.hard[i + 1] = hard;
    sums.emergency[i + 1] = emergency;
    sums.visible[i + 1] = visible;
  }
  return sums;
}

function room(input: LineBreaking, start: number): number {
  return start === 0 ? input.firstWidth : input.width;
}

/** Sum over a line's clusters of one quantity; the gap after the last visible cluster does not count. */
function lineSum(sums: Sums, quantity: Exclude<keyof Sums, 'visible'>, start: number, visibleEnd: number, last: number): number {
  return (sums[quantity][visibleEnd] ?? 0) - (sums[quantity][start] ?? 0) - last;
}

/** Widest gaps that a tolerance counts on, and the share of the way from there to the emergency that it goes besides. */
const reaches = {
  even: { limit: 'max', beyond: 0 },
  good: { limit: 'hard', beyond: 0 },
  // Word spaces of little more than half an em: seen, and less odd than a date in two lines.
  loose: { limit: 'hard', beyond: 0.38 },
  emergency: { limit: 'emergency', beyond: 0 },
} as const;

/** A line from `start` to `end`, with a hyphen of that width at its end, can fill its measure, or need not. */
export function isLongEnough(input: LineBreaking, start: number, end: number, tolerance: Tolerance, hyphen: number): boolean {
  if (input.align !== 'justify' || tolerance === 'underfull' || tolerance === 'broken') return true;
  const { sums } = input;
  const visibleEnd = Math.max(start, sums.visible[end] ?? end);
  const gap = input.gaps[visibleEnd - 1];
  const { limit, beyond } = reaches[tolerance];
  const natural = lineSum(sums, 'natural', start, visibleEnd, gap?.natural ?? 0) + hyphen;
  const wide = (reach: typeof limit) => lineSum(sums, reach, start, visibleEnd, gap ? gap[reach] - gap.natural : 0);
  const most = wide(limit);
  return natural + most + (beyond > 0 ? beyond * (wide('emergency') - most) : 0) >= room(input, start) - epsilon;
}

/** What a line costs. */
export interface LineCost {
  readonly badness: number;
  readonly fitness: number;
  /** How far its last character stands over the margin, in em. */
  readonly hang: number;
}

/** How bad a line is that ends with a hyphen of that width, or undefined when it does not fit its measure. */
export function lineCost(input: LineBreaking, start: number, end: number, tolerance: Tolerance, hyphen: number): LineCost | undefined {
  const { sums, clusters } = input;
  const visibleEnd = Math.max(start, sums.visible[end] ?? end);
  const last = visibleEnd > start ? clusters[visibleEnd - 1] : undefined;
  const gap = last && input.gaps[visibleEnd - 1];
  const slack = room(input, start) - lineSum(sums, 'natural', start, visibleEnd, gap?.natural ?? 0) - hyphen;
  const within = costWithin(input, start, end, visibleEnd, tolerance, slack);
  if (!input.hang || slack >= -epsilon || (last?.class !== 'comma' && last?.class !== 'stop')) return within;
  const hung = costWithin(input, start, end, visibleEnd, tolerance, slack + last.width);
  return hung && (!within || hung.badness < within.badness) ? { ...hung, hang: last.width } : within;
}

/** How bad a line is that has `slack` em of room left at natural spaces, or lacks them. */
function costWithin(
  input: LineBreaking,
  start: number,
  end: number,
  visibleEnd: number,
  tolerance: Tolerance,
  slack: number,
): LineCost | undefined {
  const { sums } = input;
  const gap = visibleEnd > start ? input.gaps[visibleEnd - 1] : undefined;
  const width = room(input, start);
  const last = end === input.clusters.length;
  const extra = last ? shortLast(input, start, visibleEnd, width - slack, width) : 0;
  if (slack < -epsilon) {
    const shrink = input.align === 'justify' ? lineSum(sums, 'shrink', start, visibleEnd, gap ? gap.natural - gap.min : 0) : 0;
    if (-slack <= shrink + epsilon) {
      const ratio = -slack / shrink;
      return { badness: 100 * ratio ** 3 + extra, fitness: ratio > 0.5 ? tightFitness : normalFitness, hang: 0 };
    }
    // A single character wider than the measure still has to stand somewhere.
    return tolerance === 'broken' && end - start === 1 ? { badness: overfullLine, fitness: normalFitness, hang: 0 } : undefined;
  }
  if (input.align !== 'justify') {
    const ragged = last && input.align !== 'center' ? 0 : raggedBadness * (slack / width) ** 2;
    return { badness: ragged + extra, fitness: normalFitness, hang: 0 };
  }
  if (last) return { badness: extra, fitness: normalFitness, hang: 0 };
  const stretch = lineSum(sums, 'max', start, visibleEnd, gap ? gap.max - gap.natural : 0);
  const ratio = slack <= epsilon ? 0 : slack / Math.max(stretch, epsilon);
  if (slack <= lineSum(sums, 'hard', start, visibleEnd, gap ? gap.hard - gap.natural : 0) + epsilon) {
    return { badness: 100 * ratio ** 3, fitness: ratio <= 0.5 ? normalFitness : ratio <= 1 ? looseFitness : veryLooseFitness, hang: 0 };
  }
  const emergency = lineSum(sums, 'emergency', start, visibleEnd, gap ? gap.emergency - gap.natural : 0);
  const short = slack <= emergency + epsilon ? emergencyLine + 100 * ratio ** 3 : underfullLine * (1 + slack / width);
  return { badness: short, fitness: veryLooseFitness, hang: 0 };
}

/** What a scrap on the last line costs. */
function shortLast({ clusters, tradition }: LineBreaking, start: number, visibleEnd: number, natural: number, width: number): number {
  if (start === 0) return 0;
  if (tradition === 'cjk') {
    let characters = 0;
    for (let i = start; i < visibleEnd && characters < company; i++) {
      const name = clusters[i]?.class;
      if (name !== 'close' && name !== 'comma' && name !== 'stop') characters++;
    }
    return characters < 2 ? loneCharacter : characters < company ? (fewCharacters[characters - 2] ?? 0) : 0;
  }
  if (natural >= shortestLast * width) return 0;
  for (let i = start; i < visibleEnd; i++) if (clusters[i]?.class === 'space') return 0;
  return runt;
}
