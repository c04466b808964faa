// Turn clusters, gaps and break opportunities into the lines that look best over the whole paragraph (Knuth and Plass, 1981).
import { breaksKinsoku, fastened, forbidden, partsName } from './break-opportunities.ts';
import {
  fitnessClasses,
  isLongEnough,
  type LineBreaking,
  type LineCost,
  lineCost,
  normalFitness,
  runt,
  type Tolerance,
} from './line-cost.ts';
import { openPair } from './ties.ts';

/** A line's clusters: from `start` to before `end`; spaces from `visibleEnd` on have no width. */
export interface LineRange {
  /** Index of the first cluster. */
  readonly start: number;
  /** One past the last cluster. */
  readonly end: number;
  /** One past the last cluster that is not a space. */
  readonly visibleEnd: number;
  /** The words had to be broken where no break is allowed. */
  readonly broken: boolean;
  /** Last line before a forced break or the paragraph's end. */
  readonly last: boolean;
  /** Its last word goes on in the next line, after a hyphen. */
  readonly hyphenated: boolean;
  /** It ends inside words that belong together, as far as pages are concerned. */
  readonly parting: boolean;
  /** How far its last character stands over the right margin, in em. */
  readonly hang: number;
}

/** TeX's: every line costs something, so that fewer lines win over equal ones. */
const linePenalty = 10;
/** Squared: outweighs all that lines of a pass can cost but broken words, where the fewest lines are wanted. */
const wantedLine = 10_000 ** 2;
/** Squared: neighbours of which one is tight and one is loose. TeX's adjdemerits, 10,000. */
const fitnessJump = 100 ** 2;
/** A joint that is opened by force: inside a word, against kinsoku, between a word and its mark. */
const brokenWord = 1e6;
const brokenKinsoku = 1e7;
const brokenMark = 3e7;

/** A word parted at a hyphen: more than TeX's 50, which parts words too readily for a wide measure. */
const hyphenPenalty = 135;
/** Squared: the line before ends with a hyphen too; the line that follows is the last (TeX's finalhyphendemerits). */
const consecutiveHyphens = 3000;
const lastHyphen = 5000;
/** Lines in a row that may end with a hyphen. */
const mostHyphens = 2;

/** One try at a paragraph. */
interface Pass {
  readonly tolerance: Tolerance;
  /** Words may be parted. */
  readonly hyphens: boolean;
  /** Dates, names of companies and figures with what hedges them may not, and no word may stand alone on the last line. */
  readonly whole?: true;
}

/** The first that finds a way wins. */
const passes: readonly Pass[] = (['good', 'emergency', 'underfull', 'broken'] as const).map((tolerance) => ({ tolerance, hyphens: false }));
/** Lines of words would rather be a little loose than end inside a date; where that is not enough, they end there. */
const wholePasses: readonly Pass[] = (['good', 'loose'] as const).map((tolerance) => ({ tolerance, hyphens: false, whole: true }));
const passesWithoutHyphens: readonly Pass[] = [...wholePasses, ...passes];
/** Words are parted only in paragraphs that no pass without hyphens makes even. */
const hyphenatingPasses: readonly Pass[] = [
  { tolerance: 'even', hyphens: false, whole: true },
  // A parted word is better than a loose line.
  { tolerance: 'good', hyphens: true, whole: true },
  { tolerance: 'even', hyphens: false },
  ...passes.map(({ tolerance }) => ({ tolerance, hyphens: true })),
];

interface Node {
  /** Cluster that the next line starts with. */
  readonly at: number;
  /** Of the best way from the start to here. */
  readonly demerits: number;
  /** Class of the line that ends here. */
  readonly fitness: number;
  /** Start of the line that ends here; undefined at the paragraph's start. */
  readonly from: Node | undefined;
  /** The line that ends here had to be broken by force. */
  readonly broken: boolean;
  /** Lines in a row, up to the one that ends here, that end with a hyphen, set or typed. */
  readonly hyphens: number;
  /** The line that ends here parts a word. */
  readonly parted: boolean;
  readonly hang: number;
}

/** The lines of one stretch without forced breaks. Every cluster is on exactly one of them. */
export function breakLines(input: LineBreaking): readonly LineRange[] {
  for (const ranges of waysToBreak(input, [1])) return ranges;
  return [];
}

/**
 * Ways to break a stretch, of which each line's end is reached in so many ways of a kind at most: those of the first pass that has any,
 * best first, then those of later passes that leave as much whole. Of each pass the best few come before the search for more.
 */
export function* waysToBreak(input: LineBreaking, most: readonly number[]): Iterable<readonly LineRange[]> {
  if (input.clusters.length === 0) return;
  const hasSpaces = input.align === 'justify' && input.tradition === 'latin';
  let chosen: Pass | undefined;
  for (const pass of !hasSpaces ? passes : input.hyphens ? hyphenatingPasses : passesWithoutHyphens) {
    if (chosen && !pass.whole) return;
    for (const few of most) {
      const found = search(input, pass, few);
      if (found.length === 0) break;
      chosen ??= pass;
      // No more than `few`: those are the best whatever their kinds.
      for (const last of few === most.at(-1) ? found : found.slice(0, few)) yield trace(last, input);
    }
  }
  if (!chosen) throw new Error('a paragraph found no lines even with words broken');
}

/** The best ways through the whole stretch that a pass allows, best first; none if it allows none. */
function search(input: LineBreaking, { tolerance, hyphens, whole }: Pass, most: number): readonly Node[] {
  const { clusters, penalties } = input;
  const perLine = input.fewest ? wantedLine : 0;
  const count = clusters.length;
  const active: Node[] = [
    { at: 0, demerits: 0, fitness: normalFitness, from: undefined, broken: false, hyphens: 0, parted: false, hang: 0 },
  ];
  // Lines only grow as `end` moves on: starts before `oldest` stay too far back, starts after `newest` are still too near.
  let oldest = 0;
  let newest = -1;
  // By class of the line that ends, and by how many lines in a row end with a hyphen: those with the least demerits, in order, and how many.
  const best = Array.from({ length: fitnessClasses * (mostHyphens + 1) }, (): Node[] => []);
  const counts = new Uint8Array(best.length);
  for (let end = 1; end <= count; end++) {
    const legal = penalties[end] ?? forbidden;
    // Inside words, which is nearly everywhere.
    if (legal === forbidden && !hyphens && tolerance !== 'broken') continue;
    if (whole && legal >= openPair && legal !== forbidden) continue;
    const hyphen = hyphens && legal === forbidden ? (input.hyphens?.[end] ?? 0) : 0;
    const broken = legal === forbidden && hyphen === 0;
    if (broken && tolerance !== 'broken') continue;
    const penalty = hyphen > 0 ? hyphenPenalty : broken ? forcedPenalty(input, end) : legal;
    const dashed = hyphen > 0 || (hyphens && clusters[end - 1]?.text === '-');
    while (newest + 1 < active.length && isLongEnough(input, active[newest + 1]?.at ?? 0, end, tolerance, hyphen)) newest++;
    counts.fill(0);
    let any = false;
    let from = -1;
    let cost: LineCost | undefined;
    for (let i = end === count ? active.length - 1 : newest; i >= oldest; i--) {
      const node = active[i];
      // Several ways may lead to one start: the line from there is the same.
      if (node && node.at !== from) {
        from = node.at;
        cost = lineCost(input, from, end, tolerance, hyphen);
      }
      if (!node || !cost) {
        oldest = i + 1;
        break;
      }
      if (whole && end === count && cost.badness >= runt) continue;
      if (dashed && node.hyphens >= mostHyphens && tolerance !== 'broken') continue;
      const demerits =
        node.demerits + perLine + (linePenalty + cost.badness + Math.max(penalty, 0)) ** 2 - (penalty < 0 ? penalty ** 2 : 0);
      const repeated = node.hyphens === 0 ? 0 : dashed ? consecutiveHyphens : end === count ? lastHyphen : 0;
      const total = demerits + repeated + (Math.abs(cost.fitness - node.fitness) > 1 ? fitnessJump : 0);
      const row = dashed ? Math.min(node.hyphens + 1, mostHyphens) : 0;
      const kind = cost.fitness * (mostHyphens + 1) + row;
      const ways = best[kind]!;
      const reached = counts[kind]!;
      if (reached === most && total >= ways[most - 1]!.demerits) continue;
      let place = Math.min(reached, most - 1);
      for (; place > 0 && ways[place - 1]!.demerits > total; place--) ways[place] = ways[place - 1]!;
      counts[kind] = Math.min(reached + 1, most);
      any = true;
      ways[place] = {
        at: end,
        demerits: total,
        fitness: cost.fitness,
        from: node,
        broken,
        hyphens: row,
        parted: hyphen > 0,
        hang: cost.hang,
      };
    }
    if (end === count) return best.flatMap((ways, kind) => ways.slice(0, counts[kind])).sort((a, b) => a.demerits - b.demerits);
    for (let kind = 0; any && kind < best.length; kind++) {
      for (let i = 0; i < counts[kind]!; i++) active.push(best[kind]![i]!);
    }
  }
  return [];
}

/** What opening a forbidden joint costs when nothing else is left. */
function forcedPenalty(input: LineBreaking, at: number): number {
  const [before, after] = [input.clusters[at - 1], input.clusters[at]];
  if (!before || !after) return 0;
  if (fastened(input, at)) return brokenMark;
  return breaksKinsoku(before, after) ? brokenKinsoku : brokenWord;
}

function trace(node: Node, { sums, penalties, leaning }: LineBreaking): readonly LineRange[] {
  const lines: LineRange[] = [];
  for (let to: Node | undefined = node; to?.from; to = to.from) {
    const start = to.from.at;
    const visibleEnd = Math.max(start, sums.visible[to.at] ?? to.at);
    const parting = to !== node && ((penalties[to.at] ?? 0) >= partsName || leaning.has(to.at));
    const { broken, hang, parted: hyphenated } = to;
    lines.push({ start, end: to.at, visibleEnd, broken, last: to === node, hyphenated, parting, hang });
  }
  return lines.reverse();
}
