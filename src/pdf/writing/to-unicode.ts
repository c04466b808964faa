// Turn the glyphs of a subset into the CMap that tells readers what each of its codes says (ISO 32000-1, 9.10.3).
import { codeSpace, firstCode, linesPerBlock } from '../subset/glyph-codes.ts';
import { type GlyphSubset, lastPrinting } from '../subset/glyph-subset.ts';

/** No text, U+0000 and byte order marks are no characters (ISO 14289-1, 7.21.7). */
const mute = /^$|[\0\ufeff\ufffe]/;

/** `font` is named in messages. Throws where a glyph says nothing. */
export function toUnicode({ glyphs, codes }: GlyphSubset, font: string): string {
  for (const use of glyphs) if (use && mute.test(use.text)) throw new Error(`glyph ${use.glyph} of ${font} says nothing`);
  const lines: string[] = [];
  // Printing characters are their own codes: all of them in one line, whichever a font has, so that fonts share it.
  if (glyphs.some((use, id) => use && id <= lastPrinting))
    lines.push(`<${codes.digits(firstCode)}> <${codes.digits(lastPrinting)}> <${units(String.fromCharCode(firstCode))}>`);
  // Lines keep to one first byte.
  for (let id = lastPrinting + 1; id < glyphs.length; id = (id | 0xff) + 1) {
    const line = glyphs.slice(id, (id | 0xff) + 1).map((use) => `<${units(use?.text ?? '')}>`);
    lines.push(`<${codes.digits(id)}> <${codes.digits(id + line.length - 1)}> [${line.join('')}]`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
${codeSpace(codes)}
${blocksOf(lines).join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

/** Ranges in blocks as long as a CMap allows. */
function blocksOf(lines: readonly string[]): readonly string[] {
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += linesPerBlock) {
    const block = lines.slice(at, at + linesPerBlock);
    blocks.push(`${block.length} beginbfrange\n${block.join('\n')}\nendbfrange`);
  }
  return blocks;
}

/** UTF-16 in hexadecimal. */
function units(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += text.charCodeAt(i).toString(16).padStart(4, '0');
  return out;
}
