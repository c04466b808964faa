// Turn positioned glyph runs into glyph uses, a spacing and adjustments: what Tc and TJ need to put every glyph in its place.
import type { GlyphRun, Layout, PageItem } from '../../model/page.ts';
import type { FontFile } from '../../model/sources.ts';
import { GlyphSubset, type GlyphUse, widenStep } from '../../pdf/subset/glyph-subset.ts';
import { decimal } from '../../pdf/writing/pdf-writer.ts';

/** A run ready to be written. */
export interface TypesetRun {
  readonly uses: readonly GlyphUse[];
  /** Character spacing after every glyph, in points: what most glyphs of a justified line share (ISO 32000-1, 9.3.2). */
  readonly spacing: number;
  /** TJ number after each glyph, in thousandths of an em; positive moves left. 0 for none. */
  readonly adjustments: readonly number[];
}

export interface Typesetting {
  /** By font id, in order of first use. */
  readonly subsets: ReadonlyMap<string, GlyphSubset>;
  readonly runs: ReadonlyMap<GlyphRun, TypesetRun>;
}

/** Widest gap beyond the advance, in em, that no extractor takes for a space: poppler's layout mode and pdf.js insert one from 0.10. */
const safeGap = 0.1;
/** A gap wider than this, in em, is a separation that extractors may well show. */
const separation = 0.6;
/** Deepest overlap, in em, that a line makes: a closing and an opening bracket, both squeezed to their ink. */
const deepest = -0.9;
/** Runs whose baselines differ by less than this, in em of the larger, stand on one line: note marks are raised by a third. */
const sameLine = 0.6;
/** A glyph may stand so far from its place, in thousandths of an em, before an adjustment moves it back: a fiftieth of a point in text. */
const tolerance = 1.5;
/** A spacing is written for at least so many glyphs more than stand without any: fewer adjustments are shorter. */
const worthSpacing = 4;
/** Stands for later glyphs of a cluster: PDF/UA wants a mapping of every glyph, and the text belongs to the first. */
const noText = '\u200b';

/** Goes over all pages once, so that subsets are complete before anything is written. */
export function typesetRuns(layout: Layout, fonts: ReadonlyMap<string, FontFile>): Typesetting {
  const subsets = new Map<string, GlyphSubset>();
  const runs = new Map<GlyphRun, TypesetRun>();
  for (const { items } of layout.pages) {
    items.forEach((item, i) => {
      if (item.kind !== 'glyphs' || item.glyphs.length === 0) return;
      let subset = subsets.get(item.font);
      if (!subset) {
        const file = fonts.get(item.font);
        if (!file) throw new Error(`pages use font ${item.font}, which is not among the fonts`);
        subset = new GlyphSubset(file, item.font);
        subsets.set(item.font, subset);
      }
      runs.set(item, typesetRun(item, follower(item, items[i + 1]), subset));
    });
  }
  return { subsets, runs };
}

/** Where the text goes on after the run on the same line, from the run's own origin; undefined when it does not. */
function follower(run: GlyphRun, next: PageItem | undefined): number | undefined {
  if (next?.kind !== 'glyphs' || next.glyphs.length === 0) return undefined;
  if (ownerKey(run) !== ownerKey(next)) return undefined;
  if (Math.abs(next.y - run.y) > sameLine * Math.max(run.size, next.size)) return undefined;
  const distance = next.x + next.glyphs[0]!.dx - run.x;
  return distance > run.glyphs.at(-1)!.dx ? distance : undefined;
}

/** One text for each owner. */
export function ownerKey(item: GlyphRun): string {
  return 'element' in item.owner ? `#${item.owner.element}` : item.owner.artifact;
}

function typesetRun(run: GlyphRun, after: number | undefined, subset: GlyphSubset): TypesetRun {
  const perUnit = run.size / subset.face.unitsPerEm;
  const targets = run.glyphs.map((_, i) => (i === run.glyphs.length - 1 ? after : run.glyphs[i + 1]!.dx));
  const uses = run.glyphs.map((glyph, i) => {
    const advance = subset.face.advance(glyph.id);
    const target = targets[i];
    const gap = target === undefined ? 0 : (target - glyph.dx - advance * perUnit) / run.size;
    const widen = isSpace(glyph.text) ? 0 : widening(gap, advance / subset.face.unitsPerEm);
    return subset.use(glyph.id, widen, glyph.text === '' ? noText : glyph.text);
  });
  const gaps = run.glyphs.slice(0, -1).map((glyph, i) => targets[i]! - glyph.dx - uses[i]!.advance * perUnit);
  const spacing = commonSpacing(gaps, run.size);
  let pen = run.glyphs[0]!.dx;
  const adjustments = uses.map((use, i) => {
    if (i === uses.length - 1) return 0;
    pen += use.advance * perUnit + spacing;
    // Measured against where the pen really is, so that errors do not add up along the line.
    const off = ((pen - targets[i]!) * 1000) / run.size;
    const adjustment = Math.abs(off) > tolerance ? Math.round(off) : 0;
    pen -= (adjustment * run.size) / 1000;
    return adjustment;
  });
  return { uses, spacing, adjustments };
}

/** The gap that most glyphs have, to a thousandth of a point as it is written; 0 where it would save little. */
function commonSpacing(gaps: readonly number[], size: number): number {
  const counts = new Map<number, number>([[0, 0]]);
  for (const gap of gaps) {
    const rounded = Math.round((gap * 1000) / size);
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  let most = 0;
  for (const [rounded, count] of counts) if (count > counts.get(most)!) most = rounded;
  if (most === 0 || counts.get(most)! < counts.get(0)! + worthSpacing) return 0;
  const alike = gaps.filter((gap) => Math.abs((gap * 1000) / size - most) <= 0.5);
  return Number(decimal(alike.reduce((sum, gap) => sum + gap, 0) / alike.length));
}

/**
 * Steps of widening that leave a gap which no extractor sees: between `safeGap` and a step less. Overlaps become narrower
 * advances, because poppler begins a new line where text steps back by more than 0.2 em.
 */
function widening(gap: number, advance: number): number {
  if (gap > separation || gap < deepest) return 0;
  const steps = Math.ceil((gap - safeGap) / widenStep - 1e-9);
  return advance + steps * widenStep > 0 ? steps || 0 : 0;
}

function isSpace(text: string): boolean {
  return text !== '' && text.trim() === '';
}
