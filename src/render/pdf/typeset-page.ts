// Turn the glyph runs of a page into glyph uses, a spacing and adjustments: what Tc and TJ need to put every glyph in its place.
import type { GlyphRun, Page, PageItem, PlacedImage } from '../../model/page.ts';
import type { FontFile } from '../../model/sources.ts';
import { type GlyphUse, GlyphUses, widenStep } from '../../pdf/subset/glyph-uses.ts';
import { faceOf } from '../../pdf/subset/truetype-face.ts';
import { decimal } from '../../pdf/writing/pdf-writer.ts';

/** A run ready to be written. */
export interface TypesetRun {
  readonly uses: readonly GlyphUse[];
  /** Character spacing after every glyph, in points: what most glyphs of a justified line share (ISO 32000-1, 9.3.2). */
  readonly spacing: number;
  /** TJ number after each glyph, in thousandths of an em; positive moves left. 0 for none. */
  readonly adjustments: readonly number[];
}

export interface PageTypesetting {
  /** What the page uses of each font, by font id, in the order in which it uses them first. */
  readonly uses: ReadonlyMap<string, readonly GlyphUse[]>;
  readonly runs: ReadonlyMap<GlyphRun, TypesetRun>;
}

/** Bytes that it holds, by estimate. */
export function typesettingBytes({ uses, runs }: PageTypesetting): number {
  let bytes = 0;
  for (const each of uses.values()) bytes += 160 * each.length;
  for (const each of runs.values()) bytes += 160 + 16 * each.uses.length;
  return bytes;
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
/** Less than a step of widening, by far more than rounding takes or adds. */
const almostStep = 0.99 * widenStep;
/** Stands for later glyphs of a cluster: PDF/UA wants a mapping of every glyph, and the text belongs to the first. */
const noText = '\u200b';

/** Reads the page and its fonts' advances, nothing else. Runs without glyphs are left out. */
export function typesetPage({ items }: Page, fonts: ReadonlyMap<string, FontFile>): PageTypesetting {
  const uses = new Map<string, GlyphUses>();
  const runs = new Map<GlyphRun, TypesetRun>();
  const pictures = items.filter((item) => item.kind === 'picture');
  items.forEach((item, i) => {
    if (item.kind !== 'glyphs' || item.glyphs.length === 0) return;
    let own = uses.get(item.font);
    if (!own) {
      own = new GlyphUses(faceOf(fontFile(fonts, item.font)));
      uses.set(item.font, own);
    }
    const next = pictures.length === 0 ? items[i + 1] : items.slice(i + 1).find((each) => each.kind !== 'picture');
    const follow = follower(item, next);
    runs.set(item, typesetRun(item, follow, follow !== undefined && holdsPicture(item, follow, pictures), own));
  });
  return { uses: new Map([...uses].map(([font, { all }]) => [font, all])), runs };
}

/** The file of a font that a page uses. */
export function fontFile(fonts: ReadonlyMap<string, FontFile>, id: string): FontFile {
  const file = fonts.get(id);
  if (!file) throw new Error(`pages use font ${id}, which is not among the fonts`);
  return file;
}

/** Where the text goes on after the run on the same line, from the run's own origin; undefined when it does not. */
function follower(run: GlyphRun, next: PageItem | undefined): number | undefined {
  if (next?.kind !== 'glyphs' || next.glyphs.length === 0) return undefined;
  if (ownerKey(run) !== ownerKey(next)) return undefined;
  if (Math.abs(next.y - run.y) > sameLine * Math.max(run.size, next.size)) return undefined;
  const distance = next.x + next.offsets[0]! - run.x;
  return distance > run.offsets.at(-1)! ? distance : undefined;
}

/** A picture stands between the end of a run and the text that goes on `follow` points from its origin: readers would take it for white. */
function holdsPicture({ x, y, width, size }: GlyphRun, follow: number, pictures: readonly PlacedImage[]): boolean {
  const near = sameLine * size;
  return pictures.some(
    (each) => each.y < y && each.y + each.height > y - near && each.x > x + width - near && each.x + each.width < x + follow + near,
  );
}

/** One text for each owner. */
export function ownerKey(item: GlyphRun): string {
  return 'element' in item.owner ? `#${item.owner.element}` : item.owner.artifact;
}

/** `through`: the text goes on behind a picture, and no reader shall see the gap. */
function typesetRun(
  { glyphs, offsets, size, stretch }: GlyphRun,
  follow: number | undefined,
  through: boolean,
  own: GlyphUses,
): TypesetRun {
  const { face } = own;
  // Tz widens advances, spacing and adjustments alike (9.4.4): what is written is what would stand so without it.
  const wide = stretch ?? 1;
  const perUnit = size / face.unitsPerEm;
  const last = glyphs.length - 1;
  const uses = new Array<GlyphUse>(last + 1);
  // After each glyph but the last, in points.
  const rooms = new Float64Array(last);
  let solid = 0;
  let place = offsets[0]! / wide;
  for (let i = 0; i <= last; i++) {
    const glyph = glyphs[i]!;
    const following = i === last ? follow : offsets[i + 1]!;
    const target = following === undefined ? undefined : following / wide;
    const advance = face.advance(glyph.id);
    const room = target === undefined ? 0 : target - place - advance * perUnit;
    const gap = room / size;
    const steps = widening(gap, advance / face.unitsPerEm, i < last || through);
    const widen = steps !== 0 && isSpace(glyph.text) ? 0 : steps;
    const use = own.use(glyph.id, widen, glyph.text === '' ? noText : glyph.text);
    uses[i] = use;
    if (i === last) break;
    // What it adds to its advance is no room any more.
    const left = use.advance === advance ? room : target! - place - use.advance * perUnit;
    rooms[i] = left;
    if (Math.round((left * 1000) / size) === 0) solid++;
    place = target!;
  }
  const spacing = last - solid < solid + worthSpacing ? 0 : commonSpacing(rooms, size, solid);
  let pen = offsets[0]! / wide;
  const adjustments = new Array<number>(last + 1);
  adjustments[last] = 0;
  for (let i = 0; i < last; i++) {
    pen += uses[i]!.advance * perUnit + spacing;
    // Measured against where the pen really is, so that errors do not add up along the line.
    const off = ((pen - offsets[i + 1]! / wide) * 1000) / size;
    const adjustment = Math.abs(off) > tolerance ? Math.round(off) : 0;
    pen -= (adjustment * size) / 1000;
    adjustments[i] = adjustment;
  }
  return { uses, spacing, adjustments };
}

/**
 * The gap that most glyphs have, to a thousandth of a point as it is written; 0 where it would save little. `gaps` are in points;
 * `solid` of them are none.
 */
function commonSpacing(gaps: Float64Array, size: number, solid: number): number {
  const counts = new Map<number, number>([[0, solid]]);
  for (let i = 0; i < gaps.length; i++) {
    const each = Math.round((gaps[i]! * 1000) / size);
    if (each !== 0) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  let most = 0;
  for (const [each, count] of counts) if (count > counts.get(most)!) most = each;
  if (most === 0 || counts.get(most)! < solid + worthSpacing) return 0;
  let sum = 0;
  let alike = 0;
  for (let i = 0; i < gaps.length; i++) {
    const gap = gaps[i]!;
    if (Math.abs((gap * 1000) / size - most) > 0.5) continue;
    sum += gap;
    alike++;
  }
  return Number(decimal(sum / alike));
}

/**
 * Steps of widening that leave a gap which no extractor sees: between `safeGap` and a step less. Overlaps become narrower
 * advances, because poppler begins a new line where text steps back by more than 0.2 em.
 */
function widening(gap: number, advance: number, inside: boolean): number {
  // Nearly every glyph: no step would bring the gap nearer.
  if (gap <= safeGap && gap > safeGap - almostStep) return 0;
  if ((gap > separation && !inside) || gap < deepest) return 0;
  const steps = Math.ceil((gap - safeGap) / widenStep - 1e-9);
  return advance + steps * widenStep > 0 ? steps || 0 : 0;
}

function isSpace(text: string): boolean {
  return text !== '' && text.trim() === '';
}
