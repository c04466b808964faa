// Turn a font file into the metrics that layout composes with: every code point, every advance, Latin kerning and f-ligatures, as compact JSON.
import { letterLigatures } from './letter-ligatures.ts';
import { FaceError, openSfnt, type Sfnt } from './open-sfnt.ts';
import { packAdvances, packCmap, packKern } from './pack-metrics.ts';
import { pairKerning } from './pair-kerning.ts';
import { type FaceFacts, readFace } from './read-face.ts';

/** What a manifest says of a face. */
export interface NamedFace {
  readonly id: string;
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
}

/** A face that may be set and embedded. */
export interface OpenedFace extends Sfnt {
  readonly facts: FaceFacts;
}

/** Code points between which kerning is kept: Latin letters, digits, general punctuation, currency and letter-like signs. */
const kernedRanges: readonly (readonly [number, number])[] = [
  [0x20, 0x24f],
  [0x1e00, 0x1eff],
  [0x2000, 0x206f],
  [0x20a0, 0x20bf],
  [0x2100, 0x214f],
  [0x2212, 0x2212],
];

/** Opens a face of a font file of any kind; `face` chooses one of a collection. Throws a `FaceError`, whatever the bytes. */
export function openFace(bytes: Uint8Array, face?: number): OpenedFace {
  return refusing(() => {
    const sfnt = openSfnt(bytes, face);
    return { ...sfnt, facts: readFace(sfnt.tables) };
  });
}

/** The metrics file of a face, as text. The same face and names always give the same text. Throws a `FaceError`. */
export function compileFace({ tables, facts }: OpenedFace, { id, family, weight, italic }: NamedFace): string {
  return refusing(() => {
    const { glyphs, advances } = facts;
    const glyphOf = (codePoint: number): number => glyphs.get(codePoint) ?? 0;
    const codePoints = [...glyphs.keys()];
    const ligatures = letterLigatures(tables, glyphs);
    const kerned = new Set<number>(ligatures.map((sequence) => sequence.at(-1) ?? 0));
    for (const codePoint of codePoints) {
      if (kernedRanges.some(([from, to]) => codePoint >= from && codePoint <= to)) kerned.add(glyphOf(codePoint));
    }
    kerned.delete(0);
    const digitGlyphs = [...'0123456789'].map((digit) => glyphOf(digit.charCodeAt(0)));
    const metrics = {
      id,
      postScriptName: facts.postScriptName,
      family,
      weight,
      italic,
      upem: facts.upem,
      ascent: facts.ascent,
      descent: facts.descent,
      capHeight: facts.capHeight,
      xHeight: facts.xHeight,
      italicAngle: facts.italicAngle,
      bbox: facts.bbox,
      glyphCount: facts.glyphCount,
      tabularDigits: new Set(digitGlyphs.map((glyph) => advances[glyph] ?? 0)).size === 1,
      cmap: packCmap(codePoints, glyphOf),
      advances: packAdvances(advances),
      kern: packKern(
        [...kerned].sort((a, b) => a - b),
        new Set(digitGlyphs),
        pairKerning(tables),
      ),
      ligatures,
    };
    return `${JSON.stringify(metrics, undefined, 1).replace(/\[[\d\s,-]*\]/g, (list) => list.replace(/\s+/g, ''))}\n`;
  });
}

/** Tables that lie or are cut off lead beyond the end of their bytes. */
function refusing<T>(read: () => T): T {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof RangeError)
      throw new FaceError('the file is damaged: a table ends too soon', 'take the file from its maker again');
    throw fault;
  }
}
