// Turn closed glyph subsets into the PDF objects of fonts: program, widths, codes, and what every glyph says.
import { createHash } from 'node:crypto';
import type { FontMetrics } from '../../model/font.ts';
import { mixedCodeMap, mixedCodeMapName } from '../subset/glyph-codes.ts';
import type { GlyphSubset } from '../subset/glyph-subset.ts';
import { type PackedStream, packStream, streamBytes } from './packed-stream.ts';
import { type PdfObject, type PdfWriter, pdfName, type WrittenDict, type WrittenValue } from './pdf-writer.ts';
import { toUnicode } from './to-unicode.ts';

/** Font descriptor flags (ISO 32000-1, table 123). */
const symbolic = 1 << 2;
const italic = 1 << 6;
/** The width of glyphs that the array of widths leaves out (ISO 32000-1, table 117): that of most Japanese ones. */
const usualWidth = 1000;
/** So many usual widths in a row are worth leaving out. */
const worthGap = 4;

/** A subset ready for any file. */
export interface EmbeddableFont {
  /** With the tag of the subset. */
  readonly name: string;
  /** The font file. */
  readonly program: PackedStream;
  /** Ids that it has, .notdef and those without a glyph included. */
  readonly count: number;
  /** Advances in thousandths of an em, as the file writes them (ISO 32000-1, 9.7.4.3). */
  readonly widths: readonly WrittenValue[];
  /** The name of the CMap from codes to ids; undefined for the one that fonts of a file share. */
  readonly predefined: string | undefined;
  /** The CMap from codes to text. */
  readonly unicode: string;
  /** Numbers of the font descriptor that are the face's own. */
  readonly descriptor: WrittenDict;
}

/** Bytes that it holds, by estimate. */
export const fontBytes = ({ program, count, unicode }: EmbeddableFont): number => streamBytes(program) + unicode.length + 8 * count + 600;

/** The subset tag depends on the program alone, and a glyph may have several texts, each a use of its own. Throws where a glyph says nothing. */
export function encodeFont(subset: GlyphSubset, metrics: FontMetrics): EmbeddableFont {
  const program = subset.encode();
  const perMille = (units: number): number => Math.round((units * 1e6) / metrics.upem) / 1e3;
  const advances = subset.glyphs.map((use, id) => (id === 0 ? perMille(subset.face.advance(0)) : use && perMille(use.advance)));
  return {
    name: `${subsetTag(program)}+${metrics.postScriptName}`,
    program: packStream(program),
    count: subset.glyphs.length,
    widths: widthRuns(advances),
    predefined: subset.codes.predefined,
    unicode: toUnicode(subset, metrics.postScriptName),
    descriptor: {
      Flags: symbolic | (metrics.italic ? italic : 0),
      FontBBox: metrics.bbox.map(perMille),
      ItalicAngle: metrics.italicAngle,
      Ascent: perMille(metrics.ascent),
      Descent: perMille(metrics.descent),
      CapHeight: perMille(metrics.capHeight),
      XHeight: perMille(metrics.xHeight),
      StemV: stemWidth(metrics.weight),
    },
  };
}

/** The objects of each font, in the place of one that pages already name. All fonts of a file share the CMap of their codes. */
export function embedFonts(writer: PdfWriter, fonts: ReadonlyMap<PdfObject, EmbeddableFont>): void {
  const identity = { Registry: 'Adobe', Ordering: 'Identity', Supplement: 0 };
  const counts = [...fonts.values()].flatMap(({ predefined, count }) => (predefined === undefined ? [count] : []));
  const shared =
    counts.length > 0 &&
    writer.put(
      { Type: pdfName('CMap'), CMapName: pdfName(mixedCodeMapName), CIDSystemInfo: identity },
      latin1(mixedCodeMap(Math.max(...counts))),
    );
  const texts = new Map<string, PdfObject>();
  for (const [font, { name, program, widths, predefined, unicode, descriptor }] of fonts) {
    const baseFont = pdfName(name);
    const file = writer.put({ Length1: program.length }, program);
    const described = writer.put({ Type: pdfName('FontDescriptor'), FontName: baseFont, ...descriptor, FontFile2: file });
    const descendant = writer.put({
      Type: pdfName('Font'),
      Subtype: pdfName('CIDFontType2'),
      BaseFont: baseFont,
      CIDSystemInfo: identity,
      FontDescriptor: described,
      W: widths,
      CIDToGIDMap: pdfName('Identity'),
    });
    const says = texts.get(unicode) ?? writer.put({}, latin1(unicode));
    texts.set(unicode, says);
    writer.fill(font, {
      Type: pdfName('Font'),
      Subtype: pdfName('Type0'),
      BaseFont: baseFont,
      Encoding: predefined === undefined ? shared : pdfName(predefined),
      DescendantFonts: [descendant],
      ToUnicode: says,
    });
  }
}

/** Runs of widths, each after the id of its first; what has the usual width stands in none, and nor does an id without a glyph. */
function widthRuns(advances: readonly (number | undefined)[]): readonly WrittenValue[] {
  const runs: WrittenValue[] = [];
  let run: number[] = [];
  /** Usual widths since the last other one. */
  let usual = 0;
  advances.forEach((advance, id) => {
    const isUsual = advance === usualWidth;
    usual = isUsual ? usual + 1 : 0;
    if (advance === undefined || usual >= worthGap) {
      if (usual === worthGap) run.splice(run.length - (worthGap - 1));
      run = [];
    } else if (run.length > 0 || !isUsual) {
      if (run.length === 0) runs.push(id, run);
      run.push(advance);
    }
  });
  return runs;
}

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** Six letters that differ when the program does (ISO 32000-1, 9.6.4). */
function subsetTag(program: Uint8Array): string {
  const hash = createHash('sha256').update(program).digest();
  return String.fromCharCode(...hash.subarray(0, 6).map((byte) => 65 + (byte % 26)));
}

/** The usual estimate of the stem from the weight, for fonts that do not record it; only substitution reads it. */
function stemWidth(weight: number): number {
  return Math.round(10 + (220 * (weight - 50)) / 900);
}
