// Turn PDF bytes into the text of each page, as every reader that people copy from or search with gives it.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readText } from '../../src/pdf/engine/open-pdf.ts';
import type { ReadingOrder } from './extraction.ts';
import { popplerText, withFile } from './tools.ts';

export interface Reader {
  readonly name: string;
  /** Program that it needs; none for those that come with the project. */
  readonly program?: string;
  readonly order: ReadingOrder;
  /** What it makes of a full-width space: poppler, MuPDF and pdf.js give plain ones for any space character. */
  readonly fullWidthSpace: 'kept' | 'plain';
  readonly read: (pdf: Uint8Array) => Promise<readonly string[]>;
}

/** Character maps and metrics of fonts that a file does not hold; pdf.js warns without them. */
const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

export const readers: readonly Reader[] = [
  { name: 'poppler -raw', program: 'pdftotext', order: 'stream', fullWidthSpace: 'plain', read: async (pdf) => popplerText(pdf, 'raw') },
  {
    name: 'poppler -layout',
    program: 'pdftotext',
    order: 'lines',
    fullWidthSpace: 'plain',
    read: async (pdf) => popplerText(pdf, 'layout'),
  },
  { name: 'MuPDF', program: 'mutool', order: 'stream', fullWidthSpace: 'plain', read: async (pdf) => muPdfText(pdf) },
  { name: 'pdf.js', order: 'stream', fullWidthSpace: 'plain', read: pdfJsText },
  { name: 'PDFium', order: 'stream', fullWidthSpace: 'kept', read: readText },
];

function muPdfText(pdf: Uint8Array): readonly string[] {
  const text = withFile(pdf, (file) =>
    execFileSync('mutool', ['draw', '-q', '-F', 'txt', file], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 26,
    }),
  );
  return text.split('\f').slice(0, -1);
}

async function pdfJsText(pdf: Uint8Array): Promise<readonly string[]> {
  const options = { data: pdf.slice(), standardFontDataUrl: `${join(pdfjs, 'standard_fonts')}/`, verbosity: 0 };
  const task = getDocument(options);
  try {
    const document = await task.promise;
    const texts: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent({ disableNormalization: true });
      texts.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    }
    return texts;
  } finally {
    await task.destroy();
  }
}
