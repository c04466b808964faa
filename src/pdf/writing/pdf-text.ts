// Turn a string into a PDF text string: pdfkit writes plain strings as names and String objects as text.
import type { PdfText } from 'pdfkit';

/** A value that pdfkit writes as a text string, in UTF-16 where it is not ASCII. */
export function pdfText(text: string): PdfText {
  return Object(text) as PdfText;
}

/** Order of keys in a name tree: by the bytes written, so ASCII strings stand before UTF-16 ones, which begin with a byte order mark. */
export function compareKeys(a: string, b: string): number {
  const wideA = isWide(a);
  const wideB = isWide(b);
  if (wideA !== wideB) return wideA ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function isWide(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return true;
  return false;
}
