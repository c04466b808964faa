// Turn what a document is to hold besides its text into a PDF file written by hand: links, notes, a form, files, bookmarks, tags.

/** Each part as it stands in the file; what is absent is not written. Objects of `more` are numbered from 20. */
export interface DocumentParts {
  /** Operators of the page, besides its text. */
  readonly drawing?: string;
  /** Entries of the catalog, of the page, and of the information dictionary. */
  readonly catalog?: string;
  readonly page?: string;
  readonly info?: string;
  /** Objects, streams included, from number 20 on. */
  readonly more?: readonly string[];
  /** Colour of the text, as operators. */
  readonly colour?: string;
  /** Text in pieces of marked content, each with its tag: MCIDs count from 0. */
  readonly tagged?: readonly string[];
}

const lines = [
  'Results of the second quarter',
  'Net sales of the period rose to 15,356 million yen.',
  'Operating profit came to 1,220 million yen.',
  'The forecast for the year is unchanged.',
];

/** Two pages; parts stand on the first, which is object 5; the second is object 7. */
export function documentPdf(parts: DocumentParts = {}): Uint8Array {
  const { drawing = '', catalog = '', page = '', info = '', more = [], colour = '', tagged } = parts;
  const text = lines.map((line, index) => {
    const shown = `BT /F1 12 Tf 72 ${760 - 40 * index} Td (${line}) Tj ET`;
    const tag = tagged?.[index];
    return tag === undefined ? shown : `/${tag} << /MCID ${index} >> BDC\n${shown}\nEMC`;
  });
  const first = [colour, ...text, drawing].join('\n');
  const second = 'BT /F1 12 Tf 72 760 Td (Notes to the statements follow on this page.) Tj ET';
  const resources = '/Resources << /Font << /F1 3 0 R >> >>';
  const objects = new Map<number, string>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
    [2, '<< /Type /Pages /Kids [5 0 R 7 0 R] /Count 2 >>'],
    [3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'],
    [4, `<< /Producer (By hand) /Title (Results) ${info} >>`],
    [5, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R ${resources} ${page} >>`],
    [6, stream(first)],
    [7, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 8 0 R ${resources} >>`],
    [8, stream(second)],
    ...more.map((object, index): [number, string] => [20 + index, object]),
  ]);
  return fileOf(objects);
}

export const stream = (content: string, entries = ''): string =>
  `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;

/** In the order of the map, whatever the numbers are. */
export function fileOf(objects: ReadonlyMap<number, string>): Uint8Array {
  const starts = new Map<number, number>();
  let file = '%PDF-1.7\n';
  for (const [number, object] of objects) {
    starts.set(number, file.length);
    file += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const sections = [...starts]
    .sort(([a], [b]) => a - b)
    .map(([number, start]) => `${number} 1\n${String(start).padStart(10, '0')} 00000 n \n`)
    .join('');
  const size = Math.max(...objects.keys()) + 1;
  file += `xref\n0 1\n0000000000 65535 f \n${sections}trailer\n<< /Size ${size} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
