// Turn the fonts of a file into what reading content needs of them: how long codes are, text and width of each glyph.
import type { PdfFile } from '../objects/pdf-file.ts';
import { isReference, type PdfDict, type PdfValue } from '../objects/pdf-value.ts';
import { readCharacterMap, readCodeMap, twoBytes } from './code-map.ts';

/** A font as the content of a page uses it. Glyphs are named by their codes in strings. */
export interface PageFont {
  /** Bytes of the code that begins with this byte: one in simple fonts, two in composite ones or as their CMap says. */
  readonly codeLength: (lead: number) => 1 | 2;
  /** What each glyph says (ToUnicode). */
  readonly texts: ReadonlyMap<number, string>;
  /** Width of a glyph in thousandths of an em. */
  readonly width: (code: number) => number;
}

/** Fonts by their resource names; a font that many pages name is read once. */
export class PageFonts {
  readonly #file: PdfFile;
  readonly #known = new Map<number, PageFont>();

  constructor(file: PdfFile) {
    this.#file = file;
  }

  /** The fonts that a page names. */
  of(page: PdfDict): ReadonlyMap<string, PageFont> {
    const named = this.#file.dict(this.#file.dict(page.get('Resources')).get('Font'));
    return new Map([...named].map(([name, font]) => [name, this.#font(font)]));
  }

  #font(font: PdfValue): PageFont {
    if (!isReference(font)) return readFont(this.#file, font);
    const known = this.#known.get(font.reference) ?? readFont(this.#file, font);
    this.#known.set(font.reference, known);
    return known;
  }
}

function readFont(file: PdfFile, font: PdfValue): PageFont {
  const dict = file.dict(font);
  const texts = characterMap(file, font);
  const isComposite = file.name(dict.get('Subtype')) === 'Type0';
  if (!isComposite) {
    const [first, widths] = [Number(file.follow(dict.get('FirstChar')) ?? 0), file.array(dict.get('Widths'))];
    return { codeLength: () => 1, texts, width: (code) => Number(file.follow(widths[code - first]) ?? 0) };
  }
  const [descendant] = file.array(dict.get('DescendantFonts'));
  const widths = compositeWidths(file, file.dict(descendant).get('W'));
  const usual = Number(file.follow(file.dict(descendant).get('DW')) ?? 1000);
  const cmap = file.data(dict.get('Encoding'));
  const { length, glyph } = cmap ? readCodeMap(latin1(cmap)) : twoBytes;
  return { codeLength: length, texts, width: (code) => widths.get(glyph(code)) ?? usual };
}

/** Entries are `first [width width …]` or `first last width` (ISO 32000-1, 9.7.4.3). */
function compositeWidths(file: PdfFile, value: PdfValue | undefined): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const entries = file.array(value);
  for (let at = 0; at + 1 < entries.length; ) {
    const first = Number(file.follow(entries[at]));
    const next = file.follow(entries[at + 1]);
    if (Array.isArray(next)) {
      (next as readonly PdfValue[]).forEach((width, index) => {
        widths.set(first + index, Number(file.follow(width)));
      });
      at += 2;
    } else {
      const width = Number(file.follow(entries[at + 2]));
      for (let code = first; code <= Math.min(Number(next), 0xffff); code++) {
        file.step();
        widths.set(code, width);
      }
      at += 3;
    }
  }
  return widths;
}

/** Text by code, from the ToUnicode stream of a font. */
export function characterMap(file: PdfFile, font: PdfValue | undefined): ReadonlyMap<number, string> {
  return readCharacterMap(latin1(file.data(file.dict(font).get('ToUnicode')) ?? new Uint8Array(0)));
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
