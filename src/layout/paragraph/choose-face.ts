// Turn a character and the wish for a weight and a slant into the face that sets it.

import { language } from '../../language/languages.ts';
import type { Tradition } from '../../language/typesetting.ts';
import type { FontMetrics } from '../../model/font.ts';
import { inLang, type Lang, type PerLang } from '../../model/language.ts';
import { type Cluster, isJapanese, isJapaneseMinus } from './cluster.ts';
import type { CompositionInputs, FaceSpec, TypeStyle } from './line.ts';

/** Families in the order in which they are asked for a glyph. */
export interface Faces {
  /** Of the text's own language. */
  readonly own: FontMetrics;
  /** Of a language of each tradition: the text's own, else the first in the style that follows it. */
  readonly cjk: FontMetrics;
  readonly latin: FontMetrics;
}

/** Weight of `<b>` and `<strong>`; headings that are bold already stay as they are. */
const bold = 700;

/** Faces at one size beside their text, and the clusters that characters have in them, each made once. */
export interface FaceTable {
  readonly faces: Faces;
  /** Size as a multiple of the text's. */
  readonly scale: number;
  /** By code point; null for a character that prints nothing. */
  readonly clusters: Map<number, Cluster | null>;
}

/** Tables per set of fonts: what is in them follows from the fonts alone. */
const tables = new WeakMap<Fonts, Map<string, FaceTable>>();
/** Tables by what was asked for, per style: every inline asks again. */
const asked = new WeakMap<TypeStyle, WeakMap<Fonts, Map<string, FaceTable>>>();

/** The faces of a run: style, language and marks settle them. */
export function faceTable(
  spec: FaceSpec,
  marked: { readonly bold?: true; readonly italic?: true; readonly sup?: true },
  { style, fonts }: CompositionInputs,
): FaceTable {
  let byFonts = asked.get(style);
  if (!byFonts) {
    byFonts = new WeakMap();
    asked.set(style, byFonts);
  }
  const known = tablesOf(byFonts, fonts);
  const weight = marked.bold ? Math.max(bold, spec.weight) : spec.weight;
  const italic = spec.italic || marked.italic === true;
  const key = `${spec.lang}|${spec.role}|${weight}|${italic}|${marked.sup === true}`;
  let table = known.get(key);
  if (!table) {
    table = findTable(spec, weight, italic, marked.sup ? style.sup.scale : 1, style, fonts);
    known.set(key, table);
  }
  return table;
}

function findTable(spec: FaceSpec, weight: number, italic: boolean, scale: number, style: TypeStyle, fonts: Fonts): FaceTable {
  const faceIn = (code: Lang) => nearestFace(inLang(style.fonts, code)[spec.role], weight, italic, fonts);
  const own = faceIn(spec.lang);
  const [cjk, latin] = [faceIn(nearestOf('cjk', spec.lang, style.fonts)), faceIn(nearestOf('latin', spec.lang, style.fonts))];
  const key = `${own.id}|${cjk.id}|${latin.id}|${scale}`;
  const known = tablesOf(tables, fonts);
  const table = known.get(key) ?? { faces: { own, cjk, latin }, scale, clusters: new Map() };
  known.set(key, table);
  return table;
}

function tablesOf(byFonts: WeakMap<Fonts, Map<string, FaceTable>>, fonts: Fonts): Map<string, FaceTable> {
  let found = byFonts.get(fonts);
  if (!found) {
    found = new Map();
    byFonts.set(fonts, found);
  }
  return found;
}

/** The language whose faces stand for a tradition beside text of `lang`; without one in the style, the text's own have to do. */
function nearestOf(tradition: Tradition, lang: Lang, fonts: PerLang<unknown>): Lang {
  return [lang, ...Object.keys(fonts)].find((code) => language(code).tradition === tradition) ?? lang;
}

/** Equivalents that print the same for characters which a face may lack: no-break and fixed spaces, no-break and plain hyphens. */
const equivalents: ReadonlyMap<number, number> = new Map([
  [0xa0, 0x20],
  [0x202f, 0x20],
  [0x2002, 0x20],
  [0x2003, 0x20],
  [0x2007, 0x20],
  [0x2008, 0x20],
  [0x2009, 0x20],
  [0x200a, 0x20],
  [0x09, 0x20],
  [0x0a, 0x20],
  [0x0d, 0x20],
  [0x2010, 0x2d],
  [0x2011, 0x2d],
  [0x2212, 0x2013],
  [0x301c, 0xff5e],
  [0xff5e, 0x301c],
]);

/** Face and glyph of a code point: signs of Japanese in its face beside any text, so that they look alike everywhere. Glyph 0 when no family has it, nor an equivalent of it. */
export function faceOf(codePoint: number, { own, cjk, latin }: Faces): { readonly face: FontMetrics; readonly glyph: number } {
  const first = isJapanese(codePoint) || isJapaneseMinus(codePoint) ? cjk : own;
  const direct = first.glyph(codePoint);
  if (direct) return { face: first, glyph: direct };
  const equivalent = equivalents.get(codePoint);
  const same = equivalent === undefined ? 0 : first.glyph(equivalent);
  if (same) return { face: first, glyph: same };
  for (const face of [cjk, latin]) {
    const glyph = face.glyph(codePoint);
    if (glyph) return { face, glyph };
  }
  return { face: first, glyph: 0 };
}

type Fonts = CompositionInputs['fonts'];

/** The face of a family that is nearest in weight, the heavier of two; upright where the family has no slanted faces. */
function nearestFace(family: string, weight: number, italic: boolean, fonts: Fonts): FontMetrics {
  const distance = (face: FontMetrics): number =>
    2000 * Number(face.italic !== italic) + 2 * Math.abs(face.weight - weight) + Number(face.weight < weight);
  let found: FontMetrics | undefined;
  for (const face of fonts.values()) {
    if (face.family === family && (!found || distance(face) < distance(found))) found = face;
  }
  if (!found) throw new Error(`no face of family ${family}: a style that names it should not have passed validation`);
  return found;
}
