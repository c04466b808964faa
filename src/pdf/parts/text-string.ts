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
  return string.replace(/[\x18-\x1f\x80-\xa0]/g, (character) => {
    const code = character.charCodeAt(0);
    return (code < 0x20 ? low[code - 0x18] : high[code - 0x80]) ?? character;
  });
}

const plain = (text: string): string => text.replace(/\u001b[A-Za-z]{2,5}\u001b/g, '');

/** The same of a text string, or the characters of a name; undefined for anything else. */
export const textOrName = (value: PdfValue | undefined): string | undefined => textString(value) ?? nameOf(value);
