// Turn a value into its text in the file, one character a byte: strings, names, numbers, dates, arrays, dictionaries, references.
import type { PdfName } from '../objects/pdf-value.ts';
import type { PdfObject, WrittenDict, WrittenValue } from './pdf-writer.ts';

/** As it stands in the file; a number with six decimals at most. Throws for a number that PDF cannot hold. */
export function written(value: WrittenValue): string {
  if (typeof value === 'string') return writtenString(value);
  if (typeof value === 'number') return writtenNumber(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Uint8Array) return `<${Buffer.from(value).toString('hex')}>`;
  if (value instanceof Date) return `(D:${value.toISOString().replace(/[-:T]|\.\d+/g, '')})`;
  if (Array.isArray(value)) return writtenArray((value as readonly WrittenValue[]).map(written));
  if (isName(value)) return `/${escapedName(value.name)}`;
  return isObject(value) ? reference(value.number) : writtenDict(value as WrittenDict);
}

/** What is undefined is left out. */
export function writtenDict(dict: WrittenDict): string {
  let out = '<<';
  for (const key of Object.keys(dict)) {
    const value = dict[key];
    if (value !== undefined) out += entry(key, written(value));
  }
  return `${out}>>`;
}

/** A key with its value as written. */
export const entry = (key: string, value: string): string => `/${key}${delimited.test(value[0]!) ? '' : ' '}${value}`;

/** Values as written, in brackets. */
export function writtenArray(values: readonly string[]): string {
  let out = '[';
  let last = '[';
  for (const value of values) {
    out += delimited.test(last) || delimited.test(value[0]!) ? value : ` ${value}`;
    last = value.at(-1)!;
  }
  return `${out}]`;
}

/** What ends the word before it, and needs no space (ISO 32000-1, 7.2.2). */
const delimited = /[()<>[\]/]/;

/** How others name an object; generations are always 0. */
export const reference = (number: number): string => `${number} 0 R`;

/** ASCII that stands in a literal string as it is. */
const plain = /^[ !"#$%&'*-[\]-~]*$/;
const escapable = /[\n\r\t\b\f()\\]/g;
const escapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
  '\\': '\\\\',
  '(': '\\(',
  ')': '\\)',
};

/** ASCII as it is, anything else in UTF-16 after a byte order mark (ISO 32000-1, 7.9.2.2). */
function writtenString(text: string): string {
  if (plain.test(text)) return `(${text})`;
  let bytes = text;
  if (isWide(text)) {
    bytes = '\xfe\xff';
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      bytes += String.fromCharCode(unit >> 8, unit & 0xff);
    }
  }
  return `(${bytes.replace(escapable, (byte) => escapes[byte]!)})`;
}

/** Whether a text has other characters than ASCII. */
function isWide(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return true;
  return false;
}

function writtenNumber(value: number): string {
  if (!(value > -1e21 && value < 1e21)) throw new Error(`${value} is no number of a PDF`);
  return String(Math.round(value * 1e6) / 1e6);
}

/** Keys of dictionaries are names of PDF, which begin with capitals: these are no dictionaries. */
export const isName = (value: object): value is PdfName => 'name' in value && typeof value.name === 'string';
const isObject = (value: object): value is PdfObject => 'number' in value && typeof value.number === 'number';

/** What is not regular in a name is escaped (ISO 32000-1, 7.3.5). */
export function escapedName(name: string): string {
  return name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);
}

/** A name tree of one node, in the order of the bytes written: ASCII strings stand before UTF-16 ones, which begin with a byte order mark. */
export function nameTree(entries: readonly (readonly [string, WrittenValue])[]): WrittenDict {
  const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]): number => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);
  const ascii = entries.filter(([key]) => !isWide(key)).sort(byKey);
  const wide = entries.length === ascii.length ? [] : entries.filter(([key]) => isWide(key)).sort(byKey);
  return { Names: [...ascii, ...wide].flat() };
}
