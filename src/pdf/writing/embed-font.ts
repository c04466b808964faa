// Turn a closed glyph subset into the PDF objects of a font: program, widths, and what every glyph says.
import { createHash } from 'node:crypto';
import type { FontMetrics } from '../../model/font.ts';
import type { GlyphSubset, GlyphUse } from '../subset/glyph-subset.ts';
import { type PdfObject, type PdfWriter, pdfName } from './pdf-writer.ts';

/** Font descriptor flags (ISO 32000-1, table 123). */
const symbolic = 1 << 2;
const italic = 1 << 6;
/** Entries allowed in one bfchar block of a CMap. */
const charactersPerBlock = 100;

/**
 * Fills `font`, an object that pages already name. The subset tag depends on the program alone, and a glyph may have several texts, each a
 * use of its own. Throws where a glyph says nothing.
 */
export function embedFont(writer: PdfWriter, font: PdfObject, subset: GlyphSubset, metrics: FontMetrics): void {
  const uses = subset.close();
  const program = subset.encode();
  const perMille = (units: number): number => Math.round((units * 1e6) / metrics.upem) / 1e3;

  const file = writer.put({ Length1: program.length }, program);
  const name = pdfName(`${subsetTag(program)}+${metrics.postScriptName}`);
  const descriptor = writer.put({
    Type: pdfName('FontDescriptor'),
    FontName: name,
    Flags: symbolic | (metrics.italic ? italic : 0),
    FontBBox: metrics.bbox.map(perMille),
    ItalicAngle: metrics.italicAngle,
    Ascent: perMille(metrics.ascent),
    Descent: perMille(metrics.descent),
    CapHeight: perMille(metrics.capHeight),
    XHeight: perMille(metrics.xHeight),
    StemV: stemWidth(metrics.weight),
    FontFile2: file,
  });
  const descendant = writer.put({
    Type: pdfName('Font'),
    Subtype: pdfName('CIDFontType2'),
    BaseFont: name,
    CIDSystemInfo: { Registry: 'Adobe', Ordering: 'Identity', Supplement: 0 },
    FontDescriptor: descriptor,
    W: [0, [perMille(subset.face.advance(0)), ...uses.map((use) => perMille(use.advance))]],
    CIDToGIDMap: pdfName('Identity'),
  });
  const unicode = writer.put({}, new TextEncoder().encode(toUnicode(uses, metrics.postScriptName)));
  writer.fill(font, {
    Type: pdfName('Font'),
    Subtype: pdfName('Type0'),
    BaseFont: name,
    Encoding: pdfName('Identity-H'),
    DescendantFonts: [descendant],
    ToUnicode: unicode,
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

function toUnicode(uses: readonly GlyphUse[], font: string): string {
  for (const { glyph, text } of uses) if (mute.test(text)) throw new Error(`glyph ${glyph} of ${font} says nothing`);
  const blocks: string[] = [];
  for (let at = 0; at < uses.length; at += charactersPerBlock) {
    const block = uses.slice(at, at + charactersPerBlock);
    const lines = block.map(
      (use) => `<${hex(use.id)}> <${[...Array(use.text.length).keys()].map((i) => hex(use.text.charCodeAt(i))).join('')}>`,
    );
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

/** A glyph id or a UTF-16 code unit as it is written in content and CMaps. */
export function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}
