// Turn the room between a label and what it leads to into what leads the eye: a row of dots or a thin rule, drawn, and nothing that is read.
import { language } from '../../language/languages.ts';
import type { Lang } from '../../model/language.ts';
import type { Rule } from '../../model/page.ts';
import type { Color, Leader } from '../../model/style.ts';

/** All in em: from the middle of one dot to that of the next, how large a dot is, and the room on both sides of a leader. */
const step = 0.5;
const dot = 0.1;
const beside = 0.5;
/** Thickness of a rule in points. */
const thickness = 0.3;
/** How high its middle stands above the baseline, in em: on the line in the latin tradition, in the middle of the characters in the cjk one. */
const heights = { latin: dot / 2, cjk: 0.38 } as const;
/** Fewer dots than these lead nowhere. */
const leastDots = 3;

/** What a leader is drawn of: the room that it has in points, the size of the text beside it, the baseline that both stand on. */
export interface LeaderRoom {
  readonly from: number;
  readonly to: number;
  readonly baseline: number;
  readonly size: number;
  readonly lang: Lang;
  readonly color?: Color | undefined;
}

/** Dots stand at whole steps from the left edge of the measure, so that those of neighbouring lines stand below each other. */
export function leaderMarks(leader: Leader | undefined, { from, to, baseline, size, lang, color }: LeaderRoom): readonly Rule[] {
  if (leader === undefined) return [];
  const middle = baseline - heights[language(lang).tradition] * size;
  const ink = color && { color: color.value };
  const [start, end] = [from + beside * size, to - beside * size];
  if (leader === 'rule') {
    if (end - start < leastDots * step * size) return [];
    return [{ kind: 'rule', x: start, y: middle - thickness / 2, width: end - start, height: thickness, role: 'leader', ...ink }];
  }
  const pitch = step * size;
  const diameter = dot * size;
  const first = Math.ceil(start / pitch);
  const last = Math.floor((end - diameter) / pitch);
  if (last - first + 1 < leastDots) return [];
  const width = (last - first) * pitch + diameter;
  return [{ kind: 'rule', x: first * pitch, y: middle - diameter / 2, width, height: diameter, role: 'leader', dots: pitch, ...ink }];
}
