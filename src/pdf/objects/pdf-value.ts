// Turn the kinds of PDF values into types, and the questions asked of them into answers that never throw.

/** A name without its slash. */
export interface PdfName {
  readonly name: string;
}
/** A string's bytes, one a character. */
export interface PdfString {
  readonly string: string;
}
/** A reference to an object by its number; generations are always 0 in our files. */
export interface PdfReference {
  readonly reference: number;
}
export type PdfDict = ReadonlyMap<string, PdfValue>;
export interface PdfStream {
  readonly dict: PdfDict;
  /** As it stands in the file, still packed. */
  readonly packed: Uint8Array;
}
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfReference | readonly PdfValue[] | PdfDict | PdfStream;

/** The file is not one that we write, or is damaged: said in words for its reader, never a fault of the program. */
export class PdfFault extends Error {}

export const isReference = (value: PdfValue | undefined): value is PdfReference =>
  typeof value === 'object' && value !== null && 'reference' in value;
export const isStream = (value: PdfValue | undefined): value is PdfStream =>
  typeof value === 'object' && value !== null && 'packed' in value;

/** The text of a name, or undefined. */
export function nameOf(value: PdfValue | undefined): string | undefined {
  return typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;
}

/** A text string in characters: UTF-16 after a byte order mark, else as it is; undefined for anything else. */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (typeof value !== 'object' || value === null || !('string' in value)) return undefined;
  const { string } = value;
  if (!string.startsWith('\xfe\xff')) return string;
  let text = '';
  for (let i = 2; i + 1 < string.length; i += 2) text += String.fromCharCode((string.charCodeAt(i) << 8) | string.charCodeAt(i + 1));
  return text;
}
