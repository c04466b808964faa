// Turn the lines of a paragraph into how the letters, words and glyphs of each share its room: words apart alike, no line darker than its neighbours.
import type { LatinJustification } from '../../model/style.ts';
import { letterReserve } from './glue.ts';

/** A line of which glyphs, letters and words share the room. Lengths in em. */
export interface SharedLine {
  /** Joints between letters, and spaces between words. */
  readonly letters: number;
  readonly words: number;
  /** How wide its glyphs are by themselves. */
  readonly drawn: number;
  /** Room that its natural gaps leave, or lack. */
  readonly slack: number;
  /** It fills its measure; the last line of a paragraph keeps its natural word spaces. */
  readonly filled: boolean;
}

/** How a line is set so that it fills its measure. */
export interface SharedRoom {
  /** Em between letters, and between words, besides what stands there by itself. */
  readonly letter: number;
  readonly word: number;
  /** Share of their width that glyphs are drawn wider by. */
  readonly wider: number;
}

/** What may give besides word spaces. */
export type Giving = Pick<LatinJustification, 'letterShrink' | 'letterStretch' | 'widening'>;

/** Letters of lines one below the other stand apart alike to this, in em: an eighth of a point, which nobody sees. */
const unseen = 0.012;
/** Letters are tried at steps of this, in em, where neighbours have to agree; glyphs are drawn wider by thousandths. */
const step = 0.002;
const glyphStep = 0.001;
const reach = Math.round(unseen / step);
/** Word spaces give and take so far, in em besides their natural quarter, before a line looks squeezed or torn. */
const closest = -0.083;
const farthest = 0.15;
/** What an em weighs that letters stand off, and glyphs are off, beside an em of word spaces: both rather stay as they were drawn. */
const letterWeight = 3;
const glyphWeight = 1;
/** What an em of word spaces out of their limits weighs, and what a step too many between neighbouring lines: lines are filled before all. */
const outside = 1e6;
const darker = 1;

/** The least uneven way to fill all lines: each by itself where neighbours agree by themselves, all together where they do not. */
export function shareRoom(lines: readonly SharedLine[], giving: Giving): readonly SharedRoom[] {
  const mean = meanSpace(lines);
  const free = lines.map((line) => freely(line, giving, mean));
  const agree = free.every(({ letter }, i) => i === 0 || Math.abs(letter - free[i - 1]!.letter) <= unseen);
  return agree && free.every(({ word }) => isSound(word)) ? free : together(lines, giving, mean);
}

const isSound = (word: number): boolean => word >= closest && word <= farthest;

/** What a word space is wider than its natural quarter on average, if words alone took all room, in em. */
function meanSpace(lines: readonly SharedLine[]): number {
  let [sum, count] = [0, 0];
  for (const { filled, words, slack } of lines) {
    if (!filled || words === 0) continue;
    sum += slack;
    count += words;
  }
  return count === 0 ? 0 : Math.min(farthest, Math.max(closest, sum / count));
}

/** The least of all weighted squares: glyphs, letters and words give in one proportion, as far as they may. */
function freely(line: SharedLine, giving: Giving, mean: number): SharedRoom {
  const { letters, words, drawn, slack, filled } = line;
  if (!filled || words === 0) return { letter: 0, word: 0, wider: 0 };
  const left = slack - words * mean;
  const each = left / (letters / letterWeight + drawn / glyphWeight + words);
  const wider = Math.max(-giving.widening, Math.min(giving.widening, each / glyphWeight));
  const rest = wider === each / glyphWeight ? each : (left - drawn * wider) / (letters / letterWeight + words);
  const letter = letters === 0 ? 0 : Math.max(-giving.letterShrink, Math.min(letterReserve * giving.letterStretch, rest / letterWeight));
  return roomAt(line, letter, giving.widening, mean);
}

/** Letters of neighbouring lines as near to each other as words and glyphs allow. */
function together(lines: readonly SharedLine[], { letterShrink, letterStretch, widening }: Giving, mean: number): readonly SharedRoom[] {
  const lowest = -Math.round(letterShrink / step);
  const levels = Math.round((letterReserve * letterStretch) / step) - lowest + 1;
  const costs = lines.map((line) => costsOf(line, lowest, levels, widening, mean));
  const chosen = cheapestChain(costs, levels);
  return lines.map((line, i) => roomAt(line, line.letters === 0 ? 0 : (lowest + (chosen[i] ?? 0)) * step, widening, mean));
}

/** The words of a line get what letters and glyphs leave. */
function roomAt({ letters, words, drawn, slack, filled }: SharedLine, letter: number, widening: number, mean: number): SharedRoom {
  if (!filled || words === 0) return { letter, word: 0, wider: 0 };
  const left = slack - letters * letter;
  const wider = widerBy(left, words, drawn, widening, mean);
  return { letter, word: (left - drawn * wider) / words, wider };
}

/** Glyphs as wide as brings the word spaces near the mean, and into their limits where glyphs can. `left` is the room for both. */
function widerBy(left: number, words: number, drawn: number, widening: number, mean: number): number {
  const wanted = Math.round((left - words * mean) / (drawn + glyphWeight * words) / glyphStep);
  const least = Math.ceil((left - words * farthest) / drawn / glyphStep);
  const most = Math.floor((left - words * closest) / drawn / glyphStep);
  const limit = Math.round(widening / glyphStep);
  return Math.min(limit, Math.max(-limit, Math.min(most, Math.max(least, wanted)))) * glyphStep;
}

/** What a line costs at each level of its letters, of which `lowest` is the first. Ten thousands are tried, so nothing is made for one. */
function costsOf(
  { letters, words, drawn, slack, filled }: SharedLine,
  lowest: number,
  levels: number,
  widening: number,
  mean: number,
): Float64Array {
  const costs = new Float64Array(levels);
  for (let level = 0; level < levels; level++) {
    const letter = (lowest + level) * step;
    const stood = letterWeight * letters * letter ** 2;
    // The last line must not grow beyond its measure.
    if (!filled) costs[level] = stood + (letters * letter > Math.max(0, slack) ? outside : 0);
    else if (words === 0) costs[level] = stood;
    else {
      const left = slack - letters * letter;
      const wider = widerBy(left, words, drawn, widening, mean);
      const word = (left - drawn * wider) / words;
      costs[level] =
        stood + glyphWeight * drawn * wider ** 2 + words * (word - mean) ** 2 + outside * Math.max(0, closest - word, word - farthest);
    }
  }
  return costs;
}

/** Level of each line with the least cost in all, where neighbours that differ by more than `reach` cost more. */
function cheapestChain(costs: readonly Float64Array[], levels: number): readonly number[] {
  const from: Int32Array[] = [];
  let total = new Float64Array(levels);
  for (const [i, line] of costs.entries()) {
    const next = new Float64Array(levels);
    const back = new Int32Array(levels);
    let cheapest = Number.POSITIVE_INFINITY;
    for (let level = 0; level < levels; level++) cheapest = Math.min(cheapest, total[level]!);
    for (let level = 0; level < levels; level++) {
      let best = level;
      let least = total[level]!;
      const alike = Math.min(levels - 1, level + reach);
      // None costs less than the cheapest.
      for (let other = Math.max(0, level - reach); i > 0 && least > cheapest && other <= alike; other++) {
        const sum = total[other]!;
        if (sum >= least) continue;
        best = other;
        least = sum;
      }
      // Levels farther off cost a step more at least.
      for (let other = 0; i > 0 && cheapest + darker < least && other < levels; other++) {
        const sum = total[other]! + darker * Math.max(0, Math.abs(other - level) - reach);
        if (sum >= least) continue;
        best = other;
        least = sum;
      }
      back[level] = best;
      next[level] = least + line[level]!;
    }
    from.push(back);
    total = next;
  }
  let level = 0;
  for (let other = 1; other < levels; other++) if (total[other]! < total[level]!) level = other;
  const chosen = new Array<number>(costs.length).fill(0);
  for (let i = costs.length - 1; i >= 0; i--) {
    chosen[i] = level;
    level = from[i]![level]!;
  }
  return chosen;
}
