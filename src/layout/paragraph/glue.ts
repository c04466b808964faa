// Turn neighbouring clusters into the space between them: how wide it is, how far it may give way or grow, and what it is on a line.
import type { Tradition } from '../../language/typesetting.ts';
import type { LatinJustification } from '../../model/style.ts';
import type { Cluster, ClusteredText } from './cluster.ts';

/** What a space is for; this settles its limits and when it is asked to give. */
export type GapKind = 'fixed' | 'letter' | 'word' | 'middle' | 'bracket' | 'latin' | 'ideograph';

/** The space after a cluster, in em of the text. */
export interface Gap {
  readonly kind: GapKind;
  /** Width where nothing asks for another. */
  readonly natural: number;
  /** Narrowest. */
  readonly min: number;
  /** Widest that looks right. */
  readonly max: number;
  /** Widest that is still accepted without being called an emergency. */
  readonly hard: number;
  /** Widest of all: lines that cannot be filled otherwise. */
  readonly emergency: number;
}

type Limits = Omit<Gap, 'kind'>;

/** Kinds whose limits are the same wherever they stand; a letter's start from its kerning. */
type CommonKind = Exclude<GapKind, 'fixed' | 'letter'>;

const limits: Readonly<Record<Tradition, Readonly<Record<CommonKind, Limits>>>> = {
  cjk: {
    // JLREQ 3.8: Western word space between a quarter and a half em; more than a third only where ideographs stand apart too.
    word: { natural: 0.25, min: 0.25, max: 0.333, hard: 0.5, emergency: 0.5 },
    // A dot without any space of its own sticks to its neighbours; half of it is the least that parts words.
    middle: { natural: 0.25, min: 0.125, max: 0.25, hard: 0.25, emergency: 0.25 },
    // The blank half of a bracket or a comma gives up a quarter at most: the floor that JLREQ calls the method of books.
    bracket: { natural: 0.5, min: 0.25, max: 0.5, hard: 0.5, emergency: 0.5 },
    // JLREQ 3.8.4: a quarter to half an em; more than a third only where ideographs stand apart too.
    latin: { natural: 0.25, min: 0.125, max: 0.333, hard: 0.5, emergency: 0.5 },
    // A line looks even up to a twenty-fifth; beyond a tenth of an em readers and text extraction see a gap.
    // A fiftieth closer is not seen (a fifth of a point), and lets a line take the character that would leave holes in it.
    ideograph: { natural: 0, min: -0.02, max: 0.04, hard: 0.1, emergency: 0.25 },
  },
  latin: {
    // Knuth and Plass's quarter em, half as much more and a third less. Without hyphenation a long figure that may not be
    // parted from its unit can leave a hole; an emergency line spreads it rather than leave the edge ragged.
    word: { natural: 0.25, min: 0.167, max: 0.375, hard: 0.4, emergency: 1 },
    middle: { natural: 0.25, min: 0, max: 0.25, hard: 0.25, emergency: 0.25 },
    bracket: { natural: 0.5, min: 0.25, max: 0.5, hard: 0.5, emergency: 0.5 },
    latin: { natural: 0.25, min: 0.125, max: 0.333, hard: 0.333, emergency: 0.333 },
    ideograph: { natural: 0, min: 0, max: 0.08, hard: 0.1, emergency: 0.25 },
  },
};

/** The gaps after each cluster; the last one's is nothing. Letters give in the latin tradition only, where the style lets them. */
export function gapsBetween({ clusters, sources }: ClusteredText, tradition: Tradition, letters: LetterLimits): readonly Gap[] {
  const flexible = flexibleGaps[tradition];
  const between = tradition === 'latin' ? letterGaps(letters) : fixed;
  const gaps = new Array<Gap>(clusters.length).fill(solid);
  for (let i = 0; i + 1 < clusters.length; i++) {
    const cluster = clusters[i]!;
    const next = clusters[i + 1]!;
    const source = sources[i]!;
    const after = sources[i + 1]!;
    if (after !== source && after.gapBefore) {
      gaps[i] = fixed(after.gapBefore);
      continue;
    }
    // An explicit space replaces the space that would be set automatically; note marks are set solid.
    const raised = source.sup === true || after.sup === true;
    const kind = raised && !isSpace(cluster) ? 0 : gapKind(cluster, next);
    if (typeof kind !== 'number') gaps[i] = flexible.get(kind)!;
    else if (kind > 0) gaps[i] = fixed(kind);
    // A kern beside a space would be taken from the space, and extraction would lose a narrow one.
    else if (cluster.class !== 'space' && next.class !== 'space' && cluster.face === next.face && cluster.scale === next.scale) {
      const kern = (cluster.face.kern(cluster.glyph.id, next.glyph.id) * cluster.scale) / cluster.face.upem;
      if (!source.sup) gaps[i] = between(kern);
      else if (kern !== 0) gaps[i] = fixed(kern);
    }
  }
  return gaps;
}

/** How far letters may give, in em. */
export type LetterLimits = Pick<LatinJustification, 'letterShrink' | 'letterStretch'>;

/** A line that would otherwise be loose may ask letters for half as much again. */
export const letterReserve = 1.5;

/** Gaps between letters by their kerning: few differ, and each is made once. */
function letterGaps({ letterShrink, letterStretch }: LetterLimits): (kern: number) => Gap {
  if (letterShrink === 0 && letterStretch === 0) return (kern) => (kern === 0 ? solid : fixed(kern));
  const known = new Map<number, Gap>();
  return (kern) => {
    let gap = known.get(kern);
    if (!gap) {
      const hard = kern + letterReserve * letterStretch;
      gap = { kind: 'letter', natural: kern, min: kern - letterShrink, max: kern + letterStretch, hard, emergency: hard };
      known.set(kern, gap);
    }
    return gap;
  };
}

function fixed(natural: number): Gap {
  if (natural === 0) return solid;
  return fixedAt(natural);
}

/** A gap that neither gives nor grows. */
export function fixedAt(natural: number): Gap {
  return { kind: 'fixed', natural, min: natural, max: natural, hard: natural, emergency: natural };
}

/** No space, and none to be had. */
export const solid = fixedAt(0);

const gapsOf = (tradition: Tradition): ReadonlyMap<GapKind, Gap> =>
  new Map(Object.entries(limits[tradition]).map(([kind, em]) => [kind as CommonKind, { kind: kind as CommonKind, ...em }]));

const flexibleGaps: Readonly<Record<Tradition, ReadonlyMap<GapKind, Gap>>> = { cjk: gapsOf('cjk'), latin: gapsOf('latin') };

const isSpace = ({ class: name }: Cluster): boolean => name === 'space' || name === 'wide-space';

/** A kind with limits, or a fixed width in em. After JLREQ 3.1.2 and its appendix B, reduced to these classes. */
function gapKind(a: Cluster, b: Cluster): GapKind | number {
  if (a.class === 'letter' && b.class === 'letter') return 0;
  if (a.class === 'space') return 'word';
  if (a.class === 'wide-space') return 1;
  if (isSpace(b)) return 0;
  switch (b.class) {
    case 'close':
    case 'comma':
    case 'stop':
      // `・` keeps its quarter before everything but closing punctuation.
      return 0;
    case 'middle':
      if (a.class === 'open') return 0;
      if (a.class === 'comma') return 0.75;
      return a.class === 'stop' ? 0.75 : 'middle';
    default:
  }
  switch (a.class) {
    case 'open':
      return 0;
    case 'close':
    case 'comma':
      return 'bracket';
    case 'stop':
      // The space after a full stop inside a line is never reduced.
      return 0.5;
    case 'middle':
      return 'middle';
    default:
  }
  if (b.class === 'open') return 'bracket';
  if ((a.class === 'ideograph' && b.class === 'letter') || (a.class === 'letter' && b.class === 'ideograph')) return 'latin';
  if (a.class === 'ideograph' && b.class === 'ideograph') return 'ideograph';
  return 0;
}

/** One round of giving: which gaps, all in one proportion, and how far they go. */
interface Round {
  readonly kinds: readonly GapKind[];
  readonly limit: 'min' | 'max' | 'hard' | 'emergency';
}

/** JLREQ 3.8.3: word spaces first, then middle dots, then brackets and commas, then the space between scripts; what it does not ask, ideographs, last and least. */
const shrinking: readonly Round[] = [
  { kinds: ['word', 'letter'], limit: 'min' },
  { kinds: ['middle'], limit: 'min' },
  { kinds: ['bracket'], limit: 'min' },
  { kinds: ['latin'], limit: 'min' },
  { kinds: ['ideograph'], limit: 'min' },
];

/**
 * JLREQ 3.8.4: word spaces first. It asks the space between scripts next and ideographs last, which leaves a line of few Latin words with
 * holes half an em wide beside solid text; both grow in one proportion here, so that neither is seen. Words that no line parts grow with
 * their neighbours, as its table of places has it: a word set solid in a line that is not would look bolder.
 */
const stretching: readonly Round[] = [
  { kinds: ['word', 'letter'], limit: 'max' },
  { kinds: ['latin', 'ideograph'], limit: 'max' },
  { kinds: ['word', 'letter'], limit: 'hard' },
  { kinds: ['latin', 'ideograph'], limit: 'hard' },
  { kinds: ['word', 'letter'], limit: 'emergency' },
  { kinds: ['ideograph'], limit: 'emergency' },
];

/** Widths of the gaps so that they are `slack` em wider (narrower, if negative) in all; natural ones when that cannot be reached. */
export function justify(gaps: readonly Gap[], slack: number): readonly number[] {
  const natural = gaps.map((gap) => gap.natural);
  const widths = natural.slice();
  let left = slack;
  for (const { kinds, limit } of slack < 0 ? shrinking : stretching) {
    if (left === 0) break;
    let capacity = 0;
    for (let i = 0; i < gaps.length; i++) {
      const gap = gaps[i];
      if (gap && kinds.includes(gap.kind)) capacity += gap[limit] - (widths[i] ?? 0);
    }
    if (capacity === 0) continue;
    const share = Math.min(1, left / capacity);
    for (let i = 0; i < gaps.length; i++) {
      const gap = gaps[i];
      if (gap && kinds.includes(gap.kind)) widths[i] = (widths[i] ?? 0) + share * (gap[limit] - (widths[i] ?? 0));
    }
    left -= share * capacity;
  }
  // A thousandth of an em is less than any device shows; more than that is a line that cannot be filled, and is left ragged.
  return Math.abs(left) < 0.001 ? widths : natural;
}
