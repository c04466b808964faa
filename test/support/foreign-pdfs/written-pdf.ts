// Turn lines of text into a PDF file written by hand, in the oldest form: no compression, a table of cross-references, fonts that are not embedded.
const fonts = [
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  '<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /UniJIS-UTF16-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 5 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /HeiseiMin-W3 /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 709 /StemV 69 >> >>] >>',
] as const;

/** A line, or a part of one, at its place from the lower left corner of A4. */
export interface PlacedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Twelve points unless given. */
  readonly size?: number;
  /** What the file says instead of it. */
  readonly said?: string;
}

/** Text and further operators of one page. */
export interface WrittenPage {
  readonly lines: readonly PlacedLine[];
  readonly drawing?: string;
}

/** Pages by lines at their places. */
export function writtenPdf(pages: readonly WrittenPage[]): Uint8Array {
  const kids = pages.map((_, index) => `${5 + 2 * index} 0 R`);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`,
    ...fonts,
    ...pages.flatMap(({ lines, drawing = '' }, index) => {
      const content = [...lines.map(operators), drawing].join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${6 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  const starts: number[] = [];
  let file = '%PDF-1.7\n';
  objects.forEach((object, index) => {
    starts.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

function operators({ text, x, y, size = 12, said }: PlacedLine): string {
  const latin = [...text].every((character) => character < '\u0100');
  const string = latin ? `(${text.replace(/[()\\]/g, '\\$&')})` : `<${hex(text)}>`;
  const drawn = `BT /F${latin ? 1 : 2} ${size} Tf ${x} ${y} Td ${string} Tj ET`;
  return said === undefined ? drawn : `/Span << /ActualText <FEFF${hex(said)}> >> BDC\n${drawn}\nEMC`;
}

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** Lines from the top of the page, one below the other. */
export function linesDown(texts: readonly string[], top = 760, lead = 20): readonly PlacedLine[] {
  return texts.map((text, index) => ({ text, x: 72, y: top - lead * index }));
}

/** Lines of a page of forty; every paragraph begins one, and is broken after so many characters: Japanese anywhere, English at spaces. */
export function writtenPages(paragraphs: readonly string[], head?: (page: number) => readonly PlacedLine[]): readonly WrittenPage[] {
  const lines = paragraphs.flatMap(broken);
  const pages: WrittenPage[] = [];
  for (let from = 0; from < lines.length; from += 34)
    pages.push({ lines: [...(head?.(pages.length + 1) ?? []), ...linesDown(lines.slice(from, from + 34), 750)] });
  return pages;
}

function broken(paragraph: string): readonly string[] {
  if (/[\u3040-\u9fff]/.test(paragraph)) return paragraph.match(/.{1,36}/gu) ?? [];
  const lines: string[] = [];
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 72) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
