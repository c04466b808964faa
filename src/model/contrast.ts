// Turn two colours into the contrast between them, and a mark of a page into the ground that it stands on.
import type { Page, Rule } from './page.ts';

/** Least contrast of text with its ground, whatever its size (WCAG 2.2, 1.4.3): releases have no text that is large by its measure. */
export const leastContrast = 4.5;

const paper = '#ffffff';
const black = '#000000';

/** From 1 to 21 (WCAG 2.2, relative luminance of sRGB). Colours are written `#0b3d91`. */
export function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Words on a ground that they cannot be read on. */
export interface Faint {
  readonly run: Extract<Page['items'][number], { kind: 'glyphs' }>;
  readonly color: string;
  readonly ground: string;
  readonly contrast: number;
}

/** Height of small letters, in em: the middle of a run stands half as high above its baseline. */
const smallLetters = 0.5;

/** Runs of a page too faint for their ground: the tint painted last under their start, middle or end, or the paper. */
export function faintRuns({ items }: Page): readonly Faint[] {
  const tints = items.filter((item): item is Rule => item.kind === 'rule' && item.role === 'tint');
  const under = (x: number, y: number): string =>
    tints.findLast((rule) => x >= rule.x && x <= rule.x + rule.width && y >= rule.y && y <= rule.y + rule.height)?.color ?? paper;
  return items.flatMap((run): readonly Faint[] => {
    if (run.kind !== 'glyphs' || (run.color === undefined && tints.length === 0)) return [];
    const color = run.color ?? black;
    const y = run.y - (smallLetters / 2) * run.size;
    const faint = [0, 0.5, 1]
      .map((share) => under(run.x + share * run.width, y))
      .map((ground) => ({ run, color, ground, contrast: contrast(color, ground) }))
      .sort((a, b) => a.contrast - b.contrast)[0];
    return faint && faint.contrast < leastContrast ? [faint] : [];
  });
}
