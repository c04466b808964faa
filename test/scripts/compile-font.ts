// Turn one font file into its metrics: every code point, every advance, Latin kerning and f-ligatures, as compact JSON.
import { createRequire } from 'node:module';

// The package is CommonJS whose types declare named exports: `require` is what both agree on.
const { create } = createRequire(import.meta.url)('@pdf-lib/fontkit') as typeof import('@pdf-lib/fontkit');

/** What the manifest says about a face. */
export interface ManifestFont {
  readonly id: string;
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  readonly package: string;
  readonly version: string;
  readonly file: string;
  readonly sha256: string;
  readonly licence: string;
  readonly 'postscript-name': string;
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

interface Coverage {
  readonly version: 1 | 2;
  readonly glyphs?: readonly number[];
  readonly rangeRecords?: readonly { readonly start: number; readonly end: number }[];
}
interface ClassDefinition {
  readonly version: 1 | 2;
  readonly startGlyph?: number;
  readonly classValueArray?: readonly number[];
  readonly classRangeRecord?: readonly { readonly start: number; readonly end: number; readonly class: number }[];
}
interface Lazy<T> {
  get(index: number): T;
}
interface Subtable {
  readonly version: number;
  readonly extension?: Subtable;
  readonly lookupType?: number;
  readonly coverage: Coverage;
  readonly pairSets?: Lazy<readonly { readonly secondGlyph: number; readonly value1?: { readonly xAdvance?: number } }[]>;
  readonly classDef1?: ClassDefinition;
  readonly classDef2?: ClassDefinition;
  readonly classRecords?: Lazy<Lazy<{ readonly value1?: { readonly xAdvance?: number } }>>;
  readonly ligatureSets?: Lazy<readonly { readonly glyph: number; readonly components: readonly number[] }[]>;
}
interface LayoutTable {
  readonly scriptList: readonly {
    readonly tag: string;
    readonly script: { readonly defaultLangSys: { readonly featureIndexes: readonly number[] } };
  }[];
  readonly featureList: readonly { readonly tag: string; readonly feature: { readonly lookupListIndexes: readonly number[] } }[];
  readonly lookupList: Lazy<{ readonly lookupType: number; readonly subTables: readonly Subtable[] }>;
}

/** The metrics file of a face, as text. The same bytes and manifest entry always give the same text. */
export function compileFont(bytes: Uint8Array, entry: ManifestFont): string {
  const font = create(bytes);
  const tables = font as unknown as { readonly GPOS: LayoutTable; readonly GSUB: LayoutTable };
  const codePoints = [...font.characterSet].sort((a, b) => a - b);
  const glyphOf = (codePoint: number): number => font.glyphForCodePoint(codePoint).id;
  const advances = Array.from({ length: font.numGlyphs }, (_, glyph) => font.getGlyph(glyph).advanceWidth);

  const ligatures = latinLigatures(tables.GSUB, glyphOf);
  const kerned = new Set<number>(ligatures.map((sequence) => sequence.at(-1) ?? 0));
  for (const codePoint of codePoints) {
    if (kernedRanges.some(([from, to]) => codePoint >= from && codePoint <= to)) kerned.add(glyphOf(codePoint));
  }
  kerned.delete(0);

  const digits = [...'0123456789'].map((digit) => advances[glyphOf(digit.codePointAt(0) ?? 0)] ?? 0);
  const digitGlyphs = new Set([...'0123456789'].map((digit) => glyphOf(digit.codePointAt(0) ?? 0)));
  const { minX, minY, maxX, maxY } = font.bbox;
  const metrics = {
    id: entry.id,
    postScriptName: font.postscriptName,
    family: entry.family,
    weight: entry.weight,
    italic: entry.italic,
    upem: font.unitsPerEm,
    ascent: font.ascent,
    descent: font.descent,
    capHeight: font.capHeight,
    xHeight: font.xHeight,
    italicAngle: font.italicAngle,
    bbox: [minX, minY, maxX, maxY],
    glyphCount: font.numGlyphs,
    tabularDigits: new Set(digits).size === 1,
    cmap: packCmap(codePoints, glyphOf),
    advances: packAdvances(advances),
    kern: packKern(
      [...kerned].sort((a, b) => a - b),
      digitGlyphs,
      tables.GPOS,
    ),
    ligatures,
  };
  return `${JSON.stringify(metrics, undefined, 1).replace(/\[[\d\s,-]*\]/g, (list) => list.replace(/\s+/g, ''))}\n`;
}

/** Runs in which code point and glyph rise together: gap to the run, its length, and the glyph's step from the run before. */
function packCmap(codePoints: readonly number[], glyphOf: (codePoint: number) => number): string {
  const out: number[] = [];
  let nextCodePoint = 0;
  let nextGlyph = 0;
  for (let i = 0; i < codePoints.length; ) {
    const start = codePoints[i] ?? 0;
    const glyph = glyphOf(start);
    let length = 1;
    while (i + length < codePoints.length && codePoints[i + length] === start + length && glyphOf(start + length) === glyph + length)
      length++;
    out.push(start - nextCodePoint, length, zigzag(glyph - nextGlyph));
    nextCodePoint = start + length;
    nextGlyph = glyph + length;
    i += length;
  }
  return base64(out);
}

/** Runs of glyphs of one advance: how many, and the step from the advance before. */
function packAdvances(advances: readonly number[]): string {
  const out: number[] = [];
  let previous = 0;
  for (let i = 0; i < advances.length; ) {
    const advance = advances[i] ?? 0;
    let length = 1;
    while (advances[i + length] === advance && i + length < advances.length) length++;
    out.push(length, zigzag(advance - previous));
    previous = advance;
    i += length;
  }
  return base64(out);
}

/** Glyphs with equal kerning on a side share a class; `values` is the matrix left class × right class, class 0 without kerning. */
function packKern(
  glyphs: readonly number[],
  digits: ReadonlySet<number>,
  gpos: LayoutTable,
): { left: string; right: string; columns: number; values: string } {
  const value = pairKerning(gpos);
  const matrix = glyphs.map((left) => glyphs.map((right) => (digits.has(left) && digits.has(right) ? 0 : value(left, right))));
  const rowClass = classes(matrix.map((row) => row.join()));
  const columnClass = classes(glyphs.map((_, column) => matrix.map((row) => row[column]).join()));
  const values: number[] = [];
  for (const row of rowClass.members) {
    for (const column of columnClass.members) values.push(zigzag(matrix[row]?.[column] ?? 0));
  }
  const runs: number[] = [];
  for (let i = 0; i < values.length; ) {
    let length = 1;
    while (i + length < values.length && values[i + length] === values[i]) length++;
    runs.push(length, values[i] ?? 0);
    i += length;
  }
  const side = (of: readonly number[]): string => {
    const out: number[] = [];
    let previous = 0;
    for (const [i, glyph] of glyphs.entries()) {
      if (of[i] === 0) continue;
      out.push(glyph - previous, of[i] ?? 0);
      previous = glyph;
    }
    return base64(out);
  };
  return { left: side(rowClass.of), right: side(columnClass.of), columns: columnClass.members.length, values: base64(runs) };
}

/** Numbers equal keys alike, from 1; 0 for keys of zeros only. `members` has one example of each class, from class 1. */
function classes(keys: readonly string[]): { of: number[]; members: number[] } {
  const known = new Map<string, number>();
  const members: number[] = [];
  const of = keys.map((key, i) => {
    if (/^[0,]*$/.test(key)) return 0;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    members.push(i);
    known.set(key, members.length);
    return members.length;
  });
  return { of, members };
}

function latinLookups(table: LayoutTable, tag: string): Subtable[] {
  const script = table.scriptList.find((candidate) => candidate.tag === 'latn') ?? table.scriptList[0];
  const features = (script?.script.defaultLangSys.featureIndexes ?? []).map((index) => table.featureList[index]);
  const indexes = features.filter((feature) => feature?.tag === tag).flatMap((feature) => feature?.feature.lookupListIndexes ?? []);
  return indexes.flatMap((index) => {
    const lookup = table.lookupList.get(index);
    const wanted = tag === 'kern' ? 2 : 4;
    return lookup.subTables
      .filter((subtable) => (subtable.extension ? subtable.lookupType : lookup.lookupType) === wanted)
      .map((subtable) => subtable.extension ?? subtable);
  });
}

/** Pair adjustment of the `kern` feature: the first subtable that covers the left glyph and knows the right one decides. */
function pairKerning(gpos: LayoutTable): (left: number, right: number) => number {
  const subtables = latinLookups(gpos, 'kern').map((subtable) => ({ subtable, covered: coverage(subtable.coverage) }));
  return (left, right) => {
    for (const { subtable, covered } of subtables) {
      const index = covered.get(left);
      if (index === undefined) continue;
      if (subtable.version === 1) {
        const pair = subtable.pairSets?.get(index).find((candidate) => candidate.secondGlyph === right);
        if (pair) return pair.value1?.xAdvance ?? 0;
      } else if (subtable.classDef1 && subtable.classDef2) {
        const first = classOf(subtable.classDef1, left);
        const second = classOf(subtable.classDef2, right);
        return subtable.classRecords?.get(first).get(second).value1?.xAdvance ?? 0;
      }
    }
    return 0;
  };
}

/** Sequences of letters that the `liga` feature replaces, longest first; the replacing glyph stands last. */
function latinLigatures(gsub: LayoutTable, glyphOf: (codePoint: number) => number): number[][] {
  const letters = new Set<number>();
  for (let codePoint = 0x41; codePoint <= 0x7a; codePoint++) letters.add(glyphOf(codePoint));
  const found: number[][] = [];
  for (const subtable of latinLookups(gsub, 'liga')) {
    for (const [first, index] of coverage(subtable.coverage)) {
      for (const { glyph, components } of subtable.ligatureSets?.get(index) ?? []) {
        if ([first, ...components].every((component) => letters.has(component))) found.push([first, ...components, glyph]);
      }
    }
  }
  return found.sort((a, b) => b.length - a.length || (a.at(-1) ?? 0) - (b.at(-1) ?? 0));
}

function coverage(table: Coverage): Map<number, number> {
  const index = new Map<number, number>();
  if (table.version === 1) for (const glyph of table.glyphs ?? []) index.set(glyph, index.size);
  else for (const { start, end } of table.rangeRecords ?? []) for (let glyph = start; glyph <= end; glyph++) index.set(glyph, index.size);
  return index;
}

function classOf(table: ClassDefinition, glyph: number): number {
  if (table.version === 1) return table.classValueArray?.[glyph - (table.startGlyph ?? 0)] ?? 0;
  return table.classRangeRecord?.find(({ start, end }) => glyph >= start && glyph <= end)?.class ?? 0;
}

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

/** Numbers as little-endian groups of seven bits, in base64. */
function base64(values: readonly number[]): string {
  const bytes: number[] = [];
  for (let value of values) {
    while (value > 127) {
      bytes.push((value & 127) | 128);
      value >>>= 7;
    }
    bytes.push(value);
  }
  return Buffer.from(bytes).toString('base64');
}
