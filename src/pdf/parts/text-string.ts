// Turn the bytes of a text string into characters: UTF-16 or UTF-8 after their marks, else PDFDocEncoding (ISO 32000-2, 7.9.2).
import { nameOf, type PdfValue } from '../objects/pdf-value.ts';

/** Characters of PDFDocEncoding that are not those of Latin 1, from 0x18 and from 0x80. */
const low = '˘ˇˆ˙˝˛˚˜';
const high = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€';

/** Undefined for what is no string. Escapes of languages inside a text are left out, as no reader shows them. */
export function textString(value: PdfValue | undefined): string | undefined {
  if (typeof value !== 'object' || value === null || !('string' in value)) return undefined;
  const { string } = value;
  const bytes = Buffer.from(string, 'latin1');
  if (string.startsWith('\xfe\xff'))
    return plain(
      bytes
        .subarray(2, bytes.length & ~1)
        .swap16()
        .toString('utf16le'),
    );
  if (string.startsWith('\xff\xfe')) return plain(bytes.subarray(2).toString('utf16le'));
  if (string.startsWith('\xef\xbb\xbf')) return plain(bytes.subarray(3).toString('utf8'));
  return [...string].map(fromDocEncoding).join('');
}

function fromDocEncoding(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0x18 && code < 0x20) return low[code - 0x18] ?? character;
  return code >= 0x80 && code <= 0xa0 ? (high[code - 0x80] ?? character) : character;
}

/** Escape, by which UTF-16 text names its language. */
const languageMark = String.fromCharCode(0x1b);

function plain(text: string): string {
  const [first = '', ...rest] = text.split(languageMark);
  // Every other piece is the code of a language.
  return rest.length % 2 === 1 ? text : [first, ...rest.filter((_, index) => index % 2 === 1)].join('');
}

/** The same of a text string, or the characters of a name; undefined for anything else. */
export const textOrName = (value: PdfValue | undefined): string | undefined => textString(value) ?? nameOf(value);
