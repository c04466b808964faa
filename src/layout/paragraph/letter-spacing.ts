// Turn the lines of a paragraph into how far apart the letters of each stand, so that no line looks darker or lighter than its neighbours.
import type { LetterLimits } from './glue.ts';
import { type Gap, letterReserve } from './glue.ts';

/** A line that is to be filled. Lengths in em. */
export interface UnevenLine {
  /** The gaps between its clusters. */
  readonly gaps: readonly Gap[];
  /** Room that its natural gaps leave, or lack. */
  readonly slack: number;
  /** It fills its measure; the last line of a paragraph keeps its natural word spaces. */
  readonly filled: boolean;
}

/** How far the letters of a line may stand apart besides their kerning so that its words still look right, and how far they would. */
interface Room {
  readonly least: number;
  readonly most: number;
  /** Their share where lines are set one by one. */
  readonly wanted: number;
}

/** Lines one below the other may differ by this, in em: a tenth of a point, which nobody sees. More evenness would be paid for by word spaces. */
const unseen = 0.0115;
/** Rounds of giving way to the lines above and below; after these no line of a page of text moves by what is seen. */
const rounds = 12;

/** Em that letters of each line get besides their kerning. */
export function letterSpacing(lines: readonly UnevenLine[], limits: LetterLimits): readonly number[] {
  const rooms = lines.map((line) => roomOf(line, limits));
  let spacing = rooms.map(({ wanted }) => wanted);
  for (let round = 0; round < rounds; round++) {
    const before = spacing;
    spacing = rooms.map(({ least, most }, i) => {
      const own = before[i] ?? 0;
      const pull = beyond(own, before[i - 1] ?? own) + beyond(own, before[i + 1] ?? own);
      return Math.min(most, Math.max(least, own + pull / 2));
    });
  }
  return spacing;
}

/** What a line has to give for another to look alike. */
function beyond(own: number, other: number): number {
  const apart = other - own;
  return Math.sign(apart) * Math.max(0, Math.abs(apart) - unseen);
}

function roomOf({ gaps, slack, filled }: UnevenLine, { letterShrink, letterStretch }: LetterLimits): Room {
  let letters = 0;
  const words = { shrink: 0, max: 0, hard: 0 };
  for (const gap of gaps) {
    if (gap.kind === 'letter') letters++;
    else if (gap.kind === 'word') {
      words.shrink += gap.natural - gap.min;
      words.max += gap.max - gap.natural;
      words.hard += gap.hard - gap.natural;
    }
  }
  if (letters === 0) return { least: 0, most: 0, wanted: 0 };
  const widest = letterReserve * letterStretch;
  const within = (em: number): number => Math.min(widest, Math.max(-letterShrink, em));
  if (!filled) return { least: -letterShrink, most: within(Math.max(0, slack) / letters), wanted: 0 };
  const limit = slack < 0 ? words.shrink + letters * letterShrink : words.max + letters * letterStretch;
  const share = limit === 0 ? 0 : slack / limit;
  const [least, most] = [within((slack - words.hard) / letters), within((slack + words.shrink) / letters)];
  const wanted = share < 0 ? share * letterShrink : Math.min(1, share) * letterStretch;
  return { least, most, wanted: Math.min(most, Math.max(least, wanted)) };
}
