// Turn a closed glyph subset into the PDF objects of a font: program, widths, and what every glyph says.
import { createHash } from 'node:crypto';
import type { FontMetrics } from '../../model/font.ts';
import type { GlyphSubset } from '../subset/glyph-subset.ts';
import type { GlyphUse } from '../subset/glyph-uses.ts';
import { type PackedStream, packStream, streamBytes } from './packed-stream.ts';
import { type PdfObject, type PdfWriter, pdfName, type WrittenDict } from './pdf-writer.ts';

/** Font descriptor flags (ISO 32000-1, table 123). */
const symbolic = 1 << 2;
const italic = 1 << 6;
/** Entries allowed in one bfchar block of a CMap. */
const charactersPerBlock = 100;

/** A subset ready for any file. */
export interface EmbeddableFont {
  /** With the tag of the subset. */
  readonly name: string;
  /** The font file. */
  readonly program: PackedStream;
  /** Advances by glyph id, in thousandths of an em. */
  readonly widths: readonly number[];
  /** The CMap from glyph ids to text. */
  readonly unicode: PackedStream;
  /** Numbers of the font descriptor that are the face's own. */
  readonly descriptor: WrittenDict;
}

/** Bytes that it holds, by estimate. */
export const fontBytes = ({ program, widths, unicode }: EmbeddableFont): number =>
  streamBytes(program) + streamBytes(unicode) + 8 * widths.length + 600;

/** The subset tag depends on the program alone, and a glyph may have several texts, each a use of its own. Throws where a glyph says nothing. */
export function encodeFont(subset: GlyphSubset, metrics: FontMetrics): EmbeddableFont {
  const program = subset.encode();
  const perMille = (units: number): number => Math.round((units * 1e6) / metrics.upem) / 1e3;
  return {
    name: `${subsetTag(program)}+${metrics.postScriptName}`,
    program: packStream(program),
    widths: [perMille(subset.face.advance(0)), ...subset.uses.map((use) => perMille(use.advance))],
    unicode: packStream(new TextEncoder().encode(toUnicode(subset.uses, metrics.postScriptName))),
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

/** Fills `font`, an object that pages already name. */
export function embedFont(writer: PdfWriter, font: PdfObject, { name, program, widths, unicode, descriptor }: EmbeddableFont): void {
  const baseFont = pdfName(name);
  const file = writer.put({ Length1: program.length }, program);
  const described = writer.put({ Type: pdfName('FontDescriptor'), FontName: baseFont, ...descriptor, FontFile2: file });
  const descendant = writer.put({
    Type: pdfName('Font'),
    Subtype: pdfName('CIDFontType2'),
    BaseFont: baseFont,
    CIDSystemInfo: { Registry: 'Adobe', Ordering: 'Identity', Supplement: 0 },
    FontDescriptor: described,
    W: [0, widths],
    CIDToGIDMap: pdfName('Identity'),
  });
  writer.fill(font, {
    Type: pdfName('Font'),
    Subtype: pdfName('Type0'),
    BaseFont: baseFont,
    Encoding: pdfName('Identity-H'),
    DescendantFonts: [descendant],
    ToUnicode: writer.put({}, unicode),
  });
}

/** Six letters that differ when the program does (ISO 32000-1, 9.6.4). */
function subsetTag(program: Uint8Array): string {
  const hash = createHash('sha256').update(program).digest();
  return String.fromCharCode(...hash.subarray(0, 6).map((byte) => 65 + (byte % 26)));
}

/** The usual estimate of the stem from the weight, for fonts that do not record it; only substitution reads it. */
function stemWidth(weight: number): number {
  return Math.round(10 + (220 * (weight - 50)) / 900);
}

/** No text, U+0000 and byte order marks are no characters (ISO 14289-1, 7.21.7). */
const mute = /^$|[\0\ufeff\ufffe]/;

/** `uses` in the order of their ids, which begin at 1. */
function toUnicode(uses: readonly GlyphUse[], font: string): string {
  for (const { glyph, text } of uses) if (mute.test(text)) throw new Error(`glyph ${glyph} of ${font} says nothing`);
  const blocks: string[] = [];
  for (let at = 0; at < uses.length; at += charactersPerBlock) {
    const block = uses.slice(at, at + charactersPerBlock);
    const lines = block.map((use, i) => `<${hex(at + i + 1)}> <${units(use.text)}>`);
    blocks.push(`${block.length} beginbfchar\n${lines.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

function units(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += hex(text.charCodeAt(i));
  return out;
}

/** A glyph id or a UTF-16 code unit as it is written in content and CMaps. */
export function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}
