// Turn fonts into findings: each embedded, cut to what is used, and able to say every glyph in characters.

import type { PageContent } from '../pdf/content/page-content.ts';
import { characterMap } from '../pdf/content/page-fonts.ts';
import type { PdfFile } from '../pdf/objects/pdf-file.ts';
import type { FindInFile } from './file-finding.ts';

export function checkFonts(file: PdfFile, pages: readonly PageContent[], find: FindInFile): void {
  for (const number of file.numbers) {
    const font = file.dict({ reference: number });
    if (file.name(font.get('Type')) !== 'Font' || file.name(font.get('Subtype')) === 'CIDFontType2') continue;
    const name = file.name(font.get('BaseFont')) ?? `font ${number}`;
    if (file.name(font.get('Subtype')) !== 'Type0') {
      find('fonts', `${name} is not a composite font`);
      continue;
    }
    const [descendant] = file.array(font.get('DescendantFonts'));
    const program = file.data(file.dict(file.dict(descendant).get('FontDescriptor')).get('FontFile2'));
    if (!program || program.length < 100) find('fonts', `${name} is not embedded`);
    if (!/^[A-Z]{6}\+/.test(name)) find('fonts', `${name} is not marked as a subset`);
    const map = characterMap(file, font);
    if (map.size === 0) find('fonts', `${name} has no characters for its glyphs`);
    for (const [glyph, text] of map)
      if (/[\0\ufeff\ufffe\ufffd]/.test(text) || text === '')
        find('fonts', `glyph ${glyph.toString(16).padStart(4, '0')} of ${name} has no character`);
  }
  pages.forEach(({ unmapped }, i) => {
    for (const [font, count] of unmapped) find('fonts', `page ${i + 1}: ${count} glyphs of font ${font} have no character`);
  });
}
