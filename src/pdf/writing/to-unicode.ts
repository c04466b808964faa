// Turn the glyphs of a subset into the CMap that tells readers what each of its codes says (ISO 32000-1, 9.10.3).
import { codeSpace, firstCode, linesPerBlock } from '../subset/glyph-codes.ts';
import { type GlyphSubset, lastPrinting } from '../subset/glyph-subset.ts';

/** No text, U+0000 and byte order marks are no characters (ISO 14289-1, 7.21.7). */
const mute = /^$|[\0\ufeff\ufffe]/;

/** `font` is named in messages. Throws where a glyph says nothing. */
export function toUnicode({ glyphs, codes }: GlyphSubset, font: string): string {
  for (const use of glyphs) if (use && mute.test(use.text)) throw new Error(`glyph ${use.glyph} of ${font} says nothing`);
  // Printing characters are their own codes: all of them in one line, whichever a font has, so that fonts share it.
  const ascii = glyphs.some((use, id) => use && id <= lastPrinting)
    ? [`<${codes.digits(firstCode)}> <${codes.digits(lastPrinting)}> <${units(String.fromCharCode(firstCode))}>`]
    : [];
  // Lists of texts in a range would be shorter; Ghostscript 10.0 reads them wrongly, and rewrites files with what it has read.
  const others = glyphs.flatMap((use, id) => (use && id > lastPrinting ? [`<${codes.digits(id)}> <${units(use.text)}>`] : []));
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
${codeSpace(codes)}
${[...blocksOf('bfrange', ascii), ...blocksOf('bfchar', others)].join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

/** Lines in blocks as long as a CMap allows. */
function blocksOf(kind: 'bfrange' | 'bfchar', lines: readonly string[]): readonly string[] {
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += linesPerBlock) {
    const block = lines.slice(at, at + linesPerBlock);
    blocks.push(`${block.length} begin${kind}\n${block.join('\n')}\nend${kind}`);
  }
  return blocks;
}

/** UTF-16 in hexadecimal. */
function units(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += text.charCodeAt(i).toString(16).padStart(4, '0');
  return out;
}
